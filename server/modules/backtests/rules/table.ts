/** The figures as a table: each rule and unit, before and after. */
import type { Figures } from './outcome.ts';

export interface TableRow {
  section: string;
  name: string;
  article: string;
  unit: string;
  before: Figures | null;
  after: Figures | null;
}

// biome-ignore format: two lists
const HEADS = {
  zh: ['类别', '规则', '条款', '责任单位', '及时率', '按时', '超时', '未到期', '提前结束', '无法判定', '无法比较', '用时中位（%）', '用时九成（%）'],
  en: ['section', 'rule', 'article', 'unit', 'timeliness', 'in time', 'late', 'open', 'ended', 'undecided', 'incomparable', 'median used (%)', '90 % used (%)'],
};
const SIDES = { zh: ['前', '后'], en: ['before', 'after'] };
const NAMED = 4;

/** Of those judged, in hundredths with one more digit; empty: none was. */
export function timeliness(figures: Figures | null): string {
  if (figures === null) return '';
  const { 'in-time': inTime, late } = figures.counts;
  return inTime + late === 0 ? '' : `${((100 * inTime) / (inTime + late)).toFixed(1)}%`;
}

const cellsOf = (figures: Figures | null): string[] => {
  if (figures === null) return HEADS.zh.slice(NAMED).map(() => '');
  const { counts, used50, used90 } = figures;
  const numbers = [counts['in-time'], counts.late, counts.open, counts.ended, counts.undecided, counts.incomparable];
  return [timeliness(figures), ...[...numbers, used50, used90].map((n) => (n === null ? '' : String(n)))];
};

export function tableOf(rows: readonly TableRow[], lang: 'zh' | 'en'): string[][] {
  const [before = '', after = ''] = SIDES[lang];
  const heads = HEADS[lang];
  const under = (side: string): string[] =>
    heads.slice(NAMED).map((head) => (lang === 'zh' ? `${side}：${head}` : `${side}: ${head}`));
  return [
    [...heads.slice(0, NAMED), ...under(before), ...under(after)],
    ...rows.map((row) => [row.section, row.name, row.article, row.unit, ...cellsOf(row.before), ...cellsOf(row.after)]),
  ];
}
