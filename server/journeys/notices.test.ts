/** 告知: what is told, to whom, through what, and what becomes of it. */
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { notify } from '../modules/notices/index.ts';
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
