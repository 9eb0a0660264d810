export { announce, type Fact } from './actions/announce.ts';
export { type Notice, notify } from './actions/notify.ts';
export { measures } from './measures.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export type { Channel, Recipient } from './rules/notice.ts';
export type { About, Colleague, Kind } from './rules/recipients.ts';
export { topics } from './topics.ts';
