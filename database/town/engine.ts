/** The rules of the platform that the town's history is made with. */

export { type Calendars, calendarsOf } from '../../server/modules/regulations/rules/calendar.ts';
export { evaluate } from '../../server/modules/regulations/rules/evaluate.ts';
export type { ClockReading } from '../../server/modules/regulations/rules/matter.ts';
export * from '../../server/modules/work-orders/rules/clocks.ts';
export * from '../../server/modules/work-orders/rules/context.ts';
export * from '../../server/modules/work-orders/rules/decide.ts';
export * from '../../server/modules/work-orders/rules/fold.ts';
export type { Command } from '../../server/modules/work-orders/rules/lifecycle.ts';
export * from '../../server/modules/work-orders/rules/matter.ts';
export * from '../../server/modules/work-orders/rules/order.ts';
export { factsToTell } from '../../server/modules/work-orders/rules/routing/telling.ts';
export * from '../../server/modules/work-orders/rules/rulebook.ts';
