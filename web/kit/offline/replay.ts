/** What was given on the phone, done at once on what the phone knows: by the rules that decide at the server too. */
import type {
  FieldBook,
  FieldCommandName,
  FieldMe,
  FieldOrder,
  FieldSnapshot,
} from '../../../server/modules/field/rules/wire.ts';
import { type Scope, within } from '../../../server/modules/identity/rules/permissions.ts';
import { type ClockRow, isRunning } from '../../../server/modules/work-orders/rules/clocks.ts';
import type { Context, Inputs } from '../../../server/modules/work-orders/rules/context.ts';
import { decide } from '../../../server/modules/work-orders/rules/decide.ts';
import { fold } from '../../../server/modules/work-orders/rules/fold.ts';
import type { LogEntry, OrderState } from '../../../server/modules/work-orders/rules/order.ts';
import {
  type Book,
  bookOf,
  countedFacts,
  reckon,
  untilOf,
} from '../../../server/modules/work-orders/rules/rulebook.ts';
import { ok, type Refusal, type Result } from '../../../server/values/result.ts';

export interface Given {
  id: string;
  order: number;
  command: FieldCommandName;
  body: Record<string, unknown>;
  /** Milliseconds, on the server's time. */
  occurredAt: number;
  file?: { bytes: number; mediaType: string };
}

type Kept = Pick<FieldOrder<unknown>, 'log' | 'clocks' | 'placed'>;

export interface Known {
  snapshot: Pick<FieldSnapshot<unknown>, 'me' | 'units' | 'colleagues'>;
  book: Book;
  /** On the server's time. */
  now: number;
}

/** A rulebook as it was sent. The same object gives the same book, so that what was computed of it is kept. */
export const bookIn = ({ pack, holidays }: FieldBook): Book => bookOf(pack, holidays);

const mayOf =
  (me: FieldMe, placed: Kept['placed']) =>
  (action: string): boolean =>
    within(me, (me.permissions[action] ?? null) as Scope | null, placed);

export function contextOf(
  { placed }: Pick<Kept, 'placed'>,
  log: readonly LogEntry[],
  order: OrderState,
  clocks: readonly ClockRow[],
  { snapshot, book, now }: Known,
): Context {
  const { me, units } = snapshot;
  const counted = countedFacts(book, log, order, now);
  return {
    ...book,
    holds: (when, of) => book.holds(when, { ...of, facts: { ...counted, ...of.facts } }),
    now,
    actor: {
      staffId: me.staffId,
      departmentId: me.departmentId,
      // where the order is by now: one handed over is no longer one's own
      may: mayOf(me, { ...placed, department_id: order.departmentId, handler_id: order.handlerId }),
    },
    units,
    clocks: clocks.map((clock) => ({
      id: clock.clockId,
      until: untilOf(book, clock),
      due: clock.dueAt,
      open: isRunning(clock),
    })),
  };
}

const INSTANTS = new Set(['limit', 'until', 'from']);
const asTimes = (texts: object): Record<string, number> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Date.parse(String(text))]));

/** Times as the rules read them. */
function inputOf({ id, command, body, file }: Given): Inputs[FieldCommandName] {
  if (command === 'attach') {
    const { name, as } = body as { name: string; as?: 'signature' };
    return { attachmentId: id, name, mediaType: file?.mediaType ?? '', ...(as ? { as } : {}) };
  }
  const read = Object.entries(body).map(([name, sent]) => {
    if (INSTANTS.has(name)) return [name, Date.parse(String(sent))];
    return [name, name === 'plans' && typeof sent === 'object' && sent !== null ? asTimes(sent) : sent];
  });
  return Object.fromEntries(read) as unknown as Inputs[FieldCommandName];
}

function handlerOf({ command, body }: Given, { snapshot }: Known): Pick<Context, 'handler'> {
  if (command !== 'assign') return {};
  const found = snapshot.colleagues.find(({ staffId }) => staffId === body.handlerId);
  const { departmentId } = snapshot.me;
  return { handler: found ? { ...found, departmentId, active: true, crew: true } : null };
}

/** The log with it, or why not. */
export function doneHere(kept: Kept, log: readonly LogEntry[], given: Given, known: Known): Result<LogEntry[]> {
  const order = fold(log);
  const clocks = clocksWith(kept, log, known);
  const context = { ...contextOf(kept, log, order, clocks, known), ...handlerOf(given, known) };
  const decision = decide(order, given.command, inputOf(given) as never, context, {
    occurredAt: given.occurredAt,
    via: 'field',
    sent: given.id,
  });
  return decision.ok ? ok([...log, ...decision.value.entries]) : decision;
}

/** Clocks as what was given here leaves them. */
export const clocksWith = (kept: Kept, log: readonly LogEntry[], { snapshot, book, now }: Known): ClockRow[] =>
  log.length === kept.log.length
    ? kept.clocks
    : reckon({ order: fold(log), log, clocks: kept.clocks, units: snapshot.units, book }, now).rows;

/**
 * All that waits for an order, in its order. What the server has done is in its log already, under the same id. What the
 * rules refuse on what is known by now is left to the server's word.
 */
export function replayed(
  kept: Kept,
  waiting: readonly Given[],
  known: Known,
): { log: LogEntry[]; refused: Map<string, Refusal> } {
  const there = new Set(kept.log.flatMap(({ data }) => data.sent ?? []));
  let log: LogEntry[] = kept.log;
  const refused = new Map<string, Refusal>();
  for (const given of waiting) {
    if (there.has(given.id)) continue;
    const done = doneHere(kept, log, given, known);
    if (done.ok) log = done.value;
    else refused.set(given.id, done.refusal);
  }
  return { log, refused };
}
