/** Sections that are checked for structure and kept as written: duties, metrics, remedies, checklists, prices. */
import type { Cited, PlainEntry, When } from '../pack.ts';
import { AUDIENCES, checkCases, OVERLAP, optional, readCited } from './entry.ts';
import { parseFreeTest } from './grammar/parse-test.ts';
import {
  PERIODS,
  readNumberFact,
  readTierBounds,
  readWritten,
  SINCE_AND_VALUE,
  TWO_SUMS,
} from './grammar/read-amounts.ts';
import { shareMeant } from './grammar/spoken.ts';
import { readClockNames } from './load-sections.ts';
import { type PackContext, readCases, readMilestones, readOrganizations, readTiming, readWhen } from './load-timing.ts';
import { parseLimit } from './parse-limit.ts';
import { MapReader } from './yaml/map-reader.ts';
import { type MapNode, toJson } from './yaml/yaml-nodes.ts';

export function readPlain(section: PlainSection, m: MapReader, ctx: PackContext): PlainEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  PLAIN[section](m, ctx, cited, when);
  const kept: MapNode = {
    ...m.node,
    entries: m.node.entries.filter(
      (e) => !['id', 'article', 'quote', 'clauses', 'when', 'assumed', 'reading'].includes(e.key),
    ),
  };
  return { ...cited, ...optional('when', when), body: toJson(kept) as Record<string, unknown> };
}

export type PlainSection = 'duties' | 'metrics' | 'remedies' | 'checklists' | 'prices';
type PlainCheck = (m: MapReader, ctx: PackContext, cited: Cited, when: When | undefined) => void;

const plainCases = (
  m: MapReader,
  ctx: PackContext,
  cited: Cited,
  when: When | undefined,
  read: (m: MapReader, inCase: boolean) => unknown,
): void => {
  const overlap = m.oneOf('overlap', OVERLAP) ?? 'error';
  const { cases } = readCases(m, ctx, cited, read);
  if (m.has('cases')) checkCases(m, ctx, when, cases, overlap);
};
const raw = (r: MapReader, ...keys: string[]): unknown[] =>
  keys.map((key) => {
    const node = r.get(key);
    return node ? toJson(node) : null;
  });

const PLAIN: Record<PlainSection, PlainCheck> = {
  duties(m, ctx, cited, when) {
    readMilestones(m, 'from', ctx);
    readMilestones(m, 'until', ctx);
    if (!m.has('every') && !m.has('from') && !m.has('before') && !m.has('cases'))
      m.missing('every', 'every: month | from: …');
    plainCases(m, ctx, cited, when, (r) => {
      r.names(
        'makes',
        'event',
        (e) => ctx.words.events.has(e),
        () => ctx.words.events.keys(),
      );
      return [readTiming(r, ctx), raw(r, 'for-each', 'makes', 'ahead', 'to', 'steps', 'form')];
    });
    const ahead = m.text('ahead');
    const limit = ahead === undefined ? undefined : parseLimit(ahead);
    if (limit && !limit.ok) m.fail((m.get('ahead') ?? m.node).at, limit.problem);
  },
  metrics(m, ctx, cited, when) {
    readClockNames(m, 'in-time', ctx);
    for (const key of ['share', 'mean', 'p90']) {
      const node = m.get(key);
      if (!node) continue;
      if (node.kind !== 'map') {
        m.wrong(node, 'not-a-map', '{of: …}', `“${key}”要写成 {of: …}。`, `"${key}" takes {of: …}.`);
        continue;
      }
      const r = new MapReader(node, m.errors, m.where);
      if (!r.has('of')) r.missing('of', 'of: called-back');
      readMilestones(r, 'of', ctx);
      readMilestones(r, 'since', ctx);
      r.allow('of', 'since', 'value');
      readNumberFact(r, 'value', ctx);
      if (r.has('since') && r.has('value')) r.fail((r.get('value') ?? node).at, SINCE_AND_VALUE);
      readWhen(r, ctx, 'where');
      r.done();
    }
    if (!['in-time', 'share', 'mean', 'p90', 'ratio', 'cases'].some((key) => m.has(key)))
      m.missing('in-time', 'in-time | share | mean | p90 | ratio');
    if (m.has('ratio') && m.maps('ratio').length !== 2) m.wrong(m.get('ratio') ?? m.node, ...TWO_SUMS);
    for (const node of m.has('ratio') ? m.maps('ratio') : []) {
      const r = new MapReader(node, m.errors, m.where);
      if (!r.has('sum')) r.missing('sum', 'sum: paid-amount');
      readNumberFact(r, 'sum', ctx);
      readMilestones(r, 'of', ctx);
      r.allow('sum', 'of');
      r.done();
    }
    m.oneOf('per', PERIODS);
    const target = m.text('target');
    if (
      target !== undefined &&
      !/^(>=|<=|>|<)?\s*\d+(\.\d+)?\s*(%|[A-Za-z\u4e00-\u9fff/³0-9]+( [a-z]+)?)?$/u.test(target)
    ) {
      const right = shareMeant(target) ?? '>= 99 %';
      m.wrong(
        m.get('target') ?? m.node,
        'bad-target',
        `"${right}"`,
        `指标“${target}”请写成 "${right}"。`,
        `For the target "${target}" write "${right}".`,
      );
    }
    plainCases(m, ctx, cited, when, (r) => raw(r, 'in-time', 'share', 'mean', 'p90', 'ratio', 'per', 'target'));
  },
  remedies(m, ctx, cited, when) {
    readMilestones(m, 'from', ctx);
    readMilestones(m, 'until', ctx);
    if (!m.has('give') && !m.has('steps') && !m.has('cases')) m.missing('give', 'give: 500 CNY');
    if (m.has('again')) {
      const node = m.get('again');
      const r = node?.kind === 'map' ? new MapReader(node, m.errors, m.where) : undefined;
      if (!r)
        m.wrong(
          node ?? m.node,
          'not-a-map',
          '{every: 1 d, give: 50 CNY}',
          '“again”要写成 {every: …, give: …}。',
          '"again" takes {every: …, give: …}.',
        );
      else {
        if (!r.has('every')) r.missing('every', 'every: 1 d');
        readTiming(r, ctx);
        readWritten(r, 'give', ctx);
        r.done();
      }
    }
    plainCases(m, ctx, cited, when, (r) => {
      readOrganizations(r, 'to', ctx, [...AUDIENCES, 'unit', 'handler']);
      readOrganizations(r, 'steps', ctx);
      readWritten(r, 'give', ctx);
      readWritten(r, 'cap', ctx);
      return [readTiming(r, ctx), raw(r, 'to', 'give', 'again', 'cap', 'steps')];
    });
  },
  checklists(m, ctx, cited, when) {
    m.text('for');
    if (!m.has('items')) m.missing('items', 'items: [{text: …, level: must}]');
    for (const item of m.items('items')) {
      if (item.kind !== 'map') {
        m.textOf(item, 'items');
        continue;
      }
      const r = new MapReader(item, m.errors, m.where);
      r.allow('id', 'article', 'quote', 'clauses');
      r.needText('text');
      r.oneOf('level', ['must', 'should', 'may', 'must-not'] as const);
      const test = r.get('test');
      if (test) parseFreeTest(test, ctx.words, m.errors, m.where);
      readWhen(r, ctx);
      r.done();
    }
    plainCases(m, ctx, cited, when, (r) => raw(r, 'for', 'items'));
  },
  prices(m, ctx, cited, when) {
    if (!m.has('charge')) m.missing('charge', 'charge: …');
    if (!['rate', 'tiers', 'forbidden', 'cases', 'cap'].some((key) => m.has(key)))
      m.missing('rate', 'rate: 11 CNY/m2 | tiers: […] | forbidden: true');
    for (const node of m.has('tiers') ? m.maps('tiers') : []) {
      const r = new MapReader(node, m.errors, m.where);
      if (!r.has('rate')) r.missing('rate', 'rate: 2.10 CNY/m3');
      readWritten(r, 'rate', ctx);
      r.allow('upto', 'rate', 'words', 'factor');
      r.done();
    }
    readTierBounds(m);
    plainCases(m, ctx, cited, when, (r) => {
      readWritten(r, 'rate', ctx);
      readWritten(r, 'cap', ctx);
      readNumberFact(r, 'of', ctx);
      return raw(r, 'charge', 'rate', 'tiers', 'per', 'of', 'cap', 'forbidden');
    });
  },
};
