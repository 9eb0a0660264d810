import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, begin, type Office, openOffice, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

/** A wire between browser and server that can be cut and joined again. */
class Wire {
  #server: Server | undefined;
  #sockets = new Set<Socket>();
  port = 0;
  async join(to: number): Promise<void> {
    this.#server = createServer((here) => {
      const there = connect(to, '127.0.0.1');
      for (const [one, other] of [
        [here, there],
        [there, here],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => undefined);
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      }
    });
    await new Promise<void>((resolve) => this.#server?.listen(this.port, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }
  cut(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
const wire = new Wire();
afterAll(() => wire.cut());

/** An order of 管线管理所 that nobody else uses here. */
const used = new Set<number>();
async function orderIn(status: string): Promise<number> {
  const found = await office.db.admin<{ id: number }>(
    `select order_id::int as id from work_orders.work_order where department_id = 'pipelines' and state = $1 order by order_id desc`,
    [status],
  );
  const one = found.find(({ id }) => !used.has(id));
  if (one === undefined) throw new Error(`the town has no order ${status}`);
  used.add(one.id);
  return one.id;
}

async function note(id: number, text: string, username = 'liqian'): Promise<void> {
  const { cookie } = await office.server.signIn(username, 'gongshui-2026');
  const [row] = await office.db.admin<{ version: number }>(
    'select version from work_orders.work_order where order_id = $1',
    [id],
  );
  const answer = await fetch(`${office.server.url}/api/orders/${id}/note`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ version: row?.version, text }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
const told = (page: Page, text: string) => page.locator('.time-row', { hasText: text });
/** How often the page asked for the list since. */
function asked(page: Page, path: RegExp): () => number {
  let n = 0;
  page.on('request', (request) => {
    if (path.test(request.url())) n += 1;
  });
  return () => n;
}
async function sound(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  expect(thrown()).toEqual([]);
}

describe('two people on one order', () => {
  it('see each other, who writes and who has left; what one does the other sees at once', async () => {
    const id = await orderIn('in-progress');
    const [here, there] = [await office.open('sunjie', `/orders/${id}`), await office.open('liqian', `/orders/${id}`)];
    await here.getByText('李倩 正在查看').waitFor();
    await there.getByText('孙杰 正在查看').waitFor();
    await begin(there, 'note', '备注');
    await here.getByText('李倩 正在处理').waitFor();
    await sound(here);
    await note(id, '已电话联系路政');
    await told(here, '已电话联系路政').waitFor({ timeout: 4000 });
    await there.goto(`${office.server.url}/inbox`);
    await here.getByText('李倩 正在处理').waitFor({ state: 'detached', timeout: 5000 });
  });

  it('who types keeps what he typed, and is told who did what meanwhile', async () => {
    const id = await orderIn('in-progress');
    const page = await office.open('sunjie', `/orders/${id}`);
    await begin(page, 'note', '备注');
    await page.locator('.act textarea').first().fill('写到一半的话');
    await note(id, '管理部门要求今日回单');
    await page.getByText('您填写期间这张工单有了变化').waitFor({ timeout: 5000 });
    const notice = await page.locator('.act .notice').first().textContent();
    expect(notice).toMatch(/李倩.*备注.*管理部门要求今日回单/);
    expect(await page.locator('.act textarea').first().inputValue()).toBe('写到一半的话');
    await sound(page);
    await page.keyboard.press('Control+Enter');
    await page.locator('.act').waitFor({ state: 'detached' });
    await told(page, '写到一半的话').waitFor();
  });
});

describe('the list and the inbox', () => {
  it('follow without a reload, keep their place, and ask for nothing while nothing happens', async () => {
    const page = await office.open('liqian', '/orders', { height: 600 });
    await page.locator('a.queue-row').first().waitFor();
    await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
    await page.locator('.queue').evaluate((list) => list.scrollTo(0, 400));
    const lists = asked(page, /\/api\/orders\?/);
    const count = async () => Number(/\d+/.exec((await page.locator('.left-head h1').textContent()) ?? '')?.[0]);
    const before = await count();
    const [gone] = await office.db.admin<{ id: number }>(
      `update work_orders.work_order set state = 'closed', closed_at = now(), due_state = null, sort_at = 'infinity'
       where order_id = (select max(order_id) from work_orders.work_order where closed_at is null) returning order_id::int as id`,
    );
    await expect.poll(count, { timeout: 8000 }).toBe(before - 1);
    await page.locator(`a[href^="/orders/${gone?.id}"]`).waitFor({ state: 'detached', timeout: 8000 });
    expect(await page.locator('.queue').evaluate((list) => list.scrollTop)).toBe(400);
    // a flood of changes is a look now and then, not one for each
    const already = lists();
    for (let n = 0; n < 60; n += 1)
      await office.db.admin(`update work_orders.work_order set late_count = late_count where closed_at is null`);
    await page.waitForTimeout(2500);
    expect(lists() - already).toBeLessThanOrEqual(4);
    await sound(page);
  });

  it('what is told comes up by itself; it is read, kept for later, and all read, in every window', async () => {
    const page = await office.open('liqian', '/inbox');
    const other = await office.open('liqian', '/orders');
    const badge = other.locator('.nav .count');
    await page.locator('tr.unread').first().waitFor();
    const unread = async () => Number.parseInt((await badge.textContent()) ?? '0', 10);
    const before = await unread();
    await page.locator('tr.unread').first().getByRole('button', { name: '标为已读' }).click();
    await expect.poll(unread, { timeout: 8000 }).toBe(before - 1);
    await page.getByRole('button', { name: '标为未读' }).first().click();
    await expect.poll(unread, { timeout: 8000 }).toBe(before);
    await sound(page);
    await page.getByRole('button', { name: '全部' }).first().click();
    await badge.waitFor({ state: 'detached', timeout: 8000 });
    await office.db.admin(
      `with f as (insert into notices.fact (utility_id, at, recorded_at, kind, fact_key, params)
         values ($1, now(), now(), 'supervised', 'a-test-of-live', '{"number":"20261126-0001","text":"请尽快止水"}') returning fact_id)
       insert into notices.inbox (utility_id, staff_id, fact_id)
       select $1, staff_id, fact_id from f, identity.staff where username = 'liqian'`,
      [office.utilityId],
    );
    await badge.waitFor({ timeout: 8000 });
    await page.getByText('请尽快止水').waitFor({ timeout: 8000 });
  });
});

describe('a line that is cut', () => {
  it('is said, is mended by itself, and what happened meanwhile is caught up', async () => {
    const id = await orderIn('in-progress');
    const page = await office.open('sunjie', '/');
    await wire.join(Number(new URL(office.server.url).port));
    await page.goto(`http://127.0.0.1:${wire.port}/orders/${id}`);
    await page.locator('.order-head').waitFor();
    await begin(page, 'note', '备注');
    await page.locator('.act textarea').first().fill('断线前写的');
    wire.cut();
    await page.getByText('连接已断开，正在重连').waitFor({ timeout: 8000 });
    await sound(page);
    await note(id, '断线期间的备注');
    await wire.join(Number(new URL(office.server.url).port));
    await told(page, '断线期间的备注').waitFor({ timeout: 15_000 });
    await page.getByText('连接已断开').waitFor({ state: 'detached' });
    expect(await page.locator('.act textarea').first().inputValue()).toBe('断线前写的');
    await note(id, '重连以后的备注');
    await told(page, '重连以后的备注').waitFor({ timeout: 5000 });
  });

  it('where no stream comes through, changes are asked for', async () => {
    const id = await orderIn('in-progress');
    const page = await office.open('sunjie', '/orders');
    await page.route('**/api/live', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '拦截' }));
    await page.goto(`${office.server.url}/orders/${id}`);
    await page.getByText('每 5 秒刷新').waitFor({ timeout: 15_000 });
    await note(id, '经由轮询看到');
    await told(page, '经由轮询看到').waitFor({ timeout: 8000 });
    await sound(page);
  });
});
