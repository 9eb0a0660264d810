/** What stands around a point, by squares of the map: under row-level security equality is what an index serves. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';

interface Spot {
  lon: number;
  lat: number;
}

export interface BuildingSpot extends Spot {
  buildingId: number;
  communityId: number;
  name: string;
}

export const buildingsIn = (tx: Tx, cells: readonly number[], limit: number): Promise<BuildingSpot[]> =>
  tx.rows<BuildingSpot>(sql`
    select building_id as "buildingId", community_id as "communityId", name, lon, lat from registers.building
    where utility_id = ${tx.utilityId} and cell = any(${[...cells]}::bigint[]) limit ${limit}`);

export interface PremisesSpot extends Spot {
  premisesId: number;
}

/** Premises with a point of their own. */
export const premisesIn = (tx: Tx, cells: readonly number[], limit: number): Promise<PremisesSpot[]> =>
  tx.rows<PremisesSpot>(sql`
    select premises_id as "premisesId", lon, lat from registers.premises
    where utility_id = ${tx.utilityId} and cell = any(${[...cells]}::bigint[]) limit ${limit}`);

/** Of one building, those without a point of their own: they stand where it does. */
export const premisesAtBuilding = async (
  tx: Tx,
  communityId: number,
  building: string,
  limit: number,
): Promise<number[]> =>
  (
    await tx.rows<{ id: number }>(sql`
      select premises_id as id from registers.premises
      where utility_id = ${tx.utilityId} and community_id = ${communityId} and building = ${building} and lon is null
      order by premises_id limit ${limit}`)
  ).map(({ id }) => id);
