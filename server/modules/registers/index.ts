/** Places: communities 小区, premises 用水地址 and the customers known there. */
export { findPlaces, MOST_PLACES, type Places } from './find-places.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export { maskName, maskPhone } from './rules/mask.ts';
export {
  accountIs,
  addCommunities,
  addPremises,
  type Community,
  communityById,
  type NewCommunity,
  type NewPremises,
  type Premises,
  premisesById,
} from './store.ts';
