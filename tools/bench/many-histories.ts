/** Very many past orders with their logs: those of the town over again, each at another time of the year and at another pace. */
import type pg from 'pg';
import { type Random, seeded } from '../../database/town/random.ts';
import type { EventData } from '../../server/modules/work-orders/index.ts';
import { copyIn } from '../../server/platform/copy.ts';
import { DAY, type Instant, MINUTE, SECOND } from '../../server/values/instant.ts';

const SEED = 20_261_126;
const YEAR = 365 * DAY;
/** Above every order of the town. */
export const FIRST = 1_000_000;
// biome-ignore format: one list
const EVENT = [
  'utility_id', 'order_id', 'seq', 'kind', 'occurred_at', 'recorded_at', 'staff_id', 'department_id', 'via', 'request_id', 'command',
  'version', 'data',
];

interface Entry {
  seq: number;
  kind: string;
  occurredAt: Instant;
  recordedAt: Instant;
  staff: number | null;
  department: string | null;
  via: string;
  request: string | null;
  command: string | null;
  version: number;
  data: EventData;
  /** Its data holds times. */
  timed: boolean;
  text: string;
}

/** Of each order of the town, its number and log. */
async function templatesOf(admin: pg.Client, utilityId: number): Promise<[string, Entry[]][]> {
  const { rows } = await admin.query<Entry & { id: string; at: Date; recorded: Date }>(
    `select e.order_id as id, e.seq, e.kind, e.occurred_at as at, e.recorded_at as recorded, e.staff_id as staff, e.department_id as department, e.via,
       e.request_id as request, e.command, e.version, e.data
     from work_orders.event e join work_orders.work_order o using (utility_id, order_id)
     where e.utility_id = $1 and o.sealed_to is null order by 1, 2`,
    [utilityId],
  );
  const logs = new Map<string, Entry[]>();
  for (const { id, at, recorded, ...entry } of rows) {
    const { plans, due, from, until } = entry.data;
    const timed = [plans, due, from, until].some((one) => one !== undefined);
    const log = logs.get(id) ?? [];
    log.push({
      ...entry,
      occurredAt: at.getTime(),
      recordedAt: recorded.getTime(),
      timed,
      text: JSON.stringify(entry.data),
    });
    logs.set(id, log);
  }
  return [...logs];
}

type Moved = (at: Instant) => Instant;

function moved(data: EventData, to: Moved): EventData {
  const instant = (at: Instant | null | undefined) => (typeof at === 'number' ? to(at) : at);
  const { plans, due, from, until } = data;
  return {
    ...data,
    ...(plans ? { plans: Object.fromEntries(Object.entries(plans).map(([plan, at]) => [plan, to(at)])) } : {}),
    ...(due === undefined ? {} : { due: to(due) }),
    ...(from === undefined ? {} : { from: instant(from) ?? null }),
    ...(until === undefined ? {} : { until: instant(until) ?? null }),
  };
}

/** From three fifths to one and a half times as long, and some much longer. */
const paceOf = (random: Random): number => (random.whole(60, 150) / 100) * (random.chance(0.03) ? 4 : 1);

/** @returns how many entries their logs have */
export async function manyHistories(
  admin: pg.Client,
  { utilityId, orders, until }: { utilityId: number; orders: number; until: Instant },
): Promise<number> {
  const random = seeded(SEED);
  const templates = await templatesOf(admin, utilityId);
  const made: { id: number; template: string; receivedAt: Instant }[] = [];
  let entries = 0;
  function* rows(): Generator<unknown[]> {
    for (let n = 0; n < orders; n += 1) {
      const [template, log] = random.pick(templates);
      const first = log[0]?.occurredAt ?? 0;
      const receivedAt =
        Math.round((until - YEAR + (n * YEAR) / orders - random.whole(0, 600) * MINUTE) / SECOND) * SECOND;
      const pace = paceOf(random);
      const to: Moved = (at) => receivedAt + Math.round(((at - first) * pace) / SECOND) * SECOND;
      made.push({ id: FIRST + n, template, receivedAt });
      for (const entry of log) {
        entries += 1;
        // biome-ignore format: one row
        yield [
          utilityId, FIRST + n, entry.seq, entry.kind, new Date(to(entry.occurredAt)), new Date(to(entry.recordedAt)), entry.staff,
          entry.department, entry.via, entry.request, entry.command, entry.version,
          entry.timed ? JSON.stringify(moved(entry.data, to)) : entry.text,
        ];
      }
    }
  }
  await admin.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
  );
  await withoutIndexes(admin, ['work_orders.event', 'work_orders.work_order'], async () => {
    await copyIn(admin, `copy work_orders.event (${EVENT.join(', ')}) from stdin`, rows());
    await copyOrders(admin, utilityId, made);
  });
  await admin.query('reset session_replication_role');
  for (const table of ['work_orders.work_order', 'work_orders.event']) await admin.query(`vacuum analyze ${table}`);
  return entries;
}

async function copyOrders(
  admin: pg.Client,
  utilityId: number,
  made: readonly { id: number; template: string; receivedAt: Instant }[],
): Promise<void> {
  await admin.query('create unlogged table public.made (id bigint, template bigint, received_at timestamptz)');
  await copyIn(
    admin,
    'copy public.made from stdin',
    made.map(({ id, template, receivedAt }) => [id, template, new Date(receivedAt)]),
  );
  const { rows } = await admin.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = 'work_orders.work_order'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
  );
  const names = rows.map(({ name }) => name);
  const given: Record<string, string> = { order_id: 'm.id', received_at: 'm.received_at', number: `'b' || m.id` };
  await admin.query(
    `insert into work_orders.work_order (${names.join(', ')}) overriding system value
     select ${names.map((name) => given[name] ?? `t.${name}`).join(', ')}
     from public.made m join work_orders.work_order t on t.utility_id = $1 and t.order_id = m.template order by m.id`,
    [utilityId],
  );
  await admin.query('drop table public.made');
}

/** Built once at the end rather than row by row. */
async function withoutIndexes(admin: pg.Client, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { rows } = await admin.query<{ index: string; made: string; primary: boolean; table: string; name: string }>(
    `select i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid) as made, i.indisprimary as primary, i.indrelid::regclass::text as "table"
     from pg_index i where i.indrelid::regclass::text = any($1::text[]) and not i.indisunique`,
    [tables],
  );
  for (const { index } of rows) await admin.query(`drop index ${index}`);
  await work();
  for (const { made } of rows) await admin.query(made);
}
