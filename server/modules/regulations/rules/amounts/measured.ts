/** A matter as metrics are told of it: what happened in it, and what its clocks and duties say. */
import type { Instant } from '../../../../values/instant.ts';
import type { Calendars } from '../calendar.ts';
import { evaluate } from '../evaluate.ts';
import { vocabularyOf } from '../match.ts';
import type { Matter } from '../matter.ts';
import type { Pack } from '../pack.ts';
import { asSeenByOrder, orderOf } from '../subjects.ts';
import { dutyReadings } from './duty-reading.ts';
import type { Measured } from './metric.ts';

export function measuredOf(pack: Pack, calendars: Calendars, matter: Matter, now: Instant): Measured {
  const subject = orderOf(asSeenByOrder(matter), calendars, now, vocabularyOf(pack));
  const readings = evaluate(pack, calendars, matter, now);
  const read = new Set(readings.map(({ id }) => id));
  const duties = dutyReadings(pack, calendars, matter, subject, now).filter(({ id }) => !read.has(id));
  return { subject, readings: [...readings, ...duties] };
}
