/** One order of the past under the rulebook it was under (or another named one), and under the candidate. */
import type { Instant } from '../../../values/instant.ts';
import { judgements } from '../../regulations/rules/evaluate.ts';
import type { Judgement } from '../../regulations/rules/reading.ts';
import { heldTo } from '../../work-orders/rules/clocks.ts';
import type { Unit } from '../../work-orders/rules/context.ts';
import type { Book } from '../../work-orders/rules/rulebook.ts';
import type { Past } from './past.ts';
import { type Comparing, type Reason, recordedUnder, type Verdict, verdictOf } from './verdict.ts';

/** One run of one clock. */
export interface Run {
  section: Judgement['section'];
  clock: string;
  departmentId: string | null;
  verdict: Verdict;
  reason: Reason | null;
  asks: readonly string[];
  /** Share of its time used when it was stopped; null: not stopped, or it has no span. */
  used: number | null;
}

export interface Replayed {
  before: readonly Run[];
  after: readonly Run[];
  /** The candidate does not know what the order is about. */
  unknownEvent: boolean;
  /** A pause or extension was granted for clocks the candidate does not have. */
  lostGrant: boolean;
}

/** What is put beside what. */
export interface Way {
  before: Side;
  after: Side;
  units: readonly Unit[];
  now: Instant;
}

export interface Side {
  book: Book;
  /** Null: it is the rulebook the order was under. */
  comparing: Comparing | null;
  clocks: ReadonlySet<string>;
}

/** @param own the rulebook the order was under */
export function sideOf(book: Book, own: Book, units: readonly Unit[]): Side {
  const { pack } = book;
  return {
    book,
    comparing: pack.hash === own.pack.hash ? null : { recorded: recordedUnder(own.pack), units, pack },
    clocks: new Set([...pack.clocks, ...pack.notices, ...pack.approvals].map(({ id }) => id)),
  };
}

export function replay(past: Past, { before, after, units, now }: Way): Replayed {
  const { matter } = past;
  const lost = (clocks: 'all' | readonly string[]): boolean =>
    clocks !== 'all' && clocks.length > 0 && !clocks.some((id) => after.clocks.has(id));
  return {
    before: runsOf(past, before, units, now),
    after: runsOf(past, after, units, now),
    unknownEvent: !after.book.words.events.has(matter.event),
    lostGrant: matter.pauses.some((one) => lost(one.clocks)) || matter.extensions.some((one) => lost(one.clocks)),
  };
}

function runsOf(past: Past, { book, comparing }: Side, units: readonly Unit[], now: Instant): Run[] {
  return judgements(book.pack, book.calendars, past.matter, now).map((judged): Run => {
    const { verdict, reason } = verdictOf(judged, comparing);
    const by = judged.section === 'approvals' ? undefined : judged.entryCase.value.by;
    return {
      section: judged.section,
      clock: judged.id,
      departmentId: heldTo(judged, by, past, units, now),
      verdict,
      reason,
      asks: judged.asks,
      used: judged.used,
    };
  });
}
