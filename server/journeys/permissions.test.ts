/**
 * The permission table, held against every operation of the API: each is called over HTTP as every role, in his own
 * district and unit, in another, on what is sealed, and in another utility, and without a session. What is expected
 * comes from the table alone.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { allowed, ROLES, type Role } from '../modules/identity/index.ts';
import { callOf } from './permissions/bodies.ts';
import { OPERATIONS, type Operation } from './permissions/operations.ts';
import { MARKS, PLACES, type Place, type World, world } from './permissions/testing.ts';

let here: World;
let before: Record<string, string>;
beforeAll(async () => {
  here = await world();
  for (const role of ROLES) if (allowed({ roles: [role] }, 'files.send')) await here.begin(role, here.tokens[role]);
  before = await here.foreignRows();
}, 90_000);

/** `in`: goes on to what was sent and the state of the thing. `out`: this role may not. `hidden`: not this thing. */
type Verdict = 'in' | 'out' | 'hidden';

function expected({ action, thing }: Operation, role: Role, place: Place): Verdict {
  if (action === null || action === 'open') return 'in';
  const scope = allowed({ roles: [role] }, action);
  if (scope === null) return 'out';
  if (thing === 'none') return 'in';
  if (place === 'foreign') return 'hidden';
  // nobody but whose it is
  if (PERSONS_OWN.has(thing)) return place === 'own' ? 'in' : 'hidden';
  // nobody but discipline and the managing unit
  if (place === 'sealed' && role !== 'discipline-officer' && role !== 'manager') return 'hidden';
  if (scope === 'all') return 'in';
  if (LIES_NOWHERE.has(thing)) return 'hidden';
  if (place === 'unit') return scope === 'department' ? 'in' : 'hidden';
  return place === (scope === 'sealed' ? 'sealed' : 'own') ? 'in' : 'hidden';
}

/** Reveals that were granted. */
let revealed = 0;
/** Names and numbers as callers and customers gave them; elsewhere they are masked, whoever reads. */
const PERSONAL = [
  '欧阳某',
  '12900000001',
  '12900000002',
  '12900000003',
  '12900000004',
  '12900000005',
  '12900000006',
  '12911112222',
  '12977770001',
  '诸葛某',
];

const LIES_NOWHERE: ReadonlySet<string> = new Set([
  'premises',
  'registered',
  'import',
  'redating',
  'draft',
  'backtest',
  'inspection',
  'notice',
  'staff',
]);
const PERSONS_OWN: ReadonlySet<string> = new Set(['upload', 'filter', 'export']);
/** Places in which a thing of this kind can lie. */
const placesOf = ({ thing }: Operation): readonly Place[] =>
  thing === 'none'
    ? ['own']
    : thing === 'device' || LIES_NOWHERE.has(thing) || PERSONS_OWN.has(thing)
      ? ['own', 'foreign']
      : PLACES;

interface Answer {
  status: number;
  code: string;
  text: string;
}

async function ask(operation: Operation, id: string | number, token?: string): Promise<Answer> {
  const { method, url, headers, body } = callOf(operation.name, id);
  const answer = await fetch(here.town.base + url, {
    method,
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body }),
  });
  // a stream has no end
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return { status: answer.status, text: '', code: '' };
  }
  const text = await answer.text();
  const problem = answer.headers.get('content-type')?.startsWith('application/problem+json');
  const { code } = (problem && text !== '' ? JSON.parse(text) : { code: '' }) as { code: string };
  return { status: answer.status, text, code };
}

function verdictOf({ status, code }: Answer, { thing }: Operation): Verdict | string {
  if (code === 'forbidden' || status === 403) return 'out';
  // an upload that was sent along is looked for when the order is his to attach to
  if (status === 404 && !(code === 'upload-not-found' && thing === 'order')) return 'hidden';
  // what was sent is looked at after whose thing it is only if it is of the right form
  const odd = status === 401 || status >= 500 || (status === 400 && thing !== 'none');
  return odd ? `${status} ${code}` : 'in';
}

/** May be told apart from a thing that is not there, or not: it is not to be had. */
const agrees = (found: string, wanted: Verdict): boolean =>
  found === wanted || (wanted === 'hidden' && found === 'out');

/** Eight at a time: what an operation leaves behind disturbs none of its fellows. */
async function each<T>(jobs: readonly T[], work: (job: T) => Promise<void>): Promise<void> {
  const left = [...jobs];
  const lane = async (): Promise<void> => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) await work(job);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

describe('every operation', () => {
  it('is closed without a session, but for those that open one', async () => {
    const wrong: string[] = [];
    await each(OPERATIONS, async (operation) => {
      const { status, code } = await ask(operation, here.id(operation.thing, 'own', 'manager'));
      // the answer to a HEAD says nothing but its status
      const closed = status === 401 && (code === 'unauthenticated' || operation.name.startsWith('HEAD '));
      if (closed !== (operation.action !== 'open')) wrong.push(`${operation.name}: ${status} ${code}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(ROLES)(
    'lets %s in where the table says so, and nowhere else',
    async (role) => {
      const wrong: string[] = [];
      let asked = 0;
      // what gives its own session up is not asked in the middle
      const calls = OPERATIONS.filter(({ name }) => name !== 'POST /api/auth/sign-out').flatMap((operation) =>
        placesOf(operation).map((place) => ({ operation, place })),
      );
      const look = async ({ operation, place }: (typeof calls)[number]): Promise<void> => {
        const answer = await ask(operation, here.id(operation.thing, place, role), here.tokens[role]);
        const wanted = expected(operation, role, place);
        const found = verdictOf(answer, operation);
        asked += 1;
        if (operation.action !== 'open' && !agrees(found, wanted))
          wrong.push(`${operation.name} ${place}: ${found} (${answer.status} ${answer.code}), expected ${wanted}`);
        if (operation.action === 'personal.reveal') {
          if (found === 'in') revealed += 1;
        } else
          for (const told of PERSONAL.filter((one) => answer.text.includes(one)))
            wrong.push(`${operation.name} ${place} tells ${told}`);
        for (const shown of shownOf(answer.text))
          if (!maySee(operation, role, shown)) wrong.push(`${operation.name} ${place} shows ${shown}`);
      };
      const ends = ({ operation }: (typeof calls)[number]) => operation.name.startsWith('DELETE ');
      await each(
        calls.filter((one) => !ends(one)),
        look,
      );
      await each(calls.filter(ends), look);
      expect(wrong).toEqual([]);
      expect(asked).toBe(calls.length);
    },
    60_000,
  );

  it('tells a name or a number in full to who reveals it, and has written down who did', async () => {
    const rows = await here.town.db.admin<{ role: string; n: number }>(
      `select s.roles[1] as role, count(*)::int as n from identity.audit a join identity.staff s using (utility_id, staff_id)
       where a.action = 'personal.reveal' group by 1`,
    );
    expect(revealed).toBeGreaterThan(10);
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(revealed);
    for (const { role } of rows) expect(allowed({ roles: [role] }, 'personal.reveal')).not.toBeNull();
  });

  it('shows in a list what the table lets be seen', async () => {
    for (const name of ['GET /api/orders', 'GET /api/requests']) {
      const operation = OPERATIONS.find((one) => one.name === name);
      if (!operation) throw new Error(name);
      for (const role of ROLES) {
        const { text } = await ask(operation, '', here.tokens[role]);
        const wanted = PLACES.filter((place) => place !== 'foreign' && maySee(operation, role, place));
        expect([name, role, shownOf(text)]).toEqual([name, role, wanted]);
      }
    }
  });

  it('has left every row of the other utility as it was', async () => {
    expect(await here.foreignRows()).toEqual(before);
  });

  it('is in the document, so that the table knows of it', async () => {
    const document = new Set(OPERATIONS.map(({ name }) => name));
    const served = here.town.routes().filter((name) => / \/api\//.test(name));
    expect(served.length).toBeGreaterThan(90);
    expect(served.filter((name) => !document.has(name) && !NOT_DECLARED.has(name))).toEqual([]);
  });
});

/** The document itself. */
const NOT_DECLARED = new Set(['GET /api/openapi.json']);

const shownOf = (text: string): Place[] => PLACES.filter((place) => text.includes(MARKS[place]));

/** Whether the order of a place may be seen by somebody asking for this. */
function maySee(operation: Operation, role: Role, place: Place): boolean {
  if (place === 'foreign') return false;
  const { action, thing } = operation;
  const reading = action === 'requests.read' || action === 'reports.read' || action === 'personal.reveal';
  const by = thing === 'none' && !reading && action !== 'orders.read' ? 'orders.read' : action;
  return expected({ name: '', action: by, thing: 'order' }, role, place) === 'in';
}
