import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriers, begin, give, type Office, openOffice, state, thrown } from './testing.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 180_000);

/** An order of 管线管理所 in this state, each time another one. */
const used = new Set<number>();
async function orderIn(status: string, more = 'true'): Promise<number> {
  const found = await office.db.admin<{ id: number }>(
    `select order_id::int as id from work_orders.work_order o
     where department_id = 'pipelines' and state = '${status}' and ${more} order by order_id`,
  );
  const one = found.find(({ id }) => !used.has(id));
  if (one === undefined) throw new Error(`the town has no order ${status}`);
  used.add(one.id);
  return one.id;
}
const kinds = (page: Page, kind: string) => page.locator('.time-row .kind', { hasText: kind });

describe('what is asked is decided by another role', () => {
  it('a pause, an extension and a return, each asked by the unit and granted by the managing department', async () => {
    const path = `/orders/${await orderIn('in-progress', `not exists (select 1 from work_orders.ask a where a.order_id = o.order_id)`)}`;
    const unit = await office.open('sunjie', path);
    const manager = await office.open('liqian', path);
    let decided = 0;
    const decide = async (): Promise<void> => {
      await manager.getByRole('button', { name: '审批' }).click();
      await manager.getByRole('radio', { name: '同意', exact: true }).check();
      await manager.locator('#act-note').fill('情况属实');
      await manager.keyboard.press('Control+Enter');
      await manager.locator('.act').waitFor({ state: 'detached' });
      decided += 1;
      // The unit sees it with its next look; what it does then rests on the order as it is.
      await expect.poll(() => unit.locator('.ask', { hasText: '李倩' }).count(), { timeout: 15_000 }).toBe(decided);
    };

    await begin(unit, 'ask-pause', '申请暂停');
    expect(await barriers(unit)).toEqual([]);
    await unit.keyboard.press('Control+Enter');
    await unit.getByRole('alert').getByText('请填这一项').waitFor();
    await unit.locator('#act-reason').fill('系统故障，无法提交工单');
    await unit.keyboard.press('Control+Enter');
    await unit.locator('.act').waitFor({ state: 'detached' });
    await decide();
    await manager.locator('.clock-row .clock-words.pause').first().waitFor();
    await unit.locator('.clock-row .clock-words.pause').first().waitFor();
    await give(unit, 'resume', undefined, '恢复');
    await unit.locator('.clock-row .clock-words.pause').first().waitFor({ state: 'detached' });

    await begin(unit, 'ask-extension', '申请延期');
    await unit.getByRole('button', { name: '到期后 24 小时' }).click();
    for (const area of await unit.locator('.act textarea').all()) await area.fill('需破路，等待路政许可，已告知客户');
    expect(await barriers(unit)).toEqual([]);
    await unit.keyboard.press('Control+Enter');
    await unit.locator('.act').waitFor({ state: 'detached' });
    await decide();
    await kinds(manager, '延期').first().waitFor();

    await give(
      unit,
      'ask-return',
      async () => {
        for (const area of await unit.locator('.act textarea').all()) await area.fill('位于表后，属用户维修班');
      },
      '申请退单',
    );
    await decide();
    await state(manager).getByText('待派发').waitFor();
    await state(unit).getByText('待派发').waitFor();
    expect(await manager.locator('.ask').count()).toBe(3);
    expect(await barriers(manager)).toEqual([]);
    expect(thrown()).toEqual([]);
  }, 90_000);

  it('work found wanting goes back, is done again, and is taken up anew when the customer is not content', async () => {
    const path = `/orders/${await orderIn('awaiting-review')}`;
    const handle = async (page: Page): Promise<void> => {
      for (const area of await page.locator('.act textarea').all()) await area.fill('已更换接口，试压合格');
      for (const yes of await page.locator('.act .choice', { hasText: '是' }).all()) await yes.locator('input').check();
    };
    const review = await office.open('tianhua', path);
    await give(review, 'reject', async () => {
      await review.locator('#act-reason').fill('没有写明现场情况，请补充');
    });
    await state(review).getByText('处理中').waitFor();
    const unit = await office.open('sunjie', path);
    await unit.locator('.time-row', { hasText: '没有写明现场情况' }).waitFor();
    await give(unit, 'handle', () => handle(unit));
    await state(review).getByText('待审单').waitFor();
    await give(review, 'review-pass');
    const desk = await office.open('zhoumin', path);
    await give(
      desk,
      'call-back',
      async () => {
        await desk
          .getByRole('group', { name: /是否联系上/ })
          .getByRole('radio', { name: '是' })
          .check();
        await desk
          .getByRole('group', { name: /满意度/ })
          .getByRole('radio', { name: '不满意', exact: true })
          .check();
        await desk.locator('#act-note').fill('仍有渗水');
      },
      '回访',
    );
    await give(
      desk,
      'reopen',
      async () => {
        await desk.locator('#act-reason').fill('客户反映仍有渗水');
      },
      '重办',
    );
    await desk.getByText('第 2 次办理').waitFor();
    expect(await barriers(desk)).toEqual([]);
    expect(thrown()).toEqual([]);
  }, 90_000);
});

describe('what is added to an order', () => {
  it('a photo is seen before and after it is sent, and really stored', async () => {
    const id = await orderIn('in-progress');
    const page = await office.open('sunjie', `/orders/${id}`, { dark: true });
    const photo = await page.screenshot({ type: 'png', clip: { x: 0, y: 0, width: 320, height: 240 } });
    await begin(page, 'attach', '上传附件');
    await page
      .locator('.act input[type="file"]')
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo });
    // A second one from the clipboard.
    await page.evaluate(`(() => {
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob('${photo.toString('base64')}'), (c) => c.charCodeAt(0))], 'pasted.png', { type: 'image/png' }));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: files, bubbles: true }));
    })()`);
    await expect.poll(() => page.locator('.preview img').count()).toBe(2);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.locator('.act').waitFor({ state: 'detached' });
    const thumb = page.locator('.thumbs img').first();
    await thumb.scrollIntoViewIfNeeded();
    await expect
      .poll(() => thumb.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(320);
    expect(await thumb.getAttribute('src')).toMatch(/\/preview$/);
    await thumb.click();
    await page.locator('.ant-image-preview img').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const stored = await office.db.admin<{ name: string; bytes: number }>(
      `select name, bytes from work_orders.attachment where order_id = ${id} order by recorded_at`,
    );
    expect(stored).toEqual([
      { name: '现场.png', bytes: photo.length },
      { name: 'pasted.png', bytes: photo.length },
    ]);
    expect(thrown()).toEqual([]);
  }, 60_000);

  it('a recording goes on after the network was cut, and plays on the page', async () => {
    const id = await orderIn('in-progress');
    const page = await office.open('sunjie', `/orders/${id}`);
    await begin(page, 'attach', '上传附件');
    const sound = Buffer.alloc(12_300_000, 1);
    sound.write('RIFF', 0, 'latin1');
    sound.write('WAVEfmt ', 8, 'latin1');
    await page
      .locator('.act input[type="file"]')
      .setInputFiles({ name: '通话录音.wav', mimeType: 'audio/wav', buffer: sound });
    let pieces = 0;
    // how far it came is asked only by who goes on
    let asked = 0;
    const cut = new Promise<void>((done) =>
      page.on('request', (request) => {
        if (request.method() === 'HEAD') asked += 1;
        if (request.method() !== 'PATCH') return;
        pieces += 1;
        if (pieces === 3) void page.context().setOffline(true).then(done);
      }),
    );
    const broken = page.waitForEvent('requestfailed', (request) => request.method() !== 'GET');
    await page.locator('.preview', { hasText: '通话录音.wav' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await cut;
    await broken;
    await page.getByRole('status').filter({ hasText: '已传' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('.act').waitFor({ state: 'detached' });
    expect(asked).toBeGreaterThan(0);
    await page.getByLabel('通话录音.wav').waitFor();
    expect(await barriers(page)).toEqual([]);
    const [stored] = await office.db.admin<{ bytes: number; media_type: string }>(
      `select bytes, media_type from work_orders.attachment where order_id = ${id}`,
    );
    expect(stored).toEqual({ bytes: sound.length, media_type: 'audio/wav' });
  }, 60_000);

  it('facts, a promise and a note of the unit, a limit and an urging of the management', async () => {
    const path = `/orders/${await orderIn('in-progress', `not coalesce(facts ? 'dn', false)`)}`;
    const unit = await office.open('sunjie', path);
    await give(
      unit,
      'set-facts',
      async () => {
        await unit.locator('#act-facts').click();
        await unit.keyboard.type('管径');
        await unit.keyboard.press('Enter');
        await unit.getByRole('spinbutton', { name: '值' }).fill('600');
        expect(await barriers(unit)).toEqual([]);
      },
      '补充事实',
    );
    await unit.getByRole('heading', { name: /DN600/ }).waitFor();
    await give(
      unit,
      'promise',
      async () => {
        await unit.getByRole('button', { name: '2 小时后' }).click();
        expect(await barriers(unit)).toEqual([]);
      },
      '承诺',
    );
    const manager = await office.open('liqian', path, { dark: true });
    await give(
      manager,
      'set-limit',
      async () => {
        await manager.getByRole('button', { name: '2 天后' }).click();
        expect(await barriers(manager)).toEqual([]);
      },
      '核定时限',
    );
    await give(manager, 'supervise', () => manager.locator('#act-text').fill('请今日内止水'), '督办');
    await manager.locator('.time-row', { hasText: '请今日内止水' }).waitFor();
    await give(manager, 'cancel', () => manager.locator('#act-reason').fill('与前一工单重复'), '销单');
    await state(manager).getByText('已销单').waitFor();
    expect(thrown()).toEqual([]);
  }, 60_000);
});

describe('what is personal', () => {
  it('a phone number is shown to who needs it, and the audit says who looked', async () => {
    const id = await orderIn('in-progress');
    const page = await office.open('zhoumin', `/orders/${id}`);
    await page.getByRole('button', { name: '显示电话' }).click();
    await page.locator('.caller a[href^="tel:"]').first().waitFor();
    expect(await page.locator('.caller').first().textContent()).not.toContain('*');
    const [entry] = await office.db.admin<{ action: string; name: string }>(
      `select a.action, s.name from identity.audit a join identity.staff s using (utility_id, staff_id)
       where a.object like '%${id}' order by a.audit_id desc limit 1`,
    );
    expect(entry?.name).toBe('周敏');
    expect(entry?.action).toContain('reveal');
    expect(await barriers(page)).toEqual([]);
  });
});
