/** Test support: notices and approvals that go by a clock's due, pauses of the rulebook, conditions that turn true. */
import type { Happening, Matter } from '../matter.ts';
import type { Milestones, PauseEntry, Timing } from '../pack.ts';
import { calendar, clock, type Drawn, lastOf, looking, one, story, WHOLE, warn } from './draw.ts';
import { caseOf, cited, HOURS, rulebook } from './draw-calendars.ts';
import { extensions, happening, instant, length, pauses, report, shortLimit, timing } from './draw-parts.ts';
import type { Tape } from './tape.ts';

/** Milestones the platform makes, told here and there in a story. */
function withMade(tape: Tape, log: Happening[], made: string[]): Happening[] {
  return log.map((told) =>
    tape.once(5) && !WHOLE.includes(told.milestone) ? { ...told, milestone: tape.pick(made) } : told,
  );
}

const lead = (tape: Tape): Pick<Timing, 'lead'> => {
  const drawn = shortLimit(tape);
  return 'days' in drawn && drawn.days === 0 ? {} : { lead: drawn };
};

/** One clock before the due of another, and a further one before that. */
function links(tape: Tape, goes: (before: string) => Timing) {
  const link = (id: string, before: string) => {
    const { from: _from, ...entry } = clock([caseOf(goes(before))], { ...cited(id), until: one('handled') });
    return entry;
  };
  const both = [link('first', tape.pick(['clock.due', 'other.due'])), link('second', 'first.due')];
  return tape.once(2) ? both.toReversed() : both;
}

/** Now and then with cases that overlap. */
function asked(tape: Tape, draw: () => Timing) {
  const timing = draw();
  if (!tape.once(3)) return { timing };
  const when = (name: string) => ({ facts: { [name]: { op: 'any-of' as const, values: [true] } } });
  const cases = [caseOf(draw(), when('sealed')), caseOf(draw(), when('willing')), caseOf(timing)];
  return { timing, cases, overlap: tape.pick(['first', 'shortest'] as const) };
}

/** An approval asked for before the due of a clock, and a notice told before it. */
function chains(tape: Tape): Drawn {
  const start = instant(tape);
  const on = tape.pick(['order', 'order', 'request'] as const);
  const goes = (before: string): Timing => ({
    before,
    ...(tape.once(2) ? lead(tape) : {}),
    breach: tape.pick(['if-late', 'at-due', 'at-event', 'never'] as const),
    hours: tape.pick(HOURS).id,
    on: tape.pick(['order', on]),
  });
  const clocks = [
    clock([caseOf({ ...timing(tape, shortLimit), on })], {
      from: one(tape.pick(['created', 'dispatched', 'handled'])),
    }),
    clock([caseOf(timing(tape, shortLimit))], { ...cited('other'), until: one('handled') }),
  ];
  // clocks that go by one another, written in any order
  if (tape.once(3)) clocks.push(...links(tape, goes));
  const owed = (): { from?: Milestones } => (tape.once(3) ? { from: one(tape.pick(['dispatched', 'accepted'])) } : {});
  const approvals = [
    {
      ...cited('extension'),
      of: 'extended',
      steps: ['operations'],
      clocks: tape.pick([['clock'], ['clock', 'other'], ['other', 'clock']]),
      ...asked(tape, () => goes('due')),
      ...(tape.once(2) && { form: 'plea' }),
      ...owed(),
    },
  ];
  const notices = [
    {
      ...cited('tell'),
      to: [],
      via: [],
      overlap: 'error' as const,
      cases: [caseOf(goes(tape.pick(['clock.due', 'other.due', clocks.length > 2 ? 'second.due' : 'clock.due'])))],
      ...owed(),
    },
  ];
  const log = withMade(tape, story(tape, start), ['told:tell', 'extended', 'filled:plea', 'approved:extension']);
  const callers = ['r1', ...tape.some(1, (n) => `r${n + 2}`)];
  const known = (): Record<string, boolean> => (tape.once(2) ? { [tape.pick(['sealed', 'willing'])]: true } : {});
  const matter = report(start, {
    facts: { ...known(), ...known() },
    happenings: log.map((told) =>
      tape.once(6) && !WHOLE.includes(told.milestone) ? { ...told, request: tape.pick(callers) } : told,
    ),
    pauses: tape.once(3) ? pauses(tape, start, ['clock', 'other', 'tell']) : [],
    extensions: tape.once(3) ? extensions(tape, start, ['clock', 'tell', 'extension']) : [],
    requests: callers.map((id, n) => ({ id, receivedAt: start - 60_000 + n * length(tape), channel: 'phone' })),
  });
  return {
    pack: rulebook({ clocks, notices, approvals, warn: warn(tape) }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    now: looking(tape),
  };
}

const ONS = ['dispatched', 'returned', 'assigned', 'handled'];

/** Clocks that stand still from one happening to another. */
function standing(tape: Tape): Drawn {
  const start = instant(tape);
  const some = (): Milestones => {
    if (tape.once(3)) return { pick: tape.pick(['first', 'all'] as const), of: [tape.pick(ONS), 'reviewed'] };
    return one(tape.pick([...ONS, 'customer-told', 'rejected']));
  };
  const entry = (n: number): PauseEntry => ({
    ...cited(`pause-${n}`),
    clocks: tape.pick(['all', ['clock'], ['other']] as const) as 'all' | string[],
    retroactive: false,
    from: some(),
    ...(tape.once(5) ? {} : { until: some() }),
    ...(tape.once(8) && { ask: 'operations' }),
    ...(tape.once(4) && { when: { facts: { sealed: { op: 'any-of' as const, values: [true] } } } }),
  });
  const matter = report(start, {
    facts: tape.once(2) ? { sealed: true } : {},
    happenings: story(tape, start),
    pauses: tape.once(4) ? pauses(tape, start, ['clock']) : [],
  });
  return {
    pack: rulebook({
      clocks: [clock([caseOf(timing(tape, shortLimit))], { until: one(tape.pick(['arrived', 'finished'])) })],
      pauses: [0, ...tape.some(1, (n) => n + 1)].map(entry),
      warn: warn(tape),
    }),
    calendar: calendar(tape),
    matter,
    last: lastOf(matter),
    now: looking(tape),
  };
}

/** Told once, from the moment its condition turned true. */
function once(tape: Tape): Drawn {
  const start = instant(tape);
  const facts: Matter['facts'] = { sealed: true };
  const factsSince: NonNullable<Matter['factsSince']> = {};
  // Never in the same instant as anything else.
  if (!tape.once(3)) factsSince.sealed = start + length(tape) + 137;
  if (!tape.once(3)) facts.depth = tape.pick([100, 300]);
  if (facts.depth !== undefined && tape.once(2)) factsSince.depth = start + 2 * length(tape) + 139;
  const notices = [
    {
      ...cited('tell'),
      to: [],
      via: [],
      overlap: 'error' as const,
      when: {
        facts: {
          sealed: { op: 'any-of' as const, values: [true] },
          ...(tape.once(2) && { depth: { op: 'range' as const, min: tape.pick([100, 200]) } }),
        },
      },
      cases: [caseOf({ ...timing(tape, shortLimit), every: 'once' })],
    },
  ];
  const log = story(tape, start);
  const over = log.some(({ milestone }) => milestone === 'closed' || milestone === 'cancelled');
  const matter = report(start, {
    facts,
    factsSince,
    // Nothing is told once all is over.
    happenings: tape.once(2) && !over ? [...log, happening('told:tell', start + length(tape) + 141, 400)] : log,
  });
  return {
    pack: rulebook({ notices, warn: warn(tape) }),
    calendar: calendar(tape),
    matter,
    last: Math.max(lastOf(matter), ...Object.values(factsSince)),
    now: looking(tape),
  };
}

export const CHAIN_THEMES = { chains, standing, once };
