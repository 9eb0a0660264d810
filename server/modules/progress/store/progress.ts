import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Fact } from '../rules/facts.ts';

/** Only what a utility has chosen itself. */
export const choicesOf = (tx: Tx): Promise<{ fact: string; told: boolean }[]> =>
  tx.rows(sql`select fact, told from progress.choice where utility_id = ${tx.utilityId}`);

export const saveChoice = (tx: Tx, fact: Fact, told: boolean, by: number, at: Instant): Promise<number> =>
  tx.run(sql`
    insert into progress.choice (utility_id, fact, told, changed_by, changed_at)
    values (${tx.utilityId}, ${fact}, ${told}, ${by}, ${new Date(at)})
    on conflict (utility_id, fact) do update set told = excluded.told, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);

export interface Untold {
  orderId: number;
  requestId: number;
  fact: Fact;
  key: string;
}

export const insertUntold = (tx: Tx, one: Untold, at: Instant): void =>
  tx.send(sql`
    insert into progress.untold (utility_id, order_id, request_id, fact, key, at)
    values (${tx.utilityId}, ${one.orderId}, ${one.requestId}, ${one.fact}, ${one.key}, ${new Date(at)})
    on conflict do nothing`);

export interface UntoldRow {
  orderId: number;
  number: string;
  requestId: number;
  fact: Fact;
  at: Date;
}

/** Whose order it is may be read by the caller's permission alone: managers see all of them. */
export const listUntold = (tx: Tx, limit: number): Promise<UntoldRow[]> =>
  tx.rows<UntoldRow>(sql`
    select u.order_id as "orderId", o.number, u.request_id as "requestId", u.fact, u.at
    from progress.untold u join work_orders.work_order o on o.utility_id = u.utility_id and o.order_id = u.order_id
    where u.utility_id = ${tx.utilityId} order by u.at desc, u.request_id desc limit ${limit}`);
