import { describe, expect, it } from 'vitest';
import type { ClockReading } from '../../regulations/rules/matter.ts';
import { type ClockRow, fired, fires, heldTo, mostUrgent, nextFire, reconcile } from './clocks.ts';
import { at, opened, units } from './testing.ts';

const reading = (more: Partial<ClockReading> = {}): ClockReading => ({
  id: 'arrive',
  request: null,
  run: 1,
  section: 'clocks',
  article: '第一条',
  quote: '一小时内到场',
  clauses: [],
  on: 'order',
  from: 'received',
  start: at('10:00'),
  startedBy: 1,
  until: ['arrived'],
  limit: '1 h',
  limitValue: null,
  due: at('11:00'),
  warnAt: at('10:45'),
  breachAt: at('11:00'),
  stoppedAt: null,
  stoppedBy: null,
  state: 'running',
  breached: false,
  asks: [],
  provisional: false,
  pauses: [],
  because: [],
  caseIndex: -1,
  ...more,
});
const follow = (before: ClockRow[], read: ClockReading[], now: number) =>
  reconcile(before, read, opened(), now, () => 'repair');
const rowOf = (read: ClockReading = reading(), now = at('10:00')): ClockRow =>
  follow([], [read], now).rows[0] as ClockRow;
const late = reading({ state: 'late', breached: true });

describe('a clock row', () => {
  it('is not written again while nothing changes', () => {
    expect(follow([rowOf()], [reading()], at('10:10'))).toMatchObject({ changed: [], removed: [], entries: [] });
  });
  it('fires its warning, then its breach, each at its own instant, and then no more', () => {
    const row = rowOf();
    expect(row.nextFireAt).toBe(at('10:45'));
    expect(fires(row, at('10:44'))).toBeNull();
    expect(fires(row, at('10:45'))).toBe('warned');
    const warned = fired(row, 'warned', at('10:45'));
    expect(warned).toMatchObject({ state: 'warned', warnedAt: at('10:45'), nextFireAt: at('11:00') });
    expect(fires(warned, at('11:00'))).toBe('breached');
    expect(fired(warned, 'breached', at('11:07'))).toMatchObject({
      breachedAt: at('11:00'),
      breachRecordedAt: at('11:07'),
      nextFireAt: null,
    });
  });
  it('that nobody looked at for a day breaches at its true instant, without a late warning', () => {
    expect(fires(rowOf(), at('2026-03-03T10:00'))).toBe('breached');
  });
  it('whose case is open warns and never breaches', () => {
    const row = rowOf(reading({ provisional: true, breachAt: null, asks: ['dn'] }));
    const warned = fired(row, 'warned', at('10:45'));
    expect(warned.nextFireAt).toBeNull();
    expect(fires(warned, at('12:00'))).toBeNull();
  });
  it('paused without an end waits for nobody; with an end it is looked at again then', () => {
    const paused = (until: number | null) =>
      rowOf(
        reading({ state: 'paused', pauses: [{ from: at('10:10'), until }], warnAt: null, breachAt: null }),
        at('10:20'),
      );
    expect(paused(null)).toMatchObject({ nextFireAt: null, dueAt: null });
    expect(paused(at('10:30')).nextFireAt).toBe(at('10:30'));
  });
});

describe('a breach', () => {
  it('found by a later reading is recorded once, with its true instant', () => {
    const found = follow([rowOf()], [late], at('12:00'));
    expect(found.entries).toMatchObject([{ kind: 'breached', occurredAt: at('11:00') }]);
    expect(follow(found.rows, [late], at('12:01')).entries).toEqual([]);
  });
  it('is withdrawn by the act that shows it was none, and the act is named', () => {
    const found = follow([rowOf()], [late], at('12:00'));
    const met = reading({ state: 'met', stoppedAt: at('10:50'), stoppedBy: 2 });
    expect(follow(found.rows, [met], at('18:00')).entries).toMatchObject([
      {
        kind: 'breach-withdrawn',
        occurredAt: at('18:00'),
        data: { because: 2, becauseKind: 'created', at: at('11:00') },
      },
    ]);
  });
  it('re-dated but still late is withdrawn and recorded at the new instant', () => {
    const found = follow([rowOf()], [late], at('12:00'));
    const moved = follow(found.rows, [{ ...late, due: at('11:30'), breachAt: at('11:30') }], at('12:30'));
    expect(moved.entries.map(({ kind }) => kind)).toEqual(['breach-withdrawn', 'breached']);
    expect(moved.rows[0]).toMatchObject({ breachedAt: at('11:30'), withdrawnAt: null });
  });
  it('of a clock the corrected facts do not start is withdrawn and stays to be seen', () => {
    const found = follow([rowOf()], [late], at('12:00'));
    const gone = follow(found.rows, [], at('13:00'));
    expect(gone.rows[0]).toMatchObject({ state: 'cancelled', withdrawnAt: at('13:00') });
    expect(follow([rowOf()], [], at('10:10')).removed).toHaveLength(1);
  });
});

describe('who is held to it', () => {
  const held = [
    { departmentId: null, from: at('10:00') },
    { departmentId: 'repair', from: at('10:05') },
    { departmentId: 'meters', from: at('12:00') },
  ];
  const who = (more: Partial<ClockReading>, by?: string[]) => heldTo(reading(more), by, { held }, units, at('13:00'));
  it('the unit that had the order when it was due, not the one that has it now', () => {
    expect(who({})).toBe('repair');
    expect(who({ breachAt: at('12:30') })).toBe('meters');
  });
  it('the unit whose act alone stops it, and the call centre for its own acts', () => {
    expect(who({}, ['meter-centre'])).toBe('meters');
    expect(who({ until: ['reviewed', 'rejected'] })).toBe('hotline');
    expect(who({ until: ['dispatched'] })).toBe('hotline');
  });
});

it('the list shows the earliest due; what is paused comes last', () => {
  const paused = rowOf(
    reading({ id: 'b', state: 'paused', warnAt: null, breachAt: null, pauses: [{ from: at('10:00'), until: null }] }),
    at('10:00'),
  );
  const later = rowOf(reading({ id: 'c', due: at('15:00') }));
  expect(mostUrgent([paused, later, rowOf()])?.clockId).toBe('arrive');
  expect(mostUrgent([paused, later])?.clockId).toBe('c');
  expect(mostUrgent([paused])?.clockId).toBe('b');
  expect(mostUrgent([rowOf(reading({ state: 'met', stoppedAt: at('10:10') }))])).toBeNull();
  expect(nextFire(rowOf(reading({ state: 'met' })), at('10:00'))).toBeNull();
});
