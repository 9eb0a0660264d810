/** Which fields a command asks for, and the body made from them. */
import { RATING_WORDS, RATINGS } from '../../server/modules/work-orders/rules/satisfaction/levels.ts';
import { spoken } from './client.ts';
import type { Allowed, AskView, FormField, OrderDetail } from './views.ts';

/** The command being filled in, and the ask it decides. */
export interface Acting {
  command: string;
  /** The caller it concerns. */
  requestId?: number;
  ask?: AskView;
}

export type Kind =
  | 'text'
  | 'long-text'
  | 'time'
  | 'yes-no'
  | 'number'
  | 'choice'
  | 'department'
  | 'event'
  | 'handler'
  | 'caller'
  | 'milestone'
  | 'plan'
  | 'pause-entry'
  | 'decision'
  | 'facts'
  | 'photos';

export interface Field {
  id: string;
  kind: Kind;
  /** Key under `act.` or, for fields of a rulebook form, the words themselves. */
  label: string;
  own?: string;
  required?: boolean;
  width?: 'half' | 'third';
  choices?: { id: string; name: string }[];
  /** Asked only when this holds of what is filled in so far. */
  when?: (values: Values) => boolean;
  /** A time that, left empty, means the moment of sending; or times often meant. */
  empty?: 'now' | 'open';
  soon?: 'extension' | 'promise' | 'limit';
}

export type Values = Record<string, unknown>;

const note: Field = { id: 'note', kind: 'long-text', label: 'note' };
const reason: Field = { id: 'reason', kind: 'long-text', label: 'reason', required: true };
const occurredAt: Field = { id: 'occurredAt', kind: 'time', label: 'occurredAt', width: 'half', empty: 'now' };
const yesNo = (id: string, label: string): Field => ({ id, kind: 'yes-no', label, required: true, width: 'half' });

const isAppointment = ({ plan }: Values): boolean => plan === 'appointment.start';

/** 好差评. */
const rating = (): Field => ({
  ...{ id: 'rating', kind: 'choice', label: 'satisfied', required: true },
  choices: RATINGS.map((id) => ({ id, name: RATING_WORDS[id][spoken()] })),
});

/** Whom it concerns, where several have called; which acts are one caller's alone, the rulebook says. */
const caller: Field = { id: 'requestId', kind: 'caller', label: 'caller', required: true };

export const EVERYONE = 'everyone';

export function fieldsOf(command: string, allowed: Allowed | undefined, order: OrderDetail): Field[] {
  const several = order.requests.length > 1;
  switch (command) {
    case 'dispatch':
      return [
        { id: 'departmentId', kind: 'department', label: 'department', required: true, width: 'half' },
        ...stillMissing(allowed),
        note,
      ];
    case 'accept':
      return [...formFields(allowed), occurredAt, note];
    case 'assign':
      return [
        { id: 'handlerId', kind: 'handler', label: 'handler', required: true, width: 'half' },
        ...formFields(allowed),
        note,
      ];
    case 'record':
      return [
        { id: 'milestone', kind: 'milestone', label: 'milestone', required: true },
        ...(several
          ? [
              {
                ...caller,
                when: ({ milestone }: Values) => allowed?.milestones?.find(({ id }) => id === milestone)?.own === true,
              },
            ]
          : []),
        ...(allowed?.milestones ?? []).flatMap((one) =>
          formFields(one).map((field) => ({ ...field, when: ({ milestone }: Values) => milestone === one.id })),
        ),
        occurredAt,
        note,
      ];
    case 'note':
      return [{ id: 'text', kind: 'long-text', label: 'text', required: true }];
    case 'attach':
      return [{ id: 'photos', kind: 'photos', label: 'files', required: true }];
    case 'set-facts':
      return [{ id: 'facts', kind: 'facts', label: 'fact', required: true }];
    case 'promise':
      return [
        { id: 'plan', kind: 'plan', label: 'plan', required: true },
        { id: 'planAt', kind: 'time', label: 'planAt', required: true, width: 'half', soon: 'promise' },
        { id: 'planEnd', kind: 'time', label: 'planEnd', required: true, width: 'half', when: isAppointment },
        note,
      ];
    case 'reclassify':
      return [{ id: 'event', kind: 'event', label: 'event', required: true, width: 'half' }, reason];
    case 'set-limit':
      return [
        { id: 'until', kind: 'time', label: 'dueAt', required: true, width: 'half', soon: 'limit' },
        { ...reason, required: false },
      ];
    case 'ask-return':
      return [reason, { id: 'basis', kind: 'long-text', label: 'basis' }, ...formBeside(allowed, ['reason', 'basis'])];
    case 'ask-extension':
      return [
        { id: 'until', kind: 'time', label: 'until', required: true, width: 'half', soon: 'extension' },
        reason,
        ...formBeside(allowed, ['reason', 'until']),
      ];
    case 'ask-pause':
      return [
        { id: 'entry', kind: 'pause-entry', label: 'pauseEntry', required: true },
        { id: 'from', kind: 'time', label: 'pauseFrom', width: 'half', empty: 'now' },
        { id: 'until', kind: 'time', label: 'pauseUntil', width: 'half', empty: 'open' },
        reason,
      ];
    case 'decide-return':
    case 'decide-extension':
    case 'decide-pause':
      return [{ id: 'granted', kind: 'decision', label: 'decision', required: true }, note];
    case 'resume':
      return [occurredAt, note];
    case 'supervise':
      return [{ id: 'text', kind: 'long-text', label: 'text', required: true }];
    case 'handle':
      return [...formFields(allowed), occurredAt];
    case 'review-pass':
      return [...formFields(allowed), note];
    case 'reopen':
      return [reason, { id: 'sameUnit', kind: 'yes-no', label: 'sameUnit' }, ...formFields(allowed)];
    case 'call-back':
      return [
        ...(several ? [caller] : []),
        yesNo('reached', 'reached'),
        { ...rating(), when: ({ reached }) => reached !== false },
        ...formFields(allowed).map((field) => ({ ...field, when: ({ reached }: Values) => reached !== false })),
        note,
      ];
    case 'close':
      return [...formFields(allowed), note];
    case 'merge':
      return [
        { id: 'into', kind: 'text', label: 'into', required: true, width: 'half' },
        { ...reason, required: false },
      ];
    case 'split':
      return [{ ...caller, required: true }, reason];
    case 'reject':
    case 'cancel':
      return [reason, ...formFields(allowed)];
    case 'unmerge':
      return [reason];
    default:
      return [note];
  }
}

/** The rulebook's form, without what the command itself asks. */
const formBeside = (allowed: Allowed | undefined, own: string[]): Field[] =>
  formFields(allowed).filter((field) => !own.includes(field.own ?? ''));

/** Of the intake form only what nobody has told yet; the unit is the dispatch itself, the limit a time. */
const stillMissing = (allowed: Allowed | undefined): Field[] =>
  formFields(allowed)
    .filter((field) => field.required === true && field.own !== 'department')
    .map((field) =>
      field.own === 'limit'
        ? { id: 'limit', kind: 'time', label: 'dueAt', required: true, width: 'half', soon: 'limit' }
        : field,
    );

function formFields(allowed: Pick<Allowed, 'form'> | undefined): Field[] {
  return (allowed?.form?.fields ?? []).map((field: FormField) => ({
    id: `form.${field.id}`,
    kind: field.type === 'text' ? 'long-text' : field.type,
    label: field.name,
    own: field.id,
    required: field.required,
    ...(field.type === 'text' ? {} : { width: 'half' as const }),
    ...(field.choices === undefined ? {} : { choices: field.choices }),
  }));
}

/** What the form begins with: the rulebook's suggestion, the only choice, what the server already knows. */
export function startValues({ command, requestId }: Acting, order: OrderDetail, allowed: Allowed | undefined): Values {
  const values: Values = {};
  if (requestId !== undefined) values.requestId = String(requestId);
  if (command === 'assign' && order.handlerId !== null) values.handlerId = order.handlerId;
  if (command === 'ask-pause' && allowed?.milestones?.length === 1) values.entry = allowed.milestones[0]?.id;
  if (command === 'promise') values.plan = 'promised';
  if (command === 'record') values.milestone = likelyMilestones(order, allowed)[0]?.id;
  if (command === 'reopen') values.sameUnit = true;
  if (command === 'set-facts') values.facts = [{ id: '', value: undefined }];
  for (const field of allowed?.form?.fields ?? []) {
    if (field.value !== undefined && field.value !== null) values[`form.${field.id}`] = field.value;
  }
  return values;
}

const FEW = 6;

/** Those that stop a clock now running come first: most often it is one of them. */
export function likelyMilestones(order: OrderDetail, allowed: Allowed | undefined): { id: string; name: string }[] {
  const all = allowed?.milestones ?? [];
  if (all.length <= FEW) return all;
  const awaited = order.clocks
    .filter((clock) => clock.stoppedAt === null && clock.state !== 'cancelled')
    .sort((a, b) => Date.parse(a.dueAt ?? '9999-01-01') - Date.parse(b.dueAt ?? '9999-01-01'))
    .flatMap((clock) => clock.until);
  const likely = [...new Set(awaited)].flatMap((id) => all.find((one) => one.id === id) ?? []);
  return likely.slice(0, FEW);
}

const blank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

export interface FactLine {
  id: string;
  value: unknown;
}

export const factLines = (values: Values): FactLine[] =>
  Array.isArray(values.facts) ? (values.facts as FactLine[]) : [];

export function missing(fields: Field[], values: Values): string[] {
  return fields
    .filter((field) => {
      if (field.required !== true) return false;
      if (field.kind === 'facts') return factLines(values).every((line) => line.id === '' || blank(line.value));
      return blank(values[field.id]);
    })
    .map((field) => field.id);
}

export function bodyOf(
  fields: Field[],
  values: Values,
  order: OrderDetail,
  ask: AskView | undefined,
): Record<string, unknown> {
  const body: Record<string, unknown> = { version: order.version };
  const form: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.kind === 'photos' || field.id === 'planAt' || field.id === 'planEnd') continue;
    const value = values[field.id];
    if (field.kind === 'facts') {
      const facts = factLines(values).filter((line) => line.id !== '' && !blank(line.value));
      body.facts = Object.fromEntries(facts.map((line) => [line.id, line.value]));
    } else if (field.kind === 'plan') {
      body.plans = {
        [String(value)]: values.planAt,
        ...(isAppointment(values) ? { 'appointment.end': values.planEnd } : {}),
      };
    } else if (field.kind === 'caller') {
      if (value === EVERYONE) body.everyone = true;
      else if (!blank(value)) body.requestId = Number(value);
    } else if (!blank(value)) {
      const plain = typeof value === 'string' ? value.trim() : value;
      if (field.own === undefined) body[field.id] = plain;
      else form[field.own] = plain;
    }
  }
  if (Object.keys(form).length > 0 || fields.some((field) => field.own !== undefined)) body.form = form;
  if (ask !== undefined) body.askId = ask.id;
  return body;
}
