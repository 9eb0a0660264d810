/** Notices as the office shows them. */
import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Channel, Language, State } from '../rules/notice.ts';
import type { Wordings } from './tellings.ts';

export interface NoticeRow {
  id: number;
  event: string;
  number: string | null;
  orderId: number | null;
  requestId: number | null;
  staffId: number | null;
  name: string | null;
  phone: string | null;
  wechat: string | null;
  email: string | null;
  language: Language;
  urgent: boolean;
  proof: boolean;
  night: boolean;
  state: State;
  channels: Channel[];
  channel: Channel | null;
  hop: number;
  tries: number;
  waits: 'quiet' | 'again' | null;
  dueAt: Date;
  refusal: string | null;
  createdAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  readAt: Date | null;
  provenAt: Date | null;
}

const COLUMNS = sql`
  n.notice_id as id, t.event, case when jsonb_typeof(t.variables -> 'number') = 'string' then t.variables ->> 'number' end as number,
  n.order_id as "orderId", n.request_id as "requestId", n.staff_id as "staffId", n.name, n.phone, n.wechat, n.email, n.language,
  n.urgent, n.proof, n.night, n.state, n.channels, n.channel, n.hop, n.tries, n.waits, n.due_at as "dueAt", n.refusal,
  n.created_at as "createdAt", n.sent_at as "sentAt", n.delivered_at as "deliveredAt", n.read_at as "readAt", n.proven_at as "provenAt"`;
const FROM = sql`
  from notices.notice n join notices.telling t on t.utility_id = n.utility_id and t.telling_id = n.telling_id`;

export interface NoticeFilter {
  states?: readonly State[];
  channel?: Channel;
  event?: string;
  orderId?: number;
  /** Asks for proof and has none. */
  unproven?: boolean;
  /** Known by phone, WeChat or e-mail address. */
  recipient?: string;
  before?: number;
  limit: number;
}

const conditions = (tx: Tx, of: NoticeFilter): Sql[] => [
  sql`n.utility_id = ${tx.utilityId}`,
  of.states === undefined ? empty : sql`and n.state = any(${[...of.states]}::text[])`,
  of.channel === undefined ? empty : sql`and n.channel = ${of.channel}`,
  of.event === undefined
    ? empty
    : sql`and n.telling_id in (select telling_id from notices.telling where utility_id = ${tx.utilityId} and event = ${of.event})`,
  of.orderId === undefined ? empty : sql`and n.order_id = ${of.orderId}`,
  of.unproven ? sql`and n.proof and n.proven_at is null` : empty,
  of.recipient === undefined ? empty : sql`and n.recipient = ${of.recipient}`,
  of.before === undefined ? empty : sql`and n.notice_id < ${of.before}`,
];

/** The newest first. */
export const listNotices = (tx: Tx, of: NoticeFilter): Promise<NoticeRow[]> =>
  tx.rows<NoticeRow>(sql`
    select ${COLUMNS} ${FROM} where ${join(conditions(tx, of), ' ')}
    order by n.notice_id desc limit ${of.limit}`);

export const noticeById = (
  tx: Tx,
  id: number,
): Promise<(NoticeRow & { wording: Wordings; clauses: string[] }) | undefined> =>
  tx.maybe<NoticeRow & { wording: Wordings; clauses: string[] }>(sql`
    select ${COLUMNS}, t.wording, t.clauses ${FROM} where n.utility_id = ${tx.utilityId} and n.notice_id = ${id}`);

export interface StepRow {
  at: Date;
  kind: string;
  channel: Channel | null;
  hop: number;
  staff: string | null;
  detail: Record<string, unknown> | null;
}

export const stepsOf = (tx: Tx, id: number): Promise<StepRow[]> =>
  tx.rows<StepRow>(sql`
    select p.at, p.kind, p.channel, p.hop, s.name as staff, p.detail
    from notices.step p left join identity.staff s on s.utility_id = p.utility_id and s.staff_id = p.staff_id
    where p.utility_id = ${tx.utilityId} and p.notice_id = ${id} order by p.step_id`);

/** Why each waits: the last thing said of it. */
export const waitsOf = async (tx: Tx, ids: readonly number[]): Promise<Map<number, Record<string, unknown>>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: number; detail: Record<string, unknown> }>(sql`
    select distinct on (notice_id) notice_id as id, detail from notices.step
    where utility_id = ${tx.utilityId} and notice_id = any(${[...ids]}::bigint[]) and kind = 'postponed'
    order by notice_id, step_id desc`);
  return new Map(rows.map(({ id, detail }) => [id, detail]));
};

/** Counted no further. */
const MOST_COUNTED = 1000;

export interface DeskCounts {
  dead: number;
  unknown: number;
  toServe: number;
  unproven: number;
}

export const deskCounts = (tx: Tx): Promise<DeskCounts> => {
  const count = (state: State) => sql`(select count(*) from (
    select from notices.notice where utility_id = ${tx.utilityId} and state = ${state} limit ${MOST_COUNTED}) counted)`;
  return tx.one<DeskCounts>(sql`
    select ${count('dead')} as dead, ${count('unknown')} as unknown, ${count('to-serve')} as "toServe", (
      select count(*) from (
        select from notices.notice where utility_id = ${tx.utilityId} and proof and proven_at is null limit ${MOST_COUNTED}) counted
    ) as unproven`);
};

/** An address somebody gave at the desk. */
export const setAddress = (
  tx: Tx,
  id: number,
  column: 'phone' | 'wechat' | 'email',
  address: string,
): Promise<number> => {
  const set = { phone: sql`phone`, wechat: sql`wechat`, email: sql`email` }[column];
  return tx.run(sql`
    update notices.notice set ${set} = ${address} where utility_id = ${tx.utilityId} and notice_id = ${id}`);
};

export interface PreferenceRow {
  first: Channel | null;
  refused: Channel[];
  language: Language | null;
  night: boolean;
  changedAt: Date;
}

export const preferenceOf = (tx: Tx, recipient: string): Promise<PreferenceRow | undefined> =>
  tx.maybe<PreferenceRow>(sql`
    select first, refused, language, night, changed_at as "changedAt" from notices.preference
    where utility_id = ${tx.utilityId} and recipient = ${recipient}`);

export const putPreference = (
  tx: Tx,
  recipient: string,
  { first, refused, language, night }: Omit<PreferenceRow, 'changedAt'>,
  staffId: number,
  now: number,
): Promise<number> =>
  tx.run(sql`
    insert into notices.preference (utility_id, recipient, first, refused, language, night, changed_at, changed_by)
    values (${tx.utilityId}, ${recipient}, ${first}, ${refused}::text[], ${language}, ${night}, ${new Date(now)}, ${staffId})
    on conflict (utility_id, recipient) do update set first = excluded.first, refused = excluded.refused,
      language = excluded.language, night = excluded.night, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
