/** Gates 把关: what a rulebook wants done before a milestone may be recorded. */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import type { FormEntry, FormField, GateEntry } from '../../regulations/rules/pack.ts';
import type { Context } from './context.ts';
import type { FormValues, OrderState } from './order.ts';

/** Values a form field takes from the order itself. */
export interface Known {
  departmentId: string | null;
  limitGiven: boolean;
  reason?: string;
  basis?: string;
}

const filled = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() !== ''
    : Array.isArray(value)
      ? value.length > 0
      : value !== undefined && value !== null;

export const knownOf = (order: OrderState, more: Partial<Known> = {}): Known => ({
  departmentId: order.departmentId,
  limitGiven: false,
  ...more,
});

/** 处理时限: an open clock to the end of the work is due, or somebody has set the time. */
export const hasLimit = (order: OrderState, context: Context): boolean =>
  order.plans['handling-due'] !== undefined ||
  order.plans.promised !== undefined ||
  context.clocks.some(({ until, due, open }) => open && due !== null && until.includes('finished'));

/** What the order itself answers to a field, or undefined. */
function answered(field: string, order: OrderState, context: Context, known: Known): unknown {
  // One caller who can be asked is enough to send a crew.
  const byRequest = order.requests.some(({ elements }) => elements.includes(field));
  switch (field) {
    case 'channel':
      return order.channel;
    case 'address':
      return order.place;
    case 'content':
      return order.content;
    case 'event':
      return order.event;
    case 'received':
      return order.receivedAt;
    case 'department':
      return known.departmentId;
    case 'limit':
      return known.limitGiven || hasLimit(order, context) ? true : undefined;
    case 'reason':
      return known.reason;
    case 'basis':
      return known.basis;
    default:
      return byRequest ? true : undefined;
  }
}

export const requiredFields = (form: FormEntry, order: OrderState, context: Context): FormField[] =>
  form.fields.filter(({ when }) => context.holds(when, order));

export const missingFields = (
  form: FormEntry,
  order: OrderState,
  context: Context,
  known: Known,
  given: FormValues = {},
): FormField[] =>
  requiredFields(form, order, context).filter(
    ({ id }) =>
      !filled(given[id]) && !filled(order.forms[form.id]?.[id]) && !filled(answered(id, order, context, known)),
  );

export const formOf = (id: string, order: OrderState, context: Context): FormEntry | undefined =>
  context.pack.forms.find((form) => form.id === id && context.holds(form.when, order));

export const gatesBefore = (milestone: string, order: OrderState, context: Context): GateEntry[] =>
  context.pack.gates.filter(({ blocks, when }) => blocks === milestone && context.holds(when, order));

/** Forms a milestone is held back for. */
export const formsBefore = (milestone: string, order: OrderState, context: Context): FormEntry[] =>
  formsOf(gatesBefore(milestone, order, context), order, context);

/** A gate of the review that sends back what is incomplete (`else`) speaks of the unit's reply; any other of what the reviewer writes. */
const ofReply = ({ else: instead }: GateEntry): boolean => instead !== undefined;

/** What the unit has to hand in with its reply. */
export const replyForms = (order: OrderState, context: Context): FormEntry[] =>
  formsOf(gatesBefore('reviewed', order, context).filter(ofReply), order, context);

/** What the reviewer writes himself. */
export const reviewForms = (order: OrderState, context: Context): FormEntry[] =>
  formsOf(
    gatesBefore('reviewed', order, context).filter((gate) => !ofReply(gate)),
    order,
    context,
  );

const formsOf = (gates: readonly GateEntry[], order: OrderState, context: Context): FormEntry[] =>
  gates.flatMap(({ require }) =>
    require === 'never'
      ? []
      : (require.done ?? []).flatMap((done) => {
          const form = done.startsWith('filled:') ? formOf(done.slice('filled:'.length), order, context) : undefined;
          return form ? [form] : [];
        }),
  );

/** Every gate of a milestone, or the first that holds it back. */
export function passGates(
  milestone: string,
  order: OrderState,
  context: Context,
  known: Known,
  given: FormValues = {},
  at: Instant = context.now,
): Result<true> {
  const [first] = heldBack(milestone, order, context, known, given, at);
  return first ? refused(milestone, first) : ok(true);
}

/** The gate that the command cannot pass whatever is filled in with it; null: none. */
export function stuckAt(milestone: string, order: OrderState, context: Context): Refusal | null {
  const first = heldBack(milestone, order, context, knownOf(order)).find(
    ({ gate, faults }) => ofReply(gate) || faults.some(({ code }) => code !== 'field-empty'),
  );
  const result = first ? refused(milestone, first) : null;
  return result && !result.ok ? result.refusal : null;
}

function refused(milestone: string, { gate, faults }: { gate: GateEntry; faults: Fault[] }): Result<true> {
  return refuse(gate.require === 'never' ? 'gate-never' : 'gate-not-met', {
    params: { gate: gate.id, milestone, instead: gate.else ?? null, missing: faults.map(missingName).join('、') },
    article: gate.article,
    quote: gate.quote,
    fields: faults,
  });
}

/** Gates that hold a milestone back, and what each wants. */
export function heldBack(
  milestone: string,
  order: OrderState,
  context: Context,
  known: Known,
  given: FormValues = {},
  at: Instant = context.now,
): { gate: GateEntry; faults: Fault[] }[] {
  return gatesBefore(milestone, order, context)
    .map((gate) => ({ gate, faults: faultsOf(gate, order, context, known, given, at) }))
    .filter(({ faults }) => faults.length > 0);
}

type Fault = NonNullable<Refusal['fields']>[number];
const missingName = ({ params, path }: Fault): string => String(params?.name ?? path);

function faultsOf(
  { require }: GateEntry,
  order: OrderState,
  context: Context,
  known: Known,
  given: FormValues,
  at: Instant,
): Fault[] {
  if (require === 'never') return [{ path: 'milestone', code: 'gate-never' }];
  const faults = (require.done ?? []).flatMap((done): Fault[] => {
    if (!done.startsWith('filled:')) {
      return order.done[done] === undefined ? [{ path: done, code: 'not-done', params: { name: done } }] : [];
    }
    const form = formOf(done.slice('filled:'.length), order, context);
    return form ? missingFields(form, order, context, known, given).map(emptyField) : [];
  });
  if (require.facts && !context.holds(require.facts, order)) {
    faults.push(
      ...Object.keys(require.facts.facts).map((fact) => ({
        path: `facts.${fact}`,
        code: 'fact-not-met',
        params: { name: fact },
      })),
    );
  }
  if (require.waited && !waited(require.waited, order, at)) {
    faults.push({
      path: require.waited.since,
      code: 'not-waited',
      params: { name: require.waited.since, atLeast: require.waited.atLeast.text },
    });
  }
  return faults;
}

export const emptyField = ({ id, name }: FormField): Fault => ({
  path: `form.${id}`,
  code: 'field-empty',
  params: { field: id, name },
});

const DAY = 86_400_000;
/** Elapsed time and whole days; a gate in working time is not met before it is passed in calendar days. */
function waited(
  { since, atLeast }: { since: string; atLeast: { unit: string; ms?: number; days?: number } },
  order: OrderState,
  at: Instant,
): boolean {
  const from = order.done[since];
  if (from === undefined) return false;
  return at >= from + (atLeast.ms ?? (atLeast.days ?? 0) * DAY);
}
