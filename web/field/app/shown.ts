/** An order as the phone shows it: its log, with what was given here and is not yet sent, read by the rules of the server. */
import type { FieldOrder, FieldSnapshot, Texts } from '../../../server/modules/field/rules/wire.ts';
import { clockView, iso } from '../../../server/modules/work-orders/rules/clock-view.ts';
import { inOrder, keyOf, mostUrgent, stateAt } from '../../../server/modules/work-orders/rules/clocks.ts';
import { fold } from '../../../server/modules/work-orders/rules/fold.ts';
import { callerView } from '../../../server/modules/work-orders/rules/merging/caller-view.ts';
import { clockNameAmong, toName } from '../../../server/modules/work-orders/rules/names.ts';
import { offers } from '../../../server/modules/work-orders/rules/offers.ts';
import { bare, readingsAt } from '../../../server/modules/work-orders/rules/readings.ts';
import type { Book } from '../../../server/modules/work-orders/rules/rulebook.ts';
import { timelineItem } from '../../../server/modules/work-orders/rules/timeline.ts';
import { type Lang, STATE_WORDS } from '../../../server/modules/work-orders/rules/words.ts';
import { type OrderHere, sayRefusal } from '../../kit/offline/queue.ts';
import { clocksWith, contextOf, type Known } from '../../kit/offline/replay.ts';
import type { OrderDetail } from '../../kit/views.ts';
import { type Step, stepsOf } from './steps.ts';

export interface Shown {
  view: OrderDetail & { stateName: string };
  callers: FieldOrder<OrderDetail>['callers'];
  steps: Step[];
  /** Asked for and not decided: until when, if it says. */
  asked: { id: number; kind: 'return' | 'extension' | 'pause'; until: number | null }[];
  /** What may be told of it beyond what is asked. */
  facts: Fact[];
}

export interface Fact {
  id: string;
  zh: string;
  en: string;
  type: string;
  choices?: string[];
  choiceWords?: Record<string, string>;
}

/** Those a person tells; what is counted or follows from the order is not told. */
const factsOf = (book: Book): Fact[] =>
  [...book.words.facts].flatMap(([id, { zh, en, type, choices, choiceWords, count, is }]) =>
    count !== undefined ||
    is !== undefined ||
    !['yes-no', 'number', 'choice', 'text'].includes(type) ||
    book.pack.terms.some((term) => term.id === id && term.derived !== undefined)
      ? []
      : [{ id, zh, en, type, ...(choices ? { choices } : {}), ...(choiceWords ? { choiceWords } : {}) }],
  );

export interface Reading extends Known {
  snapshot: FieldSnapshot<OrderDetail>;
  lang: Lang;
  words: Texts;
}

export function shownOrder({ kept, log, book }: OrderHere<OrderDetail>, reading: Reading): Shown {
  const { snapshot, now, lang, words } = reading;
  const order = fold(log);
  const clocks = clocksWith(kept, log, reading);
  const readings = readingsAt({ log, book, at: now });
  const departments = new Map(snapshot.units.map(({ departmentId, name }) => [departmentId, name]));
  const staff = new Map(Object.entries(snapshot.people).map(([id, name]) => [Number(id), name]));
  staff.set(snapshot.me.staffId, snapshot.me.name);
  const context = contextOf(kept, log, order, clocks, reading);
  const views = inOrder(clocks).map((row) =>
    clockView(row, readings.get(keyOf(row)) ?? bare(row), book, lang, now, departments, clocks),
  );
  const due = mostUrgent(clocks);
  const named = { staff, departments, clocks, book, lang };
  const { view } = kept;
  return {
    callers: kept.callers,
    steps: stepsOf(order, log, context, book, lang),
    asked: order.asks.filter(({ decision }) => decision === null).map(({ id, kind, until }) => ({ id, kind, until })),
    facts: factsOf(book),
    view: {
      ...view,
      state: order.state,
      stateName: STATE_WORDS[order.state][lang],
      eventName: book.words.events.get(order.event)?.[lang] ?? order.event,
      place: order.place || view.place,
      facts: order.facts,
      handlerId: order.handlerId,
      handlerName: order.handlerId === null ? null : (staff.get(order.handlerId) ?? view.handlerName),
      version: order.version,
      requests: view.requests.map((request) => ({ ...request, ...callerView(request.id, order, log) })),
      clocks: views,
      due:
        due === null
          ? null
          : {
              clock: due.clockId,
              name: clockNameAmong(toName(due), clocks.map(toName), book)[lang],
              state: stateAt(due, now),
              startAt: iso(due.startedAt),
              dueAt: due.dueAt === null ? null : iso(due.dueAt),
              warnAt: due.warnAt === null ? null : iso(due.warnAt),
              pauses: (due.pauses ?? []).map(({ from, until }) => ({
                from: iso(from),
                until: until === null ? null : iso(until),
              })),
            },
      timeline: log.map((entry) => timelineItem(entry, named)),
      allowed: offers(order, context, book, lang).map(({ because, ...offer }) => ({
        ...offer,
        ...(because ? { reason: sayRefusal(because, words, book, lang) } : {}),
      })),
      position: order.position ?? view.position,
    },
  };
}
