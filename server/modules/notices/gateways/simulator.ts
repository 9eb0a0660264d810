/**
 * 模拟网关: stands where a gateway would, so that a utility can try everything before it has a contract, and tests can
 * provoke what gateways do: refuse, take a message and never answer, report late, twice and in the wrong order. What it does
 * with a message depends on its seed and the message's id alone; what it took it keeps, in transactions of its own.
 */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database.ts';
import { type Millis, SECOND } from '../../../values/instant.ts';
import { chance } from '../rules/delivery/back-off.ts';
import type { Gateway } from '../rules/notice.ts';
import {
  dropSimulatedReceipts,
  dueSimulatedReceipts,
  keepSimulated,
  type SimulatedReceipt,
  takenBefore,
} from '../store/simulated.ts';
import type { Message, Provider, Receipt, Sent } from './gateway.ts';

export interface SimulatorOptions {
  seed: string;
  /** Share refused; half of them for good. */
  refused: number;
  /** Share taken without an answer. */
  silent: number;
  honoursIds: boolean;
  /** Share that is taken and cannot be delivered. */
  undelivered: number;
  /** Milliseconds until the last report of a message at most. */
  reportsWithin: Millis;
}

export const SIMULATED: SimulatorOptions = {
  seed: 'gongshui',
  refused: 0.02,
  silent: 0.01,
  honoursIds: true,
  undelivered: 0.005,
  reportsWithin: 30 * SECOND,
};

/** Share reported twice. */
const TWICE = 0.02;
/** Share that is read, where that is reported. */
const READ = 0.6;
/** Milliseconds in which a busy gateway stays busy. */
const BUSY: Millis = 10 * SECOND;

interface Waiting {
  message: Message;
  answer(sent: Sent): void;
  failed(error: unknown): void;
}

export interface Simulating {
  db: Db;
  utilityId: number;
  time: TimeSource;
  channel: Gateway;
  options: SimulatorOptions;
}

export function simulator({ db, utilityId, time, channel, options }: Simulating): Provider {
  const drawn = (what: string, id: string): number => chance(`${options.seed} ${what} ${id}`);
  let waiting: Waiting[] = [];

  const refusal = ({ id }: Message): Sent | null => {
    const draw = drawn('refuse', id);
    if (draw < options.refused / 2) return { outcome: 'refused', code: 'number-not-valid', permanent: true };
    // busy for a while, not for ever
    const busy = drawn('busy', `${id} ${Math.floor(time.now() / BUSY)}`);
    return busy < options.refused / 2 ? { outcome: 'refused', code: 'busy', permanent: false } : null;
  };

  /** What came in one turn of the loop is kept in one transaction. */
  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      const sent = await db.transaction(utilityId, async (tx) => {
        const ids = batch.map(({ message }) => message.id);
        const before = options.honoursIds ? await takenBefore(tx, channel, ids) : new Set<string>();
        const answers = batch.map(({ message }): Sent => {
          if (before.has(message.id)) return { outcome: 'accepted' };
          const refused = refusal(message);
          if (refused) return refused;
          return { outcome: drawn('silent', message.id) < options.silent ? 'unknown' : 'accepted' };
        });
        const taken = batch.filter(({ message }, at) => answers[at]?.outcome !== 'refused' && !before.has(message.id));
        await keepSimulated(
          tx,
          channel,
          taken.map(({ message }) => message),
          taken.flatMap(({ message }) => reportsOf(message.id)),
          time.now(),
        );
        return answers;
      });
      for (const [at, one] of batch.entries()) one.answer(sent[at] ?? { outcome: 'unknown' });
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  };

  const reportsOf = (messageId: string): SimulatedReceipt[] => {
    const report = (kind: Receipt['kind'], what: string): SimulatedReceipt => {
      const now = time.now();
      const at = now + Math.round(drawn(`${what} at`, messageId) * options.reportsWithin * 0.3);
      const reportAt = at + Math.round(drawn(`${what} told`, messageId) * options.reportsWithin * 0.7);
      return { messageId, kind, at, reportAt };
    };
    if (drawn('undelivered', messageId) < options.undelivered) return [report('failed', 'failed')];
    const reports = [report('delivered', 'delivered')];
    if (channel !== 'sms' && drawn('read', messageId) < READ) reports.push(report('read', 'read'));
    if (drawn('twice', messageId) < TWICE) reports.push(report('delivered', 'again'));
    return reports;
  };

  return {
    honoursIds: options.honoursIds,
    atOnce: 1000,
    send: (message) =>
      new Promise<Sent>((answer, failed) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ message, answer, failed });
      }),
    async receipts(limit) {
      const due = await db.transaction(utilityId, (tx) => dueSimulatedReceipts(tx, channel, time.now(), limit));
      return {
        receipts: due.map(({ messageId, kind, at }) => ({ messageId, kind, at })),
        done: async () => {
          if (due.length > 0)
            await db.transaction(utilityId, (tx) =>
              dropSimulatedReceipts(
                tx,
                due.map(({ id }) => id),
              ),
            );
        },
      };
    },
  };
}
