/** The place of a call at intake, and the position on the order's page: typed, chosen by keyboard, pinned on the map. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, type Office, openOffice, picture, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 240_000);

const place = (page: Page) => page.locator('#place');
const option = (page: Page, text: string) => page.getByRole('option').filter({ hasText: text }).first();
const said = (page: Page) => page.locator('.place-said');

/** Types a place and takes the first offer, by keyboard alone. */
async function take(page: Page, typed: string, first: string): Promise<void> {
  await place(page).fill(typed);
  await option(page, first).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

async function describeCall(page: Page): Promise<void> {
  await page.locator('#content').fill('路面冒水，水流到马路中间');
  await page.locator('#event').fill('管道漏水');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('#reporter').fill('王女士');
  await page.locator('#phone').fill('12900001234');
}

async function submit(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.locator('.order-head').getByText('待派发').waitFor();
}

const drawn = (page: Page) => page.locator('svg.map-ground').waitFor();

describe('the place of a call', { timeout: 180_000 }, () => {
  it('is found by initials and by alias, says what it is and why, and is chosen by keyboard', async () => {
    const page = await office.open('linxiaoyan', '/intake');
    await place(page).fill('why');
    const first = page.getByRole('option').first();
    await first.getByText('湖滨东路18号望湖苑', { exact: true }).waitFor();
    expect(await first.textContent()).toBe('小区湖滨东路18号望湖苑最可能 · 拼音首字母：望湖苑');
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'initials');
    await take(page, '老造纸厂宿舍三号楼', '湖滨东路18号望湖苑3号楼');
    expect(await place(page).inputValue()).toBe('湖滨东路18号望湖苑3号楼');
    expect(await said(page).textContent()).toContain('已选：楼栋 · 湖滨片区');
    expect(await said(page).textContent()).toContain('按登记簿推定');
    await place(page).fill('某处桥下');
    expect(await said(page).textContent()).toContain('只有文字，没有对应到登记簿');
  });

  it('may be a junction with no premises, pinned on the map by hand; the order shows whose word that is', async () => {
    const page = await office.open('linxiaoyan', '/intake');
    await describeCall(page);
    await take(page, '滨湖路和建设街交叉口', '滨湖路与建设街交叉口');
    expect(await said(page).textContent()).toContain('已选：路口');
    await page.getByRole('button', { name: '打开地图' }).click();
    await drawn(page);
    await page.locator('.map-pin.suggested').waitFor();
    await page.locator('.map-ground').click({ position: { x: 300, y: 140 } });
    await page.locator('.map-pin:not(.suggested)').waitFor();
    await page.locator('.near-pin').getByText('滨湖路', { exact: true }).waitFor();
    expect(await said(page).textContent()).toMatch(/位置：人工标点 116\.\d{5}, 33\.\d{5}/);
    const before = await said(page).textContent();
    await page.locator('.map-ground').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => said(page).textContent(), { timeout: 30_000 }).not.toBe(before);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'intake-map');
    await submit(page);
    const position = page.locator('section', { has: page.locator('#position-title') });
    expect(await position.textContent()).toContain('人工标点，已确认');
    await position.getByRole('button', { name: '打开地图' }).click();
    await drawn(page);
    await page.locator('.map-pin').waitFor();
    await picture(page, 'order-map');
    expect(await barriers(page)).toEqual([]);
    const { rows } = {
      rows: await office.db.admin(
        'select road_ids, position_by, premises_id from work_orders.work_order order by order_id desc limit 1',
      ),
    };
    expect(rows[0]).toMatchObject({
      position_by: 'person',
      premises_id: null,
      road_ids: expect.arrayContaining([3, 13]),
    });
    expect(thrown()).toEqual([]);
  });

  it('is taken from the pin: nearest premises or only the road', async () => {
    const page = await office.open('linxiaoyan', '/intake', { english: true });
    await page.getByRole('button', { name: 'Open the map' }).click();
    await drawn(page);
    await page.locator('.map-ground').focus();
    await page.keyboard.press('ArrowUp');
    const road = page.locator('.near-pin li').filter({ hasText: 'Road' });
    await road.getByRole('button').click();
    expect(await said(page).textContent()).toContain('Chosen: Road');
    expect(await place(page).inputValue()).toMatch(/[路街]$/);
    await picture(page, 'english');
  });
});

describe('the position of an order', { timeout: 180_000 }, () => {
  it('by the register is not confirmed; it is corrected on the map, and the log says so', async () => {
    const page = await office.open('linxiaoyan', '/intake', { dark: true });
    await describeCall(page);
    await take(page, '望湖苑3号楼', '湖滨东路18号望湖苑3号楼');
    await submit(page);
    const position = page.locator('section', { has: page.locator('#position-title') });
    expect(await position.textContent()).toContain('按登记簿推定，未经人工确认');
    await position.getByRole('button', { name: '打开地图' }).click();
    await drawn(page);
    await page.locator('.map-pin.suggested').waitFor();
    await page.locator('.map-ground').click({ position: { x: 90, y: 150 } });
    await position.getByText('已移动，尚未保存').waitFor();
    await picture(page, 'order-dark');
    await position.getByRole('button', { name: '保存位置' }).click();
    await position.getByText('人工标点，已确认').waitFor();
    await page.locator('.timeline, .order-body').getByText('更正位置').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(thrown()).toEqual([]);
  });
});
