/** A command on an order: allowed or not, and what it writes. Everything it needs to know is told. */
import { type Instant, SECOND } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import { approvalOf, mayDecide, openAsk, pausesToAsk } from './asks.ts';
import type { Context, Inputs } from './context.ts';
import { apply } from './fold.ts';
import { stuckAt } from './gates.ts';
import { HANDLERS } from './handlers.ts';
import { ACTION, type Command, LIFECYCLE, leadsTo, raisesVersion, type State } from './lifecycle.ts';
import { maySplit } from './merging/commands.ts';
import type { AskKind, Flag, LogEntry, NewEntry, OrderState, Via } from './order.ts';

export interface Decision {
  state: State;
  entries: LogEntry[];
  order: OrderState;
}

export interface When {
  /** Absent: now. */
  occurredAt?: Instant;
  via?: Via;
  /** Of a phone: the id it gave the command, and what is doubtful about it. */
  sent?: string;
  flags?: readonly Flag[];
}

/** Characters of any text a command carries. */
export const TEXT_LIMIT = 2000;
/** A phone's clock may be this much ahead. */
const SKEW = 60 * SECOND;
/** Commands that tell of the past; the others move the order and cannot be earlier than its last move. */
const TELLING: ReadonlySet<Command> = new Set([
  'record',
  'note',
  'attach',
  'set-facts',
  'set-position',
  'reclassify',
  'call-back',
  'resume',
]);

export function decide<C extends Command>(
  order: OrderState,
  command: C,
  input: Inputs[C],
  context: Context,
  { occurredAt, ...from }: When = {},
): Result<Decision> {
  const blocked = refusalOf(order, command, context);
  if (blocked) return { ok: false, refusal: blocked };
  const at = Math.min(occurredAt ?? context.now, context.now + SKEW);
  const times = timesHold(order, command, occurredAt ?? context.now, context.now);
  if (!times.ok) return times;
  const texts = textsHold(input as Record<string, unknown>);
  if (!texts.ok) return texts;
  const written = HANDLERS[command](order, input, context, at);
  if (!written.ok) return written;
  return ok(write(order, command, written.value, context, from));
}

/** Why a command cannot be given at all now, whatever is put in; null if it can. */
export function refusalOf(order: OrderState, command: Command, context: Context): Refusal | null {
  if (!LIFECYCLE[order.state][command]) {
    return { code: 'not-in-this-state', params: { command, state: order.state } };
  }
  const action = ACTION[command];
  if (!context.actor.may(action)) return { code: 'forbidden', params: { action } };
  return ready(order, command, context);
}

function write(
  order: OrderState,
  command: Command,
  news: NewEntry[],
  context: Context,
  { via = 'desk', sent, flags = [] }: Omit<When, 'occurredAt'>,
): Decision {
  const version = order.version + (raisesVersion(command) ? 1 : 0);
  const { staffId, departmentId } = context.actor;
  const unit = context.units.find((u) => u.departmentId === departmentId)?.organizationId ?? null;
  const entries = news.map((entry, index): LogEntry => {
    const place = {
      seq: order.lastSeq + index + 1,
      recordedAt: context.now,
      staffId,
      departmentId,
      via,
      command,
      version,
    };
    return {
      ...place,
      kind: entry.kind,
      occurredAt: entry.occurredAt,
      requestId: entry.requestId ?? null,
      data: {
        ...entry.data,
        unit,
        ...(sent === undefined ? {} : { sent }),
        ...(flags.length > 0 ? { flags: [...flags] } : {}),
      },
    };
  });
  const after = entries.reduce(apply, order);
  if (!leadsTo(order.state, command, after.state)) {
    throw new Error(`${command} leads from ${order.state} to ${after.state}, which the lifecycle does not have`);
  }
  return { state: after.state, entries, order: after };
}

function timesHold(order: OrderState, command: Command, at: Instant, now: Instant): Result<true> {
  const fields = (code: string) => [{ path: 'occurredAt', code }];
  const params = { at: new Date(at).toISOString() };
  if (at > now + SKEW) return refuse('occurred-in-future', { params, fields: fields('too-late') });
  if (at < order.receivedAt) {
    const received = new Date(order.receivedAt).toISOString();
    return refuse('occurred-before-received', { params: { ...params, received }, fields: fields('too-early') });
  }
  if (!TELLING.has(command) && at < order.stateSince) {
    const since = new Date(order.stateSince).toISOString();
    return refuse('occurred-before-previous', { params: { ...params, since }, fields: fields('too-early') });
  }
  if (command === 'record' && order.closedAt !== null && at > order.closedAt) {
    return refuse('occurred-after-closing', { params, fields: fields('too-late') });
  }
  return ok(true);
}

const NEEDED: ReadonlySet<string> = new Set(['reason', 'text']);

function textsHold(input: Record<string, unknown>, path = ''): Result<true> {
  for (const [name, value] of Object.entries(input)) {
    const at = path + name;
    if (typeof value === 'string' && value.length > TEXT_LIMIT) {
      const params = { field: at, found: value.length, limit: TEXT_LIMIT };
      return refuse('text-too-long', { params, fields: [{ path: at, code: 'text-too-long', params }] });
    }
    if (path === '' && NEEDED.has(name) && typeof value === 'string' && value.trim() === '') {
      return refuse('text-missing', { params: { field: at }, fields: [{ path: at, code: 'text-missing' }] });
    }
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      const inner = textsHold(value as Record<string, unknown>, `${at}.`);
      if (!inner.ok) return inner;
    }
  }
  return ok(true);
}

export interface AllowedCommand {
  command: Command;
  enabled: boolean;
  because?: Refusal;
}

/** Every command the state knows and the actor may ever give here, with the reason where not now. */
export const allowedCommands = (order: OrderState, context: Context): AllowedCommand[] =>
  (Object.keys(LIFECYCLE[order.state]) as Command[])
    .filter(
      (command) => command !== 'join' && (command !== 'split' || order.requests.some((one) => maySplit(order, one))),
    )
    .filter((command) => context.actor.may(ACTION[command]))
    .filter((command) => !command.startsWith('decide-') || openAsk(order, kindOf(command)))
    .map((command) => {
      const because = refusalOf(order, command, context);
      return because ? { command, enabled: false, because } : { command, enabled: true };
    });

export const kindOf = (command: Command): 'return' | 'extension' | 'pause' =>
  command.endsWith('return') ? 'return' : command.endsWith('extension') ? 'extension' : 'pause';

/** What must be true of the order, whatever a command puts in. */
type Check = (order: OrderState, context: Context) => Refusal | null;

const refusal = (result: Result<unknown>): Refusal | null => (result.ok ? null : result.refusal);

const once =
  (kind: AskKind, more: Check): Check =>
  (order, context) =>
    openAsk(order, kind) ? { code: 'ask-undecided', params: { kind } } : more(order, context);

const decidable =
  (kind: AskKind): Check =>
  (order, context) => {
    const ask = openAsk(order, kind);
    return ask ? refusal(mayDecide(ask, context)) : { code: 'ask-not-found', params: { kind } };
  };

/** Nobody hears of the end before he was called, where the rulebook calls back and he can be reached: every caller. */
const calledBack: Check = (order, context) => {
  const done = [order, ...order.requests].map((one) => one.done);
  const called = (milestones: OrderState['done']): boolean =>
    milestones['called-back'] !== undefined || milestones['call-back-tried'] !== undefined;
  const waiting =
    order.requests.length > 1
      ? order.requests.filter((one) => !called(one.done) && (one.facts ?? order.facts)['contact-left'] !== false).length
      : done.some(called) || order.facts['contact-left'] === false
        ? 0
        : 1;
  if (waiting === 0) return null;
  const wanted = context.pack.clocks.find(
    ({ until, when }) => until?.of.includes('called-back') && context.holds(when, order),
  );
  const term = context.pack.terms.find(({ id }) => id === 'called-back');
  const cited = wanted ?? term;
  if (!cited) return null;
  return {
    code: order.requests.length > 1 ? 'call-back-each' : 'call-back-first',
    params: { waiting, callers: order.requests.length },
    ...(cited.article ? { article: cited.article } : {}),
    ...(cited.quote ? { quote: cited.quote } : {}),
  };
};

const CHECKS: Partial<Record<Command, Check>> = {
  'review-pass': (order, context) => stuckAt('reviewed', order, context),
  'ask-return': once('return', () => null),
  'decide-return': decidable('return'),
  'ask-extension': once('extension', (order, context) =>
    approvalOf('extension', order, context) ? null : { code: 'extension-not-provided' },
  ),
  'decide-extension': decidable('extension'),
  'ask-pause': once('pause', (order, context) =>
    pausesToAsk(order, context).length > 0 ? null : { code: 'pauses-not-provided' },
  ),
  'decide-pause': decidable('pause'),
  resume: (order, { now }) =>
    order.pauses.some(({ from, until }) => from <= now && (until === null || until > now))
      ? null
      : { code: 'not-paused' },
  close: calledBack,
};

const ready = (order: OrderState, command: Command, context: Context): Refusal | null =>
  CHECKS[command]?.(order, context) ?? null;
