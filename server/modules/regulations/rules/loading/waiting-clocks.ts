/** Clocks that concern a matter and wait for their start. */
import type { Instant } from '../../../../values/instant.ts';
import type { HolidayCalendars } from '../calendar.ts';
import { test } from '../match.ts';
import type { ClockReading, Matter } from '../matter.ts';
import type { Pack } from '../pack.ts';
import { orderOf } from '../subjects.ts';
import { vocabularyOfPack } from '../vocabulary.ts';
import { calendarsFor } from './check-folder.ts';

export interface WaitingClock {
  id: string;
  article: string;
  quote: string;
  clauses: string[];
  from: string;
  until: string;
  limit: string;
}

/** Clocks and notices that concern the matter and have not started. */
export function waitingClocks(
  pack: Pack,
  matter: Matter,
  readings: ClockReading[],
  now: Instant,
  holidays: HolidayCalendars,
): WaitingClock[] {
  const words = vocabularyOfPack(pack);
  const { facts } = orderOf(matter, calendarsFor(pack, holidays), now, words);
  return [...pack.clocks, ...pack.notices].flatMap((entry) => {
    if (readings.some((r) => r.id === entry.id) || test(entry.when, facts, words) === false) return [];
    const timing = entry.cases[0]?.value;
    return [
      {
        id: entry.id,
        article: entry.article,
        quote: entry.quote,
        clauses: entry.clauses,
        from: entry.from?.of.join(', ') ?? timing?.before ?? timing?.every ?? '',
        until: 'until' in entry && entry.until ? entry.until.of.join(', ') : `told:${entry.id}`,
        limit: entry.cases.length > 1 ? '' : (timing?.within?.breach.text ?? timing?.lead?.text ?? ''),
      },
    ];
  });
}
