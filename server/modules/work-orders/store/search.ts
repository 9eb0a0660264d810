/** What orders are found by, and finding them by it. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import { anywhere, plainly } from '../../../platform/like.ts';
import type { Term } from '../rules/listing/terms.ts';
import type { Condition } from './conditions.ts';

export interface OwnWords {
  orderId: number;
  number: string;
  summary: string;
  place: string;
  content: string | null;
}

/** An order's own words; its callers' are kept by who keeps them. */
export const ownWords = (tx: Tx, orderIds: readonly number[]): Promise<OwnWords[]> =>
  tx.rows<OwnWords>(sql`
    select o.order_id as "orderId", o.number, o.summary, o.place, e.data ->> 'content' as content
    from work_orders.work_order o
      left join work_orders.event e on e.utility_id = o.utility_id and e.order_id = o.order_id and e.seq = 1
    where o.utility_id = ${tx.utilityId} and o.order_id = any(${[...orderIds]}::bigint[])`);

/** The row of the order is written by then, and may be out of its writer's sight. */
export const saveFindable = (tx: Tx, orderId: number, tokens: readonly number[]): void =>
  tx.send(sql`
    insert into work_orders.search (utility_id, order_id, received_at, premises_id, community_id, road, cell, tokens)
    select utility_id, order_id, received_at, premises_id, community_id, road,
      floor(lat * 200)::bigint * 100000 + floor(lon * 200)::bigint, ${[...tokens]}::int[]
    from work_orders.work_order where utility_id = ${tx.utilityId} and order_id = ${orderId}
    on conflict (utility_id, order_id) do update set premises_id = excluded.premises_id, community_id = excluded.community_id,
      road = excluded.road, cell = excluded.cell, tokens = excluded.tokens`);

/** Orders that nothing finds yet, by id. */
export const notFindable = async (tx: Tx, after: number, limit: number): Promise<number[]> =>
  (
    await tx.rows<{ orderId: number }>(sql`
      select o.order_id as "orderId" from work_orders.work_order o
      where o.utility_id = ${tx.utilityId} and o.order_id > ${after} and not exists (
        select from work_orders.search s where s.utility_id = o.utility_id and s.order_id = o.order_id)
      order by o.order_id limit ${limit}`)
  ).map(({ orderId }) => orderId);

/** One term with what it means beyond the pieces of its words. */
export interface Sought extends Term {
  /** Premises whose account begins so. */
  premises: readonly number[];
}

/** Only for orders in this sight may people be looked for. */
export interface Search {
  terms: readonly Sought[];
  /** Condition on `o`; null: nobody may be looked for. */
  people: Condition | null;
  /** Condition on `o`: a caller said so. */
  said: (text: string) => Condition;
}

const holds = (tokens: readonly number[]): Sql => sql`f.tokens @> ${[...tokens]}::int[]`;

/** Condition on a row `f` of `work_orders.findable`: every term may be there. Which of its meanings it was is not yet known. */
export const mayHold = ({ terms }: Search): Sql =>
  join(
    terms.map(({ meanings, premises }) => {
      const any = meanings.map(({ tokens }) => holds(tokens));
      if (premises.length > 0) any.push(sql`f.premises_id = any(${[...premises]}::bigint[])`);
      return any.length === 0 ? sql`true` : sql`(${join(any, ' or ')})`;
    }),
    ' and ',
  );

/** Condition on a row `o` with its `f`: each term in one of its meanings, long texts compared, people only where they may be. */
export function doesHold({ terms, people, said }: Search): Sql {
  const tests = terms.map(({ typed, meanings, premises }) => {
    if (meanings.length === 0 && premises.length === 0)
      return sql`(${plainly(sql`o.summary`)} like ${anywhere(typed)} or ${plainly(sql`o.place`)} like ${anywhere(typed)})`;
    const any = meanings.map(({ tokens, personal, text }) => {
      const compared =
        text === null
          ? empty
          : sql` and (${plainly(sql`o.summary`)} like ${anywhere(text)} or ${plainly(sql`o.place`)} like ${anywhere(text)} or ${said(text)})`;
      return sql`(${holds(tokens)}${personal && people ? sql` and ${people}` : empty}${compared})`;
    });
    if (premises.length > 0) any.push(sql`f.premises_id = any(${[...premises]}::bigint[])`);
    return sql`(${join(any, ' or ')})`;
  });
  return join(tests, ' and ');
}

/** At most so many, in no order; one more than asked for says that there are more. */
export const ordersHolding = async (tx: Tx, search: Search, most: number): Promise<number[]> =>
  (
    await tx.rows<{ orderId: number }>(sql`
      select f.order_id as "orderId" from work_orders.findable f where ${mayHold(search)} limit ${most + 1}`)
  ).map(({ orderId }) => orderId);
