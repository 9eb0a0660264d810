/** Money, shares and tiers as an entry writes them, checked. */
import { compare, decimalOf } from '../../../../../values/decimal.ts';
import { isMistyped, readWritten as read } from '../../amounts/written.ts';
import { type Problem, unknownName } from '../../pack-error.ts';
import type { PackContext } from '../load-timing.ts';
import { MapReader } from '../yaml/map-reader.ts';
import { showNode } from '../yaml/yaml-nodes.ts';

export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const;

export const SINCE_AND_VALUE: Problem = {
  code: 'since-and-value',
  found: 'since + value',
  expected: 'since | value',
  zh: 'since 和 value 只能写一个：一个量两个节点之间的时间，一个取登记的数。',
  en: 'Write since or value, not both: one measures the time between two milestones, the other takes a recorded number.',
};

export const TWO_SUMS = [
  'two-sums',
  'ratio: [{sum: paid-amount, of: paid}, {sum: billed-amount, of: billed}]',
  'ratio 要写两项：分子在前，分母在后。',
  'A ratio takes two sums: what is counted, then of how much.',
] as const;

/** `500..2000 CNY`, `5 % of recovered`, or a text without numbers. */
export function readWritten(m: MapReader, key: string, ctx: PackContext): void {
  const node = m.get(key);
  const text = node && m.textOf(node, key);
  if (!node || text === undefined) return;
  if (isMistyped(text)) {
    m.wrong(
      node,
      'bad-amount',
      '11 CNY/m2 | 500..2000 CNY | 5..10 % of recovered',
      `“${showNode(node)}”不是金额：写成“11 CNY/m2”“500..2000 CNY”（前面的不大于后面的）或“5..10 % of 事实”。`,
      `"${showNode(node)}" is no amount; write "11 CNY/m2", "500..2000 CNY" (the lesser first) or "5..10 % of fact".`,
    );
    return;
  }
  const written = read(text);
  if (written.kind !== 'share' || written.of === undefined) return;
  const fact = ctx.words.factKind(written.of);
  if (fact?.type !== 'number' && fact?.type !== 'any') m.fail(node.at, numberWanted(written.of, ctx));
}

/** A fact that holds a number. */
export function readNumberFact(m: MapReader, key: string, ctx: PackContext): void {
  const node = m.get(key);
  const name = node && m.textOf(node, key);
  if (!node || name === undefined) return;
  const fact = ctx.words.factKind(name);
  if (fact?.type !== 'number' && fact?.type !== 'any') m.fail(node.at, numberWanted(name, ctx));
}

const numberWanted = (name: string, { words }: PackContext): Problem =>
  unknownName(
    'fact',
    name,
    [...words.facts].filter(([, { type }]) => type === 'number').map(([id]) => id),
    { zh: '要一个数字事实（type: number）。', en: 'A fact that is a number is wanted (type: number).' },
  );

/** `upto` rises from tier to tier; only the last may leave it out. */
export function readTierBounds(m: MapReader): void {
  const tiers = m.has('tiers') ? m.maps('tiers') : [];
  let floor = decimalOf('0');
  tiers.forEach((node, index) => {
    const r = new MapReader(node, m.errors, m.where);
    const upto = r.get('upto');
    const top = upto?.kind === 'scalar' ? decimalOf(upto.source.trim()) : undefined;
    if (!upto && index === tiers.length - 1) return;
    if (!top || !floor || compare(top, floor) <= 0)
      m.wrong(
        upto ?? node,
        'bad-tier',
        'tiers: [{upto: 144, rate: 2.80 CNY/m3}, {rate: 5.60 CNY/m3}]',
        '阶梯的 upto 要逐级变大，只有最后一级可以不写。',
        'The bounds of tiers rise from one to the next; only the last may leave upto out.',
      );
    else floor = top;
  });
}
