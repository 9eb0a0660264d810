/** Front door of backtests 回测: past orders under another rulebook. */
export { daysOf } from './actions/ask.ts';
export { type Progress, replayPeriod } from './actions/run-backtest.ts';
export { runBacktests } from './actions/work.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export type { Figures, Outcome } from './rules/outcome.ts';
