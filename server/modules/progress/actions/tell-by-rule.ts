/** 告知客户: what the rulebook wants told is sent to the callers, and recorded in the order once it has gone out. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { listStaff, type Me } from '../../identity/index.ts';
import { notify } from '../../notices/index.ts';
import { requestById } from '../../requests/index.ts';
import { type ActedOn, execute, orderToActOn, requestCards } from '../../work-orders/index.ts';
import { type Tellable, tellable } from '../rules/tellable.ts';
import { type AskedRow, askedOf, insertAsked, markRecorded, type Out, wentOut } from '../store/asked.ts';

export interface Acting {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: 'zh' | 'en';
}

export interface Tellings {
  offered: Tellable[];
  asked: AskedRow[];
}

const offeredOf = ({ book, running }: ActedOn, asked: readonly AskedRow[]): Tellable[] =>
  tellable(book.pack.notices, running).filter(({ id }) => !asked.some(({ notice }) => notice === id));

export async function readTellings(acting: Acting, orderId: number): Promise<Result<Tellings>> {
  const order = await orderToActOn(acting, orderId, 'orders.read');
  if (!order.ok) return order;
  const asked = await askedOf(acting.tx, orderId);
  return ok({ offered: offeredOf(order.value, asked), asked });
}

export async function tellByRule(
  acting: Acting,
  orderId: number,
  given: { notice: string; words: string },
): Promise<Result<Tellings>> {
  const { tx, me, time } = acting;
  const order = await orderToActOn(acting, orderId, 'orders.note');
  if (!order.ok) return order;
  const wanted = offeredOf(order.value, await askedOf(tx, orderId)).find(({ id }) => id === given.notice);
  if (!wanted || !order.value.recordable(time.now()))
    return refuse('telling-not-offered', { fields: [{ path: 'notice', code: 'unknown' }] });
  const text = given.words.trim();
  if (text === '') return refuse('telling-words-missing', { fields: [{ path: 'words', code: 'text-missing' }] });
  const cards = await requestCards().ofOrder(tx, orderId);
  const callers = (await Promise.all(cards.map(({ id }) => requestById(tx, id)))).filter((one) => one !== undefined);
  if (callers.length === 0 || callers.some(({ phone }) => !phone))
    return refuse('telling-no-phone', { article: wanted.article });
  const { number } = order.value;
  for (const { requestId, phone, reporter } of callers) {
    const told = await notify(tx, time, {
      event: 'order-told',
      key: `order:${number}:told:${wanted.id}:${requestId}`,
      recipients: [
        { kind: 'customer', requestId, phone: phone ?? '', ...(reporter === null ? {} : { name: reporter }) },
      ],
      variables: { number, words: text },
      orderId,
      requestId,
      clauses: [wanted.article],
      ...(wanted.ways.length > 0 ? { channels: wanted.ways } : {}),
      ...(wanted.proof ? { proof: true } : {}),
    });
    if (!told.ok) return told;
    const [noticeId] = told.value.notices;
    if (noticeId === undefined) throw new Error(`${number}: nobody was told of ${wanted.id}`);
    await insertAsked(tx, { orderId, notice: wanted.id, requestId, noticeId }, me.staffId, time.now());
  }
  return readTellings(acting, orderId);
}

/** Worker: what has gone out to every caller is recorded as told, when it went. Returns how many. */
export async function recordTold(db: Db, time: TimeSource, utilityIds: readonly number[]): Promise<number> {
  let recorded = 0;
  for (const utilityId of utilityIds) {
    const out = await db.transaction(utilityId, (tx) => wentOut(tx), { readOnly: true });
    for (const one of out) {
      recorded += await db.transaction(utilityId, (tx) => record(tx, time, one));
    }
  }
  return recorded;
}

async function record(tx: Tx, time: TimeSource, { orderId, notice, askedBy, at }: Out): Promise<number> {
  const me = await asker(tx, askedBy);
  if (!me) return markRecorded(tx, orderId, notice, null, 'asker-gone');
  const acting: Acting = { tx, me, time, lang: 'zh' };
  const order = await orderToActOn(acting, orderId, 'orders.note');
  if (!order.ok) return markRecorded(tx, orderId, notice, null, order.refusal.code);
  const milestone = `told:${notice}`;
  const everyone = order.value.book.callersOwn.has(milestone) ? { everyone: true } : {};
  // somebody may have recorded it by hand meanwhile
  if (!order.value.done(milestone)) {
    const done = await execute(
      acting,
      orderId,
      'record',
      { occurredAt: at, input: { milestone, ...everyone } },
      'orders.note',
    );
    if (!done.ok) return markRecorded(tx, orderId, notice, null, done.refusal.code);
  }
  return markRecorded(tx, orderId, notice, time.now(), null);
}

/** Who had it told, with the rights he has now. */
async function asker(tx: Tx, staffId: number): Promise<Me | undefined> {
  const row = (await listStaff(tx, { department: null, role: null })).find(({ staff_id }) => staff_id === staffId);
  if (!row) return undefined;
  const { username, name, roles, districts, department_id: departmentId } = row;
  return {
    utilityId: tx.utilityId,
    utilityCode: '',
    utilityName: '',
    staffId,
    username,
    name,
    roles,
    departmentId,
    districts,
  };
}
