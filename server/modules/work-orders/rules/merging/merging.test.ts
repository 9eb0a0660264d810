/** One incident, many callers: whatever is merged, in whatever order, each caller's clocks are his own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, type Instant, MINUTE } from '../../../../values/instant.ts';
import { calendarsOf } from '../../../regulations/rules/calendar.ts';
import { evaluate } from '../../../regulations/rules/evaluate.ts';
import type { ClockReading } from '../../../regulations/rules/matter.ts';
import { clock, PUBLISHED, pack } from '../../../regulations/rules/testing.ts';
import type { Inputs } from '../context.ts';
import { decide } from '../decide.ts';
import { fold } from '../fold.ts';
import type { Command } from '../lifecycle.ts';
import { toMatter } from '../matter.ts';
import type { LogEntry, NewEntry } from '../order.ts';
import { at, contextAt, opened } from '../testing.ts';
import { arrival } from './past.ts';

const rules = pack({
  clocks: [
    clock({ id: 'dispatch', from: 'received', until: 'dispatched', within: '5 min' }),
    clock({ id: 'finish', from: 'created', until: 'finished', within: '24 h' }),
    clock({ id: 'arrive', from: 'received', until: 'arrived', within: '60 min' }),
    clock({ id: 'respond', from: 'received', until: ['contacted', 'arrived'], within: '90 min' }),
    clock({ id: 'contact', from: 'assigned', until: 'contacted', within: '10 min', on: 'request' }),
    clock({ id: 'hotline', from: 'received', until: 'fed-back', within: '120 min', on: 'request' }),
    clock({ id: 'reply', from: 'restored', until: 'customer-told', within: '30 min', on: 'request' }),
    clock({ id: 'call-back', from: 'reviewed', until: 'called-back', within: '24 h', on: 'request' }),
  ],
});
const calendars = calendarsOf(rules, PUBLISHED);

/** Orders by number; each its log. */
class Town {
  logs = new Map<number, LogEntry[]>();
  open(id: number, receivedAt: Instant): void {
    const log = opened().map((entry) => ({ ...entry, occurredAt: receivedAt, recordedAt: receivedAt }));
    this.logs.set(
      id,
      log.map((entry) => (entry.requestId === null ? entry : { ...entry, requestId: id })),
    );
  }
  log(id: number): LogEntry[] {
    return this.logs.get(id) ?? [];
  }
  attempt<C extends Command>(id: number, command: C, input: Inputs[C], now: Instant) {
    return decide(fold(this.log(id)), command, input, contextAt(now, 4, { pack: rules, ...contextOf() }));
  }
  give<C extends Command>(id: number, command: C, input: Inputs[C], now: Instant): void {
    const done = this.attempt(id, command, input, now);
    if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.refusal)}`);
    this.logs.set(id, [...this.log(id), ...done.value.entries]);
  }
  arrivals(from: number, requests: number[], now: Instant, taken: 'all' | 'own', back: boolean): NewEntry[] {
    const [log, order] = [this.log(from), fold(this.log(from))];
    return order.requests
      .filter(({ id }) => requests.includes(id))
      .map((request) =>
        arrival({ log, order, clocks: [], request, from: { id: from, number: `${from}` }, at: now }, taken, back),
      );
  }
  merge(from: number, into: number, now: Instant): void {
    const callers = fold(this.log(from)).requests.map(({ id }) => id);
    const entries = this.arrivals(from, callers, now, 'all', false);
    const { state } = fold(this.log(into));
    const target = { id: into, number: `${into}`, state, packHash: '' };
    this.give(from, 'merge', { into: target, packHash: '' }, now);
    this.give(into, 'join', { entries }, now);
  }
  /** A further call of the same incident. */
  join(into: number, id: number, receivedAt: Instant): void {
    const entry = { kind: 'received', occurredAt: receivedAt, requestId: id, data: { channel: 'phone', elements: [] } };
    this.give(into, 'join', { entries: [entry] }, receivedAt);
  }
  work(id: number, from: Instant): void {
    this.give(id, 'dispatch', { departmentId: 'repair' }, from);
    this.give(id, 'accept', {}, from + MINUTE);
    this.give(id, 'assign', { handlerId: 4 }, from + 2 * MINUTE);
  }
  readings(id: number, now: Instant): ClockReading[] {
    return evaluate(rules, calendars, toMatter(this.log(id)), now);
  }
  /** Of a caller, as people see them. */
  clocksOf(id: number, request: number | null, now: Instant) {
    return this.readings(id, now)
      .filter((one) => one.request === (request === null ? null : String(request)))
      .map(({ id: clockId, run, start, due, stoppedAt, state, breached }) => ({
        ...{ id: clockId, run, start, due, stoppedAt, state, breached },
      }));
  }
}
const contextOf = () => ({ clocks: [{ id: 'finish', until: ['finished'], due: at('23:00'), open: true }] });
const clockOf = (town: Town, id: number, request: number | null, name: string, now: Instant) =>
  town.clocksOf(id, request, now).find((one) => one.id === name);

describe('merged', () => {
  const callers = fc.array(fc.nat({ max: 30 }), { minLength: 3, maxLength: 40 });

  it('in any order, its callers have the same clocks; as if they had all called in on one order', () => {
    fc.assert(
      fc.property(callers, fc.infiniteStream(fc.nat()), fc.boolean(), (minutes, choices, begun) => {
        const late = at('10:40');
        const end = at('12:45');
        const receipt = (n: number): Instant => at('10:00') + (n === 0 ? 0 : (minutes[n] ?? 0)) * MINUTE;
        const run = (pick: (of: number) => number): Town => {
          const town = new Town();
          minutes.forEach((_, n) => {
            town.open(n, receipt(n));
          });
          if (begun) town.work(0, at('10:31'));
          let open = minutes.map((_, n) => n);
          while (open.length > 1) {
            const from = open[1 + pick(open.length - 1)] as number;
            const others = open.filter((one) => one !== from);
            town.merge(from, others[pick(others.length)] as number, late);
            open = others;
          }
          return town;
        };
        const straight = new Town();
        straight.open(0, receipt(0));
        const byTime = minutes
          .map((_, n) => n)
          .slice(1)
          .sort((a, b) => receipt(a) - receipt(b));
        for (const n of byTime) straight.join(0, n, receipt(n));
        const stream = choices[Symbol.iterator]();
        const towns = [run(() => 0), run((of) => (stream.next().value as number) % of)];
        if (!begun) towns.push(straight);
        for (const town of towns) {
          if (!begun) town.work(0, late + MINUTE);
          town.give(0, 'record', { milestone: 'contacted', requestId: 1 }, late + 9 * MINUTE);
          town.give(0, 'record', { milestone: 'fed-back', requestId: 2 }, late + 20 * MINUTE);
          town.give(0, 'record', { milestone: 'arrived' }, late + 30 * MINUTE);
          town.give(0, 'record', { milestone: 'restored' }, late + 60 * MINUTE);
          town.give(0, 'record', { milestone: 'customer-told', everyone: true }, late + 70 * MINUTE);
        }
        const [first, ...others] = towns.map((town) => [
          town.clocksOf(0, null, end),
          ...minutes.map((_, n) => town.clocksOf(0, n, end)),
        ]);
        for (const other of others) expect(other).toEqual(first);
        // 40 requests, one order, and nothing of them left behind
        expect(fold(towns[1]?.log(0) ?? []).requests).toHaveLength(minutes.length);
        for (let n = 1; n < minutes.length; n += 1) expect(fold(towns[1]?.log(n) ?? []).requests).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('each caller’s clock from his own receipt goes on: nothing starts again, a breach stays', () => {
    const town = new Town();
    town.open(1, at('09:00'));
    town.open(2, at('10:00'));
    const before = town.clocksOf(2, 2, at('12:30'));
    expect(before.find(({ id }) => id === 'hotline')).toMatchObject({
      due: at('12:00'),
      state: 'late',
      breached: true,
    });
    town.merge(2, 1, at('12:30'));
    expect(town.clocksOf(1, 2, at('12:30'))).toEqual(before);
  });

  it('what its own crew did for a caller stays done; its order’s clocks end without a breach, earlier ones stay', () => {
    const town = new Town();
    town.open(1, at('10:00'));
    town.open(2, at('10:05'));
    town.work(2, at('10:20'));
    town.give(2, 'record', { milestone: 'contacted' }, at('10:31'));
    const before = clockOf(town, 2, 2, 'contact', at('10:40'));
    expect(before).toMatchObject({ start: at('10:22'), due: at('10:32'), state: 'met' });
    town.merge(2, 1, at('10:40'));
    expect(clockOf(town, 1, 2, 'contact', at('12:00'))).toEqual(before);
    const ended = town.readings(2, at('12:00'));
    expect(ended.find(({ id }) => id === 'dispatch')).toMatchObject({ state: 'met-late', breached: true });
    expect(ended.find(({ id }) => id === 'arrive')).toMatchObject({ state: 'cancelled', endedBy: 'merged' });
    expect(ended.every(({ request }) => request === null)).toBe(true);
  });

  it('a caller who joins is late for nothing that was due before anybody knew of him', () => {
    const town = new Town();
    town.open(1, at('10:00'));
    town.work(1, at('10:01'));
    town.give(1, 'record', { milestone: 'contacted' }, at('10:05'));
    town.join(1, 2, at('10:30'));
    expect(clockOf(town, 1, 2, 'contact', at('10:31'))).toMatchObject({
      start: at('10:30'),
      due: at('10:40'),
      state: 'running',
    });
    // the one before him was reached at 10:05: that is not his
    expect(clockOf(town, 1, 1, 'contact', at('10:31'))).toMatchObject({ state: 'met' });
  });

  it('an act towards one stops his clocks alone and must name him; work stops the order’s', () => {
    const town = new Town();
    town.open(1, at('10:00'));
    town.join(1, 2, at('10:01'));
    town.work(1, at('10:02'));
    const refused = town.attempt(1, 'record', { milestone: 'contacted' }, at('10:06'));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'request-not-named', params: { callers: 2 } } });
    town.give(1, 'record', { milestone: 'contacted', requestId: 2 }, at('10:06'));
    expect(clockOf(town, 1, 2, 'contact', at('10:07'))?.state).toBe('met');
    expect(clockOf(town, 1, 1, 'contact', at('10:07'))?.state).toBe('running');
    expect(clockOf(town, 1, null, 'respond', at('10:07'))?.state).toBe('met');
    town.give(1, 'record', { milestone: 'arrived' }, at('10:08'));
    expect(clockOf(town, 1, null, 'arrive', at('10:09'))?.state).toBe('met');
  });

  it('closes only when each has been called back, or tried', () => {
    const called = pack({
      ...rules,
      terms: [{ id: 'called-back', kind: 'milestone', words: ['回访'], article: '第六条' } as never],
    });
    const town = new Town();
    town.open(1, at('10:00'));
    town.join(1, 2, at('10:01'));
    town.work(1, at('10:02'));
    town.give(1, 'handle', { form: {} }, at('10:30'));
    town.give(1, 'review-pass', {}, at('10:31'));
    const close = () => decide(fold(town.log(1)), 'close', {}, contextAt(at('11:00'), 1, { pack: called }));
    town.give(1, 'call-back', { reached: true, satisfied: true, requestId: 1 }, at('10:40'));
    expect(close()).toMatchObject({
      ok: false,
      refusal: { code: 'call-back-each', params: { waiting: 1, callers: 2 } },
    });
    town.give(1, 'call-back', { reached: false, requestId: 2 }, at('10:41'));
    expect(close().ok).toBe(true);
  });

  it('under another rulebook, or into what has ended, it is refused', () => {
    const town = new Town();
    town.open(1, at('10:00'));
    const into = { id: 2, number: '2', state: 'closed' as const, packHash: '' };
    expect(town.attempt(1, 'merge', { into, packHash: '' }, at('10:05'))).toMatchObject({
      refusal: { code: 'merge-into-ended' },
    });
    const other = { ...into, state: 'in-progress' as const, packHash: 'x' };
    expect(town.attempt(1, 'merge', { into: other, packHash: '' }, at('10:05'))).toMatchObject({
      refusal: { code: 'merge-rulebooks-differ' },
    });
  });
});

describe('undone', () => {
  const when = fc.integer({ min: 1, max: 200 });
  it('both orders and every caller are as if it had never been', () => {
    fc.assert(
      fc.property(when, when, fc.boolean(), fc.boolean(), (merged, later, begun, worked) => {
        const run = (merging: boolean): Town => {
          const town = new Town();
          town.open(1, at('10:00'));
          town.open(2, at('10:10'));
          if (begun) town.work(2, at('10:11'));
          if (worked) town.work(1, at('10:11'));
          const t1 = at('10:15') + merged * MINUTE;
          const t2 = t1 + later * MINUTE;
          if (merging) town.merge(2, 1, t1);
          if (merging) {
            const entries = town.arrivals(1, [2], t2, 'own', true);
            town.give(2, 'unmerge', { entries, reason: '不是同一处' }, t2);
            town.give(1, 'split', { requestIds: [2], into: { id: 2, number: '2' }, reason: '不是同一处' }, t2);
          }
          if (!begun) town.work(2, t2 + MINUTE);
          town.give(2, 'record', { milestone: 'arrived' }, t2 + 5 * MINUTE);
          return town;
        };
        const [undone, never] = [run(true), run(false)];
        const end = at('10:00') + 9 * HOUR;
        for (const [order, caller] of [
          [1, null],
          [1, 1],
          [2, null],
          [2, 2],
        ] as const)
          expect(undone.clocksOf(order, caller, end)).toEqual(never.clocksOf(order, caller, end));
        expect(fold(undone.log(2)).state).toBe(fold(never.log(2)).state);
        expect(fold(undone.log(1)).requests.map(({ id }) => id)).toEqual([1]);
      }),
      { numRuns: 100 },
    );
  });
  it('what was done towards the caller meanwhile stays his', () => {
    const town = new Town();
    town.open(1, at('10:00'));
    town.open(2, at('10:10'));
    town.work(1, at('10:11'));
    town.merge(2, 1, at('10:20'));
    town.give(1, 'record', { milestone: 'contacted', requestId: 2 }, at('10:25'));
    town.give(2, 'unmerge', { entries: town.arrivals(1, [2], at('10:30'), 'own', true), reason: '误并' }, at('10:30'));
    town.work(2, at('10:31'));
    expect(clockOf(town, 2, 2, 'contact', at('10:50'))).toMatchObject({ stoppedAt: at('10:25'), state: 'met' });
  });
  it('the only caller of an order cannot be split off', () => {
    const town = new Town();
    town.open(1, at('10:00'));
    expect(
      town.attempt(1, 'split', { requestIds: [1], into: { id: 9, number: '9' }, reason: '' }, at('10:05')),
    ).toMatchObject({ refusal: { code: 'text-missing' } });
    expect(
      town.attempt(1, 'split', { requestIds: [1], into: { id: 9, number: '9' }, reason: '误' }, at('10:05')),
    ).toMatchObject({ refusal: { code: 'split-only-request' } });
  });
});
