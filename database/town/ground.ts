/** The ground of 湖城: its roads, where buildings stand, and what people call places besides their names. All invented. */

export const CENTRE = { lon: 116.62, lat: 33.94 };

export interface Road {
  roadId: number;
  name: string;
  districtId: string;
  /** lon, lat, lon, lat … */
  line: number[];
  aliases: string[];
}

export interface Building {
  buildingId: number;
  communityId: number;
  name: string;
  lon: number;
  lat: number;
  aliases: string[];
}

/** name, district, points east and north of the centre in degrees, other names */
// biome-ignore format: a table
const ROADS: [string, string, [number, number][], string[]][] = [
  ['湖滨东路', 'lakeside', [[0, -0.0068], [0.012, -0.0068], [0.024, -0.005], [0.03, -0.0038]], []],
  ['湖滨西路', 'lakeside', [[0, -0.0068], [-0.009, -0.0102], [-0.0285, -0.012]], []],
  ['滨湖路', 'lakeside', [[-0.0285, -0.022], [-0.0158, -0.0225], [0.003, -0.0226], [0.02, -0.021]], ['老环湖路']],
  ['柳岸街', 'lakeside', [[0.0022, -0.0068], [0.0022, -0.017], [0.004, -0.0333]], []],
  ['东关大街', 'east', [[0, 0.0032], [0.031, 0.0032], [0.058, 0.004]], ['东大街']],
  ['阳明路', 'east', [[0.0412, -0.0038], [0.0412, 0.011], [0.042, 0.024]], []],
  ['振兴东路', 'east', [[0.03, -0.0038], [0.051, -0.0038], [0.066, -0.003]], []],
  ['建设路', 'east', [[0.02, -0.0332], [0.0205, -0.015], [0.0212, 0.0032]], []],
  ['南园路', 'south', [[-0.0158, -0.0332], [0.006, -0.0332], [0.026, -0.033]], []],
  ['花园南路', 'south', [[-0.0112, -0.0224], [-0.0112, -0.041], [-0.011, -0.05]], []],
  ['纺织路', 'west', [[-0.06, 0.0012], [-0.038, 0.0012], [0, 0.0012]], ['棉纺路']],
  ['运河路', 'west', [[-0.0452, 0.016], [-0.0452, -0.008], [-0.046, -0.026]], []],
  ['建设街', 'west', [[-0.016, 0.0282], [-0.0162, 0.01], [-0.0158, -0.0332]], []],
  ['人民路', 'north', [[0, 0.0282], [0, 0.0032], [0, -0.0068]], ['中山路']],
  ['北辰大道', 'north', [[0.0072, 0.0032], [0.0072, 0.037], [0.008, 0.052]], ['北环路']],
  ['站前街', 'north', [[-0.03, 0.0282], [-0.004, 0.0282], [0.02, 0.0285]], ['火车站前街']],
];

const degrees = (value: number): number => Number(value.toFixed(5));

export const roads = (): Road[] =>
  ROADS.map(([name, districtId, points, aliases], at) => ({
    roadId: at + 1,
    name,
    districtId,
    line: points.flatMap(([east, north]) => [degrees(CENTRE.lon + east), degrees(CENTRE.lat + north)]),
    aliases,
  }));

/** Old and popular names, as callers still say them. */
export const COMMUNITY_ALIASES: Record<string, string[]> = {
  望湖苑: ['湖景小区', '老造纸厂宿舍'],
  芦花新村: ['芦花荡'],
  东关花园: ['东关小区'],
  锦绣城: ['锦绣新城'],
  纺织宿舍: ['棉纺厂家属院', '纺织厂宿舍'],
  运河佳苑: ['老码头'],
  铁路新村: ['铁路宿舍'],
};
const SHOPS: Record<string, string[]> = { 北辰公馆: ['北辰商业街'], 望湖苑: ['湖滨夜市'] };

const APART = 0.0006;
const IN_A_ROW = 3;

/** In rows of three behind the shops, which stand along the road. */
export function buildingsOf(
  communities: readonly { communityId: number; name: string; lon: number; lat: number }[],
  premises: readonly { communityId: number; building: string }[],
): Building[] {
  const list: Building[] = [];
  for (const { communityId, name, lon, lat } of communities) {
    const names = new Set(premises.filter((one) => one.communityId === communityId).map(({ building }) => building));
    let at = 0;
    for (const building of names) {
      const shops = building === '底商';
      const [east, north] = shops ? [0, -APART * 0.6] : [(at % IN_A_ROW) - 1, Math.floor(at / IN_A_ROW) + 0.4];
      if (!shops) at += 1;
      list.push({
        buildingId: list.length + 1,
        communityId,
        name: building,
        lon: degrees(lon + (shops ? 0 : east * APART)),
        lat: degrees(lat + (shops ? north : north * APART)),
        aliases: shops ? (SHOPS[name] ?? []) : [],
      });
    }
  }
  return list;
}
