/** 审计日志 over HTTP: who saw and did what, found by person, order, kind and time, page by page, as a table, and by nobody else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type City, city, PASSWORD, type Parsed, type Utility } from './city/testing.ts';

let town: City;
let utility: Utility;
let other: Utility;
let order: { id: number; number: string };

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
  other = await town.utility('jinan', 'hucheng');
  const report = {
    ...{ channel: 'phone', content: '路面冒水', event: 'pipe-leak', contactTimes: '随时' },
    ...{ place: '湖滨东路 18 号', reporter: '欧阳明', phone: '12900001234' },
  };
  await other.voices.agent.must('/api/requests', report);
  const received = await utility.voices.agent.must('/api/requests', report);
  order = received.order;
  town.time.advance(60_000);
  await command('dispatcher', 'dispatch', { departmentId: 'repair' });
  town.time.advance(60_000);
  await command('head', 'accept');
  await utility.voices.agent.must(`/api/orders/${order.id}/reveal`, {});
  await utility.voices.dispatcher.must(`/api/requests/${received.request.id}/reveal`, {});
  town.time.advance(86_400_000);
  await command('dispatcher', 'note', { text: '催办一次' });
  await utility.voices.crew.post('/api/regulations/versions', { files: [], reason: 'x' });
}, 60_000);

async function command(who: 'dispatcher' | 'head', name: string, body: object = {}): Promise<void> {
  const voice = utility.voices[who];
  const { version } = (await voice.get(`/api/orders/${order.id}`)).body;
  await voice.must(`/api/orders/${order.id}/${name}`, { version, ...body });
}

const log = async (query = '', who: 'manager' | 'supervisor' = 'manager') =>
  (await utility.voices[who].get(`/api/audit?limit=200${query}`)).body;
const told = (items: Parsed[]) => items.map((one) => `${one.by ?? '–'} ${one.actionName} ${one.objectName}`);
const staffId = async (who: string): Promise<number> =>
  (await town.db.admin<{ staff_id: number }>(`select staff_id from identity.staff where username = $1`, [who]))[0]
    ?.staff_id ?? 0;

describe('the audit log', () => {
  it('goes on after a page, or says that the mark is none of its own', async () => {
    const bad = await utility.voices.manager.get('/api/audit?cursor=17.x.1');
    expect([bad.status, bad.body.code, bad.body.fields[0].path]).toEqual([400, 'invalid-input', 'cursor']);
  });

  it('shows commands, reveals and refusals of one order or person, the newest first', async () => {
    expect(told((await log(`&order=${order.number}`)).items)).toEqual([
      `dispatcher 备注 ${order.number}`,
      expect.stringMatching(/^dispatcher 查看姓名和电话 诉求 \d+$/),
      `agent 查看姓名和电话 ${order.number}`,
      `head 接单 ${order.number}`,
      `dispatcher 派发 ${order.number}`,
      `agent 受理 ${order.number}`,
    ]);
    const head = told((await log(`&staff=${await staffId('hucheng-head')}`)).items);
    expect(head).toEqual([`head 接单 ${order.number}`, 'head 登录 head']);
    await expect
      .poll(async () => told((await log('&kind=refused')).items))
      .toEqual(['crew 无权限被拒绝 regulations.enact']);
  });

  it('is found by kind and by day, both days included', async () => {
    const kinds = async (query: string) => new Set((await log(query)).items.map((one: Parsed) => one.kind));
    expect(await kinds('&kind=reveal')).toEqual(new Set(['reveal']));
    expect(await kinds('&kind=command')).toEqual(new Set(['command']));
    const day = (from: string, until: string) =>
      log(`&kind=command&from=${from}&until=${until}`).then(({ items }) => items.length);
    expect([await day('2026-03-02', '2026-03-02'), await day('2026-03-03', '2026-03-03')]).toEqual([3, 1]);
    expect(await day('2026-03-02', '2026-03-03')).toBe(4);
    const wrong = await utility.voices.manager.get('/api/audit?from=2026-02-30');
    expect(wrong.body).toMatchObject({ code: 'invalid-input', fields: [{ path: 'from' }] });
    expect((await utility.voices.manager.get('/api/audit?order=20260302-9999')).body.code).toBe('order-not-found');
  });

  it('records a failed sign-in with the account it was tried on, and whom it locked', async () => {
    for (let at = 0; at < 5; at += 1)
      await fetch(`${town.base}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'hucheng-reviewer', password: `not-${PASSWORD}` }),
      });
    const items = (await log(`&staff=${await staffId('hucheng-reviewer')}&kind=sign-in`)).items;
    expect(told(items)).toEqual([
      '– 登录锁定 reviewer',
      ...Array(5).fill('– 登录失败 reviewer'),
      'reviewer 登录 reviewer',
    ]);
    expect(items[1].detail).toEqual({ address: '127.0.0.1' });
  });

  it('comes page by page, each entry once, whatever happens in the same moment', async () => {
    const whole = (await log()).items.map(({ id }: Parsed) => id);
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await utility.voices.manager.get(`/api/audit?limit=3${cursor}`)).body;
      paged.push(...page.items.map(({ id }: Parsed) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(15);
  });

  it('is taken along as a table, which is written down too', async () => {
    const file = (await utility.voices.manager.get('/api/audit/export?kind=command')).body as string;
    const lines = file.trimEnd().split('\r\n');
    expect(lines[0]).toContain('时间,人员,操作,对象,详情');
    expect(lines[1]).toBe(`2026-03-03 10:02:00,dispatcher,备注,${order.number},`);
    expect(lines).toHaveLength(5);
    const [latest] = (await log('&kind=reveal')).items;
    expect(latest).toMatchObject({ actionName: '导出审计日志', by: 'manager', detail: { kind: 'command', rows: 4 } });
  });

  it('tells no name and no number of a caller, nothing of another utility, and nothing to other roles', async () => {
    const text = JSON.stringify([await log(), (await utility.voices.manager.get('/api/audit/export')).body]);
    expect(text).not.toMatch(/欧阳|12900001234|jinan/);
    for (const who of ['agent', 'dispatcher', 'head', 'crew', 'reviewer', 'supervisor'] as const)
      for (const url of ['/api/audit', '/api/audit/export'])
        expect([who, url, (await utility.voices[who].get(url)).status]).toEqual([who, url, 403]);
    const theirs = (await other.voices.manager.get('/api/audit?limit=200')).body.items as Parsed[];
    expect(theirs.some(({ by }) => by === 'agent')).toBe(true);
    expect(theirs.filter(({ action }) => action === 'dispatch')).toEqual([]);
  });
});
