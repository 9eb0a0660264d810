/** Test support: one drawn case put to the evaluator and to the oracle. */
import type { Instant } from '../../../../values/instant.ts';
import { type Calendars, calendarsOf } from '../calendar.ts';
import { evaluate, judgements } from '../evaluate.ts';
import type { Matter } from '../matter.ts';
import type { Drawn } from './draw.ts';
import { CALENDARS, rulebook } from './draw-calendars.ts';
import { judge, type Verdict } from './oracle.ts';
import { Tape } from './tape.ts';
import { THEMES, type Theme } from './themes.ts';

export interface Difference {
  theme: Theme;
  evaluator: Verdict[];
  oracle: Verdict[];
  drawn: Drawn;
  now: Instant;
}

const calendars = new Map<number, Calendars>();

/** Tables of a calendar are made once: every drawn rulebook has the same hours. */
function calendarsFor(which: number): Calendars {
  let made = calendars.get(which);
  if (!made) {
    made = calendarsOf(rulebook({}), { cn: CALENDARS[which] ?? [] });
    calendars.set(which, made);
  }
  return made;
}

/** The matter with a stop beside the due where one is aimed, and the instant at which it is looked at. */
function settle(drawn: Drawn): { matter: Matter; now: Instant } {
  const years = CALENDARS[drawn.calendar] ?? [];
  let { matter, last } = drawn;
  if (drawn.aimStop) {
    const { milestone, off, by } = drawn.aimStop;
    const due = judge(drawn.pack, years, matter, last).at(-1)?.due ?? last;
    const stop = { milestone, at: due + off, recordedAt: due + off, id: 700, ...(by && { by }) };
    matter = { ...matter, happenings: [...matter.happenings, stop] };
    last = Math.max(last, stop.at);
  }
  if (drawn.now.beside === 'last') return { matter, now: last + drawn.now.off };
  const verdict = judge(drawn.pack, years, matter, last).at(-1);
  const beside = drawn.now.beside === 'due' ? verdict?.due : verdict?.warnAt;
  return { matter, now: Math.max(last, (beside ?? last) + drawn.now.off) };
}

const sorted = (list: Verdict[]): Verdict[] =>
  list.sort((a, b) => a.id.localeCompare(b.id) || (a.request ?? '').localeCompare(b.request ?? '') || a.run - b.run);

/** What very many matters are judged by says the same of each run, but for warnings. */
function judgedOtherwise(
  drawn: Drawn,
  matter: Matter,
  now: Instant,
): Pick<Difference, 'evaluator' | 'oracle'> | undefined {
  const unwarned = (runs: ReturnType<typeof judgements> | ReturnType<typeof evaluate>): Verdict[] =>
    runs.map(({ id, request, run, start, due, stoppedAt, state, breached, provisional, breachAt, endedBy }) => ({
      ...{ id, request, run, start, due, warnAt: breachAt, stoppedAt, breached, provisional },
      state: state === 'warned' ? 'running' : state,
      endedBy: endedBy ?? null,
    }));
  const evaluator = unwarned(evaluate(drawn.pack, calendarsFor(drawn.calendar), matter, now));
  const judged = unwarned(judgements(drawn.pack, calendarsFor(drawn.calendar), matter, now));
  return JSON.stringify(evaluator) === JSON.stringify(judged) ? undefined : { evaluator, oracle: judged };
}

/** Null when they agree. */
export function compare(theme: Theme, numbers: readonly number[]): Difference | null {
  const drawn = THEMES[theme](new Tape(numbers));
  const { matter, now } = settle(drawn);
  const oracle = sorted(judge(drawn.pack, CALENDARS[drawn.calendar] ?? [], matter, now));
  const evaluator = sorted(
    evaluate(drawn.pack, calendarsFor(drawn.calendar), matter, now).map(
      ({ id, request, run, start, due, warnAt, stoppedAt, state, breached, provisional }) => ({
        id,
        request,
        run,
        start,
        due,
        warnAt,
        stoppedAt,
        state,
        breached,
        provisional,
      }),
    ),
  );
  const judged = judgedOtherwise(drawn, matter, now);
  if (judged) return { theme, ...judged, drawn: { ...drawn, matter }, now };
  if (JSON.stringify(oracle) === JSON.stringify(evaluator)) return null;
  return { theme, evaluator, oracle, drawn: { ...drawn, matter }, now };
}

/** Times as they stand on the wall, so that a difference can be read. */
export function tell({ theme, evaluator, oracle, drawn, now }: Difference): string {
  const clocks = drawn.pack.clocks.map(({ when, from, until, overlap, cases }) => ({
    when,
    from,
    until,
    overlap,
    cases: cases.map(({ when: test, value }) => ({ when: test, ...value })),
  }));
  const { notices, approvals, pauses: standing } = drawn.pack;
  const { happenings, ...rest } = drawn.matter;
  const log = happenings.map(({ milestone, at, id, by, request }) =>
    [milestone, at, id, by, request].filter(Boolean).join(' '),
  );
  const others = { notices, approvals, standing };
  const told = {
    theme,
    now,
    evaluator,
    oracle,
    clocks,
    others,
    warn: drawn.pack.warn,
    calendar: drawn.calendar,
    log,
    ...rest,
  };
  return JSON.stringify(told, null, 1).replace(/\b1[67]\d{11}\b/g, (number) =>
    new Date(Number(number) + 8 * 3_600_000).toISOString().slice(0, -1),
  );
}

/** The simplest tape found that still differs: shorter, then with numbers made nought or halved. */
export function shrink(theme: Theme, numbers: readonly number[]): number[] {
  let best = [...numbers];
  const differs = (tape: number[]): boolean => {
    try {
      return compare(theme, tape) !== null;
    } catch {
      return false;
    }
  };
  while (best.length > 0 && differs(best.slice(0, -1))) best = best.slice(0, -1);
  for (let better = true; better; ) {
    better = false;
    for (let place = 0; place < best.length; place++) {
      const number = best[place] as number;
      for (const smaller of number > 64 ? [0, 1, 2, 3, number % 60, number % 16] : number > 0 ? [0, number - 1] : []) {
        const tape = best.with(place, smaller);
        if (smaller < number && differs(tape)) {
          best = tape;
          better = true;
          break;
        }
      }
    }
  }
  return best;
}
