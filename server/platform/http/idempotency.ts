import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Instant } from '../../values/instant.ts';
import type { Db, Tx } from '../database.ts';

export interface Write {
  staffId: number;
  key: string;
  route: string;
  sha256: Buffer;
}

export type Claim = { kind: 'first' } | { kind: 'again'; status: number; body: string } | { kind: 'other-request' };

/** How long a repeated write is still recognised. */
const KEPT_HOURS = 72;

export function keyOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && /^[\x21-\x7e]{8,200}$/.test(header) ? header : null;
}

/** The same request again has the same digest. */
export function digestOf(method: string, url: string, body: unknown): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null);
  return createHash('sha256').update(`${method} ${url}\n`).update(bytes).digest();
}

/** Takes the key in the transaction of the effect. A second one with it waits here until the first has ended. */
export async function claim(tx: Tx, write: Write, now: Instant): Promise<Claim> {
  const taken = await tx.run(sql`
    insert into platform.idempotency (utility_id, staff_id, key, route, request_sha256, status, created_at)
    values (${tx.utilityId}, ${write.staffId}, ${write.key}, ${write.route}, ${write.sha256}, 0, ${new Date(now)})
    on conflict do nothing`);
  if (taken === 1) return { kind: 'first' };
  const before = await tx.one<{ request_sha256: Buffer; status: number; body: string }>(sql`
    select request_sha256, status, body from platform.idempotency
    where utility_id = ${tx.utilityId} and staff_id = ${write.staffId} and key = ${write.key}`);
  if (!before.request_sha256.equals(write.sha256)) return { kind: 'other-request' };
  return { kind: 'again', status: before.status, body: before.body };
}

/** @param body as it was sent */
export function keep(tx: Tx, write: Write, status: number, body: string): void {
  tx.send(sql`
    update platform.idempotency set status = ${status}, body = ${body}
    where utility_id = ${tx.utilityId} and staff_id = ${write.staffId} and key = ${write.key}`);
}

/** Forgets answers nobody will ask for again. Returns how many. */
export function forgetAnswers(db: Db, utilityId: number, now: Instant): Promise<number> {
  const until = new Date(now - KEPT_HOURS * 3_600_000);
  return db.transaction(utilityId, (tx) => tx.run(sql`delete from platform.idempotency where created_at < ${until}`));
}
