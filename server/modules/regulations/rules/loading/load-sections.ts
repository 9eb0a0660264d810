/** Clocks, notices, routing, approvals, pauses, organization: from the mapping of an entry to its typed form, everything in it checked. */

import type { ApprovalEntry, ClockEntry, NoticeEntry, OrganizationEntry, PauseEntry, RoutingEntry } from '../pack.ts';
import type { ErrorList } from '../pack-error.ts';
import { canonicalJson } from './canonical.ts';
import { AUDIENCES, checkCases, OVERLAP, optional, readCited, timedCases, VIA, withCited } from './entry.ts';
import { milestoneNames } from './load-forms.ts';
import {
  type PackContext,
  readCases,
  readMilestones,
  readOrganizations,
  readTiming,
  readWhen,
  TIMING_KEYS,
} from './load-timing.ts';
import type { MapReader } from './yaml/map-reader.ts';

export function readClock(m: MapReader, ctx: PackContext): ClockEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  const from = readMilestones(m, 'from', ctx);
  const until = readMilestones(m, 'until', ctx);
  m.allow('from', 'until');
  if (!m.has('until')) m.missing('until', 'until: finished');
  const anyBefore =
    m.has('before') ||
    m.has('every') ||
    (m.has('cases') && m.maps('cases').some((c) => c.entries.some((e) => e.key === 'before')));
  if (!m.has('from') && !anyBefore) m.missing('from', 'from: created | before: promised');
  const { cases, overlap, assumed } = timedCases(m, ctx, cited, when);
  return {
    ...withCited(cited, cases, assumed),
    ...optional('when', when),
    ...optional('from', from),
    ...optional('until', until),
    overlap,
    cases,
  };
}

export function readNotice(m: MapReader, ctx: PackContext): NoticeEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  const from = readMilestones(m, 'from', ctx);
  const address = (r: MapReader) => {
    const form = readForm(r, ctx);
    const proof = r.text('proof');
    return {
      to: readOrganizations(r, 'to', ctx, AUDIENCES),
      via: r.names(
        'via',
        'organization',
        (v) => VIA.includes(v),
        () => VIA,
      ),
      ...optional('form', form),
      ...optional('proof', proof),
    };
  };
  const own = address(m);
  if (!m.has('to') && !(m.has('cases') && m.maps('cases').every((c) => c.entries.some((e) => e.key === 'to'))))
    m.missing('to', 'to: customer');
  const { cases, overlap, assumed } = timedCases(m, ctx, cited, when, (r, inCase) => {
    const here = address(r);
    // Only what a case changes travels with it.
    return inCase && canonicalJson(here) !== canonicalJson(own) ? here : {};
  });
  return {
    ...withCited(cited, cases, assumed),
    ...optional('when', when),
    ...own,
    ...optional('from', from),
    overlap,
    cases,
  };
}

export function readForm(m: MapReader, ctx: PackContext): string | undefined {
  return m.names(
    'form',
    'form',
    (f) => ctx.words.ids('forms').has(f),
    () => ctx.words.ids('forms'),
  )[0];
}

export function readRouting(m: MapReader, ctx: PackContext): RoutingEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  const overlap = m.oneOf('overlap', OVERLAP) ?? 'error';
  const hasCases = m.has('cases');
  const { cases, assumed } = readCases(m, ctx, cited, (r, inCase) => {
    if (!r.has('to') && (inCase || !hasCases)) r.missing('to', 'to: operations');
    return { to: readOrganizations(r, 'to', ctx)[0] ?? '', with: readOrganizations(r, 'with', ctx) };
  });
  checkCases(m, ctx, when, cases, overlap);
  const confidential = m.yesNo('confidential') === true ? { confidential: true as const } : {};
  return { ...withCited(cited, cases, assumed), ...optional('when', when), ...confidential, cases, overlap };
}

/** Ids a pause, an extension or a metric may name. */
const clockNames = (ctx: PackContext): Set<string> =>
  new Set(['clocks', 'notices', 'approvals', 'duties'].flatMap((s) => [...ctx.words.ids(s)]));
export const readClockNames = (m: MapReader, key: string, ctx: PackContext): string[] => {
  const known = clockNames(ctx);
  return m.names(
    key,
    'clock',
    (name) => known.has(name),
    () => known,
  );
};

export function readApproval(m: MapReader, ctx: PackContext): ApprovalEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  if (!m.has('of')) m.missing('of', 'of: extended');
  const of = milestoneNames(m, 'of', ctx)[0] ?? '';
  const steps = readOrganizations(m, 'steps', ctx);
  if (!m.has('steps')) m.missing('steps', 'steps: [operations]');
  const clocks = readClockNames(m, 'clocks', ctx);
  const form = readForm(m, ctx);
  const from = readMilestones(m, 'from', ctx);
  const until = readMilestones(m, 'until', ctx);
  const overlap = m.oneOf('overlap', OVERLAP) ?? 'error';
  const timed = [...TIMING_KEYS].some((key) => m.has(key)) || m.has('cases');
  const { cases, assumed } = readCases(m, ctx, cited, (r, inCase) => {
    // who decides what is the entry's; by when it is asked for may go by the facts
    if (inCase) r.allow('of', 'steps', 'clocks', 'form');
    return readTiming(r, ctx);
  });
  if (m.has('cases')) checkCases(m, ctx, when, cases, overlap);
  const timing = m.has('cases') ? readTiming(m, ctx) : cases[0]?.value;
  return {
    ...withCited(cited, cases, assumed),
    ...optional('when', when),
    ...optional('from', from),
    ...optional('until', until),
    of,
    steps,
    clocks,
    ...optional('form', form),
    ...(timed && timing ? { timing } : {}),
    ...(m.has('cases') ? { cases } : {}),
    ...(overlap === 'error' ? {} : { overlap }),
  };
}

export function readPause(m: MapReader, ctx: PackContext): PauseEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  const clocksNode = m.get('clocks');
  if (!clocksNode) m.missing('clocks', 'clocks: all');
  const clocks =
    clocksNode?.kind === 'scalar' && clocksNode.value === 'all' ? ('all' as const) : readClockNames(m, 'clocks', ctx);
  const ask = readOrganizations(m, 'ask', ctx)[0];
  const from = readMilestones(m, 'from', ctx);
  const until = readMilestones(m, 'until', ctx);
  if (!m.has('ask') && !m.has('from')) m.missing('ask', 'ask: operations | from/until');
  return {
    ...cited,
    ...optional('when', when),
    clocks,
    ...optional('ask', ask),
    ...optional('from', from),
    ...optional('until', until),
    retroactive: m.yesNo('retroactive') ?? false,
  };
}

export function readOrganization(m: MapReader, ctx: PackContext): OrganizationEntry {
  const cited = readCited(m, ctx);
  if (!m.has('kind')) m.missing('kind', 'kind: unit | role | district | outlet');
  const kind = m.oneOf('kind', ['unit', 'role', 'district', 'outlet'] as const) ?? 'unit';
  const parent = m.names(
    'parent',
    'organization',
    (name) => ctx.words.ids('organization').has(name),
    () => ctx.words.ids('organization'),
  )[0];
  return { ...cited, kind, name: m.needText('name'), aliases: m.texts('aliases'), ...optional('parent', parent) };
}

/** Clocks that go by each other's due: none of them would ever be due. Told once, where the first of them is written. */
export function checkCircles(clocks: readonly ClockEntry[], errors: ErrorList): void {
  const byId = new Map(clocks.map((one) => [one.id, one]));
  const goesBy = (id: string): string[] =>
    (byId.get(id)?.cases ?? []).flatMap(({ value: { before } }) =>
      before?.endsWith('.due') ? [before.slice(0, -'.due'.length)] : [],
    );
  const wayBack = (from: string): string[] | null => {
    const seen = new Set<string>();
    const ways = goesBy(from).map((id) => [from, id]);
    for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
      const last = way.at(-1) as string;
      if (last === from) return way;
      if (seen.has(last)) continue;
      seen.add(last);
      ways.push(...goesBy(last).map((id) => [...(way as string[]), id]));
    }
    return null;
  };
  const told = new Set<string>();
  for (const { id, article, source, cases } of clocks) {
    const circle = told.has(id) ? null : wayBack(id);
    if (!circle) continue;
    for (const one of circle) told.add(one);
    const chain = circle.join(' → ');
    const at = cases.find(({ value: { before } }) => before === `${circle[1]}.due`)?.source ?? source;
    errors.add(
      { file: at.file, line: at.line, column: 1 },
      { entry: `clocks.${id}`, article },
      {
        code: 'clocks-in-a-circle',
        found: chain,
        expected: 'before: a planned time | from: a milestone',
        zh: `这些时限互相以对方的到期时间为准，永远定不出到期：${chain}；请让其中一个按节点或计划时间计。`,
        en: `These clocks go by each other's due, so none of them ever is: ${chain}; let one of them go by a milestone or a planned time.`,
      },
    );
  }
}
