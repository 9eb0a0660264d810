/** What phones may give, and who does it: one table. */
import type { OnOrder } from '../../modules/field/index.ts';
import { type Flag, PHONE_COMMANDS, takeFromPhone } from '../../modules/work-orders/index.ts';
import type { TimeSource } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import type { FileStore } from '../../platform/files/files.ts';
import type { Me } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';

export interface Doing {
  tx: Tx;
  me: Me;
  time: TimeSource;
  files: FileStore;
  lang: 'zh' | 'en';
}

export interface Sent {
  id: string;
  order: number;
  command: string;
  body: unknown;
  occurredAt: number;
  seen: number | null;
  /** What is doubtful, once it is known about which order. */
  flags(order: OnOrder): Flag[];
}

/** Does it, or says why not; nothing is written then. */
type Does = (
  given: Doing,
  sent: Sent,
) => Promise<Result<{ flags: Flag[]; into: { id: number; number: string } | null }>>;

const BY_MODULE: { commands: readonly string[]; does: Does }[] = [{ commands: PHONE_COMMANDS, does: takeFromPhone }];

export const doerOf = (command: string): Does | undefined =>
  BY_MODULE.find(({ commands }) => commands.includes(command))?.does;
