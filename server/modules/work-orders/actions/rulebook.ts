/** The rulebook an order goes by, ready to decide and to count with. */
import type { Tx } from '../../../platform/database.ts';
import { holidayCalendars, packByHash, packInForce } from '../../regulations/index.ts';
import { type Book, bookOf } from '../rules/rulebook.ts';

export const bookByHash = async (tx: Tx, hash: string): Promise<Book> =>
  bookOf(await packByHash(tx, hash), holidayCalendars());

/** @param day local day, YYYY-MM-DD */
export async function bookInForce(tx: Tx, day: string): Promise<Book | undefined> {
  const pack = await packInForce(tx, day);
  return pack && bookOf(pack, holidayCalendars());
}
