/** Phones, and the commands they sent. */
import sql from 'sql-template-tag';
import type { Db, Tx } from '../../platform/database.ts';
import type { Instant } from '../../values/instant.ts';
import type { Flag } from '../work-orders/index.ts';
import type { Listed, SyncResult } from './rules/wire.ts';

export interface DeviceRow {
  deviceId: string;
  staffId: number;
  staffName: string;
  name: string;
  secret: Buffer;
  sessionId: string | null;
  contactAt: Date;
  offset: number;
  registeredAt: Date;
  contacts: number;
  shown: number[];
  lostAt: Date | null;
  lostBy: string | null;
  wipedAt: Date | null;
}

const COLUMNS = sql`
  d.device_id as "deviceId", d.staff_id as "staffId", s.name as "staffName", d.name, d.secret_sha256 as secret,
  d.session_id as "sessionId", d.contact_at as "contactAt", d.offset_ms as "offset", d.registered_at as "registeredAt",
  d.contacts, to_jsonb(d.shown) as shown, d.lost_at as "lostAt", l.name as "lostBy", d.wiped_at as "wipedAt"`;
const FROM = sql`
  field.device d join identity.staff s on s.utility_id = d.utility_id and s.staff_id = d.staff_id
  left join identity.staff l on l.utility_id = d.utility_id and l.staff_id = d.lost_by`;

/** Held until the transaction ends: what one phone sends is dealt with one after the other. */
export const holdDevice = (tx: Tx, deviceId: string): Promise<DeviceRow | undefined> =>
  tx.maybe<DeviceRow>(sql`
    select ${COLUMNS} from ${FROM} where d.utility_id = ${tx.utilityId} and d.device_id = ${deviceId} for update of d`);

/** @param staffId null: everybody's */
export const listDevices = (tx: Tx, staffId: number | null): Promise<DeviceRow[]> =>
  tx.rows<DeviceRow>(sql`
    select ${COLUMNS} from ${FROM}
    where d.utility_id = ${tx.utilityId} and (${staffId}::int is null or d.staff_id = ${staffId})
    order by d.lost_at is not null, d.contact_at desc limit 1000`);

export interface Contact {
  deviceId: string;
  sessionId: string | null;
  at: Instant;
  offset: number;
}

/** False: another transaction was first. */
export const insertDevice = async (
  tx: Tx,
  { deviceId, sessionId, at, offset }: Contact,
  device: { staffId: number; name: string; secret: Buffer },
): Promise<boolean> =>
  (await tx.run(sql`
    insert into field.device (utility_id, device_id, staff_id, name, secret_sha256, session_id, contact_at, offset_ms, registered_at)
    values (${tx.utilityId}, ${deviceId}, ${device.staffId}, ${device.name}, ${device.secret}, ${sessionId}, ${new Date(at)},
      ${Math.round(offset)}, ${new Date(at)}) on conflict do nothing`)) === 1;

export const noteContact = (tx: Tx, { deviceId, sessionId, at, offset }: Contact, name: string): void =>
  tx.send(sql`
    update field.device set session_id = ${sessionId}, contact_at = ${new Date(at)}, offset_ms = ${Math.round(offset)},
      contacts = contacts + 1, name = ${name}
    where utility_id = ${tx.utilityId} and device_id = ${deviceId}`);

export const noteLost = (tx: Tx, deviceId: string, at: Instant, by: number): void =>
  tx.send(sql`
    update field.device set lost_at = ${new Date(at)}, lost_by = ${by}
    where utility_id = ${tx.utilityId} and device_id = ${deviceId}`);

export const noteWiped = (tx: Tx, deviceId: string, at: Instant): void =>
  tx.send(sql`
    update field.device set wiped_at = coalesce(wiped_at, ${new Date(at)})
    where utility_id = ${tx.utilityId} and device_id = ${deviceId}`);

export const noteShown = (tx: Tx, deviceId: string, requestIds: readonly number[]): void =>
  tx.send(sql`
    update field.device set shown = ${[...requestIds]}::bigint[]
    where utility_id = ${tx.utilityId} and device_id = ${deviceId}`);

/** Of a phone that has no session any more. */
export const wipeDue = async (db: Db, deviceId: string, secret: Buffer, at: Instant): Promise<boolean> => {
  const [row] = await db.query<{ due: boolean }>(
    sql`select field.wipe_due(${deviceId}::uuid, ${secret}, ${new Date(at)}) as due`,
  );
  return row?.due === true;
};

export interface CommandKept {
  deviceId: string;
  commandId: string;
  staffId: number;
  orderId: number;
  command: string;
  occurredAt: Instant;
  deviceAt: Instant;
  offset: number;
  receivedAt: Instant;
  contact: number;
  position: { lon: number; lat: number; accuracy: number } | null;
  result: SyncResult;
}

interface ResultRow {
  outcome: 'applied' | 'listed';
  refusal: Listed | null;
  flags: Flag[];
  intoId: number | null;
  intoNumber: string | null;
}

/** What became of it, if it came before. */
export async function resultOf(tx: Tx, deviceId: string, id: string): Promise<SyncResult | undefined> {
  const row = await tx.maybe<ResultRow>(sql`
    select outcome, refusal, flags, into_id as "intoId", into_number as "intoNumber" from field.command
    where utility_id = ${tx.utilityId} and device_id = ${deviceId} and command_id = ${id}`);
  if (!row) return undefined;
  const { outcome, refusal, flags, intoId, intoNumber } = row;
  return {
    id,
    outcome,
    ...(refusal ? { refusal } : {}),
    flags,
    ...(intoId !== null && intoNumber !== null ? { into: { id: intoId, number: intoNumber } } : {}),
  };
}

export const keepCommand = (tx: Tx, { result, position, ...kept }: CommandKept): void =>
  tx.send(sql`
    insert into field.command (
      utility_id, device_id, command_id, staff_id, order_id, command, occurred_at, device_at, offset_ms, received_at, contact,
      lon, lat, accuracy, outcome, refusal, flags, into_id, into_number
    ) values (
      ${tx.utilityId}, ${kept.deviceId}, ${kept.commandId}, ${kept.staffId}, ${kept.orderId}, ${kept.command},
      ${new Date(kept.occurredAt)}, ${new Date(kept.deviceAt)}, ${Math.round(kept.offset)}, ${new Date(kept.receivedAt)}, ${kept.contact},
      ${position?.lon ?? null}, ${position?.lat ?? null}, ${position?.accuracy ?? null}, ${result.outcome},
      ${result.refusal ? JSON.stringify(result.refusal) : null}::jsonb, ${result.flags}::text[], ${result.into?.id ?? null},
      ${result.into?.number ?? null})`);

export const lastPoint = (
  tx: Tx,
  deviceId: string,
): Promise<{ lon: number; lat: number; accuracy: number; at: number } | undefined> =>
  tx.maybe(sql`
    select lon, lat, coalesce(accuracy, 0) as accuracy, round(date_part('epoch', occurred_at) * 1000) as at from field.command
    where utility_id = ${tx.utilityId} and device_id = ${deviceId} and lon is not null order by place desc limit 1`);

/** The latest that an earlier contact acknowledged as done. */
export const acknowledgedBefore = async (tx: Tx, deviceId: string, contact: number): Promise<number | null> =>
  (
    await tx.one<{ at: number | null }>(sql`
      select round(date_part('epoch', max(occurred_at)) * 1000) as at from field.command
      where utility_id = ${tx.utilityId} and device_id = ${deviceId} and contact < ${contact} and outcome = 'applied'`)
  ).at;
