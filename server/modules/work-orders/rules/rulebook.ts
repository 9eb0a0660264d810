/** A rulebook as orders ask it: what it allows, and what its clocks say. Computed once for each pack. */

import type { Instant } from '../../../values/instant.ts';
import { type Calendars, calendarsOf, type HolidayCalendars } from '../../regulations/rules/calendar.ts';
import { evaluate } from '../../regulations/rules/evaluate.ts';
import { factsFrom, testFacts, vocabularyOf } from '../../regulations/rules/match.ts';
import type { ClockReading } from '../../regulations/rules/matter.ts';
import type { FactValue, Pack } from '../../regulations/rules/pack.ts';
import { asSeenByOrder, orderOf } from '../../regulations/rules/subjects.ts';
import { type Timed, timetableOf } from '../../regulations/rules/timed-entries.ts';
import { type Vocabulary, vocabularyOfPack } from '../../regulations/rules/vocabulary.ts';
import { type ClockRow, heldTo, type Reconciled, reconcile } from './clocks.ts';
import type { Context, Unit } from './context.ts';
import { toMatter } from './matter.ts';
import { callersOwn } from './merging/callers.ts';
import type { LogEntry, OrderState } from './order.ts';

export interface Rulebook
  extends Pick<Context, 'pack' | 'milestones' | 'plans' | 'callersOwn' | 'events' | 'facts' | 'holds'> {
  words: Vocabulary;
}

/** With the published holidays it can count. */
export interface Book extends Rulebook {
  calendars: Calendars;
}

const rulebooks = new WeakMap<Pack, Rulebook>();

export function rulebookOf(pack: Pack): Rulebook {
  const known = rulebooks.get(pack);
  if (known) return known;
  const words = vocabularyOfPack(pack);
  const facts = vocabularyOf(pack);
  const rulebook: Rulebook = {
    pack,
    words,
    milestones: new Set(words.milestones.keys()),
    plans: new Set(words.plans.keys()),
    callersOwn: callersOwn(pack),
    events: new Set([...words.events].filter(([, { isReport }]) => isReport).map(([id]) => id)),
    facts: words.facts,
    holds: (when, { event, channel, facts: given }) =>
      when === undefined || testFacts(when, factsFrom({ ...given, event, channel }), facts) === true,
  };
  rulebooks.set(pack, rulebook);
  return rulebook;
}

const books = new WeakMap<HolidayCalendars, WeakMap<Pack, Book>>();

export function bookOf(pack: Pack, published: HolidayCalendars): Book {
  const ofYear = books.get(published) ?? new WeakMap<Pack, Book>();
  books.set(published, ofYear);
  const known = ofYear.get(pack);
  if (known) return known;
  const book: Book = { ...rulebookOf(pack), calendars: calendarsOf(pack, published) };
  ofYear.set(pack, book);
  return book;
}

/** What has been counted in an order's own log so far, for gates and forms that ask for it; a value recorded goes first. */
export function countedFacts(
  { pack, calendars }: Book,
  log: readonly LogEntry[],
  order: OrderState,
  now: Instant,
): Record<string, FactValue> {
  const vocabulary = vocabularyOf(pack);
  const names = [...vocabulary.facts].filter(([, kind]) => kind.count).map(([id]) => id);
  if (names.length === 0) return {};
  const subject = orderOf(asSeenByOrder(toMatter(log, order)), calendars, now, vocabulary);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = subject.facts(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Units whose act alone stops a clock, by the case the reading went by. */
export function byOf({ pack }: Rulebook, reading: ClockReading): string[] | undefined {
  const entries = reading.section === 'clocks' ? pack.clocks : reading.section === 'notices' ? pack.notices : [];
  return entries.find(({ id }) => id === reading.id)?.cases[Math.max(reading.caseIndex, 0)]?.value.by;
}

const entryOf = ({ pack }: Rulebook, { section, clockId }: Pick<ClockRow, 'section' | 'clockId'>): Timed | undefined =>
  timetableOf(pack).entries.find((one) => one.id === clockId && one.section === section);

/** Milestones that stop a clock; none where the rulebook knows it no more. */
export const untilOf = (book: Rulebook, row: Pick<ClockRow, 'section' | 'clockId'>): string[] =>
  entryOf(book, row)?.stops.of ?? [];

/** Article of the case a clock goes by. */
export const articleOf = (book: Rulebook, row: Pick<ClockRow, 'section' | 'clockId' | 'caseIndex'>): string =>
  entryOf(book, row)?.cases[Math.max(row.caseIndex, 0)]?.article ?? '';

export interface Reckoning {
  order: OrderState;
  /** The whole log. */
  log: readonly LogEntry[];
  /** Rows as they stand. */
  clocks: readonly ClockRow[];
  units: readonly Unit[];
  book: Book;
}

/** What the clocks say now against what the rows say. */
export function reckon({ order, log, clocks, units, book }: Reckoning, now: Instant): Reconciled {
  const readings = evaluate(book.pack, book.calendars, toMatter(log, order), now);
  return reconcile(clocks, readings, log, now, (reading) => heldTo(reading, byOf(book, reading), order, units, now));
}
