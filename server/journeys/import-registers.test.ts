/** Registers from tables: communities, roads, buildings, premises; corrected, and a second time nothing. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { importFile, KINDS, runWaiting } from '../modules/imports/index.ts';
import { testFolder, workbookParts } from '../platform/tables/testing.ts';
import { type City, city, PASSWORD, type Utility } from './city/testing.ts';

const files = testFolder();
let town: City;
let utility: Utility;

const load = async (kind: string, text: string, dry = false) => {
  const path = files.next();
  writeFileSync(path, text);
  const context = {
    transaction: <T>(work: Parameters<typeof town.db.transaction<T>>[1]) =>
      town.db.transaction(utility.utilityId, work),
    time: town.time,
    me: null,
  };
  const done = await importFile(context, { file: path, fileName: `${kind}.csv`, kind, dry, errors: `${path}.errors` });
  if (!done.ok) throw new Error(done.refusal.code);
  const rows = await town.db.admin<{ line: number; faults: { column: string | null; code: string }[] }>(
    'select line, faults from imports.row where import_id = $1 order by line',
    [done.value.importId],
  );
  return {
    counts: done.value.counts,
    faults: rows.map(({ line, faults }) => [line, faults[0]?.column, faults[0]?.code]),
  };
};

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('reg', 'liaocheng');
  await town.db.admin(
    `insert into identity.district values (${utility.utilityId}, 'east', '城东'), (${utility.utilityId}, 'west', '城西')`,
  );
}, 240_000);

const COMMUNITIES =
  '小区名称,地址,所属片区,别名,经度,纬度\n望湖苑,湖滨东路18号,城东,湖苑、老纺织厂,116.5,33.9\n东关花园,东关大街120号,城西,,,\n北关里,,城北,,,\n南园,,城东,,116.5,\n';
const PREMISES = `用水户登记表,,,,,,,,
户号,小区,楼栋,房号,户名,电话,用户类别,水表口径,供水方式
110001,望湖苑,1号楼,101,王某,12900004127,居民,DN15,直供
110002,望湖苑,1号楼,102,赵某,,居民,20mm,二次供水
110003,没有的小区,1号楼,101,李某,,居民,15,直供
110004,望湖苑,2号楼,101,=cmd,abc,居民,四分,直供
110001,望湖苑,1号楼,101,王某,12900004127,居民,15,直供
`;

describe('registers', () => {
  it('go in with their references, each bad row with its column, and a second time change nothing', async () => {
    const trial = await load('communities', COMMUNITIES, true);
    expect(trial.counts).toEqual({ created: 2, refused: 2 });
    expect(await town.db.admin('select from registers.community')).toEqual([]);
    const first = await load('communities', COMMUNITIES);
    expect(first.counts).toEqual({ created: 2, refused: 2 });
    expect(first.faults).toEqual([
      [4, 'district', 'district-unknown'],
      [5, 'lat', 'half-a-point'],
    ]);
    expect((await load('communities', COMMUNITIES)).counts).toEqual({ unchanged: 2, refused: 2 });
    expect(
      (await load('roads', '道路,片区,中心线\n湖滨东路,城东,116.1 33.9; 116.2 33.8\n断路,城东,116.1\n')).counts,
    ).toEqual({ created: 1, refused: 1 });
    expect((await load('buildings', '小区,楼栋,别名\n望湖苑,1号楼,\n望湖苑,3号楼,老三楼\n')).counts).toEqual({
      created: 2,
    });
  });
  it('of premises say what is wrong with account, meter and phone, and which line repeats another', async () => {
    const first = await load('premises', PREMISES);
    expect(first.counts).toEqual({ created: 2, refused: 3 });
    expect(first.faults).toEqual([
      [5, 'community', 'community-unknown'],
      [6, 'customerPhone', 'phone-not-valid'],
      [7, null, 'row-repeats-line'],
    ]);
    expect((await load('premises', PREMISES)).counts).toEqual({ unchanged: 2, refused: 3 });
    expect((await load('premises', PREMISES.replace('赵某', '钱某'))).counts).toMatchObject({
      changed: 1,
      unchanged: 1,
    });
    expect(
      await town.db.admin(
        `select meter_dn, supply, customer_kind from registers.premises where account_number = '110002'`,
      ),
    ).toEqual([{ meter_dn: 20, supply: 'secondary', customer_kind: 'resident' }]);
  });
  it('are recognised by their header alone, with a merged community, for those with the right', async () => {
    const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'reg-manager', password: PASSWORD }),
    });
    const { token } = (await answer.json()) as { token: string };
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const row = (line: number, cells: string[]) =>
      `<row r="${line}">${cells.map((cell, n) => (cell === '' ? '' : text('ABCDEFGHI'[n] + String(line), cell))).join('')}</row>`;
    const head = ['户号', '小区', '楼栋', '房号', '户名', '电话', '用户类别', '口径', '供水方式'];
    const path = await files.zip(
      workbookParts({
        rows: [
          row(1, head),
          row(2, ['220001', '望湖苑', '1号楼', '201', '孙某', '', '居民', '15', '直供']),
          row(3, ['220002', '', '1号楼', '202', '周某', '', '单位', '25', '直供']),
        ].join(''),
        after: '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
      }),
    );
    const { readFileSync } = await import('node:fs');
    const sent = await fetch(`${town.base}/api/imports?name=p.xlsx`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'idempotency-key': randomUUID(),
        authorization: `Bearer ${token}`,
      },
      body: readFileSync(path),
    });
    const begun = (await sent.json()) as { importId: string; kind: string };
    expect(begun.kind).toBe('premises');
    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, {});
    await runWaiting(town.db, town.time, [utility.utilityId]);
    expect((await utility.voices.manager.get(`/api/imports/${begun.importId}`)).body.counts).toMatchObject({
      created: 2,
      refused: 0,
    });
    // a dispatcher may import letters, not registers
    expect((await utility.voices.dispatcher.get(`/api/imports/${begun.importId}`)).body.code).toBe('import-not-found');
    const kinds = (await utility.voices.dispatcher.get('/api/imports/kinds')).body.items;
    expect(kinds.map(({ id }: { id: string }) => id)).toEqual(['messages']);
    expect(KINDS.length).toBeGreaterThan(kinds.length);
  });
});
