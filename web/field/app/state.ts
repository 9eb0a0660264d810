/** What the screens are drawn from; everything in it is put together anew when the queue or the snapshot changes. */
import type { FieldSnapshot } from '../../../server/modules/field/rules/wire.ts';
import type { Queue } from '../../kit/offline/queue.ts';
import type { Queued } from '../../kit/offline/storage.ts';
import { hm } from '../../kit/time.ts';
import type { OrderDetail } from '../../kit/views.ts';
import { langNow, t } from '../texts/index.ts';
import { type Shown, shownOrder } from './shown.ts';
import { milestonesOf } from './what.ts';

export type Snapshot = FieldSnapshot<OrderDetail>;

export interface Person {
  staffId: number;
  utility: string;
}

/** What was given and is not at the server. */
export interface Waiting {
  id: string;
  order: number;
  number: string;
  at: number;
  what: string;
  bytes: number;
  /** Of its file, that have arrived. */
  sent: number;
  milestones: string[];
}

/** What the server did not do. */
export interface NotDone {
  id: string;
  order: number;
  number: string;
  at: number;
  what: string;
  why: string;
  article: string | null;
}

export interface Phone {
  opening: boolean;
  person: Person | null;
  deviceId: string;
  snapshot: Snapshot | null;
  orders: Shown[];
  waiting: Waiting[];
  listed: NotDone[];
  online: boolean;
  signedOut: boolean;
  /** Milliseconds the server is ahead of the phone's clock. */
  offset: number;
  lastContact: string | null;
  /** The browser promised not to clear what is here. */
  kept: boolean;
  wiped: boolean;
}

export const NOTHING: Phone = {
  opening: true,
  person: null,
  deviceId: '',
  snapshot: null,
  orders: [],
  waiting: [],
  listed: [],
  online: navigator.onLine,
  signedOut: false,
  offset: 0,
  lastContact: null,
  kept: false,
  wiped: false,
};

const bytesOf = ({ body, file }: Queued): number => JSON.stringify(body).length + 120 + (file?.bytes ?? 0);

/** @param progress bytes of files that have arrived, by command */
export function drawn(
  queue: Queue<OrderDetail>,
  progress: ReadonlyMap<string, number>,
): Pick<Phone, 'snapshot' | 'orders' | 'waiting' | 'listed' | 'offset' | 'lastContact'> {
  const { snapshot, words, offset } = queue.ground();
  const now = queue.now();
  const lang = langNow();
  const shown = (one: Queued) => ({
    id: one.id,
    order: one.order,
    number: one.number,
    at: one.occurredAt,
    what: one.what,
  });
  return {
    snapshot,
    offset,
    lastContact: snapshot === null ? null : hm(snapshot.serverTime),
    orders:
      snapshot === null
        ? []
        : queue.orders().map((here) => shownOrder(here, { snapshot, book: here.book, now, lang, words })),
    waiting: queue.waiting().map((one) => ({
      ...shown(one),
      bytes: bytesOf(one),
      sent: progress.get(one.id) ?? 0,
      milestones: milestonesOf(one.command, one.body),
    })),
    listed: queue.listed().map((one) => ({
      ...shown(one),
      why: one.listed?.code === 'file-gone' ? t('waiting.fileGone') : (one.listed?.message ?? ''),
      article: one.listed?.article ?? null,
    })),
  };
}
