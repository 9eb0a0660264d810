import { beforeAll, describe, expect, it } from 'vitest';
import { refold, rereadWaiting, sweep, verifyOrders } from './index.ts';
import { at } from './rules/testing.ts';
import { clocksOf } from './store/clocks.ts';
import { logOf } from './store/events.ts';
import { orderById } from './store/orders.ts';
import { clocksPack, type Town, town } from './testing.ts';

let here: Town;
beforeAll(async () => {
  here = await town();
});

const clockOf = async (orderId: number, id: string, run = 1) =>
  (await here.as((tx) => clocksOf(tx, orderId))).find((row) => row.clockId === id && row.run === run);
const kinds = async (orderId: number) => (await here.as((tx) => logOf(tx, orderId))).map(({ kind }) => kind);
const rowOf = (orderId: number) => here.as((tx) => orderById(tx, orderId));
const differences = async () => (await here.as((tx) => verifyOrders(tx, here.time))).differences;
const refusal = (result: { ok: boolean }) => (result as { refusal?: { code: string; params?: object } }).refusal;

async function working(): Promise<number> {
  const { orderId } = await here.open();
  await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
  await here.must(here.me.head, orderId, 'accept', {});
  await here.must(here.me.head, orderId, 'assign', { handlerId: here.me.crew.staffId });
  return orderId;
}

async function handled(): Promise<number> {
  const orderId = await working();
  await here.must(here.me.crew, orderId, 'handle', { form: { cause: '腐蚀', agreed: true } });
  return orderId;
}

describe('an order', () => {
  it('is numbered by the day of receipt in Shanghai and starts its clocks', async () => {
    here.time.set(at('2026-03-02T00:30'));
    const first = await here.open();
    const second = await here.open();
    expect(first.number).toMatch(/^20260302-\d{4}$/);
    expect(Number(second.number.slice(-4))).toBe(Number(first.number.slice(-4)) + 1);
    here.time.set(at('10:00'));
    const { orderId } = await here.open();
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'running', dueAt: at('2026-03-03T10:00') });
    expect(await rowOf(orderId)).toMatchObject({
      dueClock: 'arrive',
      dueAt: new Date(at('11:00')),
      state: 'awaiting-dispatch',
      version: 1,
    });
  });

  it('goes through to the end, and rows and log agree', async () => {
    here.time.set(at('10:00'));
    const orderId = await handled();
    await here.must(here.me.reviewer, orderId, 'review-pass', {});
    await here.must(here.me.agent, orderId, 'call-back', { reached: true, satisfied: true });
    await here.must(here.me.agent, orderId, 'close', {});
    expect(await rowOf(orderId)).toMatchObject({ state: 'closed', version: 8 });
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'met', nextFireAt: null });
    expect(await differences()).toEqual([]);
  });

  it('is dispatched by one of two dispatchers; the other is told who was first', async () => {
    const { orderId, version } = await here.open();
    const results = await Promise.all([
      here.give(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' }, { version }),
      here.give(here.me.second, orderId, 'dispatch', { departmentId: 'meters' }, { version }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = results.find(({ ok }) => !ok);
    const winner = results[0]?.ok ? 'dispatcher' : 'second';
    expect(refusal(lost ?? { ok: true })).toMatchObject({
      code: 'order-changed',
      params: { by: winner, command: 'dispatch', version: 2 },
    });
    expect((await kinds(orderId)).filter((kind) => kind === 'dispatched')).toHaveLength(1);
  });

  it('out of sight is not found: another unit, another crew, another utility', async () => {
    const orderId = await working();
    expect(refusal(await here.give(here.me.otherHead, orderId, 'note', { text: '看看' }))?.code).toBe(
      'order-not-found',
    );
    const elsewhere = await town({ ...clocksPack, hash: 'other' }, here.db, 'elsewhere');
    expect(refusal(await elsewhere.give(elsewhere.me.dispatcher, orderId, 'note', { text: '看看' }))?.code).toBe(
      'order-not-found',
    );
    expect(await elsewhere.as((tx) => logOf(tx, orderId))).toEqual([]);
    expect(await elsewhere.as((tx) => clocksOf(tx, orderId))).toEqual([]);
  });

  it('refused changes nothing', async () => {
    const { orderId } = await here.open();
    const before = [await rowOf(orderId), await kinds(orderId)];
    expect(refusal(await here.give(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'nowhere' }))?.code).toBe(
      'department-not-found',
    );
    expect([await rowOf(orderId), await kinds(orderId)]).toEqual(before);
  });
});

describe('clocks follow the log', () => {
  it('a return granted: dispatched again with a fresh acceptance clock', async () => {
    here.time.set(at('10:00'));
    const { orderId } = await here.open();
    await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
    here.time.set(at('10:20'));
    await here.must(here.me.head, orderId, 'ask-return', { reason: '不属本单位' });
    await here.must(here.me.manager, orderId, 'decide-return', { granted: true });
    expect(await rowOf(orderId)).toMatchObject({ state: 'awaiting-dispatch', departmentId: null });
    here.time.set(at('10:30'));
    await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'meters' });
    expect(await clockOf(orderId, 'accept', 2)).toMatchObject({
      state: 'running',
      dueAt: at('11:30'),
      departmentId: 'meters',
    });
    here.time.set(at('11:40'));
    await sweep(here.db, here.time);
    expect((await clockOf(orderId, 'accept', 1))?.breachedAt).toBeNull();
    expect((await clockOf(orderId, 'accept', 2))?.breachedAt).toBe(at('11:30'));
    expect(await differences()).toEqual([]);
  });

  it('a reply sent back is no reply: the finish runs on', async () => {
    here.time.set(at('12:00'));
    const orderId = await handled();
    expect((await clockOf(orderId, 'finish'))?.state).toBe('met');
    await here.must(here.me.reviewer, orderId, 'reject', { reason: '原因不清' });
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'running', stoppedAt: null });
    expect(await differences()).toEqual([]);
  });

  it('reclassified: a corrected fact, whatever started wrongly is withdrawn', async () => {
    const pack = structuredClone(clocksPack);
    for (const one of pack.clocks)
      if (one.id === 'arrive') one.when = { facts: { event: { op: 'any-of', values: ['pipe-leak'] } } };
    const other = await town({ ...pack, hash: 'by-event' }, here.db, 'by-event');
    other.time.set(at('10:00'));
    const { orderId } = await other.open();
    other.time.set(at('11:10'));
    await sweep(other.db, other.time);
    const late = async () => (await other.as((tx) => orderById(tx, orderId)))?.lateCount;
    expect(await late()).toBe(1);
    await other.must(other.me.agent, orderId, 'reclassify', { event: 'low-pressure', reason: '听错了' });
    expect(await late()).toBe(0);
    const row = await other.as((tx) => orderById(tx, orderId));
    expect(row).toMatchObject({ event: 'low-pressure', dueClock: 'finish', dueAt: new Date(at('2026-03-03T10:00')) });
    expect((await other.as((tx) => logOf(tx, orderId))).map(({ kind }) => kind).slice(-2)).toEqual([
      'reclassified',
      'breach-withdrawn',
    ]);
    expect(
      refusal(await other.give(other.me.head, orderId, 'reclassify', { event: 'other', reason: '推' }))?.code,
    ).toBe('order-not-found');
    expect((await other.as((tx) => verifyOrders(tx, other.time))).differences).toEqual([]);
  });

  it('what waited for a calendar is read again, nothing else', async () => {
    const { orderId } = await here.open();
    const ids = [here.utilityId];
    expect(await rereadWaiting(here.db, here.time, ids)).toMatchObject({ orders: 0 });
    await here.db.admin(
      `update work_orders.clock set state = 'waiting-calendar', due_at = null, next_fire_at = null where order_id = $1 and clock_id = 'finish'`,
      [orderId],
    );
    expect(await rereadWaiting(here.db, here.time, ids)).toMatchObject({ orders: 1, left: 0 });
    expect((await clockOf(orderId, 'finish'))?.state).toBe('running');
    expect(await differences()).toEqual([]);
  });

  it('reopening starts them again', async () => {
    const orderId = await handled();
    await here.must(here.me.reviewer, orderId, 'review-pass', {});
    here.time.set(at('13:00'));
    await here.must(here.me.agent, orderId, 'reopen', { reason: '又漏了' });
    expect(await clockOf(orderId, 'finish', 2)).toMatchObject({ state: 'running', dueAt: at('2026-03-03T13:00') });
    expect(await rowOf(orderId)).toMatchObject({ state: 'awaiting-acceptance', round: 2 });
  });

  it('an extension granted re-dates, a pause granted holds', async () => {
    const orderId = await working();
    await here.must(here.me.head, orderId, 'ask-extension', { until: at('2026-03-05T10:00'), reason: '备件' });
    await here.must(here.me.manager, orderId, 'decide-extension', { granted: true });
    expect((await clockOf(orderId, 'finish'))?.dueAt).toBe(at('2026-03-05T10:00'));
    await here.must(here.me.crew, orderId, 'ask-pause', { entry: 'failure', reason: '停电' });
    await here.must(here.me.manager, orderId, 'decide-pause', { granted: true });
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'paused', nextFireAt: null });
    here.time.set(at('2026-03-06T10:00'));
    await sweep(here.db, here.time);
    expect(await kinds(orderId)).not.toContain('breached');
    await here.must(here.me.crew, orderId, 'resume', {});
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'running' });
    expect(await differences()).toEqual([]);
  });
});

describe('truth found later', () => {
  it('an arrival in time, synced late, withdraws the breach that had fired', async () => {
    here.time.set(at('2026-03-07T15:58'));
    const orderId = await working();
    here.time.set(at('2026-03-07T17:00'));
    await sweep(here.db, here.time);
    expect(await clockOf(orderId, 'arrive')).toMatchObject({
      breachedAt: at('2026-03-07T16:58'),
      breachRecordedAt: at('2026-03-07T17:00'),
      withdrawnAt: null,
      state: 'late',
    });
    expect((await rowOf(orderId))?.lateCount).toBeGreaterThan(0);
    here.time.set(at('2026-03-07T18:00'));
    await here.must(
      here.me.crew,
      orderId,
      'record',
      { milestone: 'arrived' },
      { occurredAt: at('2026-03-07T16:50'), via: 'field' },
    );
    expect(await clockOf(orderId, 'arrive')).toMatchObject({
      breachedAt: at('2026-03-07T16:58'),
      withdrawnAt: at('2026-03-07T18:00'),
      state: 'met',
    });
    const log = await here.as((tx) => logOf(tx, orderId));
    const withdrawn = log.find(({ kind, data }) => kind === 'breach-withdrawn' && data.clock === 'arrive');
    expect(withdrawn?.data).toMatchObject({
      because: log.find(({ kind }) => kind === 'arrived')?.seq,
      becauseKind: 'arrived',
      at: at('2026-03-07T16:58'),
    });
    expect(await differences()).toEqual([]);
  });

  it('a pause allowed afterwards, where the rulebook says so, withdraws it too', async () => {
    here.time.set(at('2026-03-08T10:00'));
    const orderId = await working();
    here.time.set(at('2026-03-09T10:30'));
    await sweep(here.db, here.time);
    expect((await clockOf(orderId, 'finish'))?.breachedAt).toBe(at('2026-03-09T10:00'));
    await here.must(here.me.crew, orderId, 'ask-pause', {
      entry: 'no-access',
      from: at('2026-03-08T12:00'),
      until: at('2026-03-08T20:00'),
      reason: '无法入户',
    });
    await here.must(here.me.manager, orderId, 'decide-pause', { granted: true });
    expect(await clockOf(orderId, 'finish')).toMatchObject({
      dueAt: at('2026-03-09T18:00'),
      withdrawnAt: at('2026-03-09T10:30'),
      state: 'running',
    });
    expect((await here.as((tx) => logOf(tx, orderId))).at(-1)?.data.becauseKind).toBe('paused');
    here.time.set(at('2026-03-09T18:00'));
    await sweep(here.db, here.time);
    expect(await clockOf(orderId, 'finish')).toMatchObject({ breachedAt: at('2026-03-09T18:00'), withdrawnAt: null });
    expect(await differences()).toEqual([]);
  });

  it('what stopped late is breached by the command itself when no sweep had come', async () => {
    here.time.set(at('2026-03-10T10:00'));
    const orderId = await working();
    here.time.set(at('2026-03-10T11:30'));
    await here.must(here.me.crew, orderId, 'record', { milestone: 'arrived' });
    expect(await clockOf(orderId, 'arrive')).toMatchObject({
      state: 'met-late',
      breachedAt: at('2026-03-10T11:00'),
      breachRecordedAt: at('2026-03-10T11:30'),
    });
    await sweep(here.db, here.time);
    expect(
      (await here.as((tx) => logOf(tx, orderId))).filter(
        ({ kind, data }) => kind === 'breached' && data.clock === 'arrive',
      ),
    ).toHaveLength(1);
  });
});

describe('the sweep', () => {
  it('warns, then breaches, and tells those concerned once', async () => {
    here.time.set(at('2026-03-11T10:00'));
    const orderId = await working();
    const told = async (kind: string) =>
      (
        await here.db.admin<{ name: string }>(
          `select s.name from notices.inbox i join notices.fact f using (utility_id, fact_id) join identity.staff s using (utility_id, staff_id)
         where f.order_id = $1 and f.kind = $2 and f.params ->> 'clock' = 'arrive' order by s.name`,
          [orderId, kind],
        )
      ).map(({ name }) => name);
    here.time.set(at('2026-03-11T10:50'));
    await sweep(here.db, here.time);
    expect(await told('warned')).toEqual(['crew', 'head']);
    here.time.set(at('2026-03-11T12:00'));
    await sweep(here.db, here.time);
    await sweep(here.db, here.time);
    await here.as((tx) => refold(tx, here.time, orderId));
    expect(await told('breached')).toEqual(['crew', 'head', 'supervisor']);
    expect(
      (await here.as((tx) => logOf(tx, orderId))).filter(
        ({ kind, data }) => kind === 'breached' && data.clock === 'arrive',
      ),
    ).toMatchObject([{ occurredAt: at('2026-03-11T11:00'), recordedAt: at('2026-03-11T12:00'), staffId: null }]);
    expect(await differences()).toEqual([]);
  });

  it('by four workers at once over thousands of clocks, with commands in between, fires each exactly once', async () => {
    const busy = await town({ ...clocksPack, hash: 'busy' }, here.db, 'busy');
    busy.time.set(at('2026-03-10T10:00'));
    const orders: number[] = [];
    for (let n = 0; n < 250; n += 1) orders.push((await busy.open()).orderId);
    // each further copy of an order's clocks has its own run number
    await busy.db.admin(
      `insert into work_orders.clock (utility_id, order_id, clock_id, request_id, run, section, case_index, limit_text, started_from, state,
         department_id, started_at, due_at, warn_at, breach_at, next_fire_at)
       select c.utility_id, c.order_id, c.clock_id, c.request_id, c.run + n, c.section, c.case_index, c.limit_text, c.started_from, c.state,
         c.department_id, c.started_at, c.due_at, c.warn_at, c.breach_at, c.next_fire_at
       from work_orders.clock c, generate_series(1, 7) n where c.utility_id = $1 and c.clock_id = 'arrive'`,
      [busy.utilityId],
    );
    busy.time.set(at('2026-03-10T11:05'));
    const sweepers = Array.from({ length: 4 }, () => sweep(busy.db, busy.time, { batch: 40 }));
    const commands = orders
      .slice(0, 40)
      .map((orderId) => busy.give(busy.me.dispatcher, orderId, 'note', { text: '并发' }));
    const swept = await Promise.all(sweepers);
    expect((await Promise.all(commands)).every(({ ok }) => ok)).toBe(true);
    await sweep(busy.db, busy.time);
    const [doubled] = await busy.db.admin<{ n: number }>(
      `select count(*)::int as n from (select order_id, data ->> 'run' as run from work_orders.event
       where utility_id = $1 and kind = 'breached' group by 1, 2 having count(*) > 1) d`,
      [busy.utilityId],
    );
    const [fired] = await busy.db.admin<{ n: number }>(
      `select count(*)::int as n from work_orders.event where utility_id = $1 and kind = 'breached'`,
      [busy.utilityId],
    );
    // a command refolds its order first: what its log does not know is gone, copies included
    const kept = orders.length - 40;
    expect(doubled?.n).toBe(0);
    expect(fired?.n).toBeGreaterThanOrEqual(kept * 8 + 40);
    expect(swept.reduce((sum, { breached }) => sum + breached, 0)).toBeGreaterThanOrEqual(kept * 8);
    const [inbox] = await busy.db.admin<{ n: number; keys: number }>(
      `select count(*)::int as n, count(distinct (staff_id, fact_key))::int as keys from notices.inbox join notices.fact using (utility_id, fact_id) where utility_id = $1`,
      [busy.utilityId],
    );
    expect(inbox?.n).toBe(inbox?.keys);
    const [left] = await busy.db.admin<{ n: number }>(
      'select count(*)::int as n from work_orders.clock where utility_id = $1 and next_fire_at <= $2',
      [busy.utilityId, new Date(busy.time.now())],
    );
    expect(left?.n).toBe(0);
  }, 60_000);
});

describe('the proof', () => {
  it('finds what was changed behind the log', async () => {
    here.time.set(at('2026-03-13T10:00'));
    const { orderId, number } = await here.open();
    expect(await differences()).toEqual([]);
    await here.db.admin(
      `update work_orders.clock set due_at = due_at + interval '1 hour' where order_id = $1 and clock_id = 'finish'`,
      [orderId],
    );
    await here.db.admin(`update work_orders.work_order set state = 'closed' where order_id = $1`, [orderId]);
    expect(await differences()).toMatchObject([
      { order: number, of: 'order', field: 'state', stored: 'closed', computed: 'awaiting-dispatch' },
      { order: number, of: 'clock finish/0/1', field: 'dueAt', computed: at('2026-03-14T10:00') },
    ]);
    await here.as((tx) => refold(tx, here.time, orderId));
    expect(await differences()).toEqual([]);
  });
});

it('keeps the log as it was written', async () => {
  await expect(here.db.admin('update work_orders.event set kind = $1', ['x'])).rejects.toThrow('append-only');
});
