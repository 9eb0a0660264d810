/**
 * Does a pack carry every clause it must, with the values the list of clauses gives? `coverage.yaml`
 * says which clauses; `sources/milestones.yaml` turns the words of the list into milestones.
 */
import type { Limit, Pack, PackError, Test } from '../../pack.ts';
import { ErrorList, shorten, unknownName } from '../../pack-error.ts';
import { canonicalJson } from '../canonical.ts';
import { type Citation, type Clause, citationsOf, readClauses } from '../clauses.ts';
import { MapReader } from '../yaml/map-reader.ts';
import { child, type Node, readYaml, type SourceFile } from '../yaml/yaml-nodes.ts';

type SourceWords = Record<'from' | 'to' | 'before' | 'plans', Map<string, string[]>>;

export function checkCoverage(
  files: SourceFile[],
  packs: Pack[],
): { required: number; compared: number; errors: PackError[] } {
  const errors = new ErrorList();
  const clauses = readClauses(files);
  const file = files.find((f) => f.path === 'coverage.yaml');
  const root = file && readYaml(file, errors);
  if (!clauses || !root) return { required: 0, compared: 0, errors: errors.sorted() };
  const words = readWords(files, errors);
  let required = 0;
  let compared = 0;
  if (root.kind !== 'list')
    errors.add(
      root.at,
      {},
      {
        code: 'not-a-list',
        found: '{…}',
        expected: '- pack: …',
        zh: 'coverage.yaml 要写成列表。',
        en: 'coverage.yaml is a list.',
      },
    );
  for (const item of root.kind === 'list' ? root.items : []) {
    if (item.kind !== 'map') continue;
    const m = new MapReader(item, errors);
    const name = m.needText('pack');
    const needed = neededBy(m, clauses);
    m.done();
    const versions = packs.filter((p) => p.pack === name);
    if (versions.length === 0)
      m.fail((m.get('pack') ?? item).at, unknownName('pack', name, new Set(packs.map((p) => p.pack))));
    for (const pack of versions.slice(-1)) {
      const citations = citationsOf(pack);
      required += needed.length;
      for (const clause of needed) {
        const citing = citations.filter((c) => c.clauses.includes(clause.id));
        if (citing.length === 0) {
          m.fail(item.at, {
            code: 'clause-missing',
            found: `${name}: no entry with ${clause.id}`,
            expected: `clauses: [${clause.id}] ${shorten(clause.quote)}`,
            zh: `规章包“${name}”没有任何条目写明 ${clause.id}：${shorten(clause.quote, 160)}`,
            en: `No entry of the pack "${name}" carries ${clause.id}: ${shorten(clause.quote, 160)}`,
          });
          continue;
        }
        if (compareClause(clause, citing, words, errors)) compared++;
      }
    }
  }
  return { required, compared, errors: errors.sorted() };
}

function neededBy(m: MapReader, clauses: Map<string, Clause>): Clause[] {
  const prefix = m.text('prefix');
  const capabilities = m.texts('capabilities');
  const also = m.get('with-parameters');
  const alsoCapabilities = new Set(texts(child(also, 'capabilities')));
  const any = texts(child(also, 'any'));
  const ids = new Set(m.texts('clauses'));
  for (const id of ids)
    if (!clauses.has(id)) m.fail((m.get('clauses') ?? m.node).at, unknownName('clause', id, clauses.keys()));
  const except = new Set(m.texts('except'));
  return [...clauses.values()].filter((c) => {
    if (except.has(c.id)) return false;
    if (ids.has(c.id)) return true;
    if (prefix === undefined || !c.id.startsWith(`${prefix}-`)) return false;
    return (
      capabilities.includes(c.capability) ||
      (alsoCapabilities.has(c.capability) && any.some((key) => c.parameters.has(key)))
    );
  });
}

const texts = (node: Node | undefined): string[] =>
  node === undefined
    ? []
    : node.kind === 'list'
      ? node.items.flatMap(texts)
      : node.kind === 'scalar' && node.value !== null
        ? [node.source]
        : [];

function readWords(files: SourceFile[], errors: ErrorList): SourceWords {
  const words: SourceWords = { from: new Map(), to: new Map(), before: new Map(), plans: new Map() };
  const file = files.find((f) => f.path === 'sources/milestones.yaml');
  const root = file && readYaml(file, errors);
  for (const key of ['from', 'to', 'before', 'plans'] as const) {
    const node = child(root, key);
    if (node?.kind === 'map') for (const e of node.entries) words[key].set(e.key, texts(e.value));
  }
  return words;
}

interface Mismatch {
  what: string;
  found: string;
  expected: string;
  /** The list leaves it open or gives what cannot be done to the letter: a `reading` may settle it. */
  open: boolean;
}

/** True when the clause gives a time. Every citing entry that runs must agree, or say why not. */
function compareClause(clause: Clause, citing: Citation[], words: SourceWords, errors: ErrorList): boolean {
  const deadline = clause.parameters.get('deadline');
  const lead = clause.parameters.get('lead_time');
  if (deadline === undefined && lead === undefined) return false;
  const timed = citing.filter((c) => c.timed);
  const explicit = [deadline, lead].some((v) => v !== undefined && /^P.*\d/.test(v) && v !== 'PT0S');
  if (timed.length === 0 && explicit && !citing.some((c) => c.reading || c.section === 'limits')) {
    const c = citing[0] as Citation;
    errors.add(
      { file: c.file, line: c.line, column: 1 },
      { article: c.article, entry: `${c.section}.${c.id}` },
      {
        code: 'clause-not-timed',
        found: `${clause.id}: ${c.section}.${c.id}`,
        expected: `${clause.id}: within ${deadline ?? lead}`,
        zh: `${clause.id} 写有时限（${deadline ?? lead}），却没有时限条目引用它。`,
        en: `${clause.id} sets a time (${deadline ?? lead}), but no clock cites it.`,
      },
    );
  }
  // Several clauses in one place: the place answers for the clause that fits it, if one does.
  for (const c of timed) {
    const wrong = mismatches(clause, c, words).filter((one) => !c.reading && !(one.open && c.entryReading));
    for (const one of wrong) {
      errors.add(
        { file: c.file, line: c.line, column: 1 },
        { article: c.article, entry: `${c.section}.${c.id}` },
        {
          code: `${one.what}-differs`,
          found: `${clause.id}: ${one.found}`,
          expected: `${clause.id}: ${one.expected}`,
          zh: `${WHAT[one.what] ?? one.what}与 ${clause.id} 不符：写的是 ${one.found}，原文是 ${one.expected}（${shorten(clause.quote)}）。如确有理由，请写 reading 说明。`,
          en: `The ${one.what} differs from ${clause.id}: found ${one.found}, the source has ${one.expected} (${shorten(clause.quote)}). If that is meant, say why in reading.`,
        },
      );
    }
  }
  return true;
}

const WHAT: Record<string, string> = {
  limit: '时限',
  lead: '提前量',
  from: '起点',
  until: '止点',
  before: '计划时间',
  condition: '条件',
};

function mismatches(clause: Clause, c: Citation, words: SourceWords): Mismatch[] {
  const { timing, from, until, when, entryWhen } = c.timed as NonNullable<Citation['timed']>;
  const p = clause.parameters;
  const found: Mismatch[] = [];
  const deadline = p.get('deadline');
  const leadTime = p.get('lead_time');
  const planned = deadline?.startsWith('per_') ?? false;
  if (deadline !== undefined && deadline !== 'unspecified') {
    if (planned) {
      const policy = /^per_policy\((.+)\)$/.exec(deadline)?.[1];
      const plans = words.plans.get(policy ?? deadline);
      const fits =
        timing.before !== undefined
          ? !plans || plans.includes(timing.before)
          : policy !== undefined && timing.within?.named !== undefined;
      if (!fits && !(timing.within?.breach.unit === 'none'))
        found.push({
          what: 'before',
          found: timing.before ?? timing.within?.breach.text ?? '—',
          expected: plans?.join(' | ') ?? deadline,
          open: false,
        });
    } else {
      const fits = acceptable(p, deadline);
      const minimum = p.get('deadline_min');
      const have = timing.within
        ? `${timing.within.warn ? `${timing.within.warn.text}..` : ''}${timing.within.named ? timing.within.named.id : timing.within.breach.text}`
        : '—';
      const breachFits =
        timing.within !== undefined &&
        fits.some((f) => (f === 'named' ? timing.within?.named !== undefined : f === timing.within?.breach.text));
      const warnFits =
        minimum === undefined ||
        (timing.within?.warn !== undefined && acceptable(p, minimum).includes(timing.within.warn.text));
      if (!breachFits || !warnFits)
        found.push({
          what: 'limit',
          found: have,
          expected: `${minimum ? `${acceptable(p, minimum).join(' | ')} .. ` : ''}${fits.join(' | ')}`,
          open: fits.includes('named'),
        });
    }
  }
  if (leadTime !== undefined && leadTime !== 'unspecified') {
    const fits = acceptable(p, leadTime);
    if (!timing.lead || !fits.includes(timing.lead.text))
      found.push({ what: 'lead', found: timing.lead?.text ?? '—', expected: fits.join(' | '), open: false });
  }
  const before = p.get('before');
  const plansBefore = before === undefined ? undefined : words.before.get(inner(before));
  if (plansBefore && (timing.before === undefined || !plansBefore.includes(timing.before)))
    found.push({ what: 'before', found: timing.before ?? '—', expected: plansBefore.join(' | '), open: false });
  const fromWord = p.get('from');
  const starts = fromWord === undefined ? undefined : words.from.get(inner(fromWord));
  if (starts && from && !from.of.every((f) => starts.includes(f)))
    found.push({
      what: 'from',
      found: from.of.join(' | '),
      expected: starts.join(' | '),
      open: fromWord?.startsWith('unspecified') ?? false,
    });
  const toWord = p.get('to');
  const ends = toWord === undefined ? undefined : words.to.get(inner(toWord));
  if (ends && until) {
    const both = inner(toWord ?? '').includes('_and_');
    const fits = both
      ? until.pick === 'all' && canonicalJson([...until.of].sort()) === canonicalJson([...ends].sort())
      : until.of.every((u) => ends.includes(u));
    if (!fits)
      found.push({
        what: 'until',
        found: until.of.join(until.pick === 'all' ? ' + ' : ' | '),
        expected: ends.join(both ? ' + ' : ' | '),
        open: toWord?.startsWith('unspecified') ?? false,
      });
  }
  for (const [key, value] of p) {
    const sign = /^([a-z]+)(<=|>=|<|>)$/.exec(key);
    if (sign?.[1] !== 'dn' || !/^\d+$/.test(value)) continue;
    const number = Number(value);
    const inclusiveOpen = p.get(`dn${value}_inclusive`) === 'unspecified';
    const tests = [when?.facts.dn, entryWhen?.facts.dn].filter((t) => t !== undefined);
    if (!tests.some((t) => bounds(t, sign[2] ?? '', number, inclusiveOpen)))
      found.push({
        what: 'condition',
        found: canonicalJson(tests[0] ?? null),
        expected: `dn ${sign[2]} ${value}${inclusiveOpen ? ' (=)' : ''}`,
        open: false,
      });
  }
  return found;
}

const inner = (word: string): string => /^unspecified\((.+)\)$/.exec(word)?.[1] ?? word;

function bounds(test: Test, sign: string, value: number, inclusiveOpen: boolean): boolean {
  if (test.op === 'and') return test.tests.some((t) => bounds(t, sign, value, inclusiveOpen));
  if (test.op !== 'range') return false;
  const [bound, open] = sign.startsWith('<') ? [test.max, test.maxOpen === true] : [test.min, test.minOpen === true];
  return bound === value && (inclusiveOpen || open === !sign.endsWith('='));
}

/** The limits a value of the list may be written as. */
export function acceptable(parameters: Map<string, string>, duration: string): string[] {
  if (parameters.get('same_day') === 'true') return ['same-day' satisfies Limit['text']];
  if (parameters.get('same_month') === 'true') return ['month-end'];
  const m = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!m) return [duration];
  const [years, months, weeks, days, hours, minutes] = m.slice(1, 7).map((x) => Number(x ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (years + months + weeks + days + hours + minutes === 0) return ['0 min', 'named'];
  const calendar = parameters.get('calendar');
  if (months > 0 || years > 0) return [`${years * 12 + months} mo`];
  const n = weeks * 7 + days;
  if (n > 0) return calendar === 'working_days' ? [`${n} wd`] : [`${n} cd`, ...(calendar === 'calendar' ? [] : [])];
  if (calendar === 'working_hours') return [`${hours + minutes / 60} wh`];
  const total = hours * 60 + minutes;
  const same = [
    `${total} min`,
    ...(total % 60 === 0 ? [`${total / 60} h`] : []),
    ...(total % 1440 === 0 ? [`${total / 1440} d`] : []),
  ];
  return same.reverse();
}
