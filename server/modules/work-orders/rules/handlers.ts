/** What each command writes in the log. */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { FactValue, FormEntry } from '../../regulations/rules/pack.ts';
import { askExtension, askPause, askReturn, decideAsk } from './asks.ts';
import type { Context, Inputs } from './context.ts';
import type { Known } from './gates.ts';
import { formsBefore, knownOf, missingFields, passGates, replyForms } from './gates.ts';
import type { Command } from './lifecycle.ts';
import { meant } from './merging/callers.ts';
import { merge, split, unmerge } from './merging/commands.ts';
import type { EventData, FormValues, NewEntry, OrderState } from './order.ts';
import { CERTIFICATES, dayAt, uncertified, validOn } from './routing/certified.ts';
import { CONCERNED_UNIT, sealOf } from './routing/seal.ts';
import { toldInCall } from './satisfaction/call.ts';

type Handler<C extends Command> = (
  order: OrderState,
  input: Inputs[C],
  context: Context,
  at: Instant,
) => Result<NewEntry[]>;

/** Milestones that belong to a command of their own, and those the platform makes. */
export const BY_COMMAND: ReadonlySet<string> = new Set([
  'received',
  'created',
  'dispatched',
  'accepted',
  'returned',
  'assigned',
  'handled',
  'rejected',
  'reviewed',
  'finished',
  'called-back',
  'closed',
  'reopened',
  'cancelled',
  'extended',
  'paused',
  'merged',
  'overdue',
]);

/** Milestones a crew or desk records one by one: those of the platform, of the pack's terms, and notices told. */
export const recordable = (milestone: string, { milestones, pack }: Context): boolean =>
  milestones.has(milestone)
    ? !BY_COMMAND.has(milestone)
    : milestone.startsWith('told:') && pack.notices.some(({ id }) => `told:${id}` === milestone);

const text = (value: string | undefined): EventData => (value ? { text: value } : {});
const reason = (value: string | undefined): EventData => (value ? { reason: value } : {});

/** Personal data stays with the request; the log only knows that it was given. */
const PERSONAL: ReadonlySet<string> = new Set(['phone', 'mobile', 'reporter', 'contact-time']);
const impersonal = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, PERSONAL.has(id) && value ? true : value]));

/** The milestone behind its gates, preceded by the forms that are complete now. */
function behindGates(
  milestone: string,
  order: OrderState,
  context: Context,
  at: Instant,
  known: Known,
  given: FormValues,
): Result<NewEntry[]> {
  const gate = passGates(milestone, order, context, known, given, at);
  if (!gate.ok) return gate;
  return ok(filledForms(formsBefore(milestone, order, context), order, context, at, known, given));
}

const filledForms = (
  forms: readonly FormEntry[],
  order: OrderState,
  context: Context,
  at: Instant,
  known: Known,
  given: FormValues,
): NewEntry[] =>
  forms
    .filter((form) => missingFields(form, order, context, known, given).length === 0)
    .map((form) => {
      const own = Object.entries(given).filter(([id]) => form.fields.some((field) => field.id === id));
      return {
        kind: `filled:${form.id}`,
        occurredAt: at,
        data: { forms: { [form.id]: impersonal(Object.fromEntries(own)) } },
      };
    });

/** Commands that are one milestone and a few words. */
const milestone =
  <C extends Command>(kind: string, data: (input: Inputs[C]) => EventData): Handler<C> =>
  (order, input, context, at) => {
    const gates = behindGates(kind, order, context, at, knownOf(order), (input as { form?: FormValues }).form ?? {});
    return gates.ok ? ok([...gates.value, { kind, occurredAt: at, data: data(input) }]) : gates;
  };

const plain =
  <C extends Command>(kind: string, data: (input: Inputs[C]) => EventData): Handler<C> =>
  (_order, input, _context, at) =>
    ok([{ kind, occurredAt: at, data: data(input) }]);

const dispatch: Handler<'dispatch'> = (order, input, context, at) => {
  if (!context.units.some(({ departmentId }) => departmentId === input.departmentId)) {
    return refuse('department-not-found', {
      params: { department: input.departmentId },
      fields: [{ path: 'departmentId', code: 'unknown' }],
    });
  }
  const seal = sealOf(order, context);
  if (seal && seal.to !== input.departmentId) {
    const name = context.units.find(({ departmentId }) => departmentId === seal.to)?.name ?? seal.to;
    return refuse('sealed-to-unit', { params: { name }, fields: [{ path: 'departmentId', code: 'not-allowed' }] });
  }
  if (input.limit !== undefined && input.limit <= at) {
    return refuse('limit-in-past', { fields: [{ path: 'limit', code: 'too-early' }] });
  }
  const known = { departmentId: input.departmentId, limitGiven: input.limit !== undefined };
  const gates = behindGates('dispatched', order, context, at, known, input.form ?? {});
  if (!gates.ok) return gates;
  const plans = input.limit === undefined ? {} : { plans: { 'handling-due': input.limit } };
  return ok([
    ...gates.value,
    { kind: 'dispatched', occurredAt: at, data: { departmentId: input.departmentId, ...plans, ...text(input.note) } },
  ]);
};

const assign: Handler<'assign'> = (order, input, context, at) => {
  const { handler } = context;
  const fields = [{ path: 'handlerId', code: 'unknown' }];
  if (!handler?.active) return refuse('handler-not-found', { params: { handler: input.handlerId }, fields });
  if (handler.departmentId !== order.departmentId) return refuse('handler-of-another-unit', { fields });
  if (!handler.crew) return refuse('handler-not-crew', { fields });
  const concerned = sealOf(order, context)?.concernedPerson;
  if (concerned && handler.name === concerned) return refuse('handler-concerned', { fields });
  const held = handler.certificates ?? [];
  const lacks = uncertified(order, context, held, handler.name ?? '', at);
  if (lacks) return { ok: false, refusal: lacks };
  const facts = { ...order.facts, [CERTIFICATES]: validOn(held, dayAt(context, at)) };
  const gates = behindGates('assigned', { ...order, facts }, context, at, knownOf(order), input.form ?? {});
  if (!gates.ok) return gates;
  return ok([
    ...gates.value,
    { kind: 'assigned', occurredAt: at, data: { handlerId: input.handlerId, ...text(input.note) } },
  ]);
};

const record: Handler<'record'> = (order, input, context, at) => {
  const { milestone: kind } = input;
  const fields = [{ path: 'milestone', code: 'unknown' }];
  if (BY_COMMAND.has(kind)) return refuse('milestone-by-command', { params: { milestone: kind }, fields });
  if (!recordable(kind, context))
    return refuse('milestone-unknown', { params: { milestone: kind.slice(0, 80) }, fields });
  const callers = meant(kind, input, order, context);
  if (!callers.ok) return callers;
  const hold = factsHold(input.facts ?? {}, context);
  if (!hold.ok) return hold;
  const known = input.facts ? { ...order, facts: { ...order.facts, ...input.facts } } : order;
  const gates = behindGates(kind, known, context, at, knownOf(order), input.form ?? {});
  if (!gates.ok) return gates;
  const data = {
    ...(input.facts ? { facts: input.facts } : {}),
    ...(input.detail ? { detail: input.detail } : {}),
    ...text(input.note),
  };
  return ok([...gates.value, ...callers.value.map((requestId) => ({ kind, occurredAt: at, requestId, data }))]);
};

const FITS: Record<string, (value: FactValue, choices: string[] | undefined) => boolean> = {
  'yes-no': (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  choice: (value, choices) => typeof value === 'string' && (choices === undefined || choices.includes(value)),
  set: (value) => Array.isArray(value),
  unit: (value) => typeof value === 'string',
  text: (value) => typeof value === 'string',
};

/** Facts the rulebook knows, each with a value it can have; those it counts itself are not set. */
function factsHold(facts: Record<string, FactValue>, context: Context): Result<true> {
  for (const [fact, value] of Object.entries(facts)) {
    const params = { fact: fact.slice(0, 80) };
    const path = `facts.${params.fact}`;
    const known = context.facts.get(fact);
    if (!known) return refuse('fact-unknown', { params, fields: [{ path, code: 'unknown' }] });
    const term = context.pack.terms.find(({ id }) => id === fact);
    if (term?.derived !== undefined || known.type === 'event' || known.type === 'channel') {
      return refuse('fact-derived', { params, fields: [{ path, code: 'derived' }] });
    }
    if (FITS[known.type]?.(value, known.choices) === false) {
      const expected = known.choices?.join('、') ?? known.type;
      return refuse('fact-not-valid', {
        params: { ...params, expected },
        fields: [{ path, code: 'wrong-type', params: { expected } }],
      });
    }
  }
  return ok(true);
}

/** Who holds it hands it back first; nobody takes it out of his own sight. */
function concernedHolds(order: OrderState, concerned: FactValue | undefined, context: Context): Result<true> {
  if (concerned === undefined || concerned === '') return ok(true);
  const fields = [{ path: `facts.${CONCERNED_UNIT}`, code: 'not-allowed' }];
  if (!context.units.some(({ departmentId }) => departmentId === concerned))
    return refuse('department-not-found', { params: { department: String(concerned).slice(0, 80) }, fields });
  const seal = sealOf(order, context);
  return seal &&
    (concerned === order.departmentId || (concerned === seal.to && concerned === context.actor.departmentId))
    ? refuse('concerned-holds-it', { fields })
    : ok(true);
}

const setFacts: Handler<'set-facts'> = (order, input, context, at) => {
  if (Object.keys(input.facts).length === 0)
    return refuse('facts-missing', { fields: [{ path: 'facts', code: 'empty' }] });
  const hold = factsHold(input.facts, context);
  if (!hold.ok) return hold;
  const held = concernedHolds(order, input.facts[CONCERNED_UNIT], context);
  if (!held.ok) return held;
  return ok([{ kind: 'facts-set', occurredAt: at, data: { facts: input.facts, ...text(input.note) } }]);
};

const isDegrees = (value: number, most: number): boolean => Number.isFinite(value) && Math.abs(value) <= most;

/** A person has set the pin: from then on it is his word, not the register's. */
const setPosition: Handler<'set-position'> = (order, { lon, lat, place, reason: why }, _context, at) => {
  const path = isDegrees(lon, 180) ? 'lat' : 'lon';
  if (!isDegrees(lon, 180) || !isDegrees(lat, 90)) {
    return refuse('position-not-valid', { fields: [{ path, code: 'position-not-valid' }] });
  }
  const named = place?.trim() || order.place;
  const before = order.position;
  if (before?.by === 'person' && before.lon === lon && before.lat === lat && named === order.place) {
    return refuse('position-unchanged', { fields: [{ path: 'lon', code: 'position-unchanged' }] });
  }
  const moved = named === order.place ? {} : { place: named };
  return ok([
    { kind: 'position-set', occurredAt: at, data: { position: { lon, lat, by: 'person' }, ...moved, ...reason(why) } },
  ]);
};

/** A corrected fact: it was this all along, and every clock is read from its start again. */
const reclassify: Handler<'reclassify'> = (order, { event, reason: why }, context, at) => {
  const { events } = context;
  const params = { event: event.slice(0, 80) };
  if (!events.has(event)) return refuse('unknown-event', { params, fields: [{ path: 'event', code: 'unknown' }] });
  if (event === order.event)
    return refuse('event-unchanged', { params, fields: [{ path: 'event', code: 'unchanged' }] });
  const seal = sealOf({ ...order, event }, context);
  const { departmentId } = order;
  // what is sealed now leaves the unit that has it
  const leaves = seal !== null && departmentId !== null && departmentId !== seal.to;
  return ok([
    { kind: 'reclassified', occurredAt: at, data: { event, formerEvent: order.event, ...reason(why) } },
    ...(leaves ? [{ kind: 'returned', occurredAt: at, data: reason(why) }] : []),
  ]);
};

const promise: Handler<'promise'> = (order, input, context, at) => {
  const names = Object.keys(input.plans);
  if (names.length === 0) return refuse('plans-missing', { fields: [{ path: 'plans', code: 'empty' }] });
  const unknown = names.find((plan) => !context.plans.has(plan) || plan === 'handling-due');
  if (unknown) {
    return refuse('plan-unknown', {
      params: { plan: unknown.slice(0, 80) },
      fields: [{ path: `plans.${unknown.slice(0, 80)}`, code: 'unknown' }],
    });
  }
  const { promised, 'appointment.start': start, 'appointment.end': end } = { ...order.plans, ...input.plans };
  if (input.plans.promised !== undefined && promised !== undefined && promised <= at) {
    return refuse('promise-in-past', { fields: [{ path: 'plans.promised', code: 'too-early' }] });
  }
  if (input.plans['appointment.end'] !== undefined && start !== undefined && end !== undefined && end <= start) {
    return refuse('appointment-ends-before-it-begins', {
      fields: [{ path: 'plans.appointment.end', code: 'too-early' }],
    });
  }
  return ok([
    {
      kind: 'plan-set',
      occurredAt: at,
      requestId: input.requestId ?? null,
      data: { plans: input.plans, ...text(input.note) },
    },
  ]);
};

const setLimit: Handler<'set-limit'> = (_order, input, { actor, units }, at) => {
  const unit = units.find(({ departmentId }) => departmentId === actor.departmentId);
  if (unit?.kind !== 'managing') return refuse('managing-unit-only');
  if (input.until <= at) return refuse('limit-in-past', { fields: [{ path: 'until', code: 'too-early' }] });
  return ok([
    { kind: 'plan-set', occurredAt: at, data: { plans: { 'handling-due': input.until }, ...reason(input.reason) } },
  ]);
};

const decideReturn: Handler<'decide-return'> = (order, input, context, at) => {
  const written = decideAsk('return', order, input, context, at);
  if (!written.ok || !written.value.some(({ kind }) => kind === 'returned')) return written;
  const ask = order.asks.find(({ kind, decision }) => kind === 'return' && decision === null);
  const known = knownOf(order, { reason: ask?.reason ?? '', basis: ask?.basis ?? '' });
  const gates = behindGates('returned', order, context, at, known, {});
  return gates.ok ? ok([...gates.value, ...written.value]) : gates;
};

/** The reply is taken as it is; whether it is complete is the reviewer's gate. */
const handle: Handler<'handle'> = (order, input, context, at) => {
  const gates = behindGates('handled', order, context, at, knownOf(order), input.form);
  if (!gates.ok) return gates;
  const reply = impersonal(input.form);
  const replied = filledForms(replyForms(order, context), order, context, at, knownOf(order), input.form);
  const entry = { kind: 'handled', occurredAt: at, data: { forms: { reply }, ...text(input.note) } };
  return ok([...gates.value, ...replied, entry]);
};

const callBack: Handler<'call-back'> = (order, input, context, at) => {
  const told = toldInCall(order, input, context, at);
  if (!told.ok) return told;
  const gates = input.reached
    ? behindGates('called-back', order, context, at, knownOf(order), input.form ?? {})
    : ok([]);
  return gates.ok ? ok([...gates.value, ...told.value]) : gates;
};

const reopen: Handler<'reopen'> = (order, input, context, at) => {
  const { departmentId } = order;
  const gates = behindGates('reopened', order, context, at, knownOf(order), input.form ?? {});
  if (!gates.ok) return gates;
  const sameUnit = (input.sameUnit ?? true) && departmentId !== null;
  const reopened: NewEntry = { kind: 'reopened', occurredAt: at, data: { reason: input.reason, sameUnit } };
  // the unit has to accept it again; nobody is left to dispatch it
  const again: NewEntry[] = sameUnit ? [{ kind: 'dispatched', occurredAt: at, data: { departmentId } }] : [];
  return ok([...gates.value, reopened, ...again]);
};

type Handlers = { [C in Command]: Handler<C> };

const EACH: Handlers = {
  dispatch,
  accept: milestone('accepted', ({ note }) => text(note)),
  assign,
  record,
  note: plain('note', (input) => text(input.text)),
  attach: plain('attached', ({ attachmentId, name, mediaType, as }) => ({
    attachmentId,
    name,
    mediaType,
    ...(as ? { as } : {}),
  })),
  'set-facts': setFacts,
  'set-position': setPosition,
  reclassify,
  promise,
  'set-limit': setLimit,
  'ask-return': askReturn,
  'decide-return': decideReturn,
  'ask-extension': askExtension,
  'decide-extension': (order, input, context, at) => decideAsk('extension', order, input, context, at),
  'ask-pause': askPause,
  'decide-pause': (order, input, context, at) => decideAsk('pause', order, input, context, at),
  resume: plain('resumed', ({ note }) => text(note)),
  supervise: plain('supervised', (input) => text(input.text)),
  handle,
  'review-pass': milestone('reviewed', ({ note }) => text(note)),
  reject: milestone('rejected', (input) => reason(input.reason)),
  'call-back': callBack,
  close: milestone('closed', ({ note }) => text(note)),
  reopen,
  cancel: milestone('cancelled', (input) => reason(input.reason)),
  join: (_order, { entries }) => ok(entries),
  merge,
  split,
  unmerge,
};

/** By command; the caller's `C` ties input and command together. */
export const HANDLERS = EACH as { [C in Command]: Handler<Command> } as Record<
  Command,
  (order: OrderState, input: Inputs[Command], context: Context, at: Instant) => Result<NewEntry[]>
>;
