import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

async function typed(page: Page, content: string, event: string): Promise<void> {
  await page.getByLabel('反映内容').fill(content);
  await page.getByLabel('故障类别').fill(event);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('#place').fill('望湖路 8800 号');
  await page.getByLabel('联系方式').fill('129 0000 7001');
  await page.getByLabel('反映人').fill('王女士');
}

describe('who calls again', () => {
  it('is recognised while the call is typed, and the order says so', async () => {
    const page = await office.open('zhoumin', '/intake');
    await page.getByText('填写电话或对上户号后显示').waitFor();
    await typed(page, '望湖路水管漏水', '管道漏水');
    await page.getByText('30 天内同一电话、同一户没有诉求').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/orders\/\d+/);
    await page.locator('.top').getByRole('link', { name: '受理' }).click();
    await typed(page, '还在漏，没有人来', '管道漏水');
    const earlier = page.getByRole('region', { name: '此前来电' });
    await earlier.getByText('同一事项此前反映过').waitFor();
    await earlier.getByText(/在办，未超时/).waitFor();
    await sound(page);
    await page.getByRole('button', { name: /^受理并生成工单/ }).click();
    await page.waitForURL(/\/orders\/\d+/);
    const callers = page.getByRole('complementary', { name: /./ }).last();
    await callers.getByText('重复诉求，此前来电 1 次').waitFor();
    await page.context().close();
  });

  it('has an owner, who hands over with a reason; his colleague finds it', async () => {
    const page = await office.open('zhoumin', '/orders?tab=received');
    await page.locator('.queue-row', { hasText: '望湖路 8800 号' }).filter({ hasText: '重复' }).click();
    const callers = page.getByRole('complementary', { name: /./ }).last();
    await callers.getByRole('button', { name: '移交', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '移交首问责任' });
    await dialog.getByRole('button', { name: /移\s*交/ }).click();
    await expect.poll(() => dialog.getByRole('alert').count()).toBe(2);
    await dialog.getByLabel('同事', { exact: true }).last().fill('李倩');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('事由').fill('交班');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    await callers.getByText('“交班”').waitFor();
    const received = page.getByRole('button', { name: /^我受理的/ });
    await expect.poll(() => received.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => page.locator('.queue-row', { hasText: '望湖路 8800 号' }).count()).toBe(1);
    await sound(page);
    await page.context().close();

    const colleague = await office.open('liqian', '/orders?tab=received');
    await colleague.locator('.queue-row', { hasText: '望湖路 8800 号' }).getByText('重复').waitFor();
    await colleague
      .locator('.top')
      .getByRole('link', { name: /收件箱/ })
      .click();
    await colleague.getByText(/的首问责任移交给您：交班/).waitFor();
    await colleague.context().close();
  });
});

describe('praise', () => {
  it('is registered with thanks, and stands among what was answered', async () => {
    const page = await office.open('zhoumin', '/intake', { width: 1366, height: 768, dark: true });
    await typed(page, '抢修师傅冒雨修好水管', '表扬');
    await page.getByLabel('怎样答谢').fill('谢谢您的鼓励');
    await page.getByRole('button', { name: /^登记并答谢/ }).click();
    await page.getByRole('tab', { name: '已答复' }).click();
    await page.getByText('“谢谢您的鼓励”').waitFor();
    await sound(page);
    await page.context().close();
  });
});
