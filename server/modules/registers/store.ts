import sql, { join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../platform/database.ts';
import { likeText } from './rules/query.ts';

export interface Community {
  communityId: number;
  name: string;
  road: string;
  districtId: string;
  districtName: string;
  lon: number | null;
  lat: number | null;
}

export interface Premises {
  premisesId: number;
  accountNumber: string;
  address: string;
  communityId: number;
  community: string;
  districtId: string;
  customerName: string;
  customerPhone: string | null;
  customerKind: 'resident' | 'organisation';
  /** Millimetres. */
  meterDn: number;
  supply: 'direct' | 'secondary';
}

const COMMUNITY = sql`
  c.community_id as "communityId", c.name, c.road, c.district_id as "districtId", d.name as "districtName", c.lon, c.lat
  from registers.community c join identity.district d using (utility_id, district_id)`;

const PREMISES = sql`
  p.premises_id as "premisesId", p.account_number as "accountNumber", p.address, p.community_id as "communityId",
  c.name as community, c.district_id as "districtId", p.customer_name as "customerName",
  p.customer_phone as "customerPhone", p.customer_kind as "customerKind", p.meter_dn as "meterDn", p.supply
  from registers.premises p join registers.community c using (utility_id, community_id)`;

/** Some thousands at most in the largest city: read whole, matched by the rules. */
export const communities = (tx: Tx): Promise<Community[]> =>
  tx.rows<Community>(sql`select ${COMMUNITY} where c.utility_id = ${tx.utilityId} order by c.name, c.community_id`);

export const communityById = (tx: Tx, communityId: number): Promise<Community | undefined> =>
  tx.maybe<Community>(
    sql`select ${COMMUNITY} where c.utility_id = ${tx.utilityId} and c.community_id = ${communityId}`,
  );

export const premisesById = (tx: Tx, premisesId: number): Promise<Premises | undefined> =>
  tx.maybe<Premises>(sql`select ${PREMISES} where p.utility_id = ${tx.utilityId} and p.premises_id = ${premisesId}`);

/** The last digit raised by one: every text that begins with `digits` lies below it. */
const after = (digits: string): string =>
  digits.slice(0, -1) + String.fromCharCode(digits.charCodeAt(digits.length - 1) + 1);

/** By the beginning of the account number or phone. Both run on indexes of the form (utility_id, text). */
export const premisesByDigits = (tx: Tx, digits: string, limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.premises_id in (
      (select premises_id from registers.premises
       where utility_id = ${tx.utilityId} and account_number collate "C" >= ${digits} and account_number collate "C" < ${after(digits)}
       order by account_number collate "C" limit ${limit})
      union
      (select premises_id from registers.premises
       where utility_id = ${tx.utilityId} and customer_phone collate "C" >= ${digits} and customer_phone collate "C" < ${after(digits)}
       order by customer_phone collate "C" limit ${limit})
    )
    order by p.account_number limit ${limit}`);

/** Condition on a row `o` with its premises: an account number that begins so; null where `q` can be none. */
export const accountIs = (q: string): Sql | null =>
  /^\d{4,20}$/.test(q)
    ? sql`o.premises_id in (
        select p.premises_id from registers.premises p
        where p.utility_id = o.utility_id and p.account_number collate "C" >= ${q} and p.account_number collate "C" < ${after(q)})`
    : null;

/** By the last four digits of the phone, as callers say them. */
export const premisesByPhoneEnding = (tx: Tx, ending: string, limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.phone_ending = ${ending}
    order by p.account_number limit ${limit}`);

const holdsAll = (words: string[]): Sql =>
  words.length === 0
    ? sql`true`
    : join(
        words.map((word) => sql`p.address like ${`%${likeText(word)}%`}`),
        ' and ',
      );

/** Inside known communities: some thousand rows each, whatever the size of the city. */
export const premisesWithin = (tx: Tx, communityIds: number[], words: string[], limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.community_id = any(${communityIds}::int[]) and ${holdsAll(words)}
    order by p.community_id, p.premises_id limit ${limit}`);

/** By the customer's whole name, or an address part that names no community. */
export const premisesByText = (tx: Tx, text: string, words: string[], limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and (p.customer_name = ${text} or (${holdsAll(words)}))
    order by (p.customer_name = ${text}) desc, p.community_id, p.premises_id limit ${limit}`);

export interface NewCommunity extends Omit<Community, 'districtName'> {}
export interface NewPremises extends Omit<Premises, 'community' | 'districtId'> {
  building: string;
  room: string;
}

/** COPY is refused under row-level security; one JSON document is the next fastest. Keep batches below some ten thousand. */
export const addCommunities = (tx: Tx, list: NewCommunity[]): Promise<number> =>
  tx.run(sql`
    insert into registers.community (utility_id, community_id, name, road, district_id, lon, lat)
    select ${tx.utilityId}, "communityId", name, road, "districtId", lon, lat
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as c ("communityId" int, name text, road text, "districtId" text, lon float8, lat float8)`);

export const addPremises = (tx: Tx, list: NewPremises[]): Promise<number> =>
  tx.run(sql`
    insert into registers.premises (utility_id, premises_id, account_number, community_id, building, room, address,
      customer_name, customer_phone, customer_kind, meter_dn, supply)
    select ${tx.utilityId}, "premisesId", "accountNumber", "communityId", building, room, address,
      "customerName", "customerPhone", "customerKind", "meterDn", supply
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as p ("premisesId" bigint, "accountNumber" text, "communityId" int, building text, room text, address text,
        "customerName" text, "customerPhone" text, "customerKind" text, "meterDn" int, supply text)`);
