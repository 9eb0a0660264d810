/** What the last day's events told whom: an inbox that looks lived in. */
import { announce } from '../../server/modules/notices/index.ts';
import type { Db } from '../../server/platform/database.ts';
import { DAY, type Instant } from '../../server/values/instant.ts';
import type { Doer, World } from './chronicle.ts';
import { factsToTell } from './engine.ts';
import type { Town } from './generate.ts';
import type { Numbered } from './rows.ts';

export interface Told {
  db: Db;
  utilityId: number;
  world: World;
  town: Town;
  doer: (username: string) => Doer;
  now: Instant;
}

export async function fillInbox(
  { db, utilityId, world, town, doer, now }: Told,
  all: readonly Numbered[],
): Promise<void> {
  const facts = all.flatMap(({ lived, orderId, number }) => {
    const { log, order, rows } = lived.chronicle;
    const telling = { orderId, number, order, clocks: rows, units: world.units, book: world.rulebook };
    return log.filter(({ recordedAt }) => recordedAt > now - DAY).flatMap((entry) => factsToTell(entry, telling));
  });
  const colleagues = town.staff.map(({ username, roles, departmentId }) => ({
    staffId: doer(username).staffId,
    roles,
    departmentId,
  }));
  facts.sort((a, b) => a.at - b.at);
  await db.transaction(utilityId, (tx) => announce(tx, facts, colleagues, now));
}
