import { once } from 'node:events';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** Bytes gathered before they are handed to the socket. */
const CHUNK = 64 * 1024;

/** Streams rows into `copy … from stdin` (text format). Returns how many were written. */
export async function copyIn(client: pg.ClientBase, copy: string, rows: Iterable<unknown[]>): Promise<number> {
  const stream = client.query(from(copy));
  const done = new Promise<void>((resolve, reject) => {
    stream.on('finish', resolve);
    stream.on('error', reject);
  });
  // an early error must not be an unhandled rejection while rows are still being written
  done.catch(() => undefined);
  let text = '';
  try {
    for (const row of rows) {
      text += `${row.map(field).join('\t')}\n`;
      if (text.length < CHUNK) continue;
      if (stream.destroyed) break;
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), done]);
      text = '';
    }
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
    await done.catch(() => undefined);
    throw error;
  }
  if (text !== '') stream.write(text);
  stream.end();
  await done;
  return stream.rowCount;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  return escaped(plain(value));
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  return JSON.stringify(value);
}

function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return plain(value);
  return `"${plain(value).replace(/(["\\])/g, '\\$1')}"`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character);
}
