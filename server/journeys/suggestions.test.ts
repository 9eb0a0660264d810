/** What is suggested for a message, that a person confirms it or not, and that this is kept. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type City, city, PASSWORD, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;
const LETTER = '翠湖苑小区停水三天\n我们翠湖苑3栋已经三天没水，家里有老人小孩。';

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);

const kept = () =>
  town.db.admin<Record<string, unknown>>(
    `select request_id, events, urgent, relevant, outside_duty, place_suggested, place_agrees, event_rank,
       confirmed_event, confirmed_urgent, confirmed_outcome, decided_by
     from requests.suggestion where utility_id = $1 order by request_id`,
    [utility.utilityId],
  );
const report = (change: object = {}) => ({
  channel: 'phone',
  content: LETTER,
  event: 'no-water',
  place: '翠湖苑3栋',
  urgent: true,
  ...change,
});

describe('a suggestion', () => {
  it('names event, urgency, place and duty with its reasons, in the language asked for', async () => {
    const said = await utility.voices.agent.must('/api/requests/suggest', { content: LETTER });
    expect(said).toMatchObject({
      relevant: { value: true },
      events: [{ id: 'no-water', name: '停水、无水' }],
      urgent: { value: true },
      place: { words: '翠湖苑小区' },
      outsideDuty: { value: false },
    });
    expect(said.events[0].reasons[0]).toEqual({ word: '停水', where: 'subject', text: '标题“停水”：停水、断水' });
    const english = await utility.voices.agent.post(
      '/api/requests/suggest',
      { content: LETTER },
      { 'accept-language': 'en' },
    );
    expect(english.body.events[0]).toMatchObject({ name: 'No water' });
    expect(english.body.events[0].reasons[0].text).toBe('“停水” in the subject: the water is off');
  });
  it('is nothing where nothing was said, and takes any text', async () => {
    for (const content of ['', ' ', '喂', '%'.repeat(20_000)]) {
      const { status, body } = await utility.voices.agent.post('/api/requests/suggest', { content });
      expect([status, body.events]).toEqual([200, []]);
    }
    expect((await utility.voices.agent.post('/api/requests/suggest', { content: '水'.repeat(20_001) })).status).toBe(
      400,
    );
  });
  it('is for those who receive requests', async () => {
    expect((await utility.voices.crew.post('/api/requests/suggest', { content: LETTER })).status).toBe(403);
    const stranger = await fetch(`${town.base}/api/requests/suggest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: LETTER }),
    });
    expect(stranger.status).toBe(401);
  });
  it('is not applied by itself, and writes nothing', async () => {
    expect(await kept()).toEqual([]);
    const { request } = await utility.voices.agent.must(
      '/api/requests',
      report({ event: 'water-quality', urgent: false, place: '滨河路' }),
    );
    expect(request).toMatchObject({ event: 'water-quality', urgent: false, place: '滨河路' });
  });
});

describe('what was confirmed', () => {
  it('is kept beside what was suggested, without a word of the message', async () => {
    const agreed = await utility.voices.agent.must('/api/requests', report());
    const rows = await kept();
    expect(rows[0]).toMatchObject({ event_rank: 0, place_agrees: false, confirmed_event: 'water-quality' });
    expect(rows[1]).toMatchObject({
      request_id: String(agreed.request.id),
      events: ['no-water'],
      urgent: true,
      relevant: true,
      outside_duty: false,
      place_suggested: true,
      place_agrees: true,
      event_rank: 1,
      confirmed_event: 'no-water',
      confirmed_urgent: true,
      confirmed_outcome: 'open',
    });
    expect(JSON.stringify(rows)).not.toMatch(/翠湖|老人|滨河/);
  });
  it('is kept when a message is declined', async () => {
    const before = (await kept()).length;
    await utility.voices.agent.must('/api/requests/decline', {
      channel: 'web',
      content: '物业恶意停水\n物业公司因为物业费断了我家的水。',
      reason: 'outside-duty',
      explanation: '由物业处理',
      handedTo: '物业',
    });
    expect((await kept()).slice(before)).toMatchObject([
      { outside_duty: true, confirmed_outcome: 'outside-duty', confirmed_event: null, event_rank: null },
    ]);
  });
  it('is kept for a draft once somebody has read it, and not when it is imported', async () => {
    const before = (await kept()).length;
    const drafts = await imported(['小区水压太低\t翠湖苑18楼水流很细。', '河道污染\t养猪场排污到小溪，河水发臭。']);
    expect((await kept()).length).toBe(before);
    const [low = 0, river = 0] = drafts;
    await utility.voices.agent.must(`/api/requests/${low}/open`, { event: 'low-pressure', place: '翠湖苑' });
    await utility.voices.agent.must(`/api/requests/${river}/decline`, {
      reason: 'irrelevant',
      explanation: '请联系环保',
    });
    expect((await kept()).slice(before)).toMatchObject([
      { event_rank: 1, confirmed_event: 'low-pressure', place_agrees: true, confirmed_outcome: 'open' },
      { relevant: false, confirmed_outcome: 'irrelevant' },
    ]);
  });
  it('cannot be changed afterwards', async () => {
    await expect(town.db.admin(`update requests.suggestion set event_rank = 1`)).rejects.toThrow(/append-only/);
    await expect(town.db.admin(`delete from requests.suggestion`)).rejects.toThrow(/append-only/);
  });
});

/** Ids of the drafts, in the order of the rows. */
async function imported(rows: string[]): Promise<number[]> {
  const signIn = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'hucheng-manager', password: PASSWORD }),
  });
  const { token } = (await signIn.json()) as { token: string };
  const body = ['id\ttime\tsubject\tbody', ...rows.map((row, i) => `${i}\t2026/2/${i + 1} 8:00:00\t${row}`)].join('\n');
  const answer = await fetch(`${town.base}/api/imports/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'text/tab-separated-values',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${token}`,
    },
    body,
  });
  expect(answer.status).toBe(200);
  const { body: page } = await utility.voices.agent.get('/api/requests?outcome=draft');
  return page.items.map(({ id }: { id: number }) => id).reverse();
}
