/** The tables and sequences of a database as an archive holds them: text that is the same wherever it is read. */
import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { TableEntry } from './manifest.ts';

/** A connection on which the same rows give the same text. */
export function connectOwner(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    application_name: 'gongshui archive',
    options: [
      'TimeZone=UTC',
      'DateStyle=ISO',
      'IntervalStyle=postgres',
      'extra_float_digits=1',
      'bytea_output=hex',
      'client_encoding=UTF8',
      'search_path=pg_catalog',
      'statement_timeout=0',
      'idle_in_transaction_session_timeout=0',
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  });
}

export interface TableShape {
  table: string;
  /** Those that can be written: what the database works out itself is left to it. */
  columns: string[];
  /** Expression that puts the rows into one order everywhere. */
  order: string;
}

/** Schemas that are ours: every one that is not PostgreSQL's. `public` is where extensions live. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`;
/** Said by the manifest, written by migrating. */
const MIGRATIONS = 'platform.migration';

/** Those referred to come before those that refer to them. */
export async function tablesOf(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { refers: string[] }>(`
    select c.oid::regclass::text as table,
      array(select quote_ident(attname)::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      coalesce((select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', '
          order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary), '1') as order,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${OURS} order by 1`);
  const placed = new Map<string, TableShape>();
  const waiting = new Map(rows.filter(({ table }) => table !== MIGRATIONS).map((row) => [row.table, row]));
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ refers }) => refers.every((other) => !waiting.has(other)));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { refers: _, ...shape } of free) {
      placed.set(shape.table, shape);
      waiting.delete(shape.table);
    }
  }
  return [...placed.values()];
}

export async function sequencesOf(client: pg.Client) {
  const { rows } = await client.query<{ sequence: string }>(`
    select c.oid::regclass::text as sequence from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OURS} order by 1`);
  const found: { sequence: string; last: string; called: boolean }[] = [];
  for (const { sequence } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${sequence}`,
    );
    if (state.rows[0]) found.push({ sequence, ...state.rows[0] });
  }
  return found;
}

const NEWLINE = 0x0a;

/** The rows of a table, and what was counted on the way. */
export function rowsOf(client: pg.Client, { table, columns, order }: TableShape) {
  const copy = client.query(
    to(`copy (select ${columns.join(', ')} from ${table} order by ${order}) to stdout (encoding 'UTF8')`),
  );
  const hashed = hashing();
  copy.on('error', (error) => hashed.stream.destroy(error));
  return {
    stream: copy.pipe(hashed.stream),
    // not `rowCount`: PostgreSQL tells it after the last byte, which is sometimes after it is asked for here
    counted: (): TableEntry => ({ table, columns, rows: hashed.lines(), ...hashed.result() }),
  };
}

/** Passes bytes on and counts them. In the text of COPY a line is a row: a line break in a value is written `\\n`. */
export function hashing() {
  const hash = createHash('sha256');
  let bytes = 0;
  let lines = 0;
  const stream = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) lines += 1;
      done(null, part);
    },
  });
  let sha256: string | undefined;
  return {
    stream,
    lines: () => lines,
    result() {
      sha256 ??= hash.digest('hex');
      return { bytes, sha256 };
    },
  };
}

export async function hashOf(stream: Readable): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of stream) {
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
