/** 告知 in the office: what was told and why it waits, the desk of what was not delivered, templates as they will be read. */
import { beforeAll, describe, expect, it } from 'vitest';
import { notify, sendNotices } from '../../modules/notices/index.ts';
import { controllableTime, systemTime } from '../../platform/clock.ts';
import { DAY } from '../../values/instant.ts';
import { type Office, openOffice, picture, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

const NUMBER = 'GS202611260018';
const tell = (key: string, more: Partial<Parameters<typeof notify>[2]> = {}, time = systemTime) =>
  office.db.transaction(office.utilityId, (tx) =>
    notify(tx, time, {
      event: 'order-received',
      key,
      urgent: true,
      channels: ['sms'],
      recipients: [{ kind: 'customer', name: '王小明', phone: '13812344127' }],
      variables: { number: NUMBER, matter: { zh: '水压低', en: 'low pressure' } },
      ...more,
    }),
  );
const gateway = (refused: number) =>
  office.db.admin(
    `insert into notices.gateway (utility_id, channel, provider, options, changed_at)
     values ($1, 'sms', 'simulator', jsonb_build_object('refused', $2::int, 'silent', 0, 'reportsWithin', 0, 'undelivered', 0), now())
     on conflict (utility_id, channel) do update set options = excluded.options`,
    [office.utilityId, refused],
  );
const send = () => sendNotices(office.db, systemTime, [office.utilityId]);

describe('notices', () => {
  it('are listed with how far they came; what was not delivered is gone on with by keyboard', async () => {
    await gateway(2);
    await tell('dead', { clauses: ['J-166'] });
    await tell('dead too', { recipients: [{ kind: 'customer', name: '李红', phone: '13912344555' }] });
    await send();
    await gateway(0);
    const [order] = await office.db.admin<{ id: number }>(
      `select order_id as id from work_orders.work_order where closed_at is null order by 1 desc limit 1`,
    );
    await tell('sent', order ? { orderId: order.id } : {});
    await send();
    const night = Date.parse(`${new Date(systemTime.now() + DAY).toISOString().slice(0, 10)}T23:00:00+08:00`);
    await tell('night', { urgent: false }, controllableTime(night));
    await tell('slip', {
      event: 'stop-user',
      channels: ['slip'],
      proof: true,
      variables: { account: '100200300', reason: '欠费', from: '12月8日 9:00' },
    });

    const its = await office.open('liqian', `/orders/${order?.id}`);
    const told = its.getByRole('region', { name: '告知记录' });
    await told.getByText('短信').first().waitFor();
    await picture(its, 'notices-order');
    await told.getByRole('link', { name: '受理告知' }).first().click();
    await its.getByRole('complementary', { name: '受理告知' }).waitFor();
    await its.context().close();

    const page = await office.open('liqian', '/notices');
    const rows = page.locator('.notices-table tbody tr');
    await rows.nth(4).waitFor();
    await rows.filter({ hasText: '静默时段' }).waitFor();
    await rows.filter({ hasText: '待送达证明' }).waitFor();
    expect(await page.getByText('13812344127').count()).toBe(0);
    await rows.filter({ hasText: '静默时段' }).getByRole('link', { name: '受理告知' }).click();
    const aside = page.getByRole('complementary', { name: '受理告知' });
    await aside.getByText('22:00 至 08:30 不打扰客户').waitFor();
    await aside.getByText('管网抢修服务规范 7.反馈到位').first().waitFor();
    await aside.getByText(`您反映的水压低已受理，单号${NUMBER}`).waitFor();
    await sound(page);
    await picture(page, 'notices-waits');

    const desk = await office.open('wangfang', '/notices/desk');
    await desk.getByText('未送达 2 条，不明 0 条').waitFor();
    await desk.locator('.notices-table a.opens').first().waitFor();
    await desk.keyboard.press('j');
    await desk.keyboard.press('Enter');
    const dead = desk.getByRole('complementary', { name: '受理告知' });
    await dead.getByText('网关拒绝').waitFor();
    await dead.getByRole('button', { name: '电话告知' }).waitFor();
    await sound(desk);
    await picture(desk, 'notices-desk');
    await desk.keyboard.press('t');
    await desk.getByRole('dialog').getByLabel('情况').fill('已告知本人');
    await picture(desk, 'notices-telephone');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('未送达 1 条，不明 0 条').waitFor();
    await dead.getByText('人工送达').waitFor();
    await dead.getByRole('button', { name: '显示全号' }).click();
    await dead.getByText('13912344555').waitFor();
    await desk.getByRole('button', { name: '客户偏好' }).click();
    const asked = desk.getByRole('dialog', { name: '客户偏好' });
    await asked.getByLabel('号码、邮箱或微信号').fill('13912344555');
    await desk.keyboard.press('Enter');
    await asked.getByLabel('短信').check();
    await sound(desk);
    await picture(desk, 'notices-preference');
    await asked.getByRole('button', { name: '保存' }).click();
    await desk.getByText('已登记').waitFor();
    const [row] = await office.db.admin(`select recipient, refused from notices.preference`);
    expect(row).toEqual({ recipient: 'phone:13912344555', refused: ['sms'] });
    // the other one is sent again, and this time it goes
    await desk.locator('.notices-table a.opens').first().click();
    await desk.getByRole('button', { name: '重发' }).waitFor();
    await desk.keyboard.press('r');
    await desk.getByText('没有未送达的告知').waitFor();
  }, 120_000);

  it('have templates that are seen as they will be read, in both languages, dark and on a phone', async () => {
    const page = await office.open('liqian', '/notices/templates?event=order-received&channel=sms');
    const body = page.getByLabel('正文');
    await body.fill('{{称呼}}您好，已受理。');
    await page.getByText('必填，还没有写上').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('模板必须写上“单号”').waitFor();
    await body.press('End');
    await page.getByRole('button', { name: '单号', exact: true }).click();
    await page.locator('.template-message').getByText('王先生您好，已受理。GS202611260018').waitFor();
    await page.getByText('24 个字符，计 1 条短信').waitFor();
    await sound(page);
    await picture(page, 'notices-template');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('第 1 版').waitFor();

    const english = await office.open('liqian', '/notices/templates?event=order-received&channel=email&language=en', {
      english: true,
      dark: true,
    });
    await english.getByText('What the customer reads (samples)').waitFor();
    await english.locator('.template-message').getByText('Dear Mr Wang').waitFor();
    await sound(english);
    await picture(english, 'notices-template-english-dark');

    const phone = await office.open('liqian', '/notices', { width: 390, height: 844 });
    await phone.locator('.notices-table tbody tr').first().waitFor();
    await sound(phone);
    await picture(phone, 'notices-phone');
  }, 120_000);
});
