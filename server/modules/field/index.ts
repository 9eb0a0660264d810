/** Field devices 现场终端: phones, the commands they sent and what became of each. */
export { isWipeDue, type Met, meet } from './actions/meet.ts';
export { type Deed, list, type Receiving, receive } from './actions/receive.ts';
export { messages } from './messages.ts';
export { routes } from './routes.ts';
export type { OnOrder } from './rules/flags.ts';
export type { FieldCommand, FieldSnapshot, Listed, SyncAnswer, SyncRequest, SyncResult } from './rules/wire.ts';
export { Secret, SyncBody, SyncView, Uuid } from './schemas.ts';
