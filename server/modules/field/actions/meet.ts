/** A phone makes contact: known at once from then on, bound to who is signed in on it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import type { Me } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit } from '../../identity/index.ts';
import { holdDevice, insertDevice, noteContact, noteWiped, wipeDue } from '../store.ts';

export interface Arrival {
  deviceId: string;
  secret: string;
  name?: string;
  /** Milliseconds the server is ahead of the phone's clock. */
  offset: number;
}

export interface Met {
  lost: boolean;
  /** Number of this contact. */
  contact: number;
}

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const NAMELESS = '—';

export async function meet(
  tx: Tx,
  me: Me,
  time: TimeSource,
  { deviceId, secret, name, offset }: Arrival,
): Promise<Result<Met>> {
  const at = time.now();
  const contact = { deviceId, sessionId: me.session?.id ?? null, at, offset };
  const sha256 = digest(secret);
  const added = { staffId: me.staffId, name: name ?? NAMELESS, secret: sha256 };
  if (await insertDevice(tx, contact, added)) {
    await audit(tx, me, 'device.bound', `device:${deviceId}`, { name: added.name }, time);
    return ok({ lost: false, contact: 1 });
  }
  const device = await holdDevice(tx, deviceId);
  if (!device || !timingSafeEqual(device.secret, sha256)) return refuse('device-not-known');
  if (device.lostAt !== null) {
    noteWiped(tx, deviceId, at);
    return ok({ lost: true, contact: device.contacts });
  }
  if (device.staffId !== me.staffId) return refuse('device-of-another');
  noteContact(tx, contact, name ?? device.name);
  return ok({ lost: false, contact: device.contacts + 1 });
}

/** Asked by a phone whose session is gone: is everything on it to be deleted? */
export const isWipeDue = (db: Db, time: TimeSource, deviceId: string, secret: string): Promise<boolean> =>
  wipeDue(db, deviceId, digest(secret), time.now());
