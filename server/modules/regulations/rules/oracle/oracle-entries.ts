/** Test support: everything of a rulebook that runs, as the format tells it: clocks, notices, approvals. */
import type { Instant } from '../../../../values/instant.ts';
import type { Happening, Matter } from '../matter.ts';
import type { ClockEntry, Pack, When } from '../pack.ts';

export interface Running extends Pick<ClockEntry, 'id' | 'when' | 'from' | 'overlap' | 'cases'> {
  until: NonNullable<ClockEntry['until']>;
  /** What `before: due` means. */
  clocks: string[];
  once: boolean;
}

/** Whatever goes by the due of a clock comes after that clock. */
export function runningOf(pack: Pack): Running[] {
  const clocks = pack.clocks.map(
    (one): Running => ({
      ...one,
      until: one.until ?? { pick: 'first', of: [] },
      clocks: [],
      once: one.cases[0]?.value.every === 'once',
    }),
  );
  const notices = pack.notices.map(
    (one): Running => ({
      ...one,
      until: { pick: 'first', of: [`told:${one.id}`] },
      clocks: [],
      once: one.cases[0]?.value.every === 'once',
    }),
  );
  const approvals = pack.approvals.flatMap((one): Running[] => {
    if (!one.timing) return [];
    const { id, article, quote, clauses, source, timing } = one;
    // Asked for with its form; where there is none, the grant itself says that it was asked for.
    const asked = one.form === undefined ? [] : [`filled:${one.form}`];
    return [
      {
        id,
        ...(one.when && { when: one.when }),
        ...(one.from && { from: one.from }),
        until: one.until ?? { pick: 'first', of: [...asked, `approved:${id}`, one.of] },
        overlap: one.overlap ?? 'error',
        cases: one.cases ?? [{ article, quote, clauses, source, value: timing }],
        clocks: one.clocks,
        once: false,
      },
    ];
  });
  const all = [...clocks, ...notices, ...approvals];
  const ready: Running[] = [];
  const asks = (one: Running): string[] => one.cases.flatMap(({ value }) => dueNamed(one, value.before) ?? []);
  for (let left = all; left.length > 0; ) {
    const waits = (one: Running): boolean => left.some(({ id }) => asks(one).includes(id));
    const next = left.filter((one) => !waits(one));
    // Nobody can draw a circle.
    if (next.length === 0) throw new Error('in a circle');
    ready.push(...next);
    left = left.filter(waits);
  }
  return ready;
}

/** The clocks by whose due a planned time goes; null: it is set by somebody. */
export function dueNamed(entry: Running, plan: string | undefined): string[] | null {
  if (plan === 'due') return entry.clocks;
  return plan?.endsWith('.due') ? [plan.slice(0, plan.lastIndexOf('.'))] : null;
}

/** What happens when a condition turns true. */
export const TURNED = 'turned-true';

/** The log with the moment a condition turned true told in it: when the last of its facts came, else the beginning. */
export function withTurn(when: When | undefined, matter: Matter): Matter {
  const named = [when, ...(when?.any ?? [])].flatMap((one) => Object.keys(one?.facts ?? {}));
  const births = matter.happenings.filter(
    ({ milestone, request }) => request === undefined && (milestone === 'received' || milestone === 'created'),
  );
  const birth = births.sort((a, b) => a.at - b.at || a.id - b.id)[0] as Happening;
  const known = named.map((name): Instant => matter.factsSince?.[name] ?? birth.at);
  const at = Math.max(birth.at, ...known);
  const turn: Happening = { milestone: TURNED, at, recordedAt: at, id: at > birth.at ? 0 : birth.id };
  return { ...matter, happenings: [...matter.happenings, turn] };
}
