/**
 * Facts that count: how often something happened, `{of: estimated, per: meter, since: read}`. A value that was
 * recorded goes before; without one the fact is counted from the log each time it is asked.
 */
import type { Instant } from '../../../values/instant.ts';
import { isKnown } from '../../../values/working-calendar.ts';
import type { Calendars } from './calendar.ts';
import { leadBefore, periodBegan } from './limits.ts';
import { type Facts, factsFrom, testFacts } from './match.ts';
import type { Happening, Matter } from './matter.ts';
import type { CountOf } from './pack.ts';
import { coversEvent, type Vocabulary } from './vocabulary.ts';

type Happened = Pick<Happening, 'milestone' | 'at'>;

/** Whose log is counted, as of when. */
export interface Counted {
  matter: Matter;
  /** What happened and was not taken back. */
  log: readonly Happened[];
  facts: Facts;
  calendars: Calendars;
  now: Instant;
  vocabulary: Vocabulary;
}

interface Told extends Happened {
  counts: boolean;
}

/** When each of what is counted happened, in order; undefined where that is not known. */
export function timesCounted(count: CountOf, counted: Counted): readonly Instant[] | undefined {
  const from = beginning(count, counted);
  if (from === undefined) return undefined;
  const told = [...ownLog(count, counted), ...earlierLogs(count, counted)];
  if (told.includes(null)) return undefined;
  let times: Instant[] = [];
  for (const { milestone, at, counts } of (told as Told[]).sort((a, b) => a.at - b.at)) {
    if (count.since?.includes(milestone)) times = [];
    if (counts && at >= from) times.push(at);
  }
  return times;
}

/** From when it counts: always, the last so many days, or the calendar period that runs now. */
function beginning({ within, period }: CountOf, { calendars, now, matter }: Counted): Instant | undefined {
  if (within) {
    const from = leadBefore(within, now, 'office', calendars);
    return isKnown(from) ? from : undefined;
  }
  if (period === undefined) return Number.NEGATIVE_INFINITY;
  if (period !== 'cycle') return calendars.zone.startOfDay(periodBegan(period, calendars.zone.dayOf(now)));
  const ends = matter.plans.filter((one) => one.plan === 'cycle-end' && one.at <= now).map((one) => one.at);
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** The log of the matter itself; null: whether it counts hangs on something unknown. */
const ownLog = (count: CountOf, { matter, log, facts, vocabulary }: Counted): (Told | null)[] =>
  toldOf(count, matter.event, log, facts, vocabulary);

/** What the matter is told of others of the same customer, meter …: `per` says of which. */
function earlierLogs(count: CountOf, { matter, vocabulary }: Counted): (Told | null)[] {
  const earlier = (count.per !== undefined && matter.earlier?.[count.per]) || [];
  return earlier.flatMap(({ event, facts, happenings }) =>
    toldOf(count, event, happenings, factsFrom({ ...facts, event }), vocabulary),
  );
}

function toldOf(
  { of, where }: CountOf,
  event: string,
  log: readonly Happened[],
  facts: Facts,
  vocabulary: Vocabulary,
): (Told | null)[] {
  const meant = testFacts(where, facts, vocabulary);
  // Matters of an event are counted by their first happening.
  const ofEvent = !vocabulary.isMilestone(of);
  const first = log.reduce<Instant>((at, one) => Math.min(at, one.at), Number.POSITIVE_INFINITY);
  const begun = log.findIndex((one) => one.at === first);
  return log.map(({ milestone, at }, i) => {
    const hits = ofEvent ? i === begun && coversEvent(of, event) : milestone === of;
    return hits && meant === 'unknown' ? null : { milestone, at, counts: hits && meant === true };
  });
}
