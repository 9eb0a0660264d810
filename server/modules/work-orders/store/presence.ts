/** Who has an order open: short rows that lapse unless they are said again. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';

export interface Window {
  orderId: number;
  staffId: number;
  tab: string;
}

export interface Present {
  staffId: number;
  name: string;
  departmentName: string;
  doing: 'viewing' | 'acting';
  since: Date;
  until: Date;
}

/** Whoever else is there is told, unless nothing is new. The order's other lapsed rows go with it. */
export const sayPresent = (
  tx: Tx,
  { orderId, staffId, tab }: Window,
  doing: 'viewing' | 'acting',
  now: Instant,
  until: Instant,
): Promise<number> =>
  tx.run(sql`
    with lapsed as (
      delete from work_orders.presence
      where utility_id = ${tx.utilityId} and order_id = ${orderId} and until <= ${new Date(now)}
        and (staff_id, tab) <> (${staffId}, ${tab}) returning 1
    ), before as (
      select doing from work_orders.presence
      where utility_id = ${tx.utilityId} and order_id = ${orderId} and staff_id = ${staffId} and tab = ${tab} and until > ${new Date(now)}
    ), said as (
      insert into work_orders.presence as p (utility_id, order_id, staff_id, tab, doing, since, until)
      values (${tx.utilityId}, ${orderId}, ${staffId}, ${tab}, ${doing}, ${new Date(now)}, ${new Date(until)})
      on conflict (utility_id, order_id, staff_id, tab) do update set doing = excluded.doing, until = excluded.until,
        since = case when p.until > ${new Date(now)} and p.doing = excluded.doing then p.since else excluded.since end
      returning 1
    )
    insert into platform.change (utility_id, topic, facts)
    select ${tx.utilityId}, 'presence', ${others(tx, orderId, staffId, now)}
    from said where not exists (select from before where doing = ${doing})`);

export const sayGone = (tx: Tx, { orderId, staffId, tab }: Window, now: Instant): Promise<number> =>
  tx.run(sql`
    with gone as (
      delete from work_orders.presence
      where utility_id = ${tx.utilityId} and order_id = ${orderId} and staff_id = ${staffId} and tab = ${tab} returning 1
    )
    insert into platform.change (utility_id, topic, facts)
    select ${tx.utilityId}, 'presence', ${others(tx, orderId, staffId, now)} from gone`);

/** As the statement found them: who does it knows already. */
const others = (tx: Tx, orderId: number, staffId: number, now: Instant) => sql`
  jsonb_build_array(jsonb_build_array(${orderId}::bigint, (
    select coalesce(jsonb_agg(distinct o.staff_id), '[]') from work_orders.presence o
    where o.utility_id = ${tx.utilityId} and o.order_id = ${orderId} and o.staff_id <> ${staffId} and o.until > ${new Date(now)})))`;

/** Once each, however many windows; writing before looking. */
export const othersPresent = (tx: Tx, orderId: number, staffId: number, now: Instant): Promise<Present[]> =>
  tx.rows<Present>(sql`
    select * from (
      select distinct on (p.staff_id) p.staff_id as "staffId", s.name, d.name as "departmentName", p.doing, p.since, p.until
      from work_orders.presence p
      join identity.staff s on s.utility_id = p.utility_id and s.staff_id = p.staff_id
      join identity.department d on d.utility_id = s.utility_id and d.department_id = s.department_id
      where p.utility_id = ${tx.utilityId} and p.order_id = ${orderId} and p.staff_id <> ${staffId} and p.until > ${new Date(now)}
      order by p.staff_id, p.doing, p.until desc) present
    order by since, "staffId"`);

export const forgetPresence = (tx: Tx, now: Instant): Promise<number> =>
  tx.run(sql`delete from work_orders.presence where utility_id = ${tx.utilityId} and until <= ${new Date(now)}`);
