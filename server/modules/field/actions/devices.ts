/** Phones 终端 as their owners and administrators see them, and what is done when one is lost. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Me } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed, audit, endSessions } from '../../identity/index.ts';
import { type DeviceRow, holdDevice, listDevices, noteLost } from '../store.ts';

const mayAll = (me: Me): boolean => allowed(me, 'field.devices') === 'all';

export const devicesOf = (tx: Tx, me: Me): Promise<DeviceRow[]> => listDevices(tx, mayAll(me) ? null : me.staffId);

/** 挂失: cut off now, and wiped when it next makes contact. What it has not sent by then is not taken any more. */
export async function reportLost(tx: Tx, me: Me, time: TimeSource, deviceId: string): Promise<Result<DeviceRow>> {
  const device = await holdDevice(tx, deviceId);
  if (!device || (device.staffId !== me.staffId && !mayAll(me))) return refuse('device-not-found');
  if (device.lostAt !== null) return refuse('device-already-lost');
  noteLost(tx, deviceId, time.now(), me.staffId);
  if (device.sessionId !== null) await endSessions(tx, device.staffId, { one: device.sessionId, keep: null });
  await audit(tx, me, 'device.lost', `device:${deviceId}`, { name: device.name, staff: device.staffId }, time);
  return ok({ ...device, lostAt: new Date(time.now()), lostBy: me.name });
}
