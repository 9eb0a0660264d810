/** `utility add`, `utility list`: who runs the platform opens it to another utility. */
import type { Command } from 'commander';
import { listUtilities } from '../../modules/identity/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/connect.ts';
import { dataFolder, whoRuns } from '../../platform/data-folder.ts';
import { offerSetUp } from '../set-up/link.ts';
import { withDatabase } from './database.ts';
import { alignedTable, fail, langOption, languageOf, print } from './output.ts';

interface Options {
  data?: string;
  json?: boolean;
  lang?: string;
}

export function register(program: Command): void {
  const utility = program.command('utility').description('供水企业 · Utilities of this installation');
  const options = (command: Command): Command =>
    command
      .option('--data <folder>', '数据文件夹 · data folder')
      .option('--json', '输出 JSON · Answer in JSON')
      .addOption(langOption('语言 · Language'));
  options(utility.command('list').description('列出企业 · List them')).action(list);
  options(
    utility
      .command('add')
      .description('给出开通链接：24 小时内有效，用一次 · A link to set another one up: good for a day, once'),
  ).action(add);
}

async function list(options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  await withDatabase(options, { json, lang }, async (db) => {
    const all = await listUtilities(db);
    if (json) return print(JSON.stringify(all));
    print(
      alignedTable([lang === 'en' ? ['code', 'name'] : ['代码', '名称'], ...all.map(({ code, name }) => [code, name])]),
    );
  });
}

async function add(options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const { data } = options;
  const opened = await openDatabase(data === undefined ? {} : { data }).catch((error: Error) => error);
  if (opened instanceof Error) return fail({ code: 'database-not-reached', message: opened.message }, json);
  try {
    const { path, until } = await offerSetUp(opened.ownerUrl, systemTime);
    const running = whoRuns(dataFolder(data ?? process.env.GONGSHUI_DATA ?? 'data'));
    const link = `${running?.url ?? ''}${path}`;
    if (json) return print(JSON.stringify({ link, until }));
    const told =
      lang === 'en'
        ? `Open this in a browser, once, within 24 hours (an earlier link no longer works):`
        : '请在 24 小时内用浏览器打开下面的链接，只能用一次（以前的链接作废）：';
    print(
      `${told}\n${link}${running?.url ? '' : lang === 'en' ? '   (behind the address of the platform)' : '   （接在平台地址之后）'}`,
    );
  } finally {
    await opened.close();
  }
}
