/** 回访 in the office, by keyboard from the list to the closed order; and the page a customer rates on. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, picture, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  // whatever hour it is, somebody may be called, and customers come to this server
  await office.db.admin(
    `update work_orders.work_order set facts = facts || '{"contact-at-night": true}' where state = 'awaiting-call-back'`,
  );
  await office.db.admin(
    `insert into call_backs.setting (utility_id, tries, spacing_minutes, low, follow_up_hours, channels, link_days, change_hours, address, changed_by, changed_at)
     select utility_id, 1, 1, '{dissatisfied,very-dissatisfied}', 24, '{phone,web,wechat,counter,visit,letter,hotline-12345}', 7, 24, $2, staff_id, now()
     from identity.staff where utility_id = $1 order by staff_id limit 1`,
    [office.utilityId, office.server.url],
  );
}, 180_000);

const begin = async (page: Page): Promise<void> => {
  await page.locator('.call-backs .queue-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^开始回访/ }).waitFor();
};

describe('the desk of call-backs', () => {
  it('is worked by keyboard: a call taken, rated low and closed; another not reached', async () => {
    const page = await office.open('tianhua', '/call-backs');
    await begin(page);
    await sound(page);
    await picture(page, 'call-backs-list');
    await page.keyboard.press('c');
    await page.locator('.call-phone a[href^="tel:"]').waitFor();
    await page.getByText('您对这次服务的评价是').waitFor();
    // reached is chosen by a space, the rest by Tab and arrows
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: '满意度' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let level = 0; level < 3; level += 1) await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: '不满意', exact: true }).isChecked()).toBe(true);
    await sound(page);
    await picture(page, 'call-backs-call');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已登记').first().waitFor();

    await page.getByRole('tab', { name: /^待整改 1/ }).click();
    await page.locator('.call-backs .queue-row').first().click();
    await page.getByRole('button', { name: '由我负责' }).click();
    await page.locator('.call-body dd', { hasText: '田华' }).waitFor();
    await sound(page);
    await picture(page, 'call-backs-low');
    await page.getByRole('button', { name: '说明情况' }).click();
    await page.getByLabel('已作说明，不重办的理由').fill('水价由政府核定，已当面说明');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已说明').first().waitFor();
  }, 120_000);

  it('asks who was not reached by a link, which he answers on his phone', async () => {
    const page = await office.open('tianhua', '/call-backs', { width: 390, height: 844, dark: true });
    await page.locator('.call-backs .queue-row').first().click();
    await page.getByRole('button', { name: /^开始回访/ }).click();
    await page.getByRole('radio', { name: '未接通' }).check();
    await page.getByRole('radio', { name: '无人接听' }).check();
    await sound(page);
    await picture(page, 'call-backs-narrow-dark', true);
    const number = await page.locator('.call-head p').textContent();
    await page.getByRole('button', { name: /^登记/ }).click();
    await page.getByText('已登记').first().waitFor();
    await page.goto(`${office.server.url}/call-backs?tab=unreached`);
    await page.locator('.call-backs .queue-row').first().click();
    await page.getByRole('button', { name: '办结' }).click();
    await page.getByText('没有打不通的').waitFor();

    const [told] = await office.db.admin<{ link: string }>(
      `select variables ->> 'link' as link from notices.telling where event = 'satisfaction-asked' order by telling_id desc limit 1`,
    );
    const link = new URL(told?.link ?? '');
    const phone = await office.stranger(link.pathname, { width: 390, height: 844 });
    await phone.getByRole('heading', { name: '您对我们这次的服务满意吗？' }).waitFor();
    expect(await phone.locator('header').textContent()).toContain((number ?? '').split(' ')[0]);
    await sound(phone);
    await picture(phone, 'rating');
    await phone.getByRole('radio', { name: '非常满意', exact: true }).check();
    await phone.getByLabel('意见和建议（可不填）').fill('来得很快');
    await phone.getByRole('button', { name: '提交评价' }).click();
    await phone.getByText('您的评价：非常满意').waitFor();
    await sound(phone);
    await picture(phone, 'rating-thanks');
    await phone.getByRole('link', { name: 'English' }).click();
    await phone.getByRole('heading', { name: 'How satisfied are you with our service?' }).waitFor();
    await sound(phone);
    await picture(phone, 'rating-en');
  }, 120_000);

  it('is arranged by managers, in English too', async () => {
    const page = await office.open('liqian', '/call-backs', { english: true });
    await page.getByLabel('Tries at most').fill('4');
    await page.getByLabel('Script').fill('Hello {phone}');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The script has no blank “phone”').waitFor();
    await page.getByLabel('Script').fill('Hello, {utility} here about {number}.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').first().waitFor();
    await sound(page);
    await picture(page, 'call-backs-settings');
  }, 60_000);
});
