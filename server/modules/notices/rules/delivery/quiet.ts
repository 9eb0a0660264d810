/** Quiet hours 静默时段: when nobody is disturbed, as the rulebook in force has them. */
import type { Instant } from '../../../../values/instant.ts';
import type { Zone } from '../../../../values/zone.ts';
import type { Pack } from '../../../regulations/rules/pack.ts';

export interface Quiet {
  /** Minutes of the day; over midnight where `until` comes before `from`. */
  from: number;
  until: number;
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

const isIn = ({ from, until }: Quiet, minute: number): boolean =>
  from < until ? minute >= from && minute < until : minute >= from || minute < until;

function endOf({ from, until }: Quiet, at: Instant, zone: Zone): Instant {
  const overnight = from > until && zone.minuteOf(at) >= from;
  return zone.at(zone.dayOf(at) + (overnight ? 1 : 0), until);
}

export interface Held {
  until: Instant;
  quiet: Quiet;
}

/** Until when somebody who must not be disturbed is left alone; null: he may be told now. */
export function heldUntil(at: Instant, quiets: readonly Quiet[], zone: Zone): Held | null {
  const over = (moment: Instant): Quiet | undefined =>
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
