/** 回测 as a page: asked, followed while it runs, its figures read without the charts, and stopped. */
import { beforeAll, expect, it, vi } from 'vitest';
import { runBacktests } from '../../modules/backtests/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { type Office, openOffice, picture, sound } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 240_000);

const work = () =>
  runBacktests(office.db, systemTime, [office.utilityId], {
    url: office.db.url,
    failed: (error) => {
      throw error;
    },
  });

it('asks what last year would have been under another city, and tells it in a sentence, charts and tables', async () => {
  const page = await office.open('liqian', '/rulebook');
  await page.getByRole('link', { name: '回测' }).click();
  await page.getByText('还没有回测').waitFor();
  await sound(page);
  await picture(page, 'new');
  await page.getByLabel('对比规则').click();
  await page.getByLabel('对比规则').fill('jinan');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '开始回测' }).click();
  await page.getByText('等待开始').waitFor();
  await picture(page, 'waiting');
  await page.getByRole('button', { name: '停止' }).click();
  await page.getByText('已停止').first().waitFor();
  await page.getByRole('button', { name: '重做' }).click();
  await page.getByText('等待开始').waitFor();
  await work();
  await page.getByRole('heading', { name: /，及时率由 [\d.]+% 变为 [\d.]+%$/ }).waitFor();
  await page.locator('.backtest-bars svg').first().waitFor();
  expect(await page.locator('.backtest-bars svg').count()).toBe(2);
  await page.locator('tbody tr').filter({ hasText: '客服热线' }).first().waitFor();
  await sound(page);
  await picture(page, 'result');
  await page.locator('.backtest-side').nth(1).locator('table').scrollIntoViewIfNeeded();
  await picture(page, 'result-rules');
  await page.locator('.backtest-changes').last().scrollIntoViewIfNeeded();
  await picture(page, 'result-end');
  // each order that changes opens
  const changed = page
    .locator('.backtest-changes')
    .filter({ has: page.locator('tbody tr') })
    .first();
  if ((await changed.getAttribute('open')) === null) await changed.locator('summary').click();
  await changed.getByRole('link').first().click();
  await page.locator('.clock-row:visible').first().waitFor();
});

it('is there in English and in the dark, and not for who may not ask', async () => {
  const [run] = await office.db.admin<{ id: string }>(`select run_id as id from backtests.run where state = 'done'`);
  const english = await office.open('admin', `/rulebook/backtest?id=${run?.id}`, {
    english: true,
    dark: true,
    width: 1100,
  });
  await english.getByRole('heading', { name: /timeliness goes from/ }).waitFor();
  await english.locator('.backtest-bars svg').first().waitFor();
  await picture(english, 'english');
  await sound(english);
  const head = await office.open('sunjie', '/rulebook');
  await head.getByRole('link', { name: '浏览' }).waitFor();
  expect(await head.getByRole('link', { name: '回测' }).count()).toBe(0);
});
