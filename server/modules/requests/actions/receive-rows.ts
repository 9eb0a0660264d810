/**
 * Rows of message files become requests, declined requests or drafts, one transaction for many of them. A source's id
 * is taken once: a row that is here already changes nothing.
 */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Me } from '../../../platform/http/route.ts';
import type { Refusal } from '../../../values/result.ts';
import type { Acting } from '../book.ts';
import { THANKS } from '../rules/contact/voices.ts';
import type { Intake } from '../rules/intake.ts';
import type { MessageOutcome } from '../rules/message-row.ts';
import { refsPresent } from '../store/requests.ts';
import { release, rollbackTo, savepoint } from '../store/savepoint.ts';
import { declineNew, keepDraft } from './decline.ts';
import { receive } from './receive.ts';
import { registerNew } from './register.ts';

export interface ReceivedRow {
  outcome: 'created' | 'declined' | 'registered' | 'draft' | 'repeated' | 'refused';
  requestId: number | null;
  orderNumber: string | null;
  explanation: string | null;
  refusal: Refusal | null;
}

const NOTHING: Omit<ReceivedRow, 'outcome'> = { requestId: null, orderNumber: null, explanation: null, refusal: null };

/** @param me null: the command line */
export async function receiveRows(
  context: { tx: Tx; me: Me | null; time: TimeSource },
  rows: readonly MessageOutcome[],
): Promise<ReceivedRow[]> {
  const acting: Acting = { ...context, via: 'import' };
  const { tx } = context;
  const present = await refsPresentOf(tx, rows);
  const received: ReceivedRow[] = [];
  for (const row of rows) {
    const ref = refOf(row);
    if (present.has(ref)) {
      received.push({ ...NOTHING, outcome: 'repeated' });
      continue;
    }
    await savepoint(tx);
    const one = await receiveRow(acting, row);
    if (one.outcome === 'refused') await rollbackTo(tx);
    await release(tx);
    // the same id twice in one file is a repetition too
    if (one.outcome !== 'refused') present.add(ref);
    received.push(one);
  }
  return received;
}

const refOf = ({ intake: { source, sourceRef } }: MessageOutcome): string => `${source}\n${sourceRef}`;

async function refsPresentOf(tx: Tx, rows: readonly MessageOutcome[]): Promise<Set<string>> {
  const present = new Set<string>();
  for (const [source, some] of Map.groupBy(rows, ({ intake }) => intake.source ?? '')) {
    const refs = some.map(({ intake }) => intake.sourceRef ?? '');
    for (const ref of (await refsPresent(tx, source, refs)).keys()) present.add(`${source}\n${ref}`);
  }
  return present;
}

async function receiveRow(acting: Acting, row: MessageOutcome): Promise<ReceivedRow> {
  if (row.kind === 'receive') {
    const received = await receive(acting, row.intake);
    if (!received.ok && received.refusal.code === 'needs-no-order') return registerRow(acting, row.intake);
    if (!received.ok) return refused(received.refusal);
    const { requestId, order } = received.value;
    return { ...NOTHING, outcome: 'created', requestId, orderNumber: order.number };
  }
  if (row.kind === 'decline') {
    const { reason, explanation, handedTo } = row;
    const declined = await declineNew(acting, row.intake, {
      reason,
      explanation,
      ...(handedTo === null ? {} : { handedTo }),
    });
    if (!declined.ok) return refused(declined.refusal);
    return { ...NOTHING, outcome: 'declined', requestId: declined.value.requestId, explanation };
  }
  const draft = await keepDraft(acting, row.intake);
  return draft.ok ? { ...NOTHING, outcome: 'draft', requestId: draft.value } : refused(draft.refusal);
}

async function registerRow(acting: Acting, intake: Intake): Promise<ReceivedRow> {
  const registered = await registerNew(acting, intake, { thanks: THANKS });
  return registered.ok
    ? { ...NOTHING, outcome: 'registered', requestId: registered.value, explanation: THANKS }
    : refused(registered.refusal);
}

const refused = (refusal: Refusal): ReceivedRow =>
  refusal.code === 'request-already-received'
    ? { ...NOTHING, outcome: 'repeated' }
    : { ...NOTHING, outcome: 'refused', refusal };
