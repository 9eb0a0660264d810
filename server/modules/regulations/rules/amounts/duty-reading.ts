/** What `in-time` says of a duty 职责: its matter began with the stretch it was made for, and is due by the duty's `within`. */
import type { Instant } from '../../../../values/instant.ts';
import { isKnown } from '../../../../values/working-calendar.ts';
import type { Calendars } from '../calendar.ts';
import { runsFrom } from '../clock-runs.ts';
import { nominalDue } from '../limits.ts';
import { parseLimit } from '../loading/parse-limit.ts';
import type { Matter } from '../matter.ts';
import type { Pack } from '../pack.ts';
import type { Subject } from '../subjects.ts';
import type { Measured } from './metric.ts';
import { textOf } from './plain-cases.ts';
import { milestonesOf } from './remedy.ts';

/** Readings of the duties of the rulebook that make matters of this event. */
export function dutyReadings(
  { duties }: Pack,
  calendars: Calendars,
  matter: Matter,
  subject: Subject,
  now: Instant,
): Measured['readings'] {
  return duties.flatMap(({ id, body }) => {
    const limit = parseLimit(textOf(body.within) ?? '');
    const until = milestonesOf(body.until);
    if (body.makes !== matter.event || !limit.ok || !until) return [];
    const run = runsFrom(subject.rounds, { pick: 'first', of: ['received'] }, until, () => () => true).at(-1);
    if (!run) return [];
    const ends = matter.plans.filter(({ plan }) => plan === 'cycle-end').map(({ at }) => at);
    const cycleEnd = (from: Instant): Instant | null => ends.filter((at) => at > from).sort((a, b) => a - b)[0] ?? null;
    const due = nominalDue(limit.value.breach, { at: run.start.at, computed: false }, 'office', calendars, cycleEnd);
    if (due === null || !isKnown(due)) return [];
    const stoppedAt = run.stop?.at ?? null;
    const late = (stoppedAt ?? now) > due;
    const state = stoppedAt === null ? (late ? 'late' : 'running') : late ? 'met-late' : 'met';
    return [{ id, due, stoppedAt, state }];
  });
}
