/** Tells every process that something was written, so that it reads at once what it would find a little later. */
import type pg from 'pg';

export const CHANNEL = 'gongshui_changes';
/** Milliseconds in which what is written is told together. */
const TOGETHER = 40;

export interface Nudge {
  /** After the commit: a transaction that notifies makes every other that does so wait for its commit. */
  written(utilityId: number): void;
  end(): Promise<void>;
}

/** Nothing depends on its arriving: what is lost is found by looking. */
export function nudge(pool: pg.Pool): Nudge {
  const waiting = new Set<number>();
  let timer: NodeJS.Timeout | undefined;
  let telling: Promise<unknown> = Promise.resolve();
  const tell = (): void => {
    timer = undefined;
    const told = [...waiting].map(String);
    waiting.clear();
    telling = pool.query('select pg_notify($1, u) from unnest($2::text[]) u', [CHANNEL, told]).catch(() => undefined);
  };
  return {
    written(utilityId) {
      waiting.add(utilityId);
      timer ??= setTimeout(tell, TOGETHER);
    },
    async end() {
      if (timer) {
        clearTimeout(timer);
        tell();
      }
      await telling;
    },
  };
}
