/** What the simulator took, and what it has still to report. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Gateway } from '../rules/notice.ts';

export interface SimulatedReceipt {
  messageId: string;
  kind: 'delivered' | 'read' | 'failed';
  at: Instant;
  reportAt: Instant;
}

export const takenBefore = async (tx: Tx, channel: Gateway, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.rows<{ id: string }>(sql`
    select message_id as id from notices.simulated
    where utility_id = ${tx.utilityId} and channel = ${channel} and message_id = any(${[...ids]}::text[])`);
  return new Set(rows.map(({ id }) => id));
};

export async function keepSimulated(
  tx: Tx,
  channel: Gateway,
  messages: readonly { id: string; to: string; subject: string; text: string }[],
  receipts: readonly SimulatedReceipt[],
  now: Instant,
): Promise<void> {
  if (messages.length === 0) return;
  tx.send(sql`
    insert into notices.simulated (utility_id, channel, message_id, address, subject, body, at)
    select ${tx.utilityId}, ${channel}, m.id, m.address, m.subject, m.body, ${new Date(now)}
    from unnest(${messages.map(({ id }) => id)}::text[], ${messages.map(({ to }) => to)}::text[],
      ${messages.map(({ subject }) => subject)}::text[], ${messages.map(({ text }) => text)}::text[]
    ) as m (id, address, subject, body)`);
  tx.send(sql`
    insert into notices.simulated_receipt (utility_id, channel, message_id, kind, occurred_at, report_at)
    select ${tx.utilityId}, ${channel}, r.message_id, r.kind, to_timestamp(r.at / 1000), to_timestamp(r.report_at / 1000)
    from unnest(${receipts.map(({ messageId }) => messageId)}::text[], ${receipts.map(({ kind }) => kind)}::text[],
      ${receipts.map(({ at }) => at)}::float8[], ${receipts.map(({ reportAt }) => reportAt)}::float8[]
    ) as r (message_id, kind, at, report_at)`);
}

export const dueSimulatedReceipts = async (
  tx: Tx,
  channel: Gateway,
  now: Instant,
  limit: number,
): Promise<{ id: number; messageId: string; kind: SimulatedReceipt['kind']; at: Instant }[]> => {
  const rows = await tx.rows<{ id: number; messageId: string; kind: SimulatedReceipt['kind']; at: Date }>(sql`
    select receipt_id as id, message_id as "messageId", kind, occurred_at as at from notices.simulated_receipt
    where utility_id = ${tx.utilityId} and channel = ${channel} and report_at <= ${new Date(now)}
    order by report_at limit ${limit}`);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
};

export const dropSimulatedReceipts = (tx: Tx, ids: readonly number[]): Promise<number> =>
  tx.run(sql`
    delete from notices.simulated_receipt where utility_id = ${tx.utilityId} and receipt_id = any(${[...ids]}::bigint[])`);

/** What is older than `before`, some at a time: nobody waits for a table to be emptied. */
export const dropSimulated = (tx: Tx, before: Instant, limit: number): Promise<number> =>
  tx.run(sql`
    delete from notices.simulated where utility_id = ${tx.utilityId} and serial in (
      select serial from notices.simulated where utility_id = ${tx.utilityId} and at < ${new Date(before)} order by at limit ${limit})`);
