/** Quiet hours 静默时段: when nobody is disturbed, as the rulebook in force has them. */
import type { Instant } from '../../../../values/instant.ts';
import type { Zone } from '../../../../values/zone.ts';
import type { Pack } from '../../../regulations/rules/pack.ts';

/** Minutes of the day; over midnight where `until` comes before `from`. */
export interface Hours {
  from: number;
  until: number;
}

export interface Quiet extends Hours {
  article: string;
  quote: string;
  clauses: readonly string[];
}

/** Each once. Where a case lifts them, its words are those that speak of them. */
export function quietHoursOf(pack: Pick<Pack, 'clocks' | 'notices'>): Quiet[] {
  const found = new Map<string, Quiet>();
  for (const entry of [...pack.clocks, ...pack.notices]) {
    for (const { value, article, quote, clauses } of entry.cases) {
      if (!value.quiet) continue;
      const { from, until } = value.quiet;
      const lifted = entry.cases.find((other) => other.value.quiet === undefined);
      const said = lifted ?? { article, quote, clauses };
      found.set(`${from}-${until}`, {
        from,
        until,
        article: said.article,
        quote: said.quote,
        clauses: [...new Set([...clauses, ...said.clauses])],
      });
    }
  }
  return [...found.values()];
}

const isIn = ({ from, until }: Hours, minute: number): boolean =>
  from < until ? minute >= from && minute < until : minute >= from || minute < until;

function endOf({ from, until }: Hours, at: Instant, zone: Zone): Instant {
  const overnight = from > until && zone.minuteOf(at) >= from;
  return zone.at(zone.dayOf(at) + (overnight ? 1 : 0), until);
}

export interface Held<Q extends Hours = Quiet> {
  until: Instant;
  quiet: Q;
}

/** Until when somebody who must not be disturbed is left alone; null: he may be told now. */
export function heldUntil<Q extends Hours>(at: Instant, quiets: readonly Q[], zone: Zone): Held<Q> | null {
  const over = (moment: Instant): Q | undefined =>
    quiets.find((one) => one.from !== one.until && isIn(one, zone.minuteOf(moment)));
  const quiet = over(at);
  if (!quiet) return null;
  let until = endOf(quiet, at, zone);
  // the end of one may lie in another
  for (let step = 0; step < quiets.length; step += 1) {
    const next = over(until);
    if (next) until = endOf(next, until, zone);
  }
  return { until, quiet };
}
