/** `import messages FILE`: a file of letters becomes requests, declined requests and drafts, row by row. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import sql from 'sql-template-tag';
import { importMessages, importView, inBoth } from '../../modules/requests/index.ts';
import { systemTime } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { withDatabase } from './database.ts';
import { EXIT_FAILED, fail, type Language, languageOf, print } from './output.ts';

interface Options {
  utility?: string;
  channel?: string;
  source?: string;
  data?: string;
  json?: boolean;
  lang?: string;
}

/** Bytes. A file is read whole. */
const LARGEST = 512 * 1024 * 1024;

export function register(program: Command): void {
  program
    .command('import')
    .description('导入 · Import')
    .command('messages')
    .argument('<file>', '来信文件：制表符分隔或 CSV，UTF-8 · message file, tab-separated or CSV, UTF-8')
    .description('导入群众来信；再次导入不产生变化 · Import letters of citizens; a second import changes nothing')
    .option('--utility <code>', '供水企业代码，只有一家时可省略 · code of the utility, not needed where there is one')
    .option('--channel <channel>', '来源渠道 · channel', 'web')
    .option('--source <name>', '来源名称，与编号一起识别重复 · name of the source; with the id it tells repetitions')
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .option('--lang <zh|en>', '语言 · Language', 'zh')
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const bytes = readWhole(file);
  if (!bytes)
    return fail({ code: 'file-not-readable', message: `无法读取 · cannot read: ${file.slice(0, 300)}`, file }, json);
  await withDatabase(options, { json, lang }, async (db, utilityIds) => {
    const utilityId = await utilityNamed(db, utilityIds, options.utility);
    if (typeof utilityId !== 'number') return fail(utilityId, json);
    const imported = await importMessages(
      { transaction: (work) => db.transaction(utilityId, work), time: systemTime, me: null },
      {
        file: bytes,
        fileName: basename(file),
        channel: options.channel ?? 'web',
        ...(options.source ? { source: options.source } : {}),
        progress: (done, of) => {
          if (!json && process.stderr.isTTY) process.stderr.write(`\r${done}/${of}`);
        },
      },
    );
    if (!imported.ok) {
      const { code, params } = imported.refusal;
      return fail({ code, message: inBoth(code, params)[lang], ...params }, json);
    }
    show(importView(imported.value, lang), json, lang);
  });
}

function readWhole(file: string): Buffer | undefined {
  try {
    return statSync(file).isFile() && statSync(file).size <= LARGEST ? readFileSync(file) : undefined;
  } catch {
    return undefined;
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
  zh: { created: '生成工单', declined: '不予受理', draft: '草稿', repeated: '重复', refused: '拒绝' },
  en: { created: 'orders', declined: 'declined', draft: 'drafts', repeated: 'repeated', refused: 'refused' },
};

function show(view: ReturnType<typeof importView>, json: boolean, lang: Language): void {
  if (json) print(JSON.stringify(view));
  else {
    for (const row of view.report) {
      if (row.outcome === 'refused')
        print(`${lang === 'en' ? 'line' : '第'} ${row.line}${lang === 'en' ? '' : ' 行'}  ${row.code}  ${row.message}`);
    }
    print(
      Object.entries(view.counts)
        .map(([outcome, n]) => `${HEADS[lang][outcome] ?? outcome} ${n}`)
        .join('  '),
    );
  }
  if (view.counts.refused > 0) process.exitCode = EXIT_FAILED;
}
