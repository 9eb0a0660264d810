/** 告知: what is told, to whom, through what, and what becomes of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { notify, PROVIDERS, type Provider, type Receipt, type Sending, sendNotices } from '../modules/notices/index.ts';
import { type City, city, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;
let other: Utility;

beforeAll(async () => {
  town = await city('2026-11-26T15:00:00+08:00');
  utility = await town.utility('jinan', 'jinan');
  other = await town.utility('hucheng', 'hucheng');
});

const tell = (notice: Parameters<typeof notify>[2], of = utility) =>
  town.db.transaction(of.utilityId, (tx) => notify(tx, town.time, notice));

const RECEIVED = {
  event: 'order-received',
  variables: { number: 'GS1', matter: { zh: '水压低', en: 'low pressure' } },
};
const CALLER = { kind: 'customer', name: '王小明', phone: '13812344127' } as const;

interface Row {
  id: number;
  state: string;
  channel: string | null;
  channels: string[];
  due: string;
}
const rowsOf = (ids: readonly number[], of = utility) =>
  town.db.transaction(of.utilityId, (tx) =>
    tx.rows<Row>(sql`
      select notice_id as id, state, channel, channels, to_char(due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due
      from notices.notice where notice_id = any(${[...ids]}::bigint[]) order by notice_id`),
  );
const must = async (answer: ReturnType<typeof tell>): Promise<number[]> => {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.notices;
};

describe('telling', () => {
  test('queues one notice for each person, however often and by however many it is asked for', async () => {
    const ask = () =>
      tell({
        ...RECEIVED,
        key: 'once',
        recipients: [CALLER, { ...CALLER, phone: '+86 138-1234-4127' }, { kind: 'customer', email: 'li@example.cn' }],
      });
    const answers = await Promise.all([must(ask()), must(ask()), must(ask())]);
    expect(answers[0]).toHaveLength(2);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await rowsOf(answers[0] ?? [])).map(({ state, channel }) => [state, channel])).toEqual([
      ['queued', 'sms'],
      ['queued', 'email'],
    ]);
    // another utility's, by the same names, is another's
    const [theirs] = await must(tell({ ...RECEIVED, key: 'once', recipients: [CALLER] }, other));
    expect(answers[0]).not.toContain(theirs);
    expect(await rowsOf([theirs ?? 0])).toEqual([]);
  });

  test('nothing is queued when what happened is taken back', async () => {
    const lost = town.db.transaction(utility.utilityId, async (tx) => {
      await notify(tx, town.time, { ...RECEIVED, key: 'taken back', recipients: [CALLER] });
      throw new Error('taken back');
    });
    await expect(lost).rejects.toThrow('taken back');
    expect(await town.db.admin(`select from notices.telling where key = 'taken back'`)).toEqual([]);
  });

  test('refuses what cannot be worded, naming it', async () => {
    const ask = (notice: Partial<Parameters<typeof notify>[2]>) =>
      tell({ ...RECEIVED, key: 'wrong', recipients: [CALLER], ...notice });
    expect(await ask({ event: 'nothing' })).toMatchObject({ refusal: { code: 'notice-event-not-found' } });
    expect(await ask({ variables: {} })).toMatchObject({
      refusal: { code: 'notice-variable-missing', params: { id: 'number' } },
    });
    expect(await ask({ variables: { number: '1', colour: 'blue' } })).toMatchObject({
      refusal: { code: 'template-variable-unknown', params: { found: 'colour' } },
    });
  });

  test('a colleague finds it in his inbox at once, and reading it is the proof', async () => {
    const { utilityId, crewId, voices } = utility;
    const ids = await must(
      tell({
        event: 'staff-told',
        key: 'crew',
        proof: true,
        variables: { text: { zh: '请今日内回访', en: 'please call today' }, number: 'GS1' },
        recipients: [{ kind: 'staff', staffId: crewId }],
      }),
    );
    expect(await rowsOf(ids)).toMatchObject([{ state: 'delivered', channel: 'in-app' }]);
    const { body } = await voices.crew.get('/api/inbox');
    expect(body.items[0]).toMatchObject({ kind: 'notice', text: 'GS1 请今日内回访' });
    await voices.crew.must('/api/inbox/read', { ids: [body.items[0].id] });
    const [row] = await town.db.transaction(utilityId, (tx) =>
      tx.rows(sql`select state, proven_at is not null as proven from notices.notice where notice_id = ${ids[0]}`),
    );
    expect(row).toEqual({ state: 'read', proven: true });
  });

  test('nobody is disturbed in quiet hours but by emergencies, and the notice says why it waits', async () => {
    town.time.set(Date.parse('2026-11-26T22:30:00+08:00'));
    const quiet = await must(tell({ ...RECEIVED, key: 'night', recipients: [CALLER] }));
    const urgent = await must(tell({ ...RECEIVED, key: 'night!', urgent: true, recipients: [CALLER] }));
    expect(await rowsOf([...quiet, ...urgent])).toMatchObject([{ due: '11-27 08:30' }, { due: '11-26 22:30' }]);
    const steps = await town.db.transaction(utility.utilityId, (tx) =>
      tx.rows<{ detail: { article: string; clauses: string[] } }>(
        sql`select detail from notices.step where notice_id = ${quiet[0]} and kind = 'postponed'`,
      ),
    );
    expect(steps[0]?.detail).toMatchObject({ article: '管网抢修服务规范 7.反馈到位' });
    expect(steps[0]?.detail.clauses).toContain('J-167');
  });
});

/** Customers with phone numbers of their own. */
const crowd = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => ({ kind: 'customer', phone: `139${String(from + at).padStart(8, '0')}` }) as const,
  );

/** What the gateway took, and how often. */
const taken = (ids: readonly number[], of = utility) =>
  town.db.admin<{ copies: number; messages: number }>(
    `select count(*)::int as copies, count(distinct message_id)::int as messages from notices.simulated
     where utility_id = $1 and split_part(message_id, '-', 2)::bigint = any($2)`,
    [of.utilityId, ids],
  );
const statesOf = async (ids: readonly number[], of = utility) => {
  const counted: Record<string, number> = {};
  for (const { state } of await rowsOf(ids, of)) counted[state] = (counted[state] ?? 0) + 1;
  return counted;
};
const QUIET = { refused: 0, silent: 0, undelivered: 0 };
const gateway = (options: Record<string, unknown>, channel = 'sms', of = utility) =>
  town.db.admin(
    `insert into notices.gateway (utility_id, channel, provider, options, changed_at) values ($1, $2, 'simulator', $3, now())
     on conflict (utility_id, channel) do update set options = excluded.options`,
    [of.utilityId, channel, options],
  );
const send = (sending: Sending = {}, of = utility) => sendNotices(town.db, town.time, [of.utilityId], sending);
/** Until nothing is left to be done soon. */
async function sendAll(of = utility): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await send({}, of);
    town.time.advance(3_700_000);
  }
}
const morning = (day: string) => town.time.set(Date.parse(`${day}T09:00:00+08:00`));

describe('sending', () => {
  test('what is due in the night waits for the morning; what was urgent has gone', async () => {
    const sentAt = () =>
      town.db.admin<{ key: string; waits: string | null; state: string }>(
        `select t.key, n.state, n.waits from notices.notice n join notices.telling t using (utility_id, telling_id)
         where utility_id = $1 and t.key in ('night', 'night!', 'once') and n.phone is not null order by t.key`,
        [utility.utilityId],
      );
    await gateway(QUIET);
    await send();
    // queued in the afternoon, and no worker came until night
    expect(await sentAt()).toEqual([
      { key: 'night', state: 'queued', waits: 'quiet' },
      { key: 'night!', state: 'sent', waits: null },
      { key: 'once', state: 'queued', waits: 'quiet' },
    ]);
    town.time.set(Date.parse('2026-11-27T08:30:00+08:00'));
    await send();
    expect((await sentAt()).map(({ state }) => state)).not.toContain('queued');
  });

  test('exactly once by any number of workers, through a gateway that refuses, is silent, and reports late, twice and in any order', async () => {
    morning('2026-11-28');
    await gateway({ seed: 'bad', refused: 0.2, silent: 0.2, undelivered: 0 });
    const ids = await must(tell({ ...RECEIVED, key: 'many', recipients: crowd(1000, 500) }));
    await Promise.all([send(), send(), send()]);
    await sendAll();
    const [{ copies, messages } = { copies: 0, messages: 0 }] = await taken(ids);
    expect(copies).toBe(messages);
    const states = await statesOf(ids);
    // half of the refused were refused for good, and SMS is all these have
    expect(states.dead).toBeGreaterThan(20);
    expect(states).toEqual({ delivered: messages, dead: 500 - messages });
    const [steps] = await town.db.admin<{ unanswered: number }>(
      `select count(*)::int as unanswered from notices.step where utility_id = $1 and notice_id = any($2) and kind = 'unanswered'`,
      [utility.utilityId, ids],
    );
    expect(steps?.unanswered).toBeGreaterThan(50);
  });

  test('a gateway that does not honour our names is never sent the same again: nobody knows, says the desk', async () => {
    morning('2026-11-30');
    await gateway({ seed: 'bad', refused: 0, silent: 0.2, honoursIds: false, reportsWithin: 1e12 });
    const ids = await must(tell({ ...RECEIVED, key: 'not honoured', recipients: crowd(2000, 200) }));
    await sendAll();
    expect(await taken(ids)).toEqual([{ copies: 200, messages: 200 }]);
    const states = await statesOf(ids);
    expect(states.unknown).toBeGreaterThan(15);
    expect((states.sent ?? 0) + (states.unknown ?? 0)).toBe(200);
  });

  test.each([
    ['honours', true],
    ['does not honour', false],
  ])('a worker killed before it wrote anything down, and a gateway that %s our names', async (_how, honoursIds) => {
    morning(honoursIds ? '2026-12-01' : '2026-12-02');
    await gateway({ ...QUIET, honoursIds, reportsWithin: 1e12 });
    const ids = await must(tell({ ...RECEIVED, key: `killed ${honoursIds}`, recipients: crowd(3000, 40) }));
    const script = join(import.meta.dirname, 'notices/killed.ts');
    const args = [script, town.db.url, String(utility.utilityId), String(town.time.now())];
    const worker = spawn(process.execPath, args, { stdio: 'inherit' });
    expect((await once(worker, 'exit'))[1]).toBe('SIGKILL');
    expect(await statesOf(ids)).toEqual({ sending: 40 });
    expect(await taken(ids)).toEqual([{ copies: 40, messages: 40 }]);
    await send();
    // he might still be at it
    expect(await statesOf(ids)).toEqual({ sending: 40 });
    town.time.advance(61_000);
    await send();
    expect(await statesOf(ids)).toEqual(honoursIds ? { sent: 40 } : { unknown: 40 });
    expect(await taken(ids)).toEqual([{ copies: 40, messages: 40 }]);
  });

  test('goes on by the next channel when one fails for good, also where that is reported afterwards', async () => {
    morning('2026-12-03');
    await gateway({ ...QUIET, seed: 'w', refused: 2 }, 'wechat');
    await gateway({ ...QUIET, undelivered: 1 });
    await gateway(QUIET, 'email');
    const recipients = [{ kind: 'customer', wechat: 'o-1', phone: '13700000001', email: 'li@example.cn' } as const];
    const ids = await must(tell({ ...RECEIVED, key: 'fallback', recipients }));
    await sendAll();
    const steps = await town.db.admin<{ said: string }>(
      `select kind || ' ' || coalesce(channel, '') as said from notices.step where utility_id = $1 and notice_id = $2 order by step_id`,
      [utility.utilityId, ids[0]],
    );
    expect(steps.map(({ said }) => said).slice(0, 6)).toEqual([
      'refused wechat',
      'fallback sms',
      'accepted sms',
      'failed sms',
      'fallback email',
      'accepted email',
    ]);
    expect(await rowsOf(ids)).toMatchObject([{ channel: 'email' }]);
  });

  test('reports that are late, doubled, in the wrong order or of nobody’s message change nothing they should not', async () => {
    morning('2026-12-04');
    await gateway({ ...QUIET, reportsWithin: 1e12 });
    const [id = 0] = await must(tell({ ...RECEIVED, key: 'reports', recipients: [CALLER] }));
    await send();
    const name = `gs${utility.utilityId}-${id}-1`;
    const at = town.time.now();
    const report = async (...receipts: Receipt[]) => {
      const open: Sending['open'] = (provider, opening) => ({
        ...(PROVIDERS[provider]?.(opening) as Provider),
        receipts: async () => ({
          receipts: opening.channel === 'sms' ? receipts.splice(0) : [],
          done: async () => undefined,
        }),
      });
      await send({ open });
      return (await rowsOf([id]))[0]?.state;
    };
    expect(
      await report(
        { messageId: 'nobody', kind: 'failed', at },
        { messageId: `gs${other.utilityId}-${id}-1`, kind: 'failed', at },
      ),
    ).toBe('sent');
    expect(await report({ messageId: `gs${utility.utilityId}-${id}-7`, kind: 'failed', at })).toBe('sent');
    expect(await report({ messageId: name, kind: 'read', at })).toBe('read');
    expect(await report({ messageId: name, kind: 'delivered', at }, { messageId: name, kind: 'read', at })).toBe(
      'read',
    );
    expect(await report({ messageId: name, kind: 'failed', at: at + 1 })).toBe('read');
  });
});
