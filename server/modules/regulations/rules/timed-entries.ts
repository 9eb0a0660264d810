/**
 * A rulebook as the evaluator goes through it: clocks, notices and approvals as one kind of thing, something
 * that runs. Whatever can be said before a matter is known is worked out here, once for each pack.
 */
import type { Refusal } from '../../../values/result.ts';
import { type Duty, dutiesOf, dutyClock } from './duties/duty.ts';
import { concerns } from './holds.ts';
import { excludes } from './match.ts';
import type { Because, ClockReading } from './matter.ts';
import type {
  ApprovalEntry,
  CaseOf,
  ClockEntry,
  Milestones,
  NoticeEntry,
  Pack,
  PauseEntry,
  Timing,
  When,
} from './pack.ts';

/** A clock, a notice or an approval as something that runs. */
export interface Timed {
  id: string;
  section: ClockReading['section'];
  when?: When;
  from?: Milestones;
  stops: Milestones;
  overlap: ClockEntry['overlap'];
  cases: readonly RunningCase[];
  /** Written without `cases`. */
  single: boolean;
  /** What its cases name in `before`: a date, or the due of these clocks; else a planned time that somebody sets. */
  plans: ReadonlyMap<string, PlanNamed>;
  /** It begins with one of these; absent where something else begins it. */
  begins?: readonly string[];
  onRequest: boolean;
  /** Some case says whose act alone stops it. */
  hasBy: boolean;
  /** Pauses that the rulebook itself begins and ends and that hold this one. */
  pauses: readonly PauseEntry[];
}

/** Neither a date nor somebody's due: a planned time that somebody sets. */
export interface PlanNamed {
  dated: boolean;
  dueOf: readonly string[];
}

/** A case with what is always said of it. */
export interface RunningCase extends CaseOf<Timing> {
  /** `1 h`, `before planned-stop 48 h`. */
  limit: string;
  /** Cases that say the same have the same. */
  same: string;
  /** Of the lines that tell why: those of the rule, and those that come last. */
  ruleLines: readonly Because[];
  lastLines: readonly Because[];
}

export interface Timetable {
  /** In the order they are read. */
  entries: readonly Timed[];
  /** The same without those that matters of an event can never meet. */
  entriesFor(event: string): readonly Timed[];
  /** Clocks by whose due other entries go. */
  goneBy: ReadonlySet<string>;
  /** Unit → the unit it belongs to. */
  parents: ReadonlyMap<string, string | undefined>;
}

/** Entries this evaluator does not run: `every` with an interval on clocks, notices or approvals. `once` runs. */
export function unsupportedClocks(pack: Pack): Refusal[] {
  const repeats = (cases: readonly CaseOf<Timing>[]): boolean => cases.some((one) => repeated(one.value));
  const entries = [
    ...pack.clocks.filter((one) => repeats(one.cases)),
    ...pack.notices.filter((one) => repeats(one.cases)),
    ...pack.approvals.filter((one) => (one.timing && repeated(one.timing)) || repeats(one.cases ?? [])),
  ];
  return entries.map((one) => ({
    code: 'clock-every-not-supported',
    article: one.article,
    quote: one.quote,
    params: { entry: one.id },
  }));
}

const repeated = (timing: Timing): boolean => timing.every !== undefined && timing.every !== 'once';

const timetables = new WeakMap<Pack, Timetable>();

export function timetableOf(pack: Pack): Timetable {
  let known = timetables.get(pack);
  if (!known) {
    known = compile(pack);
    timetables.set(pack, known);
  }
  return known;
}

function compile(pack: Pack): Timetable {
  const entries = [
    ...pack.clocks.map((one) => fromClock(one, pack)),
    ...pack.notices.map((one) => fromNotice(one, pack)),
    ...pack.approvals.flatMap((one) => fromApproval(one, pack)),
    ...dutiesOf(pack).map((one) => fromDuty(one, pack)),
  ]
    .filter((one) => one.cases.length > 0 && !one.cases.some((each) => repeated(each.value)))
    .filter(
      (one) =>
        one.from !== undefined || one.cases.some(({ value }) => value.before !== undefined || value.every === 'once'),
    );
  const inOrder = afterWhatTheyGoBy(entries);
  const byEvent = new Map<string, Timed[]>();
  return {
    entries: inOrder,
    entriesFor: (event) => {
      let some = byEvent.get(event);
      if (!some) {
        some = inOrder.filter((one) => !excludes(one.when, event));
        byEvent.set(event, some);
      }
      return some;
    },
    goneBy: new Set(entries.flatMap(goneBy)),
    parents: new Map(pack.organization.map((one) => [one.id, one.parent])),
  };
}

/** Clocks by whose due an entry goes. */
const goneBy = ({ plans }: Timed): string[] => [...plans.values()].flatMap(({ dueOf }) => dueOf);

/** As written, but each after the clocks it goes by, wherever those stand. A circle is refused when a rulebook is loaded. */
function afterWhatTheyGoBy(entries: readonly Timed[]): Timed[] {
  const clocks = new Map(entries.flatMap((one) => (one.section === 'clocks' ? [[one.id, one] as const] : [])));
  const placed = new Set(entries.filter((one) => goneBy(one).length === 0));
  const place = (one: Timed, above: readonly Timed[]): void => {
    if (placed.has(one) || above.includes(one)) return;
    for (const id of goneBy(one)) {
      const other = clocks.get(id);
      if (other) place(other, [...above, one]);
    }
    placed.add(one);
  };
  for (const one of entries) place(one, []);
  return [...placed];
}

const fromClock = (entry: ClockEntry, pack: Pack): Timed =>
  timed(entry, 'clocks', entry.until ?? { pick: 'first', of: [] }, entry.cases, entry.overlap, [], pack);

const fromNotice = (entry: NoticeEntry, pack: Pack): Timed =>
  timed(entry, 'notices', { pick: 'first', of: [`told:${entry.id}`] }, entry.cases, entry.overlap, [], pack);

/** Asked for when its form is filled; with no form, when it is approved or its milestone comes. */
function fromApproval(entry: ApprovalEntry, pack: Pack): Timed[] {
  if (!entry.timing) return [];
  const stops: Milestones = entry.until ?? {
    pick: 'first',
    of: [...(entry.form ? [`filled:${entry.form}`] : []), `approved:${entry.id}`, entry.of],
  };
  const { article, quote, clauses, source } = entry;
  const cases = entry.cases ?? [{ article, quote, clauses, source, value: entry.timing }];
  return [timed(entry, 'approvals', stops, cases, entry.overlap ?? 'error', entry.clocks, pack)];
}

/** What a clock, a notice, an approval and a duty have in common. */
type Entry = Pick<ClockEntry, 'id' | 'assumed' | 'reading'> & { when?: When; from?: Milestones };

/** An order that a duty made is due when the duty is: a planned time of that order, and of no other. */
function fromDuty(duty: Duty, pack: Pack): Timed {
  const before = dutyClock(duty.id);
  const events = [...new Set(duty.cases.map(({ value }) => value.makes))];
  const cases = duty.cases.map((one) => ({ ...one, value: { ...plainly(one.value.timing), before } }));
  const when: When = { facts: { event: { op: 'any-of', values: events } } };
  const entry = { ...duty, id: before, when };
  const running = timed(entry, 'duties', duty.until, cases, duty.overlap, [], pack);
  return {
    ...running,
    cases: running.cases.map((one, index) => withLimit(one, everyText(duty.cases[index]?.value))),
  };
}

/** Without what says when the duty comes round: that has been worked out. */
const plainly = ({ breach, hours, on, by }: Timing): Timing => ({ breach, hours, on, ...(by ? { by } : {}) });

const everyText = (value: Duty['cases'][number]['value'] | undefined): string =>
  ['every', value?.every ?? 'once', value?.timing.within?.breach.text].filter((part) => part !== undefined).join(' ');

function withLimit(one: RunningCase, limit: string): RunningCase {
  const ruleLines = one.ruleLines.map((line) =>
    line.kind === 'rule' ? { ...line, params: { ...line.params, limit } } : line,
  );
  return { ...one, limit, ruleLines };
}

function timed(
  entry: Entry,
  section: Timed['section'],
  stops: Milestones,
  cases: readonly CaseOf<Timing>[],
  overlap: Timed['overlap'],
  of: readonly string[],
  pack: Pack,
): Timed {
  const single = cases.length === 1 && !cases[0]?.when;
  const plans = new Map(
    cases.flatMap(({ value: { before } }): [string, PlanNamed][] =>
      before === undefined ? [] : [[before, planNamed(before, of)]],
    ),
  );
  return {
    id: entry.id,
    section,
    ...(entry.when && { when: entry.when }),
    ...(entry.from && { from: entry.from }),
    stops,
    overlap,
    cases: cases.map((one, index) => runningCase(entry, one, single ? -1 : index)),
    single,
    plans,
    ...(entry.from && plans.size === 0 && { begins: entry.from.of }),
    onRequest: cases[0]?.value.on === 'request',
    hasBy: cases.some((one) => one.value.by !== undefined),
    pauses: pack.pauses.filter((one) => one.from && one.ask === undefined && concerns(one.clocks, entry.id)),
  };
}

function planNamed(before: string, of: readonly string[]): PlanNamed {
  if (before === 'due') return { dated: false, dueOf: of };
  if (before.endsWith('.due')) return { dated: false, dueOf: [before.slice(0, -'.due'.length)] };
  return { dated: /^(\d{4}-)?\d{2}-\d{2}$/.test(before), dueOf: [] };
}

/** @param index of the case in its entry; -1: the entry is written without cases */
function runningCase(entry: Entry, one: CaseOf<Timing>, index: number): RunningCase {
  const { value: timing, article } = one;
  const limit = limitText(timing);
  const named = timing.within?.named;
  const rule: Because = {
    kind: 'rule',
    params: { limit, article, named: named?.id ?? null, confirmed: named?.confirmed ?? true },
  };
  const note = one.reading ?? entry.reading;
  return {
    ...one,
    limit,
    same: JSON.stringify(timing),
    ruleLines: index < 0 ? [rule] : [rule, { kind: 'case', params: { index, article } }],
    lastLines: [
      ...entry.assumed.map((key): Because => ({ kind: 'assumed', params: { key } })),
      ...(note === undefined ? [] : [{ kind: 'reading' as const, params: { text: note } }]),
    ],
  };
}

function limitText(timing: Timing): string {
  if (timing.before === undefined) return timing.within?.breach.text ?? 'none';
  return `before ${timing.before}${timing.lead ? ` ${timing.lead.text}` : ''}`;
}
