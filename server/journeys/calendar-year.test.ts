/** The holidays of a year are published while everything runs: a worker dates what waited, and nothing is started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holidayCalendars } from '../modules/regulations/index.ts';
import { type City, city, type Parsed, type Utility } from './city/testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-calendars-'));
mkdirSync(join(folder, 'national', 'cn'), { recursive: true });
const LAST = holidayCalendars().cn?.at(-1)?.year ?? 0;
const publish = (): void => {
  const days = [1, 2, 3].map((day) => `{date: "${LAST + 1}-01-0${day}", name: 元旦}`);
  const text = `calendar: cn\nyear: ${LAST + 1}\noff: [${days.join(', ')}]\nwork: []\n`;
  writeFileSync(join(folder, 'national', 'cn', `${LAST + 1}.yaml`), text);
};

let town: City;
let here: Utility;
let worker: ChildProcess;
let output = '';

beforeAll(async () => {
  town = await city(`${LAST}-12-31T17:25:00+08:00`);
  here = await town.utility('hucheng', 'hucheng');
  worker = spawn(process.execPath, [join(import.meta.dirname, '../main/worker.ts')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DATABASE_URL: town.db.url, GONGSHUI_CALENDARS: folder },
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
}, 90_000);
afterAll(() => {
  worker.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const last = Date.now() + 60_000; Date.now() < last; await sleep(100)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`nothing came of it: ${output}`);
}
const accept = async (id: number): Promise<Parsed> =>
  (await here.voices.agent.get(`/api/orders/${id}`)).body.clocks.find((one: Parsed) => one.id.startsWith('accept'));
const yearsKept = async (): Promise<number[]> =>
  (await town.db.admin<{ year: number }>('select distinct year from regulations.calendar_year order by year')).map(
    ({ year }) => year,
  );

it('a worker that runs dates what waited for the year as soon as its file is written', async () => {
  // an hour of work that ends in the year after
  // biome-ignore format: one list
  const { order } = await here.voices.agent.must('/api/requests', {
    channel: 'phone', content: '想问阶梯水价怎么算', place: '湖滨路 1 号', event: 'consultation', reporter: '欧阳小明',
    phone: '129 0000-4127', contactTimes: '随时',
  });
  const { version } = (await here.voices.dispatcher.get(`/api/orders/${order.id}`)).body;
  await here.voices.dispatcher.must(`/api/orders/${order.id}/dispatch`, { version, departmentId: 'repair' });
  expect(await accept(order.id)).toMatchObject({ state: 'waiting-calendar', dueAt: null });
  await until(async () => ((await yearsKept()).includes(LAST) ? true : undefined));
  publish();
  const due = await until(async () => (await accept(order.id)).dueAt ?? undefined);
  expect(due.startsWith(`${LAST + 1}-01-0`)).toBe(true);
  expect(Date.parse(due)).toBeGreaterThan(Date.parse(`${LAST + 1}-01-04T00:00:00+08:00`));
  expect(await yearsKept()).toContain(LAST + 1);
  expect(worker.exitCode).toBeNull();
  expect(output.match(/"years":1/g)).toHaveLength(1);
  expect(await town.differences(here)).toEqual([]);
}, 120_000);
