/** Slips that were written 通知单: their rows. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../platform/database.ts';
import type { Instant } from '../../values/instant.ts';
import type { Manner } from './rules/slips.ts';

export interface SlipRow {
  slipId: number;
  kind: string;
  packHash: string;
  orderId: number | null;
  requestId: number | null;
  orderNumber: string | null;
  name: string;
  address: string;
  fields: Record<string, string>;
  /** `YYYY-MM-DD` */
  day: string;
  writtenAt: Date;
  writtenBy: number;
  writtenByName: string;
  printedAt: Date | null;
  servedAt: Date | null;
  servedByName: string | null;
  manner: Manner | null;
  receiver: string | null;
  attachmentId: string | null;
  milestone: string | null;
  voidAt: Date | null;
  voidReason: string | null;
  /** Where it lies: the order's unit, else that of who wrote it. */
  departmentId: string | null;
  districtId: string | null;
  handlerId: number | null;
  sealedTo: string | null;
}

const COLUMNS = sql`
  l.slip_id as "slipId", l.kind, l.pack_hash as "packHash", l.order_id as "orderId", l.request_id as "requestId", o.number as "orderNumber",
  l.name, l.address, l.fields, to_char(l.day, 'YYYY-MM-DD') as day, l.written_at as "writtenAt", l.written_by as "writtenBy",
  w.name as "writtenByName", l.printed_at as "printedAt", l.served_at as "servedAt", s.name as "servedByName", l.manner, l.receiver,
  l.attachment_id as "attachmentId", l.milestone, l.void_at as "voidAt", l.void_reason as "voidReason",
  case when o.order_id is null then l.department_id else o.department_id end as "departmentId", o.district_id as "districtId",
  case when o.order_id is null then l.written_by else o.handler_id end as "handlerId", o.sealed_to as "sealedTo"`;
const FROM = sql`
  slips.slip l
  join identity.staff w on w.utility_id = l.utility_id and w.staff_id = l.written_by
  left join identity.staff s on s.utility_id = l.utility_id and s.staff_id = l.served_by
  left join work_orders.work_order o on o.utility_id = l.utility_id and o.order_id = l.order_id`;

export interface NewSlip {
  kind: string;
  packHash: string;
  orderId: number | null;
  requestId: number | null;
  name: string;
  address: string;
  fields: Record<string, string>;
  day: string;
}

export async function insertSlip(
  tx: Tx,
  one: NewSlip,
  by: { staffId: number; departmentId: string },
  now: Instant,
): Promise<number> {
  const { slipId } = await tx.one<{ slipId: number }>(sql`
    insert into slips.slip (utility_id, kind, pack_hash, order_id, request_id, name, address, fields, day, written_at, written_by, department_id)
    values (${tx.utilityId}, ${one.kind}, ${one.packHash}, ${one.orderId}, ${one.requestId}, ${one.name}, ${one.address},
      ${JSON.stringify(one.fields)}::jsonb, ${one.day}, ${new Date(now)}, ${by.staffId}, ${by.departmentId})
    returning slip_id as "slipId"`);
  return slipId;
}

/** @param lock holds them until the transaction ends */
export const slipsByIds = (tx: Tx, ids: readonly number[], lock = false): Promise<SlipRow[]> =>
  tx.rows<SlipRow>(sql`
    select ${COLUMNS} from ${FROM} where l.utility_id = ${tx.utilityId} and l.slip_id = any(${[...ids]}::bigint[])
    order by l.slip_id ${lock ? sql`for update of l` : empty}`);

export const slipsOfOrder = (tx: Tx, orderId: number): Promise<SlipRow[]> =>
  tx.rows<SlipRow>(sql`
    select ${COLUMNS} from ${FROM} where l.utility_id = ${tx.utilityId} and l.order_id = ${orderId} order by l.slip_id`);

export const LISTS = ['to-print', 'to-serve', 'served', 'void'] as const;
export type List = (typeof LISTS)[number];

const OPEN = sql`l.served_at is null and l.void_at is null`;
const TEST: Record<List, Sql> = {
  'to-print': sql`l.printed_at is null and ${OPEN}`,
  'to-serve': sql`l.printed_at is not null and ${OPEN}`,
  served: sql`l.served_at is not null`,
  void: sql`l.void_at is not null`,
};

/** Whose: the scope of my permission. */
export interface Sight {
  scope: 'all' | 'district' | 'department' | 'sealed' | 'own';
  staffId: number;
  departmentId: string;
  districts: readonly string[];
}

const inSight = ({ scope, staffId, departmentId, districts }: Sight): Sql => {
  switch (scope) {
    case 'own':
      return sql`case when o.order_id is null then l.written_by else o.handler_id end = ${staffId}`;
    case 'sealed':
      return sql`o.sealed_to = ${departmentId}`;
    case 'department':
      return sql`case when o.order_id is null then l.department_id else o.department_id end = ${departmentId}`;
    case 'district':
      return districts.length === 0 ? sql`true` : sql`o.district_id = any(${[...districts]}::text[])`;
    case 'all':
      return sql`true`;
  }
};

/** What is served last stands first; what has to be done, in the order it was written. */
export const listSlips = (
  tx: Tx,
  list: List,
  after: number | undefined,
  sight: Sight,
  limit: number,
): Promise<SlipRow[]> => {
  const open = list === 'to-print' || list === 'to-serve';
  return tx.rows<SlipRow>(sql`
    select ${COLUMNS} from ${FROM} where l.utility_id = ${tx.utilityId} and ${TEST[list]} and ${inSight(sight)}
      ${after === undefined ? empty : open ? sql`and l.slip_id > ${after}` : sql`and l.slip_id < ${after}`}
    order by l.slip_id ${open ? empty : sql`desc`} limit ${limit}`);
};

export const countSlips = async (tx: Tx, sight: Sight): Promise<Record<List, number>> => {
  const counted = LISTS.map((list) => sql`count(*) filter (where ${TEST[list]})::int`);
  return tx.one<Record<List, number>>(sql`
    select ${counted[0]} as "to-print", ${counted[1]} as "to-serve", ${counted[2]} as served, ${counted[3]} as void
    from ${FROM} where l.utility_id = ${tx.utilityId} and ${inSight(sight)}`);
};

/** The first time stands. */
export const markPrinted = (tx: Tx, ids: readonly number[], staffId: number, now: Instant): Promise<number> =>
  tx.run(sql`
    update slips.slip set printed_at = ${new Date(now)}, printed_by = ${staffId}
    where utility_id = ${tx.utilityId} and slip_id = any(${[...ids]}::bigint[]) and printed_at is null`);

export interface Serving {
  at: Instant;
  manner: Manner;
  receiver: string;
  attachmentId: string | null;
  milestone: string | null;
}

export const markServed = (tx: Tx, slipId: number, one: Serving, staffId: number, now: Instant): Promise<number> =>
  tx.run(sql`
    update slips.slip set served_at = ${new Date(one.at)}, served_by = ${staffId}, manner = ${one.manner}, receiver = ${one.receiver},
      attachment_id = ${one.attachmentId}, milestone = ${one.milestone}, recorded_at = ${new Date(now)}
    where utility_id = ${tx.utilityId} and slip_id = ${slipId}`);

export const markVoid = (tx: Tx, slipId: number, reason: string, staffId: number, now: Instant): Promise<number> =>
  tx.run(sql`
    update slips.slip set void_at = ${new Date(now)}, void_by = ${staffId}, void_reason = ${reason}
    where utility_id = ${tx.utilityId} and slip_id = ${slipId}`);

/** Is it a photo or paper of this order? */
export const attachedTo = async (tx: Tx, attachmentId: string, orderId: number): Promise<boolean> =>
  (await tx.maybe(sql`
    select attachment_id from work_orders.attachment
    where utility_id = ${tx.utilityId} and attachment_id = ${attachmentId} and order_id = ${orderId}`)) !== undefined;
