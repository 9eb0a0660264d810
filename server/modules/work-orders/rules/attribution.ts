/**
 * Attribution 时长归属: with whom an order lay, and how long. The whole time from receipt to close (or to now)
 * falls to somebody, once: what is told adds up to the time elapsed, to the millisecond.
 */
import type { Instant, Millis } from '../../../values/instant.ts';
import { emptySpread, type Spread } from '../../../values/spread.ts';
import type { Pack, PauseEntry, Test } from '../../regulations/rules/pack.ts';
import { apply, fold, NO_ORDER } from './fold.ts';
import type { State } from './lifecycle.ts';
import type { GrantedPause, LogEntry, OrderState } from './order.ts';
import type { Words } from './words.ts';

export const HOLDERS = ['desk', 'department', 'crew', 'customer', 'other', 'pause', 'closed'] as const;
export type Holder = (typeof HOLDERS)[number];

export const HOLDER_WORDS: Record<Holder, Words> = {
  desk: { zh: '坐席', en: 'Desk' },
  department: { zh: '责任单位', en: 'Unit' },
  crew: { zh: '一线', en: 'Crew' },
  customer: { zh: '等客户', en: 'Customer' },
  other: { zh: '等他方', en: 'Others' },
  pause: { zh: '暂停', en: 'Paused' },
  closed: { zh: '办结期间', en: 'Closed' },
};

/** The department has it once it has accepted, the crew once it is assigned; before, and after the reply, the desk. */
const HOLDER_IN: Record<State, Holder> = {
  'awaiting-dispatch': 'desk',
  'awaiting-acceptance': 'desk',
  'awaiting-assignment': 'department',
  'in-progress': 'crew',
  'awaiting-review': 'desk',
  'awaiting-call-back': 'desk',
  closed: 'closed',
  cancelled: 'closed',
  merged: 'closed',
};

export interface Segment {
  from: Instant;
  until: Instant;
  holder: Holder;
  state: State;
  /** The responsible unit of that time, whoever held the order for it; null: none yet. */
  departmentId: string | null;
  /** The handler, where the crew held it. */
  staffId: number | null;
  /** Sequence number of the entry by which it came there. */
  because: number;
  /** Of `pauses` in the rulebook, where a pause did it. */
  entry: string | null;
}

export type Totals = Record<Holder, Millis>;

export interface Attribution {
  from: Instant;
  /** When it was closed; while it is open, now. */
  until: Instant;
  segments: Segment[];
  totals: Totals;
}

/** Whom a pause waits for; `pause`: the rulebook does not say. */
export type PauseHolder = Extract<Holder, 'customer' | 'other' | 'pause'>;
export type PauseHolderOf = (entry: string) => PauseHolder;

/** What the log must hold for the answer to be the same as with all of it. */
export const TELLING_KINDS: readonly string[] = [
  'received',
  'created',
  'dispatched',
  'accepted',
  'returned',
  'assigned',
  'handled',
  'rejected',
  'reviewed',
  'closed',
  'cancelled',
  'merged',
  'unmerged',
  'reopened',
  'paused',
  'resumed',
  'plan-set',
  'arrived',
];
const TELLING = new Set(TELLING_KINDS);

/** @param log of one order, by sequence number */
export function attribute(log: readonly LogEntry[], now: Instant, holderOf: PauseHolderOf): Attribution {
  const telling = log.filter(({ kind }) => TELLING.has(kind));
  const order = fold(telling);
  const from = order.receivedAt;
  const until = Math.max(from, order.closedAt ?? now);
  const turns = turnsOf(telling);
  const waits = waitsOf(telling);
  const cuts = [
    ...turns.map((turn) => turn.at),
    ...order.pauses.flatMap((pause) => [pause.from, pause.until ?? until]),
    ...waits.flatMap((wait) => [wait.from, wait.until]),
  ];
  const inside = cuts.filter((at) => at > from && at < until).sort((a, b) => a - b);
  const segments: Segment[] = [];
  let turn = 0;
  let start = from;
  for (const end of [...inside, until]) {
    if (end === start) continue;
    while ((turns[turn + 1]?.at ?? until) <= start) turn += 1;
    const held = holding(turns[turn], order.pauses, waits, start, holderOf);
    const last = segments.at(-1);
    if (last && alike(last, held)) last.until = end;
    else segments.push({ from: start, until: end, ...held });
    start = end;
  }
  return { from, until, segments, totals: totalsOf(segments) };
}

/** From an instant on, until the next. */
interface Turn {
  at: Instant;
  state: State;
  departmentId: string | null;
  handlerId: number | null;
  because: number;
}

/** As it happened: what was recorded late stands where it occurred. */
function turnsOf(log: readonly LogEntry[]): Turn[] {
  const turns: Turn[] = [];
  const occurred = [...log].sort((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq);
  let before: OrderState = NO_ORDER;
  for (const entry of occurred) {
    const after = apply(before, entry);
    if (turns.length === 0 || moved(before, after)) {
      const { state, departmentId, handlerId } = after;
      turns.push({ at: entry.occurredAt, state, departmentId, handlerId, because: entry.seq });
    }
    before = after;
  }
  return turns;
}

const moved = (a: OrderState, b: OrderState): boolean =>
  a.state !== b.state || a.departmentId !== b.departmentId || a.handlerId !== b.handlerId;

interface Wait {
  from: Instant;
  until: Instant;
  because: number;
}

/** Appointments 预约: the crew waits for the hour that was agreed with the customer, or until it goes there earlier. */
function waitsOf(log: readonly LogEntry[]): Wait[] {
  const set = log
    .filter(({ data }) => data.plans?.['appointment.start'] !== undefined)
    .sort((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq);
  return set.flatMap((entry, index) => {
    const from = entry.occurredAt;
    const arrived = log.filter(({ kind, occurredAt }) => kind === 'arrived' && occurredAt >= from);
    const until = Math.min(
      entry.data.plans?.['appointment.start'] ?? from,
      set[index + 1]?.occurredAt ?? Number.POSITIVE_INFINITY,
      ...arrived.map(({ occurredAt }) => occurredAt),
    );
    return until > from ? [{ from, until, because: entry.seq }] : [];
  });
}

type Held = Omit<Segment, 'from' | 'until'>;

/** Nobody has what is closed; a pause goes before whoever has it, an appointment before the crew. */
function holding(
  turn: Turn | undefined,
  pauses: readonly GrantedPause[],
  waits: readonly Wait[],
  at: Instant,
  holderOf: PauseHolderOf,
): Held {
  const { state, departmentId, handlerId, because } = turn ?? { ...NOBODY, because: 1 };
  const holder = HOLDER_IN[state];
  const held = { holder, state, departmentId, staffId: null, because, entry: null };
  if (holder === 'closed') return held;
  const pause = pauses.find((one) => one.from <= at && (one.until === null || one.until > at));
  if (pause) return { ...held, holder: holderOf(pause.entry), because: pause.id, entry: pause.entry };
  if (holder !== 'crew') return held;
  const wait = waits.find((one) => one.from <= at && one.until > at);
  return wait ? { ...held, holder: 'customer', because: wait.because } : { ...held, staffId: handlerId };
}

const NOBODY = { state: 'awaiting-dispatch', departmentId: null, handlerId: null } as const;

const alike = (a: Held, b: Held): boolean =>
  a.holder === b.holder &&
  a.state === b.state &&
  a.departmentId === b.departmentId &&
  a.staffId === b.staffId &&
  a.because === b.because;

export function totalsOf(segments: readonly Segment[]): Totals {
  const totals = Object.fromEntries(HOLDERS.map((holder) => [holder, 0])) as Totals;
  for (const { holder, from, until } of segments) totals[holder] += until - from;
  return totals;
}

/** What lies in a period `[from, until)`. */
export const cut = (segments: readonly Segment[], from: Instant, until: Instant): Segment[] =>
  segments.flatMap((one) => {
    const part = { ...one, from: Math.max(one.from, from), until: Math.min(one.until, until) };
    return part.until > part.from ? [part] : [];
  });

const WHO: Record<'customer' | 'other', RegExp> = {
  customer:
    /(用户|用戶|客户|客戶|业主|來電人|来电人|报修人|诉求人)(本人|自身|方)?的?(原因|要求|申请|预约|约定|改约|改期|不在|不便|不配合|拒绝|未)/,
  other: /(第三方|外单位|产权单位|物业|市政|交警|电力|燃气|施工单位)(部门|方)?的?(自身)?(原因|未|审批|许可|配合|协调)/,
};

/** Values a `when` allows a fact, where it lists them. */
const listed = (test: Test | undefined): (string | number | boolean)[] => (test?.op === 'any-of' ? test.values : []);

/**
 * Whom the pauses of a rulebook wait for: as its fact `waiting-for` says (customer, other), else as the words of the
 * article say. What says neither, or both, is a pause and no more.
 */
export function pauseHolders({ pauses }: Pick<Pack, 'pauses'>): PauseHolderOf {
  const known = new Map(pauses.map((entry) => [entry.id, pauseHolder(entry)]));
  return (entry) => known.get(entry) ?? 'pause';
}

function pauseHolder({ when, quote }: PauseEntry): PauseHolder {
  const [fact, ...more] = listed(when?.facts['waiting-for']);
  if (more.length === 0 && (fact === 'customer' || fact === 'other')) return fact;
  const [customer, other] = [WHO.customer.test(quote), WHO.other.test(quote)];
  if (customer === other) return 'pause';
  return customer ? 'customer' : 'other';
}

/** Of many orders: for each responsible unit and holder, how often, how long, and how long for most. */
export interface AttributionRow {
  departmentId: string | null;
  holder: Holder;
  orders: number;
  total: Millis;
  mean: Millis;
  /** Nine of ten orders took no longer; to 1 in 256. */
  p90: Millis;
}

export interface AttributionTally {
  /** All segments of one order. */
  add(segments: readonly Segment[]): void;
  /** Orders that had a part in it. */
  orders(): number;
  rows(): AttributionRow[];
}

const NINE_OF_TEN = 0.9;

/** @param department only what was spent while this unit was responsible */
export function attributionTally(department?: string): AttributionTally {
  const spreads = new Map<string | null, Map<Holder, Spread>>();
  let orders = 0;
  return {
    add(segments) {
      const mine = department === undefined ? segments : segments.filter((one) => one.departmentId === department);
      if (mine.length > 0) orders += 1;
      for (const unit of new Set(mine.map(({ departmentId }) => departmentId))) {
        const held = spreads.get(unit) ?? new Map<Holder, Spread>();
        spreads.set(unit, held);
        const totals = totalsOf(mine.filter(({ departmentId }) => departmentId === unit));
        for (const holder of HOLDERS.filter((one) => totals[one] > 0)) {
          const spread = held.get(holder) ?? emptySpread();
          spread.add(totals[holder]);
          held.set(holder, spread);
        }
      }
    },
    orders: () => orders,
    rows: () =>
      [...spreads]
        .sort(([a], [b]) => (a ?? '').localeCompare(b ?? ''))
        .flatMap(([departmentId, held]) =>
          HOLDERS.flatMap((holder): AttributionRow[] => {
            const spread = held.get(holder);
            if (!spread) return [];
            const { count, sum } = spread;
            const mean = Math.round(sum / count);
            return [{ departmentId, holder, orders: count, total: sum, mean, p90: spread.quantile(NINE_OF_TEN) }];
          }),
        ),
  };
}
