import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, type Office, openOffice, picture, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

describe('a complaint about conduct', () => {
  it('says at intake that it is confidential, bears its mark, and is not there for the unit complained about', async () => {
    const page = await office.open('linxiaoyan', '/intake');
    await page.getByLabel('反映内容').fill('维修人员收了我两百元红包，没有发票。');
    await page.getByLabel('故障类别').fill('违规违纪举报');
    await page
      .getByRole('option', { name: /违规违纪举报/ })
      .first()
      .click();
    await page.getByText('这类投诉保密').waitFor();
    await page.getByLabel('被投诉单位').fill('管线');
    await page.locator('.ant-select-item-option', { hasText: '管线管理所' }).click();
    await page.getByLabel('被投诉人').fill('某师傅');
    await page.locator('#place').fill('翠湖苑 7 号楼');
    await page.keyboard.press('Escape');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'sealed-intake');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/orders\/\d+/);
    await page.locator('.order-head .badge', { hasText: '保密' }).waitFor();
    await page.getByText('被投诉：管线管理所 某师傅').waitFor();
    // among all that waits it may stand on the second page
    await page.getByRole('button', { name: /^我受理的/ }).click();
    await page.locator('a.queue-row', { hasText: '保密' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'sealed-order');
    const { pathname } = new URL(page.url());
    await page.context().close();

    const other = await office.open('sunjie', pathname);
    await other.getByText('打不开这张工单').or(other.locator('.middle .empty b')).first().waitFor();
    expect(await other.locator('.order-head').count()).toBe(0);
    expect(await other.locator('a.queue-row', { hasText: '保密' }).count()).toBe(0);
    await other.context().close();

    const discipline = await office.open('fanghong', pathname, { english: true });
    await discipline.locator('.order-head .badge', { hasText: 'Confidential' }).waitFor();
    expect(await barriers(discipline)).toEqual([]);
    expect(thrown().filter((text) => !/404/.test(text))).toEqual([]);
    await discipline.context().close();
  });
});
