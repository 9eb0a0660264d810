/** A place from what is typed to what the order keeps: road, junction, pin; over HTTP. */
import { beforeAll, expect, it } from 'vitest';
import { addCommunities, addPremises, saveRoads } from '../modules/registers/index.ts';
import { type City, city, type Utility } from './city/testing.ts';

let town: City;
let hu: Utility;

const REPORT = {
  channel: 'phone',
  content: '路面冒水',
  event: 'pipe-leak',
  reporter: '欧阳小明',
  phone: '129 0000-4127',
};
const find = async (q: string, who: keyof Utility['voices'] = 'agent') =>
  (await hu.voices[who].get(`/api/places?q=${encodeURIComponent(q)}`)).body;
const received = async (more: object) => {
  const { request, order } = await hu.voices.agent.must('/api/requests', { ...REPORT, ...more });
  return { request, order: (await hu.voices.agent.get(`/api/orders/${order.id}`)).body };
};

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  hu = await town.utility('hucheng', 'hucheng');
  await town.db.admin(`insert into identity.district (utility_id, district_id, name) values ($1, 'east', '城东片区')`, [
    hu.utilityId,
  ]);
  await town.db.transaction(hu.utilityId, async (tx) => {
    const community = {
      communityId: 1,
      name: '望湖苑',
      road: '滨湖路18号',
      districtId: 'east',
      lon: 116.63,
      lat: 33.951,
    };
    await addCommunities(tx, [community]);
    // biome-ignore format: short
    await addPremises(tx, [
      {
        premisesId: 5, accountNumber: '88001234', communityId: 1, building: '3号楼', room: '101', address: '滨湖路18号望湖苑3号楼101',
        customerName: '欧阳小明', customerPhone: '12900004127', customerKind: 'resident', meterDn: 15, supply: 'direct',
      },
    ]);
    await saveRoads(tx, [
      {
        name: '滨湖路',
        district: 'east',
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
    ]);
  });
}, 60_000);

it('an order stands on a junction without any premises, at the point where the roads meet', async () => {
  const [junction] = (await find('滨湖路和建设街交叉口')).candidates;
  expect(junction).toMatchObject({ kind: 'junction', kindName: '路口', name: '滨湖路与建设街交叉口', premises: null });
  expect(junction.reasons[0].text).toBe('两路相交：滨湖路、建设街');
  const { order } = await received({ place: junction.name, roadIds: junction.roadIds });
  // biome-ignore format: short
  expect(order).toMatchObject({
    place: '滨湖路与建设街交叉口', premises: null, districtId: 'east', roadIds: junction.roadIds,
    position: { lon: 116.63, lat: 33.95, by: 'register' },
  });
});

it('an order stands on a road alone, and is named by it when nobody typed a place', async () => {
  const [road] = (await find('滨湖路')).candidates;
  const { order } = await received({ roadIds: road.roadIds });
  expect(order).toMatchObject({ place: '滨湖路', position: null, roadIds: road.roadIds });
});

it('a pin is the word of a person: it goes before the register, with the request and with the order', async () => {
  const { request, order } = await received({ premisesId: 5, lon: 116.6312, lat: 33.9512 });
  expect(request.pin).toEqual({ lon: 116.6312, lat: 33.9512 });
  expect(order).toMatchObject({ premises: { id: 5 }, position: { lon: 116.6312, lat: 33.9512, by: 'person' } });
  const unpinned = await received({ premisesId: 5 });
  expect(unpinned.request.pin).toBeNull();
  expect(unpinned.order.position).toEqual({ lon: 116.63, lat: 33.951, by: 'register' });
});

it('is refused in words when a pin is half, a road unknown, a point off the earth', async () => {
  const refused = async (more: object) => (await hu.voices.agent.post('/api/requests', { ...REPORT, ...more })).body;
  expect(await refused({ lon: 116 })).toMatchObject({ code: 'pin-half', fields: [{ path: 'lat' }] });
  const unknown = await refused({ roadIds: [1, 99] });
  expect(unknown).toMatchObject({ code: 'road-not-found', fields: [{ path: 'roadIds' }] });
  expect(JSON.stringify(unknown)).toContain('没有编号为 99 的道路');
  expect((await hu.voices.agent.post('/api/requests', { ...REPORT, lon: 200, lat: 1 })).status).toBe(400);
  expect((await hu.voices.agent.get('/api/places/nearest?lon=116')).status).toBe(400);
});

it('the position is corrected by whoever may, against the version he saw, and the log says so', async () => {
  const { order } = await received({ premisesId: 5 });
  const to = { lon: 116.6299, lat: 33.9501 };
  const path = `/api/orders/${order.id}/set-position`;
  expect((await hu.voices.reviewer.post(path, { version: order.version, ...to })).status).toBe(403);
  const corrected = await hu.voices.dispatcher.must(path, { version: order.version, ...to });
  expect(corrected.position).toEqual({ ...to, by: 'person' });
  expect(corrected.timeline.at(-1)).toMatchObject({ kind: 'position-set', text: '更正位置：116.62990, 33.95010' });
  expect((await hu.voices.agent.post(path, { version: order.version, lon: 1, lat: 1 })).status).toBe(409);
  expect(await town.differences(hu)).toEqual([]);
});

it('places are for those who need them, customers masked', async () => {
  expect((await hu.voices.supervisor.get('/api/places?q=why')).status).toBe(403);
  expect((await hu.voices.supervisor.get('/api/places/map')).status).toBe(403);
  expect((await hu.voices.supervisor.get('/api/places/nearest?lon=116.63&lat=33.95')).status).toBe(403);
  const { candidates } = await find('why3', 'head');
  expect(candidates[0]).toMatchObject({ kind: 'building', name: '滨湖路18号望湖苑3号楼' });
  const near = (await hu.voices.agent.get('/api/places/nearest?lon=116.63&lat=33.9501')).body;
  expect(near).toMatchObject({ community: { name: '望湖苑', distance: 100 }, road: { name: '建设街', distance: 0 } });
  expect(JSON.stringify([candidates, near])).not.toContain('欧阳小明');
  expect((await hu.voices.agent.get('/api/places/map')).body.roads).toHaveLength(2);
});
