/** Test support: who complained about conduct is told of it, and how each route of notices is asked for that. */
import { notify } from '../../modules/notices/index.ts';
import type { City } from '../city/testing.ts';
import { SECRET } from './secret.ts';

let noticeId = 0;
let orderId = 0;

export async function tellSealed(
  town: City,
  utilityId: number,
  { order, requestId }: { order: { id: number; number: string }; requestId: number },
): Promise<void> {
  const told = await town.db.transaction(utilityId, (tx) =>
    notify(tx, town.time, {
      event: 'order-received',
      key: 'sealed',
      orderId: order.id,
      requestId,
      recipients: [{ kind: 'customer', name: SECRET.reporter, phone: SECRET.phone }],
      variables: { number: order.number },
    }),
  );
  noticeId = told.ok ? (told.value.notices[0] ?? 0) : 0;
  orderId = order.id;
}

export const noticeCalls = (): Record<string, { url: string; body?: object }[]> => ({
  'GET /api/notices': [{ url: '/api/notices?limit=200' }, { url: `/api/notices?orderId=${orderId}` }],
  'GET /api/notices/:id': [{ url: `/api/notices/${noticeId}` }],
  'POST /api/notices/find': [{ url: '/api/notices/find', body: { contact: SECRET.phone } }],
  'POST /api/notices/:id/reveal': [{ url: `/api/notices/${noticeId}/reveal`, body: {} }],
  'GET /api/notices/events': [{ url: '/api/notices/events' }],
  'GET /api/notices/events/:event': [{ url: '/api/notices/events/order-received' }],
  'GET /api/notices/events/:event/versions': [
    { url: '/api/notices/events/order-received/versions?channel=sms&language=zh' },
  ],
  'POST /api/notices/events/:event/preview': [
    {
      url: '/api/notices/events/order-received/preview',
      body: { channel: 'sms', language: 'zh', subject: '', body: '{{单号}}' },
    },
  ],
  'GET /api/notices/gateways': [{ url: '/api/notices/gateways' }],
  'POST /api/notices/preferences/find': [{ url: '/api/notices/preferences/find', body: { contact: SECRET.phone } }],
});
