import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTable } from './open.ts';
import { readable, type TableLimits } from './table.ts';
import { testFolder } from './testing.ts';
import { type WriteOptions, writeTable } from './write.ts';

const files = testFolder();

async function read(path: string, limits: Partial<TableLimits> = {}, sheet?: string) {
  const rows = [];
  const table = await openTable(path, { limits, ...(sheet === undefined ? {} : { sheet }) });
  for await (const row of table.rows()) rows.push(row);
  expect(table.progress()).toBeGreaterThan(0.99);
  return { table, rows };
}
const cells = async (path: string) => (await read(path)).rows.map((row) => row.cells);
const code = async (path: string, limits: Partial<TableLimits> = {}) => {
  const opened = await readable(() => read(path, limits));
  return opened.ok ? 'read' : opened.refusal.code;
};
const faults = async (path: string) =>
  (await read(path)).rows.flatMap(({ line, faults: found }) =>
    found.map(({ column, refusal }) => [line, column, refusal.code]),
  );

async function write(rows: string[][], options: WriteOptions): Promise<string> {
  const path = files.next();
  await pipeline(writeTable(rows, options), createWriteStream(path));
  return path;
}

/** What a person may have typed into a table, formulas and control characters included. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '望湖苑',
    '=1+1',
    '+86 129',
    "'=x",
    '@SUM(A1)',
    '-5',
    '\t',
    '"',
    "''-",
    '_x000D_',
    'a,b;c',
    '１２',
    '＝1',
  ),
);
const wellFormed = text.map((value) => value.toWellFormed().replaceAll('\0', ''));
const table = (cell: fc.Arbitrary<string>) =>
  fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }).map((rows) => [
      // a header: the separator is told by it
      Array.from({ length: width }, (_, n) => `列${n}`),
      ...rows.filter((row) => row.some((value) => value.trim() !== '')),
    ]),
  );
const trimmedEnd = (row: string[]): string[] => {
  const last = row.findLastIndex((value) => value !== '');
  return row.slice(0, last + 1);
};

describe('a table that is written and read again', () => {
  it('is the same as XLSX', () =>
    fc.assert(
      fc.asyncProperty(table(wellFormed), async (rows) => {
        const back = await cells(await write(rows, { format: 'xlsx' }));
        expect(back.map(trimmedEnd)).toEqual(
          rows.map(trimmedEnd).map((row) => row.map((c) => c.replace(/[\ufffe\uffff]/g, (m) => m))),
        );
      }),
      { numRuns: 60 },
    ));
  it.each([',', ';', '|'])('is the same as CSV with %s', (delimiter) =>
    fc.assert(
      fc.asyncProperty(table(wellFormed.map((value) => value.replaceAll('\r', ' '))), async (rows) => {
        expect(await cells(await write(rows, { format: 'csv', delimiter }))).toEqual(rows);
      }),
      { numRuns: 60 },
    ),
  );
  it('is the same as tab-separated text of one line each, and as the UTF-16 of a spreadsheet', () =>
    fc.assert(
      fc.asyncProperty(table(wellFormed.map((value) => value.replace(/[\t\r\n]/g, ' '))), async (rows) => {
        expect(await cells(await write(rows, { format: 'tsv' }))).toEqual(rows);
        expect(await cells(await write(rows, { format: 'tsv', encoding: 'utf-16le' }))).toEqual(rows);
      }),
      { numRuns: 60 },
    ));
  it('holds nothing a spreadsheet would execute', async () => {
    const hostile = ['=cmd|calc', '+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1+1', "'=1", "''=1", ' =1', 'plain'];
    const path = await write([['a', 'b'], ...hostile.map((cell) => [cell, 'x'])], { format: 'csv' });
    const { readFileSync } = await import('node:fs');
    const written = readFileSync(path, 'utf8').slice(1);
    expect(written.split(/\r\n/).filter((line) => /^"?[=+\-@\t\r＝]/.test(line))).toEqual([]);
    expect((await cells(path)).slice(1).map(([cell]) => cell)).toEqual(hostile);
  });
});

describe('the encoding of a text file', () => {
  // 户号,小区\n1,望湖苑\n as GB18030
  const gb = Buffer.from('bba7bac52cd0a1c7f80a312ccdfbbafed4b70a', 'hex');
  const plain = '户号,小区\n1,望湖苑\n';
  const wanted = [
    ['户号', '小区'],
    ['1', '望湖苑'],
  ];
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(plain), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${plain}`), 'utf-8'],
    ['GB18030', gb, 'gb18030'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${plain}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${plain}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 LE without a mark', Buffer.from(plain, 'utf16le'), 'utf-16le'],
  ])('%s is found', async (_, bytes, encoding) => {
    const { table: opened, rows } = await read(files.file(bytes));
    expect(opened.encoding).toBe(encoding);
    expect(rows.map((row) => row.cells)).toEqual(wanted);
  });
  it('knows characters of four bytes', async () => {
    // 𠮷 (U+20BB7) as GB18030 95 34 ... in a file that is not UTF-8
    const bytes = Buffer.concat([gb, Buffer.from('322c', 'hex'), Buffer.from('9534d733', 'hex'), Buffer.from([10])]);
    const { rows } = await read(files.file(bytes));
    expect([...(rows[2]?.cells[1] ?? '')]).toHaveLength(1);
    expect(rows[2]?.cells[1]?.codePointAt(0)).toBeGreaterThan(0xffff);
  });
  it('stays UTF-8 when one row is damaged, which is then a defect of that row', async () => {
    const bytes = Buffer.concat([
      Buffer.from('编号\t内容\n1\t没水\n2\t'),
      Buffer.from([0xe6, 0xb0]),
      Buffer.from('\n3\t漏水\n'),
    ]);
    const { table: opened, rows } = await read(files.file(bytes));
    expect(opened.encoding).toBe('utf-8');
    expect(rows.map((row) => row.faults.map(({ refusal }) => refusal.code))).toEqual([
      [],
      [],
      ['row-not-decodable'],
      [],
    ]);
  });
});

describe('rows of a text file', () => {
  it('know the line they begin on; blank ones are left out', async () => {
    const { rows } = await read(files.file('a,b\n\n1,"one\ntwo"\n , \n2,x\n'));
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 6]);
  });
  it('are refused alone when their quotes do not match or they are too long', async () => {
    expect(await faults(files.file('id,b\n1,s"x\n2,t\n'))).toEqual([[2, null, 'row-quoting']]);
    const long = files.file(`id\tb\n1\t${'水'.repeat(1_700_000)}\n2\tt\n`);
    expect(await faults(long)).toEqual([[2, null, 'row-too-long']]);
    expect((await read(long)).rows.at(-1)).toMatchObject({ line: 3, cells: ['2', 't'] });
  });
  it('whose quotes do not match leave the next ones alone', async () => {
    const { rows } = await read(files.file('id,b\n1,"un"q,r\n2,ok\n3,"never closed\n4,"a ""b"""\n5,x\n'));
    expect(rows.map(({ line, cells: found, faults: wrong }) => [line, found.join('|'), wrong.length])).toEqual([
      [1, 'id|b', 0],
      [2, '1|"un"q|r', 1],
      [3, '2|ok', 0],
      [4, '3|"never closed', 1],
      [5, '4|a "b"', 0],
      [6, '5|x', 0],
    ]);
  });
  it('may end with returns alone', async () => {
    expect(await cells(files.file('a,b\r1,2\r'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  it('do not fill the memory when a quote is never closed, or a line never ends', async () => {
    const limits = { row: 10_000 };
    const wrong = async (text: string) =>
      (await read(files.file(text), limits)).rows.filter((row) => row.faults.length > 0);
    const open = await wrong(`id,b\n1,"${'x,\n'.repeat(100_000)}`);
    expect(open.map(({ line, faults: [one] }) => [line, one?.refusal.code])).toEqual([[2, 'row-quoting']]);
    const closed = await wrong(`id,b\n1,"${'x,\n'.repeat(100_000)}"\n2,y\n`);
    expect(closed.map(({ line, faults: [one] }) => [line, one?.refusal.code])).toEqual([
      [2, 'row-quoting'],
      [100_002, 'row-quoting'],
    ]);
    const long = await wrong(`id,b\n${'x'.repeat(3_000_000)}\n2,y\n`);
    expect(long.map(({ line, faults: [one] }) => [line, one?.refusal.code])).toEqual([[2, 'row-too-long']]);
  });
  it('of a message file take a quotation mark for a plain character', async () => {
    expect(await cells(files.file('id\tb\n1\t"停水\n'))).toEqual([
      ['id', 'b'],
      ['1', '"停水'],
    ]);
  });
});

describe('what is no table', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'file-empty'],
    ['only a mark', '\ufeff', 'file-empty'],
    [
      'an old workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'file-old-workbook',
    ],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'file-encrypted',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file-is-binary'],
    ['a PDF', '%PDF-1.7\n', 'not-a-table'],
    ['a web page called .xls', '<html><table></table></html>', 'not-a-table'],
    ['half a zip', Buffer.from('504b0304140000000800', 'hex'), 'workbook-broken'],
  ])('%s is refused', async (_, bytes, expected) => {
    expect(await code(files.file(bytes))).toBe(expected);
  });
  it('is refused when it is larger than the limit, unread', async () => {
    expect(await code(files.file('a,b\n'.repeat(100)), { file: 100 })).toBe('file-too-large');
  });
});
