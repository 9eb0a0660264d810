/** Writing registers in batches: one JSON document each, COPY being refused under row-level security. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

/** One batch after another within a utility: ids are counted by hand, so that they are the same on every installation. */
export const holdRegisters = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(7310, ${tx.utilityId})`);

const last = async (tx: Tx, table: 'community' | 'road' | 'building' | 'premises'): Promise<number> => {
  const of = {
    community: sql`select max(community_id) as last from registers.community where utility_id = ${tx.utilityId}`,
    road: sql`select max(road_id) as last from registers.road where utility_id = ${tx.utilityId}`,
    building: sql`select max(building_id) as last from registers.building where utility_id = ${tx.utilityId}`,
    premises: sql`select max(premises_id) as last from registers.premises where utility_id = ${tx.utilityId}`,
  };
  return (await tx.one<{ last: number | null }>(of[table])).last ?? 0;
};
export const lastId = last;

export interface DistrictRow {
  districtId: string;
  name: string;
}

export const districts = (tx: Tx): Promise<DistrictRow[]> =>
  tx.rows<DistrictRow>(
    sql`select district_id as "districtId", name from identity.district where utility_id = ${tx.utilityId} order by 1`,
  );

export interface NewCommunity {
  communityId: number;
  name: string;
  road: string;
  districtId: string;
  lon: number | null;
  lat: number | null;
}

export const communitiesCalled = (tx: Tx, names: readonly string[]): Promise<NewCommunity[]> =>
  tx.rows<NewCommunity>(sql`
    select community_id as "communityId", name, road, district_id as "districtId", lon, lat from registers.community
    where utility_id = ${tx.utilityId} and name = any(${[...names]}::text[]) order by community_id`);

export const putCommunities = (tx: Tx, list: readonly NewCommunity[]): Promise<number> =>
  tx.run(sql`
    insert into registers.community (utility_id, community_id, name, road, district_id, lon, lat)
    select ${tx.utilityId}, "communityId", name, road, "districtId", lon, lat
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as c ("communityId" int, name text, road text, "districtId" text, lon float8, lat float8)
    on conflict (utility_id, community_id) do update set road = excluded.road, lon = excluded.lon, lat = excluded.lat`);

export interface NewRoad {
  roadId: number;
  name: string;
  districtId: string;
  /** lon, lat, lon, lat … */
  line: number[];
}

export const roadsCalled = (tx: Tx, names: readonly string[]): Promise<NewRoad[]> =>
  tx.rows<NewRoad>(sql`
    select road_id as "roadId", name, district_id as "districtId", line from registers.road
    where utility_id = ${tx.utilityId} and name = any(${[...names]}::text[])`);

export const putRoads = (tx: Tx, list: readonly NewRoad[]): Promise<number> =>
  tx.run(sql`
    insert into registers.road (utility_id, road_id, name, district_id, line)
    select ${tx.utilityId}, "roadId", name, "districtId", array(select jsonb_array_elements_text(line)::float8)
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r ("roadId" int, name text, "districtId" text, line jsonb)
    on conflict (utility_id, road_id) do update set line = excluded.line`);

export interface NewBuilding {
  buildingId: number;
  communityId: number;
  name: string;
  key: string;
  lon: number | null;
  lat: number | null;
}

export const buildingsOf = (tx: Tx, communityIds: readonly number[]): Promise<NewBuilding[]> =>
  tx.rows<NewBuilding>(sql`
    select building_id as "buildingId", community_id as "communityId", name, key, lon, lat from registers.building
    where utility_id = ${tx.utilityId} and community_id = any(${[...communityIds]}::int[])`);

export const putBuildings = (tx: Tx, list: readonly NewBuilding[]): Promise<number> =>
  tx.run(sql`
    insert into registers.building (utility_id, building_id, community_id, name, key, lon, lat)
    select ${tx.utilityId}, "buildingId", "communityId", name, key, lon, lat
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as b ("buildingId" int, "communityId" int, name text, key text, lon float8, lat float8)
    on conflict (utility_id, building_id) do update set lon = excluded.lon, lat = excluded.lat`);

export interface NewPremises {
  premisesId: number;
  accountNumber: string;
  communityId: number;
  building: string;
  room: string;
  address: string;
  addressKey: string;
  customerName: string;
  customerPhone: string | null;
  customerKind: 'resident' | 'organisation';
  /** Millimetres. */
  meterDn: number;
  supply: 'direct' | 'secondary';
  lon: number | null;
  lat: number | null;
}

export const premisesByAccounts = (tx: Tx, accounts: readonly string[]): Promise<NewPremises[]> =>
  tx.rows<NewPremises>(sql`
    select premises_id as "premisesId", account_number as "accountNumber", community_id as "communityId", building, room, address,
      address_key as "addressKey", customer_name as "customerName", customer_phone as "customerPhone",
      customer_kind as "customerKind", meter_dn as "meterDn", supply, lon, lat
    from registers.premises where utility_id = ${tx.utilityId} and account_number = any(${[...accounts]}::text[])`);

export const putPremises = (tx: Tx, list: readonly NewPremises[]): Promise<number> =>
  tx.run(sql`
    insert into registers.premises (utility_id, premises_id, account_number, community_id, building, room, address, address_key,
      customer_name, customer_phone, customer_kind, meter_dn, supply, lon, lat)
    select ${tx.utilityId}, "premisesId", "accountNumber", "communityId", building, room, address, "addressKey",
      "customerName", "customerPhone", "customerKind", "meterDn", supply, lon, lat
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as p ("premisesId" bigint, "accountNumber" text, "communityId" int, building text, room text, address text, "addressKey" text,
        "customerName" text, "customerPhone" text, "customerKind" text, "meterDn" int, supply text, lon float8, lat float8)
    on conflict (utility_id, premises_id) do update set
      community_id = excluded.community_id, building = excluded.building, room = excluded.room, address = excluded.address,
      address_key = excluded.address_key, customer_name = excluded.customer_name, customer_phone = excluded.customer_phone,
      customer_kind = excluded.customer_kind, meter_dn = excluded.meter_dn, supply = excluded.supply,
      lon = excluded.lon, lat = excluded.lat`);
