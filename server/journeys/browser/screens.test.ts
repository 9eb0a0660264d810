import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, DEMO_PASSWORD, type Office, openOffice, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

/** Sound, and no longer needed. */
async function done(page: Page): Promise<void> {
  await sound(page);
  await page.context().close();
}
const rows = (page: Page) => page.locator('a.queue-row');

describe('signing in', () => {
  it('says in words what was wrong, and opens the desk when it is right', async () => {
    const page = await office.stranger('/');
    await page.getByLabel('用户名').fill('sunjie');
    await page.getByLabel('密码').fill('not this');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('用户名或密码不对').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^待办 \d+/ }).waitFor();
    await page.getByRole('button', { name: /管线管理所 · 孙杰/ }).waitFor();
    await done(page);
  });
});

describe('the order desk', () => {
  it('lists what waits by due time, and opens an order with its clocks and why they are due', async () => {
    const page = await office.open('liqian', '/orders');
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBeGreaterThan(20);
    await rows(page).first().click();
    const clock = page.locator('.clock-row:visible').first();
    await clock.click();
    for (const word of ['起算', '规则', '到期']) await page.locator('.why dt', { hasText: word }).first().waitFor();
    await done(page);
  });
  it('shows only late orders under 超时, and its number is true', async () => {
    const page = await office.open('liqian', '/orders?tab=late');
    await rows(page).first().waitFor();
    const named = Number(/\d+/.exec((await page.getByRole('tab', { name: /^超时/ }).textContent()) ?? '')?.[0]);
    expect(named).toBeGreaterThan(0);
    expect(await rows(page).count()).toBe(Math.min(named, 50));
    expect(await page.locator('a.queue-row .clock-words.late').count()).toBe(Math.min(named, 50));
    await done(page);
  });
  it('needs no mouse: j and k move, Enter opens, a letter acts, Esc closes', async () => {
    const page = await office.open('zhoumin', '/orders');
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.locator('a.queue-row:focus').count()).toBe(1);
    expect(await rows(page).first().getAttribute('href')).toBe(
      await page.locator('a.queue-row:focus').getAttribute('href'),
    );
    await page.keyboard.press('Enter');
    await page.locator('[data-command="note"]').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('region', { name: '备注' }).waitFor();
    await page.keyboard.type('键盘写的备注');
    await page.keyboard.press('Escape');
    expect(await page.locator('.act').count()).toBe(0);
    await page.keyboard.press('n');
    expect(await page.getByLabel('内容').inputValue()).toBe('键盘写的备注');
    await page.keyboard.press('Control+Enter');
    await page.locator('.time-row', { hasText: '键盘写的备注' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '按键' }).waitFor();
    await done(page);
  });
  it('finds an order by its number with /', async () => {
    const page = await office.open('liqian', '/orders');
    await rows(page).first().waitFor();
    const [one] = await office.db.admin<{ number: string; summary: string }>(
      `select number, summary from work_orders.work_order where closed_at is null order by order_id desc limit 1`,
    );
    await page.keyboard.press('/');
    await page.keyboard.type(one?.number ?? '');
    await page.keyboard.press('Enter');
    await page.getByText(`搜索“${one?.number}”`).waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
    await done(page);
  });
  it('stands on narrow, common and wide screens, light and dark', async () => {
    for (const [width, height] of [
      [800, 1000],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      const page = await office.open('liqian', '/orders', { width, height, dark: width === 1366 });
      await rows(page).first().click();
      await page.locator('.clock-row:visible').first().waitFor();
      await done(page);
    }
  });
  it('speaks English when asked, and keeps to it', async () => {
    const page = await office.open('liqian', '/orders');
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: /李倩/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: /^Open \d+/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('tab', { name: /^Late/ }).waitFor();
    await done(page);
  });
});

describe('the inbox', () => {
  it('tells what happened, opens the order, and is read at once', async () => {
    const page = await office.open('sunjie', '/inbox');
    await page.getByRole('heading', { name: '收件箱' }).waitFor();
    await page.locator('.table tr.unread').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await expect.poll(() => page.locator('.table tr.unread').count()).toBe(0);
    await page
      .getByRole('link', { name: /^打开工单/ })
      .first()
      .click();
    await page.locator('.clock-row:visible').first().waitFor();
    await done(page);
  });
});

describe('a lost connection', () => {
  it('is told calmly, keeps what is shown, and is forgotten when it is back', async () => {
    const page = await office.open('liqian', '/orders');
    await rows(page).first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('连接已断开').waitFor();
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.context().setOffline(false);
    await page.getByText('连接已断开').waitFor({ state: 'detached' });
    await done(page);
  });
});
