/** What the entries of every section share: the citation, the cases, and whether the cases decide. */

import { findGaps, findOverlaps, showFacts } from '../narrower.ts';
import type { CaseOf, Cited, Timing, When } from '../pack.ts';
import { shorten } from '../pack-error.ts';
import { CHANNELS } from '../vocabulary.ts';
import { canonicalJson } from './canonical.ts';
import { showWhen } from './grammar/show-test.ts';
import { type PackContext, readCases, readTiming } from './load-timing.ts';
import { mendGap, mendOverlap } from './mending/mend-cases.ts';
import type { MapReader } from './yaml/map-reader.ts';

/** Everybody a notice may go to beside the units of the organization. */
export const AUDIENCES = ['customer', 'caller', 'affected-customers', 'public', 'staff'];
/** Ways a notice may travel beside the channels. */
export const VIA = [
  'sms',
  'app',
  'wechat',
  'poster',
  'tv',
  'website',
  'group',
  'email',
  'paper',
  'bulletin-board',
  'door',
  'call',
  ...CHANNELS.keys(),
];

export function readCited(m: MapReader, ctx: PackContext, needed = true): Cited {
  const id = m.id() ?? '';
  const article = m.text('article');
  const quote = m.text('quote');
  const ownCases = m.has('cases') ? (m.get('cases')?.kind === 'list' ? m.maps('cases') : []) : [];
  const inEveryCase = (key: string): boolean =>
    ownCases.length > 0 && ownCases.every((c) => c.entries.some((e) => e.key === key));
  if (needed && article === undefined && !m.has('article') && !inEveryCase('article'))
    m.missing('article', 'article: 第…条');
  if (needed && quote === undefined && !m.has('quote') && !inEveryCase('quote')) m.missing('quote', 'quote: …');
  const reading = m.text('reading');
  return {
    id,
    article: article ?? '',
    quote: quote ?? '',
    clauses: m.texts('clauses'),
    assumed: m.texts('assumed'),
    ...(reading === undefined ? {} : { reading }),
    source: { pack: ctx.pack, file: m.node.at.file, line: m.node.at.line },
  };
}

export type Overlapping = 'error' | 'shortest' | 'first';
export const OVERLAP = ['error', 'shortest', 'first'] as const;

/** Defects of the tests in `when`. */
const IN_TESTS =
  /^(unknown-(fact|choice|event|channel)|wrong-type|bad-(range|when|test)|any-in-case|full-width|unquoted-time|empty-range)$/;

/** Cases that leave the choice open, and numbers they leave out. */
export function checkCases(
  m: MapReader,
  ctx: PackContext,
  when: When | undefined,
  cases: CaseOf<unknown>[],
  overlap: Overlapping,
): void {
  if (cases.length < 2) return;
  const nodes = m.get('cases')?.kind === 'list' ? m.maps('cases') : [];
  const at = (i: number) => nodes[i]?.at ?? m.node.at;
  const name = (i: number): string => (cases[i]?.when ? `#${i + 1} ${shorten(showWhen(cases[i]?.when))}` : `#${i + 1}`);
  const rests = cases.flatMap((c, i) => (c.when ? [] : [i]));
  if (rests.length > 1) {
    m.fail(at(rests[1] as number), {
      code: 'two-rest-cases',
      found: rests.map((i) => `#${i + 1}`).join(', '),
      expected: 'one case without when',
      zh: `有两个没有 when 的 case（第 ${rests.map((i) => i + 1).join('、')} 个），只能有一个“其余”：给其中一个写上 when。`,
      en: `Cases ${rests.map((i) => i + 1).join(' and ')} both have no when; only one can be the rest: give the other its when.`,
    });
  }
  // A test that could not be read is no narrower for that.
  if (m.errors.errors.some((e) => e.entry === m.where.entry && e.file === m.node.at.file && IN_TESTS.test(e.code)))
    return;
  if (overlap === 'error') {
    for (const o of findOverlaps(
      when,
      cases.map((c) => ({ ...(c.when ? { when: c.when } : {}), value: canonicalJson(c.value) })),
      ctx.words.factKind,
    )) {
      if (rests.includes(o.first) && rests.includes(o.second)) continue;
      const example = showFacts(o.example);
      const mend = mendOverlap(o, cases);
      m.fail(at(o.second), {
        code: 'cases-overlap',
        found: `${name(o.first)} / ${name(o.second)}: ${example}`,
        expected: `when: ${mend.when} | overlap: shortest | overlap: first`,
        zh: `第 ${o.first + 1} 个和第 ${o.second + 1} 个 case 会同时成立而取值不同，例如 ${example}；${mend.case < 0 ? `请加一个更窄的 case：when: ${mend.when}` : `请把第 ${mend.case + 1} 个写成 when: ${mend.when}（以上、以下含本数，超过不含）`}，或写明 overlap: shortest 或 first。`,
        en: `Cases ${o.first + 1} and ${o.second + 1} can both hold with different values, for example ${example}; ${mend.case < 0 ? `add a case narrower than both, when: ${mend.when}` : `write case ${mend.case + 1} as when: ${mend.when}`}, or say overlap: shortest or first.`,
      });
    }
  }
  for (const gap of findGaps(when, cases)) {
    const mend = mendGap(gap, cases);
    if (mend) {
      m.fail(at(mend.case), {
        code: 'band-gap',
        found: `${gap.fact} ${gap.example}: ${mend.from}`,
        expected: `${mend.to} | a case without when`,
        zh: `${gap.fact} 正好是 ${gap.example} 时没有任何 case 覆盖：第 ${mend.case + 1} 个的“${mend.from}”请写成“${mend.to}”（以上、以下含本数），或加一个没有 when 的“其余”。`,
        en: `No case covers ${gap.fact} at exactly ${gap.example}: in case ${mend.case + 1} write "${mend.to}" for "${mend.from}", or add a case without when for the rest.`,
      });
      continue;
    }
    m.fail(at(gap.cases[gap.cases.length - 1] ?? 0), {
      code: 'band-gap',
      found: `${gap.fact} ${gap.range}`,
      expected: `{${gap.fact}: "${gap.range}"} | a case without when`,
      zh: `${gap.fact} ${gap.range} 没有任何 case 覆盖（例如 ${gap.example}）；请加一个 case：when: {${gap.fact}: "${gap.range}"}，或加一个没有 when 的“其余”。`,
      en: `No case covers ${gap.fact} ${gap.range} (for example ${gap.example}); add a case, when: {${gap.fact}: "${gap.range}"}, or one without when for the rest.`,
    });
  }
}

function needLimit(m: MapReader, ctx: PackContext, value: Timing): void {
  if (value.within || value.before || value.every || m.has('within') || m.has('before') || m.has('every')) return;
  m.fail(m.node.at, {
    code: 'without-limit',
    found: 'no within, before or every',
    expected: 'within: 24 h | within: none | before: promised',
    zh: '没有写时限：请写 within、before 或 every；原文不设时限的写 within: none。',
    en: 'No limit: write within, before or every; where the text sets none, write within: none.',
  });
  void ctx;
}

/** T with cases, checked; in an entry with cases only the cases have to carry a limit. */
export function timedCases<X extends object>(
  m: MapReader,
  ctx: PackContext,
  cited: Cited,
  when: When | undefined,
  more?: (m: MapReader, inCase: boolean) => X,
): { cases: CaseOf<Timing & X>[]; overlap: Overlapping; assumed: string[] } {
  const overlap = m.oneOf('overlap', OVERLAP) ?? 'error';
  const hasCases = m.has('cases');
  const read = readCases(m, ctx, cited, (r, inCase) => {
    const value = { ...readTiming(r, ctx), ...(more?.(r, inCase) as X) };
    if (inCase || !hasCases) needLimit(r, ctx, value);
    return value;
  });
  checkCases(m, ctx, when, read.cases, overlap);
  return { cases: read.cases, overlap, assumed: read.assumed };
}

/** Article and quote of the first case stand in where an entry leaves them to its cases. */
export function withCited(cited: Cited, cases: CaseOf<unknown>[], assumed: string[] = []): Cited {
  const first = cases[0];
  return {
    ...cited,
    article: cited.article || first?.article || '',
    quote: cited.quote || first?.quote || '',
    clauses: cited.clauses.length > 0 ? cited.clauses : [...new Set(cases.flatMap((c) => c.clauses))],
    assumed: [...new Set([...cited.assumed, ...assumed])],
  };
}

export const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
