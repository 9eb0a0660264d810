/** Progress 进展告知: callers hear what becomes of what they told. */
import { followOrders } from '../work-orders/index.ts';
import { tellCallers } from './actions/tell-callers.ts';

// An order does not know who is told of it.
followOrders(tellCallers);

export { recordTold } from './actions/tell-by-rule.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
