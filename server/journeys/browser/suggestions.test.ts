import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadShipped, type Pack, putPack } from '../../modules/regulations/index.ts';
import { DEMO_PASSWORD, type Office, openOffice, sound } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

const suggestion = (page: Page, name: RegExp) => page.locator('.suggestion').filter({ hasText: name });
const kept = () =>
  office.db.admin<Record<string, unknown>>(
    `select event_rank, confirmed_event, confirmed_urgent, confirmed_outcome, place_agrees
     from requests.suggestion order by decided_at desc, request_id desc`,
  );

describe('suggestions at intake', () => {
  it('stand with their reasons as the call is written; one key takes each, and none is taken by itself', async () => {
    const page = await office.open('zhoumin', '/intake');
    await page.getByLabel('反映内容').fill('我们翠湖苑小区停水三天了，家里有老人小孩，没水做饭。');
    await suggestion(page, /停水、无水/)
      .getByText('正文“停水”：停水、断水')
      .waitFor();
    await suggestion(page, /急件/).waitFor();
    expect(await page.getByLabel('故障类别').inputValue()).toBe('');
    expect(await page.getByRole('checkbox', { name: /急件/ }).isChecked()).toBe(false);
    expect(await page.locator('#place').inputValue()).toBe('');
    await sound(page);

    await page.getByLabel('反映内容').focus();
    await page.keyboard.press('Alt+1');
    await suggestion(page, /停水、无水/)
      .getByText('已采用')
      .waitFor();
    expect(await page.getByLabel('故障类别').inputValue()).toBe('停水、无水');
    expect(await page.getByRole('checkbox', { name: /急件/ }).isChecked()).toBe(false);
    const names = await page.locator('.suggestion .name').allTextContents();
    await page.keyboard.press(`Alt+${names.indexOf('急件') + 1}`);
    await page.keyboard.press(`Alt+${names.indexOf('翠湖苑小区') + 1}`);
    expect(await page.getByRole('checkbox', { name: /急件/ }).isChecked()).toBe(true);
    expect(await page.locator('#place').inputValue()).toBe('翠湖苑小区');
    await sound(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/orders\/\d+/);
    expect((await kept())[0]).toMatchObject({
      event_rank: 1,
      confirmed_event: 'no-water',
      confirmed_urgent: true,
      confirmed_outcome: 'open',
      place_agrees: true,
    });
    await page.context().close();
  });

  it('say what is probably another’s duty, and open 不予受理 with that reason', async () => {
    const page = await office.open('zhoumin', '/intake', { width: 1366, height: 768, dark: true });
    await page.getByLabel('反映内容').fill('物业公司恶意停水，因为物业费纠纷断了我家的水。');
    await suggestion(page, /可能不属本单位职责/).click();
    await page.getByRole('dialog').getByRole('radio', { name: '不属本单位职责' }).waitFor();
    expect(await page.getByRole('dialog').getByRole('radio', { name: '不属本单位职责' }).isChecked()).toBe(true);
    await page.context().close();
  });
});

describe('letters nobody has read', () => {
  it('wait in a list; each is classified from its suggestions, and the next one comes', async () => {
    await imported([
      ['11', '河道污染', '养猪场排污到小溪，河水发臭，鱼都死了。'],
      ['12', '翠湖苑水压太低', '翠湖苑18楼水流很细，热水器打不着火。'],
    ]);
    const page = await office.open('zhoumin', '/intake');
    await page.getByRole('tab', { name: /^待阅来信 \d/ }).click();
    await sound(page);
    await page.locator('.letter', { hasText: '翠湖苑水压太低' }).click();
    await page.getByRole('heading', { name: '正在读来信 12' }).waitFor();
    expect(await page.getByLabel('反映内容').getAttribute('readonly')).not.toBeNull();
    await suggestion(page, /水压低/).waitFor();
    await page.keyboard.press('Alt+1');
    await expect.poll(() => page.getByLabel('故障类别').inputValue()).toBe('水压低');
    await sound(page);
    await page.getByRole('button', { name: /^受理并生成工单/ }).click();
    await page.getByRole('heading', { name: '正在读来信 11' }).waitFor();
    await suggestion(page, /可能与供水无关/).click();
    await page.getByLabel('怎样向客户解释').fill('请向生态环境部门反映。');
    await page.getByRole('button', { name: '记为不予受理' }).click();
    await expect.poll(() => page.locator('.letter', { hasText: '河道污染' }).count()).toBe(0);
    await page.getByRole('button', { name: '放下这件' }).click();
    await page.getByRole('heading', { name: '受理诉求' }).waitFor();
    expect((await kept()).slice(0, 2)).toMatchObject([
      { confirmed_outcome: 'irrelevant' },
      { event_rank: 1, confirmed_event: 'low-pressure', confirmed_outcome: 'open' },
    ]);
    await sound(page);
    await page.context().close();
  });
});

async function imported(letters: [id: string, subject: string, body: string][]): Promise<void> {
  const { token } = await office.server.signIn('liqian', DEMO_PASSWORD);
  const rows = letters.map(([id, subject, body]) => `${id}\t2026/2/1 8:00:00\t${subject}\t${body}`);
  const answer = await fetch(`${office.server.url}/api/imports/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'text/tab-separated-values',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${token}`,
    },
    body: ['id\ttime\tsubject\tbody', ...rows].join('\n'),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

describe('whose it is 归属', () => {
  it('is asked for while the caller is on the line, and stands at the order with facts and article', async () => {
    const pack = loadShipped().packs.find((one) => one.pack === 'c21-company-2014') as Pack;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await office.db.transaction(office.utilityId, (tx) => putPack(tx, pack, today, Date.now()));
    const page = await office.open('zhoumin', '/intake');
    await page.getByLabel('反映内容').fill('单元楼道里的水管漏水');
    await page.getByLabel('故障类别').fill('管道漏水');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#place').fill('湖滨东路 18 号');
    await page.getByText('归属：管网管理处').waitFor();
    const answer = async (name: string, value: '是' | '否'): Promise<void> => {
      await page.getByLabel(name).click();
      await page.locator('.ant-select-dropdown:visible').getByText(value, { exact: true }).click();
    };
    await answer('注册水表在楼内的表前设施', '是');
    await page.getByText('归属：表务管理中心').waitFor();
    await page.getByText('因为 注册水表在楼内的表前设施：是').waitFor();
    await answer('质保期内', '是');
    await page.getByText('归属：施工单位').waitFor();
    await sound(page);
    await page.getByLabel('反映内容').focus();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/orders\/\d+/);
    const side = page.locator('aside.right').filter({ hasText: '归属：施工单位' });
    await side.getByText('质保期内：是').first().waitFor();
    await sound(page);
    await page.context().close();
  });
});
