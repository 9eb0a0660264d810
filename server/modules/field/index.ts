/** Field devices 现场终端: what a phone and the server say to each other. */
export type { FieldCommand, FieldCommandName, FieldSnapshot, Flag, SyncAnswer, SyncRequest } from './rules/wire.ts';
