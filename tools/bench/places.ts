/** A search for a place as it is typed, in a city of a million premises. */
import pg from 'pg';
import { seeded } from '../../database/town/random.ts';
import {
  addBuildings,
  addCommunities,
  addRoads,
  nearestPlaces,
  resolvePlace,
} from '../../server/modules/registers/index.ts';
import { createFolder, dataFolder } from '../../server/platform/data-folder.ts';
import { openPool, type Tx } from '../../server/platform/database.ts';
import { prepareDatabase, startInstallation } from '../../server/platform/embedded/installation.ts';
import type { Bench, Measure } from './bench.ts';
import { withFolder } from './server.ts';

/** `npm run bench -- places --premises=1000000` */
const PREMISES = Number(
  process.argv.find((arg) => arg.startsWith('--premises='))?.slice('--premises='.length) ?? 1_000_000,
);
const IN_A_BUILDING = 100;
const IN_A_COMMUNITY = 25;
const COMMUNITIES = Math.max(1, Math.round(PREMISES / IN_A_BUILDING / IN_A_COMMUNITY));
const ROADS = 1000;
const SEARCHES = 400;
const SIGNS = [...'望湖东关金桂阳明锦绣南园北辰铁西柳岸芦花运河纺织振兴站前滨建设和平安康福星'];
const ENDS = ['苑', '小区', '花园', '家园', '新村', '城', '公馆'];

const random = seeded(27);
const word = (length: number): string => Array.from({ length }, () => random.pick(SIGNS)).join('');
const once = (count: number, make: () => string): string[] => {
  const names = new Set<string>();
  while (names.size < count) names.add(make());
  return [...names];
};
const somewhere = () => ({ lon: 116.4 + random.next() * 0.3, lat: 33.8 + random.next() * 0.3 });

const roads = once(ROADS, () => `${word(random.whole(2, 3))}${random.pick(['路', '街', '大道'])}`);
const communities = once(COMMUNITIES, () => `${word(random.whole(2, 4))}${random.pick(ENDS)}`).map((name, at) => ({
  communityId: at + 1,
  name,
  road: `${random.pick(roads)}${random.whole(1, 400)}号`,
  districtId: 'east',
  ...somewhere(),
}));

async function build(tx: Tx): Promise<void> {
  await addCommunities(tx, communities);
  await addRoads(
    tx,
    roads.map((name, at) => {
      const { lon, lat } = somewhere();
      return { roadId: at + 1, name, districtId: 'east', line: [lon, lat, lon + 0.02, lat + 0.01] };
    }),
  );
  const buildings = communities.flatMap(({ communityId, lon, lat }) =>
    Array.from({ length: IN_A_COMMUNITY }, (_, at) => ({
      buildingId: (communityId - 1) * IN_A_COMMUNITY + at + 1,
      communityId,
      name: `${at + 1}号楼`,
      lon: lon + (at % 5) * 0.0006,
      lat: lat + Math.floor(at / 5) * 0.0006,
    })),
  );
  await addBuildings(tx, buildings);
}

const FILL = `
  insert into registers.premises (utility_id, premises_id, account_number, community_id, building, room, address, address_key,
    customer_name, customer_phone, customer_kind, meter_dn, supply)
  select 1, (b.building_id - 1) * ${IN_A_BUILDING} + n, (10000000 + (b.building_id - 1) * ${IN_A_BUILDING} + n)::text, b.community_id,
    b.name, '1单元' || n, c.road || c.name || b.name || '1单元' || n, c.road || c.name || b.name || '1单元' || n,
    '用户' || b.building_id || n, '129' || lpad(((b.building_id * 7919 + n) % 100000000)::text, 8, '0'), 'resident', 15, 'direct'
  from registers.building b join registers.community c using (utility_id, community_id), generate_series(1, ${IN_A_BUILDING}) n`;

/** What a desk types, of each kind. */
const KINDS: Record<string, () => string> = {
  'two characters': () => word(2),
  'two letters': () => random.pick(['wh', 'dg', 'xq', 'hy', 'jg', 'ls']),
  'a name': () => random.pick(communities).name,
  'building and room': () => `${random.pick(communities).name}${random.whole(1, 25)}号楼1单元${random.whole(1, 100)}`,
  'road and number': () => `${random.pick(roads)}${random.whole(1, 400)}号`,
  'a junction': () => `${random.pick(roads)}和${random.pick(roads)}交叉口`,
  'one wrong character': () => {
    const [, ...rest] = random.pick(communities).name;
    return `某${rest.join('')}8号楼`;
  },
  'an account': () => String(10_000_000 + random.whole(1, PREMISES)).slice(0, random.whole(4, 8)),
};

const share = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

async function timed(what: string, work: () => Promise<unknown>): Promise<Measure[]> {
  for (let warm = 0; warm < 20; warm += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < SEARCHES; run += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return [
    { what: `${what}, median`, value: share(times, 0.5), unit: 'ms' },
    { what: `${what}, p99`, value: share(times, 0.99), unit: 'ms' },
  ];
}

export const places: Bench = {
  name: 'places',
  does: `searches among ${PREMISES} premises, ${COMMUNITIES} communities, ${ROADS} roads; ${SEARCHES} of each kind`,
  async run() {
    return withFolder(async (home) => {
      const folder = dataFolder(home);
      createFolder(folder);
      const installation = await startInstallation(folder);
      const admin = new pg.Client({ connectionString: installation.ownerUrl });
      const db = openPool({ url: installation.serverUrl, max: 2, statementTimeout: 0 });
      try {
        const nothing = () => undefined;
        await prepareDatabase(folder, installation, async () => nothing(), nothing);
        await admin.connect();
        await admin.query(
          `insert into identity.utility (code, name, created_at) values ('city', '大城', '2026-01-01')`,
        );
        await admin.query(`insert into identity.district values (1, 'east', '城东片区')`);
        await db.transaction(1, build);
        await admin.query(FILL);
        await admin.query('vacuum analyze');
        const found: Measure[] = [];
        for (const [what, typed] of Object.entries(KINDS)) {
          const search = () =>
            db.transaction(1, (tx) => resolvePlace(tx, typed(), { people: true }), { readOnly: true });
          found.push(...(await timed(what, search)));
        }
        const near = () => db.transaction(1, (tx) => nearestPlaces(tx, somewhere()), { readOnly: true });
        found.push(...(await timed('nearest to a pin', near)));
        return found;
      } finally {
        await db.end();
        await admin.end();
        await installation.stop();
      }
    });
  },
};
