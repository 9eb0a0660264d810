import type { Instant } from '../../../values/instant.ts';
import type { Calendars } from '../../regulations/rules/calendar.ts';
import type { Matter } from '../../regulations/rules/matter.ts';
import { asSeenByOrder, orderOf, type Subject } from '../../regulations/rules/subjects.ts';
import type { Vocabulary } from '../../regulations/rules/vocabulary.ts';

/** An order as the metrics of a rulebook see it: by the words of that one, which may be newer than the order's own. */
export const subjectOf = (matter: Matter, calendars: Calendars, now: Instant, words: Vocabulary): Subject =>
  orderOf(asSeenByOrder(matter), calendars, now, words);
