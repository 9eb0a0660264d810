/** Holiday calendars kept by content, and the one of each name that is in force. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { HolidayYear } from '../rules/calendar.ts';

const LOCK = 7312;

/** Until the transaction ends, no other calendar comes into force: what is opened meanwhile counts on the one that is. */
export const holdCalendars = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock_shared(${LOCK}, ${tx.utilityId})`);

/** After whatever is being opened, before whatever is opened next. */
export const takeCalendars = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(${LOCK}, ${tx.utilityId})`);

export interface KeptCalendar {
  calendar: string;
  hash: string;
  /** How many: years are added, never changed. */
  years: number;
  inForce: boolean;
  first: boolean;
}

export const keptCalendars = (tx: Tx): Promise<KeptCalendar[]> =>
  tx.rows<KeptCalendar>(sql`
    select y.calendar, y.hash, count(*) as years, y.hash = f.hash as "inForce", y.hash = f.first_hash as first
    from regulations.calendar_year y join regulations.calendar_in_force f using (utility_id, calendar)
    where y.utility_id = ${tx.utilityId} group by y.calendar, y.hash, f.hash, f.first_hash order by y.calendar, y.hash`);

export const yearsKept = async (tx: Tx, calendar: string, hash: string): Promise<HolidayYear[]> =>
  (
    await tx.rows<{ year: number; days: Pick<HolidayYear, 'off' | 'work'> }>(sql`
      select year, days from regulations.calendar_year
      where utility_id = ${tx.utilityId} and calendar = ${calendar} and hash = ${hash} order by year`)
  ).map(({ year, days: { off, work } }) => ({ year, off, work }));

/** Years that are there already stay as they are. Number of years added. */
export const insertYears = (
  tx: Tx,
  calendar: string,
  hash: string,
  years: readonly HolidayYear[],
  now: Instant,
): Promise<number> =>
  tx.run(sql`
    insert into regulations.calendar_year (utility_id, calendar, hash, year, days, added_at)
    select ${tx.utilityId}, ${calendar}, ${hash}, r.year, r.days, ${new Date(now)}
    from unnest(${years.map(({ year }) => year)}::int[],
      ${years.map(({ off, work }) => JSON.stringify({ off, work }))}::jsonb[]) as r (year, days)
    on conflict do nothing`);

export const insertFirst = (tx: Tx, calendar: string, hash: string, now: Instant): Promise<number> =>
  tx.run(sql`
    insert into regulations.calendar_in_force (utility_id, calendar, hash, first_hash, since)
    values (${tx.utilityId}, ${calendar}, ${hash}, ${hash}, ${new Date(now)}) on conflict do nothing`);

/** One at a time puts another in its place. */
export const lockCalendarInForce = (tx: Tx, calendar: string): Promise<number> =>
  tx.run(sql`
    select 1 from regulations.calendar_in_force where utility_id = ${tx.utilityId} and calendar = ${calendar} for update`);

export const setCalendarInForce = (tx: Tx, calendar: string, hash: string, now: Instant): Promise<number> =>
  tx.run(sql`
    update regulations.calendar_in_force set hash = ${hash}, since = ${new Date(now)}
    where utility_id = ${tx.utilityId} and calendar = ${calendar}`);
