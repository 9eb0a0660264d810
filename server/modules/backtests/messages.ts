/** What a refusal says. `{name}` is filled from the refusal's params. */
// biome-ignore format: one line each
export const messages: Record<string, { zh: string; en: string }> = {
  'backtest-not-found': { zh: '没有这次回测。', en: 'There is no such backtest.' },
  'backtest-rulebook-unknown': { zh: '没有规则 {hash}，可能已随平台更新；请重新选择。', en: 'There is no rulebook {hash}; it may have changed with the platform. Choose again.' },
  'backtest-day-not-valid': { zh: '日期写法不对，应如 2026-01-31。', en: 'That is no day; write it like 2026-01-31.' },
  'backtest-period-ends-first': { zh: '结束日期早于开始日期。', en: 'The period ends before it begins.' },
  'backtest-period-too-long': { zh: '一次最多回测 {years} 年。', en: 'A backtest covers {years} years at most.' },
  'backtest-not-yours': { zh: '这次回测由{name}发起，只有本人可以停止。', en: '{name} asked for this backtest; nobody else can stop it.' },
  'backtest-not-running': { zh: '回测已经结束，无需停止。', en: 'The backtest has ended; there is nothing to stop.' },
  'backtest-not-stopped': { zh: '只有停止或失败的回测可以重做。', en: 'Only a backtest that was stopped or failed can be run again.' },
  'backtest-not-done': { zh: '回测还没有完成，没有结果可下载。', en: 'The backtest is not finished; there is nothing to download yet.' },
  'backtest-broke': { zh: '回测多次中断，已停止；可以重做。', en: 'The backtest broke off again and again and was stopped; it can be run again.' },
  'backtests-too-many': { zh: '您已有 {most} 个回测在进行，请等其中一个完成。', en: '{most} of your backtests are running; wait for one of them.' },
};
