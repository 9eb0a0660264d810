/** 我的账号、人员、审计日志: a second factor set up and asked for, people cared for, the log looked through, by keyboard and by eye. */
import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, DEMO_PASSWORD, type Office, openOffice, picture, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 300_000);

/** As an authenticator app counts. */
function codeOf(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('a second factor', () => {
  it('is due where the utility asks for it, set up with a picture, and asked for at the next sign-in', async () => {
    await office.db.admin(
      `insert into identity.sign_in_policy (utility_id, second_factor_roles) values ($1, '{administrator}')`,
      [office.utilityId],
    );
    const page = await office.open('admin', '/orders');
    await page.getByText('请先启用，然后才能使用').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'account-due');
    await page.getByRole('button', { name: '启用双因素验证' }).click();
    await page.getByLabel('请输入密码确认').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.factor-code svg').first().waitFor();
    const secret = ((await page.locator('.factor-code code').textContent()) ?? '').replaceAll(' ', '');
    expect(await page.locator('.factor-codes li').count()).toBe(10);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'account-factor');
    await page.getByLabel('输入验证器现在显示的六位数字').fill(codeOf(secret));
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await page.context().close();

    const again = await office.stranger('/staff');
    await again.getByLabel('用户名').fill('admin');
    await again.getByLabel('密码').fill(DEMO_PASSWORD);
    await again.keyboard.press('Enter');
    await again.getByText('请输入手机验证器中的六位数字，或一个恢复码').waitFor();
    expect(await barriers(again)).toEqual([]);
    await picture(again, 'sign-in-code');
    await again.getByLabel('验证码').fill('12');
    await again.keyboard.press('Enter');
    await again.getByText('验证码不正确').waitFor();
    await again.getByLabel('验证码').fill(codeOf(secret, 1));
    await again.keyboard.press('Enter');
    await again.getByRole('heading', { name: '人员', exact: true }).waitFor();
    await office.db.admin('delete from identity.sign_in_policy');
    expect(thrown()).toEqual([]);
  }, 120_000);
});

describe('the pages of an administrator', () => {
  it('show who is locked and unlock him, give a new password, and set what the utility asks for', async () => {
    await office.db.admin(`update auth."user" set two_factor_enabled = false`);
    await office.db.admin(
      `insert into auth.attempt (kind, key, failures, last_at, locked_until)
       values ('account', 'sunjie@hucheng', 5, now(), now() + interval '10 minutes')`,
    );
    const page = await office.open('admin', '/staff');
    await page.getByText(/锁定至/).waitFor();
    await page.getByRole('heading', { name: '登录设置' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'staff');
    await page.locator('tr', { hasText: 'sunjie' }).getByRole('button').click();
    await page.getByRole('button', { name: '解锁' }).click();
    await page
      .getByText(/锁定至/)
      .first()
      .waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '重置密码' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
    const password = (await page.locator('.staff-password code').textContent()) ?? '';
    expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    await page.locator('tr', { hasText: 'sunjie' }).getByText('待改密码').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'staff-one');
    await page.context().close();

    const his = await office.stranger('/orders', { english: true });
    await his.getByLabel('Username').fill('sunjie');
    await his.getByLabel('Password').fill(password);
    await his.keyboard.press('Enter');
    await his.getByText('An administrator has set your password').waitFor();
    await his.getByLabel('Current password').fill(password);
    await his.getByLabel('New password', { exact: true }).fill('one of my own');
    await his.getByLabel('New password again').fill('one of my own');
    await his.keyboard.press('Enter');
    await his.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(thrown()).toEqual([]);
  }, 120_000);

  it('show the phones somebody works with, and cut one off that is lost', async () => {
    const { token } = await office.server.signIn('chenliguo', DEMO_PASSWORD);
    const device = { deviceId: crypto.randomUUID(), secret: 'a secret of the phone, 32 or more', name: '陈立国的手机' };
    const contact = () =>
      fetch(`${office.server.url}/api/sync`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify({
          ...device,
          secret: device.secret.replaceAll(/[ ,]/g, '-'),
          sentAt: new Date(),
          commands: [],
        }),
      });
    expect(await (await contact()).json()).toMatchObject({ wipe: false });
    const page = await office.open('admin', '/staff');
    await page.locator('tr', { hasText: 'chenliguo' }).getByRole('button').click();
    const phones = page.getByRole('region', { name: '手机终端' });
    await phones.getByText('陈立国的手机').waitFor();
    await phones.getByRole('button', { name: '挂失' }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '挂失' }).click();
    await phones.getByText(/^已于 .* 挂失，等它联网时清除$/).waitFor();
    await picture(page, 'staff-phone');
    expect(await phones.getByRole('button').count()).toBe(0);
    expect((await contact()).status).toBe(401);
    await page.context().close();
  }, 60_000);

  it('show at an order what is doubtful about what a phone sent', async () => {
    const [order] = await office.db.admin<{ id: string; number: string; username: string; lon: number; lat: number }>(
      `select o.order_id as id, o.number, s.username, o.lon, o.lat from work_orders.work_order o
       join identity.staff s on s.staff_id = o.handler_id where o.state = 'in-progress' and o.lon is not null limit 1`,
    );
    if (!order) throw new Error('nobody works on anything');
    const { token } = await office.server.signIn(order.username, DEMO_PASSWORD);
    const now = new Date();
    const answer = await fetch(`${office.server.url}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        ...{ deviceId: crypto.randomUUID(), secret: crypto.randomUUID(), sentAt: now },
        commands: [
          {
            ...{ id: crypto.randomUUID(), order: Number(order.id), command: 'note', body: { text: '现场已围挡' } },
            ...{ occurredAt: now, deviceAt: new Date(now.getTime() - 600_000) },
            position: { lon: order.lon + 0.02, lat: order.lat, accuracy: 8 },
          },
        ],
      }),
    });
    expect(await answer.json()).toMatchObject({ results: [{ outcome: 'applied', flags: ['far', 'clock'] }] });
    const page = await office.open('admin', `/orders/${order.id}`);
    const row = page.locator('.time-row', { hasText: '现场已围挡' });
    await row.getByText('离工单位置过远').waitFor();
    await row.getByText('手机时钟有误').waitFor();
    await picture(page, 'order-doubts');
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('add somebody new and change what is known of him; the log says who got and lost which role', async () => {
    const page = await office.open('admin', '/staff');
    await page.getByRole('button', { name: '添加人员' }).click();
    const form = page.locator('.person-form');
    await form.getByLabel('姓名').fill('新来的');
    await form.getByLabel('用户名').fill('SunJie');
    await form.getByLabel('单位', { exact: true }).selectOption({ index: 1 });
    await form.getByLabel('坐席', { exact: true }).check();
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('“sunjie”已经有了').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'staff-new');
    await form.getByLabel('用户名').fill('xinlai');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '新来的' }).waitFor();
    await page.locator('tr', { hasText: 'xinlai' }).getByText('没有密码').waitFor();
    await page.getByRole('button', { name: '修改资料' }).click();
    expect(await form.getByLabel('坐席', { exact: true }).isChecked()).toBe(true);
    await form.getByLabel('坐席', { exact: true }).uncheck();
    await form.getByLabel('审单员', { exact: true }).check();
    await picture(page, 'staff-edit');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.locator('tr', { hasText: 'xinlai' }).getByText('审单员').waitFor();
    await page.goto(`${office.server.url}/audit?kind=settings`);
    await page.getByText('授予角色: 审单员').waitFor();
    await page.getByText('取消角色: 坐席').waitFor();
    await picture(page, 'audit-roles');
    expect(thrown()).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('list the audit log, filter it and lead to the order', async () => {
    const page = await office.open('admin', '/audit');
    await page.locator('.audit-table tbody tr').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'audit');
    await page.getByLabel('类别').click();
    await page.locator('.ant-select-item-option', { hasText: '账号' }).click();
    await page.locator('.audit-table td', { hasText: '重置密码' }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBe('account');
    await page.goto(`${office.server.url}/audit?kind=command`);
    await page.locator('.audit-table a').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 CSV' }).click();
    expect((await download).suggestedFilename()).toBe('审计日志.csv');
    await page.locator('.audit-table a').first().click();
    await page.waitForURL(/\/orders\/\d+/);
    await page.context().close();
    const english = await office.open('admin', '/audit', { english: true, dark: true, width: 1280 });
    await english.getByRole('heading', { name: 'Audit log' }).waitFor();
    await english.locator('.audit-table tbody tr').first().waitFor();
    expect(await barriers(english)).toEqual([]);
    await picture(english, 'audit-en-dark');
    expect(await english.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await english.goto(`${office.server.url}/staff`);
    await english.getByRole('heading', { name: 'Signing in', exact: true }).waitFor();
    expect(await barriers(english)).toEqual([]);
    await picture(english, 'staff-en-dark');
    expect(thrown()).toEqual([]);
  }, 120_000);

  it('and everybody sees where he is signed in, on a phone too; a provider stands on the sign-in page', async () => {
    const page = await office.open('liqian', '/account');
    await page.getByText('当前').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'account');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'account-phone');
    await page.context().close();
    await office.db.admin(
      `insert into identity.oidc_provider (utility_id, name, issuer, client_id, match) values ($1, '集团统一认证', 'https://id.example', 'x', 'email')`,
      [office.utilityId],
    );
    const door = await office.stranger('/?sign-in=oidc-unknown-person');
    await door.getByRole('link', { name: '用集团统一认证登录' }).waitFor();
    await door.getByText('没有对应的人员').waitFor();
    expect(await barriers(door)).toEqual([]);
    await picture(door, 'sign-in-provider');
    expect(thrown()).toEqual([]);
  }, 90_000);
});
