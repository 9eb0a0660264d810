/** Delimited text: tab-separated without quoting, or quoted after RFC 4180 with a comma, semicolon, tab or bar. */
import { createReadStream } from 'node:fs';
import type { TextEncodingFound } from './encoding.ts';
import { unguarded } from './guard.ts';
import { readRecord } from './quoted.ts';
import { fault, isBlank, type Table, type TableLimits, type TableRow, UnreadableTable } from './table.ts';

/** Of these the one that comes most often in the first line that has any. */
const DELIMITERS = [',', ';', '|'];
const REPLACED = '\ufffd';

interface Decoded {
  /** Pieces of text. */
  pieces(): AsyncGenerator<string>;
  progress(): number;
}

export async function textTable(
  file: string,
  bytes: number,
  found: TextEncodingFound,
  limits: TableLimits,
): Promise<Table> {
  const sample = await firstText(decoded(file, bytes, found), limits.row);
  const first = sample.split(/\r\n|\n|\r/).find((line) => /[,;|\t]/.test(line)) ?? '';
  if (sample.trim() === '') throw new UnreadableTable('file-empty');
  const tabs = first.includes('\t');
  const delimiter = tabs ? '\t' : mostOf(first);
  // as computers of Apple ended lines long ago
  const returns = sample.includes('\r') && !sample.includes('\n');
  // spreadsheets write “Unicode text” as UTF-16 with tabs and quote there; message files do not quote
  const quoted = !tabs || found.encoding.startsWith('utf-16');
  let reading: Decoded | undefined;
  return {
    format: tabs ? 'tsv' : 'csv',
    encoding: found.encoding,
    delimiter,
    sheet: null,
    sheets: [],
    epoch: 1900,
    async *rows() {
      reading = decoded(file, bytes, found, returns);
      const damage = damageIn(found);
      for await (const row of quoted ? quotedRows(reading, delimiter, limits) : plainRows(reading, limits)) {
        const checked = damage(row);
        if (!isBlank(checked)) yield checked;
      }
    },
    progress: () => reading?.progress() ?? 0,
  };
}

/** Characters that do not fit the encoding are a defect of their row. */
function damageIn({ whole, encoding }: TextEncodingFound): (row: TableRow) => TableRow {
  const name = encoding === 'gb18030' ? 'GB18030' : encoding.toUpperCase();
  return (row) => {
    const cells = row.cells.map(unguarded);
    if (whole || !cells.some((cell) => cell.includes(REPLACED))) return { ...row, cells };
    return { ...row, cells, faults: [...row.faults, fault(null, 'row-not-decodable', { encoding: name })] };
  };
}

function mostOf(line: string): string {
  const times = (mark: string): number => line.split(mark).length;
  return DELIMITERS.reduce((best, mark) => (times(mark) > times(best) ? mark : best), ',');
}

function decoded(file: string, bytes: number, found: TextEncodingFound, returns = false): Decoded {
  let read = 0;
  return {
    async *pieces() {
      const decoder = new TextDecoder(found.encoding, { ignoreBOM: true });
      for await (const chunk of createReadStream(file, { start: found.mark, highWaterMark: 128 * 1024 })) {
        read += (chunk as Buffer).length;
        const piece = decoder.decode(chunk as Buffer, { stream: true });
        yield returns ? piece.replaceAll('\r', '\n') : piece;
      }
      yield decoder.decode();
    },
    progress: () => (bytes === 0 ? 1 : Math.min(1, (read + found.mark) / bytes)),
  };
}

async function firstText(from: Decoded, most: number): Promise<string> {
  let text = '';
  for await (const piece of from.pieces()) {
    text += piece;
    if (text.length >= most || /[^\s][^\n]*\n/.test(text)) break;
  }
  return text;
}

/** One line, one row. A longer one is passed over without being kept. */
async function* plainRows(from: Decoded, limits: TableLimits): AsyncGenerator<TableRow> {
  let rest = '';
  let dropped = 0;
  let line = 0;
  const finish = (text: string): TableRow => {
    line += 1;
    const length = dropped + text.length;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    dropped = 0;
    return length > limits.row
      ? { line, cells: [], faults: [fault(null, 'row-too-long', { found: length, limit: limits.row })] }
      : { line, cells: whole.split('\t'), faults: [] };
  };
  for await (const piece of from.pieces()) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield finish(text);
    if (rest.length > limits.row) {
      dropped += rest.length;
      rest = '';
    }
  }
  if (rest !== '' || dropped > 0) yield finish(rest);
}

/** A line that ends nowhere is passed over like a row that is too long. */
async function* quotedRows(from: Decoded, delimiter: string, limits: TableLimits): AsyncGenerator<TableRow> {
  let text = '';
  let line = 1;
  let dropped = 0;
  const tooLong = (length: number): TableRow => ({
    line,
    cells: [],
    faults: [fault(null, 'row-too-long', { found: length, limit: limits.row })],
  });
  function* take(whole: boolean): Generator<TableRow> {
    let at = 0;
    while (at < text.length) {
      const record = readRecord(text, at, { delimiter, most: limits.row, whole });
      if (!record) break;
      const { cells, faults, end } = record;
      yield dropped > 0 ? tooLong(dropped + end - at) : { line, cells, faults };
      dropped = 0;
      for (let mark = text.indexOf('\n', at); mark >= 0 && mark < end; mark = text.indexOf('\n', mark + 1)) line += 1;
      at = end;
    }
    text = text.slice(at);
  }
  for await (const piece of from.pieces()) {
    text += piece;
    yield* take(false);
    if (text.length > limits.row && !text.includes('\n')) {
      dropped += text.length;
      text = '';
    }
  }
  yield* take(true);
  if (dropped > 0) yield tooLong(dropped);
}
