/** Puts the rows of an archive into a database that has its tables and nothing in them: all, or none. */
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { connectOwner, hashOf, rowsOf, sequencesOf, tablesOf } from './contents.ts';
import { ArchiveRefused, type Manifest, type TableEntry, tablePart } from './manifest.ts';
import type { Archive } from './read.ts';

export async function loadArchive(url: string, archive: Archive): Promise<void> {
  const client = connectOwner(url);
  await client.connect();
  try {
    await client.query('begin');
    await fill(client, archive);
    await compare(client, archive.manifest);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, { manifest, part }: Archive): Promise<void> {
  const told = new Map(manifest.tables.map((one) => [one.table, one]));
  const shapes = await tablesOf(client);
  const strange = manifest.tables.find(({ table }) => !shapes.some((shape) => shape.table === table));
  if (strange) throw new ArchiveRefused('archive-damaged', { part: tablePart(strange.table) });
  const all = shapes.map(({ table }) => table).join(', ');
  // migrations may have put rows there, which are in the archive too
  await client.query(`truncate ${all}`);
  for (const { table, columns } of shapes) {
    const entry = told.get(table);
    if (!entry || entry.columns.join() !== columns.join())
      throw new ArchiveRefused('archive-damaged', { part: tablePart(table) });
    // what a trigger would do to these rows was done when they were new
    await client.query(`alter table ${table} disable trigger user`);
    await pipeline(
      await part(tablePart(table)),
      client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)),
    );
    await client.query(`alter table ${table} enable trigger user`);
  }
  const known = new Set((await sequencesOf(client)).map(({ sequence }) => sequence));
  for (const { sequence, last, called } of manifest.sequences) {
    if (!known.has(sequence)) throw new ArchiveRefused('archive-damaged', { part: sequence });
    await client.query('select setval($1::regclass, $2::bigint, $3)', [sequence, last, called]);
  }
}

/** What stands there now is read again, and counted and hashed like the archive. */
async function compare(client: pg.Client, manifest: Manifest): Promise<void> {
  const told = new Map<string, TableEntry>(manifest.tables.map((one) => [one.table, one]));
  for (const shape of await tablesOf(client)) {
    const rows = rowsOf(client, shape);
    await hashOf(rows.stream);
    const found = rows.counted();
    const expected = told.get(shape.table);
    if (found.rows !== expected?.rows || found.sha256 !== expected.sha256)
      throw new ArchiveRefused('target-differs', {
        table: shape.table,
        found: found.rows,
        expected: expected?.rows ?? 0,
      });
  }
}
