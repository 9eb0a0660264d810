/**
 * Writes a table a spreadsheet can open and execute nothing of: in a workbook every cell is a text, in CSV and
 * TSV what begins like a formula has an apostrophe before it. Streams: rows are taken as they are written.
 */
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { guarded, likeAFormula } from './guard.ts';
import type { TableFormat } from './table.ts';

export type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

export const MEDIA_TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface WriteOptions {
  format: TableFormat;
  /** Of CSV; default a comma. */
  delimiter?: string | null;
  /** Of the file the rows come from: spreadsheets write UTF-16 with tabs, and quote there. */
  encoding?: string | null;
  sheet?: string;
}

export function writeTable(rows: Rows, options: WriteOptions): Readable {
  return options.format === 'xlsx' ? workbook(rows, options.sheet ?? 'Sheet1') : Readable.from(text(rows, options));
}

/** With a byte order mark: without it, spreadsheets in China read UTF-8 as GBK. */
async function* text(rows: Rows, { format, delimiter, encoding }: WriteOptions) {
  const between = format === 'tsv' ? '\t' : (delimiter ?? ',');
  const wide = encoding?.startsWith('utf-16') === true;
  const cell = format === 'csv' || wide ? quotedCell(between) : plainCell;
  const bytes = (piece: string): Buffer => Buffer.from(piece, wide ? 'utf16le' : 'utf8');
  yield bytes('\ufeff');
  let part = '';
  for await (const row of rows) {
    part += `${row.map(cell).join(between)}\r\n`;
    if (part.length < 64 * 1024) continue;
    yield bytes(part);
    part = '';
  }
  yield bytes(part);
}

const plainCell = (value: string): string => guarded(value).replace(/[\t\r\n]/g, ' ');

const quotedCell =
  (between: string) =>
  (value: string): string => {
    const safe = guarded(value);
    return /["\r\n]/.test(safe) || safe.includes(between) || safe !== safe.trim()
      ? `"${safe.replaceAll('"', '""')}"`
      : safe;
  };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 1 shows a number as text; style 2 has the quote prefix, so that also an edited cell stays a text. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;

function workbook(rows: Rows, sheet: string): Readable {
  const zip = new ZipFile();
  const add = (name: string, xml: string) => zip.addBuffer(Buffer.from(xml), name, { mtime: EPOCH });
  add(
    '[Content_Types].xml',
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  );
  add(
    '_rels/.rels',
    `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(sheet))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  add('xl/styles.xml', STYLES);
  zip.addReadStream(Readable.from(sheetXml(rows)), 'xl/worksheets/sheet1.xml', { mtime: EPOCH });
  zip.end();
  const stream = Readable.from(zip.outputStream as unknown as AsyncIterable<Buffer>);
  zip.on('error', (error: Error) => stream.destroy(error));
  return stream;
}

/** The same rows give the same bytes. */
const EPOCH = new Date(Date.UTC(2020, 0, 1));

const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:]/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1';

async function* sheetXml(rows: Rows) {
  let part = `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  let line = 0;
  for await (const row of rows) {
    line += 1;
    part += `<row r="${line}">${row.map((value, column) => cellXml(value, letters(column) + line)).join('')}</row>`;
    if (part.length < 64 * 1024) continue;
    yield Buffer.from(part);
    part = '';
  }
  yield Buffer.from(`${part}</sheetData></worksheet>`);
}

const cellXml = (value: string, at: string): string =>
  value === ''
    ? ''
    : `<c r="${at}" s="${likeAFormula(value) ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is written as a workbook does: `_x0001_`; halves of surrogate pairs are dropped. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu,
      (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (mark) => NAMED[mark] ?? mark);
}
