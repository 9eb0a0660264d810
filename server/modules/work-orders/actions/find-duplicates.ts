/** What is likely the same incident: for a report being taken, and for an order. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { isOpen } from '../rules/lifecycle.ts';
import { addressOf } from '../rules/merging/address.ts';
import { LONGEST, likeness, type Report } from '../rules/merging/duplicates.ts';
import { reasonText } from '../rules/merging/reason-words.ts';
import { STATE_WORDS } from '../rules/words.ts';
import { ordersNear } from '../store/duplicates.ts';
import { type OrderRow, orderById } from '../store/orders.ts';
import { maySee } from './execute.ts';
import { type Reader, sightOf } from './listing/order-view.ts';
import { rulebookByHash } from './rulebook.ts';

export interface Duplicate {
  orderId: number;
  number: string;
  eventName: string;
  place: string;
  summary: string;
  state: string;
  stateName: string;
  departmentName: string | null;
  receivedAt: string;
  callers: number;
  version: number;
  score: number;
  strong: boolean;
  reasons: string[];
  /** It may be joined; one that has ended is shown because it was reported again. */
  open: boolean;
}

/** Shown at most. */
const SHOWN = 8;

export async function findDuplicates(
  reader: Reader,
  report: Report,
  except: number | null = null,
): Promise<Duplicate[]> {
  if (report.event === '') return [];
  const { tx, me, lang } = reader;
  const { premisesId, communityId, lon, lat, place, at } = report;
  const near = {
    ...{ premisesId, communityId, lon, lat, except },
    road: addressOf(place).road,
    since: new Date(at - LONGEST),
    until: new Date(at + LONGEST),
  };
  const found = (await ordersNear(tx, near, sightOf(me)))
    .flatMap((row) => {
      const like = likeness(report, reportOf(row));
      return like ? [{ row, like }] : [];
    })
    .sort((a, b) => Number(isOpen(b.row.state)) - Number(isOpen(a.row.state)) || b.like.score - a.like.score)
    .slice(0, SHOWN);
  const duplicates: Duplicate[] = [];
  for (const { row, like } of found) {
    const book = await rulebookByHash(tx, row.packHash);
    duplicates.push({
      orderId: row.orderId,
      number: row.number,
      eventName: book.words.events.get(row.event)?.[lang] ?? row.event,
      place: row.place,
      summary: row.summary,
      state: row.state,
      stateName: STATE_WORDS[row.state][lang],
      departmentName: row.departmentName,
      receivedAt: row.receivedAt.toISOString(),
      callers: row.callers,
      version: row.version,
      score: like.score,
      strong: like.strong,
      reasons: like.reasons.map((reason) => reasonText(reason, lang, row.receivedAt.getTime() > at)),
      open: isOpen(row.state),
    });
  }
  return duplicates;
}

const reportOf = ({ event, place, premisesId, communityId, lon, lat, receivedAt }: OrderRow): Report => ({
  ...{ event, place, premisesId, communityId, lon, lat },
  at: receivedAt.getTime(),
});

export async function duplicatesOf(reader: Reader, orderId: number): Promise<Result<Duplicate[]>> {
  const row = await orderById(reader.tx, orderId);
  if (!row || !maySee(reader.me, row)) return refuse('order-not-found');
  return ok(isOpen(row.state) ? await findDuplicates(reader, reportOf(row), orderId) : []);
}
