/** Which community a row of a register means. */
import type { Tx } from '../../../platform/database.ts';
import { type Fault, tidy } from '../rules/place-rows.ts';
import { communitiesCalled, districts, type NewCommunity } from '../store/saving.ts';

interface Meaning {
  community: string;
  district?: string;
}

export interface CommunityFinder {
  /** Of every community the rows may mean. */
  ids: number[];
  find(row: Meaning): NewCommunity | Fault;
}

export async function communityFinder(tx: Tx, rows: readonly Meaning[]): Promise<CommunityFinder> {
  const known = await communitiesCalled(tx, [...new Set(rows.map(({ community }) => tidy(community)))]);
  const nameOf = new Map((await districts(tx)).map(({ districtId, name }) => [districtId, name]));
  const byName = Map.groupBy(known, ({ name }) => name);
  return {
    ids: known.map(({ communityId }) => communityId),
    find({ community, district }): NewCommunity | Fault {
      const found = tidy(community);
      const meant = (byName.get(found) ?? []).filter(
        ({ districtId }) => !district || districtId === tidy(district) || nameOf.get(districtId) === tidy(district),
      );
      const [one, another] = meant;
      if (!one) return { field: 'community', code: 'community-unknown', params: { found } };
      if (!another) return one;
      const expected = meant.map(({ districtId }) => nameOf.get(districtId) ?? districtId).join('、');
      return { field: 'district', code: 'community-ambiguous', params: { found, expected } };
    },
  };
}
