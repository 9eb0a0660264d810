/** 比较、草案: two rulebooks beside each other; a draft edited, submitted and approved by a second person, by the screens. */
import { beforeAll, expect, it, vi } from 'vitest';
import { type Office, openOffice, picture, sound } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 240_000);

it('compares two rulebooks in plain words, narrowed by text', async () => {
  const page = await office.open('liqian', '/rulebook');
  await page.getByRole('link', { name: '比较' }).click();
  await page.getByText('选择乙，就能看到').waitFor();
  await page.getByLabel('乙（后来的）').click();
  await page.getByLabel('乙（后来的）').fill('jinan');
  await page.keyboard.press('Enter');
  await page.locator('.difference-text').first().waitFor();
  await picture(page, 'compare');
  await sound(page);
  await page.getByLabel('查找文字、条款').fill('办理：');
  await page.waitForFunction(
    "[...document.querySelectorAll('.difference-text')].every((one) => one.textContent.includes('办理：'))",
  );
  expect(await page.locator('.difference-text').count()).toBeGreaterThan(0);
});

it('edits a value beside its article, refuses nonsense with file and line, and is approved by another', async () => {
  const page = await office.open('liqian', '/rulebook/drafts');
  await page.getByLabel('改什么').fill('派发 3 分钟');
  await page.getByLabel('新版本号').fill('2099.1');
  await picture(page, 'new');
  await page.getByRole('button', { name: '开始起草' }).click();
  await page.getByRole('heading', { name: '派发 3 分钟' }).waitFor();
  await page.locator('nav .redating-row[aria-current]').filter({ hasText: '派发 3 分钟' }).waitFor({ timeout: 5_000 });
  await page.getByLabel('按名称、条款、编号查找条目').fill('dispatch');
  await page.locator('.draft-entry').filter({ hasText: '时限' }).first().click();
  const limit = page.locator('#edit-clocks-dispatch-within');
  await limit.fill('3 分');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByText(/amended\.yaml:\d+/)
    .waitFor();
  await picture(page, 'refused');
  await limit.fill('3 min');
  await page.keyboard.press('Enter');
  await page.getByText('派发：5 分钟 → 3 分钟').waitFor();
  await page
    .getByText(/影响 \d+ 张在办工单/)
    .first()
    .waitFor();
  await picture(page, 'draft');
  await sound(page);
  await page.getByLabel('依据').fill('供水〔2026〕9 号');
  await page.getByRole('button', { name: '提交批准' }).click();
  await page.getByText('写过这份草案的人不能批准').waitFor();
  const other = await office.open('fanlei', new URL(page.url()).pathname + new URL(page.url()).search);
  await other.getByRole('button', { name: '批准', exact: true }).waitFor();
  await picture(other, 'decide');
  await sound(other);
  await other.getByRole('button', { name: '批准', exact: true }).click();
  await other.getByText(/批准，自 \d{4}-\d\d-\d\d 起施行/).waitFor();
});
