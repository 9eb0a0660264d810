import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serialText } from './cell.ts';
import { openTable } from './open.ts';
import { readable, type TableLimits } from './table.ts';
import { type Parts, testFolder, workbookParts } from './testing.ts';
import { showsOf } from './workbook.ts';

const files = testFolder();
const rowsOf = async (path: string, sheet?: string, limits: Partial<TableLimits> = {}) => {
  const rows = [];
  for await (const row of (await openTable(path, { limits, ...(sheet ? { sheet } : {}) })).rows()) rows.push(row);
  return rows;
};
const cells = async (parts: Parts) => (await rowsOf(await files.workbook(parts))).map((row) => row.cells);
const code = async (path: string, limits: Partial<TableLimits> = {}) => {
  const read = await readable(() => rowsOf(path, undefined, limits));
  return read.ok ? 'read' : read.refusal.code;
};
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[$-804]yyyy/m/d h:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/></cellXfs>';
const row = (line: number, ...found: string[]) => `<row r="${line}">${found.join('')}</row>`;
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: string | number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;

describe('cells of a workbook', () => {
  it('are texts, also shared, rich, phonetic and escaped', async () => {
    const shared =
      '<si><t>望湖苑</t></si><si><r><t>湖滨</t></r><r><t xml:space="preserve"> 东路</t></r><rPh><t>hubin</t></rPh></si><si><t>a_x000D_b</t></si>';
    const cell = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
    expect(await cells({ shared, rows: row(1, cell('A1', 0), cell('B1', 1), cell('C1', 2)) })).toEqual([
      ['望湖苑', '湖滨 东路', 'a\rb'],
    ]);
  });
  it('show dates of either calendar as days, instants and times', async () => {
    const found = row(
      1,
      number('A1', 46082, 1),
      number('B1', 46082.5, 3),
      number('C1', 0.375, 4),
      number('D1', 46082, 2),
    );
    expect(await cells({ styles: STYLES, rows: found })).toEqual([
      ['2026-03-01', '2026-03-01 12:00:00', '09:00:00', '2026-03-01'],
    ]);
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>';
    expect(await cells({ styles: STYLES, workbook, rows: row(1, number('A1', 44620, 1)) })).toEqual([['2026-03-01']]);
  });
  it('with a formula say its value; without one, and errors, are defects of the cell', async () => {
    const path = await files.workbook({
      rows: row(
        1,
        '<c r="A1" t="str"><f>A2&amp;"x"</f><v>苑</v></c>',
        '<c r="B1"><f>1+1</f></c>',
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="D1"><f>1+1</f><v>2</v></c>',
        number('E1', '1101234567890123456'),
      ),
    });
    const [first] = await rowsOf(path);
    expect(first?.cells).toEqual(['苑', '', '', '2', '']);
    expect(first?.faults.map(({ column, refusal }) => [column, refusal.code])).toEqual([
      [1, 'cell-formula-without-value'],
      [2, 'cell-error-value'],
      [4, 'cell-number-too-long'],
    ]);
  });
  it('show numbers as a spreadsheet does', async () => {
    const found = row(
      1,
      number('A1', '0.30000000000000004'),
      number('B1', '1E-7'),
      number('C1', '12900004127'),
      '<c r="D1" t="b"><v>1</v></c>',
    );
    expect(await cells({ rows: found })).toEqual([['0.3', '0.0000001', '12900004127', 'TRUE']]);
  });
  it('merged over several rows say the same in each; over several columns in the first', async () => {
    expect(
      await cells({
        rows: [
          row(1, text('A1', '湖城小区登记表')),
          row(2, text('A2', '小区'), text('B2', '楼')),
          row(3, text('A3', '望湖苑'), text('B3', '1')),
          row(4, text('B4', '2')),
          row(6, text('B6', '3')),
        ].join(''),
        after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A5"/></mergeCells>',
      }),
    ).toEqual([['湖城小区登记表'], ['小区', '楼'], ['望湖苑', '1'], ['望湖苑', '2'], ['', '3']]);
  });
  it('lie in the first visible sheet, or in the one that is named', async () => {
    const workbook =
      '<workbook xmlns:r="r"><sheets><sheet name="h" sheetId="1" state="hidden" r:id="r9"/><sheet name="一" sheetId="2" r:id="r1"/><sheet name="二" sheetId="3" r:id="r8"/></sheets></workbook>';
    const rels = String(workbookParts({ rows: '' })['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      '<Relationship Id="r8" Type="x/worksheet" Target="worksheets/two.xml"/><Relationship Id="r9" Type="x/worksheet" Target="worksheets/two.xml"/></Relationships>',
    );
    const path = await files.workbook({
      workbook,
      rows: row(1, text('A1', '1')),
      more: {
        'xl/_rels/workbook.xml.rels': rels,
        'xl/worksheets/two.xml': `<worksheet><sheetData>${row(1, text('A1', '2'))}</sheetData></worksheet>`,
      },
    });
    expect((await openTable(path)).sheets).toEqual(['一', '二']);
    expect((await rowsOf(path))[0]?.cells).toEqual(['1']);
    expect((await rowsOf(path, '二'))[0]?.cells).toEqual(['2']);
  });
});

describe('serial numbers', () => {
  it('before, at and after the day that Excel invented', () => {
    expect([1, 59, 60, 61, 46082].map((serial) => serialText(serial, 'day', 1900))).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '2026-03-01',
    ]);
    expect(serialText(0, 'day', 1904)).toBe('1904-01-01');
    expect(serialText(-1, 'day', 1900)).toBe(null);
    expect(serialText(3_000_000, 'day', 1900)).toBe(null);
  });
  it('are dates where their format says so', () => {
    expect(
      [
        'yyyy/m/d',
        'h:mm',
        'yyyy-mm-dd hh:mm',
        '0.00',
        '0.00E+00',
        '[红色]0',
        '"天"0',
        'G/通用格式',
        'm"月"d"日"',
        '[h]:mm',
      ].map(showsOf),
    ).toEqual(['day', 'time', 'instant', 'number', 'number', 'number', 'number', 'number', 'day', 'time']);
  });
});

describe('a hostile workbook', () => {
  const plain = row(1, text('A1', 'x'));
  it('that unpacks to far more than it may is refused', async () => {
    const bomb = await files.workbook({ rows: row(1, text('A1', 'x'.repeat(30_000_000))) });
    expect(readFileSync(bomb).length).toBeLessThan(100_000);
    expect(await code(bomb, { unpacked: 1_000_000 })).toBe('workbook-too-large');
    const texts = await files.workbook({ rows: plain, shared: `<si><t>${'x'.repeat(3_000_000)}</t></si>` });
    expect(await code(texts, { texts: 1_000_000 })).toBe('workbook-too-large');
  });
  it('that lies about how large a part is, is refused', async () => {
    const path = await files.workbook({ rows: plain, shared: `<si><t>${'x'.repeat(100_000)}</t></si>` });
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
      const name = bytes.toString('latin1', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
      if (name === 'xl/sharedStrings.xml') bytes.writeUInt32LE(50, at + 24);
    }
    writeFileSync(path, bytes);
    expect(await code(path)).toBe('workbook-broken');
  });
  it('with a document type is refused before an entity is expanded', async () => {
    const laughs = '<!DOCTYPE sst [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(await code(await files.workbook({ rows: plain, more: { 'xl/sharedStrings.xml': laughs } }))).toBe(
      'workbook-with-doctype',
    );
    const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>';
    expect(await code(await files.workbook({ rows: plain, more: { 'xl/worksheets/sheet1.xml': outside } }))).toBe(
      'workbook-with-doctype',
    );
  });
  it.each(['../../etc/passwd', '/etc/passwd', 'a\\..\\b'])('with a part called %s is refused', async (name) => {
    const padded = 'n'.repeat(name.length);
    const path = await files.workbook({ rows: plain, more: { [padded]: 'x' } });
    writeFileSync(path, Buffer.from(readFileSync(path).toString('latin1').replaceAll(padded, name), 'latin1'));
    // a backslash is read as a slash, which then leaves the folder or not
    expect(await code(path)).toMatch(/^(workbook-broken|read)$/);
    if (!name.includes('\\')) expect(await code(path)).toBe('workbook-broken');
  });
  it('with thousands of parts, deep XML, rows out of order or cells beyond the edge is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`p${n}`, '']));
    expect(await code(await files.workbook({ rows: plain, more: many }))).toBe('workbook-too-large');
    expect(await code(await files.workbook({ rows: '<a>'.repeat(5000) }))).toBe('workbook-broken');
    expect(await code(await files.workbook({ rows: row(5, text('A5', 'x')) + row(2, text('A2', 'x')) }))).toBe(
      'workbook-broken',
    );
    expect(await code(await files.workbook({ rows: row(1, text('ZZZZ1', 'x')) }))).toBe('workbook-broken');
    expect(await code(await files.workbook({ rows: '<row r="1"><c r="A1"><v>1</v>' }))).toBe('workbook-broken');
    expect(await code(await files.zip({ 'word/document.xml': '<w/>' }))).toBe('not-a-workbook');
  });
  it('reads nothing that lies outside the file', async () => {
    const rels =
      '<Relationships><Relationship Id="r1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1/sheet.xml"/></Relationships>';
    expect(await code(await files.workbook({ rows: plain, more: { 'xl/_rels/workbook.xml.rels': rels } }))).toBe(
      'not-a-workbook',
    );
  });
});
