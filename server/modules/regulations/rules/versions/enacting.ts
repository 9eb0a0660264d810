/** 施行: from which day a version may govern. */
import { ok, type Result, refuse } from '../../../../values/result.ts';
import type { Pack } from '../pack.ts';

type Head = Pick<Pack, 'pack' | 'version' | 'hash' | 'effective'>;

export interface Standing {
  /** Local day, YYYY-MM-DD. */
  today: string;
  /** In force on the day asked for, and since when; undefined: nothing is. */
  current: (Pick<Pack, 'pack' | 'hash'> & { fromDay: string }) | undefined;
  /** Hash of the version of that name and number the utility has already. */
  kept: string | undefined;
}

/** The first day it may be in force: never in the past, nor before it takes effect. */
export const earliestDay = ({ effective }: Pick<Head, 'effective'>, today: string): string =>
  effective > today ? effective : today;

/** A rulebook keeps its name, a version its words, and the past its rules. */
export function mayEnact(pack: Head, fromDay: string, { today, current, kept }: Standing): Result<Head> {
  const named = { pack: pack.pack, version: pack.version };
  if (kept !== undefined && kept !== pack.hash) return refuse('version-taken', { params: named });
  if (current && current.pack !== pack.pack)
    return refuse('another-rulebook', { params: { found: pack.pack, expected: current.pack } });
  const earliest = earliestDay(pack, today);
  if (fromDay < earliest)
    return refuse('in-force-too-early', {
      params: { day: fromDay, earliest },
      fields: [{ path: 'fromDay', code: 'too-early' }],
    });
  if (current?.hash === pack.hash) return refuse('in-force-already', { params: { ...named, day: current.fromDay } });
  return ok(pack);
}
