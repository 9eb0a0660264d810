/** `restore`: an archive is checked, brought back beside, proven, and only then gets its name. */
import type { Command } from 'commander';
import { ArchiveRefused, type Manifest } from '../../platform/archive/manifest.ts';
import { checkArchive, migrationsOf, openArchive } from '../../platform/archive/read.ts';
import { restoreArchive } from '../../platform/archive/restore.ts';
import { readMigrations } from '../../platform/migrate.ts';
import { filesConfig } from '../config.ts';
import { openFiles } from '../file-store.ts';
import { sayArchive } from './archive-words.ts';
import { EXIT_FAILED, fail, type Language, langOption, languageOf, print } from './output.ts';
import { Differs, type Proven, proveRestored } from './prove-restored.ts';

interface Options {
  into?: string;
  check?: boolean;
  json?: boolean;
  lang?: Language;
}

export function register(program: Command): void {
  program
    .command('restore <file>')
    .description(
      '恢复备份：先核对，再恢复到新的文件夹并验证 · Check an archive, bring it back into a new folder, verify it',
    )
    .option('--into <folder>', '新的数据文件夹（设了 DATABASE_URL 时，数据库须为空） · new data folder')
    .option('--check', '只核对，不恢复 · only check')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(run);
}

async function run(file: string, { into, check, ...options }: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  if ((into === undefined) === (check !== true)) {
    const message = lang === 'en' ? 'give --into <folder>, or --check' : '请给出 --into <文件夹>，或 --check';
    return fail({ code: 'restore-where', message }, json);
  }
  const told = (line: { zh: string; en: string }) => (json ? undefined : print(line[lang]));
  try {
    if (into === undefined) return await examine(file, json, lang);
    let proven: Proven = { orders: 0, clocks: 0, differences: 0 };
    const manifest = await restoreArchive(file, {
      into,
      databaseUrl: process.env.DATABASE_URL || null,
      files: (folder) => openFiles(filesConfig(process.env), folder),
      say: told,
      prove: async (url) => {
        proven = await proveRestored(url);
      },
    });
    const counts = countsOf(manifest);
    if (json) return print(JSON.stringify({ into, ...counts, ...proven }));
    told({
      zh: `已恢复到 ${into}：${counts.rows} 行、附件 ${counts.files} 个，与备份逐表一致；工单 ${proven.orders} 张、时限 ${proven.clocks} 个，重算不符 ${proven.differences} 处`,
      en: `Restored into ${into}: ${counts.rows} rows, ${counts.files} attachments, every table as in the archive; ${proven.orders} orders, ${proven.clocks} clocks, ${proven.differences} differences`,
    });
  } catch (error) {
    if (error instanceof ArchiveRefused) return fail(sayArchive(error, lang), json, EXIT_FAILED);
    if (!(error instanceof Differs)) throw error;
    const message =
      lang === 'en'
        ? `recomputing the restored orders gives ${error.count} differences (the first: ${error.first}); nothing was kept`
        : `恢复后的工单重算有 ${error.count} 处不符（第一处：${error.first}），没有保留`;
    fail({ code: 'restored-not-verified', message, count: error.count }, json, EXIT_FAILED);
  }
}

async function examine(file: string, json: boolean, lang: Language): Promise<void> {
  const archive = await openArchive(file);
  try {
    migrationsOf(archive.manifest, await readMigrations());
    await checkArchive(archive);
    const { rows, files } = countsOf(archive.manifest);
    const { createdAt } = archive.manifest;
    if (json) return print(JSON.stringify({ whole: true, createdAt, rows, files }));
    print(
      lang === 'en'
        ? `${file} is whole: ${rows} rows, ${files} attachments, as of ${createdAt}`
        : `${file} 完整：${rows} 行，附件 ${files} 个，数据截至 ${createdAt}`,
    );
  } finally {
    archive.close();
  }
}

const countsOf = ({ tables, files }: Manifest) => ({
  rows: tables.reduce((sum, one) => sum + one.rows, 0),
  files: files.length,
});
