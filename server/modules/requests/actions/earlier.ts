/** 重复诉求: what this caller or these premises told before, and what became of it. */
import { DAY } from '../../../values/instant.ts';
import { ok, type Result } from '../../../values/result.ts';
import { STATE_WORDS, type State } from '../../work-orders/index.ts';
import { type Acting, bookAt, placeOf } from '../book.ts';
import { aboutSame, type Contact, type Fate, fateOf, SHOWN, since, WINDOW_DAYS } from '../rules/contact/repeat.ts';
import { cleanText, type Intake, readReceivedAt } from '../rules/intake.ts';
import { type EarlierRow, earlierRequests } from '../store/contact.ts';
import { requestById } from '../store/requests.ts';
import { known } from './check.ts';
import type { Asking } from './read.ts';

export interface Told extends Contact {
  phone: string | null;
}

export interface Found {
  rows: EarlierRow[];
  earlier: number;
  /** The latest about the same matter. */
  repeatOf: number | null;
}

const contactOf = ({ event, place, premisesId, receivedAt }: EarlierRow): Contact => ({
  ...{ event, place, premisesId },
  at: receivedAt.getTime(),
});

/** @param except the request itself, where it is stored already */
export async function findEarlier({ tx }: Pick<Acting, 'tx'>, told: Told, except: number | null): Promise<Found> {
  const { phone, premisesId, at } = told;
  const rows = await earlierRequests(tx, { phone, premisesId, since: since(at), until: at, except });
  return {
    rows,
    earlier: rows.length,
    repeatOf: rows.find((row) => aboutSame(told, contactOf(row)))?.requestId ?? null,
  };
}

export interface Earlier {
  requestId: number;
  receivedAt: string;
  daysAgo: number;
  eventName: string | null;
  place: string;
  content: string;
  orderId: number | null;
  orderNumber: string | null;
  stateName: string | null;
  fate: Fate;
  samePhone: boolean;
  samePremises: boolean;
  sameMatter: boolean;
  declinedReason: 'irrelevant' | 'outside-duty' | null;
  explanation: string | null;
  handedTo: string | null;
  toldAt: string | null;
}

export interface EarlierAnswer {
  days: number;
  count: number;
  repeat: boolean;
  items: Earlier[];
}

/** For what is being typed; writes nothing. `except`: the draft that is being read. */
export async function earlier(
  asking: Asking,
  intake: Partial<Intake> & { except?: number },
): Promise<Result<EarlierAnswer>> {
  const at = readReceivedAt(intake.receivedAt, asking.time.now());
  if (!at.ok) return at;
  const book = await bookAt(asking.tx, at.value);
  if (!book.ok) return book;
  const place = await placeOf(asking.tx, intake);
  if (!place.ok) return place;
  // Whoever reads a letter does not see the phone that was left with it.
  const letter = intake.except === undefined ? undefined : await requestById(asking.tx, intake.except);
  const told: Told = {
    event: known(intake.event, book.value.vocabulary.events) || null,
    place: cleanText(intake.place) || place.value.address,
    premisesId: place.value.premisesId,
    phone: cleanText(intake.phone) || (letter?.phone ?? null),
    at: at.value,
  };
  const found = await findEarlier(asking, told, intake.except ?? null);
  return ok({
    days: WINDOW_DAYS,
    count: found.earlier,
    repeat: found.repeatOf !== null,
    items: found.rows.slice(0, SHOWN).map((row) => ({
      requestId: row.requestId,
      receivedAt: row.receivedAt.toISOString(),
      daysAgo: Math.floor((at.value - row.receivedAt.getTime()) / DAY),
      eventName: row.event === null ? null : book.value.eventName(row.event, asking.lang),
      place: row.place,
      content: row.content.slice(0, 200),
      orderId: row.orderId,
      orderNumber: row.orderNumber,
      stateName: row.orderState === null ? null : STATE_WORDS[row.orderState as State][asking.lang],
      fate: fateOf({
        outcome: row.outcome,
        orderState: row.orderState,
        closed: row.closedAt !== null,
        lateCount: row.lateCount,
      }),
      samePhone: row.samePhone,
      samePremises: row.samePremises,
      sameMatter: aboutSame(told, contactOf(row)),
      declinedReason: row.declinedReason,
      explanation: row.explanation,
      handedTo: row.handedTo,
      toldAt: row.toldAt?.toISOString() ?? null,
    })),
  });
}
