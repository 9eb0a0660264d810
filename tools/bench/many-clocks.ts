/** A town with very many open clocks: its own orders over again, each with its log and clocks, so that `verify` agrees. */
import type pg from 'pg';
import { listStaff, type Me } from '../../server/modules/identity/index.ts';
import { execute, openOrder } from '../../server/modules/work-orders/index.ts';
import { controllableTime } from '../../server/platform/clock.ts';
import type { Db, Tx } from '../../server/platform/database.ts';
import { HOUR, type Instant, MINUTE } from '../../server/values/instant.ts';
import type { Result } from '../../server/values/result.ts';

const OPEN = `state in ('running', 'warned', 'late', 'paused', 'waiting-calendar')`;

async function staffOf(tx: Tx): Promise<(username: string) => Me> {
  const staff = await listStaff(tx, { department: null, role: null });
  return (username) => {
    const row = staff.find((one) => one.username === username);
    if (!row) throw new Error(`nobody is called ${username}`);
    return {
      utilityId: tx.utilityId,
      utilityCode: 'hucheng',
      utilityName: '',
      staffId: row.staff_id,
      username,
      name: '',
      roles: row.roles,
      departmentId: row.department_id,
      districts: [],
    };
  };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Five minutes to dispatch. */
const report = (receivedAt: Instant, place: string) => ({
  event: 'pipe-leak',
  channel: 'phone',
  content: '路面冒水',
  place,
  receivedAt,
  facts: { 'contact-left': true },
  request: { id: 1, elements: ['phone', 'reporter', 'contact-time'] },
});

/** An order nobody has dispatched by `due`, when its first clock breaches. */
export async function undispatched(tx: Tx, due: Instant, n: number): Promise<number> {
  const as = await staffOf(tx);
  const time = controllableTime(due - 5 * MINUTE);
  return must(await openOrder(tx, as('zhoumin'), time, report(time.now(), `湖滨东路 ${n} 号`))).orderId;
}

/** An order a crew has had for a day by `due`, when it ought to be finished. */
async function unfinished(tx: Tx, due: Instant, n: number): Promise<number> {
  const as = await staffOf(tx);
  const time = controllableTime(due - 24 * HOUR);
  const { orderId } = must(await openOrder(tx, as('zhoumin'), time, report(time.now(), `湖滨西路 ${n} 号`)));
  const give = async (who: Me, command: 'dispatch' | 'accept' | 'assign' | 'record', input: object) => {
    time.advance(MINUTE);
    must(await execute({ tx, me: who, time }, orderId, command, { input: input as never }));
  };
  const head = as('sunjie');
  await give(as('zhoumin'), 'dispatch', { departmentId: head.departmentId });
  await give(head, 'accept', {});
  await give(head, 'assign', { handlerId: as('chenliguo').staffId });
  await give(as('chenliguo'), 'record', { milestone: 'arrived' });
  return orderId;
}

/** Each of these orders again and again. Returns how many open clocks there are of the copies. */
export async function multiply(
  admin: pg.Client,
  utilityId: number,
  ids: readonly number[],
  times: number,
): Promise<number> {
  await admin.query('begin');
  // the copies' places are as true as those of the originals: keys are not looked up again
  await admin.query('set local session_replication_role = replica; set local synchronous_commit = off');
  await admin.query(
    `create temp table copy on commit drop as
     select old, row_number() over (order by k, old) + (select max(order_id) from work_orders.work_order) as id
     from unnest($1::bigint[]) old, generate_series(1, $2::int) k`,
    [ids, times],
  );
  for (const table of ['work_order', 'event', 'clock']) {
    const { rows } = await admin.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [`work_orders.${table}`],
    );
    const names = rows.map(({ name }) => name);
    const values = names.map((name) =>
      name === 'order_id' ? 'm.id' : name === 'number' ? `t.number || '-' || m.id` : `t.${name}`,
    );
    await admin.query(
      `insert into work_orders.${table} (${names.join(', ')}) overriding system value
       select ${values.join(', ')} from work_orders.${table} t join copy m on m.old = t.order_id where t.utility_id = $1 order by m.id`,
      [utilityId],
    );
  }
  await admin.query(
    `select setval(pg_get_serial_sequence('work_orders.work_order', 'order_id'), (select max(order_id) from work_orders.work_order))`,
  );
  await admin.query('commit');
  return times * (await openClocks(admin, utilityId, ids));
}

export async function openClocks(admin: pg.Client, utilityId: number, ids: readonly number[]): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(
    `select count(*)::int as n from work_orders.clock where utility_id = $1 and order_id = any($2) and ${OPEN}`,
    [utilityId, ids],
  );
  return rows[0]?.n ?? 0;
}

/** Open orders of the town of which nothing fires before `until`; those first that have the fewest clocks behind them. */
export async function quietOrders(
  admin: pg.Client,
  utilityId: number,
  until: Instant,
  limit: number,
): Promise<number[]> {
  const { rows } = await admin.query<{ id: string }>(
    `select c.order_id as id from work_orders.clock c join work_orders.work_order o using (utility_id, order_id)
     where utility_id = $1 and o.closed_at is null group by 1
     having coalesce(min(c.next_fire_at), 'infinity') > $2 and count(*) filter (where c.${OPEN}) > 0
     order by count(*) filter (where c.${OPEN})::float8 / count(*) desc, 1 limit $3`,
    [utilityId, new Date(until), limit],
  );
  return rows.map(({ id }) => Number(id));
}

/** Some of each kind, all due at one instant. */
export async function templates(db: Db, utilityId: number, due: Instant, each: number): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 1; n <= each; n += 1) {
    for (const kind of [undispatched, unfinished]) {
      ids.push(await db.transaction(utilityId, (tx) => kind(tx, due, n)));
    }
  }
  return ids;
}
