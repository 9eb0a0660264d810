/** Test support: callers who joined an order that was there before, and facts that count what happened. */
import type { Instant } from '../../../../values/instant.ts';
import type { Happening, Matter } from '../matter.ts';
import type { CountOf, TermEntry, Test, Timing } from '../pack.ts';
import { calendar, clock, type Drawn, lastOf, looking, one, story, WHOLE, warn } from './draw.ts';
import { caseOf, rulebook, TERMS } from './draw-calendars.ts';
import { DAY, extensions, happening, instant, length, pauses, report, shortLimit, timing } from './draw-parts.ts';
import type { Tape } from './tape.ts';

/** Nobody comes to an order that is over. */
const isOpen = (log: Happening[], at: Instant): boolean => {
  const last = log.findLast((told) => told.at <= at && WHOLE.includes(told.milestone));
  return last === undefined || last.milestone === 'created' || last.milestone === 'reopened';
};

const BROUGHT = ['dispatched', 'accepted', 'assigned', 'contacted', 'handled', 'customer-told', 'arrived'];

/** One order, callers from the beginning and from elsewhere, each with what he brings along. */
function joined(tape: Tape): Drawn {
  const start = instant(tape);
  const planned = tape.once(3);
  const on = tape.pick(['request', 'request', 'request', 'order'] as const);
  const value: Timing = planned
    ? { before: 'promised', breach: tape.pick(['at-due', 'at-event', 'if-late'] as const), hours: 'office', on }
    : { ...timing(tape, shortLimit), on };
  const { from, ...unstarted } = clock([caseOf(value)], {
    from: one(tape.pick(['received', 'dispatched', 'assigned', 'handled'])),
    until: one(tape.pick(['contacted', 'customer-told', 'handled', 'arrived'])),
  });
  const entry = planned ? unstarted : { ...unstarted, ...(from && { from }) };
  const common = story(tape, start);
  const callers = ['r1', ...tape.some(2, (n) => `r${n + 2}`)];
  const requests: Matter['requests'] = callers.map((id, n) => {
    const wanted = start + n * length(tape);
    const joinedAt = isOpen(common, wanted) ? wanted : start;
    const receivedAt = tape.once(3) ? joinedAt : joinedAt - length(tape) - 7 * n;
    return { id, receivedAt: n === 0 ? start - 1 : receivedAt, channel: 'phone', ...(n > 0 && { joinedAt }) };
  });
  const happenings = common.map((told) =>
    tape.once(5) && !WHOLE.includes(told.milestone)
      ? { ...told, request: tape.pick(callers), ...(tape.once(2) && { ofOrder: true as const }) }
      : told,
  );
  for (const { id, receivedAt, joinedAt } of requests.slice(1))
    for (const n of tape.some(3, (count) => count + 1))
      happenings.push(
        happening(
          tape.pick(BROUGHT),
          Math.min(receivedAt + n * length(tape), joinedAt ?? start),
          100 + happenings.length,
          {
            request: id,
          },
        ),
      );
  const whose = () => (tape.once(3) ? { request: tape.pick(callers) } : {});
  const plans = planned
    ? [1, 2, ...tape.some(2, (n) => n + 3)].map((n) => {
        const of = whose();
        return {
          plan: 'promised',
          at: start + n * length(tape) + tape.int(0, 3) * DAY,
          setAt: start + n * 1000 + length(tape),
          id: 300 + n,
          ...of,
          ...('request' in of && tape.once(2) && { elsewhere: true as const }),
        };
      })
    : [];
  const matter = report(start, {
    happenings,
    requests,
    plans,
    pauses: pauses(tape, start, ['clock']).map((span) => ({ ...span, ...whose() })),
    extensions: extensions(tape, start, ['clock']).map((granted) => ({ ...granted, ...whose() })),
  });
  return {
    pack: rulebook({ clocks: [entry] }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    now: looking(tape),
  };
}

const COUNTED = ['handled', 'dispatched', 'accepted', 'arrived', 'rejected', 'returned', 'assigned', 'reviewed'];
const EVENTS = ['pipe-leak', 'facility-damage', 'facility-damage.hydrant', 'no-water'];
const SPANS: CountOf['within'][] = [
  { unit: 'elapsed', ms: 30 * DAY, text: '30 d' },
  { unit: 'cd', days: 2, text: '2 cd' },
  { unit: 'wd', days: 3, text: '3 wd' },
];

/** A limit, or whether there is one, by how often something came: here and in others of the same customer. */
function counts(tape: Tape): Drawn {
  const start = instant(tape);
  const span = tape.int(0, 5);
  const count: CountOf = {
    of: tape.once(4) ? tape.pick(EVENTS) : tape.pick(COUNTED),
    ...(tape.once(3) && { where: { facts: { [tape.pick(['sealed', 'depth'])]: condition(tape) } } }),
    ...(tape.once(2) && { per: tape.pick(['customer', 'meter']) }),
    ...(span < 3 && { within: SPANS[span] as NonNullable<CountOf['within']> }),
    ...(span === 3 && { period: tape.pick(['week', 'month', 'quarter', 'half-year', 'year'] as const) }),
    ...(tape.once(3) && { since: [tape.pick(COUNTED)] }),
  };
  const times: TermEntry = { id: 'times', kind: 'fact', words: ['times'], type: 'number', count };
  const atLeast = (): { facts: Record<string, Test> } => ({ facts: { times: { op: 'range', min: tape.int(0, 4) } } });
  const cases = [caseOf(timing(tape, shortLimit), atLeast()), caseOf(timing(tape, shortLimit), atLeast())];
  if (!tape.once(4)) cases.push(caseOf(timing(tape, shortLimit)));
  const entry = clock(cases, {
    overlap: tape.pick(['first', 'shortest'] as const),
    from: one(tape.pick(['created', 'handled', 'dispatched'])),
    until: one(tape.pick(['arrived', 'reviewed'])),
    ...(tape.once(3) && { when: atLeast() }),
  });
  const facts = (): Matter['facts'] => ({
    ...(tape.once(2) && { sealed: tape.once(2) }),
    ...(tape.once(2) && { depth: tape.int(0, 4) * 100 }),
  });
  const another = (n: number) => ({
    event: tape.pick(EVENTS),
    facts: facts(),
    happenings: [0, ...tape.some(3, (more) => more + 1)].map((place) => ({
      milestone: tape.pick(COUNTED),
      // never in the very instant of anything else
      at: start - 3 - 2 * n - place * (1000 + length(tape)),
    })),
  });
  const matter = report(start, {
    event: tape.pick(EVENTS),
    facts: { ...facts(), ...(tape.once(8) && { times: tape.int(0, 4) }) },
    happenings: story(tape, start),
    earlier: { customer: tape.some(2, another), meter: tape.some(1, another) },
  });
  return {
    pack: rulebook({ clocks: [entry], terms: [...TERMS, times], warn: warn(tape) }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    now: looking(tape),
  };
}

const condition = (tape: Tape): Test =>
  tape.once(2) ? { op: 'any-of', values: [true] } : { op: 'range', min: tape.pick([100, 200]) };

export const CALLER_THEMES = { joined, counts };
