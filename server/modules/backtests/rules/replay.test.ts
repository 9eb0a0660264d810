/** What a backtest says of an order is what the evaluator and the stored clocks say of it, under every rulebook that ships. */
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../values/instant.ts';
import { readFolder, SHIPPED } from '../../regulations/files.ts';
import { loadPacks } from '../../regulations/rules/loading/load-pack.ts';
import { PUBLISHED } from '../../regulations/rules/testing.ts';
import { fold } from '../../work-orders/rules/fold.ts';
import { toMatter } from '../../work-orders/rules/matter.ts';
import { bookOf, reckon } from '../../work-orders/rules/rulebook.ts';
import { units } from '../../work-orders/rules/testing.ts';
import { pastOf } from './past.ts';
import { replay, sideOf } from './replay.ts';
import { count, countsOf, merge, newTally, together, usedBy } from './tally.ts';
import { drawing, drawLog } from './testing.ts';

const { packs } = loadPacks(readFolder(SHIPPED) ?? []);
const books = packs.map((pack) => bookOf(pack, PUBLISHED));
const NOW = Date.parse('2026-02-10T00:00:00+08:00');
const CASES = 40;

describe.each(books.map((book, i) => ({ name: book.pack.pack, book, i })))('under $name', ({ book, i }) => {
  const draw = drawing(20_261_126 + i);
  const logs = Array.from({ length: CASES }, () => drawLog(book, draw));

  it('the matter of a log is the one its clocks are reckoned from', () => {
    for (const log of logs) {
      const order = fold(log);
      expect(pastOf(log)).toEqual({ matter: toMatter(log, order), held: order.held });
    }
  });

  it('each run has the verdict and the unit of the clock that is stored of it', () => {
    const own = sideOf(book, book, units);
    let judged = 0;
    for (const log of logs) {
      const now = (log.at(-1)?.occurredAt ?? NOW) + draw(20) * DAY;
      const { rows } = reckon({ order: fold(log), log, clocks: [], units, book }, now);
      const { before } = replay(pastOf(log), { before: own, after: own, units, now });
      expect(before.map(({ section, clock, departmentId }) => [section, clock, departmentId])).toEqual(
        rows.map(({ section, clockId, departmentId }) => [section, clockId, departmentId]),
      );
      for (const [n, run] of before.entries()) {
        const row = rows[n];
        if (!row) throw new Error('as many as rows');
        if (row.section !== 'approvals' && row.breachAt !== null)
          expect(run.verdict === 'late').toBe(row.breachedAt !== null);
        if (run.verdict === 'late') expect(['late', 'met-late']).toContain(row.state);
        expect(run.verdict === 'in-time').toBe(row.state === 'met' && row.dueAt !== null);
        if (run.verdict === 'ended') expect(row.state).toBe('cancelled');
        expect(run.reason).toBeNull();
        judged += Number(run.verdict === 'late' || run.verdict === 'in-time');
      }
    }
    if (['hucheng', 'jinan', 'liaocheng'].includes(book.pack.pack)) expect(judged).toBeGreaterThan(CASES / 4);
  });

  it('as the candidate, each run is that of the evaluator, late only where somebody could have stopped it', () => {
    const from = books[(i + 1) % books.length];
    if (!from) throw new Error('no other');
    const way = { before: sideOf(from, from, units), after: sideOf(book, from, units), units, now: NOW };
    for (const log of logs) {
      const { rows } = reckon({ order: fold(log), log, clocks: [], units, book }, NOW);
      const { after } = replay(pastOf(log), way);
      expect(after.map(({ clock }) => clock)).toEqual(rows.map(({ clockId }) => clockId));
      for (const [n, run] of after.entries()) {
        const row = rows[n];
        if (run.verdict === 'incomparable') expect([row?.stoppedAt, run.reason === null]).toEqual([null, false]);
        if (run.verdict === 'late') expect(['late', 'met-late']).toContain(row?.state);
      }
    }
  });
});

describe('counting', () => {
  const own = books.find(({ pack }) => pack.pack === 'jinan');
  const other = books.find(({ pack }) => pack.pack === 'hucheng');
  if (!own || !other) throw new Error('shipped');
  const draw = drawing(7);
  const pasts = Array.from({ length: 200 }, () => pastOf(drawLog(own, draw)));
  const way = { before: sideOf(own, own, units), after: sideOf(other, own, units), units, now: NOW };
  let incomparable = 0;
  const tallied = (part: (n: number) => boolean) => {
    const tally = newTally();
    for (const [n, past] of pasts.entries()) if (part(n)) count(tally, n + 1, past.matter.event, replay(past, way));
    return tally;
  };

  it('in parts comes to the same as in one go, whoever counts which', () => {
    const whole = tallied(() => true);
    const [odd, even] = [tallied((n) => n % 3 === 0), tallied((n) => n % 3 !== 0)];
    merge(even, odd);
    expect(even).toEqual(whole);
    expect(whole.orders).toBe(200);
  });

  it.each(books.map((book) => ({ name: book.pack.pack, book })))('counts every run under $name once', ({ book }) => {
    const to = { ...way, after: sideOf(book, own, units) };
    const whole = newTally();
    for (const [n, past] of pasts.entries()) count(whole, n + 1, past.matter.event, replay(past, to));
    const runs = pasts.flatMap((past) => replay(past, to).after);
    if (runs.length === 0) return;
    const cells = Object.values(whole.cells).filter(({ which }) => which === 'after');
    const all = countsOf(cells.reduce(together));
    expect(Object.values(all).reduce((sum, n) => sum + n, 0)).toBe(runs.length);
    expect(all.late).toBe(runs.filter(({ verdict }) => verdict === 'late').length);
    expect(all.incomparable).toBe(Object.values(whole.incomparable).reduce((sum, n) => sum + n, 0));
    incomparable += all.incomparable;
  });

  it('tells what is late from what cannot be compared', () => {
    expect(incomparable).toBeGreaterThan(0);
  });

  it('names fifty changed orders at most, chosen by their number alone', () => {
    const whole = tallied(() => true);
    const back = newTally();
    for (let n = pasts.length - 1; n >= 0; n -= 1) {
      const past = pasts[n];
      if (past) count(back, n + 1, past.matter.event, replay(past, way));
    }
    expect(back.samples).toEqual(whole.samples);
    expect(whole.samples['to-late'].length).toBe(Math.min(50, whole.changed['to-late']));
  });

  it('tells the share of time used by nearest rank', () => {
    expect(usedBy({ used: { 10: 5, 50: 4, 130: 1 } }, 0.5)).toBe(10);
    expect(usedBy({ used: { 10: 5, 50: 4, 130: 1 } }, 0.9)).toBe(50);
    expect(usedBy({ used: {} }, 0.5)).toBeNull();
  });
});
