/** Files of lists over HTTP: made by a worker, fetched by who asked. */
import { beforeAll, describe, expect, it } from 'vitest';
import { expireExports, runExports } from '../modules/lists/index.ts';
import type { Db } from '../platform/database.ts';
import { becomes, orders, REPORTS, setUp, tokenOf, town, utility, type Who } from './lists/testing.ts';

beforeAll(setUp, 60_000);

interface Statement {
  text: string;
  values: unknown[];
}

/** The database, each statement seen before it runs. */
function watched(see: (q: Statement) => Promise<void> | void): Db {
  const before = async (q: Statement): Promise<void> => see(q);
  return {
    ...town.db,
    transaction: ((utilityId, work, options) =>
      town.db.transaction(
        utilityId,
        (tx) =>
          work({
            ...tx,
            run: async (q) => {
              await before(q);
              return tx.run(q);
            },
            rows: async (q) => {
              await before(q);
              return tx.rows(q);
            },
          }),
        options,
      )) as Db['transaction'],
  };
}

/** It goes away at a statement. */
const breaking = (at: (q: Statement) => boolean): Db =>
  watched((q) => {
    if (at(q)) throw Object.assign(new Error('Connection terminated'), { code: '08006' });
  });

describe('a list as a file', () => {
  const COLUMNS = ['number', 'summary', 'place', 'reporter', 'phone', 'received'];
  const ask = async (who: Who, more: object = {}) =>
    utility.voices[who].post('/api/exports', {
      list: 'orders',
      format: 'csv',
      query: { any: true },
      sort: 'received:asc',
      columns: COLUMNS,
      ...more,
    });
  const work = () => runExports(town.db, town.time, [utility.utilityId]);
  const state = async (who: Who, id: string) => (await utility.voices[who].get(`/api/exports/${id}`)).body;
  const file = async (who: Who, id: string): Promise<string> =>
    (await utility.voices[who].get(`/api/exports/${id}/file`)).body;
  const audited = async () =>
    town.db.admin<{ action: string; detail: Record<string, unknown> }>(
      `select action, detail from identity.audit where action like 'list.%' order by audit_id desc`,
    );

  it('holds what the list shows, masked, and executes nothing', async () => {
    const begun = (await ask('dispatcher', { query: { any: true, q: '水' } })).body;
    expect(begun).toMatchObject({ state: 'running', rows: null, written: 0 });
    expect(await work()).toBe(1);
    const done = await state('dispatcher', begun.id);
    expect(done).toMatchObject({ state: 'done', rows: 3, written: 3 });
    const text = await file('dispatcher', begun.id);
    const lines = text.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('工单号,内容,地址,来电人,联系电话,受理时间');
    expect(lines).toHaveLength(4);
    // of people what is enough to recognise, in their cells and nowhere else
    expect(lines.map((line) => line.split(',').slice(3, 5)).slice(1)).toEqual([
      ['王*', '129****4321'],
      ['欧*', '129****0002'],
      ['李*', '129****0003'],
    ]);
    for (const { reporter, phone } of REPORTS)
      for (const secret of [reporter, phone, phone.replaceAll(' ', '')]) expect(text).not.toContain(secret);
    expect(text).toContain(`'=1+1`);
    expect(text).toContain('2026-03-02 10:00');
    const said = await audited();
    expect(said.slice(0, 2)).toMatchObject([
      { action: 'list.exported', detail: { rows: 3, people: false } },
      { action: 'list.export', detail: { list: 'orders', format: 'csv', searched: true, filter: { any: true } } },
    ]);
    expect(JSON.stringify(said)).not.toContain('"q"');
    // nobody else's
    expect((await utility.voices.manager.get(`/api/exports/${begun.id}`)).body.code).toBe('export-not-found');
    expect((await utility.voices.manager.get(`/api/exports/${begun.id}/file`)).body.code).toBe('export-not-found');
  });

  it('names people only to whoever may reveal them', async () => {
    const full = (await ask('reviewer', { people: true })).body;
    await work();
    expect(await file('reviewer', full.id)).toMatch(/王小明.*129 0000 4321/);
    expect((await ask('manager', { people: true })).body.code).toBe('export-people-not-allowed');
    expect((await ask('agent')).status).toBe(403);
    expect((await ask('reviewer', { columns: ['nothing'] })).body.code).toBe('column-not-known');
    expect((await ask('reviewer', { sort: 'nothing' })).body.code).toBe('sort-not-known');
  });

  it('holds a unit’s own orders for its head, and none of it once he has lost the right', async () => {
    const own = (await ask('head')).body;
    await work();
    expect(await state('head', own.id)).toMatchObject({ state: 'done', rows: 0 });
    const waiting = (await ask('head')).body;
    await town.db.admin(`update identity.staff set roles = '{crew-member}' where username = 'hucheng-head'`);
    await work();
    await town.db.admin(`update identity.staff set roles = '{department-head}' where username = 'hucheng-head'`);
    expect(await state('head', waiting.id)).toMatchObject({ state: 'failed', reason: '您已没有导出这个列表的权限。' });
  });

  it('is his as long as he is who he was: not after his role changed, whichever way', async () => {
    const whole = (await ask('reviewer', { people: true })).body;
    await work();
    expect((await utility.voices.reviewer.get(`/api/exports/${whole.id}/file`)).status).toBe(200);
    await becomes('reviewer', '{dispatcher}');
    expect((await utility.voices.reviewer.get(`/api/exports/${whole.id}/file`)).body.code).toBe('export-outdated');
    expect((await state('reviewer', whole.id)).reason).toContain('您的岗位或范围变了');
    await becomes('reviewer', '{reviewer}');
    expect((await utility.voices.reviewer.get(`/api/exports/${whole.id}/file`)).status).toBe(200);
  });

  it('is begun anew, not gone on with, by who is not any more who chose its rows', async () => {
    const begun = (await ask('reviewer')).body;
    const chosenBy = async (): Promise<string | undefined> =>
      (await town.db.admin<{ rights: string }>(`select rights from lists.export where export_id = $1`, [begun.id]))[0]
        ?.rights;
    const cut = breaking((q) => q.text.includes('lists.piece') && q.values.includes('rows'));
    await expect(runExports(cut, town.time, [utility.utilityId])).rejects.toThrow('terminated');
    const before = await chosenBy();
    await becomes('reviewer', '{department-head}');
    town.time.advance(60_000);
    expect(await work()).toBe(1);
    expect(await chosenBy()).not.toBe(before);
    const text = await file('reviewer', begun.id);
    await becomes('reviewer', '{reviewer}');
    // a head sees the orders of his unit, and this one has none
    expect(text).toContain('工单号');
    expect(text).not.toContain('王*');
  });

  it('is not taken up by another worker while its rows are still being chosen', async () => {
    const begun = (await ask('dispatcher')).body;
    const until = async (): Promise<number> =>
      (
        await town.db.admin<{ claimed_until: Date }>(`select claimed_until from lists.export where export_id = $1`, [
          begun.id,
        ])
      )[0]?.claimed_until.getTime() ?? 0;
    let lease = 0;
    const slow = watched(async (q) => {
      // fifteen seconds over the rows, and then again before they are kept
      if (q.text.includes('row_number() over ()')) town.time.advance(15_000);
      if (lease === 0 && q.text.includes('delete from lists.piece')) {
        town.time.advance(15_000);
        lease = (await until()) - town.time.now();
      }
    });
    expect(await runExports(slow, town.time, [utility.utilityId])).toBe(1);
    expect(lease).toBeGreaterThan(0);
    expect(await state('dispatcher', begun.id)).toMatchObject({ state: 'done' });
  });

  it('is a workbook too', async () => {
    const begun = (await ask('dispatcher', { format: 'xlsx' })).body;
    await work();
    const answer = await fetch(`${town.base}/api/exports/${begun.id}/file`, {
      headers: { authorization: `Bearer ${await tokenOf('dispatcher')}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBe((await state('dispatcher', begun.id)).bytes);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('工单-20260302');
  });

  it('stops, goes on where it was, and is gone after a week', async () => {
    const begun = (await ask('dispatcher', { query: { any: true, q: '王小明' } })).body;
    await utility.voices.dispatcher.must(`/api/exports/${begun.id}/cancel`, {});
    expect(await work()).toBe(0);
    expect((await utility.voices.dispatcher.get(`/api/exports/${begun.id}/file`)).body.code).toBe('export-not-done');
    await utility.voices.dispatcher.must(`/api/exports/${begun.id}/resume`, {});
    expect((await utility.voices.dispatcher.post(`/api/exports/${begun.id}/resume`, {})).body.code).toBe(
      'export-not-stopped',
    );
    expect(await work()).toBe(1);
    expect(await file('dispatcher', begun.id)).toContain('王*');
    await expireExports(town.db, utility.utilityId, town.time.now() + 8 * 86_400_000);
    expect(await state('dispatcher', begun.id)).toMatchObject({ state: 'expired' });
    expect((await utility.voices.dispatcher.get(`/api/exports/${begun.id}/file`)).body.code).toBe('export-expired');
    expect(await town.db.admin('select from lists.piece')).toEqual([]);
    // nor is it known any more what was searched for
    expect(await town.db.admin(`select from lists.export where query ? 'q'`)).toEqual([]);
  });

  it('goes on with the next step after its worker was killed, and holds each row once', async () => {
    await town.db.admin(
      `insert into work_orders.work_order (utility_id, number, event, channel, state, summary, place, pack_hash, received_at, created_at, last_seq, version)
       select utility_id, 'y' || n, event, channel, state, summary, 'export ' || n, pack_hash, received_at, created_at, 1, 1
       from (select * from work_orders.work_order where order_id = $1) t, generate_series(1, 2500) n`,
      [orders[0]?.id],
    );
    const begun = (await ask('reviewer', { columns: ['number', 'place'] })).body;
    // the database is gone after the second step
    let steps = 0;
    const gone = breaking((q) => {
      if (q.text.includes('lists.piece') && q.values.includes('rows')) steps += 1;
      return steps === 3;
    });
    await expect(runExports(gone, town.time, [utility.utilityId])).rejects.toThrow('terminated');
    expect(await state('reviewer', begun.id)).toMatchObject({ state: 'running', rows: 2503, written: 2000 });
    expect(await work()).toBe(0);
    town.time.advance(60_000);
    expect(await work()).toBe(1);
    const lines = (await file('reviewer', begun.id)).trim().split('\r\n').slice(1);
    expect([lines.length, new Set(lines).size]).toEqual([2503, 2503]);
  });
});
