/** Which rulebooks stand beside each other for orders that were under one, with the holidays each counts on. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { calendarInForce, calendarNamed, type Pack, packByHash, rulebookByHash } from '../../regulations/index.ts';
import { type Book, bookOf, unitsOf } from '../../work-orders/index.ts';
import { sideOf, type Way } from '../rules/replay.ts';
import type { Under } from '../store/histories.ts';

export interface Question {
  candidate: string;
  /** Null: for each order the one it was under. */
  baseline: string | null;
  now: Instant;
  /** Rulebooks that are in no database: a folder somebody writes on. */
  given?: readonly Pack[];
}

export interface KnownWay {
  own: Book;
  before: Book;
  candidate: Book;
  way: Way;
}

export const underKey = ({ packHash, calendarHash }: Under): string => `${packHash} ${calendarHash ?? ''}`;

async function found(tx: Tx, hash: string, given: readonly Pack[] = []): Promise<Pack> {
  const mine = given.find((pack) => pack.hash === hash);
  if (mine) return mine;
  const pack = await rulebookByHash(tx, hash);
  if (!pack.ok) throw new Error(`no rulebook ${hash}`);
  return pack.value;
}

/** Another rulebook counts on the calendar it names; where the name is the same, on the one the order had. */
async function bookBeside(tx: Tx, pack: Pack, own: Book, calendarHash: string | null): Promise<Book> {
  if (pack.hash === own.pack.hash) return own;
  const named = pack.holidays === own.pack.holidays;
  const calendar = named
    ? await calendarNamed(tx, pack.holidays, calendarHash)
    : await calendarInForce(tx, pack.holidays);
  return bookOf(pack, calendar.published);
}

export async function waysTo(
  tx: Tx,
  { candidate, baseline, now, given }: Question,
  unders: readonly Under[],
): Promise<Map<string, KnownWay>> {
  const units = await unitsOf(tx);
  const to = await found(tx, candidate, given);
  const from = baseline === null ? null : await found(tx, baseline, given);
  const ways = new Map<string, KnownWay>();
  for (const under of unders) {
    const pack = await packByHash(tx, under.packHash);
    const own = bookOf(pack, (await calendarNamed(tx, pack.holidays, under.calendarHash)).published);
    const before = from === null ? own : await bookBeside(tx, from, own, under.calendarHash);
    const after = await bookBeside(tx, to, own, under.calendarHash);
    const way = { before: sideOf(before, own, units), after: sideOf(after, own, units), units, now };
    ways.set(underKey(under), { own, before, candidate: after, way });
  }
  return ways;
}

/** Of a period without orders. */
export async function bookAlone(tx: Tx, { candidate, given }: Question): Promise<Book> {
  const pack = await found(tx, candidate, given);
  return bookOf(pack, (await calendarInForce(tx, pack.holidays)).published);
}
