/** `orders list`, `orders show NUMBER`: orders of every utility of the installation, or of one. */
import type { Command } from 'commander';
import { listUtilityIds } from '../../modules/identity/index.ts';
import { orderIdOf, readOrder, readOrders, STATE_WORDS, type State } from '../../modules/work-orders/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { openDatabase } from '../../platform/connect.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { alignedTable, EXIT_FAILED, fail, type Language, languageOf, print } from './output.ts';

interface Options {
  data?: string;
  json?: boolean;
  lang?: string;
  tab?: string;
  search?: string;
  closed?: boolean;
  limit?: string;
}

const TABS = ['all', 'late', 'warned', 'paused'] as const;
const MOST = 200;

/** Whoever is at the machine of the database may read all of it; nobody's name stands behind it. */
const reader = (tx: Tx, lang: Language) => ({
  tx,
  lang,
  time: systemTime,
  me: {
    utilityId: tx.utilityId,
    utilityCode: '',
    utilityName: '',
    staffId: 0,
    username: '',
    name: '',
    roles: ['manager'],
    departmentId: '',
    districts: [],
  },
});

export function register(program: Command): void {
  const orders = program.command('orders').description('工单 · Work orders');
  const common = (command: Command) =>
    command
      .option('--data <folder>', '数据文件夹 · data folder')
      .option('--json', '输出 JSON · Answer in JSON')
      .option('--lang <zh|en>', '语言 · Language', 'zh');
  common(orders.command('list'))
    .description('工单列表，先到期者在前 · Orders, the first due first')
    .option('--tab <tab>', TABS.join(' | '), 'all')
    .option('--search <text>', '工单号、地址或内容 · number, place or content')
    .option('--closed', '已办结的 · closed ones')
    .option('--limit <n>', `1–${MOST}`, '50')
    .action((options: Options) => withDatabase(options, (db) => list(db, options)));
  common(orders.command('show'))
    .argument('<number>', '工单号 · number')
    .description('一张工单 · One order')
    .action((number: string, options: Options) => withDatabase(options, (db) => show(db, number, options)));
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

async function list(db: Db, options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const tab = TABS.find((one) => one === options.tab);
  const limit = Number(options.limit);
  if (!tab) return fail({ code: 'unknown-tab', message: `--tab ${TABS.join(' | ')}`, found: options.tab }, json);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    return fail({ code: 'bad-limit', message: `--limit 1–${MOST}`, found: options.limit }, json);
  const query = { tab, limit, closed: options.closed === true, ...(options.search ? { q: options.search } : {}) };
  const pages = [];
  for (const utilityId of await listUtilityIds(db)) {
    pages.push(await db.transaction(utilityId, (tx) => readOrders(reader(tx, lang), query)));
  }
  const items = pages.flatMap((page) => (page.ok ? page.value.items : []));
  if (json) return print(JSON.stringify(items));
  print(
    alignedTable(
      items.map((item) => [
        item.number,
        STATE_WORDS[item.state as State][lang],
        item.due?.dueAt ?? '—',
        item.due?.name ?? '',
        item.departmentName ?? '—',
        item.summary,
      ]),
    ),
  );
}

async function show(db: Db, number: string, options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  for (const utilityId of await listUtilityIds(db)) {
    const found = await db.transaction(utilityId, async (tx) => {
      const orderId = await orderIdOf(tx, number);
      return orderId === undefined ? undefined : readOrder(reader(tx, lang), orderId);
    });
    if (!found?.ok) continue;
    const order = found.value;
    if (json) return print(JSON.stringify(order));
    print(`${order.number}  ${order.stateName}  ${order.eventName}  ${order.departmentName ?? '—'}`);
    print(`${order.place}\n${order.content}\n`);
    print(alignedTable(order.clocks.map((clock) => [clock.name, clock.state, clock.dueAt ?? '—', clock.article])));
    print('');
    print(alignedTable(order.timeline.map((item) => [item.occurredAt, item.by, item.text])));
    return;
  }
  fail(
    {
      code: 'order-not-found',
      message: `没有这张工单 · no such order: ${number.slice(0, 40)}`,
      number: number.slice(0, 40),
    },
    json,
    EXIT_FAILED,
  );
}
