/**
 * How many clauses are in which state, and what must not become worse: `sources/counts.yaml` holds the best counts so
 * far. Executed may not fall; missing, and waiting and missing together, may not rise.
 */
import type { PackError } from '../../pack.ts';
import type { SourceFile } from '../yaml/yaml-nodes.ts';
import { type ClauseRow, type ClauseState, STATES } from './states.ts';

export type Counts = Record<ClauseState, number>;

const FILE = 'sources/counts.yaml';
const MOST_DECLINED = 60;
/** Of the clauses that set a time. */
const MOST_TIMED_UNEXECUTED = 10;

export const countsOf = (rows: readonly ClauseRow[]): Counts =>
  Object.fromEntries(STATES.map((state) => [state, rows.filter((row) => row.state === state).length])) as Counts;

export interface Held {
  executed: number;
  missing: number;
  /** Waiting and missing together. */
  open: number;
}

const heldOf = (counts: Counts): Held => ({
  executed: counts.executed,
  missing: counts.missing,
  open: counts.missing + counts.waiting,
});

/** The best counts so far; undefined: none are kept. */
export function committed(files: readonly SourceFile[]): Held | undefined {
  const text = files.find(({ path }) => path === FILE)?.text;
  const number = (name: string): number | undefined => {
    const found = new RegExp(`^${name}: (\\d+)\\s*$`, 'm').exec(text ?? '');
    return found ? Number(found[1]) : undefined;
  };
  const [executed, missing, open] = [number('executed'), number('missing'), number('waiting-or-missing')];
  return executed === undefined || missing === undefined || open === undefined
    ? undefined
    : { executed, missing, open };
}

/** The file of the best counts so far, with these. */
export function countsFile(files: readonly SourceFile[], rows: readonly ClauseRow[]): string {
  const now = heldOf(countsOf(rows));
  const best = committed(files) ?? now;
  return [
    '# 至今最好的计数（npm run gen 生成）：executed 不得减少，missing 与 waiting-or-missing 不得增加。',
    `executed: ${Math.max(best.executed, now.executed)}`,
    `missing: ${Math.min(best.missing, now.missing)}`,
    `waiting-or-missing: ${Math.min(best.open, now.open)}`,
    '',
  ].join('\n');
}

/** What has become worse than the counts kept, or goes beyond what may be declined or only shown. */
export function budgetErrors(files: readonly SourceFile[], rows: readonly ClauseRow[]): PackError[] {
  const counts = countsOf(rows);
  const now = heldOf(counts);
  const best = committed(files) ?? now;
  const unexecuted = rows.filter(({ timed, state }) => timed && (state === 'presented' || state === 'declined'));
  const error = (code: string, found: number, expected: string, zh: string, en: string): PackError => ({
    code,
    file: FILE,
    line: 1,
    found: String(found),
    expected,
    zh,
    en,
  });
  return [
    ...(now.executed < best.executed
      ? [
          error(
            'executed-fell',
            now.executed,
            `>= ${best.executed}`,
            '已执行的条款比以前少了。',
            'Fewer clauses are executed than before.',
          ),
        ]
      : []),
    ...(now.missing > best.missing
      ? [
          error(
            'missing-rose',
            now.missing,
            `<= ${best.missing}`,
            '缺失的条款比以前多了。',
            'More clauses are missing than before.',
          ),
        ]
      : []),
    ...(now.open > best.open
      ? [
          error(
            'waiting-rose',
            now.open,
            `<= ${best.open}`,
            '等待与缺失的条款合计比以前多了。',
            'More clauses wait or are missing than before.',
          ),
        ]
      : []),
    ...(counts.declined > MOST_DECLINED
      ? [
          error(
            'too-many-declined',
            counts.declined,
            `<= ${MOST_DECLINED}`,
            '不采纳的条款过多。',
            'Too many clauses are declined.',
          ),
        ]
      : []),
    ...(unexecuted.length > MOST_TIMED_UNEXECUTED
      ? [
          error(
            'times-not-executed',
            unexecuted.length,
            `<= ${MOST_TIMED_UNEXECUTED}`,
            `写有时限而只展示或不采纳的条款过多：${unexecuted.map(({ clause }) => clause).join('、')}。`,
            `Too many clauses with a time are only shown or declined: ${unexecuted.map(({ clause }) => clause).join(', ')}.`,
          ),
        ]
      : []),
  ];
}
