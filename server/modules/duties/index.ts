/** Duties 职责: what the rulebook owes to things of the register, made into orders. */
import { contributeDuties } from '../work-orders/index.ts';
import { tellOccurrence } from './store/occurrences.ts';

export { type MadeOrders, type MakeOptions, makeOrders } from './actions/make-orders.ts';

// An order does not know who keeps account of the duty that made it.
contributeDuties(tellOccurrence);

export { messages } from './messages.ts';
export { routes } from './routes.ts';
