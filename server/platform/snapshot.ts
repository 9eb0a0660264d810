/**
 * One moment of the database, read by several connections at once, in rows as PostgreSQL copies them out: millions of
 * them, none kept. Nothing is written.
 */
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { connectionsAs } from './database.ts';

export interface Snapshot {
  /** Of the moment, for other connections. */
  id: string;
  rows<R extends object>(text: string): Promise<R[]>;
  /** Rows of a query, each handed on and forgotten. @param query without parameters: COPY takes none, so it may hold nothing but numbers and names of ours */
  copy(query: string, each: (row: CopiedRow) => void): Promise<void>;
  end(): Promise<void>;
}

/** @param id of the moment to read; absent: now */
export async function openSnapshot(url: string, utilityId: number, id?: string): Promise<Snapshot> {
  if (!Number.isSafeInteger(utilityId) || utilityId < 1) throw new Error(`not a utility: ${utilityId}`);
  if (id !== undefined && !/^[\dA-F-]+$/.test(id)) throw new Error(`not a snapshot: ${id}`);
  const options = { url, max: 1, statementTimeout: 0, name: 'gongshui snapshot' };
  const pool = connectionsAs('gongshui_app', 'pg_catalog,public', options);
  const client = await pool.connect();
  const end = async (): Promise<void> => {
    client.release(true);
    await pool.end();
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    if (id !== undefined) await client.query(`set transaction snapshot '${id}'`);
    // whoever has it holds it for as long as he needs
    await client.query(`set local idle_in_transaction_session_timeout = 0; set local app.utility_id = '${utilityId}'`);
    const mine = id ?? (await client.query<{ id: string }>('select pg_export_snapshot() as id')).rows[0]?.id ?? '';
    return {
      id: mine,
      rows: async <R extends object>(text: string) => (await client.query<R & pg.QueryResultRow>(text)).rows,
      copy: (query, each) => copied(client.query(to(`copy (${query}) to stdout (format binary)`)), each),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Signature, flags, length of what is added to them. */
const HEADER = 19;
/** 2000-01-01, from which PostgreSQL counts. */
const EPOCH = 946_684_800_000;

/** The row it is handed is the same every time: what is wanted of it must be taken out. */
async function copied(stream: Readable, each: (row: CopiedRow) => void): Promise<void> {
  const row = new CopiedRow();
  let left: Buffer | null = null;
  let headed = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes: Buffer = left === null ? chunk : Buffer.concat([left, chunk]);
    let at = 0;
    if (!headed) {
      if (bytes.length < HEADER) {
        left = bytes;
        continue;
      }
      at = HEADER + bytes.readInt32BE(HEADER - 4);
      headed = true;
    }
    for (let next = row.read(bytes, at); next > 0; next = row.read(bytes, at)) {
      each(row);
      at = next;
    }
    left = at < bytes.length ? bytes.subarray(at) : null;
  }
  // minus one: there are no more
  if (!headed || left === null || left.length !== 2 || left.readInt16BE(0) !== -1)
    throw new Error('copied rows end too early');
}

/** Columns by their place, as their type has them. */
export class CopiedRow {
  #bytes: Buffer = Buffer.alloc(0);
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];

  /** Where the next row begins; 0: this one is not whole, or there are no more. */
  read(bytes: Buffer, from: number): number {
    if (from + 2 > bytes.length) return 0;
    const columns = bytes.readInt16BE(from);
    if (columns < 0) return 0;
    let at = from + 2;
    for (let column = 0; column < columns; column += 1) {
      if (at + 4 > bytes.length) return 0;
      const length = bytes.readInt32BE(at);
      at += 4;
      this.#starts[column] = at;
      this.#lengths[column] = length;
      if (length > 0) at += length;
    }
    if (at > bytes.length) return 0;
    this.#bytes = bytes;
    return at;
  }

  isNull(column: number): boolean {
    return this.#lengths[column] === -1;
  }

  int(column: number): number {
    return this.#bytes.readInt32BE(this.#starts[column] ?? 0);
  }

  bigint(column: number): number {
    const start = this.#starts[column] ?? 0;
    return this.#bytes.readInt32BE(start) * 2 ** 32 + this.#bytes.readUInt32BE(start + 4);
  }

  /** Milliseconds since 1970, of a timestamptz. */
  instant(column: number): number {
    return Math.round(this.bigint(column) / 1000) + EPOCH;
  }

  /** Names of ours: ASCII. */
  name(column: number): string {
    const start = this.#starts[column] ?? 0;
    return this.#bytes.toString('latin1', start, start + (this.#lengths[column] ?? 0));
  }

  /** Of a jsonb, whose first byte is its version. */
  json(column: number): string {
    const start = this.#starts[column] ?? 0;
    return this.#bytes.toString('utf8', start + 1, start + (this.#lengths[column] ?? 0));
  }
}
