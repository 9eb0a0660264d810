/**
 * A table in a file: rows of texts, whatever the file is. Rows come one after another, so that memory does
 * not grow with the file.
 */
import type { Refusal, Result } from '../../values/result.ts';

export type TableFormat = 'csv' | 'tsv' | 'xlsx';

/** Why a cell, or with `column` null the whole row, could not be read as what it claims to be. */
export interface TableFault {
  /** 0-based. */
  column: number | null;
  refusal: Refusal;
}

export interface TableRow {
  /** 1-based, as a text editor or a spreadsheet counts. */
  line: number;
  /** As a reader would see them: `2026-03-01`, `2026-03-01 09:08:38`, `09:08:38`, `12.5`, `TRUE`. */
  cells: string[];
  faults: TableFault[];
}

export interface Table {
  format: TableFormat;
  /** Of a text file. */
  encoding: string | null;
  delimiter: string | null;
  /** The sheet that is read, and all that can be. */
  sheet: string | null;
  sheets: string[];
  /** Calendar its serial numbers count in. */
  epoch: 1900 | 1904;
  /** Rows that are not blank. Throws `UnreadableTable` where the file turns out to be damaged. */
  rows(): AsyncGenerator<TableRow>;
  /** Part of the file that has been read, 0 to 1. */
  progress(): number;
}

export interface TableLimits {
  /** Bytes of the file. */
  file: number;
  /** Bytes of one part of a workbook when it is unpacked. */
  unpacked: number;
  /** Bytes of the texts that a workbook keeps apart from its cells; they are held in memory. */
  texts: number;
  /** Characters of one row. */
  row: number;
  columns: number;
}

const MB = 1024 * 1024;

export const TABLE_LIMITS: TableLimits = {
  file: 64 * MB,
  unpacked: 512 * MB,
  texts: 64 * MB,
  row: 1_000_000,
  columns: 500,
};

/** The file is not, or is no longer, a table. */
export class UnreadableTable extends Error {
  readonly refusal: Refusal;
  constructor(code: string, params: NonNullable<Refusal['params']> = {}) {
    super(code);
    this.refusal = { code, params };
  }
}

/** Turns a damage found on the way into a refusal; other errors are passed on. */
export async function readable<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof UnreadableTable) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

export const fault = (
  column: number | null,
  code: string,
  params: NonNullable<Refusal['params']> = {},
): TableFault => ({
  column,
  refusal: { code, params },
});

export const isBlank = (row: TableRow): boolean =>
  row.faults.length === 0 && row.cells.every((cell) => cell.trim() === '');
