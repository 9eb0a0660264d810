/** Hours in which customers are not called 静默时段: of the rulebook, else of the utility. */
import type { Instant } from '../../../values/instant.ts';
import type { Zone } from '../../../values/zone.ts';
import { type Hours, heldUntil } from '../../notices/rules/delivery/quiet.ts';
import type { FactValue } from '../../regulations/rules/pack.ts';
import type { Rulebook } from '../../work-orders/rules/rulebook.ts';

export interface Quiet extends Hours {
  /** Where the rulebook says so; empty: the utility's own. */
  article: string;
  quote: string;
}

/** Acts by which a customer is spoken to. */
const SPOKEN_TO = ['called-back', 'customer-told'];

export interface AboutOrder {
  event: string;
  channel: string;
  facts: Record<string, FactValue>;
}

/**
 * The clocks that a word to the customer stops say when none is expected; a case that holds for this order goes before
 * (客户要求夜间联系). Where no clock of the rulebook says anything, the utility's own hours hold.
 */
export function quietFor(
  { pack, holds }: Pick<Rulebook, 'pack' | 'holds'>,
  order: AboutOrder,
  own: Hours | null,
): Quiet | null {
  const entries = pack.clocks.filter(({ until }) => until?.of.some((one) => SPOKEN_TO.includes(one)) ?? false);
  const said = entries.flatMap((entry) => {
    const quiet = entry.cases.find(({ value }) => value.quiet !== undefined);
    const meant = entry.cases.find(({ when }) => when !== undefined && holds(when, order));
    if (!quiet?.value.quiet) return [];
    if (meant) return meant.value.quiet === undefined ? [null] : [{ ...meant.value.quiet, ...cited(entry) }];
    return [{ ...quiet.value.quiet, ...cited(entry) }];
  });
  if (said.length > 0) return said.includes(null) ? null : (said[0] ?? null);
  return own && { ...own, article: '', quote: '' };
}

/** Of the case that has a quote of its own about it: the rule of the night stands there. */
function cited(entry: Rulebook['pack']['clocks'][number]): { article: string; quote: string } {
  const telling = entry.cases.find(({ value, quote }) => value.quiet === undefined && quote !== entry.quote) ?? entry;
  return { article: telling.article, quote: telling.quote };
}

export const isQuiet = (at: Instant, quiet: Quiet | null, zone: Zone): boolean => awakeFrom(at, quiet, zone) !== at;

/** The first instant from then on at which one may call. */
export const awakeFrom = (at: Instant, quiet: Quiet | null, zone: Zone): Instant =>
  heldUntil(at, quiet ? [quiet] : [], zone)?.until ?? at;
