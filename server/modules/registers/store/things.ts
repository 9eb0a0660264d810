/** Things of the register: one table for every kind. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Thing } from '../rules/things/thing-row.ts';

const COLUMNS = sql`t.thing_id as "thingId", t.kind, t.code, t.name, t.place, t.department_id as "departmentId",
  t.district_id as "districtId", t.staff_id as "staffId", t.facts, t.since, t.last_done as "lastDone",
  t.expires_on as "expiresOn", t.ended_on as "endedOn"`;

export interface StoredThing extends Thing {
  registeredAt: Instant;
  lookedAt: Instant | null;
}

const STORED = sql`${COLUMNS}, round(date_part('epoch', t.registered_at) * 1000) as "registeredAt",
  round(date_part('epoch', t.looked_at) * 1000) as "lookedAt"`;

/** Those of these kinds and codes: candidates for what a row is known again by. */
export const thingsCalled = (tx: Tx, codes: readonly string[]): Promise<Thing[]> =>
  tx.rows<Thing>(sql`
    select ${COLUMNS} from registers.thing t where t.utility_id = ${tx.utilityId} and t.code = any(${[...codes]}::text[])`);

export const lastThing = async (tx: Tx): Promise<number> =>
  (
    await tx.one<{ last: number | null }>(
      sql`select max(thing_id) as last from registers.thing where utility_id = ${tx.utilityId}`,
    )
  ).last ?? 0;

/** New ones, and those that are otherwise now; their duties are looked at again. */
export const putThings = (tx: Tx, things: readonly Thing[], by: number | null, now: Instant): Promise<number> =>
  tx.run(sql`
    insert into registers.thing (utility_id, thing_id, kind, code, name, place, department_id, district_id, staff_id, facts,
      since, last_done, expires_on, ended_on, registered_at, changed_at, changed_by, look_at)
    select ${tx.utilityId}, "thingId", kind, code, name, place, "departmentId", "districtId", "staffId", facts,
      since, "lastDone", "expiresOn", "endedOn", ${new Date(now)}, ${new Date(now)}, ${by}, ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(things)}::jsonb) as r ("thingId" bigint, kind text, code text, name text, place text,
      "departmentId" text, "districtId" text, "staffId" int, facts jsonb, since date, "lastDone" date, "expiresOn" date, "endedOn" date)
    on conflict (utility_id, thing_id) do update set code = excluded.code, name = excluded.name, place = excluded.place,
      department_id = excluded.department_id, district_id = excluded.district_id, staff_id = excluded.staff_id,
      facts = excluded.facts, since = excluded.since, last_done = excluded.last_done, expires_on = excluded.expires_on,
      ended_on = excluded.ended_on, changed_at = excluded.changed_at, changed_by = excluded.changed_by, look_at = excluded.look_at`);

export interface ThingQuery {
  kind?: string;
  departmentId?: string;
  /** Only those of these districts. */
  districts?: readonly string[];
  /** Beginning or part of code, name or place. */
  text?: string;
  staffId?: number;
  /** Those out of use by then are left out. */
  usedOn?: string;
}

const likely = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

function where(tx: Tx, query: ThingQuery): Sql {
  const parts = [
    sql`t.utility_id = ${tx.utilityId}`,
    query.kind === undefined ? null : sql`t.kind = ${query.kind}`,
    query.departmentId === undefined ? null : sql`t.department_id = ${query.departmentId}`,
    query.districts === undefined ? null : sql`t.district_id = any(${[...query.districts]}::text[])`,
    query.staffId === undefined ? null : sql`t.staff_id = ${query.staffId}`,
    query.usedOn === undefined ? null : sql`(t.ended_on is null or t.ended_on > ${query.usedOn})`,
    // the number of a certificate is nobody's to search for
    query.text === undefined
      ? null
      : sql`((t.staff_id is null and t.code ilike ${likely(query.text)}) or t.name ilike ${likely(query.text)}
          or t.place ilike ${likely(query.text)} or s.name = ${query.text})`,
  ];
  return join(
    parts.filter((part) => part !== null),
    ' and ',
  );
}

export interface ListedThing extends StoredThing {
  unit: string | null;
  district: string | null;
  person: string | null;
}

const FROM = sql`registers.thing t
  left join identity.department d on d.utility_id = t.utility_id and d.department_id = t.department_id
  left join identity.district a on a.utility_id = t.utility_id and a.district_id = t.district_id
  left join identity.staff s on s.utility_id = t.utility_id and s.staff_id = t.staff_id`;
const LISTED = sql`${STORED}, d.name as unit, a.name as district, s.name as person`;

export const thingsListed = (tx: Tx, query: ThingQuery, limit: number, offset: number): Promise<ListedThing[]> =>
  tx.rows<ListedThing>(sql`
    select ${LISTED} from ${FROM} where ${where(tx, query)} order by t.kind, t.code, t.thing_id limit ${limit} offset ${offset}`);

export const thingCounts = (tx: Tx, query: ThingQuery): Promise<{ kind: string; n: number }[]> =>
  tx.rows<{ kind: string; n: number }>(sql`
    select t.kind, count(*)::int as n from ${FROM} where ${where(tx, { ...query, kind: undefined } as ThingQuery)} group by t.kind order by t.kind`);

export const thingsById = (tx: Tx, thingIds: readonly number[]): Promise<ListedThing[]> =>
  tx.rows<ListedThing>(sql`
    select ${LISTED} from ${FROM} where t.utility_id = ${tx.utilityId} and t.thing_id = any(${[...thingIds]}::bigint[])`);

export const thingById = (tx: Tx, thingId: number): Promise<ListedThing | undefined> =>
  tx.maybe<ListedThing>(
    sql`select ${LISTED} from ${FROM} where t.utility_id = ${tx.utilityId} and t.thing_id = ${thingId}`,
  );

export interface ClaimedThing extends StoredThing {
  person: string | null;
}

/** Things whose duties are to be looked at by now; nobody else looks at them meanwhile. */
export const claimThings = (tx: Tx, now: Instant, most: number): Promise<ClaimedThing[]> =>
  tx.rows<ClaimedThing>(sql`
    select ${STORED}, s.name as person from registers.thing t
      left join identity.staff s on s.utility_id = t.utility_id and s.staff_id = t.staff_id where t.utility_id = ${tx.utilityId} and t.look_at <= ${new Date(now)}
    order by t.look_at, t.thing_id limit ${most} for update of t skip locked`);

/** Looked at up to `now`; again at `lookAt`. */
export const lookedAt = (tx: Tx, thingId: number, now: Instant, lookAt: Instant): void =>
  tx.send(sql`
    update registers.thing set looked_at = ${new Date(now)}, look_at = ${new Date(lookAt)}
    where utility_id = ${tx.utilityId} and thing_id = ${thingId}`);

/** Something became of it. Absent: all of them. */
export const lookAgain = (tx: Tx, now: Instant, thingId?: number): void =>
  tx.send(sql`
    update registers.thing set look_at = least(look_at, ${new Date(now)})
    where utility_id = ${tx.utilityId} ${thingId === undefined ? empty : sql`and thing_id = ${thingId}`}`);

/** When the next thing has to be looked at; null: never. */
export const nextLook = async (tx: Tx): Promise<Instant | null> =>
  (
    await tx.one<{ at: number | null }>(sql`
      select round(date_part('epoch', min(look_at)) * 1000) as at from registers.thing where utility_id = ${tx.utilityId}`)
  ).at;

/** What each of these people holds on a day, and what of it had expired by then. */
export const certificatesOf = (
  tx: Tx,
  staffIds: readonly number[],
): Promise<Pick<Thing, 'name' | 'staffId' | 'since' | 'expiresOn' | 'endedOn'>[]> =>
  tx.rows(sql`
    select t.name, t.staff_id as "staffId", t.since, t.expires_on as "expiresOn", t.ended_on as "endedOn"
    from registers.thing t where t.utility_id = ${tx.utilityId} and t.kind = 'certificate'
      and t.staff_id = any(${[...staffIds]}::int[]) order by t.staff_id, t.name`);
