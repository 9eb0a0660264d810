/** What a phone sends and is told: each command done once or listed with its reason, on real PostgreSQL over HTTP. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SyncAnswer } from '../modules/field/index.ts';
import { createStaff } from '../modules/identity/index.ts';
import { picture } from '../platform/files/testing.ts';
import { type City, city, drive, PASSWORD, type Parsed, speaking, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;

const SECRET = 'k'.repeat(43);
let device: string;

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);

const iso = (ms = town.time.now()): string => new Date(ms).toISOString();
const MINUTE = 60_000;

interface Sent {
  id?: string;
  order: number;
  command: string;
  body?: object;
  occurredAt?: string;
  deviceAt?: string;
  position?: { lon: number; lat: number; accuracy: number };
  seen?: number;
}
const given = ({ body = {}, ...sent }: Sent) => ({
  id: randomUUID(),
  occurredAt: iso(),
  deviceAt: iso(),
  ...sent,
  body,
});
const sync = async (commands: object[], more: object = {}): Promise<{ status: number; body: SyncAnswer }> =>
  utility.voices.crew.post('/api/sync', { deviceId: device, secret: SECRET, sentAt: iso(), commands, ...more });

let places = 0;
/** An order of the crew, on the way. */
async function given1(more: object = {}): Promise<{ id: number; number: string }> {
  const { order } = await utility.voices.agent.must('/api/requests', {
    channel: 'phone',
    event: 'pipe-leak',
    content: '路面冒水',
    place: `湖滨东路 ${++places} 号`,
    reporter: '王小明',
    phone: '12900001234',
    contactTimes: '随时',
    lon: 117,
    lat: 36.6,
    ...more,
  });
  const driven = await drive(utility, order);
  await driven.give('dispatcher', 'dispatch', { departmentId: 'repair' });
  await driven.give('head', 'accept');
  await driven.give('head', 'assign', { handlerId: utility.crewId });
  return order;
}

const pageOf = async (id: number): Promise<Parsed> => (await utility.voices.manager.get(`/api/orders/${id}`)).body;
const arrivals = async (id: number): Promise<Parsed[]> =>
  (await pageOf(id)).timeline.filter(({ kind }: Parsed) => kind === 'arrived');
const record = (order: number, milestone: string, more: Partial<Sent> = {}) =>
  given({ order, command: 'record', body: { milestone }, ...more });

describe('a phone', () => {
  it('is bound to who is signed in on it, and takes along what its rules need', async () => {
    const order = await given1();
    device = randomUUID();
    expect((await utility.voices.crew.get(`/api/field?device=${device}`)).body.code).toBe('device-not-known');
    expect((await sync([], { name: '华为 Mate 60' })).body).toMatchObject({ wipe: false, results: [] });
    const { body } = await utility.voices.crew.get(`/api/field?device=${device}`);
    const [one] = body.orders;
    expect(body.orders.map(({ view }: Parsed) => view.number)).toEqual([order.number]);
    expect(one.callers).toMatchObject([{ reporter: '王小明', phone: '12900001234' }]);
    expect(one.log.at(-1)).toMatchObject({ kind: 'assigned' });
    expect(body.me.permissions).toMatchObject({ 'orders.record': 'own' });
    expect(body.people).toMatchObject({ [utility.crewId]: 'crew' });
    const { pack } = body.rulebooks[one.book];
    expect(pack.hash).toBe(one.view.pack.hash);
    // what it has is not sent again
    const have = [...Object.keys(body.rulebooks), body.words.key].join(',');
    const again = (await utility.voices.crew.get(`/api/field?device=${device}&have=${have}`)).body;
    expect(again).toMatchObject({ rulebooks: {}, words: { texts: null }, orders: [{ book: one.book }] });
    // for a weak network
    const authorization = `Bearer ${(await signedIn('hucheng-crew')).token}`;
    const raw = await fetch(`${town.base}/api/field?device=${device}`, { headers: { authorization } });
    expect([raw.headers.get('content-encoding'), raw.headers.get('vary')]).toEqual(['gzip', 'accept-encoding']);
    expect(Number(raw.headers.get('content-length'))).toBeLessThan(80_000);
    expect(((await raw.json()) as Parsed).orders).toHaveLength(1);
    const plain = await fetch(`${town.base}/api/field?device=${device}`, {
      headers: { authorization, 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(JSON.stringify(again).length).toBeLessThan(12_000);
    // put on the phone once, written down once
    const seen = await town.db.admin(`select detail from identity.audit where action = 'personal.reveal'`);
    expect(seen).toEqual([{ detail: { requests: [one.callers[0].requestId], device } }]);
    // somebody else on the same phone has to make himself known
    const other = await utility.voices.head.post('/api/sync', {
      ...{ deviceId: device, secret: SECRET, sentAt: iso(), commands: [] },
    });
    expect([other.status, other.body.code]).toEqual([409, 'device-of-another']);
    expect((await sync([], { secret: 'x'.repeat(43) })).body).toMatchObject({ code: 'device-not-known' });
  });

  it('has each command done once, however often and at once it is sent', async () => {
    const { id } = await given1();
    town.time.advance(10 * MINUTE);
    const before = iso(town.time.now() - 4 * MINUTE);
    const arrived = record(id, 'arrived', { occurredAt: before, deviceAt: before });
    const first = iso(town.time.now() - 5 * MINUTE);
    const contacted = record(id, 'contacted', { occurredAt: first, deviceAt: first });
    const both = await Promise.all([sync([contacted, arrived]), sync([contacted, arrived]), sync([contacted])]);
    const again = await sync([contacted, arrived]);
    const done = { outcome: 'applied', flags: [] };
    for (const { body } of [...both.slice(0, 2), again])
      expect(body.results).toEqual([
        { id: contacted.id, ...done },
        { id: arrived.id, ...done },
      ]);
    expect(await arrivals(id)).toMatchObject([{ occurredAt: arrived.occurredAt, via: 'field' }]);
    const twice = await sync([arrived, arrived]);
    expect(twice.body).toMatchObject({ code: 'command-id-reused' });
  });

  it('lists what the rules refuse by now, in words, and goes on', async () => {
    const [mine, theirs] = [await given1(), await given1()];
    await utility.voices.dispatcher.must(`/api/orders/${theirs.id}/cancel`, {
      version: (await pageOf(theirs.id)).version,
      reason: '重复',
    });
    const sent = [
      record(theirs.id, 'arrived'),
      record(mine.id, 'no-such-thing'),
      record(mine.id, 'arrived', { occurredAt: iso(town.time.now() + 5 * MINUTE) }),
      given({ order: mine.id, command: 'record', body: { milestone: 7 } }),
      given({ order: mine.id, command: 'merge', body: {} }),
      record(987_654, 'arrived'),
      record(mine.id, 'arrived'),
    ];
    const { body } = await sync(sent);
    expect(body.results.map(({ outcome, refusal }) => refusal?.code ?? outcome)).toEqual([
      'not-in-this-state',
      'milestone-unknown',
      'occurred-in-future',
      'invalid-input',
      'command-unknown',
      'order-not-found',
      'applied',
    ]);
    expect(body.results[0]?.refusal?.message).toBe('工单现为“已销单”，不能执行“登记节点”。');
    expect(body.results[3]?.refusal?.message).toContain('milestone');
    // as it was answered, even if it could be done by now
    town.time.advance(6 * MINUTE);
    expect((await sync(sent)).body.results).toEqual(body.results);
    expect(await arrivals(mine.id)).toHaveLength(1);
    const english = await utility.voices.crew.post(
      '/api/sync',
      { deviceId: device, secret: SECRET, sentAt: iso(), commands: [record(theirs.id, 'arrived')] },
      { 'accept-language': 'en' },
    );
    expect(english.body.results[0].refusal.message).toContain('is not possible now');
  });

  it('does on the surviving order what was meant for one merged into it, or names it', async () => {
    const [gone, kept, away] = [await given1(), await given1(), await given1()];
    const merge = async (from: number, into: number) =>
      utility.voices.dispatcher.must(`/api/orders/${from}/merge`, {
        ...{ into, version: (await pageOf(from)).version, intoVersion: (await pageOf(into)).version },
      });
    await merge(gone.id, kept.id);
    const [done] = (await sync([record(gone.id, 'arrived')])).body.results;
    expect(done).toMatchObject({ outcome: 'applied', into: { id: kept.id, number: kept.number } });
    expect(await arrivals(kept.id)).toHaveLength(1);
    // nobody holds that one
    const { order: open } = await utility.voices.agent.must('/api/requests', {
      ...{ channel: 'phone', event: 'pipe-leak', content: '冒水', place: '明湖路 1 号', phone: '12900001235' },
    });
    await merge(away.id, open.id);
    const [refused] = (await sync([record(away.id, 'arrived')])).body.results;
    expect(refused).toMatchObject({ outcome: 'listed', refusal: { code: 'order-merged' } });
    expect(refused?.refusal?.message).toContain(open.number);
  });

  it('has what is doubtful shown on the order', async () => {
    const { id } = await given1();
    town.time.advance(60 * MINUTE);
    const near = { lon: 117.001, lat: 36.6, accuracy: 10 };
    const at = (minutes: number) => iso(town.time.now() + minutes * MINUTE);
    await sync([record(id, 'arrived', { position: near, occurredAt: at(-20), deviceAt: at(-20) })]);
    const flagged = [
      // eleven kilometres in one minute
      record(id, 'water-stopped', {
        position: { lon: 117.1, lat: 36.65, accuracy: 5 },
        occurredAt: at(-19),
        deviceAt: at(-19),
      }),
      record(id, 'located', { occurredAt: at(-25), deviceAt: at(-25) }),
      record(id, 'repaired', { occurredAt: at(-5), deviceAt: at(-15) }),
    ];
    const { body } = await sync(flagged);
    expect(body.results.map(({ flags }) => flags)).toEqual([['far', 'fast'], ['before-acknowledged'], ['clock']]);
    const shown = (await pageOf(id)).timeline.filter(({ flags }: Parsed) => flags);
    expect(shown.map(({ kind, flags }: Parsed) => [kind, flags[0].text])).toEqual([
      ['water-stopped', '离工单位置过远'],
      ['located', '早于已确认的事件'],
      ['repaired', '手机时钟有误'],
    ]);
    // a clock ten minutes slow, corrected: nothing doubtful, and all three times are kept
    const slow = record(id, 'restored', { deviceAt: at(-11), occurredAt: at(-1) });
    const { body: fine } = await sync([slow], { sentAt: at(-10) });
    expect(fine.results).toEqual([{ id: slow.id, outcome: 'applied', flags: [] }]);
    expect(
      await town.db.admin(
        `select occurred_at - device_at = interval '10 minutes' as corrected, offset_ms::int from field.command where command_id = $1`,
        [slow.id],
      ),
    ).toEqual([{ corrected: true, offset_ms: 600_000 }]);
  });

  it('takes photos and a signature sent before, and hands an order over to a colleague', async () => {
    const { id } = await given1();
    const upload = await uploaded(await picture('jpeg', 64, 48));
    const body = { upload, name: '签字.jpg', as: 'signature' };
    const signed = given({ order: id, command: 'attach', body });
    expect((await sync([signed])).body.results).toMatchObject([{ outcome: 'applied' }]);
    const page = await pageOf(id);
    expect(page.attachments).toMatchObject([{ name: '签字.jpg' }]);
    expect(page.timeline.at(-1)).toMatchObject({ text: '附件：客户签字；签字.jpg', via: 'field' });
    const nowhere = given({ order: id, command: 'attach', body: { ...body, upload: randomUUID() } });
    expect((await sync([nowhere])).body.results).toMatchObject([{ refusal: { code: 'upload-not-found' } }]);
    const colleague = await town.db.transaction(utility.utilityId, (tx) =>
      createStaff(tx, town.time, {
        ...{ username: 'colleague', name: '老赵', roles: ['crew-member'], departmentId: 'repair' },
        password: { hash: 'x' },
      }),
    );
    const handedOver = given({ order: id, command: 'assign', body: { handlerId: colleague, note: '换班' } });
    const after = record(id, 'arrived');
    expect((await sync([handedOver, after])).body.results).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'listed', refusal: { code: 'forbidden' } },
    ]);
    expect((await pageOf(id)).handlerName).toBe('老赵');
  });

  it('is cut off when it is lost, and wiped when it next makes contact, with a session or without', async () => {
    const { id } = await given1();
    const mine = (await utility.voices.crew.get('/api/field/devices')).body;
    expect(mine).toMatchObject([{ id: device, name: '华为 Mate 60', staffName: 'crew', lostAt: null }]);
    expect((await utility.voices.head.get('/api/field/devices')).body).toEqual([]);
    const asked = { deviceId: device, secret: SECRET };
    const wipe = async (body: object) => (await speaking(town.base, {}).post('/api/field/wipe-due', body)).body;
    expect(await wipe(asked)).toEqual({ wipe: false });
    expect((await utility.voices.head.post(`/api/field/devices/${device}/lost`, {})).body.code).toBe(
      'device-not-found',
    );
    const lost = await utility.voices.crew.must(`/api/field/devices/${device}/lost`, {});
    expect(lost).toMatchObject({ lostBy: 'crew', wipedAt: null });
    // the session it had is gone; while the server still believes in it the answer says the same
    expect(await town.db.admin(`select from auth.session n join field.device d on n.id = d.session_id`)).toEqual([]);
    const cut = await sync([record(id, 'arrived')]);
    expect(cut.status === 401 || cut.body.wipe).toBe(true);
    expect(await wipe({ ...asked, secret: 'x'.repeat(43) })).toEqual({ wipe: false });
    expect(await wipe(asked)).toEqual({ wipe: true });
    const { token } = await signedIn('hucheng-crew');
    const again = speaking(town.base, { authorization: `Bearer ${token}` });
    const late = await again.post('/api/sync', { ...asked, sentAt: iso(), commands: [record(id, 'arrived')] });
    expect(late.body).toMatchObject({ wipe: true, results: [] });
    expect((await again.get(`/api/field?device=${device}`)).body.code).toBe('device-lost');
    expect(await arrivals(id)).toEqual([]);
    expect((await again.get('/api/field/devices')).body[0].wipedAt).not.toBeNull();
    const written = await town.db.admin(
      `select action, object from identity.audit where action like 'device.%' order by audit_id`,
    );
    expect(written).toEqual([
      { action: 'device.bound', object: `device:${device}` },
      { action: 'device.lost', object: `device:${device}` },
    ]);
  });

  it('leaves logs and orders that agree', async () => {
    expect(await town.differences(utility)).toEqual([]);
  });
});

async function signedIn(username: string): Promise<{ token: string }> {
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  return (await answer.json()) as { token: string };
}

async function uploaded(bytes: Buffer): Promise<string> {
  const headers = {
    authorization: `Bearer ${(await signedIn('hucheng-crew')).token}`,
    'tus-resumable': '1.0.0',
  };
  const begun = await fetch(`${town.base}/api/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length) },
  });
  const url = begun.headers.get('location') ?? '';
  await fetch(town.base + url, {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
  return url.split('/').at(-1) ?? '';
}
