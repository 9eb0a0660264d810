/** 台账 in the office: found, opened, what it is owed and its orders; a certificate that has run out. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeOrders } from '../../modules/duties/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { DAY } from '../../values/instant.ts';
import { type Office, openOffice, picture, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

const NUMBER = '370102199001011234';
/** A day of Shanghai, so many days from today. */
const day = (n: number): string => new Date(systemTime.now() + n * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

const enter = (page: Page, thing: object): Promise<{ thingId: number }> =>
  page.evaluate(
    (body) =>
      fetch('/api/things', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body,
      }).then((answer) => answer.json() as Promise<{ thingId: number }>),
    JSON.stringify(thing),
  );

describe('the page of the register', () => {
  it('finds a thing, says what it is owed and by which article, and leads to its orders', async () => {
    const page = await office.open('liqian', '/registers');
    const found = page.getByText(/^共 \d+ 项$/);
    await found.waitFor();
    const before = Number((await found.textContent())?.match(/\d+/)?.[0]);
    const tank = { kind: 'tank', place: '云栖里地下泵房', unit: '管线管理所', since: '2018-06-01' };
    // half a year after it was cleaned it is due: one within a month, the other in five
    await enter(page, { ...tank, code: 'YX-001', name: '云栖里 1 号水箱', lastDone: day(-170) });
    await enter(page, { ...tank, code: 'YX-002', name: '云栖里 2 号水箱', lastDone: day(-30) });
    const held = await enter(page, {
      ...{ kind: 'certificate', code: NUMBER, name: '电工证', person: '陈立国' },
      ...{ since: '2023-01-01', expires: day(-5) },
    });
    await makeOrders(office.db, systemTime, [office.utilityId]);
    await page.reload();
    const rows = page.locator('.registers-table tbody tr');
    await page.getByText(`共 ${before + 3} 项`).waitFor();
    await page.getByRole('searchbox', { name: '编号、名称、位置或持证人' }).fill('云栖里');
    await rows.nth(2).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(2);

    // in five months, and never cleaned in time: an order is in hand
    expect(await rows.filter({ hasText: 'YX-002' }).locator('td').nth(6).textContent()).toMatch(
      /^(\d{4}-)?\d\d-\d\d 00:00$/,
    );
    await rows.filter({ hasText: 'YX-001' }).getByRole('link', { name: '办理中' }).waitFor();

    await page.getByRole('link', { name: 'YX-002' }).click();
    const aside = page.getByRole('complementary', { name: '云栖里 2 号水箱' });
    await aside.getByText('二次供水服务规范 3.定期清洗').waitFor();
    await aside.getByText('每 6 个月一次').waitFor();
    await aside.getByText('还没有生成过工单').waitFor();
    await sound(page);
    await picture(page, 'registers-coming');

    await page.getByRole('link', { name: 'YX-001' }).click();
    const other = page.getByRole('complementary', { name: '云栖里 1 号水箱' });
    const order = other.locator('a[href^="/orders/"]');
    await order.waitFor();
    const number = await order.textContent();
    await picture(page, 'registers-orders');
    await order.click();
    await page.locator('.order-head', { hasText: number ?? '' }).waitFor();
    const why = page.getByRole('region', { name: '规章要求的职责' });
    await why.getByText('二次供水服务规范 3.定期清洗').waitFor();
    await picture(page, 'registers-order');
    await why.getByRole('link', { name: '云栖里 1 号水箱' }).click();
    await page.getByRole('complementary', { name: '云栖里 1 号水箱' }).waitFor();

    const desk = await office.open('wangfang', `/registers?id=${held.thingId}`);
    const certificate = desk.getByRole('complementary', { name: '电工证' });
    await certificate.getByText('已过期 5 天').waitFor();
    expect(await desk.getByText(NUMBER).count()).toBe(0);
    await certificate.getByRole('button', { name: '显示全号' }).click();
    await certificate.getByText(NUMBER).waitFor();
    await sound(desk);
    await picture(desk, 'registers-certificate');
  }, 120_000);
});
