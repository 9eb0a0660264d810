/** Who is on duty, and who stands in for whom. */
import type { Instant } from '../../../values/instant.ts';

export interface Shift {
  departmentId: string;
  staffId: number;
  startsAt: Instant;
  endsAt: Instant;
}

export interface StandIn {
  absentId: number;
  deputyId: number;
  from: Instant;
  until: Instant;
}

export const isNow = (from: Instant, until: Instant | null, now: Instant): boolean =>
  from <= now && (until === null || now < until);

/** Who acts for this person now: himself, or who stands in for him, or for that one in turn. A ring ends where it began. */
export function actingFor(staffId: number, standIns: readonly StandIn[], now: Instant): number {
  const met = new Set([staffId]);
  let acting = staffId;
  for (;;) {
    const next = standIns.find(({ absentId, from, until }) => absentId === acting && isNow(from, until, now));
    if (next === undefined) return acting;
    if (met.has(next.deputyId)) return staffId;
    acting = next.deputyId;
    met.add(acting);
  }
}

export interface OnDuty {
  departmentId: string;
  staffId: number;
  /** Whose shift it is, when it is not his own. */
  insteadOf: number | null;
  until: Instant;
}

/** Once each in a unit, the shift that ends last first named. */
export function onDuty(shifts: readonly Shift[], standIns: readonly StandIn[], now: Instant): OnDuty[] {
  const found = new Map<string, OnDuty>();
  for (const { departmentId, staffId, startsAt, endsAt } of [...shifts].sort((a, b) => b.endsAt - a.endsAt)) {
    if (!isNow(startsAt, endsAt, now)) continue;
    const acting = actingFor(staffId, standIns, now);
    const key = `${departmentId} ${acting}`;
    if (!found.has(key))
      found.set(key, {
        departmentId,
        staffId: acting,
        insteadOf: acting === staffId ? null : staffId,
        until: endsAt,
      });
  }
  return [...found.values()];
}
