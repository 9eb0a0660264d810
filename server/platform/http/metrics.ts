/** GET /metrics: how the server is doing, in the text format of Prometheus. Labels are routes and states, never people. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import sql from 'sql-template-tag';
import type { TimeSource } from '../clock.ts';
import type { Db } from '../database.ts';
import { Refused } from './refused.ts';

/** A number that is asked for when somebody looks. */
export interface Measure {
  /** `gongshui_…`, ending in its unit; a counter's in `_total`. */
  name: string;
  help: string;
  kind: 'gauge' | 'counter';
  /** @param now milliseconds since 1970 */
  read(db: Db, now: number): number | Promise<number>;
}

export interface MetricsOptions {
  /** Who brings it is answered wherever he is; null: nobody has one. */
  token: string | null;
  /** This machine is answered without it. Not behind a proxy: everybody then comes from this machine. */
  onLoopback: boolean;
  measures: readonly Measure[];
}

/** Milliseconds the database may take over a number before the rest is answered without it. */
const PATIENCE = 3000;
/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The pool before anything that asks the database: what looks at it is not to be seen. */
const PLATFORM: readonly Measure[] = [
  ...(['connections', 'idle', 'waiting'] as const).map(
    (what): Measure => ({
      name: what === 'connections' ? 'gongshui_pool_connections' : `gongshui_pool_${what}`,
      help: {
        connections: 'Connections to the database that are open',
        idle: 'Open connections nobody uses',
        waiting: 'Pieces of work that wait for a connection',
      }[what],
      kind: 'gauge',
      read: (db) => db.load()[what],
    }),
  ),
  {
    name: 'gongshui_statements_total',
    help: 'Statements given to the database by this process',
    kind: 'counter',
    read: (db) => db.load().statements,
  },
  {
    name: 'gongshui_statements_failed_total',
    help: 'Of these, those that failed',
    kind: 'counter',
    read: (db) => db.load().failed,
  },
  {
    name: 'gongshui_database_up',
    help: 'Whether the database answers: 1 or 0',
    kind: 'gauge',
    read: async (db) => {
      const answer = db.query(sql`select 1`).then(
        () => 1,
        () => 0,
      );
      return Promise.race([answer, sleep(PATIENCE - 500, 0, { ref: false })]);
    },
  },
];

export function mountMetrics(
  app: FastifyInstance,
  { db, time }: { db: Db; time: TimeSource },
  options: MetricsOptions,
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'gongshui_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    // a stream lasts as long as its screen is open
    if (String(reply.raw.getHeader('content-type')).startsWith('text/event-stream')) return;
    // the route as it is declared: an address may hold a name or a number
    const labels = { method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
  for (const measure of [...PLATFORM, ...options.measures])
    addMeasure(registry, measure, () => ({ db, now: time.now() }));

  const guard = async (request: FastifyRequest): Promise<void> => {
    if (!mayLook(request, options)) throw new Refused({ code: 'metrics-refused' });
  };
  app.get('/metrics', { onRequest: guard }, async (_request, reply) =>
    reply
      .header('content-type', registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics()),
  );
}

/** What cannot be read in time is left out: an old number would be taken for today's. */
function addMeasure(registry: Registry, { name, help, kind, read }: Measure, at: () => { db: Db; now: number }): void {
  const value = async (): Promise<number | null> => {
    const { db, now } = at();
    const asked = Promise.resolve(read(db, now)).catch(() => null);
    return Promise.race([asked, sleep(PATIENCE, null, { ref: false })]);
  };
  const shared = { name, help, registers: [registry] };
  if (kind === 'gauge') {
    new Gauge({
      ...shared,
      async collect() {
        const found = await value();
        this.remove();
        if (found !== null) this.set(found);
      },
    });
  } else {
    new Counter({
      ...shared,
      async collect() {
        const found = await value();
        this.remove();
        if (found !== null) this.inc(found);
      },
    });
  }
}

const THIS_MACHINE = /^(::ffff:)?127\.|^::1$/;
const PASSED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function mayLook({ headers, socket }: FastifyRequest, { token, onLoopback }: MetricsOptions): boolean {
  const [, brought] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token !== null && brought !== undefined) return timingSafeEqual(hash(brought), hash(token));
  const passedOn = PASSED_ON.some((name) => headers[name] !== undefined);
  return onLoopback && !passedOn && THIS_MACHINE.test(socket.remoteAddress ?? '');
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
