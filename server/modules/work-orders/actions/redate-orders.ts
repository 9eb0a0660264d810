/** Walks the open orders in batches, evaluates them anew in memory and, where asked to, writes what came of it. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { announce, type Colleague, type Fact } from '../../notices/index.ts';
import { contentHash, holidayCalendars } from '../../regulations/index.ts';
import { type ClockRow, lateCount, mostUrgent } from '../rules/clocks.ts';
import type { Unit } from '../rules/context.ts';
import type { LogEntry } from '../rules/order.ts';
import { type Change, type Course, courseOf, earliestMoved, type Redated, redate } from '../rules/redating/redate.ts';
import { count, nameOfChange, newTally, type Tally } from '../rules/redating/sentences.ts';
import type { Book } from '../rules/rulebook.ts';
import { factsToTell } from '../rules/telling.ts';
import { clocksOfOrders } from '../store/clocks.ts';
import { appendEntries, logsOf } from '../store/events.ts';
import {
  type Chosen,
  type ClockOf,
  deleteClocks,
  keepOrders,
  type OpenOrder,
  openOrders,
  otherDues,
  prepareStage,
  type RedatedOrder,
  saveRedated,
  stageClocks,
  takeStage,
  takeTime,
} from '../store/redating.ts';
import { colleaguesOf, unitsOf } from './people.ts';
import { bookByHash } from './rulebook.ts';
import { systemEntries } from './save.ts';

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
  /** A holiday calendar rather than a version: orders that count on another stay as they are. */
  calendar?: string;
  now: Instant;
  /** Changed orders told one by one. */
  items?: number;
  /** Absent: nothing is written. */
  write?: Writing;
  /** A version that is not in the database. */
  book?: Book;
}

export interface Writing {
  redatingId: number;
  by: { staffId: number; departmentId: string };
  /** Keeps which version each order came from. */
  keep: boolean;
}

interface People {
  units: Unit[];
  colleagues: Colleague[];
}

interface One {
  row: OpenOrder;
  course: Course;
  entry: LogEntry;
  clocks: readonly ClockRow[];
  redated: Redated;
}

export const calendarHash = (name: string): string | undefined => {
  const years = holidayCalendars()[name];
  return years && contentHash(years);
};

export async function walkOrders(tx: Tx, walk: Walk): Promise<Walked> {
  const people = { units: await unitsOf(tx), colleagues: walk.write ? await colleaguesOf(tx) : [] };
  await takeTime(tx);
  if (walk.write) await prepareStage(tx);
  const hash = createHash('sha256');
  const walked: Walked = { tally: newTally(), from: new Map(), digest: '', items: [] };
  const courses = new Map<string, Course>();
  for (let after = 0; ; ) {
    const rows = await openOrders(tx, walk.chosen, after, BATCH, walk.write !== undefined);
    const last = rows.at(-1);
    if (!last) break;
    after = last.orderId;
    const ones = await evaluateBatch(tx, rows, walk, courses, people.units);
    for (const { row, course, redated } of ones) {
      const { changes, lostPauses } = redated;
      count(walked.tally, changes, lostPauses, course);
      walked.from.set(row.packHash, (walked.from.get(row.packHash) ?? 0) + 1);
      hash.update(JSON.stringify([row.orderId, row.packHash, changes]));
      if (changes.length > 0 && walked.items.length < (walk.items ?? 0))
        walked.items.push({
          orderId: row.orderId,
          number: row.number,
          changes: changes.map((change) => ({ change, course })),
        });
    }
    const touched = walk.calendar === undefined ? ones : ones.filter(({ redated }) => redated.changes.length > 0);
    if (walk.write && touched.length > 0) await writeBatch(tx, touched, walk.write, people, walk.now);
    if (rows.length < BATCH) break;
  }
  if (walk.write) await takeStage(tx);
  walked.digest = hash.digest('hex');
  return walked;
}

async function evaluateBatch(
  tx: Tx,
  rows: readonly OpenOrder[],
  walk: Walk,
  courses: Map<string, Course>,
  units: readonly Unit[],
): Promise<One[]> {
  const coursed: { row: OpenOrder; course: Course }[] = [];
  for (const row of rows) {
    const course = await courseFrom(tx, row, walk, courses);
    if (walk.calendar === undefined || course.to.pack.holidays === walk.calendar) coursed.push({ row, course });
  }
  const orderIds = coursed.map(({ row }) => row.orderId);
  const logs = await logsOf(tx, orderIds);
  const clocks = await clocksOfOrders(tx, orderIds, idsOf(coursed.map(({ course }) => course)));
  return coursed.map(({ row, course }) => {
    const entry = entryOf(row, course, walk);
    const before = { log: logs.get(row.orderId) ?? [], clocks: theirs(clocks.get(row.orderId) ?? [], course), units };
    return { row, course, entry, clocks: before.clocks, redated: redate(before, course, entry, walk.now) };
  });
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

async function courseFrom(
  tx: Tx,
  { packHash, target }: OpenOrder,
  { book }: Walk,
  courses: Map<string, Course>,
): Promise<Course> {
  const key = `${packHash} ${target}`;
  const known = courses.get(key);
  if (known) return known;
  const to = book?.pack.hash === target ? book : await bookByHash(tx, target);
  const course = courseOf(await bookByHash(tx, packHash), to);
  courses.set(key, course);
  return course;
}

const named = ({ pack }: Book): string => `${pack.pack} ${pack.version}`;

/** What an order's log says of it. */
function entryOf(row: OpenOrder, { from, to }: Course, { calendar, now, write }: Walk): LogEntry {
  return {
    seq: row.lastSeq + 1,
    kind: 'redated',
    occurredAt: now,
    recordedAt: now,
    staffId: write?.by.staffId ?? null,
    departmentId: write?.by.departmentId ?? null,
    via: 'desk',
    requestId: null,
    command: null,
    version: row.version,
    data: {
      ...(calendar === undefined
        ? { fromPack: row.packHash, toPack: row.target, text: `${named(from)} → ${named(to)}` }
        : { text: calendar }),
      ...(write ? { redatingId: write.redatingId, by: write.by.staffId } : {}),
    },
  };
}

async function writeBatch(
  tx: Tx,
  ones: readonly One[],
  { redatingId, keep }: Writing,
  { units, colleagues }: People,
  now: Instant,
): Promise<void> {
  const entries: (LogEntry & { orderId: number })[] = [];
  const facts: Fact[] = [];
  const staged: ClockOf[] = [];
  const removed: ClockOf[] = [];
  const orders: RedatedOrder[] = [];
  const others = await dues(tx, ones);
  for (const { row, course, entry, clocks, redated } of ones) {
    const { orderId, number } = row;
    const { order, reckoned, changes } = redated;
    const found = systemEntries(reckoned.entries, entry.seq, row.version, now);
    for (const one of [entry, ...found]) entries.push({ ...one, orderId });
    for (const clock of reckoned.changed) staged.push({ ...clock, orderId });
    for (const clock of reckoned.removed) removed.push({ ...clock, orderId });
    const other = others.get(orderId);
    orders.push({
      orderId,
      packHash: row.packHash,
      target: row.target,
      lastSeq: entry.seq + found.length,
      lateCount: row.lateCount + lateCount(reckoned.rows) - lateCount(clocks),
      due: mostUrgent(other ? [...reckoned.rows, other] : reckoned.rows),
    });
    const telling = { orderId, number, order, clocks: reckoned.rows, units, book: course.to };
    for (const one of found) facts.push(...factsToTell(one, telling));
    facts.push(...movedEarlier(row, course, changes, entry, now));
  }
  await deleteClocks(tx, removed);
  await stageClocks(tx, staged);
  await appendEntries(tx, entries);
  await saveRedated(tx, orders);
  if (keep) await keepOrders(tx, redatingId, orders);
  if (facts.length > 0) await announce(tx, facts, colleagues, now);
}

/** Clocks that were not read again, as far as lists show one of them. */
async function dues(tx: Tx, ones: readonly One[]): Promise<Map<number, ClockRow>> {
  const found = new Map<number, ClockRow>();
  for (const course of new Set(ones.map((one) => one.course))) {
    if (course.ids === 'all') continue;
    const orderIds = ones.filter((one) => one.course === course).map(({ row }) => row.orderId);
    for (const [orderId, row] of await otherDues(tx, orderIds, [...course.ids])) found.set(orderId, row);
  }
  return found;
}

/** Whoever works on an order learns that he has less time. */
function movedEarlier(
  row: OpenOrder,
  course: Course,
  changes: readonly Change[],
  { seq }: LogEntry,
  now: Instant,
): Fact[] {
  const change = earliestMoved(changes);
  if (!change) return [];
  const name = nameOfChange(change, course);
  return [
    {
      kind: 'redated',
      about: { departmentId: row.departmentId, handlerId: row.handlerId, actorId: null },
      at: now,
      orderId: row.orderId,
      factKey: `order:${row.orderId}:${seq}:redated`,
      params: {
        number: row.number,
        place: row.place.slice(0, 100),
        clock: change.clock,
        clockZh: name.zh,
        clockEn: name.en,
        due: change.toDue,
        text: '',
      },
    },
  ];
}
