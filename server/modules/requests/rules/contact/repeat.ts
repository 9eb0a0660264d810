/**
 * Repeat contacts 重复诉求 (聊城 L-006, C-392): the same caller or the same premises again, and whether it is about
 * the same matter. How far back one looks stands in repeat.json.
 */
import { DAY, type Instant } from '../../../../values/instant.ts';
import { related, sameMatter } from '../../../work-orders/rules/merging/duplicates.ts';
import type { FactInput } from '../intake.ts';
import window from './repeat.json' with { type: 'json' };

/** Days that are looked back. */
export const WINDOW_DAYS = window.days;
/** Contacts shown at most; all are counted. */
export const SHOWN = window.shown;

export const since = (at: Instant): Instant => at - window.days * DAY;

/** What is compared: what is being received, or what was. */
export interface Contact {
  event: string | null;
  place: string;
  premisesId: number | null;
  at: Instant;
}

const reportOf = ({ event, place, premisesId, at }: Contact & { event: string }) => ({
  ...{ event, place, premisesId, at },
  communityId: null,
  lon: null,
  lat: null,
});

/** Of one caller or one premises: events that go together, at the same place; who names no place means the last one. */
export function aboutSame(now: Contact, before: Contact): boolean {
  if (now.event === null || before.event === null) return false;
  const [a, b] = [reportOf({ ...now, event: now.event }), reportOf({ ...before, event: before.event })];
  if (a.place.trim() === '' || b.place.trim() === '') return related(a.event, b.event);
  return sameMatter(a, b);
}

/** What became of it. */
export const FATES = [
  'waiting',
  'declined',
  'registered',
  'running',
  'late',
  'kept',
  'kept-late',
  'cancelled',
] as const;
export type Fate = (typeof FATES)[number];

export interface Ended {
  outcome: 'draft' | 'open' | 'declined' | 'registered';
  orderState: string | null;
  closed: boolean;
  /** Breaches that stand. */
  lateCount: number;
}

/** Kept or late: by the breaches that stand in its order. */
export function fateOf({ outcome, orderState, closed, lateCount }: Ended): Fate {
  if (outcome === 'declined' || outcome === 'registered') return outcome;
  if (orderState === null) return 'waiting';
  if (orderState === 'cancelled') return 'cancelled';
  if (closed) return lateCount > 0 ? 'kept-late' : 'kept';
  return lateCount > 0 ? 'late' : 'running';
}

/** Facts a rulebook may test. They are found, not told: what was sent under their names is dropped. */
export function withRepeat(
  facts: Record<string, FactInput>,
  found: { earlier: number; repeatOf: number | null },
): Record<string, FactInput> {
  const { repeat: _told, 'repeat-matter': _claimed, ...others } = facts;
  return {
    ...others,
    ...(found.earlier > 0 ? { repeat: true } : {}),
    ...(found.repeatOf === null ? {} : { 'repeat-matter': true }),
  };
}
