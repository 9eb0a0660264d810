/** What people did to orders, for the audit log: one row for each command, the newest first. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';

export interface CommandRow {
  order_id: number;
  seq: number;
  number: string;
  at: Date;
  staff_id: number;
  name: string;
  /** Null: it was received. */
  command: string | null;
  via: string;
}

export interface CommandFilter {
  staffId?: number;
  orderId?: number;
  from?: Instant;
  until?: Instant;
  before?: { at: Instant; orderId: number; seq: number };
  limit: number;
}

const when = (condition: boolean, part: () => Sql): Sql => (condition ? part() : empty);

/** Of orders the reader may see 保密: the row of an order is asked for, as everywhere. */
export function listCommands(
  tx: Tx,
  { staffId, orderId, from, until, before, limit }: CommandFilter,
): Promise<CommandRow[]> {
  const date = (at: Instant | undefined) => new Date(at ?? 0);
  return tx.rows<CommandRow>(sql`
    select e.order_id, e.seq, o.number, e.recorded_at as at, e.staff_id, s.name, e.command, e.via
    from work_orders.event e
    join work_orders.work_order o on o.utility_id = e.utility_id and o.order_id = e.order_id
    join identity.staff s on s.utility_id = e.utility_id and s.staff_id = e.staff_id
    where e.utility_id = ${tx.utilityId} and e.staff_id is not null
      ${when(staffId !== undefined, () => sql`and e.staff_id = ${staffId ?? 0}`)}
      ${when(orderId !== undefined, () => sql`and e.order_id = ${orderId ?? 0}`)}
      ${when(from !== undefined, () => sql`and e.recorded_at >= ${date(from)}`)}
      ${when(until !== undefined, () => sql`and e.recorded_at < ${date(until)}`)}
      ${when(
        before !== undefined,
        () =>
          sql`and (e.recorded_at, e.order_id, e.seq) < (${date(before?.at)}, ${before?.orderId ?? 0}, ${before?.seq ?? 0})`,
      )}
      and not exists (
        select from work_orders.event p
        where p.utility_id = e.utility_id and p.order_id = e.order_id and p.seq = e.seq - 1 and p.staff_id = e.staff_id
          and p.recorded_at = e.recorded_at and p.command is not distinct from e.command)
    order by e.recorded_at desc, e.order_id desc, e.seq desc limit ${limit}`);
}

/** Numbers of those of them the reader may see. */
export async function orderNumbers(tx: Tx, orderIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.rows<{ order_id: number; number: string }>(sql`
    select order_id, number from work_orders.work_order
    where utility_id = ${tx.utilityId} and order_id = any(${[...orderIds]}::bigint[])`);
  return new Map(rows.map((row) => [row.order_id, row.number]));
}
