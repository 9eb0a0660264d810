/**
 * A rulebook with one thing in it altered: a limit one unit longer, a gate, a route, a word gone. A worked case that
 * proves an entry comes out otherwise then; one that does not proves nothing about it.
 */
import type { CaseOf, Limit, Pack, PlainEntry, Timing, Within } from '../../pack.ts';
import { alterationsOfDuty } from './alter-duties.ts';
import { type PlainChange, plainChanges } from './alter-plain.ts';

export type Section = (typeof ALTERED)[number];
const ALTERED = [
  'organization',
  'terms',
  'hours',
  'limits',
  'clocks',
  'duties',
  'notices',
  'forms',
  'gates',
  'routing',
  'approvals',
  'pauses',
  'prices',
  'remedies',
  'metrics',
  'checklists',
] as const;

export interface Alteration {
  section: Section;
  id: string;
  /** The place it alters, `file:line`. */
  place: string;
  what: 'limit' | 'opens' | 'quiet' | 'by' | 'recipient' | 'step' | 'field' | 'hours' | 'removed' | PlainChange;
  /** It alters a time. */
  timed: boolean;
  /** Entries whose due it may change; absent: any. */
  dues?: ReadonlySet<string>;
  /** Clauses it speaks of; absent: all that its place cites. */
  clauses?: ReadonlySet<string>;
  pack: () => Pack;
}

/** Every alteration of what was written in this pack itself. */
export function alterationsOf(pack: Pack): Alteration[] {
  const all: Alteration[] = [];
  for (const section of ALTERED)
    for (const entry of pack[section])
      if (entry.source?.pack === pack.pack) all.push(...ofEntry(pack, section, entry as Entry));
  return all;
}

type Entry = Pack[Section][number] & { source: { file: string; line: number } };
type With = { cases?: CaseOf<unknown>[]; timing?: Timing };

const TIMED: ReadonlySet<Section> = new Set<Section>(['clocks', 'notices', 'approvals']);

const placeOf = ({ source }: { source: { file: string; line: number } }): string => `${source.file}:${source.line}`;

function ofEntry(pack: Pack, section: Section, entry: Entry): Alteration[] {
  const { id } = entry;
  const replaced = (by: object | null) => (): Pack => ({
    ...pack,
    [section]: (pack[section] as readonly unknown[]).flatMap((one) =>
      one !== entry ? [one] : by === null ? [] : [by],
    ),
  });
  const make = (what: Alteration['what'], by: object | null, place = placeOf(entry)): Alteration => ({
    section,
    id,
    place,
    what,
    timed: what === 'limit' || what === 'opens' || what === 'hours',
    pack: replaced(by),
  });
  const dues = goingBy(pack, id);
  const times = (TIMED.has(section) ? timesOf(entry as With) : []).map(({ what, place, by }) => ({
    ...make(what, by, place ?? placeOf(entry)),
    dues,
  }));
  switch (section) {
    case 'clocks':
      return times;
    case 'duties':
      return alterationsOfDuty(entry as PlainEntry & Entry).map(({ what, entry: by, clauses }) => ({
        ...make(what, by),
        ...(clauses ? { clauses } : {}),
      }));
    case 'notices':
      return [...times, make('recipient', { ...entry, to: (entry as Pack['notices'][number]).to.slice(1) })];
    case 'approvals':
      return [...times, make('step', { ...entry, steps: (entry as Pack['approvals'][number]).steps.slice(1) })];
    case 'forms':
      return [make('field', { ...entry, fields: (entry as Pack['forms'][number]).fields.slice(0, -1) })];
    case 'hours':
      return [make('hours', laterHours(entry as Pack['hours'][number]))];
    case 'limits':
      return ofLimit(pack, entry as Pack['limits'][number]);
    case 'prices':
    case 'remedies':
    case 'metrics':
    case 'checklists':
      return plainChanges(section, entry as PlainEntry).map(({ what, timed, body }) => ({
        ...make(what, body && { ...entry, body }),
        timed,
      }));
    case 'routing':
      return ofRouting(entry as Pack['routing'][number], make);
    default:
      return [make('removed', null)];
  }
}

/** The entry itself and those that go by its due. */
function goingBy(pack: Pack, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const one of [...pack.clocks, ...pack.notices, ...pack.approvals]) {
      const timings = [
        ...(one.cases ?? []).map(({ value }) => value),
        ...('timing' in one && one.timing ? [one.timing] : []),
      ];
      const clocks = 'clocks' in one ? one.clocks : [];
      const plans = timings.flatMap(({ before: plan }) =>
        plan === 'due' ? clocks : plan?.endsWith('.due') ? [plan.slice(0, -'.due'.length)] : [],
      );
      if (plans.some((plan) => found.has(plan))) found.add(one.id);
    }
  }
  return found;
}

/** One for each case and key; where an entry has cases, its own place is altered by altering them all. */
function timesOf(entry: With): { what: Alteration['what']; place: string | null; by: object }[] {
  const cases = (entry.cases ?? []) as CaseOf<Timing>[];
  if (cases.length === 0 && !entry.timing) return [];
  if (cases.length === 0) {
    const { timing } = entry as { timing: Timing };
    return changesOf(timing).map(({ what, timing: by }) => ({ what, place: null, by: { ...entry, timing: by } }));
  }
  const single = cases.flatMap((one, index) =>
    changesOf(one.value).map(({ what, timing }) => ({
      what,
      place: placeOf(one),
      by: { ...entry, cases: cases.map((other, i) => (i === index ? { ...one, value: timing } : other)) },
    })),
  );
  if (cases.length === 1 && !cases[0]?.when) return single;
  const all = cases.map((one) => ({ ...one, value: changesOf(one.value)[0]?.timing ?? one.value }));
  return [...single, { what: 'limit', place: null, by: { ...entry, cases: all } }];
}

/** The limit first. */
function changesOf(timing: Timing): { what: Alteration['what']; timing: Timing }[] {
  const { quiet: _quiet, by: _by, ...rest } = timing;
  const limit: Timing =
    timing.before === undefined
      ? { ...timing, within: longer(timing.within) }
      : { ...timing, lead: timing.lead ? more(timing.lead) : MINUTE };
  return [
    { what: 'limit', timing: limit },
    ...(timing.opens ? [{ what: 'opens' as const, timing: { ...timing, opens: more(timing.opens) } }] : []),
    ...(timing.quiet
      ? [{ what: 'quiet' as const, timing: { ...rest, ...(timing.by && { by: timing.by }) } as Timing }]
      : []),
    ...(timing.by
      ? [{ what: 'by' as const, timing: { ...rest, ...(timing.quiet && { quiet: timing.quiet }) } as Timing }]
      : []),
  ];
}

const MINUTE: Limit = { unit: 'elapsed', ms: 60_000, text: '1 min' };

const longer = (within: Within | undefined): Within =>
  within ? { ...within, breach: more(within.breach) } : { breach: MINUTE };

/** One unit more. */
function more(limit: Limit): Limit {
  switch (limit.unit) {
    case 'elapsed':
    case 'wh':
      return { ...limit, ms: limit.ms + 60_000 };
    case 'cd':
    case 'wd':
      return { ...limit, days: limit.days + 1 };
    case 'mo':
      return { ...limit, months: limit.months + 1 };
    case 'same-day':
      return { unit: 'cd', days: 1, text: '1 cd' };
    case 'period-end':
      return { ...limit, next: !limit.next };
    case 'month-day':
      return { ...limit, day: limit.day < 28 ? limit.day + 1 : limit.day - 1 };
    case 'none':
      return MINUTE;
  }
}

function laterHours(entry: Pack['hours'][number]): object {
  const later = (open: [number, number][]): [number, number][] => open.map(([from, until]) => [from + 1, until - 1]);
  return { ...entry, open: later(entry.open), cases: entry.cases.map((one) => ({ ...one, open: later(one.open) })) };
}

/** The value of a named limit has been put in wherever it is named. */
function ofLimit(pack: Pack, entry: Pack['limits'][number]): Alteration[] {
  if (!entry.value) return [];
  const named = ({ within }: Timing): boolean => within?.named?.id === entry.id;
  const put = (timing: Timing): Timing => (named(timing) ? { ...timing, within: longer(timing.within) } : timing);
  const inCases = <T extends With>(one: T): T => ({
    ...one,
    ...(one.cases && { cases: one.cases.map((each) => ({ ...each, value: put(each.value as Timing) })) }),
    ...(one.timing && { timing: put(one.timing) }),
  });
  const timed = [...pack.clocks, ...pack.notices, ...pack.approvals];
  const naming = timed.filter((one: With) =>
    [...(one.cases ?? []).map(({ value }) => value as Timing), ...(one.timing ? [one.timing] : [])].some(named),
  );
  if (naming.length === 0) return [];
  return [
    {
      section: 'limits',
      id: entry.id,
      place: placeOf(entry),
      what: 'limit',
      timed: true,
      dues: new Set(naming.flatMap(({ id }) => [...goingBy(pack, id)])),
      pack: () => ({
        ...pack,
        clocks: pack.clocks.map(inCases),
        notices: pack.notices.map(inCases),
        approvals: pack.approvals.map(inCases),
      }),
    },
  ];
}

function ofRouting(
  entry: Pack['routing'][number],
  make: (what: Alteration['what'], by: object | null, place?: string) => Alteration,
): Alteration[] {
  const whole = make('removed', null);
  if (entry.cases.length < 2) return [whole];
  return [
    whole,
    ...entry.cases.map((one, index) =>
      make('removed', { ...entry, cases: entry.cases.filter((_, i) => i !== index) }, placeOf(one)),
    ),
  ];
}
