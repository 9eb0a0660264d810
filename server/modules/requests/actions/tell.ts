/** Who hears of a request beside those who work on its order: supervision of repeats, leaders of praise and blame. */
import { colleaguesOf } from '../../rosters/index.ts';
import { announceFacts } from '../../work-orders/index.ts';
import type { Acting } from '../book.ts';
import { WINDOW_DAYS } from '../rules/contact/repeat.ts';
import { kindOf, sourceOf } from '../rules/contact/voices.ts';
import type { AcceptedIntake } from '../rules/intake.ts';
import type { Found } from './earlier.ts';

/** Supervision hears of it: somebody had to ask twice. */
export async function tellRepeat(
  { tx, me, time }: Acting,
  request: { requestId: number; order: { id: number; number: string }; place: string; at: number },
  { rows, earlier, repeatOf }: Found,
): Promise<void> {
  const last = rows.find(({ requestId }) => requestId === repeatOf);
  if (!last) return;
  const about = { departmentId: null, handlerId: null, actorId: me?.staffId ?? null };
  await announceFacts(
    tx,
    [
      {
        kind: 'repeated',
        about,
        at: request.at,
        orderId: request.order.id,
        factKey: `request:${request.requestId}:repeated`,
        params: {
          number: request.order.number,
          days: WINDOW_DAYS,
          times: earlier + 1,
          other: last.orderNumber ?? '',
          place: request.place.slice(0, 100),
        },
      },
    ],
    await colleaguesOf(tx, time.now()),
    time.now(),
  );
}

/** Leaders hear of praise, criticism and exposure in time (C-340); of an import nobody does. */
export async function tellVoice(
  { tx, me, time, via }: Acting,
  requestId: number,
  { event, channel, content, receivedAt }: AcceptedIntake,
  order: { id: number; number: string } | null,
): Promise<void> {
  const [kind, source] = [kindOf(event), sourceOf(channel)];
  if (via !== 'desk' || !kind?.tell || !source) return;
  await announceFacts(
    tx,
    [
      {
        kind: 'voice',
        about: { departmentId: null, handlerId: null, actorId: me?.staffId ?? null },
        at: receivedAt,
        orderId: order?.id ?? null,
        factKey: `request:${requestId}:voice`,
        params: {
          number: order?.number ?? null,
          ...{ kindZh: kind.zh, kindEn: kind.en, sourceZh: source.zh, sourceEn: source.en },
          text: content.slice(0, 100),
        },
      },
    ],
    await colleaguesOf(tx, time.now()),
    time.now(),
  );
}
