/** `import KIND FILE`: a table of messages or of a register goes in row by row; bad rows come out as a file. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import sql from 'sql-template-tag';
import {
  countsOf,
  type ImportRow,
  importFile,
  KINDS,
  kindNamed,
  rowsOf,
  rowView,
  sayRefusal,
} from '../../modules/imports/index.ts';
import { systemTime } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { withDatabase } from './database.ts';
import { EXIT_FAILED, fail, type Language, languageOf, print } from './output.ts';

interface Options {
  utility?: string;
  channel?: string;
  source?: string;
  sheet?: string;
  errors?: string;
  dryRun?: boolean;
  data?: string;
  json?: boolean;
  lang?: string;
}

const MOST_ROWS = 1_000_000;

export function register(program: Command): void {
  const imports = program.command('import').description('导入 · Import');
  for (const { id, name, options } of KINDS) {
    const command = imports
      .command(id)
      .argument('<file>', '表格：XLSX、CSV 或 TSV · table: XLSX, CSV or TSV')
      .description(
        `导入${name.zh}；再次导入不产生变化 · Import ${name.en.toLowerCase()}; a second import changes nothing`,
      )
      .option('--utility <code>', '供水企业代码，只有一家时可省略 · code of the utility, not needed where there is one')
      .option('--sheet <name>', '工作表名称 · name of the sheet')
      .option(
        '--errors <file>',
        '错误行写入此文件，更正后可再导入 · the bad rows go here, to be corrected and imported',
      )
      .option('--dry-run', '只检查，不写入 · check only, write nothing')
      .option('--data <folder>', '数据文件夹 · data folder')
      .option('--json', '输出 JSON · Answer in JSON')
      .addOption(new Option('--lang <zh|en>', '语言 · Language').default('zh'));
    if (options.channel !== undefined) command.option('--channel <channel>', '来源渠道 · channel', options.channel);
    if (options.source !== undefined) {
      command.option(
        '--source <name>',
        '来源名称，与编号一起识别重复 · name of the source; with the id it tells repetitions',
      );
    }
    command.action((file: string, given: Options) => run(id, file, given));
  }
}

async function run(kind: string, file: string, options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  if (!isFile(file)) {
    const message = `无法读取 · cannot read: ${file.slice(0, 300)}`;
    return fail({ code: 'file-not-readable', message, file }, json);
  }
  await withDatabase(options, { json, lang }, async (db, utilityIds) => {
    const utilityId = await utilityNamed(db, utilityIds, options.utility);
    if (typeof utilityId !== 'number') return fail(utilityId, json);
    const { channel, source, sheet, errors } = options;
    const imported = await importFile(
      { transaction: (work) => db.transaction(utilityId, work), time: systemTime, me: null, lang },
      {
        file,
        fileName: basename(file),
        kind,
        options: { ...(channel ? { channel } : {}), ...(source ? { source } : {}) },
        dry: options.dryRun === true,
        ...(sheet ? { sheet } : {}),
        ...(errors ? { errors } : {}),
        progress: (part, rows) => {
          if (!json && process.stderr.isTTY) process.stderr.write(`\r${rows}  ${Math.floor(part * 100)} %`);
        },
      },
    );
    if (!imported.ok) {
      const { code, params } = imported.refusal;
      return fail({ code, message: sayRefusal(imported.refusal, lang), ...params }, json);
    }
    await show(db, utilityId, imported.value, json, lang);
  });
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function utilityNamed(
  db: Db,
  utilityIds: number[],
  code: string | undefined,
): Promise<number | { code: string; message: string }> {
  const found: { id: number; code: string }[] = [];
  for (const id of utilityIds) {
    const [row] = await db.transaction(id, (tx) =>
      tx.rows<{ code: string }>(sql`select code from identity.utility where utility_id = ${id}`),
    );
    if (row) found.push({ id, code: row.code });
  }
  const codes = found.map((one) => one.code).join(', ');
  if (code === undefined && found.length === 1) return found[0]?.id ?? 0;
  const named = found.find((one) => one.code === code);
  if (named) return named.id;
  return code === undefined
    ? { code: 'utility-missing', message: `请用 --utility 指定 · name one with --utility: ${codes || '—'}` }
    : {
        code: 'utility-not-found',
        message: `没有这家供水企业 · no such utility: ${code.slice(0, 60)} (${codes || '—'})`,
      };
}

const HEADS: Record<Language, Record<string, string>> = {
  zh: {
    created: '新增',
    changed: '更新',
    unchanged: '未变',
    declined: '不予受理',
    draft: '草稿',
    repeated: '重复',
    refused: '拒绝',
  },
  en: {
    created: 'created',
    changed: 'changed',
    unchanged: 'unchanged',
    declined: 'declined',
    draft: 'drafts',
    repeated: 'repeated',
    refused: 'refused',
  },
};
/** A letter that is taken becomes an order. */
const LETTERS: Record<Language, Record<string, string>> = { zh: { created: '生成工单' }, en: { created: 'orders' } };

async function show(db: Db, utilityId: number, row: ImportRow, json: boolean, lang: Language): Promise<void> {
  const counts = countsOf(row);
  const kept = await db.transaction(utilityId, (tx) =>
    rowsOf(tx, row.importId, { after: 0, limit: MOST_ROWS, ...(json ? {} : { outcome: 'refused' }) }),
  );
  const report = kept.map((one) => rowView(one, kindNamed(row.kind), lang));
  if (json) {
    const { importId, kind, fileName, dry } = row;
    const rows = Object.values(counts).reduce((sum, n) => sum + n, 0);
    print(JSON.stringify({ importId, kind, fileName, dry, rows, counts, report }));
  } else {
    for (const { line, code, message } of report) {
      print(`${lang === 'en' ? 'line' : '第'} ${line}${lang === 'en' ? '' : ' 行'}  ${code}  ${message}`);
    }
    const heads = { ...HEADS[lang], ...(row.kind === 'messages' ? LETTERS[lang] : {}) };
    print(
      Object.entries(counts)
        .map(([outcome, n]) => `${heads[outcome] ?? outcome} ${n}`)
        .join('  '),
    );
  }
  if ((counts.refused ?? 0) > 0) process.exitCode = EXIT_FAILED;
}
