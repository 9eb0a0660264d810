/** What the words of a caller or a letter mean on the ground: candidates with their reasons, the likeliest first. */
import type { Tx } from '../../../platform/database.ts';
import { type Candidate, type Resolved, resolved } from '../rules/candidates.ts';
import type { Mention } from '../rules/mentions.ts';
import { normalText, readDetail } from '../rules/place-text.ts';
import { readQuery } from '../rules/query.ts';
import { districts } from '../store/saving.ts';
import {
  candidatesOfCommunities,
  candidatesOfLooseBuilding,
  candidatesOfNamedBuildings,
} from './candidates-of-communities.ts';
import { candidatesOfPeople } from './candidates-of-people.ts';
import { candidatesOfRoads } from './candidates-of-roads.ts';
import { findMentions } from './find-mentions.ts';

export interface ResolveOptions {
  /** Account numbers, phones and whole names of customers count as well: for desks, not for words of a letter. */
  people?: boolean;
}

/** @param text as typed or written: 望湖苑3号楼, why, 湖滨东路18号, 滨湖路和建设街交叉口 */
export async function resolvePlace(tx: Tx, text: string, { people = false }: ResolveOptions = {}): Promise<Resolved> {
  const all: Candidate[] = [];
  const query = people ? readQuery(text) : null;
  if (query) {
    all.push(...(await candidatesOfPeople(tx, query)));
    if (query.digits !== null && all.length > 0) return resolved(all);
  }
  const plain = normalText(text);
  if (plain.length < 2) return resolved(all);
  const { mentions, text: read } = await findMentions(tx, plain);
  const said = await districtsSaid(tx, read);
  const [communities, roads, buildings] = ['community', 'road', 'building'].map((kind) =>
    mentions.filter((one) => one.kind === kind),
  ) as [Mention[], Mention[], Mention[]];
  const found = [
    ...(await candidatesOfCommunities(tx, read, communities)),
    ...(await candidatesOfRoads(tx, read, roads, communities)),
    ...(await candidatesOfNamedBuildings(tx, buildings)),
  ];
  if (found.length === 0) found.push(...(await candidatesOfLooseBuilding(tx, readDetail(read))));
  all.push(...found.map((one) => inDistrict(one, said)));
  const alone = found.length === 0;
  for (const { districtId, name } of said) {
    // biome-ignore format: short
    all.push({
      kind: 'district', id: `district ${districtId}`, name, score: alone ? 0.85 : 0.4, reasons: [{ why: 'name', by: name }],
      districtId, communityId: null, buildingId: null, premisesId: null, roadIds: [], lon: null, lat: null, exact: false,
    });
  }
  return resolved(all);
}

interface Said {
  districtId: string;
  name: string;
}

/** 城东片区, or 城东 alone. */
const districtsSaid = async (tx: Tx, text: string): Promise<Said[]> =>
  (await districts(tx)).filter(({ name }) => {
    const whole = normalText(name);
    const short = whole.replace(/(?:片区|街道|区|镇|乡)$/, '');
    return text.includes(whole) || (short.length >= 2 && (text === short || text.startsWith(`${short}的`)));
  });

/** Where a district was said, a place of another one is less likely. */
const inDistrict = (one: Candidate, said: readonly Said[]): Candidate =>
  said.length === 0 || said.some(({ districtId }) => districtId === one.districtId)
    ? one
    : { ...one, score: one.score * 0.7 };
