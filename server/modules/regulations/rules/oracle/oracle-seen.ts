/** Test support: what one subject sees of a matter, and what its log comes to when it is counted. */
import type { Instant } from '../../../../values/instant.ts';
import type { Matter } from '../matter.ts';
import type { FactValue, HoursEntry, TermEntry } from '../pack.ts';
import { dayOf, localDay, midnightOf, type OracleYear, UnknownYear } from './oracle-days.ts';
import { answer, type Values } from './oracle-facts.ts';
import { leadBefore } from './oracle-limits.ts';
import { logOf } from './oracle-runs.ts';

type Caller = Matter['requests'][number] | null;

/**
 * The order knows nothing of what its callers bring from orders they were in before. A caller who came to an order
 * that was there finds what was done in it as done when he came; what had been granted and was over is nothing to him.
 */
export function seenBy(matter: Matter, caller: Caller): Matter {
  const { happenings, plans, pauses, extensions } = matter;
  if (caller === null)
    return {
      ...matter,
      plans: plans.filter(({ elsewhere }) => elsewhere !== true),
      pauses: pauses.filter(({ request }) => request === undefined),
      extensions: extensions.filter(({ request }) => request === undefined),
    };
  const came = caller.joinedAt ?? Number.NEGATIVE_INFINITY;
  const everybody = ({ request }: { request?: string }): boolean => request === undefined;
  const his = ({ request }: { request?: string }): boolean => request === caller.id;
  const notBefore = (one: { request?: string }, at: Instant): Instant => (everybody(one) && at < came ? came : at);
  const concerning = <T extends { request?: string }>(list: T[]): T[] =>
    list.filter((one) => everybody(one) || his(one));
  return {
    ...matter,
    happenings: concerning(happenings).map((one) => ({ ...one, at: notBefore(one, one.at) })),
    plans: concerning(plans).map((one) => ({ ...one, setAt: notBefore(one, one.setAt) })),
    pauses: concerning(pauses)
      .filter((one) => his(one) || one.until === null || one.until > came)
      .map((one) => ({ ...one, from: notBefore(one, one.from) })),
    extensions: concerning(extensions).filter((one) => his(one) || one.at >= came),
  };
}

interface Counting {
  terms: TermEntry[];
  years: OracleYear[];
  office: HoursEntry;
  now: Instant;
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** First instant of the week, month … that runs. */
function began(period: 'week' | keyof typeof MONTHS, now: Instant): Instant {
  let day = dayOf(now);
  if (period === 'week') while (localDay(day).weekday !== 1) day -= 1;
  else while (localDay(day).date !== 1 || (localDay(day).month - 1) % MONTHS[period] !== 0) day -= 1;
  return midnightOf(day);
}

/** Counts walked through one happening after the other; what nobody can say is left out of the values. */
export function counts(
  values: Values,
  matter: Matter,
  caller: Caller,
  { terms, years, office, now }: Counting,
): Values {
  const found: Values = {};
  for (const { id, count } of terms) {
    if (!count || values[id] !== undefined) continue;
    const { of, where, per, within, period, since } = count;
    let from = Number.NEGATIVE_INFINITY;
    try {
      if (within) from = leadBefore(within, now, office, years);
    } catch (problem) {
      if (problem instanceof UnknownYear) continue;
      throw problem;
    }
    if (period !== undefined) from = began(period as 'week', now);
    const own = logOf(matter, caller).filter(({ voided }) => voided === undefined);
    const others = (per && matter.earlier?.[per]) || [];
    const defaults = Object.fromEntries(
      terms.flatMap((term): [string, FactValue][] =>
        term.default !== undefined ? [[term.id, term.default]] : term.type === 'yes-no' ? [[term.id, false]] : [],
      ),
    );
    const logs = [
      { event: matter.event, known: values, log: own },
      ...others.map(({ event, facts, happenings }) => ({
        event,
        known: { ...defaults, ...facts, event },
        log: happenings,
      })),
    ];
    const steps: { at: Instant; hits: boolean; clears: boolean }[] = [];
    let doubtful = false;
    for (const { event, known, log } of logs) {
      const meant = where ? answer(where, known, terms) : true;
      const first = [...log].sort((a, b) => a.at - b.at)[0];
      for (const one of log) {
        const ofEvent = of.includes('.') || ['pipe-leak', 'no-water', 'facility-damage'].includes(of);
        const hit = ofEvent ? one === first && (event === of || event.startsWith(`${of}.`)) : one.milestone === of;
        if (hit && meant === null) doubtful = true;
        steps.push({ at: one.at, hits: hit && meant === true, clears: since?.includes(one.milestone) === true });
      }
    }
    if (doubtful) continue;
    let sum = 0;
    for (const { at, hits, clears } of steps.sort((a, b) => a.at - b.at)) {
      if (clears) sum = 0;
      if (hits && at >= from) sum += 1;
    }
    found[id] = sum;
  }
  return found;
}
