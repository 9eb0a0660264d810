/** Orders of a list one after another, for a file: first which ones, as of one moment, then what stands in each. */
import type { Tx } from '../../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { allowed, listDistricts, within } from '../../../identity/index.ts';
import { requestCards } from '../../contributions.ts';
import { maskName, maskPhone } from '../../rules/listing/mask.ts';
import type { Place } from '../../rules/listing/sorting.ts';
import { STATE_WORDS } from '../../rules/words.ts';
import { inSight } from '../../store/conditions.ts';
import { listOrders, MOST_SORTED, tooManyToSort } from '../../store/lists.ts';
import { holdStill, listedByIds } from '../../store/orders.ts';
import { seenAmong } from '../../store/sealed.ts';
import { placed } from '../execute.ts';
import { rulebookByHash } from '../rulebook.ts';
import { filterOf, type ListQuery, orderViews, refuseSort, sortOfQuery } from './list-orders.ts';
import { type OrderView, type Reader, sightOf } from './order-view.ts';

const BATCH = 5000;

/** Whether the list can be put in that order. */
export async function maySort(reader: Reader, query: ListQuery): Promise<Result<true>> {
  const sort = sortOfQuery(query);
  if (sort === null) return refuseSort(query.sort ?? '');
  const page = { tab: query.tab ?? 'all', sort, limit: 1 };
  return (await tooManyToSort(reader.tx, await filterOf(reader, query), page, sightOf(reader.me)))
    ? refuse('sort-too-many', { params: { most: MOST_SORTED }, fields: [{ path: 'sort', code: 'sort-too-many' }] })
    : ok(true);
}

/** The first thing in a transaction: it holds still, so that nothing moves between two batches. */
export async function* orderIdsListed(reader: Reader, query: ListQuery): AsyncGenerator<number[]> {
  const sort = sortOfQuery(query);
  if (sort === null) throw new Error(`not a sort: ${query.sort}`);
  await holdStill(reader.tx);
  const filter = await filterOf(reader, query);
  for (let after: Place | undefined; ; ) {
    const page = { tab: query.tab ?? 'all', sort, limit: BATCH, ...(after ? { after } : {}) };
    const { rows, until } = await listOrders(reader.tx, filter, page, sightOf(reader.me));
    if (rows.length > 0) yield rows.map(({ orderId }) => orderId);
    const last = rows.at(-1);
    if (rows.length === BATCH && last) after = { values: last.keys, id: last.orderId };
    else if (until) after = until;
    else return;
  }
}

/** Whether all of them may be seen: none has been sealed from whoever asks. */
export const ordersSeen = async (tx: Tx, ids: readonly number[]): Promise<boolean> =>
  (await seenAmong(tx, ids)).size === new Set(ids).size;

export interface ExportedOrder extends OrderView {
  stateName: string;
  channelName: string;
  districtName: string;
  /** As who asks may see them. */
  people: { name: string; phone: string }[];
}

/** @param people in full where I may reveal them; otherwise masked as everywhere */
export async function exportOrders(
  reader: Reader,
  ids: readonly number[],
  with_: { callers: boolean; people: boolean },
): Promise<ExportedOrder[]> {
  const { tx, me, lang } = reader;
  const rows = await listedByIds(tx, ids, inSight(sightOf(me)));
  const at = new Map(ids.map((id, index) => [id, index]));
  rows.sort((a, b) => (at.get(a.orderId) ?? 0) - (at.get(b.orderId) ?? 0));
  const [views, districts, words] = await Promise.all([
    orderViews(reader, rows),
    listDistricts(tx),
    with_.callers ? requestCards().wordsOf?.(tx, ids) : undefined,
  ]);
  const districtNames = new Map(districts.map((one) => [one.district_id, one.name]));
  const callersOf = Map.groupBy(words ?? [], ({ orderId }) => orderId);
  const scope = allowed(me, 'personal.reveal');
  const exported: ExportedOrder[] = [];
  for (const [index, view] of views.entries()) {
    const row = rows[index];
    if (!row) continue;
    const book = await rulebookByHash(tx, row.packHash);
    const full = with_.people && within(me, scope, placed(row));
    exported.push({
      ...view,
      stateName: STATE_WORDS[row.state][lang],
      channelName: book.words.channels.get(row.channel)?.[lang] ?? row.channel,
      districtName: row.districtId === null ? '' : (districtNames.get(row.districtId) ?? row.districtId),
      people: (callersOf.get(row.orderId) ?? []).map(({ name, phone }) => ({
        name: (full ? name : maskName(name)) ?? '',
        phone: (full ? phone : maskPhone(phone)) ?? '',
      })),
    });
  }
  return exported;
}
