/** Files of letters through the API and the command line: row by row, twice, and hostile. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type City, city, lettersFile, PASSWORD, type Utility } from './city/testing.ts';

const file = lettersFile();
const folder = mkdtempSync(join(tmpdir(), 'gongshui-import-'));
let town: City;
let utility: Utility;
let token: string;

const counts = async () => {
  const [row] = await town.db.admin<Record<string, string>>(
    `select (select count(*) from requests.request where utility_id = $1) as requests,
       (select count(*) from work_orders.work_order where utility_id = $1) as orders,
       (select count(*) from work_orders.event where utility_id = $1) as events`,
    [utility.utilityId],
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, n]) => [name, Number(n)]));
};

async function send(body: string | Uint8Array<ArrayBuffer>, query = '', language = 'zh-CN') {
  const answer = await fetch(`${town.base}/api/imports/messages${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/tab-separated-values',
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${token}`,
      'accept-language': language,
    },
    body,
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

beforeAll(async () => {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('post', 'liaocheng');
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'post-manager', password: PASSWORD }),
  });
  token = ((await answer.json()) as { token: string }).token;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(file === null)('the 107 letters as a file', () => {
  it('become 64 orders and 43 declined requests', async () => {
    const { status, body } = await send(readFileSync(file ?? ''));
    expect(status).toBe(200);
    expect(body.counts).toEqual({ created: 64, repeated: 0, declined: 43, registered: 0, draft: 0, refused: 0 });
    expect(await counts()).toMatchObject({ requests: 107, orders: 64 });
    const { report, ...shown } = body;
    expect((await utility.voices.manager.get(`/api/imports/${body.importId}`)).body).toEqual(shown);
    expect((await utility.voices.manager.get(`/api/imports/${body.importId}/rows`)).body.items).toEqual(report);
  });
  it('change nothing when they are imported again', async () => {
    const before = await counts();
    const { body } = await send(readFileSync(file ?? ''));
    expect(body.counts).toEqual({ created: 0, repeated: 107, declined: 0, registered: 0, draft: 0, refused: 0 });
    expect(await counts()).toEqual(before);
  });
});

const HEAD = 'id\ttime\tsubject\tbody\tevent\tplace';
const good = (id: string, event = 'no-water') => `${id}\t2026/3/1 9:08:38\t停水\t家里没有水\t${event}\t湖滨小区`;

describe('a file of letters', () => {
  it('may be CSV with a byte order mark', async () => {
    const { body } = await send(
      '\ufeffid,time,subject,body,event\r\ncsv-1,2026/3/1 9:08:38,"停水, 没通知","第一行\n第二行",停水\r\n',
      '?channel=wechat',
    );
    expect(body.counts).toMatchObject({ created: 1 });
    const [row] = await town.db.admin(
      `select channel, content, event from requests.request where source_ref = 'csv-1'`,
    );
    expect(row).toEqual({ channel: 'wechat', content: '停水, 没通知\n第一行\n第二行', event: 'no-water' });
  });
  it('without labels becomes drafts that an agent opens or declines', async () => {
    const { body } = await send(
      'id\ttime\tsubject\tbody\nd-1\t2026/3/1 9:00:00\t水\t没有水\nd-2\t2026/3/1 9:00:00\t路灯\t不亮\n',
    );
    expect(body.counts).toMatchObject({ draft: 2 });
    const [first, second] = body.report.map((row: { requestId: number }) => row.requestId);
    const opened = await utility.voices.agent.must(`/api/requests/${first}/open`, {
      event: 'no-water',
      place: '湖滨小区',
    });
    expect(opened).toMatchObject({ request: { outcome: 'open', receivedAt: '2026-03-01T01:00:00.000Z' } });
    const declined = await utility.voices.agent.must(`/api/requests/${second}/decline`, {
      reason: 'irrelevant',
      explanation: '路灯请拨打 12345。',
    });
    expect(declined).toMatchObject({ outcome: 'declined', declinedBy: 'agent' });
    expect((await utility.voices.agent.post(`/api/requests/${second}/open`, { event: 'no-water' })).body.code).toBe(
      'request-already-declined',
    );
  });
  it('refuses what is wrong line by line, with a code in the language of the reader, and takes the rest', async () => {
    const rows = [
      HEAD,
      good('h-1'),
      'h-2\t2026/3/1 9:08:38\t列数不对',
      'h-3\t昨天\t停水\t没水\tno-water\t',
      good('h-4', 'no-watre'),
      `h-5\t2026/3/1 9:08:38\t长\t${'水'.repeat(1_700_000)}\tno-water\t`,
      '\t2026/3/1 9:08:38\t无编号\t没水\tno-water\t',
      'h-7\t2030/1/1 0:00:00\t未来\t没水\tno-water\t',
      good('h-1'),
      good('h-9'),
    ];
    const { body } = await send(rows.join('\n'), '', 'en');
    expect(
      body.report.map((row: { line: number; outcome: string; code: string | null }) => [
        row.line,
        row.outcome,
        row.code,
      ]),
    ).toEqual([
      [2, 'created', null],
      [3, 'refused', 'row-column-count'],
      [4, 'refused', 'message-time-not-valid'],
      [5, 'refused', 'unknown-event'],
      [6, 'refused', 'row-too-long'],
      [7, 'refused', 'message-id-missing'],
      [8, 'refused', 'received-in-future'],
      [9, 'repeated', null],
      [10, 'created', null],
    ]);
    expect(body.report[3].message).toBe(
      'event: There is no event type “no-watre”. Did you mean “no-water” (No water)?',
    );
  });
  it('that is none is refused as a whole, and nothing is written', async () => {
    const before = await counts();
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    expect(await send(png)).toMatchObject({ status: 422, body: { code: 'file-is-binary' } });
    expect(await send('nothing\tof\tuse\n1\t2\t3\n')).toMatchObject({
      status: 422,
      body: { code: 'columns-missing' },
    });
    expect(await send(Uint8Array.from([0xc4, 0xe3, 0x09, 0xba, 0xc3, 0x0a]))).toMatchObject({
      body: { code: 'columns-missing', detail: expect.stringContaining('你, 好') },
    });
    expect((await utility.voices.crew.get('/api/requests')).body.items).toEqual([]);
    expect(await counts()).toEqual(before);
  });
});

describe('the command line', () => {
  const command = (...words: string[]) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, '../main/cli.ts'), 'import', 'messages', ...words],
        {
          env: { ...process.env, DATABASE_URL: town.db.url },
        },
      );
      let [out, err] = ['', ''];
      child.stdout.on('data', (text) => (out += text));
      child.stderr.on('data', (text) => (err += text));
      child.on('close', (code) => resolve({ code, out, err }));
    });

  it('imports a file chunk by chunk and reports in JSON', async () => {
    const path = join(folder, 'letters.tsv');
    writeFileSync(path, [HEAD, ...Array.from({ length: 450 }, (_, i) => good(`c-${i}`))].join('\n'));
    const { code, out } = await command(path, '--json', '--utility', 'post');
    expect(code).toBe(0);
    expect(JSON.parse(out).counts).toMatchObject({ created: 450, refused: 0 });
    const again = await command(path, '--utility', 'post', '--lang', 'en');
    expect(again.out.trim()).toBe('orders 0  declined 0  registered 0  drafts 0  repeated 450  refused 0');
  }, 240_000);
  it('names what is wrong and fails', async () => {
    expect(await command(join(folder, 'missing.tsv'), '--json')).toMatchObject({
      code: 2,
      out: expect.stringContaining('file-not-readable'),
    });
    const path = join(folder, 'bad.tsv');
    writeFileSync(path, `${HEAD}\n${good('x-1', 'leek')}\n`);
    const { code, out } = await command(path, '--utility', 'post');
    expect([code, out.split('  ')[0]]).toEqual([1, '第 2 行']);
    expect(await command(path, '--utility', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('utility-not-found'),
    });
  }, 240_000);
});
