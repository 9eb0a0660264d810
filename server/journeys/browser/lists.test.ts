/** 列表 as a manager uses it: searched, sorted, arranged, kept, taken away. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runExports } from '../../modules/lists/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { barriers, type Office, openOffice, picture, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 300_000);
/** Milliseconds: a busy machine takes its time. */
const PATIENT = { timeout: 20_000 };

describe('the list page', () => {
  it('is searched, sorted by two columns, arranged and kept; a file of it is made and fetched', async () => {
    const page = await office.open('liqian', '/list');
    const heads = () => page.locator('.list-table th').allInnerTexts();
    await page.locator('.list-table tbody tr').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'lists');

    await page.getByRole('button', { name: '事项', exact: true }).click();
    await page.getByRole('button', { name: '地址', exact: true }).click({ modifiers: ['Shift'] });
    await expect
      .poll(async () => (await heads()).filter((text) => /[↑↓]/.test(text)), PATIENT)
      .toEqual(['事项 ↑1', '地址 ↑2']);

    await page.getByRole('button', { name: '列设置' }).click();
    const drawer = page.getByRole('complementary', { name: '列设置' });
    await drawer.getByRole('checkbox', { name: '超时次数' }).check();
    await drawer.getByRole('checkbox', { name: '内容' }).uncheck();
    await drawer.getByRole('button', { name: '“状态”前移' }).click();
    await expect.poll(async () => (await heads()).slice(0, 2), PATIENT).toEqual(['工单号', '状态']);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'lists-columns');
    // the edge of a heading by keyboard
    const edge = page.getByRole('separator', { name: '“地址”列宽' });
    const before = Number(await edge.getAttribute('aria-valuenow'));
    await edge.press('ArrowRight');
    await expect.poll(async () => Number(await edge.getAttribute('aria-valuenow')), PATIENT).toBe(before + 16);

    await page.keyboard.press('/');
    await page.keyboard.type('漏水');
    await page.keyboard.press('Enter');
    await page.getByText('漏水').first().waitFor();
    await expect.poll(() => page.locator('.list-table tbody tr').count(), PATIENT).toBeGreaterThan(0);
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    await page.getByLabel('名称').fill('全部漏水');
    await page.getByRole('checkbox', { name: '打开列表时使用' }).check();
    await picture(page, 'lists-save');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.getByRole('button', { name: '修改筛选' }).waitFor();

    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('button', { name: '导出 CSV' }).click();
    await page.getByText('正在选取…').waitFor();
    await runExports(office.db, systemTime, [office.utilityId]);
    await page.getByText(/行，保留至/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'lists-export');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text.split('\r\n')[0]).toContain('工单号,状态');
    expect(text).toContain('漏水');

    // what is not his any more is refused in words
    await office.db.admin(`update lists.export set rights = 'of another role'`);
    await page.getByRole('button', { name: '下载' }).click();
    await page.getByText(/您的岗位或范围变了/).waitFor();

    // however far somebody turns, one page is shown; back from an order is back to it
    await page.getByRole('radio', { name: '全部' }).check({ force: true });
    await page.getByRole('button', { name: '不再搜索' }).click();
    await page.getByText('第 1 页 · 本页 100 张').waitFor();
    const first = await page.locator('.list-table tbody a').first().innerText();
    await page.keyboard.press(']');
    await page.getByText('第 2 页').waitFor();
    await expect.poll(() => page.locator('.list-table tbody a').first().innerText(), PATIENT).not.toBe(first);
    await page.locator('.list-table tbody a').first().click();
    await page.waitForURL(/\/orders\/\d+/);
    await page.goBack();
    await page.getByText('第 2 页').waitFor();
    await page.keyboard.press('[');
    await expect.poll(() => page.locator('.list-table tbody a').first().innerText(), PATIENT).toBe(first);

    // opened again, it is as it was left
    await page.goto(`${office.server.url}/list`);
    await page.getByRole('button', { name: '修改筛选' }).waitFor();
    await page.locator('.list-table tbody tr').first().waitFor();
    await expect.poll(async () => (await heads()).slice(0, 2), PATIENT).toEqual(['工单号', '状态']);
    await page.getByRole('button', { name: '修改筛选' }).click();
    await page.getByLabel('名称').fill('漏水，全部');
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.locator('.list-saved', { hasText: '漏水，全部' }).waitFor();
    await page.getByRole('button', { name: '修改筛选' }).click();
    await page.getByRole('button', { name: '删除' }).click();
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /^删\s?除$/ })
      .click();
    await page.getByRole('button', { name: '保存当前筛选' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    // stopped by hand, and gone on with
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('button', { name: '导出 XLSX' }).click();
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByText(/^已停止/).waitFor();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByText('正在选取…').waitFor();
    await page.locator('.list-table tbody a').first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/orders\/\d+/);
    expect(thrown()).toEqual([]);
  }, 180_000);

  it('is there in English, dark and narrow', async () => {
    const page = await office.open('zhoumin', '/list', { english: true, dark: true, width: 1280 });
    await page.locator('.list-table tbody tr').first().waitFor();
    await page.getByText('Closed', { exact: true }).click();
    await page.getByText('Page 1 · 30 on it').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'lists-dark');
    await page.setViewportSize({ width: 800, height: 900 });
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('complementary', { name: 'Export' }).waitFor();
    await picture(page, 'lists-narrow');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }, 180_000);
});
