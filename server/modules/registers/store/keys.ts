/** Names of places and what they are found by. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { KeyForm, SearchKey } from '../rules/search-keys.ts';

export type KeyedKind = 'community' | 'road' | 'building';

export interface PlaceKey extends SearchKey {
  kind: KeyedKind;
  placeId: number;
}

const KEY = sql`form, key, kind, place_id as "placeId", called, alias`;

/** Every place one of these keys is exactly a key of. */
export const placesByKeys = (
  tx: Tx,
  forms: readonly KeyForm[],
  keys: readonly string[],
  limit: number,
): Promise<PlaceKey[]> =>
  tx.rows<PlaceKey>(sql`
    select ${KEY} from registers.place_key
    where utility_id = ${tx.utilityId} and form = any(${[...forms]}::text[]) and key = any(${[...keys]}::text[])
    limit ${limit}`);

/** The first of those whose key begins so, the shortest keys of that order first. */
export const placesByBeginning = (tx: Tx, form: KeyForm, beginning: string, limit: number): Promise<PlaceKey[]> =>
  tx.rows<PlaceKey>(sql`
    select ${KEY} from registers.place_key
    where utility_id = ${tx.utilityId} and form = ${form} and key >= ${beginning} and key < ${`${beginning}\u{10ffff}`}
    order by key limit ${limit}`);

export const aliasesOf = async (tx: Tx, kind: KeyedKind, ids: readonly number[]): Promise<Map<number, string[]>> => {
  const rows = await tx.rows<{ placeId: number; alias: string }>(sql`
    select place_id as "placeId", alias from registers.alias
    where utility_id = ${tx.utilityId} and kind = ${kind} and place_id = any(${[...ids]}::int[]) order by place_id, alias`);
  return new Map(
    [...Map.groupBy(rows, ({ placeId }) => placeId)].map(([id, list]) => [id, list.map(({ alias }) => alias)]),
  );
};

/** The aliases of these places are now those and no others. */
export async function putAliases(
  tx: Tx,
  kind: KeyedKind,
  lists: ReadonlyMap<number, readonly string[]>,
): Promise<void> {
  await tx.run(sql`
    delete from registers.alias where utility_id = ${tx.utilityId} and kind = ${kind} and place_id = any(${[...lists.keys()]}::int[])`);
  const rows = [...lists].flatMap(([placeId, list]) => [...new Set(list)].map((alias) => ({ placeId, alias })));
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into registers.alias (utility_id, kind, place_id, alias)
    select ${tx.utilityId}, ${kind}, "placeId", alias
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("placeId" int, alias text)`);
}

/** These places are now found by those keys and no others. */
export async function putKeys(
  tx: Tx,
  kind: KeyedKind,
  ids: readonly number[],
  keys: readonly (SearchKey & { placeId: number })[],
): Promise<void> {
  await tx.run(sql`
    delete from registers.place_key where utility_id = ${tx.utilityId} and kind = ${kind} and place_id = any(${[...ids]}::int[])`);
  if (keys.length === 0) return;
  await tx.run(sql`
    insert into registers.place_key (utility_id, form, key, kind, place_id, called, alias)
    select ${tx.utilityId}, form, key, ${kind}, "placeId", called, alias
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as k (form text, key text, "placeId" int, called text, alias boolean)`);
}

/** Places that nobody can find by name yet: registered before names had keys. */
export const communitiesWithoutKeys = async (tx: Tx): Promise<number[]> =>
  (
    await tx.rows<{ id: number }>(sql`
      select community_id as id from registers.community c
      where utility_id = ${tx.utilityId} and not exists (
        select from registers.place_key k
        where k.utility_id = c.utility_id and k.kind = 'community' and k.place_id = c.community_id)
      order by 1`)
  ).map(({ id }) => id);
