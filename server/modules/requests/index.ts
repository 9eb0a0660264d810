/** Requests 诉求: intake from every channel, declined requests, messages of files. */
import { contributeRequests } from '../work-orders/index.ts';
import { handOversOf, ownedBy, repeatedIn, repeatsAmong } from './store/contact.ts';
import {
  completeCaller,
  moveRequests,
  recentAt,
  requestsOfOrder,
  saidIn,
  sealRequests,
  wordsOf,
} from './store/requests.ts';

export { declineDraft, declineNew } from './actions/decline.ts';
export { openDraft, type Received, receive } from './actions/receive.ts';
export { type ReceivedRow, receiveRows } from './actions/receive-rows.ts';
export { reportVoices } from './actions/voices.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export { reportable } from './rules/book.ts';
export { type MessageOutcome, readMessageRow } from './rules/message-row.ts';
export { f1, type Labelled, type Measures, measure, type Report, shareOf } from './rules/suggest/measure.ts';
export { type SuggestedAnswer, type Suggestion, suggest, suggestBookOf } from './rules/suggest/suggest.ts';
export { requestById } from './store/requests.ts';
export { inBoth } from './words.ts';

// An order's page shows who called; the order itself does not know.
contributeRequests({
  ofOrder: async (tx, orderId) => {
    const [rows, moves] = await Promise.all([requestsOfOrder(tx, orderId), handOversOf(tx, orderId)]);
    return rows.map(({ requestId, ownerId, ownerUnit, ...row }) => ({
      id: requestId,
      ...row,
      owner: { staffId: ownerId, unit: ownerUnit },
      handOvers: moves.filter((move) => move.requestId === requestId),
    }));
  },
  ownedBy,
  repeatedIn,
  repeatsAmong,
  recentAt,
  wordsOf,
  saidIn,
  move: async (tx, requestIds, orderId) => {
    await tx.asSystem(() => moveRequests(tx, requestIds, orderId));
  },
  seal: sealRequests,
  complete: async (tx, orderId, details) => {
    await completeCaller(tx, orderId, details);
  },
});
