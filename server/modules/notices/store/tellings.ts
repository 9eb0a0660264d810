/** Writing down what there is to tell, and to whom. */
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { Preference } from '../rules/delivery/route.ts';
import type { Channel, Language, State, Variables, Wording } from '../rules/notice.ts';

/** By channel, then by language. */
export type Wordings = Partial<Record<Channel, Record<Language, Wording>>>;

export interface Telling {
  event: string;
  key: string;
  wording: Wordings;
  variables: Variables;
  clauses: readonly string[];
  orderId: number | null;
  requestId: number | null;
  urgent: boolean;
  proof: boolean;
}

/** What was told under this event and key before keeps its words: only who was not told yet is added. */
export async function telling(tx: Tx, one: Telling, now: Instant): Promise<number> {
  const { id } = await tx.one<{ id: number }>(sql`
    insert into notices.telling (utility_id, event, key, wording, variables, clauses, order_id, request_id, urgent, proof, told_at)
    values (${tx.utilityId}, ${one.event}, ${one.key}, ${JSON.stringify(one.wording)}::jsonb, ${JSON.stringify(one.variables)}::jsonb,
      ${[...one.clauses]}::text[], ${one.orderId}, ${one.requestId}, ${one.urgent}, ${one.proof}, ${new Date(now)})
    on conflict (utility_id, event, key) do update set key = excluded.key returning telling_id as id`);
  return id;
}

export interface NewNotice {
  recipient: string;
  requestId: number | null;
  staffId: number | null;
  name: string | null;
  phone: string | null;
  wechat: string | null;
  email: string | null;
  language: Language;
  night: boolean;
  state: State;
  channels: readonly Channel[];
  waits: 'quiet' | null;
  dueAt: Instant;
  refusal: string | null;
}

/** Those who were not told of it before, with their numbers. */
export const insertNotices = (
  tx: Tx,
  tellingId: number,
  of: Pick<Telling, 'orderId' | 'requestId' | 'urgent' | 'proof'>,
  rows: readonly NewNotice[],
  now: Instant,
): Promise<{ id: number; recipient: string }[]> =>
  tx.rows<{ id: number; recipient: string }>(sql`
    insert into notices.notice (utility_id, telling_id, recipient, order_id, request_id, staff_id, name, phone, wechat, email, language,
      urgent, proof, night, state, channels, channel, waits, due_at, refusal, created_at)
    select ${tx.utilityId}, ${tellingId}, r.recipient, ${of.orderId}, coalesce(r.request_id, ${of.requestId}::bigint), r.staff_id, r.name,
      r.phone, r.wechat, r.email, r.language, ${of.urgent}, ${of.proof}, r.night, r.state, r.channels::text[], (r.channels::text[])[1],
      r.waits, to_timestamp(r.due_at / 1000), r.refusal, ${new Date(now)}
    from unnest(
      ${rows.map(({ recipient }) => recipient)}::text[], ${rows.map(({ requestId }) => requestId)}::bigint[],
      ${rows.map(({ staffId }) => staffId)}::int[], ${rows.map(({ name }) => name)}::text[],
      ${rows.map(({ phone }) => phone)}::text[], ${rows.map(({ wechat }) => wechat)}::text[],
      ${rows.map(({ email }) => email)}::text[], ${rows.map(({ language }) => language)}::text[],
      ${rows.map(({ night }) => night)}::boolean[], ${rows.map(({ state }) => state)}::text[],
      ${rows.map(({ channels }) => `{${channels.join(',')}}`)}::text[], ${rows.map(({ waits }) => waits)}::text[],
      ${rows.map(({ dueAt }) => dueAt)}::float8[], ${rows.map(({ refusal }) => refusal)}::text[]
    ) as r (recipient, request_id, staff_id, name, phone, wechat, email, language, night, state, channels, waits, due_at, refusal)
    on conflict (utility_id, telling_id, recipient) do nothing
    returning notice_id as id, recipient`);

export const noticesOf = (
  tx: Tx,
  tellingId: number,
  recipients: readonly string[],
): Promise<{ id: number; recipient: string }[]> =>
  tx.rows<{ id: number; recipient: string }>(sql`
    select notice_id as id, recipient from notices.notice
    where utility_id = ${tx.utilityId} and telling_id = ${tellingId} and recipient = any(${[...recipients]}::text[])`);

export interface Step {
  noticeId: number;
  at: Instant;
  kind: string;
  channel: Channel | null;
  hop: number;
  staffId?: number | null;
  detail?: Record<string, unknown> | null;
}

export async function insertSteps(tx: Tx, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.run(sql`
    insert into notices.step (utility_id, notice_id, at, kind, channel, hop, staff_id, detail)
    select ${tx.utilityId}, s.notice_id, to_timestamp(s.at / 1000), s.kind, s.channel, s.hop, s.staff_id, s.detail
    from unnest(${steps.map(({ noticeId }) => noticeId)}::bigint[], ${steps.map(({ at }) => at)}::float8[],
      ${steps.map(({ kind }) => kind)}::text[], ${steps.map(({ channel }) => channel)}::text[],
      ${steps.map(({ hop }) => hop)}::smallint[], ${steps.map(({ staffId }) => staffId ?? null)}::int[],
      ${steps.map(({ detail }) => (detail ? JSON.stringify(detail) : null))}::jsonb[]
    ) as s (notice_id, at, kind, channel, hop, staff_id, detail)`);
}

/** Counted on, one row for each outcome; in one order, so that no two workers wait for each other. */
export async function countOn(tx: Tx, counted: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...counted].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into notices.tally (utility_id, outcome, counted)
    select ${tx.utilityId}, t.outcome, t.counted
    from unnest(${rows.map(([outcome]) => outcome)}::text[], ${rows.map(([, n]) => n)}::bigint[]) as t (outcome, counted)
    on conflict (utility_id, outcome) do update set counted = tally.counted + excluded.counted`);
}

export interface StaffAddress {
  staffId: number;
  name: string;
  phone: string | null;
  email: string | null;
}

export const staffAddresses = (tx: Tx, staffIds: readonly number[]): Promise<StaffAddress[]> =>
  tx.rows<StaffAddress>(sql`
    select staff_id as "staffId", name, phone, email from identity.staff
    where utility_id = ${tx.utilityId} and staff_id = any(${[...staffIds]}::int[]) and active`);

export const preferencesOf = async (tx: Tx, recipients: readonly string[]): Promise<Map<string, Preference>> => {
  const rows = await tx.rows<Preference & { recipient: string }>(sql`
    select recipient, first, refused, language, night from notices.preference
    where utility_id = ${tx.utilityId} and recipient = any(${[...recipients]}::text[])`);
  return new Map(rows.map(({ recipient, ...preference }) => [recipient, preference]));
};
