import type { FastifyInstance } from 'fastify';
import { Refused } from './refused.ts';

/** Bytes of a JSON body; longer texts are refused field by field below it. */
export const JSON_LIMIT = 6 * 1024 * 1024;

/** JSON as UTF-8; without what PostgreSQL cannot keep in a text: NUL and halves of surrogate pairs. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: JSON_LIMIT },
    (_request, bytes, done) => {
      try {
        done(null, parseJson(bytes as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Refused({ code: 'invalid-json' });
  }
  // only an escape can bring them in
  if (/\\u(0000|d[89a-f])/i.test(text) && !keepable(value)) throw new Refused({ code: 'text-not-allowed' });
  return value;
}

export function keepable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(keepable);
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, part]) => keepable(name) && keepable(part));
}
