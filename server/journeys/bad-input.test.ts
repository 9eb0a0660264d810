/** What must never half-happen: each bad input gets a clear code in both languages and leaves every table as it was. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type City, city, type Driven, drive, speaking, type Utility } from './city/testing.ts';

let town: City;
let here: Utility;
let there: Utility;
let order: Driven;
let before: Record<string, number>;

const report = {
  channel: 'phone',
  content: '家里没有水',
  place: '湖滨东路 18 号',
  event: 'no-water',
  reporter: '王小明',
  phone: '12900001234',
  contactTimes: '随时',
};

// biome-ignore format: one list
const TABLES = [
  'requests.request', 'work_orders.work_order', 'work_orders.event', 'work_orders.clock', 'work_orders.ask', 'work_orders.day_counter',
  'imports.import', 'notices.fact', 'notices.inbox', 'platform.idempotency', 'identity.audit',
];

const counts = async (): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const table of TABLES)
    found[table] = Number((await town.db.admin<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);
  return found;
};

/** The same refusal in both languages. */
async function refusedInBoth(
  ask: (language: Record<string, string>) => Promise<Answer>,
): Promise<{ code: string; status: number; zh: string; en: string }> {
  const zh = await ask({ 'accept-language': 'zh-CN' });
  const en = await ask({ 'accept-language': 'en' });
  expect(zh.body.code).toBe(en.body.code);
  const words = { zh: detailOf(zh), en: detailOf(en) };
  expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(words.en).not.toMatch(/^[\u4e00-\u9fff]/);
  expect(words.zh + words.en).not.toMatch(/\{\w+\}|undefined/);
  return { code: zh.body.code, status: zh.status, ...words };
}
const detailOf = ({ body }: Answer): string => String(body.detail);

const receiving = (change: Record<string, unknown>) =>
  refusedInBoth((language) => here.voices.agent.post('/api/requests', { ...report, ...change }, language));

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  here = await town.utility('here', 'liaocheng');
  there = await town.utility('there', 'liaocheng');
  const { order: opened } = await here.voices.agent.must('/api/requests', report);
  order = await drive(here, opened);
  await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
  await order.give('head', 'accept');
}, 60_000);

beforeEach(async () => {
  before = await counts();
});

const nothingWritten = async () => expect(await counts()).toEqual(before);

describe('receiving', () => {
  it('refuses an unknown event and names the nearest', async () => {
    const { code, status, zh, en } = await receiving({ event: 'pipe-leek' });
    expect([code, status]).toEqual(['unknown-event', 422]);
    expect(zh).toContain('pipe-leak');
    expect(en).toContain('pipe-leak');
    await nothingWritten();
  });
  it('refuses an unknown channel', async () => {
    expect(await receiving({ channel: 'telegraph' })).toMatchObject({
      status: 422,
      code: expect.stringMatching(/^unknown-channel/),
    });
    await nothingWritten();
  });
  it('refuses a time of receipt that has not come', async () => {
    expect(await receiving({ receivedAt: '2026-03-02T10:05:00+08:00' })).toMatchObject({ code: 'received-in-future' });
    await nothingWritten();
  });
  it('refuses a field of five megabytes', async () => {
    const { code, status } = await receiving({ content: '水'.repeat(1_700_000) });
    expect([code, status]).toEqual(['text-too-long', 400]);
    await nothingWritten();
  });
  it('refuses premises that are not in the register', async () => {
    expect(await receiving({ premisesId: 4711 })).toMatchObject({ code: 'premises-not-found', status: 404 });
    await nothingWritten();
  });
  it('refuses declining without an explanation, and without saying to whom it was handed on', async () => {
    const declining = (change: Record<string, unknown>) =>
      refusedInBoth((language) =>
        here.voices.agent.post('/api/requests/decline', { ...report, reason: 'outside-duty', ...change }, language),
      );
    expect(await declining({})).toMatchObject({ code: 'explanation-missing' });
    expect(await declining({ explanation: '属物业责任' })).toMatchObject({ code: 'handed-to-missing' });
    await nothingWritten();
  });
  it('refuses what is not JSON', async () => {
    expect(
      await refusedInBoth((language) => here.voices.agent.post('/api/requests', '{"channel": "phone", ', language)),
    ).toMatchObject({ code: 'invalid-json', status: 400 });
    await nothingWritten();
  });
  it('refuses a write without an idempotency key', async () => {
    const bare = (language: Record<string, string>) =>
      here.voices.agent.post('/api/requests', report, { 'idempotency-key': '', ...language });
    expect(await refusedInBoth(bare)).toMatchObject({ code: 'idempotency-key-missing', status: 400 });
    await nothingWritten();
  });
});

describe('an idempotency key', () => {
  it('gives the same answer to the same request and refuses another one', async () => {
    const key = { 'idempotency-key': 'a-key-used-twice' };
    const first = await here.voices.agent.post('/api/requests', report, key);
    const once = await counts();
    const again = await here.voices.agent.post('/api/requests', report, key);
    expect(again).toEqual(first);
    expect(
      await refusedInBoth((language) =>
        here.voices.agent.post('/api/requests', { ...report, content: '另一件事' }, { ...key, ...language }),
      ),
    ).toMatchObject({
      code: 'idempotency-key-reused',
      status: 409,
    });
    expect(await counts()).toEqual(once);
  });
});

describe('a command on an order', () => {
  const commanding = (who: keyof Utility['voices'], command: string, body: Record<string, unknown>) =>
    refusedInBoth((language) =>
      here.voices[who].post(`/api/orders/${order.id}/${command}`, { version: order.detail.version, ...body }, language),
    );

  it('refuses an event before receipt', async () => {
    expect(await commanding('head', 'note', { text: '早', occurredAt: '2026-03-02T09:00:00+08:00' })).toMatchObject({
      code: 'occurred-before-received',
    });
    await nothingWritten();
  });
  it('refuses an event that has not happened yet', async () => {
    expect(await commanding('head', 'note', { text: '晚', occurredAt: '2026-03-02T11:00:00+08:00' })).toMatchObject({
      code: 'occurred-in-future',
    });
    await nothingWritten();
  });
  it('refuses a pause that ends before it begins', async () => {
    const pause = {
      entry: 'failure',
      reason: '系统故障',
      from: '2026-03-02T10:00:00+08:00',
      until: '2026-03-02T09:30:00+08:00',
    };
    expect(await commanding('head', 'ask-pause', pause)).toMatchObject({ code: 'pause-ends-before-it-begins' });
    await nothingWritten();
  });
  it('refuses a note of five megabytes', async () => {
    expect(await commanding('head', 'note', { text: '水'.repeat(1_700_000) })).toMatchObject({ code: 'text-too-long' });
    await nothingWritten();
  });
  it('refuses a version somebody else has passed', async () => {
    expect(await commanding('head', 'note', { version: 1, text: '旧' })).toMatchObject({
      code: 'order-changed',
      status: 409,
    });
    await nothingWritten();
  });
  it('refuses a step that is not its turn', async () => {
    expect(await commanding('reviewer', 'close', {})).toMatchObject({ code: 'not-in-this-state' });
    await nothingWritten();
  });
  it('refuses somebody whose role does not do it', async () => {
    expect(await commanding('agent', 'assign', { handlerId: here.crewId })).toMatchObject({
      code: 'forbidden',
      status: 403,
    });
    // that it was refused is written down
    expect(await counts()).toEqual({ ...before, 'identity.audit': (before['identity.audit'] ?? 0) + 1 });
  });
});

describe('a stranger', () => {
  it('of another utility does not learn that the order exists', async () => {
    const asked = await refusedInBoth((language) =>
      there.voices.manager.post(
        `/api/orders/${order.id}/note`,
        { version: order.detail.version, text: '看看' },
        language,
      ),
    );
    expect(asked).toMatchObject({ code: 'order-not-found', status: 404 });
    expect((await there.voices.agent.get('/api/requests')).body.items).toEqual([]);
    await nothingWritten();
  });
  it('without a session is asked to sign in', async () => {
    const nobody = speaking(town.base, {});
    expect(await refusedInBoth((language) => nobody.post('/api/requests', report, language))).toMatchObject({
      code: 'unauthenticated',
      status: 401,
    });
    await nothingWritten();
  });
});
