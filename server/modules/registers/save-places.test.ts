import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import {
  completeKeys,
  messages,
  type PremisesRow,
  resolvePlace,
  type SavedRow,
  saveBuildings,
  saveCommunities,
  savePremises,
  saveRoads,
} from './index.ts';

let db: TestDatabase;
const inTown = <T>(work: (tx: Parameters<Parameters<TestDatabase['transaction']>[1]>[0]) => Promise<T>) =>
  db.transaction(1, work);
const outcomes = (saved: SavedRow[]) =>
  saved.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, code }) => `${field} ${code}`)].join(': '));
const best = async (typed: string) => (await inTown((tx) => resolvePlace(tx, typed))).candidates[0]?.name;
const account = (accountNumber: string, more: Partial<PremisesRow> = {}): PremisesRow => ({
  accountNumber,
  community: '望湖苑',
  building: '1号楼',
  room: '1单元101',
  customerName: '王某',
  customerPhone: '12900001111',
  customerKind: 'resident',
  meterDn: 15,
  supply: 'direct',
  ...more,
});

beforeAll(async () => {
  db = await testDatabase();
  await db.admin(`insert into identity.utility (code, name, created_at) values ('u1', 'U', '2026-01-01')`);
  await db.admin(`insert into identity.district values (1, 'east', '城东片区'), (1, 'west', '城西片区')`);
});

describe('a register of places handed in', () => {
  const communities = [
    { name: '望湖苑', road: '湖滨东路18号', district: '城东片区', aliases: ['湖景小区'], lon: 116.6, lat: 33.9 },
    { name: '和平新村', district: 'east' },
    { name: '和平新村', district: 'west' },
  ];
  it('is created once, and changes nothing a second time', async () => {
    expect(outcomes(await inTown((tx) => saveCommunities(tx, communities)))).toEqual(['created', 'created', 'created']);
    expect(outcomes(await inTown((tx) => saveCommunities(tx, communities)))).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
  });
  it('corrects what is known by the same name and district, and leaves what a row does not say', async () => {
    const moved = [{ name: ' 望湖苑 ', district: 'east', road: '湖滨东路20号' }];
    expect(outcomes(await inTown((tx) => saveCommunities(tx, moved)))).toEqual(['changed']);
    expect(await best('湖滨东路20号')).toBe('湖滨东路20号望湖苑');
    expect(await best('湖景小区')).toBe('湖滨东路20号望湖苑');
    const [row] = await db.admin<{ lon: number }>(`select lon from registers.community where name = '望湖苑'`);
    expect(row?.lon).toBe(116.6);
  });
  it('takes a new list of aliases for the whole list: the old one finds nothing any more', async () => {
    expect(
      outcomes(
        await inTown((tx) => saveCommunities(tx, [{ name: '望湖苑', district: 'east', aliases: ['造纸厂宿舍'] }])),
      ),
    ).toEqual(['changed']);
    expect([await best('造纸厂宿舍'), await best('湖景小区')]).toEqual(['湖滨东路20号望湖苑', undefined]);
  });
  it('refuses each bad row by itself, with field and reason; the others go in', async () => {
    const saved = await inTown((tx) =>
      saveCommunities(tx, [
        { name: '柳岸人家', district: 'west' },
        { name: '  ', district: 'west' },
        { name: '某村', district: '火星片区' },
        { name: '某村', district: 'east', lon: 116 },
        { name: '某村', district: 'east', lon: 1160, lat: 33 },
        { name: '柳岸人家', district: '城西片区' },
        { name: 'x'.repeat(61), district: 'east', aliases: [''] },
      ]),
    );
    expect(outcomes(saved)).toEqual([
      'created',
      'refused: name value-missing',
      'refused: district district-unknown',
      'refused: lat half-a-point',
      'refused: lon degrees-not-valid',
      'refused:  row-repeated',
      'refused: name value-too-long: aliases value-missing',
    ]);
    for (const { code } of saved.flatMap(({ faults }) => faults)) expect(messages[code]).toBeDefined();
    expect(saved[2]?.faults[0]?.params).toEqual({ found: '火星片区', expected: '城东片区、城西片区' });
  });
  it('has roads with lines', async () => {
    const roads = [
      {
        name: '滨湖路',
        district: 'east',
        line: [
          [116.6, 33.9],
          [116.7, 33.9],
        ] as [number, number][],
        aliases: ['环湖路'],
      },
      { name: '断头路', district: 'east', line: [[116.6, 33.9]] as [number, number][] },
    ];
    expect(outcomes(await inTown((tx) => saveRoads(tx, roads)))).toEqual(['created', 'refused: line line-too-short']);
    expect(
      outcomes(
        await inTown((tx) => saveRoads(tx, [roads[0] as (typeof roads)[0], { name: '滨湖路', district: 'west' }])),
      ),
    ).toEqual(['unchanged', 'created']);
    const [row] = await db.admin<{ line: number[] }>(
      `select line from registers.road where name = '滨湖路' and district_id = 'east'`,
    );
    expect(row?.line).toEqual([116.6, 33.9, 116.7, 33.9]);
  });
  it('has buildings within communities, which must be known and unmistakable', async () => {
    const rows = [
      { community: '望湖苑', name: '3号楼', lon: 116.6, lat: 33.9 },
      { community: '和平新村', name: '1号楼' },
      { community: '和平新村', district: 'west', name: '1号楼' },
      { community: '天宫', name: '1号楼' },
    ];
    const expected = ['refused: district community-ambiguous', 'created', 'refused: community community-unknown'];
    expect(outcomes(await inTown((tx) => saveBuildings(tx, rows)))).toEqual(['created', ...expected]);
    expect(outcomes(await inTown((tx) => saveBuildings(tx, rows)))[0]).toBe('unchanged');
  });
  it('has premises by account number, and registers a building with its first premises', async () => {
    const rows = [
      account('1001'),
      account('1002', { building: '3号楼', room: '2单元501', customerPhone: null }),
      account('10 03'),
      account('1004', { meterDn: 0, customerKind: '单位', customerPhone: 'none' }),
      account('1001'),
      account('1005', { community: '和平新村' }),
    ];
    expect(outcomes(await inTown((tx) => savePremises(tx, rows)))).toEqual([
      'created',
      'created',
      'refused: accountNumber account-not-valid',
      'refused: customerKind value-unknown: customerPhone phone-not-valid: meterDn dn-not-valid',
      'refused:  row-repeated',
      'refused: district community-ambiguous',
    ]);
    expect(await best('望湖苑3-2-501')).toBe('湖滨东路20号望湖苑3号楼2单元501');
    const buildings = await db.admin<{ name: string }>(
      `select name from registers.building where community_id = 1 order by building_id`,
    );
    expect(buildings.map(({ name }) => name)).toEqual(['3号楼', '1号楼']);
    expect(
      outcomes(
        await inTown((tx) =>
          savePremises(tx, [account('1001'), account('1002', { building: '3号楼', room: '2单元502' })]),
        ),
      ),
    ).toEqual(['unchanged', 'changed']);
  });
  it('is numbered without gaps or clashes when two batches arrive at once', async () => {
    const batch = (letter: string) =>
      Array.from({ length: 20 }, (_, at) => ({ name: `${letter}村${at}`, district: 'east' }));
    const both = await Promise.all(['甲', '乙'].map((letter) => inTown((tx) => saveCommunities(tx, batch(letter)))));
    expect(new Set(both.flat().map(({ id }) => id)).size).toBe(40);
  });
  it('writes nothing of a batch whose transaction fails', async () => {
    await expect(
      inTown(async (tx) => {
        await saveCommunities(tx, [{ name: '半途村', district: 'east' }]);
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    expect(await best('半途村')).toBeUndefined();
  });
  it('makes communities findable that were registered before names had keys', async () => {
    await db.admin(
      `insert into registers.community (utility_id, community_id, name, road, district_id) values (1, 900, '旧时小区', '', 'east')`,
    );
    expect(await best('jiushixiaoqu')).toBeUndefined();
    expect([await inTown(completeKeys), await inTown(completeKeys)]).toEqual([1, 0]);
    expect(await best('jiushixiaoqu')).toBe('旧时小区');
  });
});
