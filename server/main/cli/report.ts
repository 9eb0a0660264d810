/** `report attribution`: with whom the orders of a period lay; `report voices`: praise and blame by month; of every utility of the installation. */
import type { Command } from 'commander';
import { reportVoices, messages as requestMessages } from '../../modules/requests/index.ts';
import { messages, reportAttribution } from '../../modules/work-orders/index.ts';
import { type Db, NOBODY } from '../../platform/database.ts';
import { withDatabase } from './database.ts';
import { alignedTable, fail, filled, type Language, languageOf, print } from './output.ts';
import { readerOf } from './reader-of.ts';

interface Options {
  from: string;
  until: string;
  event?: string;
  department?: string;
  data?: string;
  json?: boolean;
  lang?: string;
}

export function register(program: Command): void {
  const report = program.command('report').description('统计 · Reports');
  report
    .command('attribution')
    .description('工单时长归属 · With whom orders lay, and how long')
    .requiredOption('--from <time>', '自何日或何时起，2026-11-01 · from this day or moment')
    .requiredOption('--until <time>', '至何日零时或何时止，不含 · until this moment, itself not counted')
    .option('--event <event>', '事项，含下级 · event, with its children')
    .option('--department <id>', '责任单位 · responsible unit')
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .option('--lang <zh|en>', '语言 · Language', 'zh')
    .action((options: Options) =>
      withDatabase(options, { json: options.json === true, lang: languageOf(options.lang) }, (db, ids) =>
        attribution(db, ids, options),
      ),
    );
  report
    .command('voices')
    .description('投诉、批评、曝光、表扬，按月份、种类、来源 · Complaints, criticism, exposure and praise')
    .option('--from <month>', '自何月，2026-01；默认十二个月 · from this month; by default twelve months')
    .option('--until <month>', '至何月，含 · until this month, itself counted')
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .option('--lang <zh|en>', '语言 · Language', 'zh')
    .action((options: VoicesOptions) =>
      withDatabase(options, { json: options.json === true, lang: languageOf(options.lang) }, (db, ids) =>
        voices(db, ids, options),
      ),
    );
}

interface VoicesOptions extends Pick<Options, 'data' | 'json' | 'lang'> {
  from?: string;
  until?: string;
}

async function voices(db: Db, utilityIds: number[], { from, until, ...options }: VoicesOptions): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const reports = [];
  for (const month of [from, until]) {
    if (month !== undefined && !/^2\d{3}-(0[1-9]|1[0-2])$/.test(month)) {
      const message =
        lang === 'en' ? `“${month}” is not a month such as 2026-11.` : `“${month}”不是月份，应如 2026-11。`;
      return fail({ code: 'month-not-valid', message, found: month }, json);
    }
  }
  for (const utilityId of utilityIds) {
    const months = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
    const told = await db.transaction(utilityId, (tx) => reportVoices(readerOf(tx, lang), months), { readOnly: true });
    if (!told.ok) {
      const { code, params = {} } = told.refusal;
      return fail({ code, message: filled(requestMessages[code]?.[lang] ?? code, params), ...params }, json);
    }
    reports.push({ utilityId, ...told.value });
  }
  if (json) return print(JSON.stringify(reports));
  const heads = lang === 'en' ? ['month', 'kind', 'source', 'requests'] : ['月份', '种类', '来源', '件数'];
  for (const { rows } of reports) {
    if (rows.length === 0) print(lang === 'en' ? 'None in these months.' : '这些月份没有。');
    else
      print(alignedTable([heads, ...rows.map((row) => [row.month, row.kindName, row.sourceName, String(row.count)])]));
  }
}

async function attribution(db: Db, utilityIds: number[], options: Options): Promise<void> {
  const { from, until, event, department } = options;
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const query = { from, until, ...(event ? { event } : {}), ...(department ? { department } : {}) };
  const reports = [];
  for (const utilityId of utilityIds) {
    const told = await db.transaction(utilityId, (tx) => reportAttribution(readerOf(tx, lang), query), {
      readOnly: true,
      onBehalfOf: NOBODY,
    });
    if (!told.ok) {
      const { code, params = {} } = told.refusal;
      return fail({ code, message: filled(messages[code]?.[lang] ?? code, params), ...params }, json);
    }
    reports.push({ utilityId, ...told.value });
  }
  if (json) return print(JSON.stringify(reports));
  for (const { rows } of reports) print(table(rows, lang));
}

interface Row {
  departmentName: string | null;
  name: string;
  orders: number;
  seconds: number;
  mean: number;
  p90: number;
}

const HEADS: Record<Language, string[]> = {
  zh: ['责任单位', '归属', '工单', '合计', '平均', '九成不超过'],
  en: ['unit', 'with', 'orders', 'total', 'mean', 'p90'],
};

/** `26:05:09`: hours, minutes, seconds; the parts of a second only in JSON. */
function length(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

function table(rows: readonly Row[], lang: Language): string {
  if (rows.length === 0) return lang === 'en' ? 'No orders in this period.' : '这段时间没有工单。';
  return alignedTable([
    HEADS[lang],
    ...rows.map((row) => [
      row.departmentName ?? '—',
      row.name,
      String(row.orders),
      ...[row.seconds, row.mean, row.p90].map(length),
    ]),
  ]);
}
