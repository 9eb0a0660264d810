/**
 * Reads a message file from bytes: tab-separated without quoting, or CSV (RFC 4180); UTF-8 with or
 * without byte order mark. A defect of one row is that row's; only what makes the whole unreadable
 * refuses the file.
 */
import { parse } from 'csv-parse/sync';
import { ok, type Refusal, type Result, refuse } from '../../values/result.ts';
import { readHeader } from './rules/message-row.ts';

/** `line` is 1-based, the header being line 1 of a file without blank lines before it. */
export type FileRow = { line: number; cells: string[] } | { line: number; refusal: Refusal };

export interface MessageFile {
  format: 'tsv' | 'csv';
  columns: Map<string, number>;
  rows: FileRow[];
}

/** Bytes. A longer row is refused unread. */
const MAX_ROW = 1_000_000;
const TAB = 9;
const NEWLINE = 10;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

interface Line {
  line: number;
  bytes: Uint8Array;
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  let from = 0;
  for (let line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, from);
    const until = end < 0 ? bytes.length : end;
    yield { line, bytes: bytes.subarray(from, bytes[until - 1] === 13 ? until - 1 : until) };
    from = until + 1;
  }
}

const columnFault = (line: number, found: number, expected: number): FileRow => ({
  line,
  refusal: refuse('row-column-count', { params: { found, expected } }).refusal,
});

function readTsv(bytes: Uint8Array): Result<MessageFile> {
  let columns: Map<string, number> | undefined;
  let width = 0;
  const rows: FileRow[] = [];
  for (const { line, bytes: raw } of linesOf(bytes)) {
    if (raw.length === 0) continue;
    if (columns && raw.length > MAX_ROW) {
      rows.push({ line, refusal: refuse('row-too-long', { params: { found: raw.length, limit: MAX_ROW } }).refusal });
      continue;
    }
    const text = decode(raw);
    if (text === undefined) {
      if (!columns) return refuse('file-not-utf8');
      rows.push({ line, refusal: refuse('row-not-utf8').refusal });
      continue;
    }
    const cells = text.split('\t');
    if (!columns) {
      const header = readHeader(cells);
      if (!header.ok) return header;
      columns = header.value;
      width = cells.length;
    } else {
      rows.push(cells.length === width ? { line, cells } : columnFault(line, cells.length, width));
    }
  }
  return columns ? ok({ format: 'tsv', columns, rows }) : refuse('file-empty');
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function readCsv(bytes: Uint8Array): Result<MessageFile> {
  const text = decode(bytes);
  if (text === undefined) return refuse('file-not-utf8');
  const faults: FileRow[] = [];
  const records = parse(text, {
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_ROW,
    on_skip: (error) => {
      faults.push({ line: Number(error?.lines ?? 0), refusal: refuse('row-quoting').refusal });
      return undefined;
    },
  }) as unknown as CsvRecord[];
  const head = records.shift();
  if (!head)
    return faults[0] && 'refusal' in faults[0] ? { ok: false, refusal: faults[0].refusal } : refuse('file-empty');
  const header = readHeader(head.record);
  if (!header.ok) return header;
  const width = head.record.length;
  const rows = records.map(({ record, info }): FileRow => {
    // `info.lines` is the line on which the record ends.
    const line = info.lines - (record.join('').split('\n').length - 1);
    return record.length === width ? { line, cells: record } : columnFault(line, record.length, width);
  });
  return ok({ format: 'csv', columns: header.value, rows: [...rows, ...faults].sort((a, b) => a.line - b.line) });
}

/** The separator is told by the header: a tab in it means tab-separated. */
export function readMessageFile(file: Uint8Array): Result<MessageFile> {
  const bytes = withoutMark(file);
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.subarray(0, 65_536).includes(0)) return refuse('file-is-binary');
  const first = linesOf(bytes).next().value as Line;
  return first.bytes.includes(TAB) ? readTsv(bytes) : readCsv(bytes);
}
