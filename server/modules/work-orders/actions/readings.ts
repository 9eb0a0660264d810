import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import type { ClockReading } from '../../regulations/index.ts';
import { keyOf } from '../rules/clocks.ts';
import { pastOf, readingsAt } from '../rules/readings.ts';
import type { Loaded } from './execute.ts';
import { bookUnder } from './rulebook.ts';

/**
 * What log and rulebook say of each clock row. A clock that is started no more, because a fact was corrected
 * or the order re-dated, is read from the log as it was before.
 */
export async function readingsBehind(
  tx: Tx,
  { row, log, clocks, book }: Loaded,
  now: Instant,
): Promise<Map<string, ClockReading>> {
  const readings = readingsAt({ log, book, at: now });
  const missing = new Set(clocks.map(keyOf).filter((key) => !readings.has(key)));
  for (const { under, ...past } of missing.size === 0 ? [] : pastOf(log, row)) {
    const then = readingsAt({ ...past, book: await bookUnder(tx, under) });
    for (const key of missing) {
      const reading = then.get(key);
      if (!reading) continue;
      readings.set(key, reading);
      missing.delete(key);
    }
    if (missing.size === 0) break;
  }
  return readings;
}
