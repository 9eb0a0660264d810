/** What may stand in the plan, on the lists, and be signed. */
import { DAY, type Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { Pack } from '../../regulations/rules/pack.ts';

/** Nobody is on duty longer without a break in the plan; a mistake in the date would be. */
const LONGEST = 2 * DAY;

export interface Span {
  staffId: number;
  startsAt: Instant;
  endsAt: Instant;
}

/** @param own shifts of the same person, in any unit */
export function mayPlan({ startsAt, endsAt }: Span, own: readonly Span[]): Result<null> {
  if (endsAt <= startsAt) return refuse('roster-end-before-start', { fields: [{ path: 'endsAt', code: 'too-early' }] });
  if (endsAt - startsAt > LONGEST)
    return refuse('roster-shift-too-long', {
      params: { days: LONGEST / DAY },
      fields: [{ path: 'endsAt', code: 'too-late' }],
    });
  return own.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)
    ? refuse('roster-shift-overlaps', { fields: [{ path: 'startsAt', code: 'roster-shift-overlaps' }] })
    : ok(null);
}

/** Entry of `limits` that says how long after a change it may be reported 通报; without one: at once. */
export const LIST_CHANGE = 'list-change';

/** By when a change of the lists had to be reported: when it took effect, and as much later as the rulebook allows. */
export function reportDue(at: Instant, pack: Pick<Pack, 'limits'> | undefined): Instant {
  const limit = pack?.limits.find(({ id }) => id === LIST_CHANGE)?.value?.breach;
  // what is reported in the minute it happens is reported at once
  const grace = limit?.unit === 'elapsed' ? limit.ms : 60_000;
  return at + grace;
}

export interface Signing {
  giverId: number;
  takerId: number;
  takenAt: Instant | null;
}

export function maySign({ takerId, takenAt }: Signing, staffId: number): Result<null> {
  if (takenAt !== null) return refuse('handover-signed');
  return takerId === staffId ? ok(null) : refuse('handover-not-yours');
}
