/** Places a desk agent means by what he has typed so far. */
import type { Tx } from '../../platform/database.ts';
import { readQuery, restWithin } from './rules/query.ts';
import {
  type Community,
  communities,
  type Premises,
  premisesByDigits,
  premisesByPhoneEnding,
  premisesByText,
  premisesWithin,
} from './store.ts';

export interface Places {
  communities: Community[];
  premises: Premises[];
}

/** Rows shown at most; more typing narrows better than scrolling. */
export const MOST_PLACES = 20;

export async function findPlaces(tx: Tx, typed: string): Promise<Places> {
  const query = readQuery(typed);
  if (!query) return { communities: [], premises: [] };
  if (query.digits) {
    const [byNumber, byEnding] = [
      await premisesByDigits(tx, query.digits, MOST_PLACES),
      query.ending ? await premisesByPhoneEnding(tx, query.ending, MOST_PLACES) : [],
    ];
    const known = new Set(byNumber.map(({ premisesId }) => premisesId));
    const premises = [...byNumber, ...byEnding.filter(({ premisesId }) => !known.has(premisesId))].slice(
      0,
      MOST_PLACES,
    );
    if (premises.length > 0) return { communities: [], premises };
  }
  const matched = (await communities(tx)).flatMap((community) => {
    const rest = restWithin(query, community);
    return rest === null ? [] : [{ community, rest }];
  });
  const rests = Map.groupBy(matched, ({ rest }) => rest.join('\n'));
  const premises: Premises[] = [];
  for (const group of rests.values()) {
    const room = MOST_PLACES - premises.length;
    if (room <= 0) break;
    const ids = group.map(({ community }) => community.communityId);
    premises.push(...(await premisesWithin(tx, ids, group[0]?.rest ?? [], room)));
  }
  return {
    communities: matched.map(({ community }) => community).slice(0, MOST_PLACES),
    premises: matched.length > 0 ? premises : await premisesByText(tx, query.text, query.words, MOST_PLACES),
  };
}
