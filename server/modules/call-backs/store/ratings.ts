/** Links by which customers rate: who was asked, and what he answered. */
import sql from 'sql-template-tag';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Rating } from '../../work-orders/index.ts';

export interface NewAsk {
  orderId: number;
  requestId: number;
  round: number;
  tokenSha256: Buffer;
  askedAt: Instant;
  expiresAt: Instant;
}

/** False: he was asked before for this closing. */
export const addAsk = async (tx: Tx, one: NewAsk): Promise<boolean> =>
  (await tx.run(sql`
    insert into call_backs.rating_ask (utility_id, order_id, request_id, round, token_sha256, asked_at, expires_at)
    values (${tx.utilityId}, ${one.orderId}, ${one.requestId}, ${one.round}, ${one.tokenSha256}, ${new Date(one.askedAt)},
      ${new Date(one.expiresAt)})
    on conflict (utility_id, order_id, request_id, round) do nothing`)) > 0;

/** Whose link it is; nobody of a utility asks. */
export const askedBy = async (db: Db, tokenSha256: Buffer): Promise<{ utilityId: number; askId: number } | undefined> =>
  (
    await db.query<{ utilityId: number; askId: number }>(
      sql`select utility_id as "utilityId", ask_id as "askId" from call_backs.asked_by(${tokenSha256})`,
    )
  )[0];

export interface AskRow {
  orderId: number;
  number: string;
  event: string;
  packHash: string;
  state: string;
  orderRound: number;
  departmentName: string | null;
  handledAt: Instant | null;
  closedAt: Instant | null;
  /** Orders can become sealed 保密 after the link was sent. */
  sealed: boolean;
  requestId: number;
  round: number;
  expiresAt: Instant;
  rating: Rating | null;
  words: string;
  openUntil: Instant | null;
}

export const askById = (tx: Tx, askId: number, lock: boolean): Promise<AskRow | undefined> =>
  tx.maybe<AskRow>(sql`
    select a.order_id as "orderId", o.number, o.event, o.pack_hash as "packHash", o.state, o.round as "orderRound",
      d.name as "departmentName", a.request_id as "requestId", a.round, a.rating, a.words, o.sealed_to is not null as sealed,
      round(date_part('epoch', (select max(e.occurred_at) from work_orders.event e where e.utility_id = a.utility_id
        and e.order_id = a.order_id and e.kind = 'handled')) * 1000) as "handledAt",
      round(date_part('epoch', o.closed_at) * 1000) as "closedAt",
      round(date_part('epoch', a.expires_at) * 1000) as "expiresAt",
      round(date_part('epoch', a.open_until) * 1000) as "openUntil"
    from call_backs.rating_ask a
    join work_orders.work_order o on o.utility_id = a.utility_id and o.order_id = a.order_id
    left join identity.department d on d.utility_id = o.utility_id and d.department_id = o.department_id
    where a.utility_id = ${tx.utilityId} and a.ask_id = ${askId}
    ${lock ? sql`for update of a` : sql``}`);

/** What he says now; until when he may change it stays as it was at first. */
export const answerAsk = (
  tx: Tx,
  askId: number,
  { rating, words, at, openUntil }: { rating: Rating; words: string; at: Instant; openUntil: Instant },
): Promise<number> =>
  tx.run(sql`
    update call_backs.rating_ask set rating = ${rating}, words = ${words}, answered_at = ${new Date(at)},
      open_until = coalesce(open_until, ${new Date(openUntil)})
    where utility_id = ${tx.utilityId} and ask_id = ${askId}`);
