/** Log → order. The stored row, its asks and what the clocks are computed from are all folded here. */
import type { Instant } from '../../../values/instant.ts';
import type { State } from './lifecycle.ts';
import type { Ask, LogEntry, OrderState } from './order.ts';

/** Kinds that are not milestones: nothing in a rulebook starts or stops by them. */
export const NOT_MILESTONES: ReadonlySet<string> = new Set([
  'note',
  'attached',
  'facts-set',
  'reclassified',
  'position-set',
  'plan-set',
  'return-asked',
  'return-refused',
  'extension-asked',
  'extension-refused',
  'pause-asked',
  'pause-refused',
  'step-granted',
  'resumed',
  'supervised',
  'warned',
  'breached',
  'breach-withdrawn',
  'redated',
  'joined',
  'left',
  'unmerged',
]);

export const isMilestone = (kind: string): boolean => !NOT_MILESTONES.has(kind);

/** The state each milestone brings; the others leave it. */
const STATE_AFTER: Record<string, State> = {
  created: 'awaiting-dispatch',
  dispatched: 'awaiting-acceptance',
  accepted: 'awaiting-assignment',
  assigned: 'in-progress',
  returned: 'awaiting-dispatch',
  handled: 'awaiting-review',
  rejected: 'in-progress',
  reviewed: 'awaiting-call-back',
  closed: 'closed',
  cancelled: 'cancelled',
  merged: 'merged',
};

/** Milestones that a later one takes back. */
const VOIDS: Record<string, (done: string) => boolean> = {
  returned: (done) => ['dispatched', 'accepted', 'assigned'].includes(done),
  rejected: (done) => ['handled', 'filled:reply'].includes(done),
  reopened: (done) => !['received', 'created'].includes(done),
};

export const NO_ORDER: OrderState = {
  state: 'awaiting-dispatch',
  round: 1,
  version: 0,
  lastSeq: 0,
  event: '',
  channel: '',
  facts: {},
  place: '',
  content: '',
  receivedAt: 0,
  createdAt: 0,
  closedAt: null,
  supervisedAt: null,
  departmentId: null,
  handlerId: null,
  stateSince: 0,
  requests: [],
  left: [],
  named: [],
  mergedInto: null,
  plans: {},
  forms: {},
  done: {},
  asks: [],
  pauses: [],
  held: [],
  position: null,
  packHash: null,
  calendarHash: null,
};

/** A whole log at once: towns of them are folded when they are re-dated or verified. */
export function fold(log: readonly LogEntry[], from: OrderState = NO_ORDER): OrderState {
  const order = own(from);
  for (const entry of log) advance(order, entry);
  return order;
}

/** One more entry. Neither argument is changed. */
export function apply(before: OrderState, entry: LogEntry): OrderState {
  const order = own(before);
  advance(order, entry);
  return order;
}

/** What `advance` may write to; all else in it is replaced, never changed. */
const own = (order: OrderState): OrderState => ({ ...order, done: { ...order.done } });

function advance(order: OrderState, entry: LogEntry): void {
  const { kind, data, occurredAt } = entry;
  const before = { state: order.state, stateSince: order.stateSince };
  order.lastSeq = entry.seq;
  order.version = entry.version;
  // What a second caller says is his own until somebody sets it for the order.
  const ownOfRequest = kind === 'received' && data.event === undefined;
  if (data.facts && !ownOfRequest) learn(order, data.facts);
  if (data.plans) order.plans = { ...order.plans, ...data.plans };
  if (data.forms) {
    order.forms = { ...order.forms };
    for (const [form, values] of Object.entries(data.forms)) {
      order.forms[form] = { ...order.forms[form], ...values };
    }
  }
  if (isMilestone(kind)) {
    achieve(order, entry);
    const next = STATE_AFTER[kind];
    if (next && next !== order.state) order.stateSince = occurredAt;
    if (next) order.state = next;
  }
  EFFECTS[kind]?.(order, entry, before);
}

/** Corrects what callers are thought to have said as well; whether each left a number is his alone where there are several. */
function learn(order: OrderState, facts: NonNullable<LogEntry['data']['facts']>): void {
  order.facts = { ...order.facts, ...facts };
  const { 'contact-left': _own, ...common } = facts;
  const corrected = order.requests.length > 1 ? common : facts;
  order.requests = order.requests.map((request) => {
    const known = Object.entries(corrected).filter(([fact]) => request.facts?.[fact] !== undefined);
    return known.length === 0 ? request : { ...request, facts: { ...request.facts, ...Object.fromEntries(known) } };
  });
}

/** A milestone of the order is one of every caller; one of a caller is the order's once every caller has it. */
function achieve(order: OrderState, { kind, occurredAt, requestId }: LogEntry): void {
  const named = requestId !== null && kind !== 'received';
  const voided = VOIDS[kind];
  const after = (done: Record<string, Instant>): Record<string, Instant> => ({
    ...(voided ? Object.fromEntries(Object.entries(done).filter(([one]) => !voided(one))) : done),
    [kind]: occurredAt,
  });
  order.requests = order.requests.map((one) =>
    named && one.id !== requestId ? one : { ...one, done: after(one.done) },
  );
  if (!named) {
    order.done = after(order.done);
    order.named = order.named.filter((one) => one !== kind);
    return;
  }
  if (!order.named.includes(kind) && order.done[kind] === undefined) order.named = [...order.named, kind];
  settle(order);
}

function settle(order: OrderState): void {
  if (order.requests.length === 0) return;
  order.done = { ...order.done };
  for (const kind of order.named) {
    const times = order.requests.flatMap(({ done }) => done[kind] ?? []);
    if (times.length === order.requests.length) order.done[kind] = Math.max(...times);
    else delete order.done[kind];
  }
}

const hold = (order: OrderState, departmentId: string | null, from: Instant): void => {
  order.departmentId = departmentId;
  order.held = [...order.held, { departmentId, from }];
};

const withAsk = (order: OrderState, id: number | undefined, change: (ask: Ask) => Ask): void => {
  order.asks = order.asks.map((ask) => (ask.id === id ? change(ask) : ask));
};

const decided = (ask: Ask, decision: Ask['decision'], entry: LogEntry): Ask => ({
  ...ask,
  decision,
  stepsDone: decision === 'granted' ? ask.steps.length : ask.stepsDone,
  decidedAt: entry.recordedAt,
  decidedBy: entry.staffId,
  note: entry.data.text ?? null,
  until: entry.data.until === undefined ? ask.until : entry.data.until,
});

const lapse = (order: OrderState, entry: LogEntry, kinds: readonly Ask['kind'][]): void => {
  order.asks = order.asks.map((ask) =>
    ask.decision === null && kinds.includes(ask.kind)
      ? { ...ask, decision: 'withdrawn', decidedAt: entry.recordedAt, decidedBy: entry.staffId }
      : ask,
  );
};

const asked = (order: OrderState, entry: LogEntry): void => {
  const { data } = entry;
  if (data.ask === undefined || !data.askKind) return;
  const ask: Ask = {
    id: data.ask,
    kind: data.askKind,
    entry: data.entry ?? null,
    clocks: data.clocks ?? [],
    reason: data.reason ?? '',
    basis: data.basis ?? '',
    from: data.from ?? null,
    until: data.until ?? null,
    askedAt: entry.occurredAt,
    askedBy: entry.staffId,
    steps: data.steps ?? [],
    stepsDone: 0,
    decidedAt: null,
    decidedBy: null,
    decision: null,
    note: null,
  };
  order.asks = [...order.asks, ask];
};

const endPauses = (order: OrderState, at: Instant): void => {
  order.pauses = order.pauses.map((pause) =>
    pause.from <= at && (pause.until === null || pause.until > at) ? { ...pause, until: at } : pause,
  );
};

type Before = Pick<OrderState, 'state' | 'stateSince'>;

const EFFECTS: Record<string, (order: OrderState, entry: LogEntry, before: Before) => void> = {
  received(order, { seq, data, requestId, occurredAt, recordedAt }) {
    if (requestId !== null) {
      const request = { id: requestId, receivedAt: occurredAt, channel: data.channel ?? order.channel };
      const own = data.facts ? { facts: data.facts } : {};
      const joined = data.event === undefined ? { joinedAt: recordedAt } : {};
      const added = { ...request, elements: data.elements ?? [], ...own, done: {}, since: seq, ...joined };
      order.requests = [...order.requests, added];
      settle(order);
    }
    if (data.event === undefined) return;
    order.event = data.event;
    order.channel = data.channel ?? '';
    order.place = data.place ?? '';
    order.content = data.content ?? '';
    order.position = data.position ?? null;
    order.receivedAt = occurredAt;
    order.stateSince = occurredAt;
    hold(order, data.departmentId ?? null, occurredAt);
  },
  'position-set'(order, { data }) {
    order.position = data.position ?? order.position;
    order.place = data.place ?? order.place;
  },
  reclassified(order, { data }) {
    order.event = data.event ?? order.event;
  },
  redated(order, { data }) {
    order.packHash = data.toPack ?? order.packHash;
    if (data.toCalendar !== undefined) order.calendarHash = data.toCalendar;
  },
  created(order, { occurredAt }) {
    order.createdAt = occurredAt;
    order.stateSince = occurredAt;
  },
  dispatched: (order, { data, occurredAt }) => hold(order, data.departmentId ?? null, occurredAt),
  assigned(order, { data }) {
    order.handlerId = data.handlerId ?? null;
  },
  'return-asked': asked,
  'extension-asked': asked,
  'pause-asked': asked,
  'step-granted': (order, { data }) => withAsk(order, data.ask, (ask) => ({ ...ask, stepsDone: ask.stepsDone + 1 })),
  'return-refused': (order, entry) => withAsk(order, entry.data.ask, (ask) => decided(ask, 'refused', entry)),
  'extension-refused': (order, entry) => withAsk(order, entry.data.ask, (ask) => decided(ask, 'refused', entry)),
  'pause-refused': (order, entry) => withAsk(order, entry.data.ask, (ask) => decided(ask, 'refused', entry)),
  extended: (order, entry) => withAsk(order, entry.data.ask, (ask) => decided(ask, 'granted', entry)),
  returned(order, entry) {
    withAsk(order, entry.data.ask, (ask) => decided(ask, 'granted', entry));
    lapse(order, entry, ['return', 'extension']);
    order.handlerId = null;
    hold(order, null, entry.occurredAt);
  },
  paused(order, entry) {
    const { data } = entry;
    withAsk(order, data.ask, (ask) => decided(ask, 'granted', entry));
    const pause = {
      id: entry.seq,
      ask: data.ask ?? 0,
      entry: data.entry ?? '',
      clocks: data.clocks ?? ('all' as const),
    };
    order.pauses = [...order.pauses, { ...pause, from: data.from ?? entry.occurredAt, until: data.until ?? null }];
  },
  resumed: (order, { occurredAt }) => endPauses(order, occurredAt),
  supervised(order, { occurredAt }) {
    order.supervisedAt = occurredAt;
  },
  handled: (order, entry) => lapse(order, entry, ['return', 'extension']),
  rejected(order) {
    const { reply: _void, ...forms } = order.forms;
    order.forms = forms;
  },
  closed(order, entry) {
    order.closedAt = entry.occurredAt;
    lapse(order, entry, ['return', 'extension', 'pause']);
  },
  cancelled(order, entry) {
    order.closedAt = entry.occurredAt;
    lapse(order, entry, ['return', 'extension', 'pause']);
  },
  joined(order, { seq, data, requestId, recordedAt }) {
    if (requestId === null || !data.request) return;
    const { receivedAt, channel, elements, facts, done } = data.request;
    const here = order.requests.find(({ id }) => id === requestId);
    const before = data.back ? (here ?? order.left.find(({ id }) => id === requestId)) : undefined;
    const added = before
      ? { ...before, done: { ...before.done, ...done } }
      : {
          ...{ id: requestId, receivedAt, channel, elements, facts, done, since: seq, joinedAt: recordedAt },
          ...(data.otherOrder ? { from: data.otherOrder } : {}),
        };
    order.left = order.left.filter(({ id }) => id !== requestId);
    order.requests = [...order.requests.filter(({ id }) => id !== requestId), added];
    order.named = [...new Set([...order.named, ...Object.keys(done)])];
    settle(order);
  },
  left(order, { requestId }) {
    order.left = [
      ...order.left.filter(({ id }) => id !== requestId),
      ...order.requests.filter(({ id }) => id === requestId),
    ];
    order.requests = order.requests.filter(({ id }) => id !== requestId);
    settle(order);
  },
  merged(order, entry, { state, stateSince }) {
    order.mergedInto = entry.data.otherOrder ? { ...entry.data.otherOrder, state, stateSince } : null;
    order.closedAt = entry.occurredAt;
    lapse(order, entry, ['return', 'extension', 'pause']);
  },
  unmerged(order) {
    if (!order.mergedInto) return;
    const { merged: _void, ...done } = order.done;
    order.done = done;
    order.state = order.mergedInto.state;
    order.stateSince = order.mergedInto.stateSince;
    order.mergedInto = null;
    order.closedAt = null;
  },
  rated(order, { data, requestId }) {
    const { rating } = data;
    if (rating === undefined) return;
    order.requests = order.requests.map((one) =>
      requestId === null || one.id === requestId ? { ...one, rating } : one,
    );
  },
  reopened(order, { data, occurredAt }) {
    order.round += 1;
    order.requests = order.requests.map(({ rating: _void, ...one }) => one);
    order.closedAt = null;
    order.stateSince = occurredAt;
    const { reply: _void, ...forms } = order.forms;
    order.forms = forms;
    order.state = 'awaiting-dispatch';
    if (data.sameUnit) return;
    order.handlerId = null;
    hold(order, null, occurredAt);
  },
};
