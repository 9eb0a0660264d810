/**
 * All 107 letters of citizens through the whole server, under two rulebooks in one database: received or declined,
 * dispatched, handled, reviewed, called back, closed.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../values/instant.ts';
import { type City, city, drive, type Letter, letters, lettersFile, type Utility } from './city/testing.ts';

const file = lettersFile();

/** 办理时限 in hours by 聊城 第十五条, read from the rulebook by hand. */
const FINISH_HOURS: Record<string, number> = {
  'no-water': 48,
  'low-pressure': 48,
  'water-quality': 24,
  'pipe-leak': 24,
  'meter-well-leak': 36,
  'indoor-leak': 48,
  'meter-fault': 48,
  'bill-payment': 48,
  'price-policy': 48,
  connection: 48,
  'household-meter-renovation': 48,
  'secondary-supply': 48,
  construction: 48,
  'facility-damage': 24,
  consultation: 48,
  other: 48,
};
/** 济南 sets no limit of its own for the end of the work; the crew promises the citizen a time (J-016). */
const PROMISE_HOURS = 24;
const LATE_BY = 17 * MINUTE;

interface Outcome {
  letter: Letter;
  orderId: number;
  clock: 'finish' | 'promise';
  due: number;
  late: boolean;
}

let town: City;
const outcomes = new Map<string, Outcome[]>();
const utilities: Utility[] = [];

/** One letter to its end; the n-th of those handled is late every seventh time. */
async function live(utility: Utility, letter: Letter, n: number): Promise<Outcome> {
  const { time } = town;
  const jinan = utility.pack.pack === 'jinan';
  const contact = n % 3 !== 0;
  const late = n % 7 === 6;
  const at = (ms: number) => time.set(letter.at + ms);
  at(0);
  const { order } = await utility.voices.agent.must('/api/requests', {
    channel: 'web',
    receivedAt: new Date(letter.at).toISOString(),
    content: letter.content,
    place: letter.place || '来信未写明',
    event: letter.event,
    urgent: letter.urgent,
    source: 'letters',
    sourceRef: letter.id,
    ...(contact ? { reporter: '来信人', phone: '12900000000', contactTimes: '随时' } : {}),
  });
  const driven = await drive(utility, order);
  const hours = jinan ? PROMISE_HOURS : (FINISH_HOURS[letter.event] ?? 0);
  at(2 * MINUTE);
  await driven.give('dispatcher', 'dispatch', {
    departmentId: 'repair',
    ...(jinan ? { limit: new Date(letter.at + 30 * HOUR).toISOString() } : {}),
  });
  at(3 * MINUTE);
  await driven.give('head', 'accept');
  at(4 * MINUTE);
  await driven.give('head', 'assign', { handlerId: utility.crewId });
  at(8 * MINUTE);
  if (contact) await driven.give('crew', 'record', { milestone: 'contacted' });
  const due = letter.at + hours * HOUR;
  if (jinan) await driven.give('crew', 'promise', { plans: { promised: new Date(due).toISOString() } });
  at(25 * MINUTE);
  await driven.give('crew', 'record', {
    milestone: 'arrived',
    ...(letter.event === 'pipe-leak' ? { facts: { dn: 200 } } : {}),
  });
  if (jinan && ['pipe-leak', 'meter-well-leak'].includes(letter.event)) {
    at(40 * MINUTE);
    await driven.give('crew', 'record', { milestone: 'warnings-set' });
    if (letter.event === 'pipe-leak') await driven.give('crew', 'record', { milestone: 'water-stopped' });
  }
  if (late) {
    time.set(due);
    await town.sweep();
    time.set(due + SECOND);
    await town.sweep();
  }
  const handled = late ? hours * HOUR + LATE_BY : 3 * HOUR;
  at(handled);
  const form = {
    cause: '现场查明原因',
    measures: '已处理并恢复正常',
    ...(contact ? { 'contacted-in-time': true, agreed: true } : {}),
  };
  // in Jinan the reviewer goes through the points again and writes what he found
  const { agreed, ...seen } = form;
  const reviewed = { ...seen, ...(agreed ? { confirmed: '客户认可' } : {}) };
  await driven.give('crew', 'handle', { form });
  at(handled + 10 * MINUTE);
  await driven.give('reviewer', 'review-pass', jinan ? { form: reviewed } : {});
  at(handled + 40 * MINUTE);
  if (contact) await driven.give('reviewer', 'call-back', { reached: true, satisfied: true });
  at(handled + 42 * MINUTE);
  await driven.give('reviewer', 'close');
  return { letter, orderId: order.id, clock: jinan ? 'promise' : 'finish', due, late };
}

async function decline(utility: Utility, letter: Letter): Promise<void> {
  town.time.set(letter.at);
  await utility.voices.agent.must('/api/requests/decline', {
    channel: 'web',
    receivedAt: new Date(letter.at).toISOString(),
    content: letter.content,
    place: letter.place,
    source: 'letters',
    sourceRef: letter.id,
    ...(letter.event ? { event: letter.event } : {}),
    ...(letter.relevant
      ? { reason: 'outside-duty', explanation: '属物业或政府责任，已转办。', handedTo: '属地政府' }
      : { reason: 'irrelevant', explanation: '不属于供水服务范围。' }),
  });
}

describe.skipIf(file === null)('the 107 letters', () => {
  const all = file === null ? [] : letters(file);
  const refused = all.filter(({ relevant, outsideDuty }) => !relevant || outsideDuty);
  const handled = all.filter(({ relevant, outsideDuty }) => relevant && !outsideDuty);

  beforeAll(async () => {
    town = await city('2012-01-01T00:00:00+08:00');
    for (const pack of ['jinan', 'liaocheng']) {
      const utility = await town.utility(pack, pack);
      utilities.push(utility);
      for (const letter of refused) await decline(utility, letter);
      const lived: Outcome[] = [];
      for (const [n, letter] of handled.entries()) lived.push(await live(utility, letter, n));
      outcomes.set(pack, lived);
    }
    town.time.set(Date.parse('2021-01-01T00:00:00+08:00'));
    await town.sweep();
  }, 300_000);

  it('are as their labels say: 107, of which 20 are about something else and 23 the duty of another', () => {
    expect([
      all.length,
      all.filter(({ relevant }) => !relevant).length,
      all.filter(({ outsideDuty }) => outsideDuty).length,
    ]).toEqual([107, 20, 23]);
    expect(handled).toHaveLength(64);
  });

  it('all end closed or declined with an explanation, under both rulebooks', async () => {
    for (const { utilityId } of utilities) {
      const requests = await town.db.admin<{ outcome: string; reason: string | null; n: string }>(
        `select outcome, declined_reason as reason, count(*) as n from requests.request
         where utility_id = $1 and (outcome = 'open' or explanation <> '' and declined_at is not null and declined_by is not null) group by 1, 2 order by 1, 2`,
        [utilityId],
      );
      expect(requests.map(({ outcome, reason, n }) => [outcome, reason, Number(n)])).toEqual([
        ['declined', 'irrelevant', 20],
        ['declined', 'outside-duty', 23],
        ['open', null, 64],
      ]);
      const states = await town.db.admin(
        'select state, count(*)::int as n from work_orders.work_order where utility_id = $1 group by 1',
        [utilityId],
      );
      expect(states).toEqual([{ state: 'closed', n: 64 }]);
    }
  });

  it('hand on whatever is the duty of another', async () => {
    const rows = await town.db.admin(
      `select 1 from requests.request where declined_reason = 'outside-duty' and coalesce(handed_to, '') = ''`,
    );
    expect(rows).toEqual([]);
  });

  it('are due exactly when the rulebook, worked out by hand, says', async () => {
    for (const { pack, utilityId } of utilities) {
      for (const { orderId, clock, due, letter } of outcomes.get(pack.pack) ?? []) {
        const rows = await town.db.admin<{ due_at: Date }>(
          'select due_at from work_orders.clock where utility_id = $1 and order_id = $2 and clock_id = $3',
          [utilityId, orderId, clock],
        );
        expect([letter.id, ...rows.map((row) => row.due_at.toISOString())]).toEqual([
          letter.id,
          new Date(due).toISOString(),
        ]);
      }
    }
  });

  it('breach exactly where they were made late, at the instant they fell due', async () => {
    for (const { pack, utilityId } of utilities) {
      const late = (outcomes.get(pack.pack) ?? []).filter((one) => one.late);
      expect(late).toHaveLength(9);
      const rows = await town.db.admin<{ order_id: string; clock_id: string; breached_at: Date }>(
        `select order_id, clock_id, breached_at from work_orders.clock
         where utility_id = $1 and breached_at is not null and withdrawn_at is null order by order_id`,
        [utilityId],
      );
      expect(rows.map((row) => [Number(row.order_id), row.clock_id])).toEqual(
        late.map(({ orderId, clock }) => [orderId, clock]),
      );
      for (const [i, row] of rows.entries())
        expect(Math.abs(row.breached_at.getTime() - (late[i]?.due ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('leave no clock open', async () => {
    expect(
      await town.db.admin(
        `select clock_id from work_orders.clock where state in ('running', 'warned', 'late', 'paused', 'waiting-calendar')`,
      ),
    ).toEqual([]);
    expect(await town.db.admin('select clock_id from work_orders.clock where next_fire_at is not null')).toEqual([]);
  });

  it('verify: what is stored follows from the log and the rulebook', async () => {
    for (const utility of utilities) expect(await town.differences(utility)).toEqual([]);
  });

  it('stay with their utility: the other one reads nothing of them', async () => {
    const [jinan, liaocheng] = utilities;
    const orderId = outcomes.get('jinan')?.[0]?.orderId ?? 0;
    expect((await jinan?.voices.manager.get(`/api/orders/${orderId}`))?.status).toBe(200);
    expect(await liaocheng?.voices.manager.get(`/api/orders/${orderId}`)).toMatchObject({
      status: 404,
      body: { code: 'order-not-found' },
    });
    const list = await liaocheng?.voices.agent.get('/api/requests?limit=200');
    expect(list?.body.items).toHaveLength(107);
  });
});
