/**
 * Two phones and a desk: the phone's own code, on a network with cuts, kills, doubles and late repeats, clocks wrong by up
 * to ten minutes, the desk acting in between. What was sent is applied once or listed with a reason, and the phone shows
 * what the server has. Two thousand sequences against a server in memory that decides by the same rules; a sample of them
 * against the real one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryWorld } from '../../web/kit/offline/memory/testing.ts';
import { oneOf, type Played, play, type Random, type World } from '../../web/kit/offline/testing.ts';
import type { SyncResult } from '../modules/field/index.ts';
import { createStaff, hashPassword, type Me } from '../modules/identity/index.ts';
import { type Command, execute, type LogEntry } from '../modules/work-orders/index.ts';
import { picture } from '../platform/files/testing.ts';
import { type City, city, drive, PASSWORD, type Parsed, speaking, type Utility, type Voice } from './city/testing.ts';

const SEQUENCES = 2000;
const SAMPLE = 15;

async function all(seeds: number, worldOf: (seed: number) => World | Promise<World>): Promise<Played> {
  const total: Played = { given: 0, applied: 0, listed: 0, refused: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const played = await play(seed, await worldOf(seed));
    for (const count of Object.keys(total) as (keyof Played)[]) total[count] += played[count];
  }
  expect(total.given).toBe(total.applied + total.listed);
  return total;
}

describe('what two phones sent and a desk did', () => {
  it(`comes to the same in ${SEQUENCES} sequences in memory`, async () => {
    const total = await all(SEQUENCES, memoryWorld);
    // the sequences are about something
    expect(total.applied).toBeGreaterThan(SEQUENCES * 4);
    expect(total.listed).toBeGreaterThan(SEQUENCES / 2);
    expect(total.refused).toBeGreaterThan(SEQUENCES);
  }, 180_000);
});

describe(`what they did at the real server, in ${SAMPLE} of them,`, () => {
  let town: City;
  let utility: Utility;
  let crew: { staffId: number; voice: Voice; token: string }[];
  let photo: Blob;
  const people = {} as Record<'head' | 'dispatcher' | 'reviewer' | 'manager', Me>;

  beforeAll(async () => {
    town = await city('2026-03-02T10:00:00+08:00');
    utility = await town.utility('hucheng', 'hucheng');
    const hash = await hashPassword(PASSWORD);
    await town.db.transaction(utility.utilityId, (tx) =>
      createStaff(tx, town.time, {
        ...{ username: 'second', name: 'second', roles: ['crew-member'], departmentId: 'repair', password: { hash } },
      }),
    );
    const rows = await town.db.admin<{ id: number; username: string; roles: string[]; unit: string }>(
      `select staff_id as id, username, roles, department_id as unit from identity.staff`,
    );
    const idOf = (username: string) => rows.find((row) => row.username === username)?.id ?? 0;
    for (const who of ['head', 'dispatcher', 'reviewer', 'manager'] as const) {
      const row = rows.find(({ username }) => username === `hucheng-${who}`);
      people[who] = {
        ...{ utilityId: utility.utilityId, utilityCode: 'hucheng', utilityName: 'hucheng', username: who, name: who },
        ...{ staffId: row?.id ?? 0, roles: row?.roles ?? [], departmentId: row?.unit ?? '', districts: [] },
      };
    }
    crew = [];
    for (const username of ['hucheng-crew', 'second']) {
      const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: PASSWORD }),
      });
      const { token } = (await answer.json()) as { token: string };
      crew.push({ staffId: idOf(username), token, voice: speaking(town.base, { authorization: `Bearer ${token}` }) });
    }
    photo = new Blob([new Uint8Array(await picture('jpeg', 64, 48))], { type: 'image/jpeg' });
  }, 90_000);

  const given: number[] = [];
  afterAll(() => expect(given).toHaveLength(SAMPLE * 3));

  async function assigned(handlerId: number): Promise<number> {
    const { order } = await utility.voices.agent.must('/api/requests', {
      ...{ channel: 'phone', event: 'pipe-leak', content: '路面冒水', contactTimes: '随时' },
      ...{ place: `湖滨东路 ${given.length + 1} 号`, reporter: '王小明', phone: `129${10_000_000 + given.length}` },
    });
    const driven = await drive(utility, order);
    await driven.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    await driven.give('head', 'accept');
    await driven.give('head', 'assign', { handlerId });
    given.push(order.id);
    return order.id;
  }

  /** As the server does: a refusal writes nothing. */
  const give = (me: Me, orderId: number, command: Command, input: object): Promise<unknown> =>
    town.db
      .transaction(utility.utilityId, async (tx) => {
        const done = await execute({ tx, me, time: town.time }, orderId, command, { input: input as never });
        if (!done.ok) throw new Refused();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
      });
  class Refused extends Error {}

  async function upload(token: string, file: Blob): Promise<string> {
    const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
    const begun = await fetch(`${town.base}/api/uploads`, {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(file.size) },
    });
    const url = begun.headers.get('location') ?? '';
    await fetch(town.base + url, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: await file.arrayBuffer(),
    });
    return url.split('/').at(-1) ?? '';
  }

  async function realWorld(): Promise<World> {
    const before = given.slice(-3);
    for (const id of before) await give(people.dispatcher, id, 'cancel', { reason: '演练结束' });
    const [a, b] = crew as [(typeof crew)[number], (typeof crew)[number]];
    const orders = [await assigned(a.staffId), await assigned(b.staffId), await assigned(a.staffId)];
    const voiceOf = (phone: number) => (crew[phone] as (typeof crew)[number]).voice;
    const must = ({ status, body }: { status: number; body: Parsed }): Parsed => {
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
      return body;
    };
    return {
      orders,
      photo,
      crew: crew.map(({ staffId }) => staffId),
      now: () => town.time.now(),
      advance: (ms) => town.time.advance(ms),
      sync: async (phone, request) => must(await voiceOf(phone).post('/api/sync', request)),
      snapshot: async (phone, device, have) =>
        must(await voiceOf(phone).get(`/api/field?device=${device.id}&have=${have.join(',')}`)),
      upload: (phone, file) => upload(crew[phone]?.token ?? '', file),
      async desk(random: Random) {
        const id = oneOf(random, orders);
        const { head, dispatcher, reviewer, manager } = people;
        const acts: (() => Promise<unknown>)[] = [
          () => give(dispatcher, id, 'cancel', { reason: '重复' }),
          () => give(head, id, 'assign', { handlerId: oneOf(random, crew).staffId }),
          () => give(head, id, 'handle', { form: { cause: '腐蚀' } }),
          () => give(reviewer, id, 'reject', { reason: '照片不清' }),
          () => give(manager, id, 'decide-return', { granted: random() < 0.5 }),
          () => give(dispatcher, id, 'set-facts', { facts: { urgent: true } }),
          () => town.sweep(),
          async () => {
            const version = async (of: number) => (await utility.voices.manager.get(`/api/orders/${of}`)).body.version;
            const into = oneOf(random, orders);
            const body = { into, version: await version(id), intoVersion: await version(into) };
            await utility.voices.dispatcher.post(`/api/orders/${id}/merge`, body);
          },
        ];
        await oneOf(random, acts)();
      },
      async logs() {
        const rows = await town.db.admin<LogEntry & { order: string }>(
          `select order_id as order, seq, kind, round(extract(epoch from occurred_at) * 1000)::float8 as "occurredAt",
             round(extract(epoch from recorded_at) * 1000)::float8 as "recordedAt", staff_id as "staffId",
             department_id as "departmentId", via, request_id::int as "requestId", command, version, data
           from work_orders.event where order_id = any ($1) order by order_id, seq`,
          [orders],
        );
        const logs = new Map<number, LogEntry[]>(orders.map((id) => [id, []]));
        for (const { order, ...entry } of rows) logs.get(Number(order))?.push(entry);
        return logs;
      },
      async kept(deviceId) {
        const rows = await town.db.admin<SyncResult>(
          `select command_id as id, outcome, refusal, flags from field.command where device_id = $1 order by place`,
          [deviceId],
        );
        return new Map(rows.map((row) => [row.id, row]));
      },
    };
  }

  it('comes to the same as in memory: done once or listed', async () => {
    const total = await all(SAMPLE, realWorld);
    expect(total.applied).toBeGreaterThan(SAMPLE * 3);
    expect(total.listed).toBeGreaterThan(SAMPLE / 4);
    expect(await town.differences(utility)).toEqual([]);
  }, 180_000);
});
