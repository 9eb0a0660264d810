/** With whom orders lay, as a page: each figure opens its orders; and an order page that hides no lateness. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Parsed } from '../city/testing.ts';
import { type Office, openOffice, sound } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

describe('the attribution report', () => {
  it('says in a sentence where most of the time went, and a figure opens exactly its orders', async () => {
    const page = await office.open('liqian', '/reports');
    await page.getByRole('heading', { name: /^\d+ 张工单共 .+，最多在.+：[\d.]+%$/ }).waitFor();
    const crew = page.getByRole('row').filter({ hasText: '一线' }).first();
    const figure = crew.getByRole('button', { name: /^\d+$/ });
    const n = Number(await figure.textContent());
    await figure.click();
    const side = page.locator('.report-side');
    await side.getByText(new RegExp(`^${n} 张工单，共 `)).waitFor();
    expect(await side.getByRole('link').count()).toBe(Math.min(n, 200));
    await sound(page);
    // the address keeps it
    await page.reload();
    await side.getByText(new RegExp(`^${n} 张工单，共 `)).waitFor();
    await side.getByRole('link').first().click();
    await page.locator('.clock-row:visible').first().waitFor();
  });

  it('shows a head his own unit, says so when there is nothing, and speaks English', async () => {
    const page = await office.open('sunjie', '/reports');
    await page.getByText('您看到的是本单位的数字。').waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.getByRole('button', { name: '营业公司' }).count()).toBe(0);
    await page.goto(`${office.server.url}/reports?from=2011-01-01&until=2011-01-31`);
    await page.getByText('这段时间没有工单').waitFor();
    await sound(page);
    const english = await office.open('gaofeng', '/reports', { english: true, dark: true, width: 1000 });
    await english.getByRole('heading', { name: /orders, .+ in all; most of it with/ }).waitFor();
    await sound(english);
    const agent = await office.open('linxiaoyan', '/orders');
    await agent.getByRole('link', { name: '收件箱' }).waitFor();
    expect(await agent.getByRole('link', { name: '统计' }).count()).toBe(0);
  });
});

describe('the clocks of an order', () => {
  it('stand apart: those of the order, those of each request', async () => {
    const [one] = await office.db.admin<{ id: number }>(
      `select c.order_id as id from work_orders.clock c join work_orders.work_order o using (utility_id, order_id)
       where o.closed_at is null group by c.order_id
       having count(*) filter (where c.request_id > 0) > 0 and count(*) filter (where c.request_id = 0) > 0 order by 1 limit 1`,
    );
    const page = await office.open('liqian', `/orders/${one?.id}`);
    await page.getByRole('heading', { name: '工单的时钟' }).waitFor();
    await page.getByRole('heading', { name: '诉求的时钟（按来电人各计）' }).waitFor();
    const rows = (on: string) => page.locator(`.clock-group[data-on="${on}"] .clock-row`);
    const shown = (
      await office.db.admin<{ n: number }>(
        'select count(*)::int as n from work_orders.clock where order_id = $1 and request_id > 0',
        [one?.id],
      )
    )[0]?.n;
    expect(await rows('request').count()).toBe(shown);
    expect(await rows('order').count()).toBeGreaterThan(0);
    await sound(page);
  });

  it('a lateness withdrawn by a fact recorded later stays visible beside the clock that was in time after all', async () => {
    const [late] = await office.db.admin<{ id: number; handler: string; seen: Date }>(
      `select o.order_id as id, s.username as handler, c.started_at as seen from work_orders.work_order o
       join work_orders.clock c using (utility_id, order_id)
       join identity.staff s on s.utility_id = o.utility_id and s.staff_id = o.handler_id
       where o.closed_at is null and o.state = 'in-progress' and c.state = 'late' and c.breached_at is not null and c.withdrawn_at is null
         and c.clock_id = 'contact' order by 1 limit 1`,
    );
    if (!late) throw new Error('the town has no order that was contacted late');
    const { cookie } = await office.server.signIn(late.handler, 'gongshui-2026');
    const headers = { cookie, 'content-type': 'application/json', origin: office.server.url };
    const read = async (): Promise<Parsed> =>
      (await fetch(`${office.server.url}/api/orders/${late.id}`, { headers })).json();
    const before = await read();
    const recorded = await fetch(`${office.server.url}/api/orders/${late.id}/record`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': `contacted-${late.id}` },
      body: JSON.stringify({
        version: before.version,
        milestone: 'contacted',
        occurredAt: new Date(late.seen.getTime() + 60_000).toISOString(),
      }),
    });
    expect([recorded.status, recorded.ok ? '' : await recorded.text()]).toEqual([200, '']);
    const after = await read();
    const clock = after.clocks.find((one: { id: string }) => one.id.split('/')[0] === 'contact');
    expect(clock).toMatchObject({ state: 'met', breachedAt: expect.any(String), withdrawnAt: expect.any(String) });
    const kinds = after.timeline.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['breached', 'breach-withdrawn']));

    const page = await office.open('liqian', `/orders/${late.id}`);
    await page.locator('.time-row', { hasText: '超时撤销' }).first().waitFor();
    const row = page.locator('.clock-row', { hasText: '超时已撤销' });
    if ((await row.count()) === 0 || !(await row.first().isVisible())) await page.locator('.clock-fold').click();
    await row.first().click();
    await page.getByText(/记过超时，后经新的事实撤销。/).waitFor();
    await sound(page);
  });
});

describe('metrics, inspections and what is owed', () => {
  it('shows each metric with target and article, and opens the orders behind it', async () => {
    const page = await office.open('liqian', '/reports');
    await page.getByRole('link', { name: '指标' }).click();
    await page.getByRole('heading', { name: /^\d+ 项达成，\d+ 项未达成，\d+ 项未定指标值或没有数据$/ }).waitFor();
    const row = page.getByRole('row').filter({ hasText: '第十六条' });
    const [, counted = '', of = ''] = /(\d+) \/ (\d+)/.exec((await row.textContent()) ?? '') ?? [];
    expect(Number(of)).toBeGreaterThan(Number(counted) - 1);
    await row.getByRole('button', { name: /\d+ \/ \d+/ }).click();
    const side = page.locator('.report-side');
    await side
      .getByText(/张工单/)
      .first()
      .waitFor();
    await sound(page);
    await page.getByRole('button', { name: '上一月' }).click();
    await page.waitForURL(/month=\d{4}-\d{2}/);
    const english = await office.open('sunjie', '/reports/metrics', { english: true, dark: true, width: 1000 });
    await english.getByRole('heading', { name: /met, \d+ missed/ }).waitFor();
    await english.getByText('These are the figures of your unit.').waitFor();
    await sound(english);
  });

  it('goes through a checklist, keeps it, and says what was not as it should be', async () => {
    const page = await office.open('gaofeng', '/reports/checks');
    await page.getByText('还没有检查记录').waitFor();
    await page.getByRole('heading', { name: '检查表' }).waitFor();
    await sound(page);
    await page.locator('.check-kinds .btn').first().click();
    await page.getByLabel('地点').fill('湖滨营业厅');
    const items = page.getByRole('radiogroup');
    const n = await items.count();
    // what must not be was seen, what must be was not
    await items.first().getByRole('radio').nth(0).click();
    await items
      .nth(n - 1)
      .getByRole('radio')
      .nth(1)
      .click();
    await sound(page);
    await page.getByRole('button', { name: '保存检查' }).click();
    await page.getByRole('heading', { name: /^湖滨营业厅 · / }).waitFor();
    await page.getByText('未做到', { exact: true }).first().waitFor();
    await sound(page);
    await page.getByRole('link', { name: '返回检查记录' }).click();
    await page.getByRole('cell', { name: '湖滨营业厅' }).waitFor();
  });

  it('shows on an order what the rulebook owes to whom', async () => {
    const [one] = await office.db.admin<{ id: number }>(
      `select order_id::int as id from work_orders.work_order where closed_at is null and department_id is not null order by 1 limit 1`,
    );
    await office.db.admin(
      `insert into work_orders.event (utility_id, order_id, seq, kind, occurred_at, recorded_at, via, version, data)
       select utility_id, order_id, max(seq) + 1, 'violation-verified', max(recorded_at), max(recorded_at), 'system', max(version),
         '{"facts": {"violation": "work-error"}}' from work_orders.event where order_id = $1 group by 1, 2`,
      [one?.id],
    );
    const page = await office.open('liqian', `/orders/${one?.id}`);
    await page.getByRole('heading', { name: '应赔付、奖励、考核' }).waitFor();
    await page.getByText('按《管理指标考核细则》处罚并通报').waitFor();
    await sound(page);
  });
});
