/** A second call about the same incident: suggested with its reasons, joined with one key. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, type Office, openOffice } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

const SHOTS = process.env.SHOTS;
const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
};
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
    await shot(page, 'intake-duplicates');
    await page.keyboard.press('Alt+KeyJ');
    await page.waitForURL(/orders\/\d+/);
    expect(idIn(page)).toBe(burst);
    await page.locator('.order-head', { hasText: '合并来电 2' }).waitFor();
    expect(await callersOf(burst)).toBe(2);
  });
});
