/** `backup`: everything an installation knows in one file, while it runs. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { ArchiveRefused } from '../../platform/archive/manifest.ts';
import { writeArchive } from '../../platform/archive/write.ts';
import { systemTime } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/connect.ts';
import { dataFolder, secretOf } from '../../platform/data-folder.ts';
import { filesConfig } from '../config.ts';
import { openFiles } from '../file-store.ts';
import { sayArchive } from './archive-words.ts';
import { EXIT_FAILED, fail, type Language, langOption, languageOf, print } from './output.ts';

interface Options {
  data?: string;
  files: boolean;
  json?: boolean;
  lang?: Language;
}

export function register(program: Command): void {
  program
    .command('backup <file>')
    .description(
      '备份：数据库、附件、规章和密钥写入一个文件，平台照常运行 · Back up everything into one file, while running',
    )
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--no-files', '不含附件（附件在另行备份的存储桶里时） · without attachments')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(run);
}

async function run(file: string, options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const folder = dataFolder(options.data ?? process.env.GONGSHUI_DATA ?? 'data');
  const opened = await openDatabase(options.data === undefined ? {} : { data: options.data }).catch((e: Error) => e);
  if (opened instanceof Error) return fail({ code: 'database-not-reached', message: opened.message }, json);
  try {
    const began = performance.now();
    const manifest = await writeArchive(file, {
      url: opened.ownerUrl,
      files: options.files ? await openFiles(filesConfig(process.env), folder.files) : null,
      secret: process.env.GONGSHUI_SECRET || !existsSync(folder.root) ? null : secretOf(folder),
      now: new Date(systemTime.now()),
    });
    const rows = manifest.tables.reduce((sum, one) => sum + one.rows, 0);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const { tables, files, createdAt } = manifest;
    if (json) return print(JSON.stringify({ file, createdAt, tables: tables.length, rows, files: files.length }));
    print(
      lang === 'en'
        ? `${file}: ${tables.length} tables, ${rows} rows, ${files.length} attachments, ${seconds} s. It holds personal data and secrets: keep it closed.`
        : `${file}：${tables.length} 张表 ${rows} 行，附件 ${files.length} 个，用时 ${seconds} 秒。内含个人信息和密钥，请妥善保管。`,
    );
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    fail(sayArchive(error, lang), json, EXIT_FAILED);
  } finally {
    await opened.close();
  }
}
