/** `packs check`, `packs list`, `packs put`; `compare` and `export` stand beside it. */
import type { Command } from 'commander';
import { allowed, listStaff } from '../../modules/identity/index.ts';
import {
  checkFolder,
  enactPack,
  entryCount,
  messages,
  packsOf,
  readFolder,
  SECTIONS,
  SHIPPED,
} from '../../modules/regulations/index.ts';
import { orderRules } from '../../modules/work-orders/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { refuse } from '../../values/result.ts';
import { parseDay } from '../../values/zone.ts';
import { withDatabase } from './database.ts';
import { alignedTable, describeError, EXIT_FAILED, fail, filled, langOption, languageOf, print } from './output.ts';
import { register as registerComparing } from './rulebooks/compare.ts';

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
  packs
    .command('put <folder>')
    .description('新版规章施行：检查、存入数据库，自某日起施行 · Put a newer version into force from a day')
    .requiredOption('--by <username>', '由谁施行（管理部门或系统管理员的用户名） · who does it')
    .requiredOption('--reason <text>', '依据，如发文字号 · why')
    .option('--from <day>', '自何日起，2026-12-01；不填为可以施行的第一天 · from this day')
    .option('--pack <id>', '文件夹里有几个时：哪一个 · which, of several')
    .option('--version <version>', '哪一版 · which version')
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(put);
  registerComparing(packs);
}

interface Put extends Options {
  by: string;
  reason: string;
  from?: string;
  pack?: string;
  version?: string;
  data?: string;
}

async function put(folder: string, { by, reason, from, pack, version, ...options }: Put): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const { files } = filesOf({ ...options, dir: folder });
  if (!files) return;
  if (from !== undefined && parseDay(from) === null)
    return fail({ code: 'malformed-time', message: '--from 2026-12-01', found: from.slice(0, 40) }, json);
  await withDatabase(options, { json, lang }, async (db, utilityIds) => {
    for (const utilityId of utilityIds) {
      const done = await db.transaction(utilityId, async (tx) => {
        const me = (await listStaff(tx, { department: null, role: null })).find(({ username }) => username === by);
        if (!me) return null;
        if (allowed(me, 'regulations.enact') === null) return refuse('enacting-forbidden', { params: { by } });
        return enactPack(
          { tx, me: { staffId: me.staff_id }, time: systemTime, lang },
          {
            files,
            reason,
            ...(pack === undefined ? {} : { pack }),
            ...(version === undefined ? {} : { version }),
            ...(from === undefined ? {} : { fromDay: from }),
          },
        );
      });
      if (done === null) continue;
      if (!done.ok) {
        const { code, params = {} } = done.refusal;
        return fail({ code, message: filled(messages[code]?.[lang] ?? code, params), ...params }, json, EXIT_FAILED);
      }
      const { fromDay, pack: one } = done.value;
      const { hash } = one;
      if (json) return print(JSON.stringify({ utilityId, hash, pack: one.pack, version: one.version, fromDay }));
      const zh = `${one.pack} ${one.version} 自 ${fromDay} 起施行。在办工单仍按原版本计时，可在“重新计时”里换用。`;
      const en = `${one.pack} ${one.version} is in force from ${fromDay}. Open orders keep theirs until re-dated.`;
      return print(lang === 'en' ? en : zh);
    }
    const message = lang === 'en' ? `nobody here is called ${by}` : `没有用户名为“${by}”的员工`;
    fail({ code: 'staff-not-found', message, found: by.slice(0, 80) }, json);
  });
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
  const report = checkFolder(files, shipped, orderRules, packsOf);
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
    for (const e of report.errors) print(describeError(e, lang));
    const c = report.counts;
    const zh = `${c.packs} 个规章包，${c.entries} 个条目，${c.quotes} 处引文，${c.clauses} 条必备条款（核对时限 ${c.compared} 条），${c.examples} 个算例：${ok ? '全部通过' : `${report.errors.length} 处错误`}`;
    const en = `${c.packs} packs, ${c.entries} entries, ${c.quotes} quotes, ${c.clauses} clauses to carry (${c.compared} with times compared), ${c.examples} worked cases: ${ok ? 'all right' : `${report.errors.length} errors`}`;
    print(lang === 'en' ? en : zh);
  }
  if (!ok) process.exitCode = EXIT_FAILED;
}

function list(options: Options) {
  const { files, shipped } = filesOf(options);
  if (!files) return;
  const { packs, faults } = packsOf(files, shipped);
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
