/** Call-backs 回访: whom to call and when, how satisfied they are, and what low ratings want. */
import { followOrders } from '../work-orders/index.ts';
import { hearOrder } from './actions/follow.ts';

// An order does not know who follows up on it.
followOrders(hearOrder);

export { messages } from './messages.ts';
export { withRatingPage } from './page/rating-door.ts';
export { routes } from './routes.ts';
export { DEFAULTS as CALL_BACK_DEFAULTS } from './rules/settings.ts';
export { saveSettings } from './store/settings.ts';
