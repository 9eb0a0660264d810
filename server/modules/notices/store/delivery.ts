/** The queue of notices: taken up in batches by any number of workers, and what came of it. */
import sql, { empty, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Happened, Outcome, Underway } from '../rules/delivery/outcome.ts';
import { type Channel, GATEWAYS, type Gateway, type Language } from '../rules/notice.ts';
import { insertSteps, type Step, type Wordings } from './tellings.ts';

export interface Claimed extends Underway {
  tellingId: number;
  staffId: number | null;
  name: string | null;
  phone: string | null;
  wechat: string | null;
  email: string | null;
  language: Language;
}

interface Row extends Omit<Claimed, 'sentAt' | 'deliveredAt' | 'readAt' | 'provenAt'> {
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  provenAt: Date | null;
}

const COLUMNS = sql`n.notice_id as id, n.state, n.channels, n.channel, n.hop, n.tries, n.sent_at as "sentAt",
  n.delivered_at as "deliveredAt", n.read_at as "readAt", n.proven_at as "provenAt", n.telling_id as "tellingId", n.staff_id as "staffId",
  n.name, n.phone, n.wechat, n.email, n.language`;

const underway = (row: Row): Claimed => ({
  ...row,
  sentAt: row.sentAt?.getTime() ?? null,
  deliveredAt: row.deliveredAt?.getTime() ?? null,
  readAt: row.readAt?.getTime() ?? null,
  provenAt: row.provenAt?.getTime() ?? null,
});

/** Customers who must not be disturbed now. */
const DISTURBED = sql`not n.urgent and not n.night and n.staff_id is null and n.channel = any(${[...GATEWAYS]}::text[])`;

export interface Claiming {
  by: string;
  now: Instant;
  /** Until when whoever has it is believed to be alive. */
  until: Instant;
  limit: number;
  /** Only what may go out in quiet hours. */
  quiet: boolean;
}

export async function claimDue(tx: Tx, { by, now, until, limit, quiet }: Claiming): Promise<Claimed[]> {
  const rows = await tx.rows<Row>(sql`
    update notices.notice n set state = 'sending', waits = null, tries = n.tries + 1, claimed_by = ${by}, claimed_until = ${new Date(until)}
    from (
      select n.notice_id from notices.notice n
      where n.utility_id = ${tx.utilityId} and n.state = 'queued' and n.due_at <= ${new Date(now)}
        ${quiet ? sql`and not (${DISTURBED})` : empty}
      order by n.due_at, n.notice_id limit ${limit} for update skip locked) due
    where n.utility_id = ${tx.utilityId} and n.notice_id = due.notice_id
    returning ${COLUMNS}`);
  return rows.map(underway);
}

/** What became due and may not go out now waits for the end of the quiet hours. */
export const postponeDue = (
  tx: Tx,
  now: Instant,
  until: Instant,
  limit: number,
): Promise<{ id: number; channel: Channel; hop: number }[]> =>
  tx.rows<{ id: number; channel: Channel; hop: number }>(sql`
    update notices.notice n set waits = 'quiet', due_at = ${new Date(until)}
    from (
      select n.notice_id from notices.notice n
      where n.utility_id = ${tx.utilityId} and n.state = 'queued' and n.due_at <= ${new Date(now)} and ${DISTURBED}
      order by n.due_at, n.notice_id limit ${limit} for update skip locked) due
    where n.utility_id = ${tx.utilityId} and n.notice_id = due.notice_id
    returning n.notice_id as id, n.channel, n.hop`);

/** Those whose worker has said nothing for too long. */
export async function claimLost(tx: Tx, now: Instant, limit: number): Promise<Claimed[]> {
  const rows = await tx.rows<Row>(sql`
    select ${COLUMNS} from notices.notice n
    where n.utility_id = ${tx.utilityId} and n.state = 'sending' and n.claimed_until < ${new Date(now)}
    order by n.notice_id limit ${limit} for update skip locked`);
  return rows.map(underway);
}

/** Never handed over: as if it had not been taken up. */
export const unclaim = (tx: Tx, by: string, ids: readonly number[]): Promise<number> =>
  tx.run(sql`
    update notices.notice set state = 'queued', tries = tries - 1, claimed_by = null, claimed_until = null
    where utility_id = ${tx.utilityId} and notice_id = any(${[...ids]}::bigint[]) and state = 'sending' and claimed_by = ${by}`);

/** For whoever is about to change them, in one order everywhere: nobody waits for somebody who waits for him. */
export async function lockNotices(tx: Tx, ids: readonly number[]): Promise<Claimed[]> {
  const rows = await tx.rows<Row>(sql`
    select ${COLUMNS} from notices.notice n
    where n.utility_id = ${tx.utilityId} and n.notice_id = any(${[...ids]}::bigint[])
    order by n.notice_id for update`);
  return rows.map(underway);
}

export interface Result {
  of: Pick<Underway, 'id' | 'hop'>;
  outcome: Outcome;
}

/** @param guard what must still be so; what moved on meanwhile stays as it is */
async function save(tx: Tx, results: readonly Result[], guard: Sql): Promise<number[]> {
  if (results.length === 0) return [];
  const sorted = [...results].sort((a, b) => a.of.id - b.of.id);
  const date = (pick: (outcome: Outcome) => Instant | null) => sorted.map(({ outcome }) => pick(outcome));
  const rows = await tx.rows<{ id: number }>(sql`
    with r as materialized (
      select * from unnest(
        ${sorted.map(({ of }) => of.id)}::bigint[], ${sorted.map(({ of }) => of.hop)}::smallint[],
        ${sorted.map(({ outcome }) => outcome.state)}::text[], ${sorted.map(({ outcome }) => outcome.channel)}::text[],
        ${sorted.map(({ outcome }) => outcome.hop)}::smallint[], ${sorted.map(({ outcome }) => outcome.tries)}::smallint[],
        ${sorted.map(({ outcome }) => outcome.waits)}::text[], ${date(({ dueAt }) => dueAt)}::float8[],
        ${sorted.map(({ outcome }) => outcome.refusal)}::text[], ${date(({ sentAt }) => sentAt)}::float8[],
        ${date(({ deliveredAt }) => deliveredAt)}::float8[], ${date(({ readAt }) => readAt)}::float8[],
        ${date(({ provenAt }) => provenAt)}::float8[]
      ) as r (id, was, state, channel, hop, tries, waits, due_at, refusal, sent_at, delivered_at, read_at, proven_at)
    ), locked as materialized (
      select n.notice_id from notices.notice n
      where n.utility_id = ${tx.utilityId} and n.notice_id = any(${sorted.map(({ of }) => of.id)}::bigint[])
      order by n.notice_id for update)
    update notices.notice n set state = r.state, channel = r.channel, hop = r.hop, tries = r.tries, waits = r.waits,
      due_at = to_timestamp(r.due_at / 1000), refusal = r.refusal, sent_at = to_timestamp(r.sent_at / 1000),
      delivered_at = to_timestamp(r.delivered_at / 1000), read_at = to_timestamp(r.read_at / 1000),
      proven_at = to_timestamp(r.proven_at / 1000), claimed_until = null
    from r join locked on locked.notice_id = r.id
    where n.utility_id = ${tx.utilityId} and n.notice_id = r.id and n.hop = r.was and ${guard}
    returning n.notice_id as id`);
  return rows.map(({ id }) => id);
}

/** Mine, or given up for lost meanwhile; a report that was faster is not undone. */
export const saveSent = (tx: Tx, by: string, results: readonly Result[]): Promise<number[]> =>
  save(tx, results, sql`n.claimed_by = ${by} and n.state in ('sending', 'unknown')`);

/** Of those locked before. */
export const saveLocked = (tx: Tx, results: readonly Result[]): Promise<number[]> => save(tx, results, sql`true`);

export const insertHappened = (
  tx: Tx,
  happened: readonly { id: number; happened: readonly Happened[] }[],
): Promise<void> =>
  insertSteps(
    tx,
    happened.flatMap(({ id, happened: all }) =>
      all.map(
        ({ at, kind, channel, hop, detail }): Step => ({
          noticeId: id,
          at,
          kind,
          channel,
          hop,
          detail: detail ?? null,
        }),
      ),
    ),
  );

/** Words of what is told, for each channel and language. */
export const wordingsOf = async (tx: Tx, tellingIds: readonly number[]): Promise<Map<number, Wordings>> => {
  const rows = await tx.rows<{ id: number; wording: Wordings }>(sql`
    select telling_id as id, wording from notices.telling
    where utility_id = ${tx.utilityId} and telling_id = any(${[...tellingIds]}::bigint[])`);
  return new Map(rows.map(({ id, wording }) => [id, wording]));
};

export interface GatewayRow {
  channel: Gateway;
  provider: string;
  options: Record<string, unknown>;
}

export const gatewaysOf = (tx: Tx): Promise<GatewayRow[]> =>
  tx.rows<GatewayRow>(sql`
    select channel, provider, options from notices.gateway where utility_id = ${tx.utilityId} order by channel`);

export const putGateway = (
  tx: Tx,
  { channel, provider, options }: GatewayRow,
  staffId: number | null,
  now: Instant,
): Promise<number> =>
  tx.run(sql`
    insert into notices.gateway (utility_id, channel, provider, options, changed_at, changed_by)
    values (${tx.utilityId}, ${channel}, ${provider}, ${JSON.stringify(options)}::jsonb, ${new Date(now)}, ${staffId})
    on conflict (utility_id, channel) do update set provider = excluded.provider, options = excluded.options,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/** Those that wait for a worker or are in one's hands; those that lie at the desk. */
export const countOpen = (tx: Tx): Promise<{ queued: number; dead: number }> =>
  tx.one<{ queued: number; dead: number }>(sql`
    select (select count(*) from notices.notice where utility_id = ${tx.utilityId} and state = 'queued')
        + (select count(*) from notices.notice where utility_id = ${tx.utilityId} and state = 'sending') as queued,
      (select count(*) from notices.notice where utility_id = ${tx.utilityId} and state in ('dead', 'unknown')) as dead`);

export const countedOf = async (tx: Tx, outcome: string): Promise<number> =>
  (
    await tx.maybe<{ counted: number }>(sql`
      select counted from notices.tally where utility_id = ${tx.utilityId} and outcome = ${outcome}`)
  )?.counted ?? 0;
