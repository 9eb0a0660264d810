/** Metrics in words. */
import type { Line } from '../../regulations/rules/amounts/metric.ts';
import type { Score } from '../../regulations/rules/amounts/score.ts';
import { ownName, showTerm } from '../../regulations/rules/explaining/explain-words.ts';
import type { Pack, Test } from '../../regulations/rules/pack.ts';
import type { Lang } from './remedy-view.ts';

const KIND = {
  'in-time': { zh: '按时率', en: 'in time' },
  share: { zh: '占比', en: 'share' },
  mean: { zh: '平均', en: 'mean' },
  p90: { zh: '九成不超过', en: 'p90' },
  ratio: { zh: '比率', en: 'ratio' },
} as const;

/** What is measured: 回访 占比, 修复 平均. The article beside it says what it is for. */
export function metricName({ measure }: Line, pack: Pack, lang: Lang): string {
  const term = (id: string): string => showTerm(pack, id, lang);
  const list = (ids: readonly string[]): string => {
    const names = [...new Set(ids.map((id) => ownName(pack, id, lang)))];
    const shown = names.slice(0, 4).join(lang === 'zh' ? '、' : ', ');
    return names.length > 4 ? `${shown}${lang === 'zh' ? '等' : ' …'}` : shown;
  };
  const kind = KIND[measure.kind][lang];
  switch (measure.kind) {
    case 'in-time':
      return lang === 'zh' ? `${list(measure.clocks)}${kind}` : `${list(measure.clocks)} ${kind}`;
    case 'ratio':
      return measure.sums.map(({ sum }) => term(sum)).join(' / ');
    default: {
      const facts = Object.entries(measure.where?.facts ?? {}).map(
        ([fact, test]) => term(fact) + meant(pack, fact, test, lang),
      );
      const about = measure.value === undefined ? facts : [term(measure.value)];
      const of = measure.of === undefined ? '' : term(measure.of);
      const since = measure.since === undefined ? '' : term(measure.since);
      const what = about.length > 0 ? about.join(lang === 'zh' ? '、' : ', ') : since === '' ? of : `${since}—${of}`;
      return lang === 'zh' ? `${what}（${of}）${kind}`.replace(`${of}（${of}）`, of) : `${what} (${of}), ${kind}`;
    }
  }
}

/** `：否` where the fact must not hold, `：满意` which of its choices counts; nothing for a plain yes and for ranges. */
function meant({ terms }: Pack, fact: string, test: Test, lang: Lang): string {
  if (test.op !== 'any-of') return '';
  const choices = terms.find(({ id }) => id === fact)?.choices ?? [];
  const words = test.values.flatMap((value) => {
    if (value === true) return [];
    if (value === false) return [lang === 'zh' ? '否' : 'no'];
    return [lang === 'zh' ? (choices.find(({ id }) => id === value)?.words ?? String(value)) : String(value)];
  });
  return words.length === 0 ? '' : lang === 'zh' ? `：${words.join('、')}` : `: ${words.join(', ')}`;
}

const UNITS: Record<string, [zh: string, en: string]> = { min: ['分钟', 'min'], h: ['小时', 'h'], d: ['天', 'days'] };

/** `98.96 %`, `1.5 小时`; an en dash where there is nothing to measure. */
export function valueWords({ value, unit }: Score, lang: Lang): string {
  if (value === null) return '—';
  const word = UNITS[unit]?.[lang === 'zh' ? 0 : 1] ?? unit;
  return word === '' ? value : `${value} ${word}`;
}
