/** Work orders 工单: lifecycle, log, clocks, asks. */
import './actions/listing/open-matters.ts';

export { announceFacts } from './actions/announce-facts.ts';
export { reportAttribution } from './actions/attribution.ts';
export { type Body, execute, type Given, type Rated, rateOrder } from './actions/execute.ts';
export { type Duplicate, findDuplicates } from './actions/find-duplicates.ts';
export { joinOrder, splitRequest } from './actions/join-order.ts';
export {
  type ExportedOrder,
  exportOrders,
  maySort,
  orderIdsListed,
  ordersSeen,
} from './actions/listing/export-orders.ts';
export { type ListQuery, readCounts, readOrders } from './actions/listing/list-orders.ts';
export { completeSearch, findAnew } from './actions/listing/make-findable.ts';
export {
  type ActedOn,
  type KnownMatter,
  mattersOfPeriod,
  orderToActOn,
  readMatter,
} from './actions/listing/matters.ts';
export { mergeOrders, unmergeOrder } from './actions/merge-orders.ts';
export { type OpenedOrder, type OpenOrder, openOrder } from './actions/open-order.ts';
export { heldBy, unitsOf } from './actions/people.ts';
export { type Carried, type CarriedOrder, carryOrders } from './actions/phone/carry-orders.ts';
export { type FromPhone, PHONE_COMMANDS, takeFromPhone } from './actions/phone/from-phone.ts';
export { orderIdOf, readClocks, readOrder } from './actions/read-orders.ts';
export {
  askRedating,
  decideRedating,
  type Preview,
  previewRedating,
  revertRedating,
  type Wanted,
} from './actions/redatings.ts';
export { refold } from './actions/refold.ts';
export { rereadWaiting } from './actions/reread-waiting.ts';
export { nextFiringOf, type Swept, sweep } from './actions/sweep.ts';
export { type Difference, type Verified, verifyOrders } from './actions/verify.ts';
export {
  type CallerDetails,
  type CallerWords,
  contributeDuties,
  contributeRequests,
  followOrders,
  type OrderNews,
  type RequestCard,
  type RequestCards,
  requestCards,
} from './contributions.ts';
export { ORDER_QUERY } from './listing-routes.ts';
export { measures } from './measures.ts';
export { messages } from './messages.ts';
export { listRedatings, previewView } from './redating-routes.ts';
export { routes } from './routes.ts';
export { readingView } from './rules/clock-view.ts';
export type { Inputs } from './rules/context.ts';
export { COMMANDS, type Command, STATES, type State } from './rules/lifecycle.ts';
export { type Document, tokensOf } from './rules/listing/tokens.ts';
export type { Report } from './rules/merging/duplicates.ts';
export { clockName, milestoneName } from './rules/names.ts';
export { type EventData, FLAGS, type Flag, type LogEntry } from './rules/order.ts';
export { type RouteView as Ownership, routeView } from './rules/routing/because.ts';
export type { DutyNews } from './rules/routing/duty-news.ts';
export { routesOf, unitFor } from './rules/routing/routing.ts';
export { orderRules } from './rules/routing/worked-cases.ts';
export { type Book, bookOf, type Rulebook, rulebookOf } from './rules/rulebook.ts';
export {
  isGood,
  OUTCOME_WORDS,
  OUTCOMES,
  type Outcome,
  RATING_WORDS,
  RATINGS,
  type Rating,
} from './rules/satisfaction/levels.ts';
export { COMMAND_WORDS, STATE_WORDS } from './rules/words.ts';
export { DuplicateView, OrderDetail, RouteView } from './schemas.ts';
export { type BriefOrder, briefOrders } from './store/attribution.ts';
export { type CommandFilter, type CommandRow, listCommands, orderNumbers } from './store/commands.ts';
export { forgetPresence } from './store/presence.ts';
export { topics } from './topics.ts';
