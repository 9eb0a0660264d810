/** Test support: random rulebooks and matters, one drawing for each theme. */
import type { Instant } from '../../../../values/instant.ts';
import type { Happening, Matter } from '../matter.ts';
import type { CaseOf, ClockEntry, Milestones, Pack, Test, Timing, When } from '../pack.ts';
import { CALENDARS, caseOf, cited, HOURS, rulebook } from './draw-calendars.ts';
import {
  anyLimit,
  DAY,
  extensions,
  HOUR,
  happening,
  instant,
  length,
  MINUTE,
  pauses,
  quiet,
  report,
  shortLimit,
  timing,
} from './draw-parts.ts';
import type { Tape } from './tape.ts';

export interface Drawn {
  pack: Pack;
  /** Which of the calendars. */
  calendar: number;
  matter: Matter;
  /** The last thing known; `now` is never before it. */
  last: Instant;
  /** A stop beside a due the oracle names: at it, or so many milliseconds off. */
  aimStop?: { milestone: string; off: number; by?: string };
  /** `now` beside a due or a warning, or so long after the last thing known. */
  now: { beside: 'due' | 'warn' | 'last'; off: number };
}

const OFFS = [0, -1, 1, -MINUTE, MINUTE, -DAY, 3 * DAY];

export function looking(tape: Tape): Drawn['now'] {
  const beside = tape.pick(['last', 'due', 'warn'] as const);
  return { beside, off: beside === 'last' ? tape.pick([0, 1, HOUR, DAY, 10 * DAY, 200 * DAY]) : tape.pick(OFFS) };
}

export function aim(tape: Tape, milestone: string): Pick<Drawn, 'aimStop'> {
  return tape.once(3) ? { aimStop: { milestone, off: tape.pick(OFFS) } } : {};
}

export const one = (milestone: string): Milestones => ({ pick: 'first', of: [milestone] });
export const clock = (cases: CaseOf<Timing>[], more: Partial<ClockEntry> = {}): ClockEntry => ({
  ...cited('clock'),
  from: one('created'),
  until: one('arrived'),
  overlap: 'error',
  cases,
  ...more,
});
export const warn = (tape: Tape): Pack['warn'] => {
  if (!tape.once(4)) return { share: tape.pick([0.75, 0.5, 1]) };
  const minutes = tape.pick([30, 120, 1440]);
  return { before: { unit: 'elapsed', ms: minutes * MINUTE, text: `${minutes} min` } };
};
export const calendar = (tape: Tape): number => tape.int(0, CALENDARS.length - 1);
export const lastOf = (matter: Matter): Instant =>
  Math.max(
    ...matter.happenings.map(({ at }) => at),
    ...matter.plans.map(({ setAt }) => setAt),
    ...matter.extensions.map(({ at }) => at),
    ...matter.requests.map(({ receivedAt }) => receivedAt),
  );

/** Limits of every unit over every calendar and office. */
function limits(tape: Tape): Drawn {
  const start = instant(tape);
  const matter = report(start);
  return {
    pack: rulebook({ clocks: [clock([caseOf(timing(tape))])], warn: warn(tape) }),
    calendar: calendar(tape),
    matter,
    last: start,
    ...aim(tape, 'arrived'),
    now: looking(tape),
  };
}

/** Pauses, quiet hours and extensions. */
function holds(tape: Tape): Drawn {
  const start = instant(tape);
  const matter = report(start, {
    pauses: pauses(tape, start, ['clock']),
    extensions: extensions(tape, start, ['clock']),
  });
  return {
    pack: rulebook({ clocks: [clock([caseOf(timing(tape, tape.once(4) ? anyLimit : shortLimit))])], warn: warn(tape) }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    ...aim(tape, 'arrived'),
    now: looking(tape),
  };
}

/** Leads before planned times that move, and kinds of breach. */
function before(tape: Tape): Drawn {
  const start = instant(tape);
  const silent = quiet(tape);
  const value: Timing = {
    before: 'promised',
    ...(tape.once(4) ? {} : { lead: leadOf(tape) }),
    breach: tape.pick(['at-due', 'at-event', 'if-late', 'never'] as const),
    hours: tape.pick(HOURS).id,
    on: 'order',
    ...(silent && { quiet: silent }),
  };
  const first = start + length(tape);
  let set = first;
  let promised = start;
  const plans = [0, ...tape.some(3, (n) => n + 1)].map((n) => {
    if (n > 0) set += length(tape);
    // Now and then set anew without being moved.
    if (n === 0 || !tape.once(4)) promised = start + tape.pick([1, 3, -1]) * length(tape) + tape.int(0, 3) * DAY;
    return { plan: 'promised', at: promised, setAt: set, id: 10 + n };
  });
  const happenings = [happening('created', start, 1)];
  for (const n of tape.some(2, (id) => id)) happenings.push(happening('arrived', start + length(tape), 20 + n));
  const over = tape.once(6);
  if (over) {
    const latest = Math.max(...happenings.map(({ at }) => at));
    happenings.push(happening(tape.pick(['cancelled', 'closed']), latest + tape.int(0, 5) * HOUR, 30));
  }
  const matter = report(start, { plans, happenings, pauses: tape.once(4) ? pauses(tape, start, ['clock']) : [] });
  const { from, ...entry } = clock([caseOf(value)]);
  return {
    pack: rulebook({ clocks: [entry], warn: warn(tape) }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    ...(from && !over && aim(tape, 'arrived')),
    now: looking(tape),
  };
}

function leadOf(tape: Tape) {
  for (;;) {
    const lead = shortLimit(tape);
    if (!('days' in lead) || lead.days > 0) return lead;
  }
}

const STORY = [
  'handled',
  'dispatched',
  'accepted',
  'arrived',
  'rejected',
  'returned',
  'assigned',
  'reviewed',
  'customer-told',
  'finished',
  'received',
  'created',
];
const FROMS: Milestones[] = [
  one('created'),
  one('received'),
  one('dispatched'),
  one('handled'),
  { pick: 'first', of: ['dispatched', 'assigned'] },
  { pick: 'all', of: ['dispatched', 'assigned'] },
  { pick: 'first', of: ['created', 'assigned'] },
  one('accepted'),
];
const UNTILS: Milestones[] = [
  one('handled'),
  one('finished'),
  one('arrived'),
  one('accepted'),
  { pick: 'first', of: ['accepted', 'returned'] },
  { pick: 'first', of: ['reviewed', 'rejected'] },
  { pick: 'all', of: ['handled', 'customer-told'] },
  { pick: 'first', of: ['arrived', 'handled'] },
  { pick: 'all', of: ['arrived', 'accepted'] },
];

/** These concern the order and every caller in it. */
export const WHOLE = ['created', 'closed', 'reopened', 'cancelled'];

/** A unit did part of its work, gave the order back, and the next begins. */
const HANDED_BACK = ['dispatched', 'arrived', 'accepted', 'returned', 'dispatched', 'accepted'];

/** A log in which everything may happen again, and what it ends with. */
export function story(tape: Tape, start: Instant): Happening[] {
  const log: Happening[] = [happening('created', start, 1)];
  let at = start - tape.int(0, 2) * 30 * MINUTE;
  let id = 1;
  const tell = (milestone: string): void => {
    // Two things in one instant are told apart by their order.
    at += tape.once(5) ? 0 : 1 + length(tape);
    if (WHOLE.includes(milestone)) at = Math.max(at, start + 1);
    id += 1;
    const by = tape.pick([undefined, 'crew', 'inspection']);
    log.push(happening(milestone, at, id, by ? { by } : {}));
  };
  for (const _ of tape.some(7, (n) => n)) tell(tape.pick(STORY));
  if (tape.once(6)) for (const again of HANDED_BACK) if (!tape.once(4)) tell(again);
  if (tape.once(3)) {
    tell('closed');
    if (tape.once(2)) {
      tell('reopened');
      for (const _ of tape.some(4, (n) => n)) tell(tape.pick(STORY));
      if (tape.once(4)) tell('closed');
    }
  } else {
    const over = tape.pick(['', '', '', '', 'cancelled', 'reopened']);
    if (over) tell(over);
    if (over !== 'reopened') return log;

    for (const _ of tape.some(3, (n) => n)) tell(tape.pick(STORY));
  }
  return log;
}

/** Starts and stops that repeat, answers rejected, orders returned, reopened, cancelled and closed. */
function runs(tape: Tape): Drawn {
  const start = instant(tape);
  const value: Timing = {
    ...timing(tape, shortLimit),
    breach: tape.pick(['at-due', 'at-due', 'if-late', 'never'] as const),
    ...(tape.once(4) && { by: tape.pick([['crew'], ['crew', 'inspection']]) }),
  };
  const entry = clock([caseOf(value)], { from: tape.pick(FROMS), until: tape.pick(UNTILS) });
  const matter = report(start, { happenings: story(tape, start) });
  matter.extensions = tape.once(2) ? extensions(tape, start, ['clock']) : [];
  return {
    pack: rulebook({ clocks: [entry] }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    now: looking(tape),
  };
}

/** Callers who joined one order, each with his own clock. */
function requests(tape: Tape): Drawn {
  const start = instant(tape);
  const value: Timing = { ...timing(tape, shortLimit), on: tape.pick(['request', 'request', 'order'] as const) };
  const entry = clock([caseOf(value)], {
    from: one(tape.pick(['received', 'received', 'dispatched'])),
    until: one(tape.pick(['arrived', 'customer-told', 'handled'])),
    ...(tape.once(4) && { when: { facts: { channel: { op: 'any-of', values: ['phone', 'counter'] } } } }),
  });
  const callers = ['r1', ...tape.some(2, (n) => `r${n + 2}`)];
  const matter = report(start, {
    happenings: story(tape, start).map((told) =>
      tape.once(3) && !WHOLE.includes(told.milestone) ? { ...told, request: tape.pick(callers) } : told,
    ),
    requests: callers.map((id, n) => ({
      id,
      receivedAt: start - MINUTE + n * length(tape),
      channel: tape.pick(['phone', 'web', 'counter']),
    })),
  });
  return {
    pack: rulebook({ clocks: [entry] }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    now: looking(tape),
  };
}

const EVENTS = [
  'pipe-leak',
  'facility-damage',
  'facility-damage.valve-well',
  'facility-damage.hydrant',
  'no-water',
  'outage.planned',
];

function testOf(tape: Tape, name: string): Test {
  if (name === 'depth' || name === 'width') {
    const min = tape.int(0, 4) * 100;
    const span = tape.int(0, 3) * 100;
    const test: Test = tape.pick([
      { op: 'range' as const, min, ...(tape.once(2) && { minOpen: true }) },
      { op: 'range' as const, min, max: min + span + 100, ...(tape.once(2) && { maxOpen: true }) },
      { op: 'range' as const, max: min + 100 },
      { op: 'any-of' as const, values: [min] },
    ]);
    if (tape.once(8)) return { op: 'unknown' };
    return tape.once(6) ? { op: 'not', test } : test;
  }
  if (name === 'grade') {
    const test: Test = { op: 'any-of', values: tape.pick([['one'], ['two'], ['one', 'two'], ['three']]) };
    return tape.once(5) ? { op: 'not', test } : test;
  }
  if (name === 'parts') return { op: 'has', values: tape.pick([['lid'], ['ring'], ['lid', 'ring']]) };
  if (name === 'event')
    return {
      op: 'any-of',
      values: tape.pick([
        ['facility-damage'],
        ['facility-damage.valve-well'],
        ['pipe-leak', 'no-water'],
        ['pipe-leak'],
      ]),
    };
  if (name === 'created.time')
    return { op: 'clock-range', from: tape.pick([1320, 480]), until: tape.pick([510, 1080]) };
  if (name === 'created.day') return { op: 'any-of', values: [tape.pick(['working', 'off'])] };
  if (name === 'channel') return { op: 'any-of', values: [tape.pick(['phone', 'web'])] };
  return { op: 'any-of', values: [!tape.once(3)] };
}

const NAMES = [
  'depth',
  'width',
  'grade',
  'sealed',
  'willing',
  'parts',
  'event',
  'created.time',
  'created.day',
  'channel',
];

function condition(tape: Tape, names: string[]): When {
  return {
    facts: Object.fromEntries(
      [0, ...tape.some(1, (n) => n)].map(() => tape.pick(names)).map((name) => [name, testOf(tape, name)]),
    ),
  };
}

/** Cases by facts known and unknown, the event tree, overlaps. */
function cases(tape: Tape): Drawn {
  const start = instant(tape);
  const names = [tape.pick(NAMES), tape.pick(NAMES), tape.pick(NAMES)];
  const values = (): Timing => ({
    ...timing(tape, shortLimit),
    breach: tape.pick(['at-due', 'at-due', 'if-late', 'never'] as const),
  });
  const written = [0, ...tape.some(3, (n) => n)].map(() => caseOf(values(), condition(tape, names)));
  if (tape.once(2)) written.push(caseOf(values()));
  if (tape.once(4)) written.push(caseOf((written[0] as CaseOf<Timing>).value, condition(tape, names)));
  const overlap = tape.pick(['first', 'shortest'] as const);
  const own = tape.once(3) ? condition(tape, names) : undefined;
  if (own && tape.once(3)) own.any = [condition(tape, names), condition(tape, names)];
  const entry = clock(written, { overlap, ...(own && { when: own }) });
  const facts: Matter['facts'] = {};
  const told = {
    depth: [100, 0, 200, 300, 150],
    width: [100, 200, 300],
    grade: ['one', 'two', 'three'],
    sealed: [true, false],
    willing: [true, false],
    parts: [['lid'], [], ['lid', 'ring']],
  };
  for (const [name, list] of Object.entries(told))
    if (!tape.once(2)) facts[name] = tape.pick<Matter['facts'][string]>(list);
  const held = tape.once(4) ? pauses(tape, start, ['clock']) : [];
  const matter = report(start, {
    event: tape.pick(EVENTS),
    channel: tape.pick(['phone', 'web', 'counter']),
    facts,
    pauses: held,
  });
  return {
    pack: rulebook({ clocks: [entry] }),
    calendar: calendar(tape),
    matter,
    last: start,
    ...aim(tape, 'arrived'),
    now: looking(tape),
  };
}

export const PLAIN_THEMES = { limits, holds, before, runs, requests, cases };
