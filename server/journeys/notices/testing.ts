/** Test support: two utilities that tell people things, and what became of it. */
import sql from 'sql-template-tag';
import { notify, type Sending, sendNotices } from '../../modules/notices/index.ts';
import { type City, city, type Utility } from '../city/testing.ts';

export let town: City;
export let utility: Utility;
export let other: Utility;

export async function setUp(): Promise<void> {
  town = await city('2026-11-26T15:00:00+08:00');
  utility = await town.utility('jinan', 'jinan');
  other = await town.utility('hucheng', 'hucheng');
}

export const tell = (notice: Parameters<typeof notify>[2], of = utility) =>
  town.db.transaction(of.utilityId, (tx) => notify(tx, town.time, notice));

export const RECEIVED = {
  event: 'order-received',
  variables: { number: 'GS1', matter: { zh: '水压低', en: 'low pressure' } },
};
export const CALLER = { kind: 'customer', name: '王小明', phone: '13812344127' } as const;

interface Row {
  id: number;
  state: string;
  channel: string | null;
  channels: string[];
  due: string;
}
export const rowsOf = (ids: readonly number[], of = utility) =>
  town.db.transaction(of.utilityId, (tx) =>
    tx.rows<Row>(sql`
      select notice_id as id, state, channel, channels, to_char(due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due
      from notices.notice where notice_id = any(${[...ids]}::bigint[]) order by notice_id`),
  );
export const must = async (answer: ReturnType<typeof tell>): Promise<number[]> => {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.notices;
};

/** Customers with phone numbers of their own. */
export const crowd = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => ({ kind: 'customer', phone: `139${String(from + at).padStart(8, '0')}` }) as const,
  );

/** What the gateway took, and how often. */
export const taken = (ids: readonly number[], of = utility) =>
  town.db.admin<{ copies: number; messages: number }>(
    `select count(*)::int as copies, count(distinct message_id)::int as messages from notices.simulated
     where utility_id = $1 and split_part(message_id, '-', 2)::bigint = any($2)`,
    [of.utilityId, ids],
  );
export const statesOf = async (ids: readonly number[], of = utility) => {
  const counted: Record<string, number> = {};
  for (const { state } of await rowsOf(ids, of)) counted[state] = (counted[state] ?? 0) + 1;
  return counted;
};
export const QUIET = { refused: 0, silent: 0, undelivered: 0 };
export const gateway = (options: Record<string, unknown>, channel = 'sms', of = utility) =>
  town.db.admin(
    `insert into notices.gateway (utility_id, channel, provider, options, changed_at) values ($1, $2, 'simulator', $3, now())
     on conflict (utility_id, channel) do update set options = excluded.options`,
    [of.utilityId, channel, options],
  );
export const send = (sending: Sending = {}, of = utility) => sendNotices(town.db, town.time, [of.utilityId], sending);
/** Until nothing is left to be done soon. */
export async function sendAll(of = utility): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await send({}, of);
    town.time.advance(3_700_000);
  }
}
export const morning = (day: string) => town.time.set(Date.parse(`${day}T09:00:00+08:00`));
