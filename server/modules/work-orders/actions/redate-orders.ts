/** Walks the open orders in batches, evaluates them anew in memory and, where asked to, writes what came of it. */

import { createHash, type Hash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { type Counted, calendarInForce, calendarNamed, type Pack, packByHash } from '../../regulations/index.ts';
import { colleaguesOf } from '../../rosters/index.ts';
import type { ClockRow } from '../rules/clocks.ts';
import type { Unit } from '../rules/context.ts';
import type { EventData, LogEntry } from '../rules/order.ts';
import { LessTime } from '../rules/redating/less-time.ts';
import { type Change, type Course, courseOf, redate } from '../rules/redating/redate.ts';
import { count, newTally, type Tally } from '../rules/redating/sentences.ts';
import { type Book, bookOf } from '../rules/rulebook.ts';
import { clocksOfOrders } from '../store/clocks.ts';
import { logsOf } from '../store/events.ts';
import { type Chosen, type OpenOrder, openOrders, takeTime } from '../store/redating.ts';
import { announceFacts } from './announce-facts.ts';
import { unitsOf } from './people.ts';
import { Turns } from './redating/turns.ts';
import { type One, type Writing, writeBatch } from './redating/write-redated.ts';

/** Orders held in memory at a time. */
const BATCH = 500;

export interface ChangedOrder {
  orderId: number;
  number: string;
  changes: { change: Change; course: Course }[];
}

export interface Walked {
  tally: Tally;
  /** Versions the orders are under, and how many are. */
  from: Map<string, number>;
  /** sha256 of every change of every order. */
  digest: string;
  /** The first of those that change. */
  items: ChangedOrder[];
}

export interface Walk {
  chosen: Chosen;
  /** To a holiday calendar rather than a version: orders whose rulebook counts on another name stay as they are. */
  calendar?: { name: string } & Partial<Counted>;
  now: Instant;
  /** Changed orders told one by one. */
  items?: number;
  /** Absent: nothing is written. */
  write?: Writing;
  /** A version that is not in the database. */
  pack?: Pack;
  /** When all are done, before any is opened that counts otherwise; those opened meanwhile are walked to then. */
  settle?: () => Promise<void>;
}

/** Orders read together, with all that evaluating them takes. */
interface Batch {
  after: number;
  orders: { row: OpenOrder; course: Course; log: readonly LogEntry[]; clocks: readonly ClockRow[] }[];
}

/**
 * While these are evaluated, PostgreSQL writes those before and, on a second connection, reads those after: what is
 * locked here is read there as it stays.
 */
export async function walkOrders(tx: Tx, walk: Walk): Promise<Walked> {
  const people = { units: await unitsOf(tx), colleagues: walk.write ? await colleaguesOf(tx, walk.now) : [] };
  await takeTime(tx);
  const hash = createHash('sha256');
  const walked: Walked = { tally: newTally(), from: new Map(), digest: '', items: [] };
  const courses = new Map<string, Course>();
  const sooner = new LessTime();
  const turns = new Turns();
  const walkAll = async (beside: Beside): Promise<void> => {
    const read = (after: number): Promise<Batch | undefined> => {
      const reading = turns
        .take(() => findBatch(tx, after, walk, courses))
        .then((found) => found && beside((reader) => readBatch(reader, found)));
      // heard of when it is waited for
      reading.catch(() => undefined);
      return reading;
    };
    let reading = read(0);
    for (let batch = await reading; batch !== undefined; batch = await reading) {
      reading = read(batch.after);
      const ones = await evaluateBatch(batch, walk, people.units, (one) => tell(walked, hash, one, walk));
      const { write } = walk;
      if (write && ones.length > 0) turns.take(() => writeBatch(tx, ones, { ...write, ...people, sooner }, walk.now));
    }
  };
  try {
    const { write, settle } = walk;
    await walkAll(write ? (work) => tx.apart(work) : (work) => turns.take(() => work(tx)));
    if (settle) {
      await turns.take(settle);
      await walkAll((work) => turns.take(() => work(tx)));
    }
    if (write)
      await turns.take(() =>
        announceFacts(tx, sooner.facts({ ...write, keep: write.keep !== null }, walk.now), people.colleagues, walk.now),
      );
  } finally {
    // nothing of it may reach the connection after the transaction has ended
    await turns.end();
  }
  walked.digest = hash.digest('hex');
  return walked;
}

function tell(walked: Walked, hash: Hash, { row, course, redated }: One, { items = 0 }: Walk): void {
  const { changes, lostPauses } = redated;
  count(walked.tally, changes, lostPauses, course);
  walked.from.set(row.packHash, (walked.from.get(row.packHash) ?? 0) + 1);
  hash.update(JSON.stringify([row.orderId, row.packHash, changes]));
  if (changes.length > 0 && walked.items.length < items)
    walked.items.push({
      orderId: row.orderId,
      number: row.number,
      changes: changes.map((change) => ({ change, course })),
    });
}

/** Where the rest is read of orders that are held. */
type Beside = (work: (tx: Tx) => Promise<Batch>) => Promise<Batch>;

/** Rows that go one way together, before their logs are read. */
interface Found {
  after: number;
  coursed: { row: OpenOrder; course: Course }[];
}

/** Undefined: there are no more. */
async function findBatch(tx: Tx, after: number, walk: Walk, courses: Map<string, Course>): Promise<Found | undefined> {
  const rows = await openOrders(tx, walk.chosen, after, BATCH, walk.write !== undefined);
  const last = rows.at(-1);
  if (!last) return undefined;
  const coursed: { row: OpenOrder; course: Course }[] = [];
  for (const row of rows) {
    const way = await wayOf(tx, row, walk, courses);
    if (walk.calendar === undefined || way.course.to.pack.holidays === walk.calendar.name) coursed.push(way);
  }
  return { after: last.orderId, coursed };
}

async function readBatch(tx: Tx, { after, coursed }: Found): Promise<Batch> {
  const orderIds = coursed.map(({ row }) => row.orderId);
  const [logs, clocks] = await Promise.all([
    logsOf(tx, orderIds),
    clocksOfOrders(tx, orderIds, idsOf(coursed.map(({ course }) => course))),
  ]);
  const orders = coursed.map(({ row, course }) => ({
    row,
    course,
    log: logs.get(row.orderId) ?? [],
    clocks: theirs(clocks.get(row.orderId) ?? [], course),
  }));
  return { after, orders };
}

/** Some orders at a time, so that what PostgreSQL answers meanwhile is heard. */
const BREATH = 16;

async function evaluateBatch(
  { orders }: Batch,
  walk: Walk,
  units: readonly Unit[],
  each: (one: One) => void,
): Promise<One[]> {
  const said = new Map<Course, EventData>();
  const ones: One[] = [];
  for (const { row, course, log, clocks } of orders) {
    const data = said.get(course) ?? saidOf(row, course, walk);
    said.set(course, data);
    const entry = entryOf(row, data, walk);
    const one = { row, course, entry, clocks, redated: redate({ log, clocks, units }, course, entry, walk.now) };
    each(one);
    ones.push(one);
    if (ones.length % BREATH === 0) await breath();
  }
  return ones;
}

/** Of the clocks read for the batch, those of this order's own course. */
const theirs = (clocks: readonly ClockRow[], { ids }: Course): readonly ClockRow[] =>
  ids === 'all' ? clocks : clocks.filter(({ clockId }) => ids.has(clockId));

/** Undefined: all. */
function idsOf(courses: readonly Course[]): string[] | undefined {
  const ids = new Set<string>();
  for (const course of new Set(courses)) {
    if (course.ids === 'all') return undefined;
    for (const id of course.ids) ids.add(id);
  }
  return [...ids];
}

/** Another rulebook counts on the calendar it names; where the name stays, the order stays with its own. */
async function wayOf(
  tx: Tx,
  row: OpenOrder,
  { pack, calendar }: Walk,
  courses: Map<string, Course>,
): Promise<{ row: OpenOrder; course: Course }> {
  const from = await packByHash(tx, row.packHash);
  const to = pack?.hash === row.target ? pack : await packByHash(tx, row.target);
  const before = await calendarNamed(tx, from.holidays, row.calendarHash);
  const target = row.calendarTarget;
  const after =
    to.holidays !== from.holidays
      ? await calendarInForce(tx, to.holidays)
      : calendar?.published && calendar.hash === target
        ? { hash: target, published: calendar.published }
        : await calendarNamed(tx, to.holidays, target);
  const key = [from.hash, before.hash, to.hash, after.hash].join(' ');
  const course = courses.get(key) ?? courseOf(bookOf(from, before.published), bookOf(to, after.published));
  courses.set(key, course);
  return { row: { ...row, calendarHash: before.hash, calendarTarget: after.hash }, course };
}

const named = ({ pack }: Book): string => `${pack.pack} ${pack.version}`;

/** What the log of an order says of it; the same for all that go the same way. */
const saidOf = (row: OpenOrder, { from, to }: Course, { calendar, write }: Walk): EventData => ({
  ...(calendar === undefined
    ? { fromPack: row.packHash, toPack: row.target, text: `${named(from)} → ${named(to)}` }
    : { text: calendar.name }),
  ...(row.calendarHash === row.calendarTarget
    ? {}
    : { fromCalendar: row.calendarHash, toCalendar: row.calendarTarget }),
  ...(write ? { redatingId: write.redatingId, by: write.by.staffId } : {}),
});

const entryOf = ({ lastSeq, version }: OpenOrder, data: EventData, { now, write }: Walk): LogEntry => ({
  seq: lastSeq + 1,
  kind: 'redated',
  occurredAt: now,
  recordedAt: now,
  staffId: write?.by.staffId ?? null,
  departmentId: write?.by.departmentId ?? null,
  via: 'desk',
  requestId: null,
  command: null,
  version,
  data,
});
