/** The database of a command, or why there is none. */
import { listUtilityIds } from '../../modules/identity/index.ts';
import { openDatabase } from '../../platform/connect.ts';
import type { Db } from '../../platform/database.ts';
import { fail, type Language } from './output.ts';

/** PostgreSQL answers, but what is asked for is not in it: database, role, schema, table, function, column. */
const NOT_READY = new Set(['3D000', '22023', '3F000', '42P01', '42883', '42703', '42501']);
/** It does not answer, or does not let us in. */
const NOT_REACHED = /^(E[A-Z]+|28...|08...|57P..|53300)$/;

const HINT: Record<Language, string> = {
  zh: '请先运行 npm start 建库，或核对 DATABASE_URL',
  en: 'run npm start first, or check DATABASE_URL',
};

function told(error: unknown, lang: Language): { code: string; message: string } | null {
  // of several addresses of one name each has failed
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const { code = '', message = '' } = first as { code?: string; message?: string };
  if (NOT_READY.has(code)) return { code: 'database-not-ready', message: `${message}（${HINT[lang]}）` };
  if (NOT_REACHED.test(code)) return { code: 'database-not-reached', message };
  return null;
}

/** Runs `work` for all utilities of the installation; what the database lacks is said, not thrown. */
export async function withDatabase(
  { data }: { data?: string },
  { json, lang }: { json: boolean; lang: Language },
  work: (db: Db, utilityIds: number[], url: string) => Promise<void>,
): Promise<void> {
  const opened = await openDatabase(data === undefined ? {} : { data }).catch((error: Error) => error);
  if (opened instanceof Error) return fail({ code: 'database-not-reached', message: opened.message }, json);
  try {
    await work(opened.db, await listUtilityIds(opened.db), opened.ownerUrl);
  } catch (error) {
    const failure = told(error, lang);
    if (!failure) throw error;
    fail(failure, json);
  } finally {
    await opened.close();
  }
}
