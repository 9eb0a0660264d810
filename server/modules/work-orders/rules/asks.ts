/** Asks 申请: return, extension and pause are asked for by one and decided by another. */
import { type Instant, SECOND } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import type { ApprovalEntry, PauseEntry } from '../../regulations/rules/pack.ts';
import type { Context, Inputs, Unit, Verdict } from './context.ts';
import { emptyField, formOf, knownOf, missingFields, passGates } from './gates.ts';
import type { Ask, AskKind, FormValues, NewEntry, OrderState } from './order.ts';

const MILESTONE: Record<AskKind, string> = { return: 'returned', extension: 'extended', pause: 'paused' };

/** Entry of `approvals` that rules on this kind of ask. */
export const approvalOf = (kind: AskKind, order: OrderState, { pack, holds }: Context): ApprovalEntry | undefined =>
  pack.approvals.find(({ of, when }) => of === MILESTONE[kind] && holds(when, order));

/** Entries of `pauses` somebody may ask for; those that begin by a milestone need no asking. */
export const pausesToAsk = (order: OrderState, { pack, holds }: Context): PauseEntry[] =>
  pack.pauses.filter(({ ask, when }) => ask !== undefined && holds(when, order));

export const openAsk = (order: OrderState, kind: AskKind, id?: number): Ask | undefined =>
  order.asks.find((ask) => ask.kind === kind && ask.decision === null && (id === undefined || ask.id === id));

/**
 * Departments that stand for a unit of the rulebook. One the utility has not set up is stood for
 * by its managing department.
 */
export function decidingDepartments(unit: string | undefined, units: readonly Unit[]): string[] {
  const named = units.filter(({ organizationId }) => unit !== undefined && organizationId === unit);
  return (named.length > 0 ? named : units.filter(({ kind }) => kind === 'managing')).map((u) => u.departmentId);
}

export function mayDecide(ask: Ask, context: Context): Result<true> {
  const { actor } = context;
  const unit = ask.steps[ask.stepsDone];
  const departments = decidingDepartments(unit, context.units);
  const ofUnit = actor.departmentId !== null && departments.includes(actor.departmentId);
  if (!actor.may('orders.decide')) return refuse('forbidden', { params: { action: 'orders.decide' } });
  if (ofUnit) return ok(true);
  if (ask.askedBy !== null && ask.askedBy === actor.staffId) return refuse('own-ask');
  return refuse('not-of-deciding-unit', { params: { unit: nameOf(unit, departments, context) } });
}

const nameOf = (unit: string | undefined, departments: string[], { units, pack }: Context): string =>
  units
    .filter(({ departmentId }) => departments.includes(departmentId))
    .map(({ name }) => name)
    .join('、') ||
  (pack.organization.find(({ id }) => id === unit)?.name ?? '');

const nextId = (order: OrderState): number => order.asks.length + 1;

/** The form an approval wants with the ask. */
function formWithAsk(
  approval: ApprovalEntry | undefined,
  order: OrderState,
  context: Context,
  given: FormValues,
  reason: string,
  basis: string,
): Result<Record<string, FormValues>> {
  const form = approval?.form ? formOf(approval.form, order, context) : undefined;
  if (!form) return ok({});
  const missing = missingFields(form, order, context, knownOf(order, { reason, basis }), given);
  if (missing.length === 0) return ok({ [form.id]: { ...given, reason, ...(basis ? { basis } : {}) } });
  return refuse('form-incomplete', {
    params: { form: form.id, missing: missing.map(({ name }) => name).join('、') },
    article: form.article,
    quote: form.quote,
    fields: missing.map(emptyField),
  });
}

const undecided = (order: OrderState, kind: AskKind): Refusal | null =>
  openAsk(order, kind) ? { code: 'ask-undecided', params: { kind } } : null;

export function askReturn(
  order: OrderState,
  input: Inputs['ask-return'],
  context: Context,
  at: Instant,
): Result<NewEntry[]> {
  const waiting = undecided(order, 'return');
  if (waiting) return { ok: false, refusal: waiting };
  const approval = approvalOf('return', order, context);
  const basis = input.basis ?? '';
  const form = formWithAsk(approval, order, context, input.form ?? {}, input.reason, basis);
  if (!form.ok) return form;
  const known = knownOf(order, { reason: input.reason, basis });
  const gate = passGates('returned', order, context, known, input.form);
  if (!gate.ok) return gate;
  const forms = { ...form.value };
  for (const { require } of context.pack.gates.filter(({ blocks }) => blocks === 'returned')) {
    if (require === 'never') continue;
    for (const done of require.done ?? []) {
      forms[done.replace('filled:', '')] = { ...input.form, reason: input.reason, basis };
    }
  }
  const data = {
    ask: nextId(order),
    askKind: 'return' as const,
    entry: approval?.id ?? null,
    steps: approval?.steps ?? [],
  };
  return ok([{ kind: 'return-asked', occurredAt: at, data: { ...data, reason: input.reason, basis, forms } }]);
}

export function askExtension(
  order: OrderState,
  input: Inputs['ask-extension'],
  context: Context,
  at: Instant,
): Result<NewEntry[]> {
  const waiting = undecided(order, 'extension');
  if (waiting) return { ok: false, refusal: waiting };
  const approval = approvalOf('extension', order, context);
  if (!approval) return refuse('extension-not-provided');
  const later = laterThanDue(approval.clocks, input.until, context, at, approval);
  if (!later.ok) return later;
  const form = formWithAsk(approval, order, context, input.form ?? {}, input.reason, '');
  if (!form.ok) return form;
  const data = { ask: nextId(order), askKind: 'extension' as const, entry: approval.id, steps: approval.steps };
  // clocks may begin with the form: who waits is to be told of it (L-022)
  const filled = Object.keys(form.value).map((id): NewEntry => ({ kind: `filled:${id}`, occurredAt: at, data: {} }));
  return ok([
    ...filled,
    {
      kind: 'extension-asked',
      occurredAt: at,
      data: { ...data, clocks: approval.clocks, until: input.until, reason: input.reason, forms: form.value },
    },
  ]);
}

/** An extension must reach beyond now and beyond what it extends. */
function laterThanDue(
  clocks: string[],
  until: Instant,
  context: Context,
  at: Instant,
  { article, quote }: { article?: string; quote?: string } = {},
): Result<true> {
  const cited = { ...(article ? { article } : {}), ...(quote ? { quote } : {}) };
  const field = { path: 'until', code: 'too-early' };
  if (until <= at) return refuse('extension-in-past', { ...cited, fields: [field] });
  const concerned = context.clocks.filter(({ id, open }) => open && clocks.includes(id));
  if (concerned.length === 0) return refuse('nothing-to-extend', cited);
  const due = Math.max(...concerned.map((clock) => clock.due ?? 0));
  if (until <= due) {
    return refuse('extension-not-later', { ...cited, params: { due: new Date(due).toISOString() }, fields: [field] });
  }
  return ok(true);
}

export function askPause(
  order: OrderState,
  input: Inputs['ask-pause'],
  context: Context,
  at: Instant,
): Result<NewEntry[]> {
  if (context.pack.pauses.length === 0) return refuse('pauses-not-provided');
  const waiting = undecided(order, 'pause');
  if (waiting) return { ok: false, refusal: waiting };
  const entry = pausesToAsk(order, context).find(({ id }) => id === input.entry);
  if (!entry) {
    const allowed = pausesToAsk(order, context).map(({ id }) => id);
    return refuse('pause-reason-not-allowed', {
      params: { entry: input.entry, allowed: allowed.join('、') },
      fields: [{ path: 'entry', code: 'not-allowed' }],
    });
  }
  const cited = { article: entry.article, quote: entry.quote };
  const from = input.from ?? at;
  if (from < order.receivedAt)
    return refuse('occurred-before-received', { fields: [{ path: 'from', code: 'too-early' }] });
  // A little slack: the client's `from` is the moment the form was opened.
  if (!entry.retroactive && from < at - 60 * SECOND) {
    return refuse('pause-not-retroactive', { ...cited, fields: [{ path: 'from', code: 'too-early' }] });
  }
  if (input.until !== undefined && input.until <= from) {
    return refuse('pause-ends-before-it-begins', { ...cited, fields: [{ path: 'until', code: 'too-early' }] });
  }
  const data = {
    ask: nextId(order),
    askKind: 'pause' as const,
    entry: entry.id,
    steps: entry.ask ? [entry.ask] : [],
    clocks: entry.clocks,
    from: entry.retroactive ? from : Math.max(from, at),
    until: input.until ?? null,
  };
  return ok([{ kind: 'pause-asked', occurredAt: at, data: { ...data, reason: input.reason } }]);
}

/** What a grant writes, by kind of ask. */
function granted(ask: Ask, order: OrderState, input: Verdict & { until?: Instant }, at: Instant): NewEntry[] {
  const about = { ask: ask.id, entry: ask.entry, ...(input.note ? { text: input.note } : {}) };
  const approved: NewEntry[] =
    ask.entry && ask.kind !== 'pause' ? [{ kind: `approved:${ask.entry}`, occurredAt: at, data: { ask: ask.id } }] : [];
  if (ask.kind === 'return') {
    return [
      ...approved,
      {
        kind: 'returned',
        occurredAt: at,
        data: { ...about, reason: ask.reason, basis: ask.basis, departmentId: order.departmentId },
      },
    ];
  }
  if (ask.kind === 'extension') {
    const due = input.until ?? ask.until ?? at;
    return [
      ...approved,
      { kind: 'extended', occurredAt: at, data: { ...about, clocks: ask.clocks, due, until: due, reason: ask.reason } },
    ];
  }
  const data = { ...about, clocks: ask.clocks, from: ask.from, until: ask.until, reason: ask.reason };
  return [{ kind: 'paused', occurredAt: at, data }];
}

export function decideAsk(
  kind: AskKind,
  order: OrderState,
  input: Verdict & { until?: Instant },
  context: Context,
  at: Instant,
): Result<NewEntry[]> {
  const ask = openAsk(order, kind, input.askId);
  if (!ask) return refuse('ask-not-found', { params: { kind } });
  const may = mayDecide(ask, context);
  if (!may.ok) return may;
  const note = input.note ? { text: input.note } : {};
  if (!input.granted) return ok([{ kind: `${kind}-refused`, occurredAt: at, data: { ask: ask.id, ...note } }]);
  if (ask.stepsDone + 1 < ask.steps.length) {
    return ok([{ kind: 'step-granted', occurredAt: at, data: { ask: ask.id, ...note } }]);
  }
  if (kind === 'extension' && input.until !== undefined) {
    const clocks = ask.clocks === 'all' ? [] : ask.clocks;
    const later = laterThanDue(clocks, input.until, context, at);
    if (!later.ok) return later;
  }
  return ok(granted(ask, order, input, at));
}
