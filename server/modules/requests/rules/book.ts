/** The rulebook as intake asks it. Computed once for each pack. */
import type { Instant } from '../../../values/instant.ts';
import type { Calendars } from '../../regulations/rules/calendar.ts';
import { evaluate } from '../../regulations/rules/evaluate.ts';
import { factsFrom, testFacts, vocabularyOf } from '../../regulations/rules/match.ts';
import type { FactValue, Pack } from '../../regulations/rules/pack.ts';
import { type EventWord, vocabularyOfPack } from '../../regulations/rules/vocabulary.ts';
import type { Rulebook } from './elements.ts';
import type { Vocabulary } from './intake.ts';
import { type SuggestBook, suggestBookOf } from './suggest/suggest.ts';

export interface IntakeBook extends Rulebook {
  pack: Pack;
  vocabulary: Vocabulary;
  /** What may be suggested, and by which words. */
  suggestions: SuggestBook;
  eventName: (event: string, lang: 'zh' | 'en') => string;
  channelName: (channel: string, lang: 'zh' | 'en') => string;
}

const books = new WeakMap<Pack, IntakeBook>();

/** Events a citizen reports, with the words a rulebook adds to them: what suggestions may name. */
export const reportable = (
  events: ReadonlyMap<string, EventWord>,
  terms: readonly { kind: string; id: string; words: string[] }[],
): { id: string; zh: string; en: string; words: string[] }[] => {
  const more = new Map(terms.filter(({ kind }) => kind === 'event').map((term) => [term.id, term.words]));
  return [...events].flatMap(([id, { zh, en, isReport }]) =>
    isReport ? [{ id, zh, en, words: more.get(id) ?? [] }] : [],
  );
};

/** A caller reports; matters the platform makes itself (outages, bills) are not received. */
export function intakeBookOf(pack: Pack): IntakeBook {
  const known = books.get(pack);
  if (known) return known;
  const words = vocabularyOfPack(pack);
  const facts = vocabularyOf(pack);
  const more = new Map(pack.terms.filter(({ kind }) => kind === 'event').map((term) => [term.id, term.words]));
  const book: IntakeBook = {
    pack,
    forms: pack.forms,
    gates: pack.gates,
    vocabulary: {
      events: [...words.events].flatMap(([id, { zh, en, isReport }]) =>
        isReport ? [{ id, en, words: [zh, ...zh.split('、'), en, ...(more.get(id) ?? [])] }] : [],
      ),
      channels: [...words.channels].map(([id, { zh, en }]) => ({ id, en, words: [zh, en] })),
    },
    suggestions: suggestBookOf(reportable(words.events, pack.terms)),
    holds: (when, { event, channel, facts: given }) =>
      when === undefined || testFacts(when, factsFrom({ ...given, event, channel }), facts) === true,
    eventName: (event, lang) => words.events.get(event)?.[lang] ?? event,
    channelName: (channel, lang) => words.channels.get(channel)?.[lang] ?? channel,
  };
  books.set(pack, book);
  return book;
}

interface Report {
  event: string;
  channel: string;
  facts: Record<string, FactValue>;
}

/** Would a clock to the end of the work run, and be due? */
export function limitKnown(book: IntakeBook, calendars: Calendars, report: Report, receivedAt: Instant): boolean {
  const happening = (milestone: string, id: number) => ({ milestone, at: receivedAt, recordedAt: receivedAt, id });
  const readings = evaluate(
    book.pack,
    calendars,
    {
      ...report,
      happenings: [happening('received', 1), happening('created', 2)],
      plans: [],
      pauses: [],
      extensions: [],
      requests: [{ id: '1', receivedAt, channel: report.channel }],
    },
    receivedAt,
  );
  return readings.some(({ until, due }) => until.includes('finished') && due !== null);
}
