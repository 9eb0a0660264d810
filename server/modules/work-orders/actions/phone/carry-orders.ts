/** Orders as a phone takes them along for a shift: each page with what its rules need. */
import { contentHash, type HolidayCalendars, type Pack } from '../../../regulations/index.ts';
import { requestCards } from '../../contributions.ts';
import type { ClockRow } from '../../rules/clocks.ts';
import type { LogEntry } from '../../rules/order.ts';
import { carriedBy } from '../../store/carried.ts';
import { load, maySee, placed } from '../execute.ts';
import { type Reader, sightOf } from '../listing/order-view.ts';
import { readOrder } from '../read-orders.ts';
import { publishedUnder } from '../rulebook.ts';

/** At most: more than anybody does in a shift. */
const MOST = 200;

export interface CarriedCaller {
  requestId: number;
  reporter: string | null;
  phone: string | null;
  contactTimes: string | null;
}

type View = (Awaited<ReturnType<typeof readOrder>> & { ok: true })['value'];

export interface CarriedOrder {
  view: View;
  log: LogEntry[];
  clocks: ClockRow[];
  /** Key of the rulebook with the holidays it counts on. */
  book: string;
  placed: ReturnType<typeof placed>;
  callers: CarriedCaller[];
}

export interface Carried {
  orders: CarriedOrder[];
  books: Map<string, { pack: Pack; holidays: HolidayCalendars }>;
}

/** Mine, of a head those of the unit, that are not closed; the first due first. */
export async function carryOrders(reader: Reader): Promise<Carried> {
  const books: Carried['books'] = new Map();
  const orders: CarriedOrder[] = [];
  for (const orderId of await carriedBy(reader.tx, sightOf(reader.me, 'field.use'), MOST)) {
    const loaded = await load(reader, orderId, false);
    if (!loaded) continue;
    const { row, log, clocks, book, context } = loaded;
    const [view, holidays, cards] = await Promise.all([
      readOrder(reader, orderId, { log, clocks, units: context.units }),
      publishedUnder(reader.tx, row),
      maySee(reader.me, row, 'personal.reveal') ? requestCards().ofOrder(reader.tx, orderId) : [],
    ]);
    if (!view.ok) continue;
    const key = contentHash({ pack: book.pack.hash, holidays }).slice(0, 24);
    books.set(key, { pack: book.pack, holidays });
    const callers = cards.map(({ id, reporter, phone, contactTimes }) => ({
      requestId: id,
      reporter,
      phone,
      contactTimes,
    }));
    orders.push({ view: view.value, log, clocks, book: key, placed: placed(row), callers });
  }
  return { orders, books };
}
