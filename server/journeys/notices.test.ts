/** 告知: what is told, to whom, through what, and what becomes of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  forgetSimulated,
  measures,
  notify,
  PROVIDERS,
  type Provider,
  type Receipt,
  type Sending,
} from '../modules/notices/index.ts';
import { DAY } from '../values/instant.ts';
import {
  CALLER,
  crowd,
  gateway,
  morning,
  must,
  other,
  QUIET,
  RECEIVED,
  rowsOf,
  send,
  sendAll,
  setUp,
  statesOf,
  taken,
  tell,
  town,
  utility,
} from './notices/testing.ts';

beforeAll(setUp, 120_000);

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

describe('at the desk', () => {
  /** Refused for good by the only channel there is. */
  async function dead(key: string, more: Partial<Parameters<typeof notify>[2]> = {}): Promise<number> {
    await gateway({ ...QUIET, seed: 'x', refused: 2 });
    const [id = 0] = await must(tell({ ...RECEIVED, key, recipients: [CALLER], clauses: ['J-166'], ...more }));
    await send();
    await gateway(QUIET);
    return id;
  }

  test('what could not be delivered is seen with everything that happened, nobody’s number in full, and is gone on with', async () => {
    morning('2026-12-05');
    const { voices } = utility;
    const id = await dead('desk');
    const list = await voices.agent.get('/api/notices?desk=true&limit=1');
    expect(list.body.items[0]).toMatchObject({
      id,
      state: 'dead',
      name: '王*',
      to: '138****4127',
      refusal: 'number-not-valid',
    });
    expect(list.body.counts.dead).toBeGreaterThan(0);
    const { body: seen } = await voices.agent.get(`/api/notices/${id}`);
    expect(seen.steps.map(({ kind }: { kind: string }) => kind)).toEqual(['refused', 'dead']);
    expect(seen).toMatchObject({ clauses: ['J-166'], deeds: ['retry', 'reroute', 'telephone', 'serve', 'give-up'] });
    expect(JSON.stringify(seen)).not.toContain('13812344127');
    expect((await voices.agent.post(`/api/notices/${id}/reveal`, {})).body.phone).toBe('13812344127');
    const refused = await voices.agent.post(`/api/notices/${id}/reroute`, { channel: 'email' });
    expect([refused.status, refused.body.code]).toEqual([422, 'notice-address-missing']);
    await voices.agent.must(`/api/notices/${id}/reroute`, { channel: 'email', address: 'wang@example.cn' });
    await send();
    expect(await rowsOf([id])).toMatchObject([{ channel: 'email', state: 'sent' }]);
    expect((await voices.agent.post(`/api/notices/${id}/retry`, {})).body.code).toBe('notice-not-open');
    // another utility sees nothing of it
    expect((await other.voices.manager.get(`/api/notices/${id}`)).status).toBe(404);
  });

  test('sent again it is another message; telephoned and reached it is served; given up it is not, and says why', async () => {
    const { voices } = utility;
    const [again, called, over] = [await dead('again'), await dead('called'), await dead('over')];
    await voices.dispatcher.must(`/api/notices/${again}/retry`, {});
    await send();
    expect(await rowsOf([again])).toMatchObject([{ state: 'sent' }]);
    expect((await taken([again]))[0]?.copies).toBe(1);
    await voices.reviewer.must(`/api/notices/${called}/telephone`, { reached: false, words: '占线' });
    const { state } = await voices.reviewer.must(`/api/notices/${called}/telephone`, {
      reached: true,
      words: '已告知本人',
    });
    expect(state).toBe('served');
    expect((await voices.agent.post(`/api/notices/${over}/give-up`, { reason: ' ' })).body.code).toBe(
      'notice-words-missing',
    );
    expect((await voices.agent.must(`/api/notices/${over}/give-up`, { reason: '号码是空号' })).state).toBe('given-up');
    expect((await voices.crew.post(`/api/notices/${over}/serve`, { words: 'x' })).status).toBe(403);
  });

  test('what asks for proof stays open until a report comes or somebody writes down how it was served', async () => {
    const { voices } = utility;
    const asks = {
      event: 'stop-user',
      proof: true,
      variables: { account: '1', reason: '欠费', from: '12月8日' },
    } as const;
    const ids = await must(tell({ ...asks, key: 'slip', recipients: [CALLER] }));
    expect(await rowsOf(ids)).toMatchObject([{ state: 'to-serve', channel: 'slip' }]);
    const open = async () =>
      (await voices.agent.get('/api/notices?unproven=true&limit=200')).body.items.map((one: { id: number }) => one.id);
    expect(await open()).toContain(ids[0]);
    await voices.agent.must(`/api/notices/${ids[0]}/serve`, { words: '本人签收' });
    expect(await open()).not.toContain(ids[0]);
    await gateway({ ...QUIET, reportsWithin: 1000 });
    const sms = await must(tell({ ...asks, key: 'sms', channels: ['sms'], recipients: [CALLER] }));
    await send();
    expect(await open()).toContain(sms[0]);
    town.time.advance(2000);
    await send();
    expect(await open()).not.toContain(sms[0]);
  });

  test('what somebody asked for is respected, but for what has to be proved', async () => {
    const { voices } = utility;
    const recipients = [{ ...CALLER, phone: '13600000001', email: 'wu@example.cn' }];
    const preference = { first: null, refused: ['sms'], language: 'en', night: false };
    expect((await voices.agent.put('/api/notices/preferences', { contact: '136 0000 0001', preference })).status).toBe(
      200,
    );
    const ids = await must(tell({ ...RECEIVED, key: 'asked', channels: ['sms', 'email'], recipients }));
    const proof = await must(tell({ ...RECEIVED, key: 'asked!', channels: ['sms', 'email'], recipients, proof: true }));
    expect((await rowsOf([...ids, ...proof])).map(({ channel }) => channel)).toEqual(['email', 'sms']);
    const { body } = await voices.agent.get(`/api/notices/${ids[0]}`);
    expect(body.body).toContain('your report (low pressure)');
  });
});

describe('templates', () => {
  const url = '/api/notices/events/order-received';
  const mine = { channel: 'sms', language: 'zh', subject: '', body: '{{称呼}}您好，{{单号}}已受理。' };

  test('are checked when they are saved, and hold for what is told from then on', async () => {
    const { voices } = utility;
    const save = (more: object) => voices.manager.put(`${url}/template`, { ...mine, after: 0, ...more });
    expect((await save({ body: '{{单号}} {{颜色}}' })).body).toMatchObject({ code: 'template-variable-unknown' });
    expect((await save({ body: '您好' })).body).toMatchObject({ code: 'template-variable-missing', status: 422 });
    expect((await save({ body: `{{单号}}${'水'.repeat(400)}` })).body.code).toBe('template-sms-too-long');
    expect((await voices.agent.put(`${url}/template`, { ...mine, after: 0 })).status).toBe(403);
    const preview = await voices.manager.post(`${url}/preview`, mine);
    expect(preview.body).toMatchObject({ text: '王先生您好，GS202611260018已受理。', sms: { parts: 1 } });
    expect((await save({})).status).toBe(200);
    expect((await save({})).body.code).toBe('template-changed');
    const [id] = await must(
      tell({ ...RECEIVED, key: 'mine', channels: ['sms'], recipients: [{ ...CALLER, phone: '13500000001' }] }),
    );
    expect((await voices.agent.get(`/api/notices/${id}`)).body.body).toBe('王*您好，GS1已受理。');
    const letter = { ...mine, channel: 'email', subject: '<b>{{单号}}</b>' };
    expect((await voices.manager.post(`${url}/preview`, letter)).body.html).toContain('&lt;b&gt;GS202611260018');
    // another utility's words are its own
    expect(
      (await other.voices.manager.get(url)).body.templates.every((one: { version: number }) => one.version === 0),
    ).toBe(true);
  });
});

test('whoever watches over the platform is told how many wait, were sent and lie at the desk', async () => {
  const told = Object.fromEntries(
    await Promise.all(measures.map(async ({ name, read }) => [name, await read(town.db, town.time.now())])),
  );
  expect(told.gongshui_notices_sent_total).toBeGreaterThan(500);
  expect(told.gongshui_notices_dead).toBeGreaterThan(1);
  expect(told.gongshui_notices_queued).toBeGreaterThan(0);
});

test('the simulator forgets what it took a month ago, and nothing of another utility', async () => {
  const kept = (id: number) =>
    town.db.admin<{ n: number }>('select count(*)::int as n from notices.simulated where utility_id = $1', [id]);
  const [before] = await kept(utility.utilityId);
  await forgetSimulated(town.db, other.utilityId, town.time.now() + 90 * DAY);
  expect(await kept(utility.utilityId)).toEqual([before]);
  await forgetSimulated(town.db, utility.utilityId, town.time.now());
  expect((await kept(utility.utilityId))[0]?.n).toBeGreaterThan(0);
  await forgetSimulated(town.db, utility.utilityId, town.time.now() + 90 * DAY);
  expect(await kept(utility.utilityId)).toEqual([{ n: 0 }]);
});
