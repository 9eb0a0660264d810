/** `packs check`, `packs list`. */
import type { Command } from 'commander';
import {
  checkFolder,
  entryCount,
  loadPacks,
  type PackError,
  readFolder,
  SECTIONS,
  SHIPPED,
} from '../../modules/regulations/index.ts';
import { alignedTable, EXIT_FAILED, fail, type Language, langOption, languageOf, print } from './output.ts';

interface Options {
  dir?: string;
  json?: boolean;
  lang?: string;
}

export function register(program: Command): void {
  const packs = program.command('packs').description('规章包 · Rulebooks');
  packs
    .command('check')
    .description('检查规章包：格式、引文、条款覆盖、算例 · Check format, quotes, coverage and worked cases')
    .option('--dir <folder>', '规章包所在文件夹 · Folder of the packs')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('错误信息的语言 · Language of the messages'))
    .action(check);
  packs
    .command('list')
    .description('列出规章包 · List packs')
    .option('--dir <folder>', '规章包所在文件夹 · Folder of the packs')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(list);
}

function filesOf(options: Options) {
  const dir = options.dir ?? SHIPPED;
  const files = readFolder(dir);
  if (!files)
    fail(
      {
        code: 'no-such-folder',
        message: `没有这个文件夹 · no such folder: ${dir.slice(0, 200)}`,
        found: dir.slice(0, 200),
      },
      options.json === true,
    );
  return { dir, files, shipped: options.dir === undefined ? [] : (readFolder(SHIPPED) ?? []) };
}

function check(options: Options): void {
  const { dir, files, shipped } = filesOf(options);
  if (!files) return;
  const report = checkFolder(files, shipped);
  const ok = report.errors.length === 0;
  if (options.json) {
    print(
      JSON.stringify({
        ok,
        dir,
        counts: report.counts,
        packs: report.packs.map((p) => ({ pack: p.pack, version: p.version, effective: p.effective, hash: p.hash })),
        notRun: report.notRun,
        errors: report.errors,
      }),
    );
  } else {
    const lang = languageOf(options.lang);
    for (const e of report.errors) print(describe(e, lang));
    const c = report.counts;
    const zh = `${c.packs} 个规章包，${c.entries} 个条目，${c.quotes} 处引文，${c.clauses} 条必备条款（核对时限 ${c.compared} 条），${c.examples} 个算例：${ok ? '全部通过' : `${report.errors.length} 处错误`}`;
    const en = `${c.packs} packs, ${c.entries} entries, ${c.quotes} quotes, ${c.clauses} clauses to carry (${c.compared} with times compared), ${c.examples} worked cases: ${ok ? 'all right' : `${report.errors.length} errors`}`;
    print(lang === 'en' ? en : zh);
  }
  if (!ok) process.exitCode = EXIT_FAILED;
}

function describe(e: PackError, lang: Language): string {
  const place = `${e.file}:${e.line}${e.column === undefined ? '' : `:${e.column}`}`;
  const of = [e.article, e.entry].filter((part) => part !== undefined && part !== '').join(' ');
  const [sentence, found, expected] = lang === 'en' ? [e.en, 'found', 'expected'] : [e.zh, '写的是', '应为'];
  return `${place}${of ? ` [${of}]` : ''} ${e.code}: ${sentence}\n    ${found}: ${e.found}${e.expected ? `\n    ${expected}: ${e.expected}` : ''}`;
}

function list(options: Options) {
  const { files, shipped } = filesOf(options);
  if (!files) return;
  const { packs, faults } = loadPacks(files, shipped);
  const rows = packs.map((p) => ({
    pack: p.pack,
    version: p.version,
    utility: p.utility,
    effective: p.effective,
    extends: p.extends,
    entries: entryCount(p),
    counts: Object.fromEntries(SECTIONS.map((s) => [s, p[s].length])),
    errors: faults.get(p)?.length ?? 0,
    hash: p.hash,
  }));
  if (options.json) return print(JSON.stringify(rows));
  const head =
    languageOf(options.lang) === 'en'
      ? ['pack', 'version', 'effective', 'entries', 'clocks', 'errors', 'hash', 'utility']
      : ['规章包', '版本', '施行日期', '条目', '时限', '错误', '内容哈希', '供水企业'];
  print(
    alignedTable([
      head,
      ...rows.map((r) => [
        r.pack,
        r.version,
        r.effective,
        String(r.entries),
        String(r.counts.clocks),
        String(r.errors),
        r.hash.slice(0, 12),
        r.utility,
      ]),
    ]),
  );
}
