/** `packs compare`, `packs export`: two rulebooks beside each other, and one as its YAML. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Command } from 'commander';
import {
  differencesOf,
  messages,
  nearest,
  type Pack,
  packsOf,
  readFolder,
  rulebooksKnown,
  SHIPPED,
  textsOf,
  type WrittenFile,
  writeZip,
  writtenRulebook,
} from '../../../modules/regulations/index.ts';
import { systemTime } from '../../../platform/clock.ts';
import { withDatabase } from '../database.ts';
import { describeError, EXIT_FAILED, fail, filled, langOption, languageOf, print } from '../output.ts';

interface Options {
  json?: boolean;
  lang?: string;
  data?: string;
  section?: string;
  all?: boolean;
  to?: string;
}

export function register(packs: Command): void {
  const named = '名称、名称@版本，或文件夹 · name, name@version, or a folder';
  packs
    .command('compare <before> <after>')
    .description(`比较两部规章，或一部的两个版本：${named}`)
    .option('--section <section>', '只看一个部分，如 clocks · one section')
    .option('--all', '连同条款、引文、解读的不同 · also where only citation or reading differ')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(compare);
  packs
    .command('export <rulebook>')
    .description(`导出规章的 YAML 原文：${named}；加 --data 时为本单位入库的版本`)
    .requiredOption('--to <path>', '新文件夹，或 .zip 文件 · a new folder, or a .zip file')
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(exportPack);
}

interface Found {
  pack: Pack;
  files: WrittenFile[];
}

/** Undefined: it was said why. */
function find(of: string, options: Options): Found | undefined {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const isFolder = /[\\/.]/.test(of.split('@')[0] ?? '') && existsSync(of);
  const shipped = readFolder(SHIPPED) ?? [];
  const given = isFolder ? (readFolder(of) ?? []) : shipped;
  const { packs, faults, written } = packsOf(given, isFolder ? shipped : []);
  const [name, version] = isFolder ? [] : of.split('@');
  const found = packs.filter(
    (pack) => (isFolder || pack.pack === name) && (version === undefined || pack.version === version),
  );
  const pack = found.sort((a, b) => (a.effective < b.effective ? 1 : -1))[0];
  if (!pack) {
    const params = { found: of.slice(0, 80), nearest: nearest(of, new Set(packs.map((one) => one.pack))) ?? null };
    fail({ code: 'unknown-pack', message: filled(messages['unknown-pack']?.[lang] ?? '', params), ...params }, json);
    return undefined;
  }
  const [first] = faults.get(pack) ?? [];
  if (first) {
    fail({ code: 'pack-has-errors', message: describeError(first, lang) }, json, EXIT_FAILED);
    return undefined;
  }
  return { pack, files: textsOf(written.get(pack) ?? [], given, shipped) };
}

function compare(before: string, after: string, options: Options): void {
  const lang = languageOf(options.lang);
  const a = find(before, options);
  const b = a && find(after, options);
  if (!a || !b) return;
  const differences = differencesOf(a.pack, b.pack).filter(
    ({ section, cited }) =>
      (options.section === undefined || section === options.section) && (options.all === true || !cited),
  );
  if (options.json) {
    print(JSON.stringify(differences));
    return;
  }
  for (const { text, article } of differences) print(article === '' ? text[lang] : `${text[lang]}  [${article}]`);
  const [from, to] = [a.pack, b.pack].map(({ pack, version }) => `${pack} ${version}`);
  const n = differences.length;
  print(lang === 'en' ? `${from} → ${to}: ${n} differences` : `${from} → ${to}：${n} 处不同`);
}

async function exportPack(of: string, options: Options & { to: string }): Promise<void> {
  if (options.data === undefined) {
    const found = find(of, options);
    return found && write(found, options);
  }
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const [name, version] = of.split('@');
  await withDatabase(options, { json, lang }, async (db, utilityIds) => {
    for (const utilityId of utilityIds) {
      const found = await db.transaction(utilityId, async (tx) => {
        const head = (await rulebooksKnown(tx, systemTime.now())).find(
          (one) =>
            one.origin === 'kept' &&
            (one.hash === name || (one.pack === name && (version === undefined || one.version === version))),
        );
        return head && (await writtenRulebook(tx, head.hash));
      });
      if (!found) continue;
      if (found.ok) return write(found.value, options);
      const { code, params = {} } = found.refusal;
      return fail({ code, message: filled(messages[code]?.[lang] ?? code, params) }, json, EXIT_FAILED);
    }
    const params = { found: of.slice(0, 80), nearest: null };
    fail({ code: 'unknown-pack', message: filled(messages['unknown-pack']?.[lang] ?? '', params), ...params }, json);
  });
}

/** Nothing that is there already is written over. */
async function write({ pack, files }: Found, options: Options & { to: string }): Promise<void> {
  const { to } = options;
  const lang = languageOf(options.lang);
  const zip = to.endsWith('.zip');
  if (existsSync(to) && (zip || readdirSync(to).length > 0)) {
    const message = lang === 'en' ? `${to} is there already` : `${to} 已经有了，请换一个`;
    return fail({ code: 'already-there', message, found: to.slice(0, 200) }, options.json === true);
  }
  if (zip) writeFileSync(to, await writeZip(files, new Date(`${pack.effective}T00:00:00Z`)));
  else
    for (const { path, text } of [...files].sort((a, b) => Number(a.own) - Number(b.own))) {
      const at = join(to, ...path.split('/'));
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  const { hash, version } = pack;
  if (options.json) return print(JSON.stringify({ pack: pack.pack, version, hash, to, files: files.length }));
  const where = zip ? to : `${to}${sep}`;
  const zh = `${pack.pack} ${version}（${hash.slice(0, 12)}）已写入 ${where}，共 ${files.length} 个文件`;
  print(lang === 'en' ? `${pack.pack} ${version} (${hash.slice(0, 12)}): ${files.length} files in ${where}` : zh);
}
