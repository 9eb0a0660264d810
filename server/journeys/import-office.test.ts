/** A table uploaded, corrected, tried, imported in the background, killed and continued, and its bad rows corrected. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runWaiting } from '../modules/imports/index.ts';
import { openTable } from '../platform/tables/open.ts';
import { testFolder, workbookParts } from '../platform/tables/testing.ts';
import { type City, city, PASSWORD, type Utility } from './city/testing.ts';

const files = testFolder();
let town: City;
let utility: Utility;
const tokens: Record<string, string> = {};

const signIn = async (who: string): Promise<string> => {
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: `office-${who}`, password: PASSWORD }),
  });
  return ((await answer.json()) as { token: string }).token;
};

async function upload(who: string, bytes: string | Uint8Array<ArrayBuffer>, query = '') {
  const answer = await fetch(`${town.base}/api/imports?name=letters.csv${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${tokens[who]}`,
    },
    body: bytes,
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

const work = () => runWaiting(town.db, town.time, [utility.utilityId], { failed: (error) => Promise.reject(error) });
const of = async (id: string) => (await utility.voices.manager.get(`/api/imports/${id}`)).body;
const requests = async () =>
  Number((await town.db.admin<{ n: string }>('select count(*) as n from requests.request'))[0]?.n);
const put = async (id: string, body: unknown) => {
  const answer = await fetch(`${town.base}/api/imports/${id}/setup`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${tokens.manager}`,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
};
async function errorsOf(id: string, who = 'manager') {
  const answer = await fetch(`${town.base}/api/imports/${id}/errors`, {
    headers: { authorization: `Bearer ${tokens[who]}` },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) return { status: answer.status, bytes, rows: [] };
  const path = join(files.next());
  writeFileSync(path, bytes);
  const rows: string[][] = [];
  for await (const row of (await openTable(path)).rows()) rows.push(row.cells);
  return { status: answer.status, bytes, rows };
}

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('office', 'liaocheng');
  for (const who of ['manager', 'dispatcher', 'agent']) tokens[who] = await signIn(who);
}, 240_000);

const HEAD = '2026年3月群众来信汇总,,,,\n\n序号,留言时间,标题,正文,类别\n';
const FILE = `${HEAD}a-1,2026年3月1日 9时8分,停水,家里没有水,停水
a-2,2009-13-45,停水,没有水,停水
a-3,2026.3.1 10:00,"=HYPERLINK(""http://x"")",-1+1,漏水来着
,2026/3/1 9:00:00,漏水,路面冒水,pipe-leak
a-5,2026/3/1 9:00:00,漏水,路面冒水,pipe-leak
`;

describe('a table in the office', () => {
  it('is recognised below a title, by Chinese names; tried without effect; imported; corrected; imported again', async () => {
    const { status, body: begun } = await upload('manager', FILE);
    expect(status).toBe(201);
    expect(begun).toMatchObject({ kind: 'messages', kindName: '群众来信', state: 'ready', mine: true });
    expect(begun.setup).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      headerLine: 3,
      missing: [],
      columns: { id: 0, time: 1, event: 4 },
    });

    const before = await requests();
    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, { dry: true });
    await work();
    const trial = await of(begun.importId);
    expect(trial).toMatchObject({ state: 'ready', dry: true, rows: 5, counts: { created: 2, refused: 3 } });
    expect(await requests()).toBe(before);

    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, {});
    expect((await of(begun.importId)).state).toBe('running');
    await work();
    expect(await of(begun.importId)).toMatchObject({
      state: 'done',
      dry: false,
      progress: 1,
      errors: true,
      counts: { created: 2, refused: 3 },
    });
    expect(await requests()).toBe(before + 2);
    const { items } = (await utility.voices.manager.get(`/api/imports/${begun.importId}/rows?outcome=refused`)).body;
    expect(
      items.map((row: { line: number; faults: { column: string; code: string }[] }) => [
        row.line,
        row.faults[0]?.column,
        row.faults[0]?.code,
      ]),
    ).toEqual([
      [5, 'time', 'message-time-not-valid'],
      [6, 'event', 'unknown-event-unlike'],
      [7, 'id', 'message-id-missing'],
    ]);

    const errors = await errorsOf(begun.importId);
    expect(errors.rows[0]).toEqual(['序号', '留言时间', '标题', '正文', '类别', '错误原因']);
    expect(errors.rows.slice(1).map((row) => row[5]?.slice(0, 10))).toEqual([
      expect.stringContaining('第 5 行：来信时间'),
      expect.stringContaining('第 6 行：事项类别'),
      expect.stringContaining('第 7 行：编号'),
    ]);
    // nothing in it begins like a formula, and read again it says what it said
    expect(errors.bytes.toString('utf8')).toContain(`"'=HYPERLINK(""http://x"")",'-1+1`);
    expect(errors.rows[2]?.slice(2, 4)).toEqual(['=HYPERLINK("http://x")', '-1+1']);

    const corrected = errors.bytes
      .toString('utf8')
      .replace('2009-13-45', '2019年3月7日 8:00')
      .replace('漏水来着', 'pipe-leak')
      .replace('\r\n,2026', '\r\na-4,2026');
    const again = (await upload('manager', corrected)).body;
    expect(again.setup.missing).toEqual([]);
    await utility.voices.manager.must(`/api/imports/${again.importId}/start`, {});
    await work();
    expect((await of(again.importId)).counts).toMatchObject({ created: 3, refused: 0 });

    const twice = (await upload('manager', corrected)).body;
    await utility.voices.manager.must(`/api/imports/${twice.importId}/start`, {});
    await work();
    expect((await of(twice.importId)).counts).toMatchObject({ created: 0, repeated: 3, refused: 0 });
    expect(await requests()).toBe(before + 5);
  });

  it('is given back as XLSX when it came as XLSX', async () => {
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const row = (line: number, cells: string[]) =>
      `<row r="${line}">${cells.map((cell, n) => text('ABCDE'[n] + String(line), cell)).join('')}</row>`;
    const path = await files.zip(
      workbookParts({
        rows: [
          row(1, ['编号', '时间', '标题', '内容', '类别']),
          row(2, ['x-1', '2026-03-01 8:00', '停水', '没水', '停水']),
          '<row r="3"><c r="A3" t="inlineStr"><is><t>x-2</t></is></c><c r="B3"><f>NOW()</f></c><c r="C3" t="inlineStr"><is><t>停水</t></is></c><c r="D3" t="inlineStr"><is><t>+1</t></is></c></row>',
        ].join(''),
      }),
    );
    const { readFileSync } = await import('node:fs');
    const begun = (await upload('manager', new Uint8Array(readFileSync(path)))).body;
    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, {});
    await work();
    expect((await of(begun.importId)).counts).toMatchObject({ created: 1, refused: 1 });
    const errors = await errorsOf(begun.importId);
    expect(errors.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(errors.rows[1]?.slice(0, 4)).toEqual(['x-2', '', '停水', '+1']);
    expect(errors.rows[1]?.[5]).toContain('第 3 行：来信时间：公式没有计算结果');
  });

  it('with unknown names is set right by hand', async () => {
    const begun = (await upload('manager', '甲,乙,丙,丁\nb-1,2026/3/1 9:00:00,停水,没水\n', '&kind=messages')).body;
    expect(begun.setup.missing).toEqual(['id', 'time', 'subject', 'body']);
    expect((await utility.voices.manager.post(`/api/imports/${begun.importId}/start`, {})).body.code).toBe(
      'columns-missing',
    );
    const columns = { id: 0, time: 1, subject: 2, body: 3 };
    expect((await put(begun.importId, { headerLine: 1, columns: { ...columns, body: 2 } })).body.code).toBe(
      'column-twice',
    );
    expect((await put(begun.importId, { headerLine: 99 })).body.code).toBe('header-line-unknown');
    const corrected = await put(begun.importId, { headerLine: 1, columns, options: { channel: 'letter' } });
    expect(corrected.body.setup).toMatchObject({ missing: [], columns });
    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, {});
    await work();
    expect((await of(begun.importId)).counts).toMatchObject({ draft: 1 });
    expect(await town.db.admin(`select channel from requests.request where source_ref = 'b-1'`)).toEqual([
      { channel: 'letter' },
    ]);
  });

  it('can be stopped, and goes on where it was stopped', async () => {
    const rows = Array.from({ length: 1200 }, (_, n) => `s-${n},2026/3/1 9:00:00,路灯,不亮,no`).join('\n');
    const begun = (await upload('manager', `id,time,subject,body,relevant\n${rows}\n`)).body;
    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, {});

    let transactions = 0;
    const db: typeof town.db = {
      ...town.db,
      async transaction(...args: Parameters<typeof town.db.transaction>) {
        const done = await town.db.transaction(...args);
        transactions += 1;
        // claimed, looked at, fetched, and the first five hundred rows are in
        if (transactions === 4) await utility.voices.manager.must(`/api/imports/${begun.importId}/cancel`, {});
        return done;
      },
    } as typeof town.db;
    await runWaiting(db, town.time, [utility.utilityId]);
    const stopped = await of(begun.importId);
    expect(stopped).toMatchObject({ state: 'cancelled', resumable: true });
    expect(stopped.rows).toBe(500);
    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, {});
    await work();
    expect(await of(begun.importId)).toMatchObject({
      state: 'done',
      counts: { declined: 1200, repeated: 0, refused: 0 },
    });
  }, 60_000);
});

describe('who may', () => {
  it('import is asked for every kind, and what is in a file sees only who uploaded it', async () => {
    expect((await upload('agent', FILE)).body.code).toBe('forbidden');
    const begun = (await upload('manager', FILE.replaceAll('a-', 'w-'))).body;
    await utility.voices.manager.must(`/api/imports/${begun.importId}/start`, {});
    await work();
    const seen = (await utility.voices.dispatcher.get(`/api/imports/${begun.importId}`)).body;
    expect(seen).toMatchObject({ mine: false, setup: { head: [] }, errors: true });
    expect((await errorsOf(begun.importId, 'dispatcher')).bytes.toString()).toContain('import-not-yours');
    expect((await errorsOf(begun.importId)).status).toBe(200);
    const listed = (await utility.voices.dispatcher.get('/api/imports')).body.items;
    expect(listed.map((one: { importId: string }) => one.importId)).toContain(begun.importId);
    expect((await utility.voices.agent.get('/api/imports')).body.code).toBe('forbidden');
  });
  it('send what is no table is told so, in his language', async () => {
    for (const [bytes, code] of [
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-old-workbook'],
      [Buffer.from('504b0304140000000800', 'hex'), 'workbook-broken'],
      [Buffer.from('%PDF-1.7'), 'not-a-table'],
      [Buffer.from('a,b\n1,2\n'), 'import-not-recognised'],
    ] as const) {
      const { status, body } = await upload('manager', new Uint8Array(bytes));
      expect([status, body.code]).toEqual([422, code]);
      expect(body.detail).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(await upload('manager', '')).toMatchObject({ status: 400, body: { code: 'file-empty' } });
    expect((await upload('manager', FILE, '&kind=nothing')).body.code).toBe('import-kind-unknown');
  });
});
