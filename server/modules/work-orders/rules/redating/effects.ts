/** 影响: which difference between two rulebooks changes the clocks of how many open orders. */
import type { Difference } from '../../../regulations/rules/versions/comparing/sentences.ts';
import type { RuleChange } from './sentences.ts';

export interface Effect {
  /** Open orders whose clocks change by it; null: none can be told apart, the total alone is known. */
  orders: number | null;
  late: number;
  /** Others of the same rule count with it. */
  shared: boolean;
}

type Told = Pick<Difference, 'section' | 'entry' | 'key' | 'kind' | 'article' | 'from' | 'to'>;

/** Sections whose entries run as clocks. */
const RUNNING = new Set(['clocks', 'notices', 'approvals']);
/** Keys a clock goes by. */
const TIMED = /^(within|lead|before|opens|quiet|hours|on|by|breach|from|until|when|overlap|cases|clocks|of)$/;

/** One for each difference, in their order. `rules` are those of the re-dating to the later rulebook. */
export function effectsOf(differences: readonly Told[], rules: readonly RuleChange[]): Effect[] {
  const claims = new Map<RuleChange, Told[]>(rules.map((rule) => [rule, claimants(rule, differences)]));
  return differences.map((difference) => {
    if (!RUNNING.has(difference.section) || !counts(difference)) return { orders: null, late: 0, shared: false };
    const mine = [...claims].filter(([, by]) => by.includes(difference));
    return {
      orders: mine.reduce((sum, [rule]) => sum + rule.orders, 0),
      late: mine.reduce((sum, [rule]) => sum + rule.late, 0),
      shared: mine.some(([, by]) => by.length > 1),
    };
  });
}

const counts = ({ kind, key }: Told): boolean =>
  kind === 'changed' ? TIMED.test(key) : kind !== 'moved' || key === 'cases';

/** The differences by which a rule counts otherwise: of its article, and of its limits where several are. */
function claimants(rule: RuleChange, differences: readonly Told[]): Told[] {
  const ofEntry = differences.filter(
    (one) => RUNNING.has(one.section) && one.entry === rule.clock && counts(one) && fits(one, rule),
  );
  const ofArticle = ofEntry.filter(({ article }) => article === rule.article);
  const near = ofArticle.length > 0 ? ofArticle : ofEntry;
  const ofLimits = near.filter(({ from, to }) => begins(from.zh, rule.from?.zh) && begins(to.zh, rule.to?.zh));
  return ofLimits.length > 0 ? ofLimits : near;
}

const begins = (told: string, limit: string | undefined): boolean => limit !== undefined && told.startsWith(limit);

/** A clock that is new or gone belongs to an entry that is, or to a condition that changed. */
function fits({ kind, key }: Told, rule: RuleChange): boolean {
  if (key === '') return kind === 'added' ? rule.kind === 'added' : kind === 'dropped' && rule.kind === 'removed';
  return rule.kind === 'moved' || key === 'when' || key === 'cases' || key === 'from';
}
