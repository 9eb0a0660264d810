/**
 * Slips 通知单 of a rulebook: a form that has a text of the same id. The form says what has to stand on it, the text
 * in which words; notices and gates that name the form say what is done once it is served.
 */
import type { FormField, NoticeEntry, Pack, When } from '../../regulations/rules/pack.ts';

/** What serving a slip records in the order. */
export interface Served {
  /** `told:<notice>`, or what a gate holds back until the form is filled. */
  milestone: string;
  when?: When;
  /** Ways the rulebook names. */
  via: string[];
  /** What has to prove that it arrived, in the rulebook's words. */
  proof: string | null;
}

export interface Slip {
  id: string;
  name: string;
  article: string;
  quote: string;
  clauses: string[];
  when?: When;
  fields: FormField[];
  text: string;
  serves: Served[];
  /** What the source leaves open of the form or the text. */
  assumed: string[];
}

const ofNotice = ({ id, when, via, proof }: NoticeEntry): Served => ({
  milestone: `told:${id}`,
  via,
  proof: proof ?? null,
  ...(when ? { when } : {}),
});

export function slipsOf(pack: Pick<Pack, 'forms' | 'texts' | 'notices' | 'gates'>): Slip[] {
  return pack.forms.flatMap((form): Slip[] => {
    const text = pack.texts.find(({ id, kind }) => id === form.id && kind === 'document');
    if (!text) return [];
    const held = pack.gates.flatMap(({ blocks, when, require }): Served[] =>
      require !== 'never' && require.done?.includes(`filled:${form.id}`) === true
        ? [{ milestone: blocks, via: [], proof: null, ...(when ? { when } : {}) }]
        : [],
    );
    return [
      {
        id: form.id,
        name: form.name ?? form.id,
        article: form.article,
        quote: form.quote,
        clauses: [...new Set([...form.clauses, ...text.clauses])],
        ...(form.when ? { when: form.when } : {}),
        fields: form.fields,
        text: text.text,
        serves: [...pack.notices.filter((notice) => notice.form === form.id).map(ofNotice), ...held],
        assumed: [...new Set([...(form.assumed ?? []), ...(text.assumed ?? [])])],
      },
    ];
  });
}

/** Does a condition hold for the order the slip is about? */
export type Holds = (when: When | undefined) => boolean;

/** Slips the rulebook has for an order: its form says of which orders, else the notices and gates that name it. */
export const offeredOf = (slips: readonly Slip[], holds: Holds): Slip[] =>
  slips.filter(({ when, serves }) => (when ? holds(when) : serves.some((one) => holds(one.when))));

/** What serving it records, of what is not recorded yet; null: nothing. */
export const recordsOf = ({ serves }: Slip, holds: Holds, done: (milestone: string) => boolean): Served | null =>
  serves.find(({ milestone, when }) => holds(when) && !done(milestone)) ?? null;

/** What has to prove that it arrived; null: the rulebook asks for no more than that it is served. */
export const proofOf = ({ serves }: Slip, holds: Holds): string | null =>
  serves.find(({ when, proof }) => proof !== null && holds(when))?.proof ?? null;

/** Without an order nothing is known: every field but those of a condition has to be filled. */
export const ASKED_ALONE: Holds = (when) => when === undefined;

export interface Wanting {
  field: string;
  name: string;
}

const blank = (value: string | undefined): boolean => value === undefined || value.trim() === '';

export const fieldsOf = ({ fields }: Slip, holds: Holds): FormField[] => fields.filter(({ when }) => holds(when));

/** Fields of the slip nobody has filled. */
export const wanting = (slip: Slip, values: Record<string, string>, holds: Holds): Wanting[] =>
  fieldsOf(slip, holds)
    .filter(({ id }) => blank(values[id]))
    .map(({ id, name }) => ({ field: id, name: name ?? id }));

/** What was written, in the order of the form; what is no field of it is left out. */
export const valuesOf = ({ fields }: Slip, given: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = given[id]?.trim() ?? '';
      return value === '' ? [] : [[id, value] as const];
    }),
  );

/** 送达方式: how it came into somebody's hands. */
export const MANNERS = ['handed', 'posted', 'left', 'mailed'] as const;
export type Manner = (typeof MANNERS)[number];

/** By hand somebody signs for it; where the rulebook wants proof, always. */
export const needsReceiver = (manner: Manner, proof: string | null): boolean => manner === 'handed' || proof !== null;

/** `TZ20261126-000123`: what is printed, and in the square code. */
export const numberOf = (day: string, slipId: number): string =>
  `TZ${day.replaceAll('-', '')}-${String(slipId).padStart(6, '0')}`;

/** The slip a number names; null: it is none. */
export function slipIdOf(number: string): number | null {
  const found = /^\s*(?:TZ\d{8}-)?(\d{1,12})\s*$/iu.exec(number);
  return found ? Number(found[1]) : null;
}
