/** Which worked case shows that an entry is executed: the first that fails once the entry is altered. */
import type { Pack } from '../../pack.ts';
import { type Alteration, alterationsOf } from './alter.ts';
import { differencesOf, type Judge, packOf } from './examples.ts';
import type { Example } from './read-examples.ts';

export interface Proof extends Pick<Alteration, 'section' | 'id' | 'place' | 'what' | 'timed' | 'clauses'> {
  pack: string;
  /** null: no example fails. */
  example: { name: string; file: string; line: number; found: string; expected: string } | null;
}

interface Usable {
  example: Example;
  words: ReadonlySet<string>;
  dues: ReadonlySet<string>;
}

/** Every alteration of every pack, with the example that fails of it. Examples that fail anyway prove nothing. */
export function proofsOf(packs: Pack[], examples: Example[], judge: Judge): Proof[] {
  const usable = new Map<Pack, Usable[]>();
  for (const example of examples) {
    const found = packOf(example, packs);
    if ('problem' in found || differencesOf(example, found.pack, judge).length > 0) continue;
    const { told, dues } = example.expect;
    const one = { example, words: wordsOf(example), dues: new Set([...dues, ...told].map(({ id }) => id)) };
    usable.set(found.pack, [...(usable.get(found.pack) ?? []), one]);
  }
  return packs.flatMap((pack) =>
    alterationsOf(pack).map((alteration) => {
      const { section, id, place, what, timed, clauses } = alteration;
      return {
        pack: pack.pack,
        section,
        id,
        place,
        what,
        timed,
        ...(clauses ? { clauses } : {}),
        example: failing(alteration, usable.get(pack) ?? [], judge),
      };
    }),
  );
}

function failing(alteration: Alteration, usable: readonly Usable[], judge: Judge): Proof['example'] {
  const candidates = usable.filter((one) => mayTell(alteration, one));
  if (candidates.length === 0) return null;
  const altered = alteration.pack();
  for (const { example } of candidates) {
    const [first] = differencesOf(example, altered, judge);
    if (!first) continue;
    const { found, expected } = first.problem;
    return { name: example.name, file: example.at.file, line: example.at.line, found, expected };
  }
  return null;
}

/** Whether an example speaks of what is altered at all: most do not, and need not be evaluated. */
function mayTell({ section, id, what, dues }: Alteration, { example, words, dues: expected }: Usable): boolean {
  const { routes, held, asks, told, owes } = example.expect;
  if (what === 'recipient') return told.some((one) => one.id === id);
  if (what === 'step') return asks.length > 0;
  switch (section) {
    case 'terms':
    case 'organization':
      return words.has(id);
    case 'duties':
      return owes.some(({ duty }) => duty === id);
    case 'gates':
      return held.length > 0;
    case 'forms':
      return held.length > 0 || asks.length > 0;
    case 'routing':
      return routes !== undefined;
    case 'prices':
      return example.expect.outcomes.amounts.some((one) => one.id === id);
    case 'remedies':
      return example.expect.outcomes.remedies.some((one) => one.id === id);
    case 'metrics':
      return example.expect.outcomes.metrics.some((one) => one.id === id);
    case 'checklists':
      return example.expect.outcomes.checks.some((one) => one.id === id);
    case 'pauses':
      return asks.some(({ kind }) => kind === 'pause') || (example.given.pauses ?? []).length > 0 || expected.size > 0;
    default:
      return dues === undefined || [...dues].some((one) => expected.has(one));
  }
}

/** Names an example uses: events with those above, facts, milestones, planned times, units. */
function wordsOf({ given: first, matters, expect }: Example): Set<string> {
  const all = [first, ...matters.map(({ given }) => given)];
  return new Set([
    ...all.flatMap(({ event }) => event.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'))),
    ...all.flatMap(({ facts }) => Object.keys(facts ?? {})),
    ...all.flatMap(({ milestones = [] }) =>
      milestones.flatMap(({ milestone, by }) => (by === undefined ? [milestone] : [milestone, by])),
    ),
    ...all.flatMap(({ plans = [] }) => plans.map(({ plan }) => plan)),
    ...expect.outcomes.remedies.flatMap(({ owed }) => [...(owed?.to ?? []), ...(owed?.steps ?? [])]),
    ...(expect.routes?.to ?? []),
    ...expect.asks.flatMap(({ to }) => to),
  ]);
}
