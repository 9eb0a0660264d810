/** `metrics`: the metrics of the rulebook over a month, and the quarter, half-year and year it lies in; of every utility of the installation. */
import type { Command } from 'commander';
import { messages, reportMetrics } from '../../modules/appraisal/index.ts';
import { type Db, NOBODY } from '../../platform/database.ts';
import { withDatabase } from './database.ts';
import { alignedTable, fail, filled, type Language, languageOf, print } from './output.ts';
import { readerOf } from './reader-of.ts';

interface Options {
  month?: string;
  data?: string;
  json?: boolean;
  lang?: string;
}

export function register(program: Command): void {
  program
    .command('metrics')
    .description('指标：规章要求统计的各项，及是否达成 · Metrics of the rulebook, and whether their targets are met')
    .option('--month <month>', '月份，2026-10；默认本月 · month; by default the one that runs')
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .option('--lang <zh|en>', '语言 · Language', 'zh')
    .action((options: Options) =>
      withDatabase(options, { json: options.json === true, lang: languageOf(options.lang) }, (db, ids) =>
        metrics(db, ids, options),
      ),
    );
}

const WORDS: Record<Language, { heads: string[]; met: string; missed: string; none: string }> = {
  zh: {
    heads: ['指标', '期间', '数值', '分子/分母', '指标值', '', '条款'],
    met: '达成',
    missed: '未达成',
    none: '规章没有指标。',
  },
  en: {
    heads: ['metric', 'period', 'value', 'of', 'target', '', 'article'],
    met: 'met',
    missed: 'missed',
    none: 'The rulebook has no metrics.',
  },
};

async function metrics(db: Db, utilityIds: number[], options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const query = options.month === undefined ? {} : { month: options.month };
  const reports = [];
  for (const utilityId of utilityIds) {
    const told = await db.transaction(utilityId, (tx) => reportMetrics(readerOf(tx, lang), query), {
      readOnly: true,
      onBehalfOf: NOBODY,
    });
    if (!told.ok) {
      const { code, params = {} } = told.refusal;
      const words = (messages as Record<string, { zh: string; en: string }>)[code];
      return fail({ code, message: filled(words?.[lang] ?? code, params), ...params }, json);
    }
    reports.push({ utilityId, ...told.value });
  }
  if (json) return print(JSON.stringify(reports));
  const { heads, met, missed, none } = WORDS[lang];
  for (const report of reports) {
    if (report.metrics.length === 0) print(none);
    else
      print(
        alignedTable([
          heads,
          ...report.metrics.map((one) => [
            one.name,
            one.period,
            one.text,
            `${one.numerator}/${one.denominator}`,
            one.target ?? '—',
            one.met === null ? '' : one.met ? met : missed,
            one.article,
          ]),
        ]),
      );
  }
}
