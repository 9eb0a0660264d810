/** The tests grammar of `when`: value, list, `">= 300, < 600"`, `"2..20"`, `"22:00..08:30"`, `{not}`, `{is, not}`, `{has}`, `unknown`. */
import type { Test, When } from '../../pack.ts';
import { type ErrorList, type Problem, unknownName, type Where } from '../../pack-error.ts';
import type { FactKind, Vocabulary } from '../../vocabulary.ts';
import { fullWidthProblem } from '../parse-limit.ts';
import { meantYesNo } from '../yaml/map-reader.ts';
import { type Node, type ScalarNode, showNode } from '../yaml/yaml-nodes.ts';
import { looksLikeRange, parseRange } from './parse-range.ts';
import { comparisonMeant } from './spoken.ts';

const NUMBER = /^-?\d+(?:\.\d+)?$/;

const wants: Record<FactKind['type'], string> = {
  'yes-no': 'true | false',
  number: '300 | ">= 300, < 600" | "2..20"',
  choice: 'one of the choices',
  set: '{has: […]}',
  event: 'an event',
  channel: 'a channel',
  time: '"22:00..08:30"',
  unit: 'a unit',
  text: 'a text',
  any: 'a value',
};

class TestReader {
  #errors: ErrorList;
  #where: Where;
  #words: Vocabulary;

  constructor(errors: ErrorList, where: Where, words: Vocabulary) {
    this.#errors = errors;
    this.#where = where;
    this.#words = words;
  }

  fail(node: { at: import('../../pack-error.ts').Spot }, p: Problem): undefined {
    this.#errors.add(node.at, this.#where, p);
    return undefined;
  }

  test(node: Node, fact: string, kind: FactKind, depth = 0): Test | undefined {
    if (depth > 6)
      return this.fail(node, {
        code: 'bad-test',
        found: showNode(node),
        expected: '{is: …, not: …}',
        zh: '条件套得太深。',
        en: 'The test is nested too deep.',
      });
    if (node.kind === 'list') {
      if (node.items.length === 0)
        return this.fail(node, {
          code: 'bad-test',
          found: '[]',
          expected: wants[kind.type],
          zh: `“${fact}”的列表是空的，永远不会成立。`,
          en: `The list for "${fact}" is empty and can never hold.`,
        });
      const values: (string | number | boolean)[] = [];
      for (const item of node.items) {
        if (item.kind !== 'scalar' || (typeof item.value === 'string' && looksLikeRange(item.value))) {
          this.fail(item, {
            code: 'bad-test',
            found: showNode(item),
            expected: 'a list of values',
            zh: '列表里只能写值，不能写范围。',
            en: 'A list holds values, not ranges.',
          });
          continue;
        }
        const value = this.value(item, fact, kind);
        if (value !== undefined) values.push(value);
      }
      return values.length > 0 ? { op: 'any-of', values } : undefined;
    }
    if (node.kind === 'map') return this.map(node, fact, kind, depth);
    return this.scalar(node, fact, kind);
  }

  map(node: Extract<Node, { kind: 'map' }>, fact: string, kind: FactKind, depth: number): Test | undefined {
    const tests: Test[] = [];
    for (const { key, keyAt, value } of node.entries) {
      if (key === 'is') {
        const t = this.test(value, fact, kind, depth + 1);
        if (t) tests.push(t);
      } else if (key === 'not') {
        const t = this.test(value, fact, kind, depth + 1);
        if (t) tests.push({ op: 'not', test: t });
      } else if (key === 'has') {
        const items = value.kind === 'list' ? value.items : [value];
        const values: (string | number)[] = [];
        for (const item of items) {
          const v =
            item.kind === 'scalar'
              ? this.value(item, fact, { ...kind, type: kind.type === 'set' && kind.choices ? 'choice' : 'any' })
              : undefined;
          if (typeof v === 'string' || typeof v === 'number') values.push(v);
          else
            this.fail(item, {
              code: 'bad-test',
              found: showNode(item),
              expected: '{has: [a, b]}',
              zh: 'has 后面写要包含的值。',
              en: 'has lists the values that must be contained.',
            });
        }
        if (kind.type !== 'set' && kind.type !== 'any')
          this.fail(value, {
            code: 'bad-test',
            found: 'has',
            expected: wants[kind.type],
            zh: `“${fact}”不是多选，不能用 has。`,
            en: `"${fact}" is not a set; has does not apply.`,
          });
        else tests.push({ op: 'has', values });
      } else this.fail({ at: keyAt }, unknownName('key', key, ['is', 'not', 'has']));
    }
    if (node.entries.length === 0)
      return this.fail(node, {
        code: 'bad-test',
        found: '{}',
        expected: wants[kind.type],
        zh: `“${fact}”没有写条件。`,
        en: `"${fact}" has no test.`,
      });
    return tests.length === 1 ? tests[0] : tests.length > 1 ? { op: 'and', tests } : undefined;
  }

  scalar(node: ScalarNode, fact: string, kind: FactKind): Test | undefined {
    if (node.value === null)
      return this.fail(node, {
        code: 'bad-test',
        found: '(empty)',
        expected: wants[kind.type],
        zh: `“${fact}”没有写值。`,
        en: `"${fact}" has no value.`,
      });
    if (node.value === 'unknown' && !kind.choices?.includes('unknown')) return { op: 'unknown' };
    if (typeof node.value === 'string' && node.plain && /^\d{1,2}:\d{2}/.test(node.value)) {
      return this.fail(node, {
        code: 'unquoted-time',
        found: node.source,
        expected: `"${node.source}"`,
        zh: `时刻和时段要加引号：“"${node.source}"”。`,
        en: `Times and ranges are quoted: "${node.source}".`,
      });
    }
    if (
      typeof node.value === 'string' &&
      (looksLikeRange(node.value) ||
        (kind.type === 'number' && (/[,，]/.test(node.value) || comparisonMeant(node.value) !== undefined)))
    ) {
      const range = parseRange(node.value);
      if (!range.ok) return this.fail(node, range.problem);
      if (kind.type === 'any' || (range.value.op === 'clock-range' ? kind.type === 'time' : kind.type === 'number'))
        return range.value;
      return this.fail(node, {
        code: 'bad-test',
        found: node.source,
        expected: wants[kind.type],
        zh: `“${fact}”不能和范围“${node.source}”比较。`,
        en: `"${fact}" cannot be compared with the range "${node.source}".`,
      });
    }
    const value = this.value(node, fact, kind);
    return value === undefined ? undefined : { op: 'any-of', values: [value] };
  }

  value(node: ScalarNode, fact: string, kind: FactKind): string | number | boolean | undefined {
    const v = node.value;
    const wrong = (expected = wants[kind.type]) =>
      this.fail(node, {
        code: 'wrong-type',
        found: node.source,
        expected,
        zh: `“${fact}”的值“${node.source}”不对，应为 ${expected}。`,
        en: `The value "${node.source}" does not fit "${fact}"; expected ${expected}.`,
      });
    if (kind.type === 'yes-no') {
      // YAML 1.2 reads yes and no as text; the type is called yes-no, so they are taken at their word.
      if (v === 'yes') return true;
      if (v === 'no') return false;
      if (typeof v === 'boolean') return v;
      const meant = meantYesNo(node.source);
      return meant
        ? this.fail(node, {
            code: 'wrong-type',
            found: node.source,
            expected: meant,
            zh: `“${fact}”只能写 true 或 false：“${node.source}”写成 ${meant}。`,
            en: `"${fact}" takes true or false: for "${node.source}" write ${meant}.`,
          })
        : wrong();
    }
    if (kind.type === 'number') {
      if (typeof v === 'number') return v;
      if (typeof v === 'string' && NUMBER.test(v)) return Number(v);
      const wide = typeof v === 'string' ? fullWidthProblem(v, (half) => NUMBER.test(half)) : undefined;
      return wide
        ? this.fail(node, wide.problem)
        : wrong(v !== null && /^-?\d/.test(node.source) ? `${Number.parseFloat(node.source)}` : wants.number);
    }
    if (kind.type === 'event')
      return this.#words.events.has(node.source)
        ? node.source
        : this.fail(node, unknownName('event', node.source, this.#words.events.keys()));
    if (kind.type === 'channel')
      return this.#words.channels.has(node.source)
        ? node.source
        : this.fail(node, unknownName('channel', node.source, this.#words.channels.keys()));
    if (kind.type === 'time') return wrong();
    if (kind.choices)
      return kind.choices.includes(node.source)
        ? node.source
        : this.fail(node, unknownName('choice', node.source, kind.choices));
    if (kind.type === 'choice') return node.source;
    return v ?? wrong();
  }
}

/** The `when` of an entry (`inCase` false: `any` allowed) or of a case. */
export function parseWhen(
  node: Node,
  words: Vocabulary,
  errors: ErrorList,
  where: Where,
  inCase = false,
  depth = 0,
): When | undefined {
  const reader = new TestReader(errors, where, words);
  if (node.kind !== 'map')
    return reader.fail(node, {
      code: 'bad-when',
      found: showNode(node),
      expected: '{event: pipe-leak, dn: "> 300"}',
      zh: 'when 要写成“事实: 条件”。',
      en: 'when maps facts to tests.',
    });
  const facts: Record<string, Test> = {};
  let any: When[] | undefined;
  for (const { key, keyAt, value } of node.entries) {
    if (key === 'any') {
      if (inCase) {
        reader.fail(
          { at: keyAt },
          {
            code: 'any-in-case',
            found: 'any',
            expected: 'several cases',
            zh: 'cases 里的 when 不能用 any，请分成几个 case 写。',
            en: 'any is not allowed in the when of a case; write several cases.',
          },
        );
        continue;
      }
      if (value.kind !== 'list' || value.items.length === 0 || depth > 3) {
        reader.fail(value, {
          code: 'bad-when',
          found: showNode(value),
          expected: 'any: [{…}, {…}]',
          zh: 'any 后面是几组条件的列表。',
          en: 'any is a list of alternatives.',
        });
        continue;
      }
      any = value.items
        .map((item) => parseWhen(item, words, errors, where, false, depth + 1))
        .filter((w) => w !== undefined);
      continue;
    }
    const kind = words.factKind(key);
    if (!kind) {
      reader.fail(
        { at: keyAt },
        unknownName('fact', key, words.factNames(), {
          zh: '新的事实先在 terms 里声明。',
          en: 'Declare new facts in terms.',
        }),
      );
      continue;
    }
    const test = reader.test(value, key, kind);
    if (test) facts[key] = test;
  }
  return any ? { facts, any } : { facts };
}

/** The tests of a `test:` of a checklist: a fact no vocabulary knows is one the inspector writes down. */
export function parseFreeTest(node: Node, words: Vocabulary, errors: ErrorList, where: Where): When | undefined {
  const reader = new TestReader(errors, where, words);
  if (node.kind !== 'map')
    return reader.fail(node, {
      code: 'bad-when',
      found: showNode(node),
      expected: '{opens-at: "<= 08:30"}',
      zh: 'test 要写成“事实: 条件”。',
      en: 'test maps facts to tests.',
    });
  const facts: Record<string, Test> = {};
  for (const { key, value } of node.entries) {
    const test = reader.test(value, key, words.factKind(key) ?? { type: 'any' });
    if (test) facts[key] = test;
  }
  return { facts };
}
