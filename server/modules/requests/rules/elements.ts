/**
 * Elements of the intake form 工单要素, checked while the agent types. Which they are, and which
 * article asks for them, is the rulebook's word: the form of the gate before `dispatched`.
 */
import type { FactValue, FormEntry, GateEntry, When } from '../../regulations/rules/pack.ts';
import type { FactInput } from './intake.ts';

export interface Element {
  id: string;
  name: string;
  ok: boolean;
  /** Code of what is missing; texts are in the catalogue. */
  missing?: 'element-missing' | 'element-at-dispatch';
  article: string | null;
  quote: string | null;
}

/** What is known so far; texts trimmed. */
export interface Typed {
  channel: string;
  event: string;
  receivedAt: number | null;
  place: string;
  content: string;
  reporter: string;
  phone: string;
  contactTimes: string;
  facts: Record<string, FactInput>;
  form: Record<string, unknown>;
  /** The rulebook's routing names a unit. */
  unitSuggested: boolean;
  /** A clock to the end of the work would run and be due. */
  limitKnown: boolean;
}

export interface Rulebook {
  forms: FormEntry[];
  gates: GateEntry[];
  holds: (when: When | undefined, of: { event: string; channel: string; facts: Record<string, FactValue> }) => boolean;
}

const filled = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;

/** Where each element of an intake form stands in a request. */
const COLUMN: Record<string, (typed: Typed) => unknown> = {
  channel: (typed) => typed.channel,
  address: (typed) => typed.place,
  phone: (typed) => typed.phone,
  mobile: (typed) => typed.phone,
  reporter: (typed) => typed.reporter,
  content: (typed) => typed.content,
  event: (typed) => typed.event,
  received: (typed) => typed.receivedAt,
  'contact-time': (typed) => typed.contactTimes,
};

/** Settled by the dispatcher when the request does not tell them. */
const AT_DISPATCH: Record<string, (typed: Typed) => boolean> = {
  department: (typed) => typed.unitSuggested,
  limit: (typed) => typed.limitKnown,
};

/** Elements the request itself fills; an order keeps their names, never their values. */
export const filledElements = (typed: Typed): string[] =>
  [...new Set([...Object.keys(COLUMN), ...Object.keys(typed.form)])].filter(
    (id) => filled(typed.form[id]) || filled(COLUMN[id]?.(typed)),
  );

/** Asked of every request, whatever the rulebook says. */
const ALWAYS = [
  { id: 'channel', name: '信息来源' },
  { id: 'content', name: '反映内容' },
  { id: 'event', name: '故障类别' },
];

function element(typed: Typed, id: string, name: string, cited: { article: string; quote: string } | null): Element {
  const base = { id, name, article: cited?.article ?? null, quote: cited?.quote ?? null };
  if (filled(typed.form[id]) || filled(COLUMN[id]?.(typed)) || AT_DISPATCH[id]?.(typed)) return { ...base, ok: true };
  return { ...base, ok: false, missing: id in AT_DISPATCH ? 'element-at-dispatch' : 'element-missing' };
}

export interface Checked {
  elements: Element[];
  /** Nothing is missing but what the dispatcher settles. */
  ready: boolean;
}

export function checkElements(typed: Typed, book: Rulebook): Checked {
  const of = { event: typed.event, channel: typed.channel, facts: typed.facts as Record<string, FactValue> };
  const asked = book.gates
    .filter(({ blocks, when }) => blocks === 'dispatched' && book.holds(when, of))
    .flatMap(({ require }) => (require === 'never' ? [] : (require.done ?? [])))
    .filter((done) => done.startsWith('filled:'))
    .flatMap((done) =>
      book.forms.filter((form) => form.id === done.slice('filled:'.length) && book.holds(form.when, of)),
    );
  const elements = asked.flatMap((form) =>
    form.fields.filter(({ when }) => book.holds(when, of)).map(({ id, name }) => element(typed, id, name, form)),
  );
  const known = new Set(elements.map(({ id }) => id));
  const all = [
    ...ALWAYS.filter(({ id }) => !known.has(id)).map(({ id, name }) => element(typed, id, name, null)),
    ...elements,
  ];
  return { elements: all, ready: all.every(({ ok, missing }) => ok || missing === 'element-at-dispatch') };
}
