/**
 * The fictional town 湖城: twelve communities on sixteen roads in five districts and 3,000 premises in their buildings.
 * Everything follows from the seed; nothing is taken from a real place.
 */
import { type Building, buildingsOf, CENTRE, COMMUNITY_ALIASES, type Road, roads } from './ground.ts';
import { DEPARTMENTS, DISTRICTS, inventName, inventPhone, inventShop, STAFF } from './people.ts';
import { type Random, seeded } from './random.ts';

export interface Community {
  communityId: number;
  name: string;
  road: string;
  districtId: string;
  lon: number;
  lat: number;
  aliases: string[];
}

export interface Premises {
  premisesId: number;
  accountNumber: string;
  communityId: number;
  building: string;
  room: string;
  address: string;
  customerName: string;
  customerPhone: string | null;
  customerKind: 'resident' | 'organisation';
  /** Millimetres. */
  meterDn: number;
  supply: 'direct' | 'secondary';
}

export interface Town {
  utility: { code: string; name: string };
  departments: typeof DEPARTMENTS;
  districts: typeof DISTRICTS;
  staff: typeof STAFF;
  roads: Road[];
  communities: Community[];
  buildings: Building[];
  premises: Premises[];
}

export const TOWN_SEED = 20_260_101;
const PREMISES_OF_COMMUNITY = 250;

/** name, road, number on the road, district, floors, east and north of the centre in degrees */
const COMMUNITIES: [string, string, number, string, number, number, number][] = [
  ['望湖苑', '湖滨东路', 18, 'lakeside', 18, 0.012, -0.006],
  ['芦花新村', '湖滨西路', 66, 'lakeside', 6, -0.009, -0.011],
  ['柳岸人家', '柳岸街', 9, 'lakeside', 11, 0.003, -0.017],
  ['东关花园', '东关大街', 120, 'east', 6, 0.031, 0.004],
  ['阳明小区', '阳明路', 35, 'east', 6, 0.042, 0.011],
  ['锦绣城', '振兴东路', 201, 'east', 26, 0.051, -0.003],
  ['南园小区', '南园路', 77, 'south', 6, 0.006, -0.034],
  ['金桂苑', '花园南路', 48, 'south', 11, -0.012, -0.041],
  ['纺织宿舍', '纺织路', 12, 'west', 5, -0.038, 0.002],
  ['运河佳苑', '运河路', 158, 'west', 18, -0.046, -0.008],
  ['北辰公馆', '北辰大道', 300, 'north', 26, 0.008, 0.037],
  ['铁路新村', '站前街', 22, 'north', 6, -0.004, 0.029],
];

const communities = (): Community[] =>
  COMMUNITIES.map(([name, road, number, districtId, , east, north], i) => ({
    communityId: i + 1,
    name,
    road: `${road}${number}号`,
    districtId,
    lon: Number((CENTRE.lon + east).toFixed(5)),
    lat: Number((CENTRE.lat + north).toFixed(5)),
    aliases: COMMUNITY_ALIASES[name] ?? [],
  }));

function premisesOf(random: Random, community: Community, floors: number): Premises[] {
  const shops = 8;
  const list: Premises[] = [];
  const perUnit = floors * 2;
  for (let i = 0; i < PREMISES_OF_COMMUNITY; i++) {
    const shop = i >= PREMISES_OF_COMMUNITY - shops;
    const unit = Math.floor(i / perUnit);
    const place = i % perUnit;
    const floor = Math.floor(place / 2) + 1;
    const building = shop ? '底商' : `${Math.floor(unit / 3) + 1}号楼`;
    const room = shop
      ? `${i - (PREMISES_OF_COMMUNITY - shops) + 1}号`
      : `${(unit % 3) + 1}单元${floor}0${(place % 2) + 1}`;
    const premisesId = (community.communityId - 1) * PREMISES_OF_COMMUNITY + i + 1;
    list.push({
      premisesId,
      accountNumber: `${10 + community.communityId}${String(100_001 + i * 7).padStart(6, '0')}`,
      communityId: community.communityId,
      building,
      room,
      address: `${community.road}${community.name}${building}${room}`,
      customerName: shop ? inventShop(random) : inventName(random),
      customerPhone: random.chance(0.94) ? inventPhone(random) : null,
      customerKind: shop ? 'organisation' : 'resident',
      meterDn: shop ? random.pick([25, 40, 50]) : random.pick([15, 15, 15, 20]),
      supply: floor > 6 ? 'secondary' : 'direct',
    });
  }
  return list;
}

export function generateTown(seed: number = TOWN_SEED): Town {
  const random = seeded(seed);
  const places = communities();
  const premises = places.flatMap((community, i) => premisesOf(random, community, COMMUNITIES[i]?.[4] ?? 6));
  return {
    utility: { code: 'hucheng', name: '湖城水务' },
    departments: DEPARTMENTS,
    districts: DISTRICTS,
    staff: STAFF,
    roads: roads(),
    communities: places,
    buildings: buildingsOf(places, premises),
    premises,
  };
}
