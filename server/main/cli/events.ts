/** `events`: the tree of matters with their words. */
import type { Command } from 'commander';
import { BUILT_IN_EVENTS, vocabularyOfPack } from '../../modules/regulations/index.ts';
import { fail, langOption, languageOf, print, widthOf } from './output.ts';
import { packNamed } from './pack-named.ts';

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
        const named = packNamed(options.pack, options.dir, languageOf(options.lang));
        if ('failure' in named) return fail(named.failure, json);
        events = vocabularyOfPack(named.pack).events;
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
