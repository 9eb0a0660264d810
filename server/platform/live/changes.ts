/** Reading what changed since a cursor, and forgetting what is old. */
import sql from 'sql-template-tag';
import type { Instant } from '../../values/instant.ts';
import type { Db, Tx } from '../database.ts';
import type { Me } from '../http/route.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { addNews, type News, type Topic } from './news.ts';

export interface Change {
  topic: string;
  facts: unknown;
}

export interface Changes {
  /** Everything up to here has been read. */
  cursor: string;
  /** null: more may have changed than is known any more; all has to be looked at again. */
  changes: Change[] | null;
}

/** Changes read at once; beyond, looking at everything again is cheaper. */
const MOST = 1000;

interface Read {
  system: string;
  snapshot: string;
  xmax: string;
  horizon: string | null;
  changes: Change[] | null;
}

const isKept = ({ system, xmax, horizon }: Read, since: ReturnType<typeof readCursor>): boolean =>
  since !== null &&
  since.system === system &&
  since.xmax <= BigInt(xmax) &&
  (horizon === null || since.xmin >= BigInt(horizon));

/** @param since null: from now on. What is not a cursor, or too old, or of another database, reads as a gap. */
export async function changesSince(tx: Tx, since: string | null): Promise<Changes> {
  const cursor = since === null ? null : readCursor(since);
  // one statement, one snapshot: what it shows is exactly what the new cursor says was seen
  const read = await tx.one<Read>(sql`
    select (select system_identifier::text from pg_control_system()) as system, s.now::text as snapshot,
      pg_snapshot_xmax(s.now)::text as xmax,
      (select m.ended_before::text from platform.change_mark m where m.utility_id = ${tx.utilityId} order by m.at limit 1) as horizon,
      (select json_agg(c) from (
        select c.topic, c.facts from platform.change c
        where c.utility_id = ${tx.utilityId} and c.xid >= pg_snapshot_xmin(${cursor?.snapshot ?? null}::pg_snapshot)
          and not pg_visible_in_snapshot(c.xid, ${cursor?.snapshot ?? null}::pg_snapshot)
          -- those of a copied database belong to no transaction of this one
          and c.xid < pg_snapshot_xmax(s.now)
        order by c.xid, c.change_id limit ${MOST + 1}) c) as changes
    from (select pg_current_snapshot() as now) s`);
  const next = writeCursor(read.system, read.snapshot);
  if (since === null) return { cursor: next, changes: [] };
  const changes = read.changes ?? [];
  return { cursor: next, changes: isKept(read, cursor) && changes.length <= MOST ? changes : null };
}

/** Made of the changes once, for everybody who looks. */
export type Prepared = [topic: Topic, prepared: unknown][];

export async function prepare(tx: Tx, topics: readonly Topic[], changes: readonly Change[]): Promise<Prepared> {
  const prepared: Prepared = [];
  for (const topic of topics) {
    const facts = changes.filter((change) => change.topic === topic.name).map((change) => change.facts);
    if (facts.length > 0) prepared.push([topic, await topic.prepare(tx, facts)]);
  }
  return prepared;
}

export const newsFor = (me: Me, prepared: Prepared): News =>
  prepared.reduce<News>((news, [topic, made]) => addNews(news, { [topic.name]: topic.told(me, made) }), {});

/** Milliseconds changes are kept at least: who was away longer looks at everything again. */
const KEPT = 3_600_000;

/** Forgets what everybody has read or given up. Every now and then; what is kept lasts until the mark after next. */
export const forgetChanges = (db: Db, utilityId: number, now: Instant): Promise<void> =>
  db.transaction(utilityId, async (tx) => {
    await tx.run(sql`
      insert into platform.change_mark (utility_id, at) values (${utilityId}, ${new Date(now)}) on conflict do nothing`);
    const mark = await tx.maybe<{ at: Date; endedBefore: string }>(sql`
      select at, ended_before::text as "endedBefore" from platform.change_mark
      where utility_id = ${utilityId} and at <= ${new Date(now - KEPT)} order by at desc limit 1`);
    if (!mark) return;
    await tx.run(sql`delete from platform.change_mark where utility_id = ${utilityId} and at < ${mark.at}`);
    await tx.run(sql`
      delete from platform.change
      where utility_id = ${utilityId}
        and (xid < ${mark.endedBefore}::xid8 or xid >= pg_snapshot_xmax(pg_current_snapshot()))`);
  });
