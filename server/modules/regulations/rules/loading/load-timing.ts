/** The keys of T (timing), their cases, and the milestones they run between. */
import type { Breach, CaseOf, Limit, Milestones, Timing, When, Within } from '../pack.ts';
import { type ErrorList, problem, unknownName } from '../pack-error.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { parseWhen } from './grammar/parse-test.ts';
import { LIMIT_EXAMPLES, looksLikeLimit, parseDayStretch, parseEvery, parseLimit } from './parse-limit.ts';
import { MapReader, runTogether } from './yaml/map-reader.ts';
import { type MapNode, type Node, showNode } from './yaml/yaml-nodes.ts';

/** What the entries of one pack are read against. */
export interface PackContext {
  pack: string;
  words: Vocabulary;
  errors: ErrorList;
  /** `limits` by id, already parsed; undefined value: named but without a value yet. */
  limits: Map<string, { value?: Within; confirmed: boolean }>;
  timezone: string;
}

export const TIMING_KEYS = [
  'within',
  'before',
  'lead',
  'opens',
  'every',
  'by',
  'breach',
  'hours',
  'quiet',
  'on',
] as const;
/** Keys a case may never replace. */
export const FIXED_KEYS = ['id', 'from', 'until', 'cases', 'overlap'] as const;
export const CITED_KEYS = [
  'id',
  'article',
  'quote',
  'clauses',
  'when',
  'cases',
  'overlap',
  'assumed',
  'reading',
] as const;

export function readMilestones(
  m: MapReader,
  key: 'from' | 'until' | 'of' | 'since',
  ctx: PackContext,
): Milestones | undefined {
  const node = m.get(key);
  if (!node) return undefined;
  const names = (list: Node[]): string[] => {
    const good: string[] = [];
    for (const item of list) {
      const name = m.textOf(item, key);
      if (name === undefined) continue;
      if (ctx.words.isMilestone(name)) good.push(name);
      else {
        const plan = ctx.words.plans.has(name);
        m.fail(
          item.at,
          runTogether(name, ctx.words.isMilestone, item === node) ??
            unknownName(
              'milestone',
              name,
              ctx.words.milestoneNames(),
              plan
                ? { zh: '它是计划时间，请用 before。', en: 'It is a planned time; use before.' }
                : { zh: '新的节点先在 terms 里声明。', en: 'Declare new milestones in terms.' },
            ),
        );
      }
    }
    return good;
  };
  if (node.kind === 'map') {
    const inner = new MapReader(node, m.errors, m.where);
    const all = inner.items('all');
    if (!inner.has('all')) inner.missing('all', '{all: [a, b]}');
    inner.done();
    const of = names(all);
    return of.length > 0 ? { pick: 'all', of } : undefined;
  }
  const of = names(node.kind === 'list' ? node.items : [node]);
  if (node.kind === 'list' && node.items.length === 0)
    m.wrong(node, 'missing-key', `${key}: finished`, `“${key}”是空的。`, `"${key}" is empty.`);
  return of.length > 0 ? { pick: 'first', of } : undefined;
}

/** A limit, or the name of one in `limits`. */
function readWithin(m: MapReader, key: 'within' | 'lead' | 'opens', ctx: PackContext): Within | undefined {
  const node = m.get(key);
  if (!node) return undefined;
  if (node.kind !== 'scalar' || node.value === null) {
    const only = node.kind === 'list' && node.items.length === 1 ? node.items[0] : undefined;
    const right = only?.kind === 'scalar' ? only.source : '24 h';
    return m.fail(node.at, {
      code: 'bad-limit',
      found: node.kind === 'list' && only?.kind === 'scalar' ? `[${only.source}]` : showNode(node),
      expected: right,
      zh: `“${key}”要写一个时限，不要方括号：写成“${right}”。`,
      en: `"${key}" takes one limit without brackets: write "${right}".`,
    });
  }
  if (typeof node.value === 'boolean')
    return m.wrong(node, 'bad-limit', LIMIT_EXAMPLES, `“${node.source}”不是时限。`, `"${node.source}" is not a limit.`);
  const text = node.source;
  const named = ctx.limits.get(text);
  if (named)
    return { ...(named.value ?? { breach: { unit: 'none', text } }), named: { id: text, confirmed: named.confirmed } };
  const limit = parseLimit(text);
  if (limit.ok) return limit.value;
  // A word that is no limit can only be meant as a name in `limits`.
  if (limit.problem.code === 'bad-limit' && !looksLikeLimit(text) && /^[a-z]/i.test(text)) {
    return m.fail(
      node.at,
      unknownName('limit', text, [...ctx.limits.keys(), 'same-day', 'month-end', 'next-month-end', 'none'], {
        zh: '时限名称要在 limits 里声明。',
        en: 'Names of limits are declared in limits.',
      }),
    );
  }
  return m.fail(node.at, limit.problem);
}

function readLimit(m: MapReader, key: 'lead' | 'opens', ctx: PackContext): Limit | undefined {
  const within = readWithin(m, key, ctx);
  if (within?.warn)
    return m.fail(
      (m.get(key) ?? m.node).at,
      problem(
        'bad-limit',
        showNode(m.get(key) ?? m.node),
        within.breach.text,
        `“${key}”只能写一个时限。`,
        `"${key}" takes one limit, not a pair.`,
      ).problem,
    );
  return within?.breach;
}

function readBefore(m: MapReader, ctx: PackContext): string | undefined {
  const node = m.get('before');
  if (!node) return undefined;
  const name = m.textOf(node, 'before');
  if (name === undefined) return undefined;
  const clockDue = name.endsWith('.due') && ctx.words.ids('clocks').has(name.slice(0, -4));
  if (name === 'due' || clockDue || ctx.words.plans.has(name) || /^(\d{4}-)?\d{2}-\d{2}$/.test(name)) return name;
  const hint = ctx.words.isMilestone(name)
    ? { zh: '它是节点，不是计划时间。', en: 'It is a milestone, not a planned time.' }
    : { zh: '新的计划时间先在 terms 里声明（kind: plan）。', en: 'Declare new planned times in terms (kind: plan).' };
  return m.fail(node.at, unknownName('plan', name, [...ctx.words.plans.keys(), 'due'], hint));
}

function readQuiet(m: MapReader): { from: number; until: number } | undefined {
  const node = m.get('quiet');
  if (!node || (node.kind === 'scalar' && node.value === 'none')) return undefined;
  if (node.kind !== 'scalar' || typeof node.value !== 'string')
    return m.wrong(
      node,
      'bad-time-range',
      '"22:00..08:30"',
      '“quiet”要写一个时段，例如 "22:00..08:30"。',
      '"quiet" takes a stretch of the day such as "22:00..08:30".',
    );
  const inChinese = /^“(.*)”$/.exec(node.source)?.[1];
  if (inChinese)
    return m.wrong(
      node,
      'full-width',
      `"${inChinese}"`,
      `引号要用半角的：写成 "${inChinese}"。`,
      `Quotation marks are the plain ones: write "${inChinese}".`,
    );
  if (node.plain)
    return m.wrong(
      node,
      'unquoted-time',
      `"${node.source}"`,
      `时段要加引号："${node.source}"。`,
      `Times and ranges are quoted: "${node.source}".`,
    );
  const stretch = parseDayStretch(node.value);
  return stretch.ok ? stretch.value : m.fail(node.at, stretch.problem);
}

/** The T keys of one entry, or of one case already merged with its entry. */
export function readTiming(m: MapReader, ctx: PackContext): Timing {
  const within = readWithin(m, 'within', ctx);
  const before = readBefore(m, ctx);
  const lead = readLimit(m, 'lead', ctx);
  const opens = readLimit(m, 'opens', ctx);
  const everyNode = m.get('every');
  const everyText = everyNode ? m.textOf(everyNode, 'every') : undefined;
  const every = everyText === undefined ? undefined : parseEvery(everyText);
  if (every && !every.ok && everyNode) m.fail(everyNode.at, every.problem);
  const by = readOrganizations(m, 'by', ctx);
  const breach = m.oneOf<Breach>('breach', ['at-due', 'at-event', 'if-late', 'never']) ?? 'at-due';
  const on = m.oneOf('on', ['order', 'request'] as const) ?? 'order';
  const quiet = readQuiet(m);
  const hoursNode = m.get('hours');
  const hours = hoursNode ? (m.textOf(hoursNode, 'hours') ?? 'office') : 'office';
  const known = ctx.words.ids('hours');
  const office = [within?.breach, within?.warn, lead, opens].some((l) => l?.unit === 'wh' || l?.unit === 'wd');
  if (hoursNode && !known.has(hours)) m.fail(hoursNode.at, unknownName('hours', hours, known));
  else if (office && !known.has(hours)) {
    m.fail((m.get('within') ?? m.get('lead') ?? m.node).at, {
      code: 'needs-hours',
      found: showNode(m.get('within') ?? m.get('lead') ?? m.node),
      expected: 'hours: [{id: office, days: mon-fri, open: ["08:00-12:00"]}]',
      zh: `工作时间的时限要有工作时间表，这个规章包没有“${hours}”。`,
      en: `Limits in working time need hours; this pack has none called "${hours}".`,
    });
  }
  if (m.has('within') && m.has('before')) {
    const limit = within?.breach.text ?? '…';
    m.fail((m.get('before') ?? m.node).at, {
      code: 'within-and-before',
      found: 'within + before',
      expected: 'within | before',
      zh: `within 和 before 只能写一个：从起点往后算的删去 before；从计划时间往前算的把 within 改写成 lead: ${limit}。`,
      en: `Write within or before, not both: to count from the start leave out before; to count back from a planned time write lead: ${limit} in place of within.`,
    });
  }
  if (m.has('lead') && !m.has('before'))
    m.fail((m.get('lead') ?? m.node).at, {
      code: 'lead-without-before',
      found: 'lead',
      expected: 'before: planned-stop',
      zh: 'lead（提前量）要和 before（计划时间）一起写，例如 before: planned-stop；从起点往后算的时限写 within。',
      en: 'lead goes together with before, such as before: planned-stop; a limit counted from the start is written within.',
    });
  return {
    ...(within ? { within } : {}),
    ...(before ? { before } : {}),
    ...(lead ? { lead } : {}),
    ...(opens ? { opens } : {}),
    ...(every?.ok ? { every: every.value } : {}),
    ...(by.length > 0 ? { by } : {}),
    breach,
    hours,
    ...(quiet ? { quiet } : {}),
    on,
  };
}

/** Organization ids; checked as soon as the pack names its organization at all. */
export function readOrganizations(m: MapReader, key: string, ctx: PackContext, also: string[] = []): string[] {
  const known = ctx.words.ids('organization');
  return m.names(
    key,
    'organization',
    (name) => known.size === 0 || known.has(name) || also.includes(name),
    () => [...known, ...also],
  );
}

export interface CaseRead<T> {
  cases: CaseOf<T>[];
  /** Keys the cases leave open, beyond those of the entry. */
  assumed: string[];
}

/**
 * The cases of an entry: each is the entry with keys replaced. `read` gets the merged
 * mapping and must ask for every key it knows.
 */
export function readCases<T>(
  m: MapReader,
  ctx: PackContext,
  cited: { article: string; quote: string; clauses: string[]; reading?: string },
  read: (m: MapReader, inCase: boolean) => T,
): CaseRead<T> {
  const at = m.node.at;
  const source = (spot: { file: string; line: number }) => ({ pack: ctx.pack, file: spot.file, line: spot.line });
  if (!m.has('cases')) {
    return {
      cases: [
        {
          article: cited.article,
          quote: cited.quote,
          clauses: cited.clauses,
          ...(cited.reading === undefined ? {} : { reading: cited.reading }),
          source: source(at),
          value: read(m, false),
        },
      ],
      assumed: [],
    };
  }
  read(m, false); // the entry's own keys are checked where they stand
  const cases: CaseOf<T>[] = [];
  const assumed: string[] = [];
  const own = m.node.entries.filter((e) => !['when', 'cases'].includes(e.key));
  for (const node of m.maps('cases')) {
    const merged: MapNode = {
      kind: 'map',
      at: node.at,
      entries: [...own.filter((e) => !node.entries.some((n) => n.key === e.key)), ...node.entries],
    };
    const article = textAt(node, 'article') ?? cited.article;
    const c = new MapReader(merged, m.errors, { ...m.where, ...(article ? { article } : {}) });
    for (const { key, keyAt } of node.entries) {
      if ((FIXED_KEYS as readonly string[]).includes(key)) {
        c.fail(keyAt, {
          code: 'fixed-key-in-case',
          found: key,
          expected: 'a second entry',
          zh: `cases 里不能改“${key}”；起止节点不同的，请另写一个条目。`,
          en: `A case cannot replace "${key}"; write a second entry for another pair of milestones.`,
        });
      }
    }
    c.allow(...FIXED_KEYS);
    const whenNode = node.entries.find((e) => e.key === 'when')?.value;
    const when = whenNode ? parseWhen(whenNode, ctx.words, m.errors, c.where, true) : undefined;
    c.allow('when');
    c.allow('reading');
    const reading = textAt(node, 'reading');
    const quote = c.text('quote') ?? cited.quote;
    const clauses = node.entries.some((e) => e.key === 'clauses') ? c.texts('clauses') : cited.clauses;
    c.allow('article', 'clauses', 'assumed');
    if (node.entries.some((e) => e.key === 'assumed')) assumed.push(...c.texts('assumed'));
    const value = read(c, true);
    c.done();
    cases.push({
      ...(when ? { when } : {}),
      article,
      quote,
      clauses,
      ...(reading === undefined ? {} : { reading }),
      source: source(node.at),
      value,
    });
  }
  if (cases.length === 0) m.missing('cases', 'cases: [{when: …, within: …}]');
  return { cases, assumed };
}

const textAt = (node: MapNode, key: string): string | undefined => {
  const value = node.entries.find((e) => e.key === key)?.value;
  return value?.kind === 'scalar' && value.value !== null ? value.source.trim() : undefined;
};

export function readWhen(m: MapReader, ctx: PackContext, key = 'when'): When | undefined {
  const node = m.get(key);
  return node ? parseWhen(node, ctx.words, m.errors, m.where) : undefined;
}
