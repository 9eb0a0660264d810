/** What a phone keeps, whatever becomes of the application: one for each person who signs in on it. */
import type { FieldCommand, Listed } from '../../../server/modules/field/rules/wire.ts';

/** A command as it waits, in the order in which it was given. */
export interface Queued extends Omit<FieldCommand, 'occurredAt' | 'deviceAt'> {
  seq: number;
  /** Milliseconds. */
  occurredAt: number;
  deviceAt: number;
  /** In the words of the screen, for when the order is not here any more. */
  what: string;
  number: string;
  /** What it brings along, kept apart under its own key. */
  file?: { key: string; bytes: number; mediaType: string };
  /** Address of the upload begun for its file. */
  uploading?: string;
  /** At the server; shown from here until what the server has is here too. */
  applied?: true;
  /** The server did not do it: why. */
  listed?: Listed;
}

/** Each of these is done whole or not at all, also when the application is killed meanwhile. */
export interface Storage {
  get<T>(key: string): Promise<T | undefined>;
  put(key: string, value: unknown): Promise<void>;
  keys(prefix: string): Promise<string[]>;
  drop(keys: string[]): Promise<void>;
  queue(): Promise<Queued[]>;
  /** With its file, in one step: a command without its photo would be lost work. */
  add(queued: Omit<Queued, 'seq'>, file?: Blob): Promise<Queued>;
  change(seq: number, changes: { [K in keyof Queued]?: Queued[K] | undefined }): Promise<void>;
  remove(seqs: number[]): Promise<void>;
  file(key: string): Promise<Blob | undefined>;
  destroy(): Promise<void>;
}
