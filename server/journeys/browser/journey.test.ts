import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { act, barriers, give, type Office, openOffice, state, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

/** Takes the call and gives the address of its order. */
async function takeCall(page: Page, content: string): Promise<string> {
  await page.getByRole('heading', { name: '受理诉求' }).waitFor();
  await page.getByLabel('反映内容').fill(content);
  await page.getByLabel('故障类别').fill('管道漏水');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /地址.*还缺/s }).waitFor();
  await page.getByLabel('地址', { exact: true }).fill('望湖苑1号楼1单元101');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText(/已对上/).waitFor();
  await page.getByLabel('反映人').fill('王女士');
  await page.getByLabel('联系方式').fill('12900004127');
  await page.getByLabel('客户联系时间').fill('随时');
  await page.getByRole('button', { name: /地址.*已有/s }).waitFor();
  await page.locator('.right .preview-clock').first().waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/orders\/\d+/);
  await state(page).getByText('待派发').waitFor();
  return new URL(page.url()).pathname;
}

describe('from the call to the end', () => {
  it('one order goes through every desk in the browser', async () => {
    const desk = await office.open('zhoumin', '/intake');
    const path = await takeCall(desk, '望湖苑门口路面一直往外冒水');
    await give(desk, 'dispatch', async () => {
      await desk.locator('#act-departmentId').click();
      await desk.keyboard.type('管线管理所');
      await desk.keyboard.press('Enter');
    });
    await state(desk).getByText('待接单').waitFor();

    const head = await office.open('sunjie', path);
    await give(head, 'accept');
    await state(head).getByText('待转办').waitFor();
    await give(head, 'assign', async () => {
      await head.locator('#act-handlerId').click();
      await head.keyboard.type('陈立国');
      await head.keyboard.press('Enter');
    });
    await state(head).getByText('处理中').waitFor();

    const crew = await office.open('chenliguo', path);
    await give(crew, 'record', async () => {
      await crew.getByRole('radio', { name: '到场' }).check();
    });
    await crew.locator('.time-row .kind', { hasText: '到场' }).first().waitFor();
    await give(crew, 'handle', async () => {
      for (const area of await crew.locator('.act textarea').all())
        await area.fill('DN100 接口渗漏，已更换接口，试压合格');
      for (const yes of await crew.locator('.act .choice', { hasText: '是' }).all()) await yes.locator('input').check();
    });
    await state(crew).getByText('待审单').waitFor();

    const review = await office.open('tianhua', path);
    await give(review, 'review-pass');
    await state(review).getByText('待回访').waitFor();
    await desk.goto(office.server.url + path);
    await give(desk, 'call-back', async () => {
      for (const yes of await desk.locator('.act .choice', { hasText: '是' }).all()) await yes.locator('input').check();
      await desk.locator('.act').getByRole('radio', { name: '满意', exact: true }).check();
    });
    await give(desk, 'close');
    await state(desk).getByText('已办结').waitFor();
    expect(await barriers(desk)).toEqual([]);
    expect(thrown()).toEqual([]);
  }, 120_000);

  it('a call half written survives closing the window', async () => {
    const page = await office.open('linxiaoyan', '/intake');
    await page.getByLabel('反映内容').fill('没写完的一通电话');
    await page.reload();
    await page.getByLabel('反映内容').waitFor();
    expect(await page.getByLabel('反映内容').inputValue()).toBe('没写完的一通电话');
  });

  it('what is not about water is declined, with the explanation given', async () => {
    const page = await office.open('linxiaoyan', '/intake');
    await page.getByLabel('反映内容').fill('小区里的路灯坏了');
    await page.getByRole('button', { name: /不予受理/ }).click();
    const dialog = page.getByRole('dialog', { name: '不予受理' });
    await dialog.getByRole('button', { name: '记为不予受理' }).click();
    await dialog.getByText('请填这一项').waitFor();
    await dialog.getByLabel('怎样向客户解释').fill('路灯由市政管理，已告知拨打 12345');
    await dialog.getByRole('button', { name: '记为不予受理' }).click();
    await page.getByText('已记为不予受理').waitFor();
    expect(await page.getByLabel('反映内容').inputValue()).toBe('');
    const [row] = await office.db.admin<{ outcome: string }>(
      `select outcome from requests.request where content = '小区里的路灯坏了'`,
    );
    expect(row?.outcome).toBe('declined');
  });
});

describe('two dispatchers', () => {
  it('the second is told who was first, and what was typed is kept', async () => {
    const first = await office.open('zhoumin', '/intake');
    const path = await takeCall(first, '同一处漏水，两人都想派');
    const second = await office.open('wangfang', path);
    await act(second, 'dispatch').click();
    await second.locator('#act-note').fill('请尽快到场');
    await give(first, 'dispatch', async () => {
      await first.locator('#act-departmentId').click();
      await first.keyboard.type('抢修中心');
      await first.keyboard.press('Enter');
    });
    await second.locator('#act-departmentId').click();
    await second.keyboard.type('管线管理所');
    await second.keyboard.press('Enter');
    await second.keyboard.press('Control+Enter');
    await second
      .locator('.act .notice')
      .getByText(/周敏.*派发/)
      .waitFor();
    expect(await second.locator('#act-note').inputValue()).toBe('请尽快到场');
    await state(second).getByText('待接单').waitFor();
  }, 60_000);
});
