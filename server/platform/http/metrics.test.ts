import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MetricsOptions } from './metrics.ts';
import { buildServer } from './server.ts';
import { deps, made } from './testing.ts';

type App = Awaited<ReturnType<typeof buildServer>>;

const TOKEN = 'a-token-of-the-watcher';
const opened: App[] = [];
const watched = async (metrics: Partial<MetricsOptions>, db = made.db): Promise<App> => {
  const app = await buildServer({
    ...deps(),
    db,
    metrics: { token: TOKEN, onLoopback: true, measures: [], ...metrics },
  });
  opened.push(app);
  return app;
};
const look = (app: App, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  app.inject({ url: '/metrics', headers, remoteAddress });

let app: App;
beforeAll(async () => {
  app = await watched({});
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

describe('/metrics', () => {
  test('is told to this machine, or to who brings the token', async () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect([address, (await look(app, {}, address)).statusCode]).toEqual([address, 200]);
    const elsewhere = '192.168.7.9';
    expect((await look(app, { authorization: `Bearer ${TOKEN}` }, elsewhere)).statusCode).toBe(200);
    for (const authorization of ['', `Bearer ${TOKEN}x`, 'Bearer x', `Basic ${TOKEN}`, TOKEN]) {
      const refused = await look(app, { authorization, 'accept-language': 'en' }, elsewhere);
      expect([authorization, refused.statusCode, refused.json().code]).toEqual([authorization, 403, 'metrics-refused']);
      expect(refused.json().detail).toContain('GONGSHUI_METRICS_TOKEN');
    }
    expect((await app.inject({ method: 'HEAD', url: '/metrics', remoteAddress: elsewhere })).statusCode).toBe(403);
  });

  test('behind a proxy everybody comes from this machine: only the token counts', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect([name, (await look(app, { [name]: '127.0.0.1' })).statusCode]).toEqual([name, 403]);
    const behind = await watched({ onLoopback: false });
    expect((await look(behind)).statusCode).toBe(403);
    expect((await look(behind, { authorization: `Bearer ${TOKEN}` })).statusCode).toBe(200);
    const nobody = await watched({ onLoopback: false, token: null });
    expect((await look(nobody, { authorization: 'Bearer null' })).statusCode).toBe(403);
  });

  test('counts requests by the route as declared, never by the address', async () => {
    await app.inject({ url: '/api/broken/王小明', headers: { authorization: 'ann' } });
    await app.inject({ url: '/api/things?q=13900000001' });
    await app.inject({ url: '/somewhere/13900000001' });
    const { body, headers } = await look(app);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body).toContain(
      'gongshui_http_request_duration_seconds_count{method="GET",route="/api/broken/:how",status="200"} 1',
    );
    expect(body).toContain(
      'gongshui_http_request_duration_seconds_count{method="GET",route="/api/things",status="401"} 1',
    );
    expect(body).toMatch(/_bucket\{le="0\.005",method="GET",route="-",status="404"\}/);
    expect(body).not.toMatch(/王小明|%E7|13900000001/);
    expect(body).toMatch(/^process_cpu_seconds_total \d/m);
    expect(body).toMatch(/^nodejs_eventloop_lag_seconds \d/m);
  });

  test('says how busy the database is, and what the modules measure', async () => {
    let asked = 0;
    const measured = await watched({
      measures: [{ name: 'gongshui_asked_total', help: 'h', kind: 'counter', read: () => ++asked + 6 }],
    });
    const of = async (name: string) =>
      Number(new RegExp(`^${name} (.+)$`, 'm').exec((await look(measured)).body)?.[1] ?? Number.NaN);
    expect(await of('gongshui_asked_total')).toBe(7);
    expect(await of('gongshui_asked_total')).toBe(8);
    expect(await of('gongshui_database_up')).toBe(1);
    expect(await of('gongshui_pool_connections')).toBeGreaterThanOrEqual(1);
    const before = [await of('gongshui_statements_total'), await of('gongshui_statements_failed_total')];
    await made.db.query({ text: 'select 1/0', values: [] } as never).catch(() => undefined);
    await made.db.transaction(1, (tx) => tx.run({ text: 'select 1/0', values: [] } as never)).catch(() => undefined);
    expect(await of('gongshui_statements_total')).toBeGreaterThan((before[0] ?? 0) + 3);
    expect(await of('gongshui_statements_failed_total')).toBe((before[1] ?? 0) + 2);

    // all of its connections held: somebody waits
    let done = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      done = resolve;
    });
    const work = Array.from({ length: 11 }, () => made.db.transaction(1, () => held, { readOnly: true }));
    while (made.db.load().waiting < 3 || made.db.load().connections < 8)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const busy = look(measured);
    expect(made.db.load()).toMatchObject({ connections: 8, idle: 0 });
    done();
    await Promise.all(work);
    expect((await busy).body).toMatch(/^gongshui_pool_waiting [3-9]$/m);
    expect(await of('gongshui_pool_waiting')).toBe(0);
  });

  test('without the database tells the rest, and no number of long ago', async () => {
    let away = false;
    const query = () => (away ? Promise.reject(new Error('gone')) : Promise.resolve([]));
    const sick = await watched(
      {
        measures: [
          { name: 'gongshui_left', help: 'h', kind: 'gauge', read: async (db) => (await db.query({} as never)).length },
          {
            name: 'gongshui_done_total',
            help: 'h',
            kind: 'counter',
            read: async (db) => (await db.query({} as never)).length,
          },
        ],
      },
      { ...made.db, query },
    );
    const well = (await look(sick)).body;
    expect(well).toMatch(/^gongshui_left 0$/m);
    expect(well).toMatch(/^gongshui_done_total 0$/m);
    away = true;
    const { statusCode, body } = await look(sick);
    expect(statusCode).toBe(200);
    expect(body).toMatch(/^gongshui_database_up 0$/m);
    expect(body).not.toMatch(/^gongshui_(left|done_total) /m);
    expect(body).toMatch(/^process_resident_memory_bytes \d/m);
  });
});
