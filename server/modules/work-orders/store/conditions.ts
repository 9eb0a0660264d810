/** Tests of a row `o` of `work_orders.work_order`, which other statements are put together from. */
import sql, { type Sql } from 'sql-template-tag';
import { literally } from '../../../platform/like.ts';
import type { Scope } from '../../identity/index.ts';

export type Condition = Sql;

/** Whose orders: the scope of my permission. */
export interface Sight {
  scope: Scope;
  staffId: number;
  departmentId: string;
  districts: readonly string[];
}

export const EVERYTHING: Condition = sql`true`;
export const NOTHING: Condition = sql`false`;

/** Also used for a single order: what is out of sight is not found. */
export const inSight = ({ scope, staffId, departmentId, districts }: Sight): Condition => {
  if (scope === 'own') return sql`o.handler_id = ${staffId}`;
  if (scope === 'sealed') return sql`o.sealed_to = ${departmentId}`;
  if (scope === 'department') return sql`o.department_id = ${departmentId}`;
  if (scope === 'district')
    return districts.length === 0 ? EVERYTHING : sql`o.district_id = any(${[...districts]}::text[])`;
  return EVERYTHING;
};

/** A type of event or any of its children. */
export const ofEvent = (event: string): Condition =>
  sql`(o.event = ${event} or o.event like ${`${literally(event)}.%`})`;
