/** Worked cases of prices, remedies, metrics and checklists against a pack. */

import { decimalOf, showDecimal } from '../../../../../values/decimal.ts';
import type { Instant } from '../../../../../values/instant.ts';
import { type CheckItem, itemsOf, judgeChecklist, type Seen, writtenDown } from '../../amounts/check.ts';
import { measuredOf } from '../../amounts/measured.ts';
import { add, emptyTally, type Line, linesOf, type Measured } from '../../amounts/metric.ts';
import { periodOf } from '../../amounts/period.ts';
import { chargeOf } from '../../amounts/price.ts';
import { type Gift, type Remedy, remediesOf } from '../../amounts/remedy.ts';
import { scoreOf, showScore } from '../../amounts/score.ts';
import { showCharge } from '../../amounts/words.ts';
import { readWritten } from '../../amounts/written.ts';
import type { Calendars } from '../../calendar.ts';
import { evaluate } from '../../evaluate.ts';
import { vocabularyOf } from '../../match.ts';
import type { Matter } from '../../matter.ts';
import type { FactValue, Pack, PlainEntry } from '../../pack.ts';
import { type Spot, unknownName } from '../../pack-error.ts';
import { asSeenByOrder, orderOf } from '../../subjects.ts';
import { formatInstant, parseInstant } from '../dates.ts';
import type { Difference } from './difference.ts';
import type { ExpectedCheck, ExpectedRemedy, Outcomes } from './read-outcomes.ts';

/** A matter, and how many like it. */
export interface Many {
  matter: Matter;
  times: number;
}

interface Scene {
  pack: Pack;
  calendars: Calendars;
  matter: Matter;
  /** For metrics: every matter of the period. */
  all: Many[];
  now: Instant;
}

type Section = 'prices' | 'remedies' | 'metrics' | 'checklists';

export function outcomesDiffer(expected: Outcomes, scene: Scene): Difference[] {
  const { pack, calendars, matter, now } = scene;
  const words = vocabularyOf(pack);
  const subject = orderOf(asSeenByOrder(matter), calendars, now, words);
  const of = (section: Section, id: string, at: Spot, got: (entry: PlainEntry) => string, wanted: string) => {
    const entry = pack[section].find((one) => one.id === id);
    if (!entry) return gone(pack, section, id, at, wanted);
    const found = got(entry);
    return found === wanted ? [] : [difference(at, entry.article, `${section}.${id}`, found, wanted)];
  };
  const owed = expected.remedies.length > 0 ? remediesOf(pack, calendars, matter, now, readingsOf(scene)) : [];
  const zoned = (at: Instant): string => formatInstant(at, pack.timezone);
  const since = (text: string): string => {
    const at = parseInstant(text, calendars.zone);
    return at === undefined ? text : zoned(at);
  };
  return [
    ...expected.amounts.flatMap(({ id, at, quantity, before, is }) => {
      const asked = {
        ...(quantity === undefined ? {} : { quantity: decimalOf(quantity) ?? decimalOf('0') }),
        ...(before === undefined ? {} : { before: decimalOf(before) ?? decimalOf('0') }),
      } as Parameters<typeof chargeOf>[3];
      return of('prices', id, at, (entry) => showCharge(chargeOf(entry, subject.facts, words, asked)), money(is));
    }),
    ...expected.remedies.flatMap((one) =>
      of(
        'remedies',
        one.id,
        one.at,
        () =>
          showOwed(
            owed.find(({ id }) => id === one.id),
            one,
            zoned,
          ),
        wantedOf(one, since),
      ),
    ),
    ...expected.metrics.flatMap(({ id, at, is }) => of('metrics', id, at, (entry) => figure(entry, scene), is)),
    ...expected.checks.flatMap((one) =>
      of('checklists', one.id, one.at, (entry) => judged(entry, one, scene), one.items.join(' ')),
    ),
  ];
}

/** A rulebook without the entry says otherwise than one that has it; a name nobody knows is a mistake of the example. */
const gone = (pack: Pack, section: Section, id: string, at: Spot, wanted: string): Difference[] => [
  {
    at,
    problem: {
      ...unknownName(
        'key',
        id,
        pack[section].map((one) => one.id),
      ),
      found: `${section}.${id}: null`,
      expected: `${section}.${id}: ${wanted}`,
    },
  },
];

const difference = (at: Spot, article: string, what: string, found: string, expected: string): Difference => ({
  at,
  article,
  problem: {
    code: 'example-differs',
    found: `${what}: ${found}`,
    expected: `${what}: ${expected}`,
    zh: `算例得出“${what}”为 ${found}，应为 ${expected}。`,
    en: `The example gives ${found} for "${what}", expected ${expected}.`,
  },
});

/** `1325.5 CNY` is `1325.50 CNY`. */
function money(text: string): string {
  const read = readWritten(text);
  return read.kind === 'money' ? shown(read) : text;
}

const shown = ({ min, max }: { min: Parameters<typeof showDecimal>[0]; max: typeof min }): string => {
  const two = (sum: typeof min): string => {
    const [whole = '0', fen = ''] = showDecimal(sum).split('.');
    return `${whole}.${fen.padEnd(2, '0')}`;
  };
  return two(min) === two(max) ? `${two(min)} CNY` : `${two(min)}..${two(max)} CNY`;
};

function giftText(gift: Gift): string {
  switch (gift.kind) {
    case 'money': {
      const sum = (fen: number) => ({ digits: BigInt(fen), scale: 2 });
      return shown({ min: sum(gift.min), max: sum(gift.max) });
    }
    case 'thing':
      return gift.text;
    case 'unknown':
      return `unknown: ${gift.asks.join(' ')}`;
    default:
      return gift.kind;
  }
}

const line = (to: string[], give: string, rest: (string | undefined)[]): string =>
  [`${to.join(' ')} ← ${give}`, ...rest.filter((one) => one !== undefined)].join(', ');

function wantedOf({ owed }: ExpectedRemedy, zoned: (text: string) => string): string {
  if (!owed) return 'null';
  const { to, give, since, steps, times } = owed;
  return line(to, money(give), [since && zoned(since), steps && `by ${steps.join(' ')}`, times && `× ${times}`]);
}

/** As much of it as the example speaks of. */
function showOwed(remedy: Remedy | undefined, { owed }: ExpectedRemedy, zoned: (at: Instant) => string): string {
  if (!remedy) return 'null';
  return line(remedy.to, giftText(remedy.give), [
    owed?.since === undefined ? undefined : zoned(remedy.since),
    owed?.steps && `by ${remedy.steps.join(' ')}`,
    owed?.times === undefined ? undefined : `× ${remedy.times}`,
  ]);
}

const readingsOf = ({ pack, calendars, matter, now }: Omit<Scene, 'all'>) => evaluate(pack, calendars, matter, now);

function figure(entry: PlainEntry, { pack, calendars, all, now }: Scene): string {
  const words = vocabularyOf(pack);
  const measured = all.map(
    ({ matter, times }): Measured => ({
      ...measuredOf(pack, calendars, matter, now),
      times,
    }),
  );
  const [first] = all;
  const begun = Math.min(...(first?.matter.happenings.map(({ at }) => at) ?? [now]));
  return linesOf(entry, words)
    .map((one: Line) => {
      const tally = emptyTally();
      const { span } = periodOf(one.per, begun, calendars.zone);
      for (const each of measured) add(tally, one, each, span, words);
      return showScore(one.measure, scoreOf(one.measure, tally, one.target));
    })
    .join(' | ');
}

const SEEN: Readonly<Record<string, Seen>> = { yes: 'yes', no: 'no', true: 'yes', false: 'no', 'not-here': 'not-here' };

function judged(entry: PlainEntry, { facts, seen }: ExpectedCheck, { pack, calendars, matter, now }: Scene): string {
  const words = vocabularyOf(pack);
  const subject = orderOf(asSeenByOrder(matter), calendars, now, words);
  const asks = itemsOf(entry, words).flatMap((item: CheckItem) => item.asks);
  const written = new Map<string, FactValue | undefined>(
    asks.map(({ fact, kind }) => [fact, facts[fact] === undefined ? undefined : writtenDown(kind, facts[fact])]),
  );
  return judgeChecklist(
    entry,
    (name) => written.get(name) ?? subject.facts(name),
    words,
    Object.fromEntries(seen.map((one, index) => [index, SEEN[one]])),
  )
    .map(({ verdict }) => verdict)
    .join(' ');
}
