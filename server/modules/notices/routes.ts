import Type from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { inboxText } from './messages.ts';
import { noticeRoutes } from './notice-routes.ts';
import { setReadInApp } from './store/in-app.ts';
import { countUnread, inboxOf, markRead, markUnread } from './store/inbox.ts';
import { templateRoutes } from './template-routes.ts';

const InboxItem = Type.Object({
  id: Type.Integer(),
  at: Type.String({ format: 'date-time', description: 'When it occurred' }),
  kind: Type.String(),
  orderId: Type.Union([Type.Integer(), Type.Null()]),
  orderNumber: Type.Union([Type.String(), Type.Null()]),
  redatingId: Type.Union([Type.Integer(), Type.Null()]),
  draftId: Type.Union([Type.Integer(), Type.Null()]),
  text: Type.String(),
  readAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});

export const routes: Route[] = [
  ...noticeRoutes,
  ...templateRoutes,
  route({
    method: 'GET',
    url: '/api/inbox',
    action: 'inbox.read',
    summary: 'What I have been told, newest first 站内信',
    query: Type.Object({
      unread: Type.Optional(Type.Boolean({ description: 'Only what I have not read' })),
      before: Type.Optional(
        Type.Integer({ minimum: 1, description: 'Older than this item: the `next` of the page before' }),
      ),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    }),
    answer: Type.Object({
      items: Type.Array(InboxItem),
      unread: Type.Integer(),
      next: Type.Union([Type.Integer(), Type.Null()]),
    }),
    async handler({ tx, me, lang, query }) {
      const limit = query.limit ?? 50;
      const rows = await inboxOf(tx, me.staffId, query.unread ?? false, limit, query.before ?? null);
      const items = rows.map(({ id, at, kind, orderId, params, readAt }) => ({
        id,
        at: at.toISOString(),
        kind,
        orderId,
        orderNumber: typeof params.number === 'string' ? params.number : null,
        redatingId: typeof params.redating === 'number' ? params.redating : null,
        draftId: typeof params.draft === 'number' ? params.draft : null,
        text: inboxText(kind, params, lang),
        readAt: readAt?.toISOString() ?? null,
      }));
      const next = items.length < limit ? null : (items.at(-1)?.id ?? null);
      return ok({ items, unread: await countUnread(tx, me.staffId), next });
    },
  }),
  route({
    method: 'POST',
    url: '/api/inbox/read',
    action: 'inbox.read',
    summary: 'Mark as read 标为已读',
    body: Type.Object(
      {
        upTo: Type.Optional(Type.Integer({ minimum: 0, description: 'Id of the newest item seen: all up to it' })),
        ids: Type.Optional(
          Type.Array(Type.Integer({ minimum: 1 }), {
            minItems: 1,
            maxItems: 200,
            description: 'Items opened one by one',
          }),
        ),
      },
      { additionalProperties: false, minProperties: 1 },
    ),
    answer: Type.Object({ unread: Type.Integer() }),
    async handler({ tx, me, time, body }) {
      const now = time.now();
      await markRead(tx, me.staffId, body, now);
      await setReadInApp(tx, me.staffId, now);
      return ok({ unread: await countUnread(tx, me.staffId) });
    },
  }),
  route({
    method: 'POST',
    url: '/api/inbox/unread',
    action: 'inbox.read',
    summary: 'Mark as not read: to come back to 标为未读',
    body: Type.Object(
      { ids: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 200 }) },
      { additionalProperties: false },
    ),
    answer: Type.Object({ unread: Type.Integer() }),
    async handler({ tx, me, body }) {
      await markUnread(tx, me.staffId, body.ids);
      return ok({ unread: await countUnread(tx, me.staffId) });
    },
  }),
];
