/** What a request takes along when it leaves an order, and what it then is to the order it comes to. */
import type { Instant } from '../../../../values/instant.ts';
import type { Extension, Happening, PauseSpan, PlanSetting } from '../../../regulations/rules/matter.ts';
import { type ClockRow, stands } from '../clocks.ts';
import { isMilestone } from '../fold.ts';
import type { Arriving, EventData, LogEntry, NewEntry, OrderRequest, OrderState, OtherOrder, Past } from '../order.ts';

/**
 * - `all`: it moves with its order, and its clocks go on: what that order did stays done for it.
 * - `own`: it never belonged there: only what was done towards this caller goes with it.
 */
export type Taken = 'all' | 'own';

const BEGINNING: ReadonlySet<string> = new Set(['received', 'created', 'merged']);

/** Entries that say something of this request as it is in the order now. */
const concerns = (entry: LogEntry, request: OrderRequest): boolean =>
  entry.requestId === null || (entry.requestId === request.id && entry.seq >= request.since);

export function pastOf(log: readonly LogEntry[], order: OrderState, request: OrderRequest, taken: Taken): Past {
  const since = request.joinedAt ?? Number.NEGATIVE_INFINITY;
  const past: Past = { happenings: [], plans: [], pauses: [], extensions: [] };
  // Earlier rounds of an order he joined later do not concern him.
  const round = log
    .filter(({ kind, requestId, occurredAt }) => kind === 'reopened' && requestId === null && occurredAt <= since)
    .at(-1);
  const earlier = (entry: LogEntry): boolean =>
    round !== undefined && entry.requestId === null && entry.seq <= round.seq;
  const keeps = (own: boolean): boolean => own || taken === 'all';
  for (const entry of log) {
    if (!concerns(entry, request) || earlier(entry)) continue;
    const { kind, occurredAt, recordedAt, data } = entry;
    const own = entry.requestId !== null;
    const as = (at: Instant): Instant => (own ? at : Math.max(at, since));
    if (kind === 'joined' && own) {
      takeAlong(past, data.past, taken);
      continue;
    }
    if (!keeps(own)) continue;
    const mark = own ? { own: true as const } : {};
    if (isMilestone(kind) && !BEGINNING.has(kind)) {
      const by = data.unit ? { by: data.unit } : {};
      past.happenings.push({ milestone: kind, at: as(occurredAt), recordedAt, ...by, ...mark });
    }
    for (const [plan, at] of Object.entries(data.plans ?? {})) {
      past.plans.push({ plan, at, setAt: as(recordedAt), ...mark });
    }
    if (kind === 'extended' && data.due !== undefined && occurredAt >= since) {
      const clocks = data.clocks === 'all' || !data.clocks ? [] : data.clocks;
      past.extensions.push({ at: occurredAt, clocks, due: data.due });
    }
  }
  if (taken === 'all') {
    for (const { entry, clocks, from, until } of order.pauses) {
      if (until !== null && until <= since) continue;
      past.pauses.push({ entry, clocks, from: Math.max(from, since), until });
    }
  }
  return past;
}

function takeAlong(past: Past, from: Past | undefined, taken: Taken): void {
  if (!from) return;
  const keeps = ({ own }: { own?: true }): boolean => own === true || taken === 'all';
  past.happenings.push(...from.happenings.filter(keeps));
  past.plans.push(...from.plans.filter(keeps));
  if (taken === 'own') return;
  past.pauses.push(...from.pauses);
  past.extensions.push(...from.extensions);
}

/** Of an open pause the end is when it left: what the order it is in now pauses is another matter. */
const endedAt = (past: Past, at: Instant): Past => ({
  ...past,
  pauses: past.pauses.map((pause) => (pause.until === null || pause.until > at ? { ...pause, until: at } : pause)),
});

export interface Moving {
  log: readonly LogEntry[];
  order: OrderState;
  clocks: readonly ClockRow[];
  request: OrderRequest;
  /** The order it comes from. */
  from: OtherOrder;
  at: Instant;
}

/** The entry by which a request comes to an order, with all it brings. */
export function arrival({ log, order, clocks, request, from, at }: Moving, taken: Taken, back: boolean): NewEntry {
  const past = endedAt(pastOf(log, order, request, taken), at);
  const own = new Set(order.named);
  const arriving: Arriving = {
    receivedAt: request.receivedAt,
    channel: request.channel,
    elements: request.elements,
    facts: taken === 'all' ? { ...order.facts, ...request.facts } : { ...request.facts },
    done: Object.fromEntries(Object.entries(request.done).filter(([kind]) => own.has(kind))),
  };
  const said = clocks
    .filter((row) => row.requestId === request.id && stands(row))
    .map(({ clockId, run }) => ({ clock: clockId, run }));
  const data: EventData = { request: arriving, past, said, otherOrder: from, ...(back ? { back } : {}) };
  return { kind: 'joined', occurredAt: at, requestId: request.id, data };
}

interface Told {
  happenings: Happening[];
  plans: PlanSetting[];
  pauses: PauseSpan[];
  extensions: Extension[];
}

/** What a request brought along, as the evaluator is told; between the entries of the log by number. */
export function broughtBy({ seq, requestId, data }: LogEntry): Told {
  const request = String(requestId);
  const { happenings = [], plans = [], pauses = [], extensions = [] } = data.past ?? {};
  const all = happenings.length + plans.length + pauses.length + extensions.length;
  let n = 0;
  const id = (): number => {
    n += 1;
    return seq - 1 + n / (all + 1);
  };
  return {
    happenings: happenings.map(({ own: _own, ...one }) => ({ ...one, id: id(), request })),
    plans: plans.map(({ own: _own, ...one }) => ({ ...one, id: id(), request, elsewhere: true as const })),
    pauses: pauses.map((one) => ({ ...one, id: id(), request })),
    extensions: extensions.map((one) => ({ ...one, id: id(), request })),
  };
}
