/** `backtest`: what the orders of a period would have come to under another rulebook. Nothing is written. */
import type { Command } from 'commander';
import { daysOf, type Figures, messages, type Outcome, replayPeriod } from '../../modules/backtests/index.ts';
import { unitsOf } from '../../modules/work-orders/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { NOBODY } from '../../platform/database.ts';
import { withDatabase } from './database.ts';
import { alignedTable, fail, filled, type Language, languageOf, print } from './output.ts';
import { packNamed } from './pack-named.ts';

interface Options {
  pack: string;
  dir?: string;
  from?: string;
  until?: string;
  data?: string;
  json?: boolean;
  lang?: string;
}

export function register(program: Command): void {
  program
    .command('backtest')
    .description('回测：以往工单如按另一规则，各规则、各单位的及时率 · Past orders under another rulebook')
    .requiredOption('--pack <name>', '对比的规则，如 jinan · the rulebook to try')
    .option('--dir <folder>', '规则所在文件夹；默认随平台发布的 · folder of rulebooks')
    .option('--from <day>', '自何日受理；默认一年前 · received from this day; by default a year ago')
    .option('--until <day>', '至何日，含当日；默认今天 · until this day, itself counted; by default today')
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .option('--lang <zh|en>', '语言 · Language', 'zh')
    .action(backtest);
}

async function backtest(options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const named = packNamed(options.pack, options.dir, lang);
  if ('failure' in named) return fail(named.failure, json);
  const days = daysOf(options, systemTime.now());
  if (!days.ok) {
    const { code, params = {} } = days.refusal;
    return fail({ code, message: filled(messages[code]?.[lang] ?? code, params), ...params }, json);
  }
  const { pack } = named;
  const asked = { candidate: pack.hash, baseline: null, given: [pack] };
  return withDatabase(options, { json, lang }, async (db, utilityIds, url) => {
    const outcomes = [];
    for (const utilityId of utilityIds) {
      const on = { db, url, time: systemTime };
      const outcome = await replayPeriod(on, { utilityId, ...days.value }, asked, () => Promise.resolve());
      const units = await db.transaction(utilityId, unitsOf, { readOnly: true, onBehalfOf: NOBODY });
      outcomes.push({ utilityId, ...outcome });
      if (!json) print(told(outcome, new Map(units.map(({ departmentId, name }) => [departmentId, name])), lang));
    }
    if (json) print(JSON.stringify(outcomes));
  });
}

const HEADS: Record<Language, string[]> = {
  zh: ['', '及时率：前', '及时率：后', '超时：前', '超时：后', '无法比较'],
  en: ['', 'timeliness before', 'after', 'late before', 'after', 'incomparable'],
};

const share = (figures: Figures | null): string => {
  const { 'in-time': inTime = 0, late = 0 } = figures?.counts ?? {};
  return inTime + late === 0 ? '—' : `${((100 * inTime) / (inTime + late)).toFixed(1)}%`;
};
const count = (figures: Figures | null, of: 'late' | 'incomparable'): string =>
  figures === null ? '—' : String(figures.counts[of]);

function told(outcome: Outcome, units: ReadonlyMap<string, string>, lang: Language): string {
  const { orders, late, changed, rules, departments, total } = outcome;
  const head =
    lang === 'zh'
      ? `工单 ${orders} 张；有超时的：前 ${late.before} 张，后 ${late.after} 张；由按时变超时 ${changed['to-late']} 张，由超时变按时 ${changed['to-in-time']} 张`
      : `${orders} orders; late before ${late.before}, after ${late.after}; from in time to late ${changed['to-late']}, back ${changed['to-in-time']}`;
  const row = (name: string, { before, after }: Pick<Outcome['total'], 'before' | 'after'>): string[] => [
    name,
    share(before),
    share(after),
    count(before, 'late'),
    count(after, 'late'),
    count(after, 'incomparable'),
  ];
  const rows = [
    row(lang === 'zh' ? '全部' : 'all', total),
    ...departments.map((one) =>
      row(one.departmentId === null ? '—' : (units.get(one.departmentId) ?? one.departmentId), one),
    ),
    ...rules.map((one) => row((one.named.after ?? one.named.before)?.name[lang] ?? one.clock, one)),
  ];
  return `${head}\n${alignedTable([HEADS[lang], ...rows])}`;
}
