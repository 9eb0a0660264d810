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
  return limit?.unit === 'elapsed' ? at + limit.ms : at;
}

export interface Away {
  absentId: number;
  deputyId: number;
  from: Instant;
  until: Instant;
}

/** @param others who stands in for the same person, now or later */
export function mayStandIn({ absentId, deputyId, from, until }: Away, others: readonly Away[]): Result<null> {
  if (absentId === deputyId)
    return refuse('roster-stand-in-same', { fields: [{ path: 'deputyId', code: 'roster-stand-in-same' }] });
  if (until <= from) return refuse('roster-end-before-start', { fields: [{ path: 'until', code: 'too-early' }] });
  return others.some((other) => other.absentId === absentId && other.from < until && from < other.until)
    ? refuse('roster-stand-in-overlaps')
    : ok(null);
}

export interface Named {
  duty: 'liaison' | 'handler';
  staffId: number;
  phone: string;
  from: Instant;
  /** null: until somebody ends it. */
  until: Instant | null;
}

/**
 * Whom somebody newly named takes the place of: a unit has one liaison, and a person one number on a list.
 * @param listed on the same list of the unit, when he is named or later
 */
export function replacing<T extends Named>(added: Omit<Named, 'until'>, listed: readonly T[]): Result<T[]> {
  const same = listed.find(({ staffId, until }) => staffId === added.staffId && until === null);
  if (same && same.phone === added.phone && same.from <= added.from) return refuse('roster-listed-already');
  return ok(listed.filter(({ staffId }) => added.duty === 'liaison' || staffId === added.staffId));
}

export const mayGive = (giverId: number, takerId: number): Result<null> =>
  giverId === takerId
    ? refuse('handover-to-yourself', { fields: [{ path: 'takerId', code: 'handover-to-yourself' }] })
    : ok(null);

export interface Signing {
  giverId: number;
  takerId: number;
  takenAt: Instant | null;
}

export function maySign({ takerId, takenAt }: Signing, staffId: number): Result<null> {
  if (takenAt !== null) return refuse('handover-signed');
  return takerId === staffId ? ok(null) : refuse('handover-not-yours');
}
