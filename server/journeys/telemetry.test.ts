/** What a receiver of traces learns of a request, and that it learns nothing of the caller. */
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openLog } from '../platform/log.ts';
import { startTelemetry } from '../platform/telemetry.ts';
import { city, type Utility } from './city/testing.ts';
import { type Collector, collector } from './watching/collector.ts';

const CALLER = {
  channel: 'phone',
  event: 'pipe-leak',
  content: '阁楼水管爆裂，钥匙在邻居欧阳处',
  place: '荷香弄 9 号 302',
  reporter: '欧阳未名',
  phone: '13911112222',
};
const PERSONAL = /欧阳|未名|阁楼|荷香|13911112222|%E6%AC%A7|water-2026/;
const TRACE = '0af7651916cd43dd8448eb211c80319c';

const lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
let receiver: Collector;
let end: () => Promise<void>;
let utility: Utility;
let base: string;
beforeAll(async () => {
  receiver = await collector();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', receiver.url);
  end = await startTelemetry('gongshui test', process.env);
  const town = await city('2026-03-02T10:00:00+08:00', { logger: openLog(sink) });
  base = town.base;
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);
afterAll(() => vi.unstubAllEnvs());

it('a request is a span with its route and status, its statements under it, under the trace its caller began', async () => {
  const { agent } = utility.voices;
  const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;
  expect((await agent.post('/api/requests', CALLER, { traceparent })).status).toBe(201);
  const { body } = await agent.get(`/api/orders?q=${encodeURIComponent(CALLER.reporter)}`);
  expect(body.items).toHaveLength(1);
  expect((await agent.post('/api/requests', { ...CALLER, event: 'no-such' })).status).toBe(422);
  expect((await fetch(`${base}/api/nothing/${CALLER.phone}`)).status).toBe(404);
  await end();

  const ours = receiver.spans.filter(({ traceId }) => traceId === TRACE);
  const request = ours.find(({ parentSpanId }) => parentSpanId === 'b7ad6b7169203331');
  expect(request).toMatchObject({
    service: 'gongshui test',
    name: 'POST /api/requests',
    attributes: { 'http.route': '/api/requests', 'http.request.method': 'POST', 'http.response.status_code': 201 },
  });
  const statements = ours.filter(({ attributes }) => attributes['db.system.name'] === 'postgresql');
  expect(statements.every(({ parentSpanId }) => parentSpanId === request?.spanId)).toBe(true);
  expect(statements.map(({ name }) => name)).toEqual(expect.arrayContaining(['BEGIN', 'INSERT', 'SELECT', 'COMMIT']));
  expect(
    statements.some(({ attributes }) => /insert into requests.request\b/.test(`${attributes['db.query.text']}`)),
  ).toBe(true);
  expect(receiver.spans.map(({ name }) => name)).toEqual(expect.arrayContaining(['GET /api/orders', 'GET']));
  expect(receiver.text()).not.toMatch(PERSONAL);
  // a line of the log leads to its trace
  expect(lines.some((line) => JSON.parse(line).trace === TRACE)).toBe(true);
});
