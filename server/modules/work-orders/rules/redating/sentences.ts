/** A re-dating in plain words: rule by rule, with how many open orders it touches. */
import { showLimitOf } from '../../../regulations/rules/explaining/explain-words.ts';
import { timetableOf } from '../../../regulations/rules/timed-entries.ts';
import { clockName, clockNameAmong, type ToName } from '../names.ts';
import type { Book } from '../rulebook.ts';
import type { Lang, Words } from '../words.ts';
import type { Change, Course } from './redate.ts';
import { isEarlier } from './redate.ts';

/** One rule that counts differently, for all orders alike. */
export interface RuleChange {
  kind: Change['kind'];
  clock: string;
  name: Words;
  article: string;
  from: Words | null;
  to: Words | null;
  /** Orders it touches; of them late at once, and no longer late. */
  orders: number;
  late: number;
  withdrawn: number;
}

export interface Totals {
  /** Open orders that come under it. */
  orders: number;
  /** Of them with a clock that changes. */
  changed: number;
  clocks: number;
  earlier: number;
  later: number;
  late: number;
  withdrawn: number;
  lostPauses: number;
}

export const NO_TOTALS: Totals = {
  orders: 0,
  changed: 0,
  clocks: 0,
  earlier: 0,
  later: 0,
  late: 0,
  withdrawn: 0,
  lostPauses: 0,
};

export interface Summary {
  totals: Totals;
  rules: RuleChange[];
}

/** Every clock of a version, for names that tell one from another. */
const clocksOf = ({ pack }: Book): ToName[] => [
  ...pack.clocks.map(({ id }) => ({ id, section: 'clocks' as const })),
  ...pack.notices.map(({ id }) => ({ id, section: 'notices' as const })),
  ...pack.approvals.map(({ id }) => ({ id, section: 'approvals' as const })),
  ...timetableOf(pack).entries.flatMap(({ id, section }) => (section === 'duties' ? [{ id, section }] : [])),
];

const names = new WeakMap<Course, Map<string, Words>>();

/** As its own version calls it. Thousands of orders ask for the same few names. */
export function nameOfChange(change: Change, course: Course): Words {
  const known = names.get(course) ?? new Map<string, Words>();
  names.set(course, known);
  const key = [change.kind, change.section, change.clock, change.fromLimit, change.toLimit].join('|');
  const name = known.get(key) ?? named(change, course);
  known.set(key, name);
  return name;
}

function named({ clock, section, kind, toLimit, fromLimit }: Change, { from, to }: Course): Words {
  const book = kind === 'removed' ? from : to;
  const limit = kind === 'removed' ? fromLimit : toLimit;
  const one = { id: clock, section: section as ToName['section'], ...(limit === null ? {} : { limit }) };
  // its limits stand beside it, before and after: neither belongs into the name
  if (kind === 'moved' && fromLimit !== toLimit) return clockName(one, book);
  return clockNameAmong(one, clocksOf(book), book);
}

const limitWords = (limit: string | null, { pack }: Book): Words | null =>
  limit === null ? null : { zh: showLimitOf(pack, limit, 'zh'), en: showLimitOf(pack, limit, 'en') };

/** Gathers order after order, so that any number of them needs little memory. */
export interface Tally {
  totals: Totals;
  rules: Map<string, RuleChange>;
}

export const newTally = (): Tally => ({ totals: { ...NO_TOTALS }, rules: new Map() });

export function count(tally: Tally, changes: readonly Change[], lostPauses: number, course: Course): void {
  const { totals, rules } = tally;
  const any = (test: (change: Change) => boolean): number => Number(changes.some(test));
  totals.orders += 1;
  totals.changed += Number(changes.length > 0);
  totals.clocks += changes.length;
  totals.earlier += any(isEarlier);
  totals.later += any(({ fromDue, toDue }) => fromDue !== null && toDue !== null && toDue > fromDue);
  totals.late += any(({ verdict }) => verdict === 'breached');
  totals.withdrawn += any(({ verdict }) => verdict === 'withdrawn');
  totals.lostPauses += Number(lostPauses > 0);
  const seen = new Map<string, Set<Change['verdict']>>();
  for (const change of changes) {
    const key = [change.kind, change.clock, change.fromLimit, change.toLimit, change.article].join('|');
    const verdicts = seen.get(key);
    if (verdicts) verdicts.add(change.verdict);
    else seen.set(key, new Set([change.verdict]));
    if (!rules.has(key)) rules.set(key, ruleOf(change, course));
  }
  for (const [key, verdicts] of seen) {
    const rule = rules.get(key) as RuleChange;
    rule.orders += 1;
    rule.late += Number(verdicts.has('breached'));
    rule.withdrawn += Number(verdicts.has('withdrawn'));
  }
}

const ruleOf = (change: Change, course: Course): RuleChange => ({
  kind: change.kind,
  clock: change.clock,
  name: nameOfChange(change, course),
  article: change.article,
  from: limitWords(change.fromLimit, course.from),
  to: limitWords(change.toLimit, course.to),
  orders: 0,
  late: 0,
  withdrawn: 0,
});

/** Those that touch most orders first. */
export const summaryOf = ({ totals, rules }: Tally): Summary => ({
  totals,
  rules: [...rules.values()].sort((a, b) => b.orders - a.orders || (a.clock < b.clock ? -1 : 1)),
});

/** `办理（第十五条（五）4）：48 小时 → 12 小时；影响 37 张在办工单，其中 5 张将立即超时` */
export function ruleSentence(rule: RuleChange, lang: Lang): string {
  const { kind, orders, late, withdrawn } = rule;
  const [name, from, to] = [rule.name[lang], rule.from?.[lang] ?? '', rule.to?.[lang] ?? ''];
  if (lang === 'zh') {
    const what = {
      moved: `${name}（${rule.article}）：${from === to ? `${to}不变，到期时间改变` : `${from} → ${to}`}`,
      added: `新增${name}（${rule.article}）：${to}`,
      removed: `不再适用${name}（${rule.article}）：${from}`,
    }[kind];
    const of = [late > 0 && `其中 ${late} 张将立即超时`, withdrawn > 0 && `${withdrawn} 张的超时将撤销`];
    return [`${what}；影响 ${orders} 张在办工单`, ...of.filter((part) => part !== false)].join('，');
  }
  const what = {
    moved: `${name} (${rule.article}): ${from === to ? `${to} as before, due at another time` : `${from} → ${to}`}`,
    added: `new: ${name} (${rule.article}): ${to}`,
    removed: `no longer: ${name} (${rule.article}): ${from}`,
  }[kind];
  const of = [late > 0 && `${late} of them late at once`, withdrawn > 0 && `${withdrawn} of them no longer late`];
  const touched = `${orders} open ${orders === 1 ? 'order' : 'orders'}`;
  return `${what}; ${[touched, ...of.filter((part) => part !== false)].join(', ')}`;
}

export function totalSentence(totals: Totals, lang: Lang): string {
  const { orders, changed, earlier, later, late, withdrawn, lostPauses } = totals;
  const zh = [
    `在办工单 ${orders} 张，${changed === 0 ? '时限均无变化' : `${changed} 张的时限改变`}`,
    earlier > 0 && `${earlier} 张提前`,
    later > 0 && `${later} 张延后`,
    late > 0 && `${late} 张将立即超时`,
    withdrawn > 0 && `${withdrawn} 张的超时将撤销`,
    lostPauses > 0 && `${lostPauses} 张暂停中的工单所停的时限在新版本中没有，请核对`,
  ];
  const en = [
    `${orders} open ${orders === 1 ? 'order' : 'orders'}, ${changed === 0 ? 'no clock changes' : `the clocks of ${changed} change`}`,
    earlier > 0 && `${earlier} due earlier`,
    later > 0 && `${later} due later`,
    late > 0 && `${late} late at once`,
    withdrawn > 0 && `${withdrawn} no longer late`,
    lostPauses > 0 && `${lostPauses} paused by clocks the new version does not have: look at them`,
  ];
  return lang === 'zh'
    ? `${zh.filter((part) => part !== false).join('，')}。`
    : `${en.filter((part) => part !== false).join(', ')}.`;
}
