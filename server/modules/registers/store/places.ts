import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

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
  building: string;
  room: string;
  /** Its own point, else its building's, else its community's. */
  lon: number | null;
  lat: number | null;
}

const COMMUNITY = sql`
  c.community_id as "communityId", c.name, c.road, c.district_id as "districtId", d.name as "districtName", c.lon, c.lat
  from registers.community c join identity.district d using (utility_id, district_id)`;

const PREMISES = sql`
  p.premises_id as "premisesId", p.account_number as "accountNumber", p.address, p.community_id as "communityId",
  c.name as community, c.district_id as "districtId", p.customer_name as "customerName",
  p.customer_phone as "customerPhone", p.customer_kind as "customerKind", p.meter_dn as "meterDn", p.supply,
  p.building, p.room, coalesce(p.lon, b.lon, c.lon) as lon, coalesce(p.lat, b.lat, c.lat) as lat
  from registers.premises p
  join registers.community c using (utility_id, community_id)
  join registers.building b on b.utility_id = p.utility_id and b.community_id = p.community_id and b.name = p.building`;

export const communitiesByIds = (tx: Tx, ids: readonly number[]): Promise<Community[]> =>
  tx.rows<Community>(sql`
    select ${COMMUNITY} where c.utility_id = ${tx.utilityId} and c.community_id = any(${[...ids]}::int[]) order by c.community_id`);

export const communityById = (tx: Tx, communityId: number): Promise<Community | undefined> =>
  tx.maybe<Community>(
    sql`select ${COMMUNITY} where c.utility_id = ${tx.utilityId} and c.community_id = ${communityId}`,
  );

export const premisesById = (tx: Tx, premisesId: number): Promise<Premises | undefined> =>
  tx.maybe<Premises>(sql`select ${PREMISES} where p.utility_id = ${tx.utilityId} and p.premises_id = ${premisesId}`);

export const premisesByIds = (tx: Tx, ids: readonly number[]): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES} where p.utility_id = ${tx.utilityId} and p.premises_id = any(${[...ids]}::bigint[]) order by p.premises_id`);

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

/** Premises whose account number begins so; none where `q` can be none. */
export const premisesOfAccounts = async (tx: Tx, q: string, limit: number): Promise<number[]> =>
  /^\d{4,20}$/.test(q)
    ? (
        await tx.rows<{ id: number }>(sql`
          select premises_id as id from registers.premises
          where utility_id = ${tx.utilityId} and account_number collate "C" >= ${q} and account_number collate "C" < ${after(q)}
          order by account_number collate "C" limit ${limit}`)
      ).map(({ id }) => id)
    : [];

/** By the last four digits of the phone, as callers say them. */
export const premisesByPhoneEnding = (tx: Tx, ending: string, limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.phone_ending = ${ending}
    order by p.account_number limit ${limit}`);

/** Of one building, in the order of their rooms. */
export const premisesOfBuilding = (tx: Tx, communityId: number, building: string, limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.community_id = ${communityId} and p.building = ${building}
    order by p.premises_id limit ${limit}`);

/** Any of a community, where no building has been said. */
export const premisesOfCommunity = (tx: Tx, communityId: number, limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.premises_id in (
      select premises_id from registers.premises
      where utility_id = ${tx.utilityId} and community_id = ${communityId} order by building limit ${limit})
    order by p.premises_id`);

/** Whose address begins so, once it is written the plain way. */
export const premisesByAddress = (tx: Tx, beginning: string, limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.premises_id in (
      select premises_id from registers.premises
      where utility_id = ${tx.utilityId} and address_key >= ${beginning} and address_key < ${`${beginning}\u{10ffff}`}
      order by address_key limit ${limit})
    order by p.address_key`);

/** By the customer's whole name. */
export const premisesByCustomer = (tx: Tx, name: string, limit: number): Promise<Premises[]> =>
  tx.rows<Premises>(sql`
    select ${PREMISES}
    where p.utility_id = ${tx.utilityId} and p.customer_name = ${name}
    order by p.premises_id limit ${limit}`);

export interface Building {
  buildingId: number;
  communityId: number;
  name: string;
  community: string;
  road: string;
  districtId: string;
  /** Its own point, else its community's. */
  lon: number | null;
  lat: number | null;
}

const BUILDING = sql`
  b.building_id as "buildingId", b.community_id as "communityId", b.name, c.name as community, c.road, c.district_id as "districtId",
  coalesce(b.lon, c.lon) as lon, coalesce(b.lat, c.lat) as lat
  from registers.building b join registers.community c using (utility_id, community_id)`;

export const buildingsByIds = (tx: Tx, ids: readonly number[]): Promise<Building[]> =>
  tx.rows<Building>(sql`
    select ${BUILDING} where b.utility_id = ${tx.utilityId} and b.building_id = any(${[...ids]}::int[]) order by b.building_id`);

/** Buildings of that number, in these communities or (null) anywhere. */
export const buildingsByKey = (
  tx: Tx,
  key: string,
  communityIds: readonly number[] | null,
  limit: number,
): Promise<Building[]> =>
  tx.rows<Building>(sql`
    select ${BUILDING}
    where b.utility_id = ${tx.utilityId} and b.key = ${key} ${communityIds === null ? empty : sql`and b.community_id = any(${[...communityIds]}::int[])`}
    order by b.community_id, b.building_id limit ${limit}`);

export interface Road {
  roadId: number;
  name: string;
  districtId: string;
  /** lon, lat, lon, lat … */
  line: number[];
}

const ROAD = sql`road_id as "roadId", name, district_id as "districtId", line from registers.road`;

export const roadsByIds = (tx: Tx, ids: readonly number[]): Promise<Road[]> =>
  tx.rows<Road>(
    sql`select ${ROAD} where utility_id = ${tx.utilityId} and road_id = any(${[...ids]}::int[]) order by road_id`,
  );

/** Some thousands at most in the largest city. */
export const allRoads = (tx: Tx): Promise<Road[]> =>
  tx.rows<Road>(sql`select ${ROAD} where utility_id = ${tx.utilityId} order by road_id`);

export const allCommunities = (tx: Tx): Promise<Community[]> =>
  tx.rows<Community>(sql`select ${COMMUNITY} where c.utility_id = ${tx.utilityId} order by c.community_id`);
