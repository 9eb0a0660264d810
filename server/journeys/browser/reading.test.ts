/** Rulebooks as pages: read beside their text, calculated side by side, and how much of the sources is executed. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Look, type Office, openOffice, picture, sound } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

const open = (path: string, look?: Look): Promise<Page> => office.open('liqian', path, look);

describe('a rulebook beside its text', () => {
  it('opens at the one in force, is searched, filtered and walked through with keys; a clause has an address', async () => {
    const page = await open('/rulebook');
    await page.getByRole('heading', { name: '湖城水务（虚构） 2026.1' }).waitFor();
    await sound(page);
    await page.goto(`${office.server.url}/rulebook/browse?pack=liaocheng&clause=L-037`);
    const side = page.locator('.browse-side');
    await side.getByText('集团产权井盖丢失 12 小时，夜间照计（L-037）').waitFor();
    expect(await side.locator('.entry-cases .chosen').textContent()).toContain('12 小时');
    expect(await page.locator('.clause-run[aria-current]').textContent()).toBe('井盖丢失、损坏的事件（集团产权）');
    await picture(page, 'browse');
    await sound(page);
    await page.keyboard.press('j');
    await side.getByRole('heading', { name: 'L-038' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await side.getByRole('heading', { name: 'L-036' }).waitFor();
    // words of the entry find its clause: the text says 消火栓, the entry 12 小时
    await page.getByLabel('在原文和条目里找').fill('消火栓故障 ');
    await page.getByText(/^\d+ \/ 109 条$/).waitFor();
    await page.locator('[data-mark="L-039"]').click();
    await side.getByRole('heading', { name: 'L-039' }).waitFor();
    await page.goto(`${office.server.url}/rulebook/browse?pack=liaocheng&flag=unconfirmed&section=limits`);
    await side.getByRole('link', { name: '“第一时间”' }).click();
    await side.getByText('原文未给时长；暂按 10 分钟，待用户确认。').waitFor();
    expect(await side.getByText('待确认').count()).toBeGreaterThan(0);
    await sound(page);
  });

  it('is reached from the clock of an order, and stands on a phone and in English', async () => {
    const [one] = await office.db.admin<{ id: number }>(
      `select order_id as id from work_orders.clock where clock_id = 'finish' and stopped_at is null order by 1 limit 1`,
    );
    const page = await open(`/orders/${one?.id}`);
    await page.locator('.clock-row:visible', { hasText: '办理' }).first().click();
    await page.getByRole('link', { name: /^在规章原文中看/ }).click();
    await page.locator('.clause-run[aria-current]').first().waitFor();
    const phone = await open('/rulebook/browse?pack=liaocheng&clause=L-020', {
      width: 390,
      height: 844,
      english: true,
    });
    await phone.getByRole('heading', { name: 'L-020' }).waitFor();
    await phone.getByText('1 working hour').waitFor();
    await sound(phone);
  });
});

describe('the calculator', () => {
  it('puts rulebooks side by side, asks what makes a difference, and opens to the reasons; the link keeps all of it', async () => {
    const page = await open('/rulebook/calculate?packs=["liaocheng","jinan"]&at=2026-03-02T02:00:00Z');
    await page.getByLabel('事件').fill('管道漏水');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const finished = page.getByRole('row').filter({ has: page.getByRole('button', { name: '处理完毕' }) });
    await finished.getByText('03-03 10:00').waitFor();
    // only what the clauses of a leak look at
    await page.getByLabel('管径 DN').fill('600');
    expect(await page.getByLabel('产权').count()).toBe(0);
    await page.getByLabel('抢修开始').fill('2026-03-02 12:00');
    await page.keyboard.press('Enter');
    const repaired = page.getByRole('row').filter({ has: page.getByRole('button', { name: '修复' }) });
    await repaired.getByText('03-04 12:00').waitFor();
    await repaired.getByRole('button').click();
    await page.locator('.reasons').getByText('起算').first().waitFor();
    await picture(page, 'calculate');
    await sound(page);
    await page.reload();
    await page.locator('.comparison').getByText('03-04 12:00').waitFor();
    const dark = await open('/rulebook/calculate?event=pipe-leak&at=2026-03-02T02:00:00Z', { dark: true, width: 390 });
    await dark.locator('.comparison .due-cell').first().waitFor();
    await sound(dark);
  });
});

describe('the coverage board', () => {
  it('says how much is executed, by source; a figure lists its clauses, each leads to its text', async () => {
    const page = await open('/rulebook/coverage', { width: 1440, height: 900 });
    await page.getByRole('heading', { name: /^原文 1006 条，已执行 \d+ 条（[\d.]+%）$/ }).waitFor();
    const row = page.getByRole('row').filter({ hasText: '聊城水务集团供水服务管理办法' });
    const n = Number(await row.locator('td.end a').first().textContent());
    await picture(page, 'coverage');
    await sound(page);
    await row.locator('td.end a').first().click();
    await page.getByText(`${n} / 1006 条`).waitFor();
    expect(await page.locator('.coverage-clauses tbody tr').count()).toBe(Math.min(n, 100));
    const file = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
    expect(file).toBe('/api/regulations/coverage/file?source=L&state=executed');
    await page.getByRole('link', { name: 'L-048', exact: true }).click();
    await page.locator('.browse-side').getByRole('heading', { name: 'L-048' }).waitFor();
    const english = await open('/rulebook/coverage?state=waiting', { english: true, dark: true, width: 1000 });
    await english.getByRole('heading', { name: /^Of 1006 clauses/ }).waitFor();
    await sound(english);
  });
});
