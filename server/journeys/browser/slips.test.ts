/** 通知单 in the office: written on an order, printed, served; and the page where they are printed many at once. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordTold } from '../../modules/progress/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { type Office, openOffice, picture, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

/** What the window that prints is given. */
async function printed(page: Page, press: () => Promise<void>): Promise<string> {
  const asked = page.context().waitForEvent('request', (request) => request.url().includes('/api/slips/pdf'));
  const [request] = await Promise.all([asked, press()]);
  return request.url();
}

describe('slips', () => {
  it('are written on the page of an order with what the rulebook asks for, printed, and served', async () => {
    const [order] = await office.db.admin<{ order_id: number }>(
      `select order_id from work_orders.work_order where utility_id = $1 and event like 'pipe-leak%' and closed_at is null
       and sealed_to is null order by order_id limit 1`,
      [office.utilityId],
    );
    const page = await office.open('liqian', `/orders/${order?.order_id}`);
    const slips = page.getByRole('region', { name: '通知单' });
    await slips.getByRole('button', { name: '打印通知单' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('管网抢修服务规范 1.通知到位').waitFor();
    await dialog.getByRole('button', { name: '填写并打印' }).click();
    expect(await dialog.locator('.wrong').count()).toBeGreaterThan(0);
    await dialog.getByLabel('停水原因').fill('供水管道抢修');
    await dialog.getByLabel('预计恢复供水时间').fill('今日 18:00');
    await picture(page, 'slips-write');
    const url = await printed(page, () => dialog.getByRole('button', { name: '填写并打印' }).click());
    expect(url).toMatch(/\/api\/slips\/pdf\?ids=\d+$/);
    const row = slips.locator('li', { hasText: '停水通知' });
    await row.getByText('待送达').waitFor();
    await row.getByRole('button', { name: /登记送达/ }).click();
    await page.getByRole('dialog').getByText('张贴').click();
    await picture(page, 'slips-serve');
    await page.getByRole('dialog').getByRole('button', { name: '登记送达' }).click();
    await row.getByText('已送达').waitFor();
    await row.getByText(/张贴/).waitFor();
    await sound(page);
    await picture(page, 'slips-order');
  }, 120_000);

  it('beside them the callers are told what the rulebook wants told', async () => {
    const [order] = await office.db.admin<{ order_id: number }>(
      `select o.order_id from work_orders.work_order o where o.utility_id = $1 and o.channel = 'counter' and o.closed_at is null
       and o.state in ('awaiting-review', 'awaiting-call-back') and o.sealed_to is null
       and exists (select from requests.request r where r.utility_id = o.utility_id and r.order_id = o.order_id and r.phone is not null)
       order by o.order_id limit 1`,
      [office.utilityId],
    );
    const page = await office.open('liqian', `/orders/${order?.order_id}`);
    const told = page.getByRole('region', { name: '规章要求的告知' });
    await told.getByRole('button', { name: '告知诉求人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('辦理完畢').waitFor();
    await dialog.getByLabel('内容').fill('业务已办理完毕，请您对我们的服务进行评价');
    await picture(page, 'slips-tell');
    await dialog.getByRole('button', { name: /发\s*出/ }).click();
    await told.getByText('发送中').waitFor();
    await office.db.admin(`update notices.notice set state = 'sent', sent_at = now() where order_id = $1`, [
      order?.order_id,
    ]);
    expect(await recordTold(office.db, systemTime, [office.utilityId])).toBe(1);
    await told.getByText('已告知').waitFor();
    await picture(page, 'slips-told');
  }, 120_000);

  it('are printed many at once, and one is found by its number', async () => {
    const page = await office.open('liqian', '/slips');
    await page.getByText('没有待打印的通知单').waitFor();
    const fields = { 'supply-number': '1', period: '2026 年 10 月', amount: '86.50 元' };
    await page.evaluate(
      async (body) => {
        for (const name of ['王小明', '李小红', '张小军'])
          await fetch('/api/slips', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify({ ...body, name }),
          });
      },
      { kind: 'demand-slip', address: '柳荫里 7 号楼', fields },
    );
    await page.reload();
    const rows = page.getByRole('table', { name: '通知单列表' }).locator('tbody tr');
    await rows.nth(2).waitFor();
    expect(await page.getByText('王小明').count()).toBe(0);
    await page.getByRole('checkbox', { name: '全选' }).check();
    await picture(page, 'slips-page');
    await sound(page);
    const url = await printed(page, () => page.getByRole('button', { name: '打印 3 张' }).click());
    expect(new URL(url).searchParams.get('ids')?.split(',')).toHaveLength(3);
    await page.getByRole('button', { name: /^待送达 3$/ }).click();
    const number = (await rows.nth(1).locator('td').first().textContent()) ?? '';
    await page.getByRole('searchbox').first().waitFor();
    await page.getByLabel('编号，或扫通知单上的二维码').fill(number);
    await page.keyboard.press('Enter');
    await rows.nth(1).waitFor({ state: 'detached' });
    expect(await rows.first().locator('td').first().textContent()).toBe(number);
    await rows.first().getByRole('button', { name: /作废/ }).click();
    await page.getByLabel('作废原因').fill('金额有误');
    await page.getByRole('dialog').getByRole('button', { name: '作废' }).click();
    await page.getByRole('button', { name: /^待送达 2$/ }).waitFor();

    const passedOn = page.getByRole('switch', { name: '告知：派发' });
    expect(await passedOn.isChecked()).toBe(false);
    await passedOn.click();
    await page.reload();
    await page.locator('[role="switch"][aria-label="告知：派发"][aria-checked="true"]').waitFor();

    const english = await office.open('liqian', '/slips', { english: true, dark: true });
    await english.getByRole('heading', { name: 'Slips' }).waitFor();
    await picture(english, 'slips-english');
  }, 120_000);
});
