/** Occurrences of duties, each with the order it made. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Occurrence } from '../../regulations/index.ts';
import type { DutyNews } from '../../work-orders/index.ts';

const ms = {
  opens: sql`round(date_part('epoch', o.opens_at) * 1000)`,
  due: sql`round(date_part('epoch', o.due_at) * 1000)`,
  made: sql`round(date_part('epoch', o.made_at) * 1000)`,
  done: sql`round(date_part('epoch', o.done_at) * 1000)`,
  givenUp: sql`round(date_part('epoch', o.given_up_at) * 1000)`,
};

export interface Latest {
  thingId: number;
  duty: string;
  key: string;
  doneAt: Instant | null;
  givenUpAt: Instant | null;
}

/** The latest of each duty of these things. */
export const latestOf = (tx: Tx, thingIds: readonly number[]): Promise<Latest[]> =>
  tx.rows<Latest>(sql`
    select distinct on (o.thing_id, o.duty) o.thing_id as "thingId", o.duty, o.key, ${ms.done} as "doneAt", ${ms.givenUp} as "givenUpAt"
    from duties.occurrence o where o.utility_id = ${tx.utilityId} and o.thing_id = any(${[...thingIds]}::bigint[])
    order by o.thing_id, o.duty, o.opens_at desc, o.made_at desc`);

/** Of these occurrences of a thing, those that were made: `duty key`. */
export const madeAlready = async (tx: Tx, thingId: number, occurrences: readonly Occurrence[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ name: string }>(sql`
        select o.duty || ' ' || o.key as name from duties.occurrence o
        join unnest(${occurrences.map(({ duty }) => duty)}::text[], ${occurrences.map(({ key }) => key)}::text[]) as w (duty, key)
          on w.duty = o.duty and w.key = o.key
        where o.utility_id = ${tx.utilityId} and o.thing_id = ${thingId}`)
    ).map(({ name }) => name),
  );

export const insertOccurrence = (tx: Tx, thingId: number, orderId: number, one: Occurrence, now: Instant): void =>
  tx.send(sql`
    insert into duties.occurrence (utility_id, thing_id, duty, key, order_id, opens_at, due_at, made_at, pack_hash)
    values (${tx.utilityId}, ${thingId}, ${one.duty}, ${one.key}, ${orderId}, ${new Date(one.opensAt)},
      ${one.due === null ? null : new Date(one.due)}, ${new Date(now)}, ${one.pack})`);

/** What became of the order; its thing is looked at again. */
export const tellOccurrence = (tx: Tx, { orderId, at, doneAt, givenUpAt }: DutyNews): void => {
  const [done, givenUp] = [doneAt, givenUpAt].map((one) => (one === null ? null : new Date(one)));
  tx.send(sql`
    with told as (
      update duties.occurrence set done_at = ${done}, given_up_at = ${givenUp}
      where utility_id = ${tx.utilityId} and order_id = ${orderId}
        and (done_at is distinct from ${done}::timestamptz or given_up_at is distinct from ${givenUp}::timestamptz)
      returning thing_id)
    update registers.thing t set look_at = least(t.look_at, ${new Date(at)}) from told
    where t.utility_id = ${tx.utilityId} and t.thing_id = told.thing_id`);
};

/** True when it is another reading than the last. */
export const readUnder = async (tx: Tx, under: string): Promise<boolean> =>
  (await tx.run(sql`
    insert into duties.reading as r (utility_id, under) values (${tx.utilityId}, ${under})
    on conflict (utility_id) do update set under = excluded.under where r.under <> excluded.under`)) > 0;

export interface OccurrenceRow extends Latest {
  orderId: number;
  number: string;
  state: string;
  opensAt: Instant;
  dueAt: Instant | null;
  madeAt: Instant;
  packHash: string;
}

const ROW = sql`o.thing_id as "thingId", o.duty, o.key, o.order_id as "orderId", w.number, w.state,
  ${ms.opens} as "opensAt", ${ms.due} as "dueAt", ${ms.made} as "madeAt", ${ms.done} as "doneAt", ${ms.givenUp} as "givenUpAt",
  o.pack_hash as "packHash"`;
const FROM = sql`duties.occurrence o join work_orders.work_order w on w.utility_id = o.utility_id and w.order_id = o.order_id`;

/** The latest first. */
export const occurrencesOf = (tx: Tx, thingId: number, limit: number): Promise<OccurrenceRow[]> =>
  tx.rows<OccurrenceRow>(sql`
    select ${ROW} from ${FROM} where o.utility_id = ${tx.utilityId} and o.thing_id = ${thingId}
    order by o.opens_at desc, o.duty limit ${limit}`);

/** Of these things, those whose order is neither done nor given up. */
export const underway = (tx: Tx, thingIds: readonly number[]): Promise<OccurrenceRow[]> =>
  tx.rows<OccurrenceRow>(sql`
    select ${ROW} from ${FROM} where o.utility_id = ${tx.utilityId} and o.thing_id = any(${[...thingIds]}::bigint[])
      and o.done_at is null and o.given_up_at is null`);

export const occurrenceOfOrder = (tx: Tx, orderId: number): Promise<OccurrenceRow | undefined> =>
  tx.maybe<OccurrenceRow>(
    sql`select ${ROW} from ${FROM} where o.utility_id = ${tx.utilityId} and o.order_id = ${orderId}`,
  );
