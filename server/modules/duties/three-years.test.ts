import { beforeAll, expect, it } from 'vitest';
import { controllableTime } from '../../platform/clock.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import { saveThings, type ThingRow } from '../registers/index.ts';
import { loadPacks, type Pack, putPack, readFolder, SHIPPED } from '../regulations/index.ts';
import { refold } from '../work-orders/index.ts';
import { type MakeOptions, makeOrders } from './index.ts';
import { dayOf, generate, midnight, type OracleThing, type Promised, type Told } from './testing.ts';

const DAY = 24 * 3_600_000;
const START = '2026-01-05';
const SECOND = '2027-07-10';
const STOP = { from: '2027-03-05', until: '2027-03-15' };
const END = '2029-01-05';

let db: TestDatabase;
let utilityId = 0;
const time = controllableTime(midnight(START) + 9 * 3_600_000);
const registeredAt = time.now();

/** 济南's tanks, pipes, meters and certificates with 村镇's areas and stations and 夏季's sampling points, in one utility. */
function rulebooks(): { first: Pack; second: Pack } {
  const { packs } = loadPacks(readFolder(SHIPPED) ?? []);
  const named = (name: string): Pack => packs.find(({ pack }) => pack === name) as Pack;
  const [jinan, village, summer] = ['jinan', 'c17-village-supply', 'c16-summer-supply'].map(named) as [
    Pack,
    Pack,
    Pack,
  ];
  const from = (pack: Pack, ...ids: string[]): Pack['duties'] => pack.duties.filter(({ id }) => ids.includes(id));
  const terms = [
    ...new Map([summer, village, jinan].flatMap((pack) => pack.terms.map((one) => [one.id, one]))).values(),
  ];
  const duties = [
    ...from(jinan, 'patrol', 'tank-cleaning', 'meter-check'),
    ...from(village, 'area-patrol', 'read', 'station-check', 'census'),
    ...from(summer, 'sampling'),
  ];
  const first: Pack = { ...jinan, terms, duties, hash: 'three-years-1', version: '1' };
  // a tank every three months, an area read by the 25th
  const changed = duties.map((one) =>
    one.id === 'tank-cleaning'
      ? { ...one, body: { ...one.body, every: '3 mo' } }
      : one.id === 'read'
        ? { ...one, body: { ...one.body, within: 'day 25' } }
        : one,
  );
  return { first, second: { ...first, duties: changed, hash: 'three-years-2', version: '2' } };
}

const both = (one: Omit<Promised, 'from' | 'until'>): Promised => ({ ...one, from: '2010-01-01', until: '9999-12-31' });
const until = (one: Omit<Promised, 'from' | 'until'>): Promised => ({ ...one, from: '2010-01-01', until: SECOND });
const since = (one: Omit<Promised, 'from' | 'until'>): Promised => ({ ...one, from: SECOND, until: '9999-12-31' });

const PROMISED: Promised[] = [
  until({ duty: 'tank-cleaning', kind: 'tank', often: { months: 6 }, aheadMonths: 1 }),
  since({ duty: 'tank-cleaning', kind: 'tank', often: { months: 3 }, aheadMonths: 1 }),
  both({ duty: 'meter-check', kind: 'meter', often: 'two-months' }),
  until({ duty: 'read', kind: 'district', often: 'month', by: 30 }),
  since({ duty: 'read', kind: 'district', often: 'month', by: 25 }),
  both({ duty: 'area-patrol', kind: 'district', often: { days: 3 } }),
  both({ duty: 'census', kind: 'district', often: 'once' }),
  both({ duty: 'station-check', kind: 'pump-station', often: 'month' }),
  both({ duty: 'sampling', kind: 'sampling-point', often: 'week' }),
];
/** By code: a pipe's grade is a fact, which the generator knows of nothing. */
const PATROL: Record<string, number> = { 'P-SPECIAL': 1, 'P-SECOND': 2, 'P-CROSSING': 7 };

const THINGS: (OracleThing & { facts?: Record<string, string> })[] = [
  { code: 'T1', kind: 'tank', since: '2020-05-01', lastDone: '2025-11-30' },
  { code: 'T2', kind: 'tank', since: '2024-05-01' },
  { code: 'M1', kind: 'meter', since: '2020-05-01', facts: { 'cycle-months': '2' } },
  { code: 'D1', kind: 'district', since: '2020-05-01', ended: '2027-04-01' },
  { code: 'S1', kind: 'pump-station', since: '2020-05-01' },
  { code: 'W1', kind: 'sampling-point', since: '2020-05-01', facts: { 'summer-peak': '否' } },
  { code: 'P-SPECIAL', kind: 'pipe', since: '2020-05-01', ended: '2026-02-20', facts: { dn: 'DN800' } },
  { code: 'P-SECOND', kind: 'pipe', since: '2020-05-01', ended: '2026-03-20', facts: { dn: '250' } },
  { code: 'P-CROSSING', kind: 'pipe', since: '2020-05-01', facts: { dn: '600', 'pipe-grade': '过河管、铁道涵管' } },
];

/** Some at once, some late, one in nine of the tanks' and patrols' given up; every date by name, so that both sides say the same. */
function whatBecomes(code: string, duty: string, nth: number): { after: number; cancelled: boolean } {
  const mixed = [...`${code} ${duty} ${nth}`].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7);
  return { after: ((mixed % 40) / 10) * DAY + (mixed % 13) * 3_600_000, cancelled: mixed % 9 === 0 };
}
const REPEATED: Record<string, string> = { 'tank-cleaning': 'cleaned', patrol: 'patrolled', 'area-patrol': 'handled' };

beforeAll(async () => {
  db = await testDatabase();
  const [row] = await db.admin<{ utility_id: number }>(
    `insert into identity.utility (code, name, created_at) values ('three', '三年', '2010-01-01') returning utility_id`,
  );
  utilityId = row?.utility_id ?? 0;
  await db.admin(
    `insert into identity.department (utility_id, department_id, name, organization_id, kind) values ($1, 'network', '管网部', 'network', 'service')`,
    [utilityId],
  );
  const { first, second } = rulebooks();
  await db.transaction(utilityId, async (tx) => {
    await putPack(tx, first, '2010-01-01', time.now());
    await putPack(tx, second, SECOND, time.now());
    const rows = THINGS.map(
      (one): ThingRow => ({
        ...{ kind: one.kind, code: one.code, name: one.code, unit: '管网部', since: one.since },
        ...(one.lastDone === undefined ? {} : { lastDone: one.lastDone }),
        ...(one.ended === undefined ? {} : { ended: one.ended }),
        ...(one.facts ? { facts: one.facts } : {}),
      }),
    );
    const saved = await saveThings({ tx, time, by: null }, rows);
    expect(saved.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

interface Row {
  code: string;
  duty: string;
  order_id: number;
  due: string | null;
  made: string;
}
const rows = (): Promise<Row[]> =>
  db.admin<Row>(
    `select t.code, o.duty, o.order_id::int, round(date_part('epoch', o.due_at) * 1000) as due, round(date_part('epoch', o.made_at) * 1000) as made
     from duties.occurrence o join registers.thing t using (utility_id, thing_id) order by o.made_at, o.order_id`,
  );

it('three years with a stop of ten days, crashes and several workers give exactly the orders of an independent generator', async () => {
  const waiting: { at: number; orderId: number; kind: string }[] = [];
  const counted = new Map<string, number>();
  const wakes: number[] = [];
  let seen = 0;
  const make = (options?: MakeOptions) => makeOrders(db, time, [utilityId], options);

  for (let day = START; day < END; day = dayOf(midnight(day) + DAY)) {
    time.set(midnight(day) + 10 * 3_600_000);
    const now = time.now();
    for (const { at, orderId, kind } of waiting.filter((one) => one.at <= now)) {
      await db.admin(
        `insert into work_orders.event (utility_id, order_id, seq, kind, occurred_at, recorded_at, via, version, data)
         select $1, $2, max(seq) + 1, $3, to_timestamp($4), to_timestamp($5), 'system', max(version), '{}' from work_orders.event
         where utility_id = $1 and order_id = $2`,
        [utilityId, orderId, kind, at / 1000, now / 1000],
      );
      await db.transaction(utilityId, (tx) => refold(tx, time, orderId));
    }
    waiting.splice(0, waiting.length, ...waiting.filter((one) => one.at > now));
    if (day >= STOP.from && day < STOP.until) continue;
    wakes.push(now);
    if (day.endsWith('-01') || day === STOP.until) {
      // it dies in the middle of the first thing, then two workers are at it together
      let asked = 0;
      const dying = { now: () => (++asked > 6 ? fail() : now) };
      await makeOrders(db, dying, [utilityId], { batch: 3 }).catch(() => undefined);
      await Promise.all([make({ batch: 1 }), make({ batch: 2 })]);
    }
    const { orders } = await make();
    if (orders === 0 && !day.endsWith('-01') && day !== STOP.until) continue;
    const [{ n } = { n: 0 }] = await db.admin<{ n: number }>('select count(*)::int as n from duties.occurrence');
    if (n === seen) continue;
    for (const { code, duty, order_id: orderId, made } of (await rows()).slice(seen)) {
      const kind = REPEATED[duty];
      const nth = counted.get(`${code} ${duty}`) ?? 0;
      counted.set(`${code} ${duty}`, nth + 1);
      if (kind === undefined) continue;
      const { after, cancelled } = whatBecomes(code, duty, nth);
      waiting.push({ at: Number(made) + after, orderId, kind: cancelled ? 'cancelled' : kind });
    }
    seen = n;
  }

  const promised = [
    ...PROMISED,
    ...Object.entries(PATROL).map(([code, days]) => both({ duty: 'patrol', kind: code, often: { days } })),
  ];
  const things = THINGS.map((one) => (one.kind === 'pipe' ? { ...one, kind: one.code } : one));
  const expected = generate(promised, things, registeredAt, wakes, (code, duty, nth, madeAt) => {
    const { after } = whatBecomes(code, duty, nth - 1);
    return madeAt + after;
  });
  const inWords = ({ code, duty, dueDay, madeAt }: Told): string =>
    `${code} ${duty} due ${dueDay ?? 'whenever'} made ${new Date(madeAt).toISOString()}`;
  const found = (await rows()).map(
    ({ code, duty, due, made }): Told => ({
      code,
      duty,
      dueDay: due === null ? null : dayOf(Number(due) - 1),
      madeAt: Number(made),
    }),
  );
  expect(found.map(inWords).sort()).toEqual(expected.map(inWords).sort());
  expect(found.length).toBeGreaterThan(400);
  const late = found.filter(({ dueDay }) => dueDay !== null && dueDay >= STOP.from && dueDay < STOP.until);
  expect(late.length).toBeGreaterThan(3);
  const [orders] = await db.admin<{ n: number; dispatched: number }>(
    `select count(*)::int as n, count(*) filter (where department_id = 'network')::int as dispatched from work_orders.work_order`,
  );
  expect(orders).toEqual({ n: found.length, dispatched: found.length });
}, 300_000);

function fail(): never {
  throw new Error('the worker died');
}
