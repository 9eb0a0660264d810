/**
 * Holiday calendars in the database. What a calendar said of a year is kept for good and known by the hash of its content;
 * of each name one is in force, and open orders name the one they count on. A year published later is added to every
 * calendar of its name: it gives clocks that waited for it their due and moves none. A calendar that says something else
 * of a year already published comes into force by a re-dating.
 */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { HolidayCalendars, HolidayYear } from '../rules/calendar.ts';
import { contentHash } from '../rules/loading/canonical.ts';
import {
  holdCalendars,
  insertFirst,
  insertYears,
  type KeptCalendar,
  keptCalendars,
  lockCalendarInForce,
  setCalendarInForce,
  takeCalendars,
  yearsKept,
} from '../store/calendars.ts';
import { holidayCalendars } from './holiday-calendars.ts';

/** A calendar as orders count on it. */
export interface Counted {
  /** null: nobody has kept one yet, or the rulebook needs none. */
  hash: string | null;
  /** The same object for the same content. */
  published: HolidayCalendars;
}

const NO_HOLIDAYS = 'none';
const NOTHING: Counted = { hash: null, published: {} };

/** What was read in a transaction; a calendar kept since is looked for again. */
const seen = new WeakMap<Tx, Promise<KeptCalendar[]>>();
const kept = (tx: Tx): Promise<KeptCalendar[]> => {
  const known = seen.get(tx) ?? keptCalendars(tx);
  seen.set(tx, known);
  return known;
};

/** Contents read, by utility, name, hash and number of years; and the one object for each content. */
const read = new Map<string, HolidayCalendars>();
const contents = new Map<string, HolidayCalendars>();
const KEPT = 500;

async function contentOf(tx: Tx, { calendar, hash, years }: KeptCalendar): Promise<HolidayCalendars> {
  const key = `${tx.utilityId} ${calendar} ${hash} ${years}`;
  const known = read.get(key);
  if (known) return known;
  const content = { [calendar]: await yearsKept(tx, calendar, hash) };
  const identity = contentHash(content);
  const one = contents.get(identity) ?? content;
  for (const map of [read, contents]) if (map.size >= KEPT) map.clear();
  contents.set(identity, one);
  read.set(key, one);
  return one;
}

/** @param hash as an order names it; null: the one kept first */
export async function calendarNamed(tx: Tx, calendar: string, hash: string | null): Promise<Counted> {
  if (calendar === NO_HOLIDAYS) return NOTHING;
  const find = async () =>
    (await kept(tx)).find((one) => one.calendar === calendar && (hash === null ? one.first : one.hash === hash));
  let found = await find();
  if (!found && hash !== null) {
    seen.delete(tx);
    found = await find();
    if (!found) throw new Error(`holiday calendar ${calendar} ${hash} is not in the database`);
  }
  return found ? { hash: found.hash, published: await contentOf(tx, found) } : { hash, published: holidayCalendars() };
}

/** The one in force; as shipped where none was kept yet. */
export async function calendarInForce(tx: Tx, calendar: string): Promise<Counted> {
  const one = (await kept(tx)).find(({ calendar: name, inForce }) => name === calendar && inForce);
  return calendarNamed(tx, calendar, one?.hash ?? null);
}

/** The one in force, for who is about to put another in its place. */
export async function takeCalendarInForce(tx: Tx, calendar: string): Promise<Counted> {
  await lockCalendarInForce(tx, calendar);
  seen.delete(tx);
  return calendarInForce(tx, calendar);
}

const held = new WeakSet<Tx>();

/** The one in force, which stays so until the transaction ends: for what is opened in it. */
export async function holdCalendarInForce(tx: Tx, calendar: string, now: Instant): Promise<Counted> {
  if (calendar === NO_HOLIDAYS) return NOTHING;
  if (!held.has(tx)) {
    await holdCalendars(tx);
    held.add(tx);
    seen.delete(tx);
  }
  if (!(await kept(tx)).some((one) => one.calendar === calendar)) await keepFirst(tx, calendar, now);
  return calendarInForce(tx, calendar);
}

async function keepFirst(tx: Tx, calendar: string, now: Instant): Promise<void> {
  const years = holidayCalendars()[calendar];
  if (!years || years.length === 0) return;
  const hash = contentHash(years);
  await insertYears(tx, calendar, hash, years, now);
  await insertFirst(tx, calendar, hash, now);
  seen.delete(tx);
}

/** Names of the calendars that ship. */
export const calendarsKnown = (): string[] => Object.keys(holidayCalendars());

export const calendarIsKept = async (tx: Tx, calendar: string, hash: string): Promise<boolean> =>
  (await kept(tx)).some((one) => one.calendar === calendar && one.hash === hash);

export interface Shipped extends Counted {
  hash: string;
  years: readonly HolidayYear[];
  inForce: boolean;
}

/** What ships, with the years it knows nothing of as they are in force; undefined: there is no such calendar. */
export async function calendarShipped(tx: Tx, calendar: string): Promise<Shipped | undefined> {
  const shipped = holidayCalendars()[calendar];
  if (!shipped) return undefined;
  const inForce = await calendarInForce(tx, calendar);
  const before = inForce.published[calendar] ?? [];
  const told = new Set(shipped.map(({ year }) => year));
  const years = [...before.filter(({ year }) => !told.has(year)), ...shipped].sort((a, b) => a.year - b.year);
  const same = (a: readonly HolidayYear[]) => contentHash(a) === contentHash(years);
  const known = new Set(before.map(({ year }) => year));
  // years that are new are no other calendar
  if (inForce.hash !== null && same([...before, ...years.filter(({ year }) => !known.has(year))].sort(byYear)))
    return { ...inForce, hash: inForce.hash, years: before, inForce: true };
  for (const one of await kept(tx)) {
    if (one.calendar !== calendar) continue;
    const published = await contentOf(tx, one);
    if (same(published[calendar] ?? [])) return { hash: one.hash, published, years, inForce: one.inForce };
  }
  const hash = contentHash(years);
  return { hash, published: { [calendar]: years }, years, inForce: inForce.hash === null };
}

const byYear = (a: HolidayYear, b: HolidayYear): number => a.year - b.year;

/** Keeps what is shown to who asks for a re-dating. */
export async function keepCalendar(tx: Tx, calendar: string, { hash, years }: Shipped, now: Instant): Promise<void> {
  await takeCalendars(tx);
  await publish(tx, calendar, now);
  await insertYears(tx, calendar, hash, years, now);
  seen.delete(tx);
}

/** From now on, for all that is opened; what is being opened in this moment is waited for. */
export async function putCalendarInForce(tx: Tx, calendar: string, hash: string, now: Instant): Promise<void> {
  await takeCalendars(tx);
  await setCalendarInForce(tx, calendar, hash, now);
  seen.delete(tx);
}

/** Adds the years published since to every calendar of their name. Number of years added. */
export async function publishYears(tx: Tx, now: Instant): Promise<number> {
  await takeCalendars(tx);
  let added = 0;
  for (const calendar of Object.keys(holidayCalendars())) added += await publish(tx, calendar, now);
  return added;
}

async function publish(tx: Tx, calendar: string, now: Instant): Promise<number> {
  seen.delete(tx);
  const all = (await kept(tx)).filter((one) => one.calendar === calendar);
  if (all.length === 0) await keepFirst(tx, calendar, now);
  let added = 0;
  for (const { hash } of all) {
    const known = new Set((await yearsKept(tx, calendar, hash)).map(({ year }) => year));
    const fresh = (holidayCalendars()[calendar] ?? []).filter(({ year }) => !known.has(year));
    if (fresh.length > 0) added += await insertYears(tx, calendar, hash, fresh, now);
  }
  seen.delete(tx);
  return added;
}
