import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Parsed } from '../city/testing.ts';
import { type Office, openOffice, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

async function pick(page: Page, id: string, words: string): Promise<void> {
  await page.locator(`#${id}`).click();
  await page.locator(`#${id}`).fill(words);
  await page.locator('.ant-select-item-option', { hasText: words }).first().click();
}
async function fillTime(page: Page, id: string, words: string): Promise<void> {
  await page.locator(`#${id}`).fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
}
/** Wall clock of Shanghai, so many hours from now. */
const hours = (n: number): string =>
  new Date(Date.now() + (8 + n) * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const ask = (page: Page, url: string, body?: object): Promise<Parsed> =>
  page.evaluate(
    ([where, sent]) =>
      fetch(
        where as string,
        sent === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
              body: sent as string,
            },
      ).then((answer) => answer.json()),
    [url, body === undefined ? undefined : JSON.stringify(body)],
  );

describe('the rosters', () => {
  it('a head plans his week, names his liaison and who stands in; everybody sees it at once, the call centre files it', async () => {
    const head = await office.open('sunjie', '/rosters');
    const desk = await office.open('wangfang', '/rosters?tab=duty');
    await pick(head, 'shift-staff', '陈立国');
    await fillTime(head, 'shift-from', hours(-1));
    await fillTime(head, 'shift-until', hours(7));
    await head.getByRole('button', { name: '加上' }).click();
    await head.locator('.week tr', { hasText: '陈立国' }).locator('.shift.on').waitFor();
    await head.locator('.week').getByText('陈立国').waitFor();
    await sound(head);
    await desk.locator('tr', { hasText: '管线管理所' }).getByText('陈立国').waitFor({ timeout: 8000 });

    await head.getByRole('tab', { name: '在岗与名单' }).click();
    await pick(head, 'listed-staff', '杜勇');
    await head.locator('#listed-phone').fill('13900000001');
    await head.getByRole('button', { name: '列入名单' }).click();
    await head.locator('.listed', { hasText: '杜勇' }).waitFor();
    await sound(head);
    await desk.getByRole('button', { name: '备案' }).first().click({ timeout: 8000 });
    await head.locator('tr', { hasText: '杜勇 13900000001' }).getByText('王芳').waitFor({ timeout: 8000 });
    await sound(desk);

    await head.getByRole('tab', { name: '替班' }).click();
    await pick(head, 'absent', '陈立国');
    await pick(head, 'deputy', '江波');
    await fillTime(head, 'absent-from', hours(-1));
    await fillTime(head, 'absent-until', hours(24));
    await head.getByRole('button', { name: '加上' }).click();
    await head.getByRole('alert').getByText('请填全再提交').waitFor();
    await head.locator('#absent-reason').fill('年假');
    await head.getByRole('button', { name: '加上' }).click();
    await head.locator('tr', { hasText: '江波' }).getByText('在岗').waitFor();
    await sound(head);
    await desk.locator('tr', { hasText: '管线管理所' }).getByText('替陈立国').waitFor({ timeout: 8000 });
  }, 120_000);

  it('what was not done is said: somebody else was faster', async () => {
    const head = await office.open('sunjie', '/rosters');
    await head.locator('.shift.on').first().waitFor();
    const { shifts } = await ask(head, '/api/rosters/week?department=pipelines');
    const { shiftId } = shifts.find(({ name }: Parsed) => name === '陈立国');
    // the page does not hear of it before he clicks
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await head.route('**/api/rosters/week*', async (route) => {
      await held;
      await route.continue();
    });
    expect(await ask(head, '/api/rosters/shifts/remove', { shiftId })).toEqual({ shiftId });
    const now = head.locator('.week tr', { hasText: '陈立国' }).locator('.shift.on');
    await now.getByRole('button').click();
    await head.getByText('没有这个班次，可能已被删除').waitFor();
    release();
    await now.waitFor({ state: 'detached' });
    await sound(head);
  }, 60_000);

  it('a shift is handed over with what is open, both sign, and it stands', async () => {
    const giver = await office.open('sunjie', '/rosters?tab=handover');
    const taker = await office.open('pengfei', '/rosters?tab=handover');
    await giver.locator('.matters tbody tr').first().waitFor();
    const open = await giver.locator('.matters tbody tr').count();
    await pick(giver, 'taker', '彭飞');
    await giver.locator('#give-note').fill('站前街开挖未回填，夜间派人看守');
    await giver.getByRole('button', { name: '签字交班' }).click();
    await giver.getByText('待接班人签字').waitFor();
    await sound(giver);
    await taker.getByText('站前街开挖未回填，夜间派人看守').waitFor({ timeout: 8000 });
    expect(await taker.locator('.handover .matters tbody tr').count()).toBe(open);
    await sound(taker);
    await taker.getByText('已核对，与签字时一致').waitFor();
    await taker.getByRole('button', { name: '核对无误，签字接班' }).click();
    await taker.getByText('双方签字，不能再改').waitFor();
    await giver.getByText('双方签字，不能再改').waitFor({ timeout: 8000 });
    expect(await taker.getByRole('button', { name: '核对无误，签字接班' }).count()).toBe(0);
  }, 120_000);
});
