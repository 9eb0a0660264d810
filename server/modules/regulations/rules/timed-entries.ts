/** Clocks, notices and approvals of a pack as one kind of thing: something that runs. */
import type { Refusal } from '../../../values/result.ts';
import type { ClockReading } from './matter.ts';
import type { ApprovalEntry, CaseOf, ClockEntry, Milestones, NoticeEntry, Pack, Timing, When } from './pack.ts';
import type { Entry } from './reading.ts';

/** A clock, a notice or an approval as something that runs. */
export interface Timed extends Entry {
  when?: When;
  from?: Milestones;
  stops: Milestones;
  overlap: ClockEntry['overlap'];
  cases: CaseOf<Timing>[];
  /** Approvals: the clocks whose due `before: due` means. */
  of: string[];
}

/** Entries this evaluator does not run: `every` with an interval on clocks, notices or approvals. `once` runs. */
export function unsupportedClocks(pack: Pack): Refusal[] {
  const repeats = (cases: readonly CaseOf<Timing>[]): boolean => cases.some((one) => repeated(one.value));
  const entries = [
    ...pack.clocks.filter((one) => repeats(one.cases)),
    ...pack.notices.filter((one) => repeats(one.cases)),
    ...pack.approvals.filter((one) => one.timing && repeated(one.timing)),
  ];
  return entries.map((one) => ({
    code: 'clock-every-not-supported',
    article: one.article,
    quote: one.quote,
    params: { entry: one.id },
  }));
}

const repeated = (timing: Timing): boolean => timing.every !== undefined && timing.every !== 'once';

const timed = new WeakMap<Pack, Timed[]>();

/** In the order they are read: those that go by another clock's due after it. */
export function timedEntries(pack: Pack): Timed[] {
  let entries = timed.get(pack);
  if (!entries) {
    entries = [...pack.clocks.map(fromClock), ...pack.notices.map(fromNotice), ...pack.approvals.flatMap(fromApproval)]
      .filter((one) => one.cases.length > 0 && !one.cases.some((each) => repeated(each.value)))
      .filter(
        (one) =>
          one.from !== undefined ||
          one.cases.some((each) => each.value.before !== undefined || each.value.every === 'once'),
      );
    const chained = (one: Timed): number =>
      one.cases.some((each) => each.value.before !== undefined && /(^|\.)due$/.test(each.value.before)) ? 1 : 0;
    entries = entries
      .map((one, i) => ({ one, i }))
      .sort((a, b) => chained(a.one) - chained(b.one) || a.i - b.i)
      .map(({ one }) => one);
    timed.set(pack, entries);
  }
  return entries;
}

function fromClock(entry: ClockEntry): Timed {
  const stops = entry.until ?? { pick: 'first', of: [] };
  return {
    ...shared(entry, 'clocks', stops),
    ...(entry.from && { from: entry.from }),
    overlap: entry.overlap,
    cases: entry.cases,
    of: [],
    single: entry.cases.length === 1 && !entry.cases[0]?.when,
  };
}

function fromNotice(entry: NoticeEntry): Timed {
  const stops: Milestones = { pick: 'first', of: [`told:${entry.id}`] };
  return {
    ...shared(entry, 'notices', stops),
    ...(entry.from && { from: entry.from }),
    overlap: entry.overlap,
    cases: entry.cases,
    of: [],
    single: entry.cases.length === 1 && !entry.cases[0]?.when,
  };
}

/** Asked for when its form is filled; with no form, when it is approved or its milestone comes. */
function fromApproval(entry: ApprovalEntry): Timed[] {
  if (!entry.timing) return [];
  const stops = entry.until ?? {
    pick: 'first' as const,
    of: [...(entry.form ? [`filled:${entry.form}`] : []), `approved:${entry.id}`, entry.of],
  };
  const { article, quote, clauses, source } = entry;
  return [
    {
      ...shared(entry, 'approvals', stops),
      ...(entry.from && { from: entry.from }),
      overlap: 'first',
      cases: [{ article, quote, clauses, source, value: entry.timing }],
      of: entry.clocks,
      single: true,
    },
  ];
}

function shared(entry: ClockEntry | NoticeEntry | ApprovalEntry, section: ClockReading['section'], stops: Milestones) {
  return {
    id: entry.id,
    section,
    assumed: entry.assumed,
    ...(entry.reading !== undefined && { reading: entry.reading }),
    ...(entry.when && { when: entry.when }),
    until: stops.of,
    stops,
  };
}
