/** Test support: the whole server on real PostgreSQL with a time of its own, spoken to over HTTP. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaff, hashPassword } from '../../modules/identity/index.ts';
import { loadShipped, type Pack, putPack } from '../../modules/regulations/index.ts';
import { sweep, verifyOrders } from '../../modules/work-orders/index.ts';
import { type ControllableTime, controllableTime } from '../../platform/clock.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import { type TestServerOptions, testServer } from '../testing.ts';

export const PASSWORD = 'water-2026';

/** JSON of any route. */
export type Parsed = ReturnType<typeof JSON.parse>;

/** What came back; a problem carries `code`. */
export interface Answer {
  status: number;
  body: Parsed;
}

export interface Voice {
  get(url: string): Promise<Answer>;
  /** A fresh idempotency key unless headers name one. */
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(url: string, body: unknown): Promise<Answer>;
  /** Throws unless the answer is a success. */
  must(url: string, body: unknown): Promise<Answer['body']>;
}

export type Who = 'agent' | 'dispatcher' | 'head' | 'crew' | 'reviewer' | 'manager' | 'deputy' | 'supervisor';

export interface Utility {
  utilityId: number;
  code: string;
  pack: Pack;
  crewId: number;
  voices: Record<Who, Voice>;
}

export interface City {
  db: TestDatabase;
  time: ControllableTime;
  base: string;
  /** Every address it answers at. */
  routes(): string[];
  utility(code: string, pack: string): Promise<Utility>;
  sweep(): Promise<{ warned: number; breached: number }>;
  differences(utility: Utility): Promise<unknown[]>;
}

const PEOPLE: Record<Who, { roles: Parameters<typeof createStaff>[2]['roles']; departmentId: string }> = {
  agent: { roles: ['desk-agent'], departmentId: 'hotline' },
  dispatcher: { roles: ['dispatcher'], departmentId: 'hotline' },
  head: { roles: ['department-head'], departmentId: 'repair' },
  crew: { roles: ['crew-member'], departmentId: 'repair' },
  reviewer: { roles: ['reviewer'], departmentId: 'hotline' },
  manager: { roles: ['manager'], departmentId: 'operations' },
  deputy: { roles: ['manager'], departmentId: 'operations' },
  supervisor: { roles: ['supervisor'], departmentId: 'operations' },
};

let hash: Promise<string> | undefined;

export async function city(start: string, more: Pick<TestServerOptions, 'logger' | 'metrics'> = {}): Promise<City> {
  const db = await testDatabase();
  const time = controllableTime(start);
  const server = await testServer({ db, time, ...more });
  const base = server.url;
  const { packs } = loadShipped();

  return {
    db,
    time,
    base,
    routes: server.routes,
    sweep: () => sweep(db, time),
    differences: ({ utilityId }) => db.transaction(utilityId, async (tx) => (await verifyOrders(tx, time)).differences),
    async utility(code, name) {
      const pack = packs.find((one) => one.pack === name);
      if (!pack) throw new Error(`no rulebook ${name}`);
      const [row] = await db.admin<{ utility_id: number }>(
        `insert into identity.utility (code, name, created_at) values ($1, $1, '2010-01-01') returning utility_id`,
        [code],
      );
      const utilityId = row?.utility_id ?? 0;
      await db.admin(
        `insert into identity.department (utility_id, department_id, name, organization_id, kind) values
          ($1, 'operations', '运营管理部', 'operations', 'managing'), ($1, 'hotline', '热线', 'hotline', 'call-centre'),
          ($1, 'repair', '抢修维修', 'pipelines', 'service')`,
        [utilityId],
      );
      hash ??= hashPassword(PASSWORD);
      const password = { hash: await hash };
      const voices = {} as Utility['voices'];
      let crewId = 0;
      for (const [who, person] of Object.entries(PEOPLE) as [Who, (typeof PEOPLE)[Who]][]) {
        const username = `${code}-${who}`;
        const staffId = await db.transaction(utilityId, (tx) =>
          createStaff(tx, time, { ...person, username, name: who, password }),
        );
        if (who === 'crew') crewId = staffId;
        voices[who] = speaking(base, { authorization: `Bearer ${(await server.signIn(username, PASSWORD)).token}` });
      }
      await db.transaction(utilityId, (tx) => putPack(tx, pack, '2010-01-01', time.now()));
      return { utilityId, code, pack, crewId, voices };
    },
  };
}

const read = async (answer: Response): Promise<Answer> => {
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
};

export function speaking(base: string, who: Record<string, string>): Voice {
  const send = async (method: string, url: string, body: unknown, headers: Record<string, string> = {}) =>
    read(
      await fetch(base + url, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...who, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  const post: Voice['post'] = (url, body, headers) => send('POST', url, body, headers);
  return {
    put: (url, body) => send('PUT', url, body),
    get: async (url) => read(await fetch(base + url, { headers: who })),
    post,
    async must(url, body) {
      const answer = await post(url, body);
      if (answer.status >= 300) throw new Error(`${url} ${answer.status}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

/** One order driven command by command; each carries the version the one before left. */
export interface Driven {
  id: number;
  number: string;
  /** The answer of the last command. */
  detail: Answer['body'];
  give(who: Who, command: string, body?: Record<string, unknown>): Promise<Answer['body']>;
  /** The refusal's code, or `done`. */
  attempt(who: Who, command: string, body?: Record<string, unknown>): Promise<Answer>;
}

export async function drive(utility: Utility, order: { id: number; number: string }): Promise<Driven> {
  const { voices } = utility;
  const first = await voices.agent.get(`/api/orders/${order.id}`);
  if (first.status !== 200) throw new Error(`order ${order.id}: ${JSON.stringify(first.body)}`);
  const driven: Driven = {
    ...order,
    detail: first.body,
    async attempt(who, command, body = {}) {
      const answer = await voices[who].post(`/api/orders/${order.id}/${command}`, {
        version: driven.detail.version,
        ...body,
      });
      if (answer.status < 300) driven.detail = answer.body;
      return answer;
    },
    async give(who, command, body = {}) {
      const answer = await driven.attempt(who, command, body);
      if (answer.status >= 300) throw new Error(`${command} on ${order.number}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
  return driven;
}

export interface Letter {
  id: string;
  /** Instant. */
  at: number;
  content: string;
  relevant: boolean;
  event: string;
  urgent: boolean;
  place: string;
  outsideDuty: boolean;
}

const LETTERS = join(
  process.env.GONGSHUI_SHARED ?? join(import.meta.dirname, '../../../../shared'),
  'messages/messages.tsv',
);

/**
 * The real letters lie beside the repository: they may be read by tests, not published in it. Without them a
 * developer's run leaves these tests out; one for release (CI=true) fails.
 */
export function lettersFile(): string | null {
  if (existsSync(LETTERS)) return LETTERS;
  if (process.env.CI === 'true') throw new Error(`the letters are missing: ${LETTERS} (set GONGSHUI_SHARED)`);
  console.warn(`no letters at ${LETTERS}: their tests are left out (set GONGSHUI_SHARED)`);
  return null;
}

/** Read without the product's own reader, so that the two must agree. */
export function letters(file: string): Letter[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const [date = '', time = ''] = cell('time').split(' ');
    const [year, month, day] = date.split('/').map((part) => part.padStart(2, '0'));
    return {
      id: cell('id'),
      at: Date.parse(`${year}-${month}-${day}T${time.padStart(8, '0')}+08:00`),
      content: `${cell('subject')}\n${cell('body')}`,
      relevant: cell('relevant') === 'yes',
      event: cell('event'),
      urgent: cell('urgent') === 'yes',
      place: cell('place'),
      outsideDuty: cell('outside_duty') === 'yes',
    };
  });
}
