/** What a clock shows at one moment: shape, words, bar. Pure, told the time. */
import type { ClockTimes } from '../views.ts';

export type Tone = 'run' | 'warn' | 'late' | 'pause' | 'met' | 'none';
export type Saying = 'left' | 'passed' | 'late' | 'paused' | 'took' | 'open' | 'cancelled' | 'waiting';

export interface Piece {
  kind: 'run' | 'warn' | 'late' | 'met' | 'hatch';
  /** Shares of the bar's width, 0–1. */
  at: number;
  width: number;
}

export interface Face {
  tone: Tone;
  says: Saying;
  /** Length told with the words, milliseconds; null where none is. */
  length: number | null;
  pieces: Piece[];
  dueTick: number | null;
  warnTick: number | null;
  /** Where now (or the stop) is. */
  at: number;
  from: number;
  until: number;
}

/** Within this long the server has been asked again and has its say. */
const POLLED = 20_000;

const ms = (instant: string): number => Date.parse(instant);

export function face(clock: ClockTimes, now: number): Face {
  const start = ms(clock.startAt);
  const due = clock.dueAt === null ? null : ms(clock.dueAt);
  const stop = clock.stoppedAt == null ? null : ms(clock.stoppedAt);
  const end = Math.max(start, stop ?? now);
  const openPause = clock.pauses.find(
    (pause) => pause.until === null || (ms(pause.until) > now && ms(pause.from) <= now),
  );
  const past = due !== null && end > due && clock.state !== 'paused';
  const warned = clock.warnAt !== null && now >= ms(clock.warnAt);
  const words = saying();

  const until = due === null ? Math.max(end, start + 1) : past && isLate(words.tone) ? end : Math.max(due, start + 1);
  const share = (at: number): number => Math.min(1, Math.max(0, (at - start) / (until - start)));
  const fill = words.tone === 'pause' || words.tone === 'none' ? 'run' : words.tone;
  const pieces: Piece[] = [];
  const piece = (kind: Piece['kind'], a: number, b: number): void => {
    const at = share(a);
    const width = share(b) - at;
    if (width > 0) pieces.push({ kind, at, width });
  };
  if (words.says !== 'cancelled' && words.says !== 'waiting' && words.says !== 'open') {
    if (words.tone === 'late' && due !== null) {
      piece('run', start, Math.min(due, end));
      piece('late', due, end);
    } else {
      piece(fill, start, end);
    }
    for (const pause of clock.pauses) {
      piece('hatch', ms(pause.from), Math.min(end, pause.until === null ? end : ms(pause.until)));
    }
  }
  const open = stop === null && words.says === 'left';
  return {
    ...words,
    pieces,
    dueTick: words.tone === 'late' && due !== null ? share(due) : null,
    warnTick: open && clock.warnAt !== null && due !== null && ms(clock.warnAt) < due ? share(ms(clock.warnAt)) : null,
    at: share(end),
    from: start,
    until,
  };

  function saying(): { tone: Tone; says: Saying; length: number | null } {
    if (clock.state === 'cancelled') return { tone: 'none', says: 'cancelled', length: null };
    if (clock.state === 'waiting-calendar') return { tone: 'none', says: 'waiting', length: null };
    if (stop !== null) {
      if (clock.state === 'met-late' && due !== null) return { tone: 'late', says: 'late', length: stop - due };
      return { tone: 'met', says: 'took', length: Math.max(0, stop - start - pausedUntil(stop)) };
    }
    if (clock.state === 'paused') {
      return { tone: 'pause', says: 'paused', length: openPause === undefined ? null : now - ms(openPause.from) };
    }
    if (due === null) return { tone: 'none', says: 'open', length: end - start };
    const told = clock.state === 'late' || end - due < POLLED;
    if (past && told && clock.provisional !== true) return { tone: 'late', says: 'late', length: end - due };
    // Past, and the server does not call it late: an act the rulebook leaves open, such as asking for an extension.
    if (past && clock.provisional !== true) return { tone: 'none', says: 'passed', length: end - due };
    if (past) return { tone: 'warn', says: 'left', length: 0 };
    return { tone: warned || clock.state === 'warned' ? 'warn' : 'run', says: 'left', length: due - now };
  }

  function pausedUntil(at: number): number {
    let sum = 0;
    for (const pause of clock.pauses) {
      const a = Math.max(start, ms(pause.from));
      const b = Math.min(at, pause.until === null ? at : ms(pause.until));
      if (b > a) sum += b - a;
    }
    return sum;
  }
}

const isLate = (tone: Tone): boolean => tone === 'late';

export interface Label {
  id: string;
  /** Wanted position, pixels from the left. */
  at: number;
  width: number;
  row: 'above' | 'below';
  /** Lower is placed first. */
  rank: number;
}

/** Labels that fit, side by side in two rows and inside the width; what finds no place is left out. */
export function placeLabels(labels: Label[], width: number): { id: string; left: number; row: 'above' | 'below' }[] {
  const taken = { above: [] as [number, number][], below: [] as [number, number][] };
  const gap = 12;
  const placed: { id: string; left: number; row: 'above' | 'below' }[] = [];
  const other = { above: 'below', below: 'above' } as const;
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const left = Math.max(0, Math.min(width - label.width, label.at - label.width / 2));
    for (const row of [label.row, other[label.row]]) {
      if (taken[row].every(([a, b]) => left >= b + gap || left + label.width <= a - gap)) {
        taken[row].push([left, left + label.width]);
        placed.push({ id: label.id, left, row });
        break;
      }
    }
  }
  return placed;
}
