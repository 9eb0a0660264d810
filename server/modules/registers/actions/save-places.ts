/**
 * Registers of places as they are handed in, some hundred or thousand rows at a time: each row is created, changed,
 * found unchanged or refused with what is wrong in it, and the good ones go in whatever the others are.
 */
import type { Tx } from '../../../platform/database.ts';
import {
  type BuildingRow,
  buildingFaults,
  type CommunityRow,
  communityFaults,
  type Fault,
  type Pointed,
  type RoadRow,
  roadFaults,
  type SavedRow,
  tidy,
} from '../rules/place-rows.ts';
import { buildingKey } from '../rules/place-text.ts';
import { aliasesOf } from '../store/keys.ts';
import {
  buildingsOf,
  communitiesCalled,
  districts,
  holdRegisters,
  lastId,
  type NewBuilding,
  type NewCommunity,
  type NewRoad,
  roadsCalled,
} from '../store/saving.ts';
import { communityFinder } from './find-community.ts';
import { addBuildings, addCommunities, addRoads } from './write-places.ts';

/** What a row comes to once its references are known. */
export interface Reading<Stored> {
  /** Natural key: the same key is the same place. */
  key: string;
  /** Absent: a new one. */
  before: Stored | undefined;
  after: Stored;
  aliases?: readonly string[] | undefined;
}

export const refused = (...faults: Fault[]): SavedRow => ({ outcome: 'refused', id: null, faults });

/** Rows one after another; what is to be written is collected, rows that repeat another are refused. */
export function settle<Row, Stored extends object>(
  rows: readonly Row[],
  read: (row: Row) => Reading<Stored> | Fault[],
  idOf: (stored: Stored) => number,
  aliasesBefore: ReadonlyMap<number, readonly string[]> = new Map(),
): { saved: SavedRow[]; write: Stored[]; aliases: Map<number, readonly string[]> } {
  const seen = new Map<string, number>();
  const write: Stored[] = [];
  const aliases = new Map<number, readonly string[]>();
  const saved = rows.map((row, at): SavedRow => {
    const reading = read(row);
    if (Array.isArray(reading)) return refused(...reading);
    const { key, before, after } = reading;
    const first = seen.get(key);
    if (first !== undefined) return refused({ field: '', code: 'row-repeated', params: { row: first + 1 } });
    seen.set(key, at);
    const id = idOf(after);
    const names = reading.aliases === undefined ? undefined : [...new Set(reading.aliases.map(tidy))].sort();
    const renamed = names !== undefined && names.join('\n') !== [...(aliasesBefore.get(id) ?? [])].sort().join('\n');
    const same = before !== undefined && JSON.stringify(ordered(before)) === JSON.stringify(ordered(after));
    if (same && !renamed) return { outcome: 'unchanged', id, faults: [] };
    write.push(after);
    if (renamed) aliases.set(id, names);
    return { outcome: before ? 'changed' : 'created', id, faults: [] };
  });
  return { saved, write, aliases };
}

const ordered = (stored: object): [string, unknown][] => Object.entries(stored).sort(([a], [b]) => (a < b ? -1 : 1));

const point = (row: Pointed, before: { lon: number | null; lat: number | null } | undefined) =>
  row.lon === undefined && row.lat === undefined
    ? { lon: before?.lon ?? null, lat: before?.lat ?? null }
    : { lon: row.lon ?? null, lat: row.lat ?? null };

async function districtReader(tx: Tx): Promise<(said: string) => string | Fault> {
  const all = await districts(tx);
  return (said) => {
    const found = all.find(({ districtId, name }) => districtId === tidy(said) || name === tidy(said));
    const expected = all.map(({ name }) => name).join('、');
    return (
      found?.districtId ?? { field: 'district', code: 'district-unknown', params: { found: tidy(said), expected } }
    );
  };
}

/** 小区, known by name and district. */
export async function saveCommunities(tx: Tx, rows: readonly CommunityRow[]): Promise<SavedRow[]> {
  await holdRegisters(tx);
  const district = await districtReader(tx);
  const known = await communitiesCalled(
    tx,
    rows.map(({ name }) => tidy(name)),
  );
  const byKey = new Map(known.map((one) => [`${one.name}\n${one.districtId}`, one]));
  let next = await lastId(tx, 'community');
  const { saved, write, aliases } = settle(
    rows,
    (row): Reading<NewCommunity> | Fault[] => {
      const faults = communityFaults(row);
      if (faults.length > 0) return faults;
      const districtId = district(row.district);
      if (typeof districtId !== 'string') return [districtId];
      const name = tidy(row.name);
      const key = `${name}\n${districtId}`;
      const before = byKey.get(key);
      const communityId = before?.communityId ?? ++next;
      const road = row.road === undefined ? (before?.road ?? '') : tidy(row.road);
      return {
        key,
        before,
        after: { communityId, name, road, districtId, ...point(row, before) },
        aliases: row.aliases,
      };
    },
    ({ communityId }) => communityId,
    await aliasesOf(
      tx,
      'community',
      known.map(({ communityId }) => communityId),
    ),
  );
  if (write.length > 0) await addCommunities(tx, write, aliases);
  return saved;
}

/** 道路, known by name and district. */
export async function saveRoads(tx: Tx, rows: readonly RoadRow[]): Promise<SavedRow[]> {
  await holdRegisters(tx);
  const district = await districtReader(tx);
  const known = await roadsCalled(
    tx,
    rows.map(({ name }) => tidy(name)),
  );
  const byKey = new Map(known.map((one) => [`${one.name}\n${one.districtId}`, one]));
  let next = await lastId(tx, 'road');
  const { saved, write, aliases } = settle(
    rows,
    (row): Reading<NewRoad> | Fault[] => {
      const faults = roadFaults(row);
      if (faults.length > 0) return faults;
      const districtId = district(row.district);
      if (typeof districtId !== 'string') return [districtId];
      const name = tidy(row.name);
      const key = `${name}\n${districtId}`;
      const before = byKey.get(key);
      const line = row.line === undefined ? (before?.line ?? []) : row.line.flat();
      return { key, before, after: { roadId: before?.roadId ?? ++next, name, districtId, line }, aliases: row.aliases };
    },
    ({ roadId }) => roadId,
    await aliasesOf(
      tx,
      'road',
      known.map(({ roadId }) => roadId),
    ),
  );
  if (write.length > 0) await addRoads(tx, write, aliases);
  return saved;
}

/** 楼栋, known by name within its community. */
export async function saveBuildings(tx: Tx, rows: readonly BuildingRow[]): Promise<SavedRow[]> {
  await holdRegisters(tx);
  const community = await communityFinder(tx, rows);
  const known = await buildingsOf(tx, community.ids);
  const byKey = new Map(known.map((one) => [`${one.communityId}\n${one.name}`, one]));
  let next = await lastId(tx, 'building');
  const { saved, write, aliases } = settle(
    rows,
    (row): Reading<NewBuilding> | Fault[] => {
      const faults = buildingFaults(row);
      if (faults.length > 0) return faults;
      const found = community.find(row);
      if ('code' in found) return [found];
      const name = tidy(row.name);
      const { communityId } = found;
      const key = `${communityId}\n${name}`;
      const before = byKey.get(key);
      const buildingId = before?.buildingId ?? ++next;
      const after = { buildingId, communityId, name, key: buildingKey(name), ...point(row, before) };
      return { key, before, after, aliases: row.aliases };
    },
    ({ buildingId }) => buildingId,
    await aliasesOf(
      tx,
      'building',
      known.map(({ buildingId }) => buildingId),
    ),
  );
  if (write.length > 0) await addBuildings(tx, write, aliases);
  return saved;
}
