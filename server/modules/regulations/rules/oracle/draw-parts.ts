/** Test support: the parts of a drawn case: instants, limits, pauses, logs. */
import type { Instant } from '../../../../values/instant.ts';
import type { Extension, Happening, Matter, PauseSpan } from '../matter.ts';
import type { Limit, Timing } from '../pack.ts';
import { HOURS } from './draw-calendars.ts';
import type { Tape } from './tape.ts';

const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const wall = (text: string): Instant => Date.parse(`${text}T00:00:00+08:00`);
/** Days near which something changes: holidays, make-up days, seasons, month and year ends. */
const DAYS = [
  '2026-03-02',
  '2026-02-12',
  '2026-04-29',
  '2026-05-08',
  '2026-09-18',
  '2026-09-28',
  '2026-12-29',
  '2025-12-29',
  // the last days of seasons
  '2026-03-12',
  '2026-11-13',
];
/** Minutes of the day at which something changes. */
const TIMES = [600, 0, 480, 690, 840, 870, 1050, 1080, 1320, 510, 1439, 720, 1380, 60];

/** Mostly whole minutes, sometimes a second or a millisecond beside. */
function grain(tape: Tape): number {
  return tape.pick([0, 0, 0, 0, SECOND, -SECOND, 1, -1, 29_500]);
}

export function instant(tape: Tape): Instant {
  const day = tape.once(4) ? wall('2025-12-01') + tape.int(0, 420) * DAY : wall(tape.pick(DAYS)) + tape.int(0, 4) * DAY;
  const minute = tape.once(2) ? tape.int(0, 1439) : tape.pick(TIMES);
  return day + minute * MINUTE + grain(tape);
}

/** A length of time, mostly short. */
export function length(tape: Tape): number {
  const minutes = tape.pick([30, 60, 90, 600, 1440, 4000]);
  return tape.int(0, minutes) * MINUTE + Math.abs(grain(tape));
}

export function shortLimit(tape: Tape): Limit {
  const kind = tape.int(0, 5);
  if (kind === 1) {
    const minutes = tape.int(0, 1800);
    return { unit: 'wh', ms: minutes * MINUTE, text: `${minutes / 60} wh` };
  }
  if (kind === 2) {
    const days = tape.int(1, 6);
    return { unit: 'wd', days, text: `${days} wd` };
  }
  if (kind === 3) {
    const days = tape.int(1, 6);
    return { unit: 'cd', days, text: `${days} cd` };
  }
  const minutes = kind === 0 ? tape.pick([60, 10, 1440, 2880, 0]) : tape.int(0, 5000);
  return { unit: 'elapsed', ms: minutes * MINUTE, text: `${minutes} min` };
}

const PERIODS = ['week', 'month', 'quarter', 'half-year', 'year'] as const;

/** Any limit; those of the calendar now and then. */
export function anyLimit(tape: Tape): Limit {
  const kind = tape.int(0, 9);
  if (kind === 5) return { unit: 'same-day', text: 'same-day' };
  if (kind === 6) {
    const period = tape.pick(PERIODS);
    const next = tape.once(2) && period !== 'year' && period !== 'half-year';
    return { unit: 'period-end', period, next, text: `${next ? 'next-' : ''}${period}-end` };
  }
  if (kind === 7) {
    const day = tape.int(1, 31);
    return { unit: 'month-day', day, text: `day ${day}` };
  }
  if (kind === 8) {
    const months = tape.int(1, 3);
    return { unit: 'mo', months, text: `${months} mo` };
  }
  if (kind === 9 && tape.once(2)) return { unit: 'none', text: 'none' };
  return shortLimit(tape);
}

export function quiet(tape: Tape): Timing['quiet'] {
  return tape.pick([
    undefined,
    undefined,
    undefined,
    { from: 1320, until: 510 },
    { from: 720, until: 780 },
    { from: 0, until: 1 },
  ]);
}

export function timing(tape: Tape, limit: (tape: Tape) => Limit = anyLimit): Timing {
  const breach = limit(tape);
  const silent = quiet(tape);
  const opens = tape.once(6) ? shortLimit(tape) : undefined;
  const warn = breach.unit === 'cd' && breach.days > 1 && tape.once(3);
  return {
    breach: 'at-due',
    hours: tape.pick(HOURS).id,
    on: 'order',
    within: { breach, ...(warn && { warn: { unit: 'cd', days: 1, text: '1 cd' } }) },
    ...(silent && { quiet: silent }),
    ...(opens && { opens }),
  };
}

/** Granted spans around a start: before it, overlapping, touching, lasting. */
export function pauses(tape: Tape, start: Instant, clocks: string[]): PauseSpan[] {
  return tape.some(4, (id) => {
    const from = start + tape.pick([1, 1, -1, 4]) * length(tape);
    const lasts = tape.once(8);
    return {
      id,
      entry: 'failure',
      clocks: tape.once(4) ? [tape.pick([...clocks, 'other'])] : 'all',
      from,
      until: lasts ? null : from + 1 + length(tape),
    };
  });
}

export function extensions(tape: Tape, start: Instant, clocks: string[]): Extension[] {
  return tape.some(tape.once(3) ? 2 : 0, (id) => {
    const at = start + length(tape);
    return { id: 800 + id, at, clocks: [tape.pick([...clocks, 'other'])], due: at + 1 + tape.int(0, 2) * length(tape) };
  });
}

export function happening(milestone: string, at: Instant, id: number, more: Partial<Happening> = {}): Happening {
  return { milestone, at, recordedAt: at, id, ...more };
}

export const report = (start: Instant, parts: Partial<Matter> = {}): Matter => ({
  event: 'pipe-leak',
  channel: 'phone',
  facts: {},
  happenings: [happening('created', start, 1)],
  plans: [],
  pauses: [],
  extensions: [],
  requests: [],
  ...parts,
});
