/** Forms, gates and texts. */
import type { FormEntry, FormField, GateEntry, Limit, TextEntry } from '../pack.ts';
import { optional, readCited } from './entry.ts';
import { parseWhen } from './grammar/parse-test.ts';
import { type PackContext, readWhen } from './load-timing.ts';
import { parseLimit } from './parse-limit.ts';
import { MapReader } from './yaml/map-reader.ts';

export function readFormEntry(m: MapReader, ctx: PackContext): FormEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  const name = m.text('name');
  const fields: FormField[] = [];
  if (!m.has('fields')) m.missing('fields', 'fields: [reason]');
  for (const item of m.items('fields')) {
    if (item.kind === 'map') {
      const f = new MapReader(item, m.errors, m.where);
      const id = f.id() ?? '';
      const type = f.text('type');
      const fieldWhen = readWhen(f, ctx);
      fields.push({ id, name: f.text('name') ?? id, ...optional('type', type), ...optional('when', fieldWhen) });
      f.done();
    } else {
      const text = m.textOf(item, 'fields');
      if (text !== undefined) fields.push({ id: text, name: text });
    }
  }
  const twice = fields.find((f, i) => fields.findIndex((g) => g.id === f.id) !== i);
  if (twice)
    m.fail((m.get('fields') ?? m.node).at, {
      code: 'duplicate-id',
      found: twice.id,
      expected: 'each field once',
      zh: `表单里字段“${twice.id}”写了两次，请删去一个。`,
      en: `The field "${twice.id}" is listed twice; delete one.`,
    });
  return { ...cited, ...optional('when', when), ...optional('name', name), fields };
}

export const milestoneNames = (m: MapReader, key: string, ctx: PackContext): string[] =>
  m.names(key, 'milestone', ctx.words.isMilestone, ctx.words.milestoneNames);

export function readGate(m: MapReader, ctx: PackContext): GateEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  if (!m.has('blocks')) m.missing('blocks', 'blocks: reviewed');
  const blocks = milestoneNames(m, 'blocks', ctx)[0] ?? '';
  const otherwise = milestoneNames(m, 'else', ctx)[0];
  const node = m.get('require');
  let require: GateEntry['require'] = 'never';
  if (!node) m.missing('require', 'require: {done: [filled:reply]} | never');
  else if (node.kind === 'map') {
    const r = new MapReader(node, m.errors, m.where);
    const done = milestoneNames(r, 'done', ctx);
    const factsNode = r.get('facts');
    const facts = factsNode ? parseWhen(factsNode, ctx.words, m.errors, m.where) : undefined;
    const waitedNode = r.get('waited');
    let waited: { since: string; atLeast: Limit } | undefined;
    if (waitedNode?.kind === 'map') {
      const w = new MapReader(waitedNode, m.errors, m.where);
      const since = milestoneNames(w, 'since', ctx)[0];
      const text = w.needText('at-least');
      const limit = text ? (ctx.limits.get(text)?.value ?? parsedOr(w, text)) : undefined;
      w.done();
      if (!w.has('since')) w.missing('since', 'since: obstructed');
      if (since && limit) waited = { since, atLeast: limit.breach };
    } else if (waitedNode)
      m.wrong(
        waitedNode,
        'not-a-map',
        '{since: obstructed, at-least: 3 d}',
        'waited 要写 since 和 at-least。',
        'waited takes since and at-least.',
      );
    r.done();
    if (done.length === 0 && !facts && !waited && node.entries.length === 0) r.missing('done', 'done: [filled:reply]');
    require = { ...(done.length > 0 ? { done } : {}), ...optional('facts', facts), ...optional('waited', waited) };
  } else if (node.kind !== 'scalar' || node.value !== 'never')
    m.wrong(
      node,
      'not-allowed-value',
      'never | {done: […], facts: {…}, waited: {…}}',
      'require 要写 never 或条件。',
      'require takes never or conditions.',
    );
  return { ...cited, ...optional('when', when), blocks, require, ...optional('else', otherwise) };
}

function parsedOr(m: MapReader, text: string) {
  const limit = parseLimit(text);
  if (limit.ok) return limit.value;
  m.fail((m.get('at-least') ?? m.node).at, limit.problem);
  return undefined;
}

export function readText(m: MapReader, ctx: PackContext): TextEntry {
  const cited = readCited(m, ctx);
  const when = readWhen(m, ctx);
  const kind = m.oneOf('kind', ['promise', 'guide', 'script', 'document'] as const) ?? 'document';
  if (!m.has('kind')) m.missing('kind', 'kind: promise | guide | script | document');
  return { ...cited, ...optional('when', when), kind, text: m.text('text') ?? cited.quote };
}
