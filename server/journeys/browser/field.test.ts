/** What crews have in their hands, at the size of a phone: a whole job without a network, and what becomes of it. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../tools/chromium.ts';
import { DEMO_PASSWORD, type Office, openOffice, picture, sound } from './testing.ts';

const BUILT = resolve(import.meta.dirname, '../../../dist/field');
const TEN = 10 * 60_000;

let office: Office;
let phone: BrowserContext;
let page: Page;
let crew: { username: string; staff: number; job: number; gone: number; left: number };
const failures: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'gongshui-phone-'));

interface Held {
  username: string;
  staff: number;
  id: number;
  leak: boolean;
  arrived: boolean;
  asked: boolean;
}

/** Who has three orders in hand: one to do, one to lose to the desk before he is there, one of which nothing is asked. */
function crewAmong(orders: Held[]): typeof crew {
  for (const { username, staff } of orders) {
    const mine = orders.filter((one) => one.staff === staff);
    for (const left of mine.filter(({ asked }) => !asked).reverse()) {
      const [gone, job] = mine.filter((one) => one !== left).sort((a, b) => Number(a.arrived) - Number(b.arrived));
      if (gone === undefined || job === undefined || gone.arrived) continue;
      const [leak = job, other = gone] = job.leak || !gone.leak || job.arrived ? [job, gone] : [gone, job];
      return { username, staff, job: leak.id, gone: other.id, left: left.id };
    }
  }
  throw new Error('nobody in the town has three orders in hand');
}

/** The same phone, switched on again: what it kept is in its folder. */
async function switchOn(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found; set CHROMIUM=/path/to/chromium');
  phone = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Europe/London',
    geolocation: { longitude: 116.001, latitude: 36.456, accuracy: 8 },
    permissions: ['geolocation'],
  });
  phone.setDefaultTimeout(20_000);
  phone.on('weberror', (error) => failures.push(error.error().message));
  page = phone.pages()[0] ?? (await phone.newPage());
}

/** The network is gone, for the page and for its service worker. */
async function cut(): Promise<void> {
  await phone.route('**/*', (route) => route.abort('internetdisconnected'));
  await phone.setOffline(true);
}

async function post(username: string, path: string, body: object): Promise<{ status: number; answer: unknown }> {
  const { token } = await office.server.signIn(username, DEMO_PASSWORD);
  const answer = await fetch(office.server.url + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, answer: await answer.json() };
}

const main = () => page.locator('.acts .main');
const bar = () => page.locator('.bars');
const look = (path: string) => page.goto(`${office.server.url}/field/${path}`);

/** Does the next step, whatever the rulebook makes it; false once only the reply is left. */
async function nextStep(): Promise<boolean> {
  const name = (await main().innerText()).trim();
  if (name === '填写回单') return false;
  await main().click();
  if (name === '打电话联系') {
    await page
      .locator('.callers a.main')
      .first()
      .evaluate((link) => link.setAttribute('href', '#'));
    await page.locator('.callers a.main').first().click();
    await page.getByRole('button', { name: '接通，记联系' }).click();
  } else {
    await page.locator('form .main').waitFor();
    await fillForm();
    await page.locator('form .main').click();
  }
  await page.locator('.steps').waitFor();
  await expect.poll(() => main().innerText()).not.toBe(name);
  return true;
}

async function fillForm(): Promise<void> {
  for (const area of await page.locator('form .field:has(.must) textarea').all())
    await area.fill('主管接口脱开，更换卡箍后试压不漏');
  for (const field of await page.locator('form .field:has(.must) .segments').all())
    await field.getByRole('button').first().click();
}

/** Something under 更多: filled in and given. */
async function more(name: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: '更多', exact: true }).click();
  await page.locator('.more').getByRole('button', { name, exact: true }).click();
  await page.locator('.form-foot .main').waitFor();
  await fill();
  await page.locator('.form-foot .main').click();
  await page.locator('.steps').waitFor();
}

async function sign(): Promise<void> {
  const box = await page.locator('.signature').boundingBox();
  if (box === null) throw new Error('there is nowhere to sign');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 120, { steps: 4 });
  await page.mouse.up();
}

beforeAll(async () => {
  office = await openOffice();
  const found = await office.db.admin<Held>(
    `select s.username, s.staff_id as staff, o.order_id::int as id, o.event = 'pipe-leak' as leak,
            exists (select from work_orders.event e where e.order_id = o.order_id and e.kind = 'arrived') as arrived,
            exists (select from work_orders.event e where e.order_id = o.order_id and e.kind like '%-asked') as asked
     from work_orders.work_order o
     join identity.staff s on s.utility_id = o.utility_id and s.staff_id = o.handler_id
     where o.state = 'in-progress' order by leak desc, arrived, o.order_id desc`,
  );
  crew = crewAmong(found);
  await switchOn();
});
afterAll(async () => {
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the application in the crew’s hand', () => {
  it('is at most 250 kB compressed until the first list can be used', () => {
    const html = readFileSync(join(BUILT, 'index.html'), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/field\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThanOrEqual(3);
    const bytes = (ending: string): number =>
      ['index.html', ...named].reduce((sum, file) => sum + statSync(join(BUILT, file + ending)).size, 0);
    expect(bytes('.gz')).toBeLessThan(250_000);
    expect(bytes('.br')).toBeLessThan(bytes('.gz'));
  });

  it('shows my orders by what is due and by what is near, each with its clock', async () => {
    await look('');
    await sound(page);
    await page.getByLabel('用户名').fill(crew.username);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.locator('.order-row').first().waitFor();
    expect(await page.locator('.order-row .clock-words').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '按远近' }).click();
    await expect.poll(() => page.locator('.order-row').first().innerText()).toMatch(/米|公里/);
    await picture(page, 'orders');
    await sound(page);
    // the whole application is on the phone by now
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.waitForFunction('caches.keys().then((all) => all.some((name) => name.includes("precache")))');
  });

  it('takes a whole job without a network, to the reply with its photo, and keeps it over a reload', {
    timeout: 120_000,
  }, async () => {
    await look(`orders/${crew.job}`);
    await page.locator('.steps').waitFor();
    await picture(page, 'order');
    await cut();
    await page.reload();
    await page.locator('.steps').waitFor();
    await expect.poll(() => bar().innerText()).toContain('离线中，照常操作');
    for (let step = 0; step < 14 && (await nextStep()); step += 1) if (step === 2) await picture(page, 'field');
    await picture(page, 'order-away');
    await sound(page);
    await main().click();
    await page.locator('form textarea').first().waitFor();
    await page.locator('input[type=file]').setInputFiles({
      name: 'site.png',
      mimeType: 'image/png',
      buffer: readFileSync(resolve(import.meta.dirname, '../../../docs/images/desk.png')),
    });
    await page.locator('.photos img').waitFor();
    await fillForm();
    await sound(page);
    await picture(page, 'reply');
    await page.locator('form .main').click();
    await page.locator('.main-none').waitFor();
    // another order, on which the desk will have been faster; and one that is only noted at
    await look(`orders/${crew.gone}`);
    await nextStep();
    const given = Number(/(\d+) 项待发/.exec(await bar().innerText())?.[1]);
    expect(given).toBeGreaterThanOrEqual(4);
    await page.reload();
    await expect.poll(() => bar().innerText()).toContain(`${given} 项待发`);
    await look('waiting');
    await page.locator('.unsent li').first().waitFor();
    expect(await page.locator('.unsent li').count()).toBe(given);
    await picture(page, 'waiting-away');
    await sound(page);
  });

  it('is killed in the middle of sending; afterwards everything is at the server once, and what could not be done says why', async () => {
    const [{ version } = { version: 0 }] = await office.db.admin<{ version: number }>(
      'select version::int from work_orders.work_order where order_id = $1',
      [crew.gone],
    );
    expect((await post('liqian', `/api/orders/${crew.gone}/cancel`, { version, reason: '用户撤回' })).status).toBe(200);
    let arrived = (): void => undefined;
    const server = new Promise<void>((done) => {
      arrived = done;
    });
    await phone.unroute('**/*');
    // the server has it all, the phone never hears of it
    await phone.route('**/api/sync', async (route) => {
      await route.fetch();
      arrived();
    });
    await phone.setOffline(false);
    await server;
    await phone.close();
    await switchOn();
    await look('waiting');
    await page.locator('.conflicts li').waitFor();
    await expect.poll(() => page.locator('.unsent li').count(), { timeout: 20_000 }).toBe(0);
    expect(await page.locator('.conflicts .wrong').first().innerText()).toMatch(/已销单/);
    await picture(page, 'conflict');
    await sound(page);
    const twice = await office.db.admin(
      `select order_id, data ->> 'sent' from work_orders.event where data ? 'sent' and staff_id = $1
       group by 1, 2, kind having count(*) > 1`,
      [crew.staff],
    );
    expect(twice).toEqual([]);
    const [job] = await office.db.admin<{ state: string; photos: number; handled: number }>(
      `select o.state, (select count(*)::int from work_orders.attachment a where a.order_id = o.order_id and a.staff_id = $2) as photos,
              (select count(*)::int from work_orders.event e where e.order_id = o.order_id and e.kind = 'handled' and e.via = 'field') as handled
       from work_orders.work_order o where o.order_id = $1`,
      [crew.job, crew.staff],
    );
    expect(job).toEqual({ state: 'awaiting-review', photos: 1, handled: 1 });
    await page.getByRole('button', { name: '知道了，不办了' }).click();
    await page.locator('.conflicts').waitFor({ state: 'detached' });
  });

  it('gives whatever a crew has to say of an order, and the server takes it', async () => {
    await look(`orders/${crew.left}`);
    await more('隐患与安全提示', async () => {
      await page.getByLabel('是什么、在哪里').fill('井盖松动，已围挡');
      await sound(page);
    });
    await expect.poll(() => page.locator('.safety').innerText()).toBe('【隐患】井盖松动，已围挡');
    await more('用料', async () => {
      await page.getByLabel('材料名称、规格').fill('卡箍 DN200');
      await page.getByLabel('数量').fill('2');
    });
    await more('客户签字', async () => {
      await sign();
      await sound(page);
      await picture(page, 'signature');
    });
    await more('承诺时间', () => page.getByRole('button', { name: '1 小时后' }).click());
    await more('更正位置', () => page.getByLabel('地点的说法').fill('南门外第二个井'));
    await more('补充情况', async () => {
      await page.locator('#act-facts').selectOption('dn');
      await page.getByLabel('管径 DN').fill('200');
    });
    await more('申请退单', async () => {
      await page.getByLabel(/^事由/).fill('不是本单位的管线');
      await fillForm();
      await picture(page, 'objection');
      await sound(page);
    });
    await expect.poll(() => page.locator('.asked-for').innerText()).toContain('已申请退单 · 等审批');
    const told = async () =>
      (
        await office.db.admin<{ kind: string; text: string | null; signed: string | null }>(
          `select kind, data ->> 'text' as text, data ->> 'as' as signed from work_orders.event
           where order_id = $1 and staff_id = $2 and via = 'field' and kind not like 'filled:%' order by seq`,
          [crew.left, crew.staff],
        )
      ).map(({ kind, text, signed }) => `${kind} ${text ?? signed ?? ''}`.trim());
    await expect
      .poll(async () => (await told()).sort())
      .toEqual(
        [
          'note 【隐患】井盖松动，已围挡',
          'note 【用料】卡箍 DN200 × 2',
          'attached signature',
          'plan-set',
          'position-set',
          'facts-set',
          'return-asked',
        ].sort(),
      );
  });

  it.each([
    ['慢', -TEN],
    ['快', TEN],
  ])('with a clock ten minutes %s records when it really happened', async (word, wrong) => {
    const other = await phone.newPage();
    await other.clock.install({ time: Date.now() + wrong });
    await other.goto(`${office.server.url}/field/orders/${crew.left}`);
    await other.locator('.acts').waitFor();
    await expect.poll(() => other.locator('.bars').innerText()).toContain(`手机时间${word}了 10 分钟`);
    await other.getByRole('button', { name: '反馈', exact: true }).click();
    await other.getByLabel('反馈内容').fill(`表井积水，已抽干（${word}）`);
    await other.getByRole('button', { name: '确定' }).click();
    await expect
      .poll(async () => {
        const noted = await office.db.admin<{ away: number }>(
          `select abs(extract(epoch from recorded_at - occurred_at))::int as away from work_orders.event
           where order_id = $1 and kind = 'note' and data ->> 'text' like $2`,
          [crew.left, `%（${word}）`],
        );
        return noted.map(({ away }) => away < 60);
      })
      .toEqual([true]);
    await other.close();
  });

  it('shows my day and me, in English and in the dark', async () => {
    await look('day');
    await page.locator('.figures').waitFor();
    await picture(page, 'day');
    await sound(page);
    await look('me');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await picture(page, 'me-dark');
    await sound(page);
    await look(`orders/${crew.left}`);
    await page.locator('.acts').waitFor();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await picture(page, 'order-dark');
    await sound(page);
  });

  it('hands an order over to a colleague, and has it no more', async () => {
    await page.locator('.more').getByRole('button', { name: 'Hand over' }).click();
    await page.getByLabel('Hand over to').selectOption({ index: 1 });
    await sound(page);
    await page.locator('.form-foot .main').click();
    await expect
      .poll(async () => {
        const rows = await office.db.admin<{ handler: number }>(
          'select handler_id as handler from work_orders.work_order where order_id = $1',
          [crew.left],
        );
        return rows[0]?.handler === crew.staff;
      })
      .toBe(false);
    await page.getByText('This order is not on the phone').waitFor();
  });

  it('deletes everything at its next contact once it was reported lost', async () => {
    const [device] = await office.db.admin<{ id: string }>(
      'select device_id as id from field.device where staff_id = $1',
      [crew.staff],
    );
    expect((await post('admin', `/api/field/devices/${device?.id}/lost`, {})).status).toBe(200);
    await look('');
    await page.getByText('reported lost').waitFor();
    const left = await page.evaluate<string[]>('indexedDB.databases().then((all) => all.map((one) => one.name))');
    expect(left.filter((name) => name.startsWith('gongshui-field-'))).toEqual([]);
    expect(failures).toEqual([]);
  });
});
