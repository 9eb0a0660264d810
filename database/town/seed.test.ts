import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadShipped } from '../../server/modules/regulations/index.ts';
import { verifyOrders } from '../../server/modules/work-orders/index.ts';
import { controllableTime } from '../../server/platform/clock.ts';
import { localFiles } from '../../server/platform/files/files.ts';
import { type TestDatabase, testDatabase } from '../../server/platform/testing.ts';
import { OPEN_COUNT } from './history.ts';
import { type Seeded, seedTown } from './seed.ts';

const CLOSED = 150;
const time = controllableTime('2026-11-18T15:20:00+08:00');
const folder = mkdtempSync(join(tmpdir(), 'gongshui-town-'));
let db: TestDatabase;
let seeded: Seeded;

const seed = () =>
  seedTown({
    db,
    adminUrl: db.url,
    time,
    packs: loadShipped().packs,
    files: localFiles(folder),
    password: 'water-2026',
    address: 'http://localhost:8080',
    closed: CLOSED,
  });
const column = async (query: string): Promise<unknown[]> => (await db.admin<{ v: unknown }>(query)).map(({ v }) => v);

beforeAll(async () => {
  db = await testDatabase();
  seeded = await seed();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the seeded town', () => {
  it('has its orders, past and open', () => {
    expect(seeded).toMatchObject({ seeded: true, orders: CLOSED + OPEN_COUNT });
    expect(OPEN_COUNT).toBe(120);
  });
  it('agrees with its own logs and rulebook: verify finds no difference', async () => {
    const verified = await db.transaction(seeded.utilityId, (tx) => verifyOrders(tx, time));
    expect(verified.differences).toEqual([]);
    expect(verified.orders).toBe(CLOSED + OPEN_COUNT);
  });
  it('shows the desk every state', async () => {
    expect(new Set(await column('select distinct state as v from work_orders.work_order'))).toEqual(
      new Set([
        'awaiting-dispatch',
        'awaiting-acceptance',
        'awaiting-assignment',
        'in-progress',
        'awaiting-review',
        'awaiting-call-back',
        'closed',
        'cancelled',
      ]),
    );
  });
  it('has asks waiting for a decision of each kind, paused, reopened and supervised orders', async () => {
    expect(new Set(await column('select distinct kind as v from work_orders.ask where decided_at is null'))).toEqual(
      new Set(['return', 'extension', 'pause']),
    );
    expect(
      await column(`select count(*) as v from work_orders.work_order where due_state = 'paused' and closed_at is null`),
    ).not.toEqual(['0']);
    expect(
      await column('select count(*) as v from work_orders.work_order where round > 1 and closed_at is null'),
    ).not.toEqual(['0']);
    expect(
      await column(
        'select count(*) as v from work_orders.work_order where supervised_at is not null and closed_at is null',
      ),
    ).not.toEqual(['0']);
  });
  it('has late orders on the list, several by minutes, and some that are warned', async () => {
    const late = await db.admin<{ n: string }>(
      `select count(*) as n from work_orders.work_order where closed_at is null and late_count > 0`,
    );
    expect(Number(late[0]?.n)).toBeGreaterThanOrEqual(10);
    const justNow = await db.admin<{ n: string }>(
      `select count(distinct order_id) as n from work_orders.clock where state = 'late' and breached_at > $1::timestamptz - interval '15 min'`,
      [new Date(time.now())],
    );
    expect(Number(justNow[0]?.n)).toBeGreaterThanOrEqual(3);
    expect(await column(`select count(*) as v from work_orders.work_order where due_state = 'warned'`)).not.toEqual([
      '0',
    ]);
  });
  it('was mostly in time: about one closed order in twenty was late', async () => {
    const [row] = await db.admin<{ late: string; all: string }>(
      `select count(*) filter (where late_count > 0) as late, count(*) as all from work_orders.work_order where closed_at is not null`,
    );
    expect(Number(row?.late) / Number(row?.all)).toBeGreaterThan(0.01);
    expect(Number(row?.late) / Number(row?.all)).toBeLessThan(0.12);
  });
  it('has no open clock on an order that is over', async () => {
    expect(
      await column(
        `select c.clock_id as v from work_orders.clock c join work_orders.work_order o using (utility_id, order_id)
         where o.closed_at is not null and c.state in ('running', 'warned', 'late', 'paused')`,
      ),
    ).toEqual([]);
  });
  it('keeps photos that are pictures', async () => {
    expect(await column('select distinct media_type as v from work_orders.attachment')).toEqual(['image/png']);
  });
  it('has told the people concerned what happened in the last day', async () => {
    expect(new Set(await column('select distinct kind as v from notices.fact'))).toEqual(
      new Set(['ask', 'assigned', 'breached', 'decided', 'dispatched', 'reopened', 'supervised', 'warned']),
    );
  });
  it('has somebody on duty by day and by night in every unit with shifts, and nobody twice or without rest', async () => {
    const [row] = await db.admin<{ units: number; gaps: number; tired: number }>(
      `select count(distinct a.department_id)::int as units,
         count(*) filter (where not exists (
           select from rosters.shift n where n.department_id = a.department_id and n.starts_at = a.ends_at)
           and a.ends_at < '2026-11-30T00:00:00+08:00')::int as gaps,
         count(*) filter (where exists (
           select from rosters.shift n where n.staff_id = a.staff_id and n.shift_id <> a.shift_id
             and n.starts_at >= a.starts_at and n.starts_at <= a.ends_at))::int as tired
       from rosters.shift a`,
    );
    expect(row).toEqual({ units: 4, gaps: 0, tired: 0 });
    const now = new Date(time.now());
    const there = await db.admin('select from rosters.shift where starts_at <= $1 and ends_at > $1', [now]);
    expect(there).toHaveLength(4);
  });
  it('has a liaison in each unit that repairs, serves or inspects, every change reported and filed', async () => {
    expect(await column(`select count(*)::int as v from rosters.listed where duty = 'liaison'`)).toEqual([6]);
    expect(
      await column(
        `select count(*)::int as v from rosters.list_change c left join rosters.filing f using (utility_id, change_id)
         where f.filed_at is null or c.recorded_at > c.due_at`,
      ),
    ).toEqual([0]);
  });
  it('sends customers the link they rate by to the address it is reached at', async () => {
    expect(await column('select address as v from call_backs.setting')).toEqual(['http://localhost:8080']);
  });

  it('is left alone when it is seeded again', async () => {
    expect(await seed()).toMatchObject({ seeded: false });
  });
});
