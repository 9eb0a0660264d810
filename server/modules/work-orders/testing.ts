/** Test support: a utility with its rulebook and people, in a database of its own. */
import { type ControllableTime, controllableTime } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import type { Instant } from '../../values/instant.ts';
import type { Result } from '../../values/result.ts';
import type { Me } from '../identity/index.ts';
import { type Pack, putPack } from '../regulations/index.ts';
import { type Body, execute } from './actions/execute.ts';
import { type OpenedOrder, type OpenOrder, openOrder } from './actions/open-order.ts';
import type { Command } from './rules/lifecycle.ts';
import { at, cited, testPack } from './rules/testing.ts';

type ClockEntry = Pack['clocks'][number];
type CaseOf = ClockEntry['cases'][number];
type Timing = CaseOf['value'];
type Limit = NonNullable<Timing['within']>['breach'];

const HOUR = 3_600_000;
const elapsed = (ms: number): Limit => ({
  unit: 'elapsed',
  ms,
  text: ms % HOUR === 0 ? `${ms / HOUR} h` : `${ms / 60_000} min`,
});

export function clock(id: string, from: string, until: string[], ms: number, more: Partial<Timing> = {}): ClockEntry {
  const entry = cited(id, `时限 ${id}`);
  const value: Timing = { within: { breach: elapsed(ms) }, breach: 'at-due', hours: 'office', on: 'order', ...more };
  const only: CaseOf = { article: entry.article, quote: entry.quote, clauses: [], source: entry.source, value };
  return {
    ...entry,
    from: { pick: 'first', of: [from] },
    until: { pick: 'first', of: until },
    overlap: 'error',
    cases: [only],
  };
}

/** accept 1 h · contact 30 min for each caller · arrive 1 h · finish 24 h · review 20 min */
export const clocksPack: Pack = {
  ...testPack,
  hash: 'clocks-1',
  clocks: [
    clock('accept', 'dispatched', ['accepted'], HOUR),
    clock('contact', 'assigned', ['contacted'], HOUR / 2, { on: 'request' }),
    clock('arrive', 'received', ['arrived'], HOUR),
    clock('finish', 'created', ['finished'], 24 * HOUR),
    clock('review', 'handled', ['reviewed', 'rejected'], HOUR / 3),
  ],
};

export interface Town {
  db: TestDatabase;
  time: ControllableTime;
  utilityId: number;
  me: Record<
    'agent' | 'dispatcher' | 'second' | 'head' | 'crew' | 'reviewer' | 'manager' | 'supervisor' | 'otherHead',
    Me
  >;
  as<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  open(more?: Partial<OpenOrder>): Promise<OpenedOrder>;
  /** Rolls back on refusal, as the server does. */
  give<C extends Command>(
    who: Me,
    orderId: number,
    command: C,
    input: Body<C>['input'],
    more?: Partial<Body<C>>,
  ): Promise<Result<unknown>>;
  /** Throws on refusal. */
  must<C extends Command>(
    who: Me,
    orderId: number,
    command: C,
    input: Body<C>['input'],
    more?: Partial<Body<C>>,
  ): Promise<void>;
}

const PEOPLE = {
  agent: ['desk-agent', 'hotline'],
  dispatcher: ['dispatcher', 'hotline'],
  second: ['dispatcher', 'hotline'],
  head: ['department-head', 'repair'],
  crew: ['crew-member', 'repair'],
  reviewer: ['reviewer', 'hotline'],
  manager: ['manager', 'operations'],
  supervisor: ['supervisor', 'operations'],
  otherHead: ['department-head', 'meters'],
} as const;

class RolledBack extends Error {
  result: Result<unknown>;
  constructor(result: Result<unknown>) {
    super('refused');
    this.result = result;
  }
}

export async function town(pack: Pack = clocksPack, given?: TestDatabase, code = 'hu'): Promise<Town> {
  const db = given ?? (await testDatabase());
  const time = controllableTime(at('10:00'));
  const [utility] = await db.admin<{ utility_id: number }>(
    'insert into identity.utility (code, name, created_at) values ($1, $1, now()) returning utility_id',
    [code],
  );
  const utilityId = utility?.utility_id ?? 0;
  for (const [id, name, organization, kind] of [
    ['operations', '运营管理部', 'operations', 'managing'],
    ['hotline', '热线', 'hotline', 'call-centre'],
    ['repair', '抢修中心', 'repair-centre', 'service'],
    ['meters', '户表中心', 'meter-centre', 'service'],
  ]) {
    await db.admin(
      'insert into identity.department (utility_id, department_id, name, organization_id, kind) values ($1, $2, $3, $4, $5)',
      [utilityId, id, name, organization, kind],
    );
  }
  const me = {} as Town['me'];
  for (const [who, [role, department]] of Object.entries(PEOPLE) as [keyof Town['me'], readonly [string, string]][]) {
    const [row] = await db.admin<{ staff_id: number }>(
      'insert into identity.staff (utility_id, username, name, roles, department_id) values ($1, $2, $3, $4, $5) returning staff_id',
      [utilityId, `${code}-${who}`, who, [role], department],
    );
    me[who] = {
      utilityId,
      utilityCode: code,
      utilityName: code,
      staffId: row?.staff_id ?? 0,
      username: `${code}-${who}`,
      name: who,
      roles: [role],
      departmentId: department,
      districts: [],
    };
  }
  const as = <T>(work: (tx: Tx) => Promise<T>) => db.transaction(utilityId, work);
  await as((tx) => putPack(tx, pack, '2020-01-01', time.now()));

  const give: Town['give'] = async (who, orderId, command, input, more) => {
    try {
      return await as(async (tx) => {
        const result = await execute({ tx, me: who, time }, orderId, command, { input, ...more });
        if (!result.ok) throw new RolledBack(result);
        return result;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.result;
      throw error;
    }
  };
  return {
    db,
    time,
    utilityId,
    me,
    as,
    give,
    async open(more = {}) {
      const result = await as((tx) => openOrder(tx, me.agent, time, { ...report(time.now()), ...more }));
      if (!result.ok) throw new Error(JSON.stringify(result.refusal));
      return result.value;
    },
    async must(who, orderId, command, input, more) {
      const result = await give(who, orderId, command, input, more);
      if (!result.ok) throw new Error(`${command}: ${JSON.stringify(result.refusal)}`);
    },
  };
}

export const report = (receivedAt: Instant): OpenOrder => ({
  event: 'pipe-leak',
  channel: 'phone',
  content: '湖滨路口路面冒水',
  place: '湖滨路 1 号',
  receivedAt,
  facts: { 'contact-left': true },
  request: { id: 71, elements: ['phone', 'reporter', 'contact-time'] },
});
