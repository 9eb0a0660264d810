/** A rulebook to read: its text clause by clause, its entries in words, and what became of every clause. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type City, city, type Parsed, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
}, 60_000);

const ask = async (url: string): Promise<Parsed> => {
  const { status, body } = await utility.voices.agent.get(url);
  expect(status).toBe(200);
  return body;
};
const hashOf = async (pack: string): Promise<string> =>
  ((await ask('/api/regulations/rulebooks')) as Parsed[]).find((one) => one.pack === pack)?.hash;
const textOf = async (pack: string): Promise<Parsed> => ask(`/api/regulations/text?rulebook=${await hashOf(pack)}`);
const marksOf = (chapter: Parsed): string[] =>
  chapter.paragraphs.flatMap(({ runs }: Parsed) => runs.flatMap(({ marks }: Parsed) => marks));

describe('a rulebook beside its text', () => {
  it('is the one in force unless another is asked for; a shipped one is read without being kept', async () => {
    const mine = await ask('/api/regulations/text');
    expect(mine.rulebook).toMatchObject({ pack: 'hucheng', hash: utility.pack.hash });
    const { rulebook, chapters, clauses } = await textOf('liaocheng');
    expect(rulebook.pack).toBe('liaocheng');
    expect(chapters[0].title).toBe('聊城水务集团供水服务管理办法');
    const own = clauses.filter(({ source }: Parsed) => source === 'L');
    expect(own).toHaveLength(109);
    // every clause has its place in the text, in the order of the source
    const places = marksOf(chapters[0]);
    expect([...new Set(places)]).toEqual(own.map(({ id }: Parsed) => id));
    const { status, body } = await utility.voices.agent.get('/api/regulations/text?rulebook=nothing');
    expect([status, body.code]).toEqual([404, 'rulebook-not-found']);
  });

  it('says per clause its state, what proves it and the entries that carry it, each in words', async () => {
    const { clauses, entries } = await textOf('liaocheng');
    const clause = clauses.find(({ id }: Parsed) => id === 'L-037');
    expect(clause).toMatchObject({
      place: '第十五条（二）3',
      quote: '井盖丢失、损坏的事件（集团产权）',
      state: 'executed',
      timed: true,
      example: { name: '集团产权井盖丢失 12 小时，夜间照计（L-037）' },
    });
    expect(clause.entries).toContain('clocks.finish');
    const finish = entries.find(({ key }: Parsed) => key === 'clocks.finish');
    const [own] = finish.cases.filter((one: Parsed) => one.clauses.includes('L-037'));
    expect([own.when, own.says]).toEqual(['井盖丢失、损坏，产权：集团产权', '12 小时']);
    expect(finish.reading).toContain('取最短的时限');
    const vague = entries.find(({ key }: Parsed) => key === 'limits.at-once');
    expect(vague).toMatchObject({ unconfirmed: true, assumed: ['取值'] });
  });

  it('of a rulebook that extends others shows its own text first, and entries by the pack they come from', async () => {
    const { chapters, entries, clauses, apart } = await ask('/api/regulations/text');
    expect(chapters[0].source).toBe('hucheng.txt');
    expect(marksOf(chapters[0])).toContain('limits.at-once');
    expect(chapters.map(({ source }: Parsed) => source)).toEqual(expect.arrayContaining(['L', 'J']));
    const from = (key: string): string => entries.find((one: Parsed) => one.key === key).source.pack;
    expect([from('limits.at-once'), from('clocks.finish')]).toEqual(['hucheng', 'liaocheng']);
    // a clause of a source whose entry this rulebook dropped has none here
    const dropped = clauses.find(({ id }: Parsed) => id === 'J-162');
    expect(dropped.state).toBe('executed');
    for (const { key } of entries) {
      const carried = clauses.some((one: Parsed) => one.entries.includes(key)) || marksOf(chapters[0]).includes(key);
      expect([key, carried || apart.includes(key)]).toEqual([key, true]);
    }
  });
});

describe('coverage', () => {
  it('gives every clause the state that was found, with those who carry it and the counts not to fall behind', async () => {
    const { sources, kept, clauses, capabilities } = await ask('/api/regulations/coverage');
    expect(clauses).toHaveLength(1006);
    expect(sources).toHaveLength(25);
    const n = (state: string): number => clauses.filter((one: Parsed) => one.state === state).length;
    expect(n('executed')).toBeGreaterThanOrEqual(kept.executed);
    expect(n('missing')).toBeLessThanOrEqual(kept.missing);
    expect(n('waiting') + n('missing')).toBeLessThanOrEqual(kept.waitingOrMissing);
    expect(capabilities).toHaveLength(43);
    const [one] = clauses.filter(({ id }: Parsed) => id === 'L-037');
    expect(one.carriers).toContainEqual({ pack: 'liaocheng', hash: await hashOf('liaocheng'), entry: 'clocks.finish' });
    expect(clauses.filter((c: Parsed) => c.state === 'waiting').every((c: Parsed) => c.waitsFor !== null)).toBe(true);
  });

  it('is a table a spreadsheet opens, filtered as on the screen', async () => {
    const all = (await ask('/api/regulations/coverage')).clauses as Parsed[];
    const { status, body } = await utility.voices.manager.get(
      '/api/regulations/coverage/file?state=executed&source=L&timed=true',
    );
    expect(status).toBe(200);
    const lines = String(body).trim().split('\r\n');
    expect(lines[0]).toBe('条款,来源,位置,原文,类别,写有时限,状态,等待或原因,条目,算例');
    const wanted = all.filter((one) => one.state === 'executed' && one.source === 'L' && one.timed);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(wanted.map(({ id }) => id));
  });
});

const PREVIEW = '/api/regulations/preview';
const LEAK = { event: 'pipe-leak', channel: 'phone', receivedAt: '2026-03-02T02:00:00Z' };
const clockOf = (clocks: Parsed[], id: string): Parsed => clocks.find((one) => one.id.split('/')[0] === id);

describe('the calculator', () => {
  it('counts under any rulebook, with milestones, pauses and planned times that were not recorded anywhere', async () => {
    const liaocheng = await hashOf('liaocheng');
    const ask = async (more: object): Promise<Parsed[]> =>
      utility.voices.agent.must(PREVIEW, { ...LEAK, rulebook: liaocheng, ...more });
    const begun = await ask({});
    expect(clockOf(begun, 'finish')).toMatchObject({
      dueAt: '2026-03-03T02:00:00.000Z',
      clauses: ['L-041', 'L-048'],
      state: 'running',
    });
    expect(clockOf(begun, 'repair')).toBeUndefined();
    const milestones = [
      { milestone: 'repair-started', at: '2026-03-02T04:00:00Z' },
      { milestone: 'finished', at: '2026-03-03T03:00:00Z' },
    ];
    const later = await ask({ milestones, facts: { dn: 600 } });
    expect(clockOf(later, 'finish')).toMatchObject({ state: 'met-late', stoppedAt: '2026-03-03T03:00:00.000Z' });
    expect(clockOf(later, 'repair').dueAt).toBe('2026-03-04T04:00:00.000Z');
    const pauses = [{ from: '2026-03-02T05:00:00Z', until: '2026-03-02T07:00:00Z' }];
    const paused = await ask({ milestones, pauses });
    expect(clockOf(paused, 'finish')).toMatchObject({ dueAt: '2026-03-03T04:00:00.000Z', state: 'met' });
  });

  it('agrees, under the rulebook in force, with what the desk was told before', async () => {
    const mine = await utility.voices.agent.must(PREVIEW, LEAK);
    const named = await utility.voices.agent.must(PREVIEW, { ...LEAK, rulebook: utility.pack.hash });
    expect(named).toEqual(mine);
  });

  it('refuses times that cannot be, and a rulebook nobody has', async () => {
    const early = { milestone: 'arrived', at: '2026-03-01T00:00:00Z' };
    const pause = { from: '2026-03-02T05:00:00Z', until: '2026-03-02T05:00:00Z' };
    const wrong = await utility.voices.agent.post(PREVIEW, { ...LEAK, milestones: [early], pauses: [pause] });
    expect(wrong.body).toMatchObject({ code: 'times-out-of-order' });
    expect(wrong.body.fields.map(({ path, code }: Parsed) => [path, code])).toEqual([
      ['milestones.0.at', 'before-received'],
      ['pauses.0.until', 'pause-ends-before'],
    ]);
    const nobody = await utility.voices.agent.post(PREVIEW, { ...LEAK, rulebook: 'nothing' });
    expect(nobody.body.code).toBe('rulebook-not-found');
  });

  it('asks only for what makes a difference to the event', async () => {
    const of = async (pack: string, event: string): Promise<Parsed> =>
      ask(`/api/regulations/asked?rulebook=${await hashOf(pack)}&event=${event}&channel=phone`);
    const ids = (list: Parsed[]): string[] => list.map(({ id }) => id);
    const leak = await of('liaocheng', 'pipe-leak');
    expect(ids(leak.facts)).toContain('dn');
    expect(ids(leak.facts)).not.toContain('ownership');
    expect(ids(leak.milestones)).toEqual(expect.arrayContaining(['arrived', 'repair-started', 'repaired', 'finished']));
    const cover = await of('liaocheng', 'facility-damage.manhole-cover');
    expect(ids(cover.facts)).toContain('ownership');
    expect(cover.facts.find(({ id }: Parsed) => id === 'ownership').choices).toHaveLength(2);
    const stop = await of('liaocheng', 'outage.planned');
    expect(ids(stop.plans)).toEqual(['planned-stop']);
    expect((await of('liaocheng', 'no-such-event')).known).toBe(false);
  });
});
