/** What users of such systems complain about, each named in its words, with a test that it cannot happen here. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { putPack } from '../modules/regulations/index.ts';
import {
  askRedating,
  decideRedating,
  type ListQuery,
  readOrder,
  revertRedating,
  sweep,
  verifyOrders,
} from '../modules/work-orders/index.ts';
import { clocksPack, type Town, town } from '../modules/work-orders/testing.ts';
import type { Tx } from '../platform/database.ts';
import { HOUR, type Instant, MINUTE } from '../values/instant.ts';
import { city, drive } from './city/testing.ts';
import { at, COMPLAINTS, clock, due, iso, pack, plansOf, RULEBOOK, rulebook, show } from './complaints/testing.ts';
import { multiply } from './kills/testing.ts';

describe('by the rules', () => {
  it('pause counted as wall time: not where working hours are counted', () => {
    // four working hours from 15:30: two that day, two the next morning; of the pause only 30 min + 30 min were working time
    expect(due('reply', ['contacted 03-02 15:30'], '03-02 15:30')).toBe('03-03 10:00:00');
    const overnight = [{ from: '03-02 17:00', until: '03-03 08:30' }];
    expect(due('reply', ['contacted 03-02 15:30'], '03-03 09:00', overnight)).toBe('03-03 11:00:00');
    const paused = [{ from: '03-02 12:00', until: '03-03 09:00' }];
    expect(due('finish', ['created 03-02 10:00'], '03-03 09:00', paused)).toBe('03-04 07:00:00');
  });

  it('warnings at midnight: nobody is warned or late in quiet hours and hours off', () => {
    expect(due('after-repair', ['restored 03-02 21:50'], '03-02 21:50')).toBe('03-03 08:50:00');
    const hourOf = (instant: Instant | null): number => (((instant ?? 0) + 8 * HOUR) / HOUR) % 24;
    for (let start = at('03-02 00:00'); start < at('03-09 00:00'); start += 20 * MINUTE) {
      const time = show(start)?.slice(0, 11) ?? '';
      const quiet = clock('after-repair', [`restored ${time}`], time);
      const office = clock('answer', [`contacted ${time}`], time);
      for (const moment of [quiet.warnAt, quiet.breachAt]) {
        expect([time, hourOf(moment) > 8.5 && hourOf(moment) <= 22]).toEqual([time, true]);
      }
      for (const moment of [office.warnAt, office.breachAt]) {
        expect([time, hourOf(moment) > 8 && hourOf(moment) <= 17.5]).toEqual([time, true]);
      }
    }
  });

  it('day-edge minute lost: neither the last of a day nor the first', () => {
    expect(due('answer', ['contacted 03-02 16:30'], '03-02 16:30')).toBe('03-02 17:30:00');
    expect(due('answer', ['contacted 03-02 16:31'], '03-02 16:31')).toBe('03-03 08:01:00');
    expect(due('answer', ['contacted 03-02 08:00'], '03-02 08:00')).toBe('03-02 09:00:00');
    expect(due('calendar-days', ['contacted 03-02 00:00'], '03-02 10:00')).toBe('03-06 00:00:00');
    expect(due('calendar-days', ['contacted 03-02 23:59'], '03-02 23:59')).toBe('03-06 00:00:00');
    const told = (time: string) =>
      clock('calendar-days', ['contacted 03-02 10:00', `customer-told ${time}`], '03-09 10:00').state;
    expect(['03-05 23:59', '03-06 00:00', '03-06 00:01'].map(told)).toEqual(['met', 'met', 'met-late']);
  });

  it('no lunch break: lunch does not count', () => {
    expect(due('answer', ['contacted 03-02 11:00'], '03-02 11:00')).toBe('03-02 14:30:00');
    expect(due('answer', ['contacted 03-02 12:15'], '03-02 12:15')).toBe('03-02 15:00:00');
  });

  it('no make-up working days (调休) or seasonal hours: days made up count, holidays do not, hours follow the season', () => {
    // 10-01 to 10-07 are off, Saturday 10-10 is worked
    expect(due('days', ['contacted 09-30 16:00'], '09-30 16:00')).toBe('10-15 17:30:00');
    expect(due('answer', ['contacted 10-10 09:00'], '10-10 09:00')).toBe('10-10 10:00:00');
    expect(due('answer', ['contacted 09-30 17:30'], '09-30 17:30')).toBe('10-08 08:30:00');
    expect(due('answer', ['contacted 04-30 17:00'], '04-30 17:00')).toBe('05-06 08:30:00');
    expect(due('answer', ['contacted 05-06 17:00'], '05-06 17:00')).toBe('05-06 18:00:00');
  });
});

describe('in the database', () => {
  let here: Town;
  const set = (time: string): void => here.time.set(at(time));
  const read = async (orderId: number) => {
    const result = await here.as((tx) => readOrder({ tx, me: here.me.manager, time: here.time, lang: 'zh' }, orderId));
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value;
  };
  const clockOf = async (orderId: number, id: string, run = 1) => {
    const { clocks } = await read(orderId);
    return clocks.find((one) => one.run === run && one.id.split('/')[0] === id);
  };
  const breaches = async (orderId: number, id: string) =>
    (
      await here.db.admin<{ at: Date; recorded: Date }>(
        `select occurred_at as at, recorded_at as recorded from work_orders.event
         where order_id = $1 and kind = 'breached' and data ->> 'clock' = $2 order by seq`,
        [orderId, id],
      )
    ).map(({ at: occurred, recorded }) => `${show(occurred.getTime())} / ${show(recorded.getTime())}`);
  const told = async (orderId: number, id: string) =>
    (
      await here.db.admin<{ name: string }>(
        `select s.name from notices.inbox i join notices.fact f using (utility_id, fact_id) join identity.staff s using (utility_id, staff_id)
         where f.order_id = $1 and f.kind = 'breached' and f.params ->> 'clock' = $2 order by s.name`,
        [orderId, id],
      )
    ).map(({ name }) => name);
  const agree = async () => expect((await here.as((tx) => verifyOrders(tx, here.time))).differences).toEqual([]);

  async function working(time: string): Promise<number> {
    set(time);
    const { orderId } = await here.open();
    await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
    await here.must(here.me.head, orderId, 'accept', {});
    await here.must(here.me.head, orderId, 'assign', { handlerId: here.me.crew.staffId });
    return orderId;
  }
  async function pause(orderId: number, time: string): Promise<void> {
    set(time);
    await here.must(here.me.crew, orderId, 'ask-pause', { entry: 'failure', reason: '系统故障' });
    await here.must(here.me.manager, orderId, 'decide-pause', { granted: true });
  }

  beforeAll(async () => {
    here = await town(pack);
  });

  it('pause lost when the rule changes: an order keeps its pause and its version', async () => {
    const orderId = await working('03-02 10:00');
    await pause(orderId, '03-02 12:00');
    const next = rulebook(RULEBOOK.replace('version: "1"', 'version: "2"').replace('within: 24 h', 'within: 12 h'));
    await here.as((tx) => putPack(tx, next, '2026-03-03', here.time.now()));
    set('03-03 12:00');
    const { orderId: newer } = await here.open();
    await sweep(here.db, here.time);
    expect(await breaches(orderId, 'finish')).toEqual([]);
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'paused', limit: '24 h' });
    await here.must(here.me.crew, orderId, 'resume', {});
    expect(await clockOf(orderId, 'finish')).toMatchObject({
      state: 'running',
      dueAt: iso('03-04 10:00'),
      limit: '24 h',
    });
    expect(await clockOf(newer, 'finish')).toMatchObject({ dueAt: iso('03-04 00:00'), limit: '12 h' });
    await agree();
    await here.as((tx) => putPack(tx, pack, '2026-03-04', here.time.now()));
  });

  it('breach recorded while paused: none is', async () => {
    const orderId = await working('03-04 10:00');
    await pause(orderId, '03-04 10:30');
    set('03-06 10:00');
    await sweep(here.db, here.time);
    expect([await breaches(orderId, 'arrive'), await breaches(orderId, 'finish')]).toEqual([[], []]);
    await here.must(here.me.crew, orderId, 'resume', {});
    set('03-06 10:29');
    await sweep(here.db, here.time);
    expect(await breaches(orderId, 'arrive')).toEqual([]);
    set('03-06 10:30');
    await sweep(here.db, here.time);
    expect(await breaches(orderId, 'arrive')).toEqual(['03-06 10:30:00 / 03-06 10:30:00']);
    await agree();
  });

  it('clock wrong after reopening: it is right', async () => {
    const orderId = await working('03-09 10:00');
    set('03-09 12:00');
    await here.must(here.me.crew, orderId, 'handle', { form: {} });
    await here.must(here.me.reviewer, orderId, 'review-pass', {});
    await here.must(here.me.agent, orderId, 'call-back', { reached: true, satisfied: true });
    await here.must(here.me.agent, orderId, 'close', {});
    set('03-11 09:00');
    await here.must(here.me.agent, orderId, 'reopen', { reason: '又漏了' });
    expect(await clockOf(orderId, 'finish', 1)).toMatchObject({
      state: 'met',
      dueAt: iso('03-10 10:00'),
      breachedAt: null,
    });
    expect(await clockOf(orderId, 'finish', 2)).toMatchObject({ state: 'running', dueAt: iso('03-12 09:00') });
    set('03-12 09:00');
    await sweep(here.db, here.time);
    expect(await breaches(orderId, 'finish')).toEqual(['03-12 09:00:00 / 03-12 09:00:00']);
    await agree();
  });

  it('one clock blamed on the wrong team: not even when it is found late', async () => {
    set('03-16 10:00');
    const { orderId } = await here.open();
    await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
    // due at 11:00; returned at 11:20 and given to another unit before any sweep came
    set('03-16 11:20');
    await here.must(here.me.head, orderId, 'ask-return', { reason: '不属本单位' });
    await here.must(here.me.manager, orderId, 'decide-return', { granted: true });
    set('03-16 11:30');
    await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'meters' });
    await sweep(here.db, here.time);
    expect(await clockOf(orderId, 'accept', 1)).toMatchObject({
      departmentId: 'repair',
      breachedAt: iso('03-16 11:00'),
    });
    expect(await clockOf(orderId, 'accept', 2)).toMatchObject({ departmentId: 'meters', breachedAt: null });
    expect(await told(orderId, 'accept')).toEqual(['head', 'supervisor']);
    // whose act alone stops it is held to it, whoever has the order
    expect(await clockOf(orderId, 'inspect')).toMatchObject({ departmentId: 'meters' });
    expect(await clockOf(orderId, 'arrive')).toMatchObject({ departmentId: 'repair' });
    await agree();
  });

  it('one milestone overwriting another: it does not', async () => {
    const orderId = await working('03-17 10:00');
    set('03-17 10:20');
    await here.must(here.me.crew, orderId, 'record', { milestone: 'arrived' });
    set('03-17 11:10');
    await here.must(here.me.crew, orderId, 'record', { milestone: 'arrived' });
    await sweep(here.db, here.time);
    const { timeline } = await read(orderId);
    expect(timeline.filter(({ kind }) => kind === 'arrived')).toHaveLength(2);
    expect(await clockOf(orderId, 'arrive')).toMatchObject({ state: 'met', stoppedAt: iso('03-17 10:20') });
    // nor does the arrival of one unit stand for that of another
    expect(await clockOf(orderId, 'inspect')).toMatchObject({
      state: 'late',
      stoppedAt: null,
      breachedAt: iso('03-17 11:00'),
    });
    await agree();
  });

  it('breach stored late or erased on close: it has its true time, and closing leaves it', async () => {
    const orderId = await working('03-18 10:00');
    set('03-19 15:00');
    await sweep(here.db, here.time);
    expect(await breaches(orderId, 'finish')).toEqual(['03-19 10:00:00 / 03-19 15:00:00']);
    set('03-19 16:00');
    await here.must(here.me.crew, orderId, 'record', { milestone: 'arrived' });
    await here.must(here.me.crew, orderId, 'handle', { form: {} });
    await here.must(here.me.reviewer, orderId, 'review-pass', {});
    await here.must(here.me.agent, orderId, 'call-back', { reached: true, satisfied: true });
    await here.must(here.me.agent, orderId, 'close', {});
    const { state, lateCount } = await read(orderId);
    expect([state, lateCount]).toEqual(['closed', 3]);
    expect(await clockOf(orderId, 'finish')).toMatchObject({
      state: 'met-late',
      breachedAt: iso('03-19 10:00'),
      breachRecordedAt: iso('03-19 15:00'),
      withdrawnAt: null,
    });
    await sweep(here.db, here.time);
    expect(await breaches(orderId, 'finish')).toEqual(['03-19 10:00:00 / 03-19 15:00:00']);
    await agree();
  });

  it('calendar or rule edit not applied to open orders: once two managers have agreed, each goes by the new rule', async () => {
    const orderId = await working('03-25 10:00');
    const done = await working('03-25 10:00');
    set('03-25 11:00');
    await here.must(here.me.crew, done, 'record', { milestone: 'arrived' });
    await here.must(here.me.crew, done, 'handle', { form: {} });
    await here.must(here.me.reviewer, done, 'review-pass', {});
    await here.must(here.me.agent, done, 'call-back', { reached: true, satisfied: true });
    await here.must(here.me.agent, done, 'close', {});
    const next = rulebook(RULEBOOK.replace('version: "1"', 'version: "edit"').replace('within: 24 h', 'within: 6 h'));
    await here.as((tx) => putPack(tx, next, '2031-01-01', here.time.now()));
    const acting = (staffId: number) => (tx: Tx) => ({ tx, me: { ...here.me.manager, staffId }, time: here.time });
    const [second] = await here.db.admin<{ id: number }>(
      `insert into identity.staff (utility_id, username, name, roles, department_id)
       values ($1, 'second-manager', 'second manager', '{manager}', 'operations') returning staff_id as id`,
      [here.utilityId],
    );
    const asker = acting(here.me.manager.staffId);
    const asked = await here.as((tx) => askRedating(asker(tx), { packHash: next.hash }, '新规'));
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
    expect(await clockOf(orderId, 'finish')).toMatchObject({ dueAt: iso('03-26 10:00'), limit: '24 h' });
    const decider = acting(second?.id ?? 0);
    const granted = await here.as((tx) => decideRedating(decider(tx), asked.value, { granted: true }));
    expect(granted).toMatchObject({ ok: true });
    expect(await clockOf(orderId, 'finish')).toMatchObject({ dueAt: iso('03-25 16:00'), limit: '6 h' });
    expect(await clockOf(done, 'finish')).toMatchObject({ dueAt: iso('03-26 10:00'), limit: '24 h' });
    set('03-25 17:00');
    await sweep(here.db, here.time);
    expect(await breaches(orderId, 'finish')).toEqual(['03-25 16:00:00 / 03-25 17:00:00']);
    await agree();
    const back = await here.as((tx) => revertRedating(asker(tx), asked.value));
    expect(back).toMatchObject({ ok: true });
    await agree();
  });
});

it('nobody can see which rule applied and why: everybody who sees an order can', async () => {
  const there = await city('2026-03-02T10:00:00+08:00');
  const utility = await there.utility('hucheng', 'hucheng');
  const report = {
    channel: 'phone',
    content: '路面冒水',
    place: '湖滨东路 18 号',
    event: 'pipe-leak',
    reporter: '王小明',
  };
  const { order } = await utility.voices.agent.must('/api/requests', {
    ...report,
    phone: '12900001234',
    contactTimes: '随时',
  });
  const driven = await drive(utility, order);
  await driven.give('dispatcher', 'dispatch', { departmentId: 'repair' });
  await driven.give('head', 'accept');
  await driven.give('head', 'assign', { handlerId: utility.crewId });
  for (const who of ['agent', 'head', 'crew', 'supervisor'] as const) {
    const { body: clocks } = await utility.voices[who].get(`/api/orders/${order.id}/clocks`);
    expect(clocks.length).toBeGreaterThan(4);
    for (const one of clocks) {
      expect(one).toMatchObject({ article: expect.stringMatching(/./), quote: expect.stringMatching(/./) });
      expect(one.why.map(({ label }: { label: string }) => label)).toEqual(expect.arrayContaining(['起算', '规则']));
      expect(one.whyText).toContain(one.article);
    }
    expect(clocks.find(({ id }: { id: string }) => id.startsWith('finish')).whyText).toMatch(/自.*10:00起算.*24 小时/);
  }
});

describe('with very many orders', () => {
  let here: Town;
  const DUE = 3000;
  const LISTED = 50_000;

  beforeAll(async () => {
    here = await town(clocksPack);
    here.time.set(at('03-02 10:00'));
    for (let n = 0; n < 10; n += 1) await here.open();
    await multiply(here.db, DUE / 10);
  }, 60_000);

  it('thousands of timers due at once delay the rest: they do not', async () => {
    here.time.set(at('03-02 12:00'));
    const [first] = await here.db.admin<{ order_id: number }>(
      'select min(order_id) as order_id from work_orders.work_order',
    );
    let over = false;
    const sweeping = sweep(here.db, here.time).finally(() => {
      over = true;
    });
    const answered: boolean[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { orderId } = await here.open();
      await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
      // an order among those that are due
      await here.must(here.me.dispatcher, Number(first?.order_id) + n * 600, 'note', { text: '催办' });
      answered.push(!over);
    }
    expect(answered[0]).toBe(true);
    const swept = await sweeping;
    await sweep(here.db, here.time);
    expect(swept.breached).toBeGreaterThan(DUE * 0.9);
    const [events] = await here.db.admin(
      `select count(*)::int as n, count(distinct order_id)::int as orders from work_orders.event where kind = 'breached' and data ->> 'clock' = 'arrive'`,
    );
    expect(events).toEqual({ n: DUE, orders: DUE });
  }, 30_000);

  it('slow lists with many orders: a page is read from an index, first and far down, and nothing is sorted', async () => {
    await here.db.admin(
      `insert into work_orders.work_order (utility_id, order_id, number, event, channel, state, summary, pack_hash, received_at, created_at,
         last_seq, version, due_at, due_clock, due_state, sort_at)
       select t.utility_id, 1000000 + n, 'x' || n, t.event, t.channel, t.state, t.summary, t.pack_hash, t.received_at + n * interval '1 second',
         t.created_at, t.last_seq, t.version, t.due_at, t.due_clock, t.due_state, t.sort_at + n * interval '1 second'
       from (select * from work_orders.work_order where department_id is null limit 1) t cross join generate_series(1, $1::int) n`,
      [LISTED],
    );
    await here.db.admin('analyze work_orders.work_order');
    const plans = (query: ListQuery) => plansOf(here, query);
    const byDue = await plans({ limit: 50 });
    // counted no further than a desk needs to know, and by stretches of indexes
    expect(byDue.all).toBe(1000);
    expect(byDue.counted).not.toMatch(/Seq Scan on work_order/);
    expect(byDue.counted).toMatch(/order_by_state/);
    const further = await plans({ limit: 50, cursor: byDue.next });
    const received = await plans({ limit: 50, sort: 'received' });
    for (const { plan } of [byDue, further, received]) expect(plan).not.toMatch(/Seq Scan on work_order|\bSort\b/);
    expect(byDue.plan).toContain('order_by_due');
    expect(further.plan).toMatch(/order_by_due[\s\S]*Index Cond: .*sort_at/);
    expect(received.plan).toContain('order_by_received');
  }, 60_000);
});

it('each complaint of the design is named by a test here', () => {
  const here = readFileSync(import.meta.filename, 'utf8');
  const missing = COMPLAINTS.filter((complaint) => !here.includes(`it('${complaint}`));
  expect(missing).toEqual([]);
});
