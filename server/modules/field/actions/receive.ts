/** One command of a phone: done once, or listed with the reason. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Me } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { Flag } from '../../work-orders/index.ts';
import { flagsOf, type Judged, type Known, type OnOrder } from '../rules/flags.ts';
import type { FieldCommand, Listed, SyncResult } from '../rules/wire.ts';
import { acknowledgedBefore, holdDevice, keepCommand, lastPoint, resultOf } from '../store.ts';

export interface Receiving {
  tx: Tx;
  me: Me;
  time: TimeSource;
  deviceId: string;
  contact: number;
  offset: number;
}

/** What a module does with a command it has registered. */
export type Deed = (flags: (order: OnOrder) => Flag[]) => Promise<Result<Pick<SyncResult, 'flags' | 'into'>>>;

const judgedOf = ({ offset }: Receiving, { occurredAt, deviceAt, position }: FieldCommand): Judged => ({
  occurredAt: Date.parse(occurredAt),
  deviceAt: Date.parse(deviceAt),
  offset,
  point: position ?? null,
});

/** The phone is held, so that of two contacts at once the second finds what the first has done. */
async function before(receiving: Receiving, { id }: FieldCommand): Promise<Result<SyncResult | Known>> {
  const { tx, deviceId, contact } = receiving;
  const device = await holdDevice(tx, deviceId);
  if (!device) return refuse('device-not-known');
  if (device.lostAt !== null) return refuse('device-lost');
  const known = await resultOf(tx, deviceId, id);
  if (known) return ok(known);
  const [last, acknowledged] = await Promise.all([lastPoint(tx, deviceId), acknowledgedBefore(tx, deviceId, contact)]);
  return ok({ last: last ?? null, acknowledged });
}

const isResult = (found: SyncResult | Known): found is SyncResult => 'outcome' in found;

/** Done, in this transaction; sent again it answers what it answered. A refusal leaves nothing. */
export async function receive(receiving: Receiving, sent: FieldCommand, deed: Deed): Promise<Result<SyncResult>> {
  const found = await before(receiving, sent);
  if (!found.ok) return found;
  if (isResult(found.value)) return ok(found.value);
  const known = found.value;
  const done = await deed((order) => flagsOf(judgedOf(receiving, sent), known, order));
  if (!done.ok) return done;
  return ok(keep(receiving, sent, { id: sent.id, outcome: 'applied', ...done.value }));
}

/** Not done: why is kept, and answered whenever it is sent again. */
export async function list(receiving: Receiving, sent: FieldCommand, refusal: Listed): Promise<Result<SyncResult>> {
  const found = await before(receiving, sent);
  if (!found.ok) return found;
  if (isResult(found.value)) return ok(found.value);
  const flags = flagsOf(judgedOf(receiving, sent), found.value, null);
  return ok(keep(receiving, sent, { id: sent.id, outcome: 'listed', refusal, flags }));
}

function keep(receiving: Receiving, sent: FieldCommand, result: SyncResult): SyncResult {
  const { tx, me, time, deviceId, contact, offset } = receiving;
  const { occurredAt, deviceAt } = judgedOf(receiving, sent);
  keepCommand(tx, {
    deviceId,
    commandId: sent.id,
    staffId: me.staffId,
    orderId: sent.order,
    command: sent.command,
    occurredAt,
    deviceAt,
    offset,
    receivedAt: time.now(),
    contact,
    position: sent.position ?? null,
    result,
  });
  return result;
}
