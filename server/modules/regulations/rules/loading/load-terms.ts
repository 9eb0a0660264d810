/** `terms`: the words a pack adds. */
import type { CountOf, FactValue, TermEntry, When } from '../pack.ts';
import { unknownName } from '../pack-error.ts';
import { optional } from './entry.ts';
import { parseWhen } from './grammar/parse-test.ts';
import { milestoneNames } from './load-forms.ts';
import { CITED_KEYS, type PackContext, readWhen } from './load-timing.ts';
import { parseLimit } from './parse-limit.ts';
import { MapReader } from './yaml/map-reader.ts';
import { toJson } from './yaml/yaml-nodes.ts';

/** `terms` in two passes: this one names the word, `readDerived` reads what it is derived from once all words are known. */
export function readTerm(m: MapReader, pack: string): TermEntry {
  if (!m.has('kind')) m.missing('kind', 'kind: event | fact | milestone | plan');
  const kind = m.oneOf('kind', ['event', 'fact', 'milestone', 'plan'] as const) ?? 'fact';
  const node = m.node;
  const derived = Object.fromEntries(
    node.entries.filter((e) => ['count', 'cases', 'is'].includes(e.key)).map((e) => [e.key, toJson(e.value)]),
  );
  const stated = m.oneOf('type', ['yes-no', 'number', 'choice', 'set'] as const);
  const type = stated ?? (m.has('count') ? 'number' : undefined);
  const choices = m.items('choices').map((item) => {
    if (item.kind !== 'map') return { id: m.textOf(item, 'choices') ?? '', words: m.textOf(item, 'choices') ?? '' };
    const c = new MapReader(item, m.errors, m.where);
    const id = c.id() ?? '';
    const words = c.texts('words').join('、') || id;
    c.allow('name');
    c.done();
    return { id, words };
  });
  if (kind !== 'fact') {
    for (const key of ['type', 'default', 'choices', 'count', 'is', 'cases']) {
      const entry = m.entry(key);
      if (entry)
        m.fail(entry.keyAt, {
          code: 'unknown-key',
          found: key,
          expected: 'kind: fact',
          zh: `只有 kind: fact 才能写“${key}”。`,
          en: `"${key}" belongs to kind: fact only.`,
        });
    }
  } else if (!type && Object.keys(derived).length === 0) m.missing('type', 'type: yes-no | number | choice | set');
  const def = m.get('default');
  let value: FactValue | undefined;
  if (def) {
    const json = toJson(def);
    const bool = json === 'yes' ? true : json === 'no' ? false : json;
    const fits =
      type === 'yes-no'
        ? typeof bool === 'boolean'
        : type === 'number'
          ? typeof json === 'number'
          : type === 'set'
            ? Array.isArray(json)
            : choices.length === 0 || choices.some((c) => c.id === json);
    if (fits) value = (type === 'yes-no' ? bool : type === 'set' ? (json as unknown[]).map(String) : json) as FactValue;
    else
      m.wrong(
        def,
        'wrong-type',
        type === 'yes-no'
          ? 'true | false'
          : type === 'number'
            ? '0'
            : type === 'set'
              ? '[]'
              : choices.map((c) => c.id).join(' | '),
        '默认值和类型不符。',
        'The default does not fit the type.',
      );
  }
  const article = m.text('article');
  const quote = m.text('quote');
  const reading = m.text('reading');
  return {
    id: m.id() ?? '',
    kind,
    words: m.texts('words'),
    ...optional('type', type),
    ...(choices.length > 0 ? { choices } : {}),
    ...optional('default', value),
    ...(Object.keys(derived).length > 0 ? { derived } : {}),
    ...optional('article', article),
    ...optional('quote', quote),
    clauses: m.texts('clauses'),
    assumed: m.texts('assumed'),
    ...optional('reading', reading),
    source: { pack, file: node.at.file, line: node.at.line },
  };
}

/** What could not be read before all terms were known: the cases or the count a fact is derived from. */
export function readDerived(m: MapReader, ctx: PackContext): Pick<TermEntry, 'is' | 'count'> {
  const count = readCount(m, ctx);
  const cases: NonNullable<TermEntry['is']> = [];
  for (const node of m.maps('cases')) {
    const c = new MapReader(node, m.errors, m.where);
    const when = readWhenIn(c, ctx);
    const is = c.get('is');
    if (!is) c.missing('is', 'is: …');
    else cases.push({ ...optional('when', when), is: toJson(is) as FactValue });
    c.allow('article', 'quote', 'clauses', 'reading');
    c.done();
  }
  readWhen(m, ctx);
  m.allow(...CITED_KEYS, 'kind', 'words', 'type', 'choices', 'default', 'is', 'count');
  m.done();
  return { ...(cases.length > 0 && { is: cases }), ...optional('count', count) };
}

const PERIODS = ['week', 'month', 'quarter', 'half-year', 'year', 'cycle'] as const;

function readCount(m: MapReader, ctx: PackContext): CountOf | undefined {
  const node = m.get('count');
  if (!node) return undefined;
  if (node.kind !== 'map') {
    m.wrong(
      node,
      'not-a-map',
      '{of: estimated, per: meter, since: read}',
      'count 要写 of、where、per、in 或 since。',
      'count takes of, where, per, in or since.',
    );
    return undefined;
  }
  const c = new MapReader(node, m.errors, m.where);
  const ofNode = c.get('of');
  const of = ofNode ? c.textOf(ofNode, 'of') : undefined;
  if (!ofNode) c.missing('of', 'of: estimated');
  if (ofNode && of !== undefined && !ctx.words.isMilestone(of) && !ctx.words.events.has(of))
    c.fail(ofNode.at, unknownName('milestone', of, [...ctx.words.milestoneNames(), ...ctx.words.events.keys()]));
  const where = readWhen(c, ctx, 'where');
  const per = c.text('per');
  const inText = c.text('in');
  const period = PERIODS.find((one) => one === inText);
  const span = inText === undefined || period ? undefined : parseLimit(inText);
  if (span && !span.ok) c.fail((c.get('in') ?? node).at, span.problem);
  const since = milestoneNames(c, 'since', ctx);
  c.done();
  if (of === undefined) return undefined;
  return {
    of,
    ...optional('where', where),
    ...optional('per', per),
    ...(span?.ok && { within: span.value.breach }),
    ...optional('period', period),
    ...(since.length > 0 && { since }),
  };
}

const readWhenIn = (m: MapReader, ctx: PackContext): When | undefined => {
  const node = m.get('when');
  return node ? parseWhen(node, ctx.words, m.errors, m.where, true) : undefined;
};
