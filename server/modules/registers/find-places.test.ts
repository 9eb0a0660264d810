import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import { addCommunities, addPremises, findPlaces } from './index.ts';

let db: TestDatabase;
const search = async (typed: string, utility = 1) => {
  const { communities, premises } = await db.transaction(utility, (tx) => findPlaces(tx, typed));
  return [...communities.map((c) => c.name), ...premises.map((p) => p.address)];
};

const premises = (premisesId: number, communityId: number, address: string, phone: string | null, name = '王某') => ({
  premisesId,
  communityId,
  accountNumber: `11${100_000 + premisesId}`,
  building: '1号楼',
  room: '101',
  address,
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
    await db.transaction(utility, async (tx) => {
      await db.admin(`insert into identity.district values (${utility}, 'east', '城东')`);
      await addCommunities(tx, [
        { communityId: 1, name: '望湖苑', road: '湖滨东路18号', districtId: 'east', lon: null, lat: null },
        { communityId: 2, name: '东关花园', road: '东关大街120号', districtId: 'east', lon: 116.6, lat: 33.9 },
      ]);
      await addPremises(tx, [
        premises(1, 1, '湖滨东路18号望湖苑1号楼101', '12900004127'),
        premises(2, 1, '湖滨东路18号望湖苑2号楼101', '12900005555', '赵小雪'),
        premises(3, 2, '东关大街120号东关花园1号楼101', null),
      ]);
    });
  }
});

describe('finding a place', () => {
  it('works by the beginning of an account number or phone and by the last four digits', async () => {
    expect(await search('11100002')).toEqual(['湖滨东路18号望湖苑2号楼101']);
    expect(await search('1290000')).toHaveLength(2);
    expect(await search('4127')).toEqual(['湖滨东路18号望湖苑1号楼101']);
  });
  it('works by community, by road, and by community with a part of the address', async () => {
    expect(await search('望湖')).toEqual(['望湖苑', '湖滨东路18号望湖苑1号楼101', '湖滨东路18号望湖苑2号楼101']);
    expect(await search('东关大街')).toEqual(['东关花园', '东关大街120号东关花园1号楼101']);
    expect(await search('望湖苑2号楼')).toEqual(['望湖苑', '湖滨东路18号望湖苑2号楼101']);
  });
  it('works by an address part alone and by the whole name of a customer', async () => {
    expect(await search('2号楼')).toEqual(['湖滨东路18号望湖苑2号楼101']);
    expect(await search('赵小雪')).toEqual(['湖滨东路18号望湖苑2号楼101']);
  });
  it('finds nothing for percent signs, and nothing where nothing is', async () => {
    expect(await search('%')).toEqual([]);
    expect(await search('天安门')).toEqual([]);
  });
  it('sees only the places of its own utility', async () => {
    await db.admin(
      `update registers.premises set customer_phone = '12911112222' where utility_id = 2 and premises_id = 3`,
    );
    expect(await search('12911112222', 2)).toHaveLength(1);
    expect(await search('12911112222', 1)).toEqual([]);
  });
});
