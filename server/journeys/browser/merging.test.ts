/** Duplicates at intake and on the order's page, joined with one key; callers each with his own; splitting. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, type Office, openOffice, picture } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);
const LONG = 120_000;

const callersOf = async (id: number): Promise<number> =>
  (await office.db.admin<{ n: number }>(`select count(*)::int as n from requests.request where order_id = ${id}`))[0]
    ?.n ?? 0;
const idIn = (page: Page): number => Number(/orders\/(\d+)/.exec(page.url())?.[1]);

async function type(
  page: Page,
  call: { content: string; place: string; event: string; reporter: string; phone: string },
) {
  await page.locator('#content').fill(call.content);
  await page.locator('#event').fill(call.event);
  await page.getByRole('option', { name: call.event }).first().click();
  await page.locator('#place').fill(call.place);
  await page.locator('#reporter').fill(call.reporter);
  await page.locator('#phone').fill(call.phone);
}

describe('forty calls begin with two', () => {
  let burst = 0;
  it('the second call is shown what it is likely about, with the reason, and joins with one key', async () => {
    const page = await office.open('zhoumin', '/intake');
    await type(page, {
      content: '路中间往外冒水，很大',
      place: '观澜大街 101 号',
      event: '管道漏水',
      reporter: '王女士',
      phone: '12900000001',
    });
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/orders\/\d+/);
    burst = idIn(page);

    await page.goto(`${office.server.url}/intake`);
    await type(page, {
      content: '家里水压突然变小',
      place: '观澜大街 105 号',
      event: '水压低',
      reporter: '赵先生',
      phone: '12900000002',
    });
    const likely = page.locator('.duplicates li').first();
    await likely.getByText('同在观澜大街，门牌相差 4 · 相关事项 · 刚刚').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'intake-duplicates');
    await page.keyboard.press('Alt+KeyJ');
    await page.waitForURL(/orders\/\d+/);
    expect(idIn(page)).toBe(burst);
    await page.locator('.order-head', { hasText: '合并来电 2' }).waitFor();
    expect(await callersOf(burst)).toBe(2);
  });

  it(
    'an order opened beside it is merged with one key, its caller keeps his own clocks, and the list counts',
    async () => {
      const page = await office.open('zhoumin', '/intake');
      await type(page, {
        content: '自来水发黄',
        place: '观澜大街 99 号',
        event: '水质异常',
        reporter: '孙女士',
        phone: '12900000003',
      });
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/orders\/\d+/);
      const other = idIn(page);
      await page.locator('.duplicates').getByText('本单并入').first().waitFor();
      await picture(page, 'order-duplicates');
      await page.locator('body').click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('Shift+M');
      await expect.poll(() => idIn(page), { timeout: 20_000 }).toBe(burst);
      await page.locator('.order-head', { hasText: '合并来电 3' }).waitFor();
      expect(await callersOf(burst)).toBe(3);
      await page.goto(`${office.server.url}/orders/${burst}?q=${encodeURIComponent('观澜大街')}`);
      await page.locator('.queue-row .callers', { hasText: '来电 3' }).first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'order-callers');
      await page.goto(`${office.server.url}/orders/${other}`);
      await page.locator('.order-head', { hasText: '已并入' }).waitFor();
      await picture(page, 'order-merged');
    },
    LONG,
  );

  it(
    'a caller leaves again with a reason, in English as well',
    async () => {
      const page = await office.open('zhoumin', `/orders/${burst}`, { english: true, dark: true });
      await page.getByRole('button', { name: 'Split', exact: true }).last().click();
      await page.locator('#act-reason').waitFor();
      expect(await barriers(page)).toEqual([]);
      await picture(page, 'split');
      await page.keyboard.press('Control+Enter');
      await page.locator('.act .is-wrong').first().waitFor();
      await page.locator('#act-reason').fill('another place after all');
      await page.keyboard.press('Control+Enter');
      await page.locator('.order-head', { hasText: '2 merged calls' }).waitFor();
      expect(await callersOf(burst)).toBe(2);
      await page.locator('.time-row', { hasText: 'another place after all' }).first().waitFor();
    },
    LONG,
  );
});
