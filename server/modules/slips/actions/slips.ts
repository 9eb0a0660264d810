/** Writing, printing, serving and taking back slips 通知单; each in one transaction. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { type Instant, MINUTE } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import { type Action, allowed, audit, type Me, within } from '../../identity/index.ts';
import { type Pack, packByHash, packInForce } from '../../regulations/index.ts';
import { type ActedOn, execute, orderToActOn, requestCards } from '../../work-orders/index.ts';
import { renderSlips } from '../pdf/render.ts';
import { sheetOf } from '../rules/sheet.ts';
import {
  ASKED_ALONE,
  type Holds,
  type Manner,
  needsReceiver,
  numberOf,
  offeredOf,
  proofOf,
  recordsOf,
  type Slip,
  slipsOf,
  valuesOf,
  wanting,
} from '../rules/slips.ts';
import { attachedTo, insertSlip, markPrinted, markServed, markVoid, type SlipRow, slipsByIds } from '../store.ts';

export interface Acting {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: 'zh' | 'en';
}

export const ZONE = 'Asia/Shanghai';
export const dayOf = (at: Instant): string => formatDay(zoneOf(ZONE).dayOf(at));
/** A clock may be this much ahead. */
const SKEW = MINUTE;

/** What a slip may be written by: of the order, else what the rulebook in force today has. */
export interface Desk {
  pack: Pack;
  order: ActedOn | null;
  slips: Slip[];
  holds: Holds;
}

export async function deskOf(acting: Acting, orderId: number | null, action: Action): Promise<Result<Desk>> {
  if (orderId !== null) {
    const order = await orderToActOn(acting, orderId, action);
    if (!order.ok) return order;
    const { book, holds } = order.value;
    return ok({ pack: book.pack, order: order.value, slips: offeredOf(slipsOf(book.pack), holds), holds });
  }
  const day = dayOf(acting.time.now());
  const pack = await packInForce(acting.tx, day);
  if (!pack) return refuse('rulebook-missing', { params: { day } });
  return ok({ pack, order: null, slips: slipsOf(pack), holds: ASKED_ALONE });
}

export interface ToWrite {
  kind: string;
  orderId?: number;
  requestId?: number;
  name?: string;
  address?: string;
  fields: Record<string, string>;
}

export async function writeSlip(acting: Acting, given: ToWrite): Promise<Result<number>> {
  const { tx, me, time } = acting;
  const desk = await deskOf(acting, given.orderId ?? null, 'slips.write');
  if (!desk.ok) return desk;
  const { pack, order, slips, holds } = desk.value;
  const slip = slips.find(({ id }) => id === given.kind);
  if (!slip)
    return refuse('slip-unknown', {
      params: { kind: given.kind.slice(0, 80) },
      fields: [{ path: 'kind', code: 'unknown' }],
    });
  const fields = valuesOf(slip, given.fields);
  const left = wanting(slip, fields, holds);
  if (left.length > 0)
    return refuse('slip-field-missing', {
      params: { names: left.map(({ name }) => name).join('、') },
      article: slip.article,
      fields: left.map(({ field }) => ({ path: `fields.${field}`, code: 'text-missing' })),
    });
  const whom = await addresseeOf(acting, order, given);
  if (!whom.ok) return whom;
  const now = time.now();
  const slipId = await insertSlip(
    tx,
    { kind: slip.id, packHash: pack.hash, orderId: order?.orderId ?? null, ...whom.value, fields, day: dayOf(now) },
    me,
    now,
  );
  await audit(tx, me, 'slip.written', `slip:${slipId}`, { kind: slip.id, order: order?.orderId ?? null }, time);
  return ok(slipId);
}

interface Addressee {
  requestId: number | null;
  name: string;
  address: string;
}

/** The caller, where there is one or he is named; what was typed goes first. */
async function addresseeOf({ tx }: Acting, order: ActedOn | null, given: ToWrite): Promise<Result<Addressee>> {
  const cards = order === null ? [] : await requestCards().ofOrder(tx, order.orderId);
  const { requestId } = given;
  const card =
    requestId === undefined ? (cards.length === 1 ? cards[0] : undefined) : cards.find(({ id }) => id === requestId);
  if (requestId !== undefined && !card)
    return refuse('slip-caller-unknown', { params: { requestId }, fields: [{ path: 'requestId', code: 'unknown' }] });
  const name = given.name?.trim() || card?.reporter || '';
  const address = given.address?.trim() || card?.place || order?.place || '';
  if (name === '' && address === '')
    return refuse('slip-addressee-missing', { fields: [{ path: 'name', code: 'text-missing' }] });
  return ok({ requestId: card?.id ?? null, name, address });
}

const placed = ({ departmentId, districtId, handlerId, sealedTo }: SlipRow) => ({
  department_id: departmentId,
  district_id: districtId,
  handler_id: handlerId,
  sealed_to: sealedTo,
});

/** Those slips, to who may do this with each of them; the first that is not his is named. */
export async function hisSlips(
  acting: Acting,
  ids: readonly number[],
  action: Action,
  lock: boolean,
): Promise<Result<SlipRow[]>> {
  const { tx, me } = acting;
  const scope = allowed(me, action);
  const found = (await slipsByIds(tx, ids, lock)).filter((row) => within(me, scope, placed(row)));
  const missing = ids.find((id) => !found.some(({ slipId }) => slipId === id));
  return missing === undefined ? ok(found) : refuse('slip-not-found', { params: { slipId: missing } });
}

export const numberOfRow = ({ day, slipId }: Pick<SlipRow, 'day' | 'slipId'>): string => numberOf(day, slipId);

export async function slipOfRow(
  tx: Tx,
  { kind, packHash }: Pick<SlipRow, 'kind' | 'packHash'>,
): Promise<{ slip: Slip; pack: Pack }> {
  const pack = await packByHash(tx, packHash);
  const slip = slipsOf(pack).find(({ id }) => id === kind);
  if (!slip) throw new Error(`rulebook ${packHash} has no slip ${kind}`);
  return { slip, pack };
}

/** One file of them all, in the order of their numbers. That they were printed, and by whom, is written down. */
export async function printSlips(
  acting: Acting,
  ids: readonly number[],
): Promise<Result<{ name: string; pdf: Buffer }>> {
  const { tx, me, time } = acting;
  const found = await hisSlips(acting, [...new Set(ids)], 'slips.write', true);
  if (!found.ok) return found;
  const gone = found.value.find(({ voidAt }) => voidAt !== null);
  if (gone) return refuse('slip-is-void', { params: { number: numberOfRow(gone) } });
  const sheets = [];
  for (const row of found.value) {
    const { slip, pack } = await slipOfRow(tx, row);
    const { name, address, fields, day } = row;
    sheets.push(
      sheetOf(slip, {
        utility: me.utilityName,
        number: numberOfRow(row),
        name,
        address,
        values: fields,
        day,
        source: pack.source,
      }),
    );
  }
  await markPrinted(tx, ids, me.staffId, time.now());
  for (const { slipId, orderId } of found.value)
    await audit(tx, me, 'slip.printed', `slip:${slipId}`, { order: orderId }, time);
  const [only] = sheets;
  const name = sheets.length === 1 && only ? `${only.title} ${only.number}.pdf` : `通知单 ${dayOf(time.now())}.pdf`;
  return ok({ name, pdf: await renderSlips(sheets) });
}

export interface ToServe {
  at: Instant;
  manner: Manner;
  receiver?: string;
  attachmentId?: string;
}

/** 送达: who, when, how. What the rulebook waits for is recorded in the order with it, or nothing is. */
export async function serveSlip(acting: Acting, slipId: number, given: ToServe): Promise<Result<SlipRow>> {
  const { tx, me, time } = acting;
  const found = await hisSlips(acting, [slipId], 'slips.write', true);
  if (!found.ok) return found;
  const row = found.value[0] as SlipRow;
  const refused = refusalOf(row, given, time.now());
  if (refused) return { ok: false, refusal: refused };
  const receiver = given.receiver?.trim() ?? '';
  const order = row.orderId === null ? null : await orderToActOn(acting, row.orderId, 'slips.write');
  if (order && !order.ok) return order;
  const { slip, holds } = order
    ? { slip: slipsOf(order.value.book.pack).find(({ id }) => id === row.kind), holds: order.value.holds }
    : { slip: (await slipOfRow(tx, row)).slip, holds: () => true };
  const proof = slip ? proofOf(slip, holds) : null;
  if (receiver === '' && needsReceiver(given.manner, proof))
    return refuse('slip-receiver-missing', {
      params: { proof: proof ?? '' },
      ...(proof !== null && slip ? { article: slip.article } : {}),
      fields: [{ path: 'receiver', code: 'text-missing' }],
    });
  if (
    given.attachmentId !== undefined &&
    (row.orderId === null || !(await attachedTo(tx, given.attachmentId, row.orderId)))
  )
    return refuse('slip-photo-unknown', { fields: [{ path: 'attachmentId', code: 'unknown' }] });
  const records = order && slip && order.value.recordable(given.at) ? recordsOf(slip, holds, order.value.done) : null;
  if (records && order) {
    const told = await execute(
      acting,
      order.value.orderId,
      'record',
      {
        occurredAt: given.at,
        input: {
          milestone: records.milestone,
          form: row.fields,
          note: numberOfRow(row),
          ...(row.requestId === null ? { everyone: true } : { requestId: row.requestId }),
        },
      },
      'slips.write',
    );
    if (!told.ok) return told;
  }
  const serving = { at: given.at, manner: given.manner, receiver, attachmentId: given.attachmentId ?? null };
  await markServed(tx, slipId, { ...serving, milestone: records?.milestone ?? null }, me.staffId, time.now());
  await audit(tx, me, 'slip.served', `slip:${slipId}`, { manner: given.manner, order: row.orderId }, time);
  const [after] = await slipsByIds(tx, [slipId]);
  return ok(after as SlipRow);
}

function refusalOf(row: SlipRow, { at }: ToServe, now: Instant): Refusal | null {
  const number = numberOfRow(row);
  if (row.voidAt !== null) return { code: 'slip-is-void', params: { number } };
  if (row.servedAt !== null) return { code: 'slip-served-already', params: { number, at: row.servedAt.toISOString() } };
  if (row.printedAt === null) return { code: 'slip-not-printed', params: { number } };
  const fields = (code: string) => [{ path: 'at', code }];
  if (at > now + SKEW) return { code: 'slip-served-in-future', fields: fields('too-late') };
  // a printed slip is served by the minute, its writing known to the millisecond
  if (at < row.writtenAt.getTime() - MINUTE)
    return { code: 'slip-served-before-written', params: { number }, fields: fields('too-early') };
  return null;
}

export async function takeBack(acting: Acting, slipId: number, reason: string): Promise<Result<SlipRow>> {
  const { tx, me, time } = acting;
  const found = await hisSlips(acting, [slipId], 'slips.write', true);
  if (!found.ok) return found;
  const row = found.value[0] as SlipRow;
  const number = numberOfRow(row);
  if (row.voidAt !== null) return refuse('slip-is-void', { params: { number } });
  if (row.servedAt !== null)
    return refuse('slip-served-already', { params: { number, at: row.servedAt.toISOString() } });
  if (reason.trim() === '')
    return refuse('slip-reason-missing', { fields: [{ path: 'reason', code: 'text-missing' }] });
  await markVoid(tx, slipId, reason.trim(), me.staffId, time.now());
  await audit(tx, me, 'slip.void', `slip:${slipId}`, { order: row.orderId }, time);
  const [after] = await slipsByIds(tx, [slipId]);
  return ok(after as SlipRow);
}
