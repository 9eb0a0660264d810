/** Everything a phone needs for a shift without a network. */
import { mergeCatalogues, PLATFORM_MESSAGES } from '../../../platform/http/messages.ts';
import type { Context } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit, listStaff, namesOfStaff, permissionsOf } from '../../identity/index.ts';
import { contentHash } from '../../regulations/index.ts';
import { type CarriedOrder, carryOrders, heldBy, unitsOf, messages as wordsOfOrders } from '../../work-orders/index.ts';
import { messages } from '../messages.ts';
import type { FieldSnapshot, Texts } from '../rules/wire.ts';
import { holdDevice, noteShown } from '../store.ts';

export interface SnapshotAsked {
  device: string;
  /** Keys of what the phone has. */
  have: ReadonlySet<string>;
}

const TEXTS: Texts = Object.fromEntries(
  Object.entries(mergeCatalogues(PLATFORM_MESSAGES, wordsOfOrders, messages)).map(([code, { zh, en }]) => [
    code,
    { zh, en },
  ]),
);
const TEXTS_KEY = contentHash(TEXTS).slice(0, 24);

type Asking = Pick<Context<unknown, unknown, unknown>, 'tx' | 'me' | 'time' | 'lang'>;

export async function readSnapshot(
  given: Asking,
  { device: deviceId, have }: SnapshotAsked,
): Promise<Result<FieldSnapshot<CarriedOrder['view']>>> {
  const { tx, me, time } = given;
  const device = await holdDevice(tx, deviceId);
  if (!device || device.staffId !== me.staffId) return refuse('device-not-known');
  if (device.lostAt !== null) return refuse('device-lost');
  const [{ orders, books }, units, crew] = await Promise.all([
    carryOrders(given),
    unitsOf(tx),
    listStaff(tx, { department: me.departmentId, role: 'crew-member' }),
  ]);
  const held = await heldBy(
    tx,
    crew.map(({ staff_id }) => staff_id),
  );
  await noteRevealed(given, device.shown, deviceId, orders);
  const inLogs = orders.flatMap(({ log }) => log.flatMap(({ staffId, data }) => [staffId, data.handlerId ?? null]));
  const people = await namesOfStaff(tx, [...new Set(inLogs.filter((id) => id !== null))]);
  return ok({
    serverTime: new Date(time.now()).toISOString(),
    me: {
      staffId: me.staffId,
      name: me.name,
      departmentId: me.departmentId,
      departmentName: units.find(({ departmentId }) => departmentId === me.departmentId)?.name ?? me.departmentId,
      districts: me.districts,
      permissions: { ...permissionsOf(me) },
    },
    units,
    colleagues: crew.map(({ staff_id: staffId, name }) => ({ staffId, name, certificates: held.get(staffId) ?? [] })),
    // read from the log by the phone's own rules: most of a page, and old with the first thing given
    orders: orders.map((order) => ({ ...order, view: { ...order.view, timeline: [], clocks: [], allowed: [] } })),
    rulebooks: Object.fromEntries([...books].filter(([key]) => !have.has(key))),
    words: { key: TEXTS_KEY, texts: have.has(TEXTS_KEY) ? null : TEXTS },
    people: Object.fromEntries(people),
  });
}

/** Names and numbers put on this phone that were not on it before: who, when, which, as for every other look at them. */
async function noteRevealed(
  { tx, me, time }: Asking,
  shown: readonly number[],
  deviceId: string,
  orders: readonly CarriedOrder[],
): Promise<void> {
  const now = orders.flatMap(({ callers }) => callers.map(({ requestId }) => requestId));
  for (const { view, callers } of orders) {
    const requests = callers.map(({ requestId }) => requestId).filter((id) => !shown.includes(id));
    if (requests.length > 0)
      await audit(tx, me, 'personal.reveal', `order:${view.id}`, { requests, device: deviceId }, time);
  }
  if (now.length !== shown.length || now.some((id) => !shown.includes(id))) noteShown(tx, deviceId, now);
}
