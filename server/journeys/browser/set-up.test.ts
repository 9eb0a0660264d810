/** 开通 in a browser: from the link of the console to the first sign-in at a desk. */
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWaiting } from '../../modules/imports/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { writeTable } from '../../platform/tables/write.ts';
import { arrange, ask, freshToken, PASSWORD, STAFF, UNITS } from '../set-up/testing.ts';
import { barriers, type Office, openOffice, picture, thrown } from './testing.ts';

let office: Office;
let over = false;
let running: Promise<void>;
beforeAll(async () => {
  office = await openOffice({ empty: true });
  // imports are a worker's: here it looks for them now and then
  running = (async () => {
    while (!over) {
      await runWaiting(office.db, systemTime, [1, 2]).catch(() => 0);
      await sleep(200);
    }
  })();
}, 300_000);
afterAll(async () => {
  over = true;
  await running;
});

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const workbook = async (name: string, rows: string[][]) => ({
  name,
  mimeType: XLSX,
  buffer: await buffer(writeTable(rows, { format: 'xlsx' })),
});

describe('setting up in the browser', () => {
  it('leads the first administrator from the link to finished, and can be left and gone on with', async () => {
    const page = await office.stranger(`/set-up#${await freshToken(office.db.url)}`);
    const shot = async (name: string) => {
      expect(await barriers(page)).toEqual([]);
      await picture(page, `set-up-${name}`, true);
    };
    await page.getByLabel('企业名称').fill('临湖供水集团');
    await page.getByRole('button', { name: '开通并登录' }).click();
    await page.getByText('请填写：代码').waitFor();
    await page.getByLabel('代码').fill('Lin Hu');
    await page.getByLabel('所在地区').fill('山东省临湖市');
    await page.getByLabel('所在单位').fill('运营管理部');
    await page.getByLabel('姓名').fill('贺文');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再输一次密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText(/代码“Lin Hu”不对/).waitFor();
    await shot('begin');
    await page.getByLabel('代码').fill('linhu');
    await page.keyboard.press('Enter');

    // where it is not finished it begins
    await page.getByRole('heading', { name: '单位', exact: true }).waitFor();
    await page.getByLabel('选择表格', { exact: true }).setInputFiles(await workbook('单位.xlsx', UNITS));
    await page.getByRole('button', { name: /预检/ }).click();
    await page.getByText('预检结果（没有写入）').waitFor();
    await page.getByRole('button', { name: /开始导入/ }).click();
    await page.getByText('导入结果').waitFor();
    await page.getByRole('cell', { name: '管线管理所' }).waitFor();
    await shot('units');
    await page.getByRole('link', { name: /下一步：片区/ }).click();
    await page.getByRole('textbox', { name: '片区名称' }).fill('城东');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: '城东' }).waitFor();
    await shot('districts');

    await page.getByRole('link', { name: /下一步：人员/ }).click();
    const wrong = [...STAFF, ['zhou', '周某', '厨师', '食堂', '', '']];
    await page.getByLabel('选择表格', { exact: true }).setInputFiles(await workbook('人员.xlsx', wrong));
    await page.getByRole('button', { name: /预检/ }).click();
    await page.getByText(/厨师/).waitFor();
    await shot('staff-tried');
    await page.getByRole('button', { name: /开始导入/ }).click();
    await page.getByText('导入结果').waitFor();
    await page.getByRole('button', { name: '生成初始密码' }).click();
    await page.getByText('只在这里显示一次').waitFor();
    const given = await page
      .locator('.set-up-passwords tr')
      .filter({ hasText: 'wangfang' })
      .locator('code')
      .textContent();
    await shot('staff');

    // left, and gone on with elsewhere
    const { cookie } = await office.server.signIn('admin', PASSWORD);
    expect(cookie).not.toBe('');
    await page.goto(`${office.server.url}/orders`);
    await page.getByRole('heading', { name: '规章' }).waitFor();
    await page.getByRole('radio', { name: /聊城水务集团/ }).check();
    await page.getByText(/规章提到 \d+ 个单位/).waitFor();
    await shot('rulebook');
    await page.getByRole('link', { name: /下一步：待确认事项/ }).click();
    await page.getByRole('button', { name: /其余 \d+ 项/ }).click();
    const promptly = page.getByRole('textbox', { name: '及时：时限' });
    await promptly.fill('半小时');
    await page.getByRole('button', { name: '改为此值 及时' }).click();
    await page.getByRole('alert').filter({ hasText: '半小时' }).waitFor();
    await promptly.fill('20 min');
    await page.getByRole('button', { name: '改为此值 及时' }).click();
    await page.getByText('已修改').waitFor();
    await shot('limits');
    await page.getByRole('button', { name: '照此确认 第一时间' }).click();
    await page.getByText('待确认 0 项').waitFor();
    await page.getByRole('link', { name: /下一步：办公时间/ }).click();
    await page.getByLabel('时段').first().fill('08:30-12:00 13:30-17:30');
    await shot('hours');
    await page.getByRole('button', { name: '确认办公时间' }).click();
    await page.getByText('已确认').waitFor();
    await page.getByRole('link', { name: /下一步：完成/ }).click();
    await shot('finish');
    await page.getByRole('button', { name: '完成开通，开始使用' }).click();
    await page.waitForURL('**/orders**');

    const desk = await office.stranger('/');
    await desk.getByLabel('用户名').fill('wangfang');
    await desk.getByLabel('密码').fill(given ?? '');
    await desk.keyboard.press('Enter');
    // the password becomes his own before anything else
    await desk.getByText('新密码', { exact: true }).first().waitFor();
    expect(thrown()).toEqual([]);
  }, 240_000);

  it('says in English what an old link is; lets choose between utilities at sign-in', async () => {
    const late = await office.stranger(`/set-up#${'x'.repeat(43)}`, { english: true });
    await late.getByText(/The set-up link has expired/).waitFor();
    await picture(late, 'set-up-late');
    const token = await arrange(office.server, 'dongshan');
    const english = await office.stranger('/', { english: true });
    await english.getByLabel('Username').fill('wangfang');
    await english.getByLabel('Password').fill(PASSWORD);
    await english.keyboard.press('Enter');
    await english.getByRole('alert').filter({ hasText: 'Choose the utility' }).waitFor();
    expect(await barriers(english)).toEqual([]);
    await picture(english, 'set-up-choose');
    await english.getByLabel('Utility').selectOption('dongshan');
    await english.getByRole('button', { name: 'Sign in' }).click();
    // his first password, which he changes now
    await english.getByText('New password', { exact: true }).first().waitFor();
    await ask(office.server, 'POST', '/api/set-up/finish', { token, body: {} });
    const context = english.context();
    await context.clearCookies();
    await english.goto(`${office.server.url}/`);
    await english.getByLabel('Utility').selectOption('dongshan');
    await english.getByLabel('Username').fill('admin');
    await english.getByLabel('Password').fill(PASSWORD);
    await english.keyboard.press('Enter');
    await english.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'More' }).click();
    await english.getByRole('menuitem', { name: 'Units and staff' }).click();
    await english
      .locator('.set-up-steps')
      .getByRole('link', { name: /^Staff/ })
      .click();
    await english.getByRole('button', { name: 'Add a person' }).click();
    await english.getByRole('group', { name: 'Roles' }).waitFor();
    expect(await barriers(english)).toEqual([]);
    await picture(english, 'set-up-people-en');
    expect(thrown()).toEqual([]);
  }, 120_000);
});
