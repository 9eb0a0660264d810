/** `orders list`, `orders show NUMBER`: orders of every utility of the installation, or of one. */
import type { Command } from 'commander';
import { orderIdOf, readOrder, readOrders, STATE_WORDS, type State } from '../../modules/work-orders/index.ts';
import { type Db, NOBODY } from '../../platform/database.ts';
import { withDatabase } from './database.ts';
import { cut, localTime, standing } from './order-texts.ts';
import { alignedTable, EXIT_FAILED, fail, type Language, languageOf, print } from './output.ts';
import { readerOf } from './reader-of.ts';

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
    .action((options: Options) => withDatabase(options, answers(options), (db, ids) => list(db, ids, options)));
  common(orders.command('show'))
    .argument('<number>', '工单号 · number')
    .description('一张工单 · One order')
    .action((number: string, options: Options) =>
      withDatabase(options, answers(options), (db, ids) => show(db, ids, number, options)),
    );
}

const answers = (options: Options) => ({ json: options.json === true, lang: languageOf(options.lang) });

async function list(db: Db, utilityIds: number[], options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const tab = TABS.find((one) => one === options.tab);
  const limit = Number(options.limit);
  if (!tab) return fail({ code: 'unknown-tab', message: `--tab ${TABS.join(' | ')}`, found: options.tab }, json);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    return fail({ code: 'bad-limit', message: `--limit 1–${MOST}`, found: options.limit }, json);
  const query = { tab, limit, closed: options.closed === true, ...(options.search ? { q: options.search } : {}) };
  const pages = [];
  for (const utilityId of utilityIds) {
    pages.push(await db.transaction(utilityId, (tx) => readOrders(readerOf(tx, lang), query), { onBehalfOf: NOBODY }));
  }
  const listed = pages.flatMap((page) => (page.ok ? [page.value] : []));
  if (json) return print(JSON.stringify(listed.flatMap(({ items }) => items)));
  const items = listed.flatMap(({ items: some, now }) => some.map((item) => ({ ...item, now })));
  if (items.length === 0) return print(lang === 'zh' ? '没有工单。' : 'No orders.');
  print(alignedTable([HEAD[lang], ...items.map((item) => line(item, lang))]));
}

const HEAD = {
  zh: ['工单号', '受理', '状态', '类别', '地点', '责任单位', '时限'],
  en: ['number', 'received', 'state', 'event', 'place', 'unit', 'clock'],
};

type Listed = Extract<Awaited<ReturnType<typeof readOrders>>, { ok: true }>['value']['items'][number];

function line(item: Listed & { now: string }, lang: Language): string[] {
  return [
    item.number,
    localTime(item.receivedAt, item.now),
    STATE_WORDS[item.state as State][lang],
    cut(item.eventName, 20),
    cut(item.place, 32),
    cut(item.departmentName ?? '—', 20),
    item.due ? `${item.due.name} ${standing(item.due, item.now, lang)}` : '—',
  ];
}

async function show(db: Db, utilityIds: number[], number: string, options: Options): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  for (const utilityId of utilityIds) {
    const found = await db.transaction(
      utilityId,
      async (tx) => {
        const orderId = await orderIdOf(tx, number);
        return orderId === undefined ? undefined : readOrder(readerOf(tx, lang), orderId);
      },
      { onBehalfOf: NOBODY },
    );
    if (!found?.ok) continue;
    const order = found.value;
    if (json) return print(JSON.stringify(order));
    const received = localTime(order.receivedAt, order.now);
    print(
      `${order.number}  ${received}  ${order.stateName}  ${order.eventName}  ${order.departmentName ?? '—'}  ${order.handlerName ?? ''}`.trimEnd(),
    );
    print(`${order.place}\n${order.content}\n`);
    const { now } = order;
    const clocks = order.clocks.map((clock) => [
      clock.name,
      standing(clock, now, lang),
      clock.limitText,
      localTime(clock.dueAt, now),
      clock.article,
    ]);
    print(alignedTable(clocks));
    print('');
    print(alignedTable(order.timeline.map((item) => [localTime(item.occurredAt, now), item.by, item.text])));
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
