/** Who asked for what his roles do not allow, in the audit log: once a minute for the same thing, however often he asks. */
import type { TimeSource } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Me } from '../../platform/http/route.ts';
import { MINUTE } from '../../values/instant.ts';
import { audit } from './actions/audit.ts';

const ROOM = 10_000;

export function refusalLog({ db, time }: { db: Db; time: TimeSource }) {
  const told = new Map<string, number>();
  let writing: Promise<unknown> = Promise.resolve();
  return {
    note(me: Me, action: string): void {
      const key = `${me.utilityId}:${me.staffId}:${action}`;
      const now = time.now();
      if (now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < MINUTE) return;
      if (told.size >= ROOM) told.clear();
      told.set(key, now);
      // one after the other: a flood of refusals takes one connection
      writing = writing
        .then(() => db.transaction(me.utilityId, (tx) => audit(tx, me, 'refused', `action:${action}`, {}, time)))
        .catch(() => told.delete(key));
    },
    written: () => writing,
  };
}
