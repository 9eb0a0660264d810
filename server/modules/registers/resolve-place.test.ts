import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import {
  addCommunities,
  addPremises,
  nearestPlaces,
  resolvePlace,
  saveBuildings,
  saveCommunities,
  saveRoads,
} from './index.ts';

let db: TestDatabase;
const resolve = (typed: string, utility = 1, people = true) =>
  db.transaction(utility, (tx) => resolvePlace(tx, typed, { people }));
/** Names of one kind, best first. */
const found = async (typed: string, ...kinds: string[]) =>
  (await resolve(typed)).candidates.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
const search = (typed: string) => found(typed, 'community', 'premises');
const first = async (typed: string) => {
  const { candidates, confident } = await resolve(typed);
  return [candidates[0]?.kind, candidates[0]?.name, candidates[0]?.reasons.map(({ why }) => why).join(), confident];
};

const premises = (
  premisesId: number,
  communityId: number,
  building: string,
  room: string,
  phone: string | null,
  name = '王某',
) => ({
  premisesId,
  communityId,
  accountNumber: `11${100_000 + premisesId}`,
  building,
  room,
  address: `${communityId === 1 ? '湖滨东路18号望湖苑' : '东关大街120号东关花园'}${building}${room}`,
  customerName: name,
  customerPhone: phone,
  customerKind: 'resident' as const,
  meterDn: 15,
  supply: 'direct' as const,
});

beforeAll(async () => {
  db = await testDatabase();
  for (const utility of [1, 2]) {
    await db.admin(`insert into identity.utility (code, name, created_at) values ('u${utility}', 'U', '2026-01-01')`);
    await db.admin(
      `insert into identity.district values (${utility}, 'east', '城东片区'), (${utility}, 'west', '城西片区')`,
    );
    await db.transaction(utility, async (tx) => {
      await addCommunities(tx, [
        { communityId: 1, name: '望湖苑', road: '湖滨东路18号', districtId: 'east', lon: 116.632, lat: 33.934 },
        { communityId: 2, name: '东关花园', road: '东关大街120号', districtId: 'east', lon: 116.6, lat: 33.9 },
      ]);
      await saveCommunities(tx, [
        { name: '望湖苑', district: 'east', aliases: ['湖景小区', '老造纸厂宿舍'] },
        { name: '长清小区', road: '运河路9号', district: 'west', lon: 116.58, lat: 33.93 },
        { name: '和平新村', road: '和平路1号', district: 'east' },
        { name: '和平新村', road: '和平西路1号', district: 'west' },
      ]);
      await saveRoads(tx, [
        {
          name: '湖滨东路',
          district: 'east',
          line: [
            [116.62, 33.934],
            [116.64, 33.934],
          ],
        },
        {
          name: '滨湖路',
          district: 'east',
          aliases: ['老环湖路'],
          line: [
            [116.61, 33.95],
            [116.65, 33.95],
          ],
        },
        {
          name: '建设街',
          district: 'east',
          line: [
            [116.63, 33.94],
            [116.63, 33.96],
          ],
        },
        {
          name: '运河路',
          district: 'west',
          line: [
            [116.57, 33.93],
            [116.59, 33.93],
          ],
        },
      ]);
      await saveBuildings(tx, [
        { community: '望湖苑', name: '1号楼', lon: 116.6321, lat: 33.9341 },
        { community: '望湖苑', name: '2号楼', lon: 116.6325, lat: 33.9345 },
        { community: '望湖苑', name: '商务中心', aliases: ['湖心大厦'] },
      ]);
      await addPremises(tx, [
        premises(1, 1, '1号楼', '1单元101', '12900004127'),
        premises(2, 1, '2号楼', '1单元101', '12900005555', '赵小雪'),
        premises(4, 1, '2号楼', '2单元501', null),
        premises(3, 2, '1号楼', '1单元101', null),
      ]);
    });
  }
});

describe('a place by what is typed', () => {
  it('is premises by the beginning of an account number or phone and by the last four digits', async () => {
    expect(await search('11100002')).toEqual(['湖滨东路18号望湖苑2号楼1单元101']);
    expect(await search('1290000')).toHaveLength(2);
    expect(await search('4127')).toEqual(['湖滨东路18号望湖苑1号楼1单元101']);
    expect(await search('赵小雪')).toEqual(['湖滨东路18号望湖苑2号楼1单元101']);
  });
  it('is premises by number or name only for those who ask for people', async () => {
    for (const typed of ['11100002', '赵小雪']) expect((await resolve(typed, 1, false)).candidates).toEqual([]);
  });
  it('is a community by its name, a part of it, its address', async () => {
    expect((await search('望湖'))[0]).toBe('湖滨东路18号望湖苑');
    expect(await first('望湖苑')).toEqual(['community', '湖滨东路18号望湖苑', 'name', true]);
    expect(await first('湖苑')).toEqual(['community', '湖滨东路18号望湖苑', 'part', false]);
    expect(await first('湖滨东路18号')).toEqual(['community', '湖滨东路18号望湖苑', 'address', true]);
    expect(await first('湖滨东路１８号')).toEqual(['community', '湖滨东路18号望湖苑', 'address', true]);
  });
  it('is a community by an old name', async () => {
    expect(await first('老造纸厂宿舍')).toEqual(['community', '湖滨东路18号望湖苑', 'alias', true]);
    expect(await first('老造纸厂宿舍3号楼那里')).toEqual([
      'community',
      '湖滨东路18号望湖苑',
      'alias,building-unknown',
      true,
    ]);
  });
  it('is a community by pinyin and by initials, in every reading of a character', async () => {
    expect(await first('wanghuyuan')).toEqual(['community', '湖滨东路18号望湖苑', 'pinyin', true]);
    expect(await first('why')).toEqual(['community', '湖滨东路18号望湖苑', 'initials', true]);
    expect((await first('wangh'))[1]).toBe('湖滨东路18号望湖苑');
    expect((await first('huyuan'))[1]).toBe('湖滨东路18号望湖苑');
    for (const typed of ['changqingxiaoqu', 'zhangqingxiaoqu', 'cqxq'])
      expect((await first(typed))[1]).toBe('运河路9号长清小区');
    expect(await first('why2')).toEqual(['building', '湖滨东路18号望湖苑2号楼', 'initials', true]);
  });
  it('is a building in any spelling of its number', async () => {
    for (const typed of ['望湖苑2号楼', '望湖苑二号楼', '望湖苑２栋', '望湖苑 2幢', '望湖苑2#', '望湖苑2']) {
      expect(await first(typed)).toEqual(['building', '湖滨东路18号望湖苑2号楼', 'name', true]);
    }
    expect(await first('商务中心')).toEqual(['building', '湖滨东路18号望湖苑商务中心', 'name', true]);
    expect(await first('湖心大厦')).toEqual(['building', '湖滨东路18号望湖苑商务中心', 'alias', true]);
  });
  it('is premises by building and room, however they are written', async () => {
    for (const typed of ['望湖苑2号楼2单元501', '望湖苑2-2-501', '望湖苑二栋二单元五层501室', '老造纸厂宿舍2号楼501']) {
      expect((await first(typed)).slice(0, 2)).toEqual(['premises', '湖滨东路18号望湖苑2号楼2单元501']);
    }
  });
  it('is a building whose community nobody named, of every community that has one', async () => {
    expect(await search('2号楼')).toEqual(['湖滨东路18号望湖苑2号楼1单元101', '湖滨东路18号望湖苑2号楼2单元501']);
    expect(await found('1号楼', 'building')).toEqual(['东关大街120号东关花园1号楼', '湖滨东路18号望湖苑1号楼']);
  });
  it('survives one wrong character, and a name that only sounds right', async () => {
    expect(await first('望湖院')).toEqual(['community', '湖滨东路18号望湖苑', 'sound', true]);
    expect(await first('旺胡苑2号楼')).toEqual(['building', '湖滨东路18号望湖苑2号楼', 'sound', true]);
    expect(await first('望河苑')).toEqual(['community', '湖滨东路18号望湖苑', 'near', false]);
    expect((await first('湖滨南路')).slice(0, 3)).toEqual(['road', '湖滨东路', 'near']);
  });
  it('is a road, with or without a house number', async () => {
    expect(await first('滨湖路')).toEqual(['road', '滨湖路', 'name', true]);
    expect(await first('滨湖路77号')).toEqual(['road', '滨湖路77号', 'name,house-number', true]);
    expect(await first('老环湖路')).toEqual(['road', '滨湖路', 'alias', true]);
    expect(await found('湖滨东路', 'road', 'community')).toEqual(['湖滨东路', '湖滨东路18号望湖苑']);
  });
  it('is a junction where two roads meet, and says so when they do not', async () => {
    for (const typed of [
      '滨湖路和建设街交叉口',
      '建设街与滨湖路路口',
      '滨湖路建设街',
      '滨湖路和建社街交叉口附近漏水',
    ]) {
      const { candidates, confident } = await resolve(typed);
      expect(candidates[0]).toMatchObject({ kind: 'junction', lon: 116.63, lat: 33.95, exact: true });
      expect(confident).toBe(true);
    }
    // biome-ignore format: short
    expect((await resolve('滨湖路和运河路交叉口')).candidates[0]).toMatchObject({
      kind: 'junction', lon: null, reasons: [{ why: 'roads-apart' }],
    });
  });
  it('is a district when nothing nearer was said, and tells places of one name apart', async () => {
    expect((await first('城东片区')).slice(0, 2)).toEqual(['district', '城东片区']);
    expect((await resolve('和平新村')).confident).toBe(false);
    expect(await first('城西片区和平新村')).toEqual(['community', '和平西路1号和平新村', 'name', true]);
  });
  it('is nothing for marks, for a single character, for a place of nowhere', async () => {
    for (const typed of ['%', '_', '  ', '，-', '望', '天安门', "' or 1=1 --", '\u0000']) {
      expect((await resolve(typed)).candidates).toEqual([]);
    }
  });
  it('sees only the places of its own utility', async () => {
    await db.admin(
      `update registers.premises set customer_phone = '12911112222' where utility_id = 2 and premises_id = 3`,
    );
    await db.transaction(2, (tx) => saveCommunities(tx, [{ name: '只在二城', district: 'east' }]));
    expect([
      (await resolve('12911112222', 2)).candidates.length,
      (await resolve('12911112222', 1)).candidates.length,
    ]).toEqual([1, 0]);
    expect([
      (await resolve('只在二城', 2)).candidates.length,
      (await resolve('只在二城', 1)).candidates.length,
    ]).toEqual([1, 0]);
  });
});

describe('what is nearest to a pin', () => {
  const near = (lon: number, lat: number) => db.transaction(1, (tx) => nearestPlaces(tx, { lon, lat }));
  it('is the premises of the nearest building, its community and the road', async () => {
    const { premises, buildings, community, road } = await near(116.6324, 33.9344);
    expect(premises.map(({ what }) => what.premisesId)).toEqual([2, 4, 1]);
    expect(premises[0]?.distance).toBeCloseTo(14.5, 0);
    expect([buildings[0]?.what.name, community?.what.name, road?.what.name]).toEqual(['2号楼', '望湖苑', '湖滨东路']);
    expect(road?.distance).toBeCloseTo(44.5, 0);
  });
  it('is a road alone where nobody lives', async () => {
    const { premises, buildings, road } = await near(116.575, 33.931);
    expect([premises, buildings, road?.what.name]).toEqual([[], [], '运河路']);
  });
  it('is premises by their own point before that of the building', async () => {
    await db.admin(
      'update registers.premises set lon = 116.5801, lat = 33.9301 where utility_id = 1 and premises_id = 4',
    );
    expect((await near(116.58, 33.93)).premises.map(({ what }) => what.premisesId)).toEqual([4]);
  });
});
