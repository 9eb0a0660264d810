/** `redate preview`, `redate list`, `redate revert`: what another rulebook would change in open orders, what was changed, and back. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { allowed, listStaff, listUtilityIds } from '../../modules/identity/index.ts';
import { type Pack, packInForce, packsOf, readFolder, SHIPPED } from '../../modules/regulations/index.ts';
import {
  listRedatings,
  messages,
  previewRedating,
  previewView,
  revertRedating,
  type Wanted,
} from '../../modules/work-orders/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/connect.ts';
import { type Db, NOBODY } from '../../platform/database.ts';
import { ok, refuse } from '../../values/result.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';
import { EXIT_FAILED, fail, filled, type Language, languageOf, print } from './output.ts';

interface Options {
  data?: string;
  json?: boolean;
  lang?: string;
  pack?: string;
  version?: string;
  calendar?: string;
  limit?: string;
}

const SHOWN = 20;

export function register(program: Command): void {
  const redate = program.command('redate').description('重新计时 · Re-dating of open orders');
  const common = (command: Command) =>
    command
      .option('--data <folder>', '数据文件夹 · data folder')
      .option('--json', '输出 JSON · Answer in JSON')
      .option('--lang <zh|en>', '语言 · Language', 'zh');
  common(redate.command('preview'))
    .description('换用另一版规则或新的放假安排，在办工单的时限有何变化；不写入 · What would change; writes nothing')
    .option('--pack <folder|id>', '规章包所在文件夹，或名称 · folder of a rulebook, or its name')
    .option('--version <version>', '版本 · version')
    .option('--calendar <name>', '放假安排，如 cn · holiday calendar as shipped')
    .action((options: Options) => withDatabase(options, (db) => preview(db, options)));
  common(redate.command('list'))
    .description('重新计时记录 · Re-datings asked for, applied, reverted')
    .option('--limit <n>', '1–200', '50')
    .action((options: Options) => withDatabase(options, (db) => list(db, options)));
  common(redate.command('revert <id>'))
    .description('撤销重新计时：仍在办的工单回到原来的版本或放假安排 · Put open orders back where they came from')
    .requiredOption('--by <username>', '由谁撤销（管理部门的用户名） · who does it')
    .action((id: string, options: Options & { by: string }) => withDatabase(options, (db) => revert(db, id, options)));
}

async function withDatabase(options: Options, work: (db: Db) => Promise<void>): Promise<void> {
  const opened = await openDatabase(options.data === undefined ? {} : { data: options.data }).catch(
    (error: Error) => error,
  );
  if (opened instanceof Error)
    return fail({ code: 'database-not-reached', message: opened.message }, options.json === true);
  try {
    await work(opened.db);
  } finally {
    await opened.close();
  }
}

/** The rulebook of a folder (its only one, or the one of that version), else the shipped one of that name. */
function packFrom(of: string, version: string | undefined, json: boolean): Pack | undefined {
  const isFolder = /[\\/.]/.test(of) && existsSync(of);
  const { packs, faults } = packsOf(
    (isFolder ? readFolder(of) : readFolder(SHIPPED)) ?? [],
    isFolder ? (readFolder(SHIPPED) ?? []) : [],
  );
  const found = packs.filter(
    (pack) => (isFolder || pack.pack === of) && (version === undefined || pack.version === version),
  );
  const [pack] = found.sort((a, b) => (a.effective < b.effective ? 1 : -1));
  if (!pack || (isFolder && new Set(found.map((one) => one.pack)).size > 1)) {
    const versions = packs.map((one) => `${one.pack} ${one.version}`).join('、');
    fail(
      { code: 'unknown-pack', message: `没有这个规章包 · no such rulebook: ${of.slice(0, 100)}（${versions}）` },
      json,
    );
    return undefined;
  }
  const [fault] = faults.get(pack) ?? [];
  if (fault) {
    fail({ code: 'pack-has-errors', message: `${fault.zh} · ${fault.en}` }, json, EXIT_FAILED);
    return undefined;
  }
  return pack;
}

async function preview(db: Db, { pack: of, version, calendar, ...options }: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  if ((of === undefined) === (calendar === undefined))
    return fail({ code: 'target-missing', message: '请给出 --pack 或 --calendar · give --pack or --calendar' }, json);
  const wanted: Wanted | Pack | undefined = calendar === undefined ? packFrom(of ?? '', version, json) : { calendar };
  if (!wanted) return;
  const utilities = await listUtilityIds(db);
  const views = [];
  for (const utilityId of utilities) {
    const view = await db.transaction(
      utilityId,
      async (tx) => {
        const day = formatDay(zoneOf('Asia/Shanghai').dayOf(systemTime.now()));
        const own = await packInForce(tx, day);
        // one rulebook is not another's next version; with one utility alone there is no doubt which is meant
        if (utilities.length > 1 && 'clocks' in wanted && own?.pack !== wanted.pack) return null;
        const seen = await previewRedating(tx, systemTime, wanted);
        return seen.ok ? { utilityId, ...(await previewView(tx, seen.value, lang)) } : seen;
      },
      { readOnly: true, onBehalfOf: NOBODY },
    );
    if (view === null) continue;
    if ('refusal' in view)
      return fail({ code: view.refusal.code, message: JSON.stringify(view.refusal.params ?? {}) }, json);
    views.push(view);
  }
  if (json) return print(JSON.stringify(views));
  for (const { from, to, text, rules, orders } of views) {
    const names = from.map((one) => `${one.pack} ${one.version}`).join('、');
    print(`${names || '—'} → ${to.calendar ?? `${to.pack} ${to.version}`}\n${text}`);
    for (const rule of rules) print(`  ${rule.text}`);
    for (const order of orders.slice(0, SHOWN))
      for (const { name, fromDue, toDue } of order.changes)
        print(`  ${order.number}  ${name}  ${shown(fromDue)} → ${shown(toDue)}`);
    if (orders.length > SHOWN) print(lang === 'en' ? '  … --json for more' : '  …… 更多见 --json');
  }
}

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const shown = (at: string | null): string => (at === null ? '—' : format.format(Date.parse(at)));

async function list(db: Db, options: Options): Promise<void> {
  const json = options.json === true;
  const lang: Language = languageOf(options.lang);
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    return fail({ code: 'bad-limit', message: '--limit 1–200', found: options.limit }, json);
  const items = [];
  for (const utilityId of await listUtilityIds(db))
    items.push(...(await db.transaction(utilityId, (tx) => listRedatings(tx, lang, limit), { readOnly: true })));
  if (json) return print(JSON.stringify(items));
  for (const item of items) {
    const to = item.to.calendar ?? `${item.to.pack} ${item.to.version}`;
    const state = item.revertedAt ? 'reverted' : item.appliedAt ? 'applied' : (item.decision ?? 'asked');
    print(
      `${item.id}  ${shown(item.askedAt)}  ${to}  ${state}  ${item.askedBy}${item.decidedBy ? ` / ${item.decidedBy}` : ''}  ${item.text}`,
    );
  }
}

async function revert(db: Db, id: string, { by, ...options }: Options & { by: string }): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  if (!/^[1-9]\d{0,14}$/.test(id))
    return fail({ code: 'bad-id', message: '<id> 1, 2, 3 …', found: id.slice(0, 40) }, json);
  for (const utilityId of await listUtilityIds(db)) {
    const done = await db.transaction(utilityId, async (tx) => {
      const me = (await listStaff(tx, { department: null, role: null })).find(({ username }) => username === by);
      if (!me) return null;
      if (allowed(me, 'regulations.redate-decide') === null) return refuse('reverting-forbidden', { params: { by } });
      const acting = { staffId: me.staff_id, departmentId: me.department_id };
      const reverted = await revertRedating({ tx, me: acting, time: systemTime }, Number(id));
      if (!reverted.ok) return reverted;
      return ok((await listRedatings(tx, lang, 200)).find((one) => one.id === Number(id)));
    });
    if (done === null) continue;
    if (!done.ok) {
      const { code, params = {} } = done.refusal;
      return fail({ code, message: filled(messages[code]?.[lang] ?? code, params), ...params }, json, EXIT_FAILED);
    }
    const orders = done.value?.reverted?.orders ?? 0;
    if (json) return print(JSON.stringify({ utilityId, id: Number(id), orders }));
    return print(
      lang === 'en' ? `reverted: ${orders} open orders are back` : `已撤销：${orders} 张在办工单已回到原来的计时`,
    );
  }
  const message = lang === 'en' ? `nobody here is called ${by}` : `没有用户名为“${by}”的员工`;
  fail({ code: 'staff-not-found', message, found: by.slice(0, 80) }, json);
}
