/** `events`: the tree of matters with their words. */
import type { Command } from 'commander';
import {
  BUILT_IN_EVENTS,
  loadPacks,
  messages,
  nearest,
  readFolder,
  SHIPPED,
  vocabularyOfPack,
} from '../../modules/regulations/index.ts';
import { fail, filled, langOption, languageOf, print, widthOf } from './output.ts';

export function register(program: Command): void {
  program
    .command('events')
    .description('事项树 · The tree of events')
    .option('--pack <pack>', '规章包，含其自有事项 · With the events of a pack')
    .option('--dir <folder>', '规章包所在文件夹 · Folder of the packs')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action((options: { pack?: string; dir?: string; json?: boolean; lang?: string }) => {
      const json = options.json === true;
      let events = new Map(BUILT_IN_EVENTS);
      if (options.pack !== undefined) {
        const dir = options.dir ?? SHIPPED;
        const files = readFolder(dir);
        if (!files)
          return fail(
            { code: 'no-such-folder', message: `没有这个文件夹 · no such folder: ${dir.slice(0, 200)}` },
            json,
          );
        const { packs } = loadPacks(files, options.dir === undefined ? [] : (readFolder(SHIPPED) ?? []));
        const pack = packs.filter((p) => p.pack === options.pack).at(-1);
        if (!pack) {
          const params = {
            found: options.pack.slice(0, 80),
            nearest: nearest(options.pack, new Set(packs.map((p) => p.pack))) ?? null,
          };
          return fail(
            {
              code: 'unknown-pack',
              message: filled(messages['unknown-pack']?.[languageOf(options.lang)] ?? 'unknown-pack', params),
              ...params,
            },
            json,
          );
        }
        events = vocabularyOfPack(pack).events;
      }
      // Children follow their parent, whoever declared them.
      const ids = [...events.keys()];
      const roots = ids.filter((id) => !id.includes('.'));
      const sorted = roots.flatMap((root) => [root, ...ids.filter((id) => id.startsWith(`${root}.`)).sort()]);
      const rows = sorted.map((id) => {
        const word = events.get(id);
        return {
          id,
          parent: id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null,
          zh: word?.zh ?? id,
          en: word?.en ?? id,
          report: word?.isReport ?? true,
        };
      });
      if (json) return print(JSON.stringify(rows));
      for (const row of rows) {
        const indent = '  '.repeat(row.id.split('.').length - 1);
        const name = `${indent}${row.id}`;
        print(
          `${name}${' '.repeat(Math.max(2, 40 - widthOf(name)))}${languageOf(options.lang) === 'en' ? row.en : row.zh}${row.report ? '' : ' *'}`,
        );
      }
      print(languageOf(options.lang) === 'en' ? '* not a report of a citizen' : '* 不是用户诉求');
    });
}
