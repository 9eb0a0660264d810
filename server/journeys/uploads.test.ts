/** Photos and papers from weak networks: sent in pieces, gone on with, attached, kept from who has no business with them. */
import { randomUUID } from 'node:crypto';
import { createConnection, createServer, type Server } from 'node:net';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '../platform/files/testing.ts';
import { type City, city, PASSWORD, type Utility, type Who } from './city/testing.ts';

let town: City;
let utility: Utility;
let other: Utility;
let orderId: number;
const tokens = new Map<string, string>();

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
  other = await town.utility('jinan', 'jinan');
  const { order } = await utility.voices.agent.must('/api/requests', {
    channel: 'phone',
    content: '路面冒水',
    place: '湖滨东路 18 号',
    event: 'pipe-leak',
    contactTimes: '随时',
    reporter: '王小明',
    phone: '12900001234',
  });
  orderId = order.id;
}, 60_000);

async function bearer({ code }: Utility, who: Who): Promise<Record<string, string>> {
  const username = `${code}-${who}`;
  if (!tokens.has(username)) {
    const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: PASSWORD }),
    });
    tokens.set(username, ((await answer.json()) as { token: string }).token);
  }
  return { authorization: `Bearer ${tokens.get(username)}` };
}

const TUS = { 'tus-resumable': '1.0.0' };
const create = async (headers: Record<string, string>, length: number) =>
  fetch(`${town.base}/api/uploads`, {
    method: 'POST',
    headers: { ...TUS, ...headers, 'upload-length': String(length) },
  });
const piece = async (headers: Record<string, string>, url: string, offset: number, bytes: Buffer) =>
  fetch(town.base + url, {
    method: 'PATCH',
    headers: { ...TUS, ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
const idOf = (url: string): string => url.split('/').at(-1) ?? '';

async function sent(headers: Record<string, string>, bytes: Buffer): Promise<string> {
  const url = (await create(headers, bytes.length)).headers.get('location') ?? '';
  expect((await piece(headers, url, 0, bytes)).status).toBe(204);
  return idOf(url);
}

const attach = (who: Who, upload: string, body: object = {}, headers: Record<string, string> = {}) =>
  utility.voices[who].post(`/api/orders/${orderId}/attachments`, { upload, name: '现场.jpg', ...body }, headers);

/** Lets so many bytes of each connection through, then cuts it; the `wholesome`-th lives. */
function brokenWire(cuts: number[]): Promise<{ url: string; server: Server; broken: () => number }> {
  const target = Number(new URL(town.base).port);
  let broken = 0;
  const server = createServer((near) => {
    const far = createConnection(target, '127.0.0.1');
    const left = cuts[0];
    let passed = 0;
    near.on('data', (part) => {
      passed += part.length;
      far.write(part);
      if (left === undefined || passed < left || cuts[0] !== left) return;
      cuts.shift();
      broken += 1;
      near.destroy();
      far.destroy();
    });
    far.on('data', (part) => near.write(part));
    for (const end of [near, far]) {
      end.on('error', () => undefined);
      end.on('close', () => [near, far].forEach((one) => void one.destroy()));
    }
  });
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () =>
      done({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, server, broken: () => broken }),
    ),
  );
}

describe('an upload', () => {
  it('goes on where the network broke off, and is attached whole', async () => {
    const photo = await picture('png', 1600, 1200);
    const wire = await brokenWire([60_000, 150_000, 90_000]);
    afterAll(() => void wire.server.close());
    const headers = await bearer(utility, 'agent');
    const url = await new Promise<string>((done, fail) => {
      const upload = new Upload(photo, {
        endpoint: `${wire.url}/api/uploads`,
        headers,
        chunkSize: 100_000,
        retryDelays: [10, 10, 20, 50, 100, 100],
        onSuccess: () => done(upload.url ?? ''),
        onError: fail,
      });
      upload.start();
    });
    expect(wire.broken()).toBe(3);
    const answer = await attach('agent', idOf(url), { takenAt: '2026-03-02T09:58:00+08:00' });
    expect(answer).toMatchObject({
      status: 201,
      body: { name: '现场.jpg', mediaType: 'image/png', bytes: photo.length, takenAt: '2026-03-02T01:58:00.000Z' },
    });
    const file = await fetch(town.base + answer.body.url, { headers });
    expect(Buffer.from(await file.arrayBuffer()).equals(photo)).toBe(true);
    const small = await fetch(town.base + answer.body.preview, { headers });
    expect(small.headers.get('content-type')).toBe('image/jpeg');
    expect(small.headers.get('content-security-policy')).toContain('sandbox');
    expect((await small.arrayBuffer()).byteLength).toBeLessThan(photo.length / 3);
  });

  it('that is not whole cannot be attached yet; nor one that is not there', async () => {
    const headers = await bearer(utility, 'agent');
    const url = (await create(headers, 1000)).headers.get('location') ?? '';
    await piece(headers, url, 0, Buffer.alloc(400, 1));
    expect(await attach('agent', idOf(url))).toMatchObject({ status: 409, body: { code: 'upload-unfinished' } });
    const head = await fetch(town.base + url, { method: 'HEAD', headers: { ...TUS, ...headers } });
    expect(head.headers.get('upload-offset')).toBe('400');
    expect((await piece(headers, url, 300, Buffer.alloc(10))).status).toBe(409);
    expect((await fetch(town.base + url, { method: 'DELETE', headers: { ...TUS, ...headers } })).status).toBe(204);
    expect(await attach('agent', idOf(url))).toMatchObject({ status: 404, body: { code: 'upload-not-found' } });
    expect(await attach('agent', randomUUID())).toMatchObject({ status: 404, body: { code: 'upload-not-found' } });
  });

  it('larger than the limit is not begun', async () => {
    expect((await create(await bearer(utility, 'agent'), 101 * 1024 * 1024)).status).toBe(413);
  });

  it('is known to its sender alone', async () => {
    const mine = await sent(await bearer(utility, 'agent'), await picture('jpeg', 50, 50));
    for (const headers of [await bearer(utility, 'dispatcher'), await bearer(other, 'agent')]) {
      const url = `/api/uploads/${mine}`;
      const asked = (method: string) => fetch(town.base + url, { method, headers: { ...TUS, ...headers } });
      expect((await asked('HEAD')).status).toBe(404);
      expect((await asked('DELETE')).status).toBe(404);
      expect((await piece(headers, url, 0, Buffer.alloc(5))).status).toBe(404);
    }
    expect(await attach('dispatcher', mine)).toMatchObject({ status: 404, body: { code: 'upload-not-found' } });
    expect((await attach('agent', mine)).status).toBe(201);
  });

  it('is nothing for a stranger, nor for a role that attaches nothing, and is never read back', async () => {
    const headers = await bearer(utility, 'agent');
    const id = await sent(headers, await picture('jpeg', 50, 50));
    expect((await create({}, 10)).status).toBe(401);
    expect((await create(await bearer(utility, 'supervisor'), 10)).status).toBe(403);
    expect((await fetch(`${town.base}/api/uploads/${id}`, { headers: { ...TUS, ...headers } })).status).toBe(404);
    const disguised = await fetch(`${town.base}/api/uploads`, {
      method: 'POST',
      headers: { ...TUS, ...headers, 'x-http-method-override': 'GET', 'upload-length': '10' },
    });
    expect(disguised.status).toBe(201);
  });
});

describe('an attachment', () => {
  it('is what its content says, and attached once however often it is asked for', async () => {
    const headers = await bearer(utility, 'agent');
    const page = await sent(headers, Buffer.from('<html><script>alert(1)</script></html>'));
    expect(await attach('agent', page)).toMatchObject({ status: 415, body: { code: 'file-type-refused' } });

    const photo = await sent(headers, await picture('webp', 60, 60));
    const key = { 'idempotency-key': randomUUID() };
    const first = await attach('agent', photo, {}, key);
    expect(first.status).toBe(201);
    expect((await attach('agent', photo, {}, key)).body).toEqual(first.body);
    const { body } = await utility.voices.agent.get(`/api/orders/${orderId}`);
    expect(body.attachments.filter((one: { id: string }) => one.id === first.body.id)).toHaveLength(1);
    expect(body.version).toBe(1);
  });

  it('is out of reach of those who do not see its order', async () => {
    const upload = await sent(await bearer(utility, 'agent'), await picture('jpeg', 70, 70));
    const { body } = await attach('agent', upload);
    for (const url of [body.url, body.preview]) {
      expect((await utility.voices.dispatcher.get(url)).status).toBe(200);
      // the order is with nobody yet
      expect((await utility.voices.head.get(url)).status).toBe(404);
      expect((await utility.voices.crew.get(url)).status).toBe(404);
      expect((await other.voices.dispatcher.get(url)).status).toBe(404);
      expect((await fetch(town.base + url)).status).toBe(401);
    }
    const fromHead = await sent(await bearer(utility, 'head'), await picture('jpeg', 71, 70));
    expect(await attach('head', fromHead)).toMatchObject({ status: 404, body: { code: 'order-not-found' } });
  });
});
