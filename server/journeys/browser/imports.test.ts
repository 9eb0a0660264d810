/** 导入 as a manager does it: a table from the disk, recognised, tried, imported, its bad rows downloaded. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runWaiting } from '../../modules/imports/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { barriers, type Office, openOffice, picture, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 300_000);

const FILE = `3月来信汇总,,,,
编号,来信时间,标题,内容,类别
b-1,2026年3月1日 9时8分,停水,家里没有水,停水
b-2,2009-13-45,停水,没有水,停水
b-3,2026/3/1 9:00:00,"=1+1",路面冒水,pipe-leak
`;

describe('the import page', () => {
  it('recognises a table, lets it be corrected and tried, imports it and gives back its bad rows', async () => {
    const page = await office.open('liqian', '/imports');
    await page.getByRole('heading', { name: '导入', exact: true }).waitFor();
    await picture(page, 'imports-empty');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '三月来信.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.getByRole('heading', { name: '三月来信.csv' }).waitFor();
    await page.getByText('第 2 行：编号、来信时间、标题、内容、类别').waitFor();
    await page.getByRole('rowheader', { name: /内容/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'imports-recognised');

    await page.keyboard.press('t');
    await page.getByText(/正在预检/).waitFor();
    await picture(page, 'imports-running');
    await runWaiting(office.db, systemTime, [office.utilityId]);
    await page.getByText('预检结果（没有写入）').waitFor();
    await page.getByText(/来信时间：时间“2009-13-45”无法识别/).waitFor();
    await picture(page, 'imports-tried');

    await page.keyboard.press('i');
    await page.getByText(/正在导入/).waitFor();
    await runWaiting(office.db, systemTime, [office.utilityId]);
    await page.getByText('导入结果').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载错误行' }).click();
    const path = await (await download).path();
    expect(readFileSync(path, 'utf8')).toContain('错误原因');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'imports-done');
    expect(thrown()).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }, 180_000);
  it('says what is wrong with a file that is no table, in English too, and dark', async () => {
    const page = await office.open('liqian', '/imports', { english: true, dark: true });
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'old.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    });
    await page.getByText(/old Excel file \(\.xls\)/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'imports-dark');
  }, 120_000);
});
