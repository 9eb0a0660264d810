/** Orders that may be about the same incident. Each way to find them reads one index, newest first, and stops. */
import sql, { join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import { inSight, type Sight } from './conditions.ts';
import { ORDER_COLUMNS, ORDER_FROM, type OrderRow } from './orders.ts';

export interface Near {
  premisesId: number | null;
  communityId: number | null;
  road: string | null;
  lon: number | null;
  lat: number | null;
  since: Date;
  until: Date;
  /** This order is not its own duplicate. */
  except: number | null;
}

/** Of each way; the rules choose among them. */
const MOST = 60;
/** Squares on a side of the table's `cell`, per degree. */
const PER_DEGREE = 200;

const cellsAround = (lon: number, lat: number): number[] =>
  [-1, 0, 1].flatMap((dy) =>
    [-1, 0, 1].map((dx) => (Math.floor(lat * PER_DEGREE) + dy) * 100_000 + Math.floor(lon * PER_DEGREE) + dx),
  );

export function ordersNear(tx: Tx, near: Near, sight: Sight): Promise<OrderRow[]> {
  const by = (where: Sql): Sql => sql`(
    select w.order_id from work_orders.search w
    where w.utility_id = ${tx.utilityId} and ${where}
      and w.received_at between ${near.since} and ${near.until}
    order by w.received_at desc limit ${MOST})`;
  const ways: Sql[] = [];
  if (near.premisesId !== null) ways.push(by(sql`w.premises_id = ${near.premisesId}`));
  if (near.communityId !== null) ways.push(by(sql`w.community_id = ${near.communityId}`));
  if (near.road !== null) ways.push(by(sql`w.road = ${near.road}`));
  // One square after another: each is read from its newest on.
  if (near.lon !== null && near.lat !== null)
    ways.push(...cellsAround(near.lon, near.lat).map((cell) => by(sql`w.cell = ${cell}`)));
  if (ways.length === 0) return Promise.resolve([]);
  return tx.rows<OrderRow>(sql`
    select ${ORDER_COLUMNS} from ${ORDER_FROM}
    where o.utility_id = ${tx.utilityId} and o.order_id in (${join(ways, ' union ')}) and o.merged_into is null and ${inSight(sight)}
      and o.order_id is distinct from ${near.except}
    order by o.received_at desc, o.order_id desc`);
}
