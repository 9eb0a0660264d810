/** `verify`: computes every order and clock again from log and rulebook, and says what differs from what is stored. */
import type { Command } from 'commander';
import { verifyHandovers } from '../../modules/rosters/index.ts';
import { verifyOrders } from '../../modules/work-orders/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { withDatabase } from './database.ts';
import { EXIT_FAILED, languageOf, print } from './output.ts';

export function register(program: Command): void {
  program
    .command('verify')
    .description(
      '由工单日志和规则重新计算，核对交接班签字，列出与所存不符之处 · Recompute orders, clocks and what was signed; list what differs',
    )
    .option('--data <folder>', '数据文件夹 · data folder')
    .option('--json', '输出 JSON · Answer in JSON')
    .option('--lang <zh|en>', '语言 · Language', 'zh')
    .action(run);
}

async function run(options: { data?: string; json?: boolean; lang?: string }): Promise<void> {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  await withDatabase(options, { json, lang }, async (db, utilityIds) => {
    const total = { orders: 0, clocks: 0, handovers: 0, differences: [] as object[] };
    for (const utilityId of utilityIds) {
      const part = await db.transaction(utilityId, (tx) => verifyOrders(tx, systemTime));
      const signed = await db.transaction(utilityId, verifyHandovers, { readOnly: true });
      total.orders += part.orders;
      total.clocks += part.clocks;
      total.handovers += signed.handovers;
      total.differences.push(...part.differences, ...signed.altered);
      if (json) continue;
      for (const { order, of, field, stored, computed } of part.differences)
        print(`${order}  ${of}  ${field}: ${stored} ≠ ${computed}`);
      for (const { handoverId, stored, computed } of signed.altered)
        print(`${lang === 'en' ? 'handover' : '交接班'} ${handoverId}  sha256: ${stored} ≠ ${computed}`);
    }
    const { orders, clocks, handovers, differences } = total;
    if (json) print(JSON.stringify(total));
    else if (lang === 'en')
      print(`${orders} orders, ${clocks} clocks, ${handovers} handovers, ${differences.length} differences`);
    else print(`工单 ${orders} 张，时限 ${clocks} 个，交接班 ${handovers} 份，不符 ${differences.length} 处`);
    if (differences.length > 0) process.exitCode = EXIT_FAILED;
  });
}
