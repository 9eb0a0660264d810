/** Whose a leak is (C-484 to C-488): what intake asks, where the order is sent, why, and what one more fact changes. */
import { beforeAll, expect, it } from 'vitest';
import { type City, city, drive, type Parsed, type Utility } from './city/testing.ts';

let town: City;
let here: Utility;
const report = {
  channel: 'phone',
  content: '楼道里漏水',
  place: '湖滨东路 18 号',
  event: 'pipe-leak',
  reporter: '王小明',
};

beforeAll(async () => {
  town = await city('2026-10-08T10:00:00+08:00');
  here = await town.utility('county', 'c21-company-2014');
}, 60_000);

const check = async (facts: Record<string, boolean>, language = 'zh-CN'): Promise<Parsed> =>
  (await here.voices.agent.post('/api/requests/check', { ...report, facts }, { 'accept-language': language })).body
    .routing[0];
const asked = ({ asks }: Parsed) => asks.map(({ fact }: Parsed) => fact);

it('intake asks only what would send it elsewhere, one answer after the other', async () => {
  const nothing = await check({});
  expect([nothing.toName, asked(nothing)]).toEqual(['管网管理处', ['meter-indoor']]);
  expect(nothing.asks[0]).toEqual({
    fact: 'meter-indoor',
    name: '注册水表在楼内的表前设施',
    type: 'yes-no',
    choices: [],
  });
  const indoors = await check({ 'meter-indoor': true });
  expect([indoors.toName, asked(indoors).sort()]).toEqual(['表务管理中心', ['outside-apron', 'under-warranty']]);
  const warranty = await check({ 'meter-indoor': true, 'under-warranty': true });
  expect([warranty.toName, asked(warranty)]).toEqual(['施工单位', []]);
  const outside = await check({ 'meter-indoor': true, 'under-warranty': false, 'outside-apron': true });
  expect([outside.toName, asked(outside)]).toEqual(['管网管理处', []]);
});

it('says because of which facts, by which article, in the language of who reads', async () => {
  const outside = await check({ 'meter-indoor': true, 'outside-apron': true });
  expect(outside).toMatchObject({
    article: '第三章第十二条',
    reason: '散水以外供水设施漏水由管网管理处负责维修',
    because: [
      { fact: 'meter-indoor', name: '注册水表在楼内的表前设施', value: '是', recorded: true },
      { fact: 'outside-apron', value: '是', recorded: true },
    ],
  });
  expect((await check({ 'meter-indoor': true }, 'en')).because[0].value).toBe('yes');
});

it('the order shows the same, and a fact found on site changes whose it is and why', async () => {
  const received = await here.voices.agent.must('/api/requests', { ...report, facts: { 'meter-indoor': true } });
  const order = await drive(here, received.order);
  const routing = () =>
    order.detail.routing.map(({ toName, because, asks }: Parsed) => [toName, because.length, asks.length]);
  expect(routing()).toEqual([['表务管理中心', 1, 2]]);
  await order.give('dispatcher', 'set-facts', { facts: { 'under-warranty': true } });
  expect(routing()).toEqual([['施工单位', 2, 0]]);
  expect(order.detail.routing[0].because).toContainEqual(
    expect.objectContaining({ fact: 'under-warranty', value: '是', recorded: true }),
  );
  await order.give('dispatcher', 'set-facts', { facts: { 'under-warranty': false, 'outside-apron': true } });
  expect(routing()).toEqual([['管网管理处', 2, 0]]);
});

it('within the warranty what is not a leak of the pipe is the builder’s too (C-484, C-485)', async () => {
  for (const event of ['indoor-leak', 'construction', 'compensation']) {
    const { body } = await here.voices.agent.post('/api/requests/check', {
      ...report,
      event,
      facts: { 'under-warranty': true },
    });
    expect([event, body.routing.map(({ toName }: Parsed) => toName)]).toEqual([event, ['施工单位']]);
  }
});
