/**
 * Per clause of `sources/clauses.tsv`: what carries it, what executes it, which worked case proves that. Executed is
 * never declared, it is found; what is presented, waits for a module or is declined stands in `sources/states.yaml`.
 */
import type { Pack, PackError } from '../../pack.ts';
import { ErrorList } from '../../pack-error.ts';
import { type Citation, type Clause, citationsOf, readClauses } from '../clauses.ts';
import type { SourceFile } from '../yaml/yaml-nodes.ts';
import { type Declared, readDeclared } from './declared.ts';
import type { Judge } from './examples.ts';
import { type Proof, proofsOf } from './prove.ts';
import { readExamples } from './read-examples.ts';

export const STATES = ['executed', 'presented', 'waiting', 'declined', 'missing'] as const;
export type ClauseState = (typeof STATES)[number];

export interface Carrier {
  pack: string;
  /** `clocks.finish` */
  entry: string;
  article: string;
  file: string;
  line: number;
}

export interface ClauseRow {
  clause: string;
  /** `C[17]`: documents of a compilation are counted apart. */
  source: string;
  capability: string;
  section: string;
  quote: string;
  /** It sets a deadline or a lead time. */
  timed: boolean;
  state: ClauseState;
  /** The entry that proves it, or the first that cites it. */
  entry: Carrier | null;
  /** Every other place that cites it. */
  others: Carrier[];
  /** File that executes the entry. */
  executes: string | null;
  proof: Proof | null;
  /** Waiting: the module; declined: why; missing: what is lacking. */
  because: string | null;
}

export interface Coverage {
  rows: ClauseRow[];
  proofs: Proof[];
  errors: PackError[];
}

/** Where entries of a section are executed. */
export const EXECUTES: Record<Proof['section'], string> = {
  organization: 'server/modules/work-orders/rules/routing/routing.ts',
  terms: 'server/modules/regulations/rules/vocabulary.ts',
  hours: 'server/modules/regulations/rules/calendar.ts',
  limits: 'server/modules/regulations/rules/evaluate.ts',
  clocks: 'server/modules/regulations/rules/evaluate.ts',
  duties: 'server/modules/regulations/rules/duties/owed.ts',
  notices: 'server/modules/regulations/rules/evaluate.ts',
  forms: 'server/modules/work-orders/rules/gates.ts',
  gates: 'server/modules/work-orders/rules/gates.ts',
  routing: 'server/modules/work-orders/rules/routing/routing.ts',
  approvals: 'server/modules/work-orders/rules/asks.ts',
  pauses: 'server/modules/work-orders/rules/asks.ts',
  prices: 'server/modules/regulations/rules/amounts/price.ts',
  remedies: 'server/modules/regulations/rules/amounts/remedy.ts',
  metrics: 'server/modules/regulations/rules/amounts/metric.ts',
  checklists: 'server/modules/regulations/rules/amounts/check.ts',
};

/** Sections that act come first (-1). */
const WORDS: Proof['section'][] = ['hours', 'limits', 'terms', 'organization'];
/** Classes of clauses that are carried out by being shown. */
const PRESENTABLE = new Set(['window-standard', 'knowledge-publicity', 'training', 'other']);
/** Sections that say a time, or when something is due by being repeated, measured or paid. */
const SETS_TIMES = new Set(['duties', 'metrics', 'remedies', 'prices']);

/** @param packs those without defects */
export function coverageOf(files: SourceFile[], packs: Pack[], judge: Judge): Coverage {
  const errors = new ErrorList();
  const clauses = readClauses(files);
  if (!clauses) return { rows: [], proofs: [], errors: [] };
  const declared = readDeclared(files, clauses, errors);
  const proofs = proofsOf(packs, readExamples(files, new ErrorList()).examples, judge);
  const places = new Map<string, Proof[]>();
  for (const one of proofs) {
    const key = `${one.pack} ${one.place} ${one.section}.${one.id}`;
    places.set(key, [...(places.get(key) ?? []), one]);
  }
  const citing = new Map<string, { citation: Citation; pack: string }[]>();
  for (const pack of packs)
    for (const citation of citationsOf(pack)) {
      if (citation.pack !== pack.pack) continue;
      for (const id of citation.clauses) citing.set(id, [...(citing.get(id) ?? []), { citation, pack: pack.pack }]);
    }
  const rows = [...clauses.values()].map((clause) => {
    const cited = citing.get(clause.id) ?? [];
    return stateOf(
      clause,
      cited.map(({ citation, pack }) => ({
        citation,
        carrier: carrierOf(citation, pack),
        proofs: places.get(`${pack} ${citation.file}:${citation.line} ${citation.section}.${citation.id}`) ?? [],
      })),
      declared,
    );
  });
  return { rows, proofs, errors: errors.sorted() };
}

const carrierOf = (citation: Citation, pack: string): Carrier => ({
  pack,
  entry: `${citation.section}.${citation.id}`,
  article: citation.article,
  file: citation.file,
  line: citation.line,
});

interface Cited {
  citation: Citation;
  carrier: Carrier;
  proofs: Proof[];
}

function stateOf(clause: Clause, cited: Cited[], declared: Declared): ClauseRow {
  const timed = clause.parameters.has('deadline') || clause.parameters.has('lead_time');
  const base = {
    clause: clause.id,
    source: sourceOf(clause),
    capability: clause.capability,
    section: clause.section,
    quote: clause.quote,
    timed,
  };
  const row = (
    state: ClauseState,
    by: Cited | undefined,
    because: string | null,
    proof: Proof | null = null,
  ): ClauseRow => ({
    ...base,
    state,
    entry: by?.carrier ?? null,
    others: cited.filter((one) => one !== by).map(({ carrier }) => carrier),
    executes: proof ? EXECUTES[proof.section] : null,
    proof,
    because,
  });
  // A clause that sets a time is executed where the time is.
  const proven = cited.flatMap((by) =>
    by.proofs.flatMap((proof) =>
      proof.example && (proof.timed || !timed) && (proof.clauses?.has(clause.id) ?? true) ? [{ by, proof }] : [],
    ),
  );
  // What acts before the words it uses; of equals, the example that names the clause.
  const weight = ({ proof }: { proof: Proof }): number =>
    WORDS.indexOf(proof.section) * 2 + (proof.example?.name.includes(clause.id) ? 0 : 1);
  const [named] = proven.sort((a, b) => weight(a) - weight(b));
  if (named) return row('executed', named.by, null, named.proof);
  const declined = declared.declined.get(clause.id);
  if (declined !== undefined) return row('declined', cited[0], declined);
  if (cited.length === 0) return row('missing', undefined, 'no entry');
  if (PRESENTABLE.has(clause.capability)) {
    const shown = cited.find(({ citation }) => declared.presents.has(citation.section));
    if (shown) return row('presented', shown, null);
  }
  for (const by of cited) {
    const { section } = by.citation;
    if (timed && !SETS_TIMES.has(section) && !declared.waitingClauses.has(clause.id)) continue;
    const module =
      declared.waitingClauses.get(clause.id) ??
      declared.waitingSections.get(section) ??
      (declared.heldSections.has(section) ? declared.waitingCapabilities.get(clause.capability) : undefined);
    if (module !== undefined) return row('waiting', by, module);
  }
  const acts = ({ proofs }: Cited): number => (proofs[0] ? WORDS.indexOf(proofs[0].section) : WORDS.length);
  const [best] = [...cited].sort((a, b) => acts(a) - acts(b));
  return row(
    'missing',
    best,
    timed ? 'no example fails when its time is altered' : 'no example fails when it is altered',
  );
}

/** L, J, W, Q; documents of the compilation apart. */
export function sourceOf({ id, section }: Clause): string {
  const document = id.startsWith('C-') ? /^\[(\d+)\]/.exec(section) : null;
  return document ? `C[${document[1]}]` : (id.split('-')[0] ?? '');
}
