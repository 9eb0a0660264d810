/** A newer rulebook is put into force, seen as a diff, asked for, granted by another and reverted: in the office. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { HolidayCalendars } from '../../modules/regulations/index.ts';
import { DAY } from '../../values/instant.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';
import { newerVersion } from '../redating/testing.ts';
import { type Office, openOffice, sound } from './testing.ts';

// every open order is evaluated for each preview, on machines that do other things too
vi.setConfig({ testTimeout: 150_000 });

/** What ships: a test publishes another. */
const shipped = vi.hoisted(() => ({ change: (calendars: HolidayCalendars): HolidayCalendars => calendars }));
vi.mock('../../modules/regulations/actions/holiday-calendars.ts', async (original) => {
  const { holidayCalendars } = await original<{ holidayCalendars: () => HolidayCalendars }>();
  return { holidayCalendars: () => shipped.change(holidayCalendars()) };
});

const scratch = mkdtempSync(join(tmpdir(), 'newer-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const TODAY = formatDay(zoneOf('Asia/Shanghai').dayOf(Date.now()));
let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

const under = async (version: string): Promise<number> =>
  Number(
    (
      await office.db.admin<{ n: number }>(
        `select count(*)::int as n from work_orders.work_order o join regulations.pack_version v
           on v.utility_id = o.utility_id and v.hash = o.pack_hash where o.closed_at is null and v.version = $1`,
        [version],
      )
    )[0]?.n,
  );
const file = (name: string, text: string): string => {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
};

describe('re-dating in the office', () => {
  let open: number;

  it('a newer version is checked and put into force; what is wrong in it is told by line', async () => {
    open = await under('2026.1');
    const page = await office.open('liqian', '/redatings');
    await page.getByRole('heading', { name: '新的重新计时' }).waitFor();
    await page.getByText('还没有重新计时').waitFor();
    await page.getByRole('button', { name: '施行新版…' }).click();
    await page.getByRole('button', { name: '检查并施行' }).click();
    await page.getByRole('alert').getByText('请选文件').waitFor();
    await sound(page);
    const good = newerVersion('2026.2', TODAY);
    await page
      .getByLabel('规章包文件')
      .setInputFiles(file('pack.yaml', good.replace('within: 12 h', 'within: 12 hours')));
    await page.getByLabel('依据', { exact: true }).fill('供水〔2026〕9 号');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('1 处有误，没有存入：').waitFor();
    await page
      .getByRole('alert')
      .getByText(/^pack\.yaml:\d+ /)
      .waitFor();
    await page.getByLabel('规章包文件').setInputFiles(file('good.yaml', good));
    await page.getByRole('button', { name: '检查并施行' }).click();
    await page.getByText(`hucheng 2026.2 自 ${TODAY} 起施行`).waitFor();
    await page.getByRole('radio', { name: /hucheng 2026\.2 现行/ }).waitFor();
    expect(await under('2026.2')).toBe(0);
  });

  it('shows what would change as a diff in plain words, each figure with its orders, and asks with a reason', async () => {
    const page = await office.open('liqian', '/redatings');
    await page.getByRole('radio', { name: /hucheng 2026\.2/ }).check();
    await page.getByText(new RegExp(`^在办工单 ${open} 张，\\d+ 张的时限改变`)).waitFor();
    const rules = page.getByRole('table').first().locator('tbody tr');
    const finish = rules.filter({ hasText: '48 小时 → 12 小时' });
    const named = Number(await finish.getByRole('button').textContent());
    expect(named).toBeGreaterThan(0);
    await finish.getByRole('button').click();
    const lines = page.getByRole('table').last().locator('tbody tr');
    // an order that was reopened may have two runs of it
    expect(await lines.getByRole('link').count()).toBe(named);
    const [before, after] = [
      await lines.first().locator('time').first().textContent(),
      await lines.first().locator('time').last().textContent(),
    ];
    expect(Date.parse(`${before}+08:00`) - Date.parse(`${after}+08:00`)).toBe(36 * 3_600_000);
    await lines.first().getByText('提前 36 小时').waitFor();
    await sound(page);
    await page.getByRole('button', { name: /^申请重新计时/ }).click();
    await page.getByRole('alert').getByText('请写明理由').waitFor();
    await page.getByLabel('依据和理由').fill('供水〔2026〕9 号，自今日起');
    await page.keyboard.press('Control+Enter');
    await page.getByText('这是您申请的，须由另一位管理人员审批。').waitFor();
    expect(await page.getByRole('button', { name: '同意并生效' }).count()).toBe(0);
    expect(await under('2026.2')).toBe(0);
    await sound(page);
  });

  it('another manager finds it in his inbox, sees it as it stands, and grants it', async () => {
    const page = await office.open('fanlei', '/inbox');
    const told = page.getByRole('row', { name: /李倩 申请重新计时，待您审批：hucheng 2026\.2/ });
    await told.getByRole('link', { name: '重新计时' }).click();
    await page.getByRole('heading', { name: 'hucheng 2026.2' }).waitFor();
    await page.getByText('与申请时看到的一致。').or(page.getByText('申请之后在办工单有变化')).waitFor();
    await sound(page);
    await page.getByRole('button', { name: '不同意' }).click();
    await page.getByRole('alert').getByText('不同意须写明意见').waitFor();
    await page.getByLabel('审批意见').fill('同意');
    await page.getByRole('button', { name: '同意并生效' }).click();
    await page.getByRole('heading', { name: '生效结果' }).waitFor();
    expect(await under('2026.2')).toBe(open);
    expect(await under('2026.1')).toBe(0);
    await page.getByRole('heading', { name: '换用了的工单' }).waitFor();
    await sound(page);
    await page.locator('section', { hasText: '换用了的工单' }).getByRole('link').first().click();
    await page.locator('.time-row', { hasText: 'hucheng 2026.1 → hucheng 2026.2' }).waitFor();
  });

  it('stands in the history, and is reverted after being asked twice', async () => {
    const page = await office.open('liqian', '/redatings');
    await page.getByRole('link', { name: /hucheng 2026\.2 已生效/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '撤销重新计时' }).click();
    await page.getByRole('button', { name: '不撤销' }).click();
    await page.getByRole('button', { name: '撤销重新计时' }).click();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText(`${open} 张在办工单已回到原来的版本`).waitFor();
    expect(await under('2026.1')).toBe(open);
    await page.getByRole('link', { name: /hucheng 2026\.2 已撤销/ }).waitFor();
    await sound(page);
  });

  it('a holiday calendar that ships changed is asked for, granted and reverted like a version', async () => {
    const days = Array.from({ length: 10 }, (_, n) =>
      formatDay(zoneOf('Asia/Shanghai').dayOf(Date.now() + (n - 3) * DAY)),
    );
    const counted = async () =>
      Number(
        (
          await office.db.admin<{ n: number }>(
            `select count(*)::int as n from work_orders.work_order o join regulations.calendar_in_force f using (utility_id)
             where o.closed_at is null and coalesce(o.calendar_hash, f.first_hash) <> f.first_hash`,
          )
        )[0]?.n,
      );
    const asking = await office.open('liqian', '/redatings');
    await asking.getByRole('radio', { name: /全国，\d{4}–\d{4} 年 现行/ }).check();
    await asking.getByText('没有变化，不需要申请。').waitFor();
    await asking.context().close();
    shipped.change = (calendars) => ({
      cn: (calendars.cn ?? []).map((one) => ({
        ...one,
        off: [...new Set([...one.off, ...days.filter((day) => day.startsWith(`${one.year}-`))])],
        work: one.work.filter((day) => !days.includes(day)),
      })),
    });
    const page = await office.open('liqian', '/redatings');
    await page.getByRole('radio', { name: /全国，.* 有改动，尚未换用/ }).check();
    await page.getByText(new RegExp(`^在办工单 ${open} 张，\\d+ 张的时限改变`)).waitFor();
    await sound(page);
    await page.getByLabel('依据和理由').fill('国办通知，放假安排调整');
    await page.keyboard.press('Control+Enter');
    await page.getByText('这是您申请的，须由另一位管理人员审批。').waitFor();
    const other = await office.open('fanlei', '/redatings');
    await other.getByRole('link', { name: /放假安排 cn 待审批/ }).click();
    await other.getByLabel('审批意见').fill('同意');
    await other.getByRole('button', { name: '同意并生效' }).click();
    await other.getByRole('heading', { name: '生效结果' }).waitFor();
    await other.getByRole('heading', { name: '换用了的工单' }).waitFor();
    expect(await counted()).toBe(open);
    await sound(other);
    await other.getByRole('button', { name: '撤销重新计时' }).click();
    await other.getByText('在办工单和以后受理的工单回到原来的放假安排').waitFor();
    await other.getByRole('button', { name: '确认撤销' }).click();
    await other.getByText(`${open} 张在办工单已回到原来的放假安排`).waitFor();
    expect(await counted()).toBe(0);
    await sound(other);
  });

  it('speaks English, stands in a narrow window and in the dark', async () => {
    const page = await office.open('fanlei', '/redatings', { english: true, dark: true });
    await page.getByRole('radio', { name: /hucheng 2026\.2/ }).check();
    await page.locator('p.lead', { hasText: /^\d+ open orders, the clocks of \d+ change/ }).waitFor();
    await sound(page);
    await page.context().close();
    const narrow = await office.open('fanlei', '/redatings', { width: 800, height: 1000 });
    await narrow.getByRole('radio', { name: /hucheng 2026\.2/ }).check();
    await narrow.locator('p.lead', { hasText: /^在办工单/ }).waitFor();
    await sound(narrow);
  });

  it('is not offered to whom it does not concern', async () => {
    const page = await office.open('sunjie', '/orders');
    await page.getByRole('link', { name: '收件箱' }).waitFor();
    expect(await page.getByRole('link', { name: '重新计时' }).count()).toBe(0);
    await page.goto(`${office.server.url}/redatings`);
    await page.getByText('您的角色不允许此操作').first().waitFor();
  });
});
