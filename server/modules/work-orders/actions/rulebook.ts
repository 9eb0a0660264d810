/** The rulebook an order goes by, ready to decide and to count with. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import {
  calendarNamed,
  type HolidayCalendars,
  holdCalendarInForce,
  packByHash,
  packInForce,
} from '../../regulations/index.ts';
import { type Book, bookOf, type Rulebook, rulebookOf } from '../rules/rulebook.ts';

/** What an order is under: a version of the rulebook, and the holiday calendar it counts on (null: the one kept first). */
export interface Under {
  packHash: string;
  calendarHash: string | null;
}

export async function bookUnder(tx: Tx, { packHash, calendarHash }: Under): Promise<Book> {
  const pack = await packByHash(tx, packHash);
  return bookOf(pack, (await calendarNamed(tx, pack.holidays, calendarHash)).published);
}

/** Holidays an order counts on, as they are published. */
export async function publishedUnder(tx: Tx, { packHash, calendarHash }: Under): Promise<HolidayCalendars> {
  const pack = await packByHash(tx, packHash);
  return (await calendarNamed(tx, pack.holidays, calendarHash)).published;
}

/** For who need not count. */
export const rulebookByHash = async (tx: Tx, hash: string): Promise<Rulebook> => rulebookOf(await packByHash(tx, hash));

/** What an order opened now comes under; no other calendar comes into force before it is there. @param day local day, YYYY-MM-DD */
export async function bookToOpen(
  tx: Tx,
  day: string,
  now: Instant,
): Promise<{ book: Book; calendarHash: string | null } | undefined> {
  const pack = await packInForce(tx, day);
  if (!pack) return undefined;
  const { hash, published } = await holdCalendarInForce(tx, pack.holidays, now);
  return { book: bookOf(pack, published), calendarHash: hash };
}
