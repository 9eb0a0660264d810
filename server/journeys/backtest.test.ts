/** Past orders under another rulebook, over HTTP: the figures, who may ask, and a worker killed in the middle. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { seedTown } from '../../database/town/seed.ts';
import { runBacktests } from '../modules/backtests/index.ts';
import { loadPacks, type Pack, readFolder, SHIPPED } from '../modules/regulations/index.ts';
import { sweep } from '../modules/work-orders/index.ts';
import { systemTime } from '../platform/clock.ts';
import { type TestDatabase, testDatabase } from '../platform/testing.ts';
import type { Parsed } from './city/testing.ts';
import { gongshui } from './redating/testing.ts';
import { type TestServer, testServer } from './testing.ts';

vi.setConfig({ testTimeout: 60_000 });

let db: TestDatabase;
let server: TestServer;
let packs: readonly Pack[];
let utilityId: number;
const tokens = new Map<string, string>();

beforeAll(async () => {
  db = await testDatabase();
  packs = loadPacks(readFolder(SHIPPED) ?? []).packs;
  const seeded = await seedTown({ db, adminUrl: db.url, time: systemTime, packs, password: 'gongshui', closed: 30 });
  utilityId = seeded.utilityId;
  server = await testServer({ db });
  for (const who of ['liqian', 'fanlei', 'caoming']) tokens.set(who, (await server.signIn(who, 'gongshui')).token);
  await sweep(db, systemTime);
}, 90_000);

async function call(who: string, method: 'GET' | 'POST', path: string, body?: object) {
  const answer = await fetch(`${server.url}/api/backtests${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(who)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const type = answer.headers.get('content-type') ?? '';
  const text = await answer.text();
  return { status: answer.status, text, body: (type.includes('json') ? JSON.parse(text) : {}) as Parsed };
}

const hashOf = (name: string): string => packs.find(({ pack }) => pack === name)?.hash ?? '';
const work = (ahead = 0) =>
  runBacktests(db, { now: () => systemTime.now() + ahead }, [utilityId], {
    url: db.url,
    failed: (error) => {
      throw error;
    },
  });
const look = (id: string) => call('liqian', 'GET', `/${id}`);

async function asked(candidate: string, more: object = {}): Promise<Parsed> {
  const begun = await call('liqian', 'POST', '', { candidate: hashOf(candidate), ...more });
  expect(begun.status).toBe(201);
  await work();
  const { body } = await look(begun.body.id);
  expect(body.state).toBe('done');
  return body;
}

/** Asked once, looked at by several tests. */
let beside: Promise<Parsed> | undefined;
const underJinan = (): Promise<Parsed> => {
  beside ??= asked('jinan');
  return beside;
};

const sum = (rows: Parsed[], which: string, of: string): number =>
  rows.reduce((all, row) => all + (row[which]?.counts[of] ?? 0), 0);

describe('a backtest', () => {
  it('under the rulebook the orders are under says what their stored clocks say, on both sides', async () => {
    const { outcome } = await asked('hucheng');
    const stored = await db.admin<{ clock: string; unit: string | null; late: number; met: number }>(
      `select section || '/' || clock_id as clock, c.department_id as unit,
         count(*) filter (where breached_at is not null and withdrawn_at is null or breached_at is null and not provisional
           and c.state in ('running', 'warned') and breach_at <= $2)::int as late,
         count(*) filter (where c.state = 'met' and c.due_at is not null)::int as met
       from work_orders.clock c join work_orders.work_order o using (utility_id, order_id)
       where utility_id = $1 and o.sealed_to is null group by 1, 2`,
      [utilityId, outcome.now],
    );
    const cell = ({ section, clock, departmentId }: Parsed) => `${section}/${clock} ${departmentId}`;
    const wanted = Object.fromEntries(stored.map(({ clock, unit, late, met }) => [`${clock} ${unit}`, [met, late]]));
    for (const which of ['before', 'after'])
      expect(
        Object.fromEntries(
          outcome.cells.map((one: Parsed) => [cell(one), [one[which].counts['in-time'], one[which].counts.late]]),
        ),
      ).toEqual(wanted);
    expect(Object.values(wanted).some(([, late = 0]) => late > 0)).toBe(true);
    expect(outcome.changed).toEqual({ 'to-late': 0, 'to-in-time': 0 });
    expect(outcome.incomparable).toEqual([]);
  });

  it('under that of another city counts every order once, by rule and by unit alike, and names those that change', async () => {
    const { outcome, total, done } = await underJinan();
    const [{ n }] = (await db.admin<{ n: number }>(
      'select count(*)::int as n from work_orders.work_order where utility_id = $1 and sealed_to is null',
      [utilityId],
    )) as [{ n: number }];
    expect([outcome.orders, total, done]).toEqual([n, n, n]);
    for (const which of ['before', 'after'])
      for (const verdict of ['in-time', 'late', 'open', 'incomparable']) {
        const owed = outcome.rules.filter(({ section }: Parsed) => section !== 'approvals');
        expect(sum(outcome.departments, which, verdict)).toBe(sum(owed, which, verdict));
        expect(outcome.total[which].counts[verdict]).toBe(sum(owed, which, verdict));
      }
    const { 'to-late': toLate, 'to-in-time': toInTime } = outcome.changed;
    const unexplained = outcome.late.after - outcome.late.before - (toLate - toInTime);
    expect(Math.abs(unexplained)).toBeLessThanOrEqual(outcome.unclear);
    expect(toLate + toInTime).toBeGreaterThan(0);
    for (const [direction, sample] of Object.entries<Parsed[]>(outcome.samples)) {
      expect(sample.length).toBe(Math.min(50, outcome.changed[direction]));
      for (const order of sample) expect([order.number.length > 0, order.clocks.length > 0]).toEqual([true, true]);
    }
  });

  it('against a named rulebook rather than each order’s own, over a few days only', async () => {
    const day = new Date(systemTime.now() - 20 * 86_400_000).toISOString().slice(0, 10);
    const { outcome, baseline } = await asked('hucheng', { baseline: hashOf('jinan'), from: day });
    expect(baseline.pack).toBe('jinan');
    const whole = (await underJinan()).outcome;
    expect(outcome.orders).toBeLessThan(whole.orders);
    expect(outcome.rules.some(({ before }: Parsed) => before !== null)).toBe(true);
  });

  it('is a file, and a command, with the same figures', async () => {
    const { id, outcome } = await underJinan();
    const file = await call('liqian', 'GET', `/${id}/file?format=csv`);
    expect([file.status, file.text.split('\r\n').length]).toEqual([
      200,
      2 + outcome.departments.length + outcome.rules.length + outcome.cells.length,
    ]);
    const said = await gongshui(db.url, 'backtest', '--pack', 'jinan', '--json');
    expect(said.stderr).toBe('');
    const [told] = JSON.parse(said.stdout) as Parsed[];
    expect([told?.orders, told?.changed, told?.late]).toEqual([outcome.orders, outcome.changed, outcome.late]);
  });

  it('refuses what it cannot answer, and says why', async () => {
    const ask = (body: object) => call('liqian', 'POST', '', { candidate: hashOf('jinan'), ...body });
    expect((await ask({ candidate: 'f'.repeat(64) })).body.code).toBe('backtest-rulebook-unknown');
    expect((await ask({ from: '2026-13-01' })).body.code).toBe('backtest-day-not-valid');
    expect((await ask({ from: '2026-03-02', until: '2026-03-01' })).body.code).toBe('backtest-period-ends-first');
    expect((await ask({ from: '1990-03-02' })).body.code).toBe('backtest-period-too-long');
    expect((await call('caoming', 'POST', '', { candidate: hashOf('jinan') })).status).toBe(403);
    expect((await call('liqian', 'GET', `/${randomUUID()}`)).body.code).toBe('backtest-not-found');
  });

  it('of days without orders says so', async () => {
    const { outcome } = await asked('jinan', { from: '2020-01-01', until: '2020-01-31' });
    expect([outcome.orders, outcome.rules, outcome.total.after]).toEqual([0, [], null]);
  });
});

describe('a run', () => {
  const begin = async (): Promise<string> =>
    (await call('liqian', 'POST', '', { candidate: hashOf('jinan') })).body.id as string;

  it('is stopped by who asked for it, and run again', async () => {
    const id = await begin();
    expect((await call('fanlei', 'POST', `/${id}/cancel`, {})).body.code).toBe('backtest-not-yours');
    expect((await call('liqian', 'POST', `/${id}/cancel`, {})).body.state).toBe('cancelled');
    expect((await call('liqian', 'POST', `/${id}/cancel`, {})).body.code).toBe('backtest-not-running');
    expect(await work()).toBe(0);
    expect((await call('liqian', 'POST', `/${id}/repeat`, {})).body.state).toBe('running');
    expect((await call('liqian', 'POST', `/${id}/repeat`, {})).body.code).toBe('backtest-not-stopped');
    expect(await work()).toBe(1);
    expect((await look(id)).body.state).toBe('done');
  });

  it('whose worker is killed in the middle is taken up by another; one that always breaks is said to have failed', async () => {
    // it hangs in the middle: it has counted its orders, and is about to say so
    await db.admin(`create function public.hang() returns trigger language plpgsql as
      $$ begin if old.total is null and new.total is not null then perform pg_sleep(60); end if; return new; end $$`);
    await db.admin('create trigger hang before update on backtests.run for each row execute function public.hang()');
    const id = await begin();
    const worker = spawn(process.execPath, [join(import.meta.dirname, '../main/worker.ts')], {
      env: { ...process.env, DATABASE_URL: db.url },
      stdio: 'ignore',
    });
    const hanging = () =>
      db.admin<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
      );
    await vi.waitFor(async () => expect(await hanging()).toHaveLength(1), { timeout: 30_000, interval: 50 });
    worker.kill('SIGKILL');
    for (const { pid } of await hanging()) await db.admin('select pg_terminate_backend($1)', [pid]);
    await vi.waitFor(async () => expect(await hanging()).toHaveLength(0), { timeout: 10_000, interval: 20 });
    await db.admin('drop trigger hang on backtests.run');
    expect((await look(id)).body.state).toBe('running');
    expect(await work()).toBe(0);
    expect(await work(60_000)).toBe(1);
    const { body } = await look(id);
    expect([body.state, body.done > 0, body.done]).toEqual(['done', true, body.outcome.orders]);

    const other = await begin();
    await db.admin('update backtests.run set attempts = 3 where run_id = $1', [other]);
    await runBacktests(db, systemTime, [utilityId], { url: db.url });
    const failed = (await look(other)).body;
    expect([failed.state, failed.problem]).toEqual(['failed', '回测多次中断，已停止；可以重做。']);
    expect((await call('liqian', 'POST', `/${other}/repeat`, {})).body).toMatchObject({
      state: 'running',
      problem: null,
    });
  });
});
