import type { TimeSource } from '../../../platform/clock.ts';
import { connectionsAs } from '../../../platform/database.ts';
import { deleteExpiredSessions } from '../store/sign-in.ts';

/** Sessions that have ended by themselves; their tables are open to the role of signing in alone. Returns how many. */
export async function forgetSessions(url: string, time: TimeSource): Promise<number> {
  const pool = connectionsAs('gongshui_auth', 'auth', { url, max: 1, name: 'gongshui tidy' });
  try {
    return await deleteExpiredSessions(pool, time.now());
  } finally {
    await pool.end();
  }
}
