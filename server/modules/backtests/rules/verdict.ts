/** What a clock of the past comes to under a rulebook, and where that cannot be said. */
import type { Judgement } from '../../regulations/rules/evaluate.ts';
import type { Milestones, Pack } from '../../regulations/rules/pack.ts';
import { timetableOf } from '../../regulations/rules/timed-entries.ts';
import type { Unit } from '../../work-orders/rules/context.ts';

/**
 * - `in-time`, `late`: judged.
 * - `open`: not yet due, or held by a pause.
 * - `ended`: the order ended before it was due.
 * - `undecided`: a fact nobody recorded, or a year without calendar, would decide.
 * - `incomparable`: nothing could have stopped it, because the rulebook the order was under asked nobody to record it.
 * - `unlimited`: it has no limit, or never counts as late.
 */
export const VERDICTS = ['in-time', 'late', 'open', 'ended', 'undecided', 'incomparable', 'unlimited'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a clock cannot be compared: nobody recorded what stops it, or no unit of this utility may stop it, or nothing starts it. */
export const REASONS = ['stop', 'unit', 'start'] as const;
export type Reason = (typeof REASONS)[number];

/** What every order goes through, whatever its rulebook. */
// biome-ignore format: one list
const LIFECYCLE = [
  'received', 'created', 'dispatched', 'accepted', 'assigned', 'returned', 'handled', 'finished', 'rejected', 'reviewed',
  'called-back', 'closed', 'cancelled', 'merged', 'reopened', 'extended', 'paused',
];

const recorded = new WeakMap<Pack, ReadonlySet<string>>();

/** Milestones that who works by this rulebook has a reason to record. */
export function recordedUnder(pack: Pack): ReadonlySet<string> {
  const known = recorded.get(pack);
  if (known) return known;
  const of = (milestones: Milestones | undefined): readonly string[] => milestones?.of ?? [];
  const set = new Set([
    ...LIFECYCLE,
    ...timetableOf(pack).entries.flatMap((entry) => [...of(entry.from), ...entry.stops.of]),
    ...pack.gates.flatMap(({ require }) => (require === 'never' ? [] : (require.done ?? []))),
    ...pack.pauses.flatMap(({ from, until }) => [...of(from), ...of(until)]),
    ...pack.forms.map(({ id }) => `filled:${id}`),
  ]);
  recorded.set(pack, set);
  return set;
}

const can = ({ pick, of }: Milestones, may: (milestone: string) => boolean): boolean =>
  pick === 'all' ? of.every(may) : of.some(may);

/** A unit of the utility is, or is part of, one of those named. */
export function hasUnit(pack: Pack, by: readonly string[], units: readonly Unit[]): boolean {
  const { parents } = timetableOf(pack);
  return units.some(({ organizationId }) => {
    const seen = new Set<string>();
    let at = organizationId ?? undefined;
    while (at !== undefined && !seen.has(at)) {
      if (by.includes(at)) return true;
      seen.add(at);
      at = parents.get(at);
    }
    return false;
  });
}

/** What judging goes by beside the matter: null where it is the rulebook of the order itself, and all can be compared. */
export interface Comparing {
  /** Of the rulebook the order was under. */
  recorded: ReadonlySet<string>;
  units: readonly Unit[];
  pack: Pack;
}

export function verdictOf(judged: Judgement, comparing: Comparing | null): { verdict: Verdict; reason: Reason | null } {
  if (judged.breached) {
    const reason = judged.stoppedAt === null && comparing ? reasonOf(judged, comparing) : null;
    return { verdict: reason === null ? 'late' : 'incomparable', reason };
  }
  return { verdict: unbreached(judged), reason: null };
}

function reasonOf({ entry, entryCase }: Judgement, { recorded, units, pack }: Comparing): Reason | null {
  if (!can(entry.stops, (milestone) => recorded.has(milestone))) return 'stop';
  const { by } = entryCase.value;
  return by && !hasUnit(pack, by, units) ? 'unit' : null;
}

function unbreached({ state, due, provisional }: Judgement): Verdict {
  switch (state) {
    case 'met':
      return due === null ? 'unlimited' : 'in-time';
    case 'met-late':
    case 'late':
      return provisional ? 'undecided' : 'unlimited';
    case 'cancelled':
      return 'ended';
    case 'waiting-calendar':
      return 'undecided';
    default:
      if (state === 'warned' && provisional) return 'undecided';
      return due === null && state === 'running' ? 'unlimited' : 'open';
  }
}
