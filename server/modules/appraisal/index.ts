/** Appraisal 考核: what is owed in an order, what is measured over a period, what was looked at in a place. */
export { reportMetrics } from './actions/metrics.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
