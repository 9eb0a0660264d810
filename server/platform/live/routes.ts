import { Type } from 'typebox';
import { ok } from '../../values/result.ts';
import { type Route, route } from '../http/route.ts';
import { changesSince, newsFor, prepare } from './changes.ts';
import type { Topic } from './news.ts';

export const LIVE = '/api/live';
/** Row of the permission table. */
export const LIVE_ACTION = 'live.follow';

/** The stream, for the document: it is mounted beside the routes. */
export const LIVE_PATHS = {
  [LIVE]: {
    get: {
      operationId: 'getLive',
      summary: 'What changes, as it changes: server-sent events hello, changes, reload, beat, signed-out 实时变动',
      tags: ['live'],
      'x-action': LIVE_ACTION,
      parameters: [
        {
          name: 'Last-Event-ID',
          in: 'header',
          required: false,
          description: 'Goes on where it broke off; absent: from now',
          schema: { type: 'string', maxLength: 8000 },
        },
      ],
      responses: {
        200: { description: 'granted', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        default: {
          description: 'refused',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  },
};

const Small = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]);

/** The same as the stream, asked for: where something on the way lets no stream through. */
export const liveRoutes = (topics: readonly Topic[]): Route[] => [
  route({
    method: 'GET',
    url: `${LIVE}/changes`,
    action: LIVE_ACTION,
    summary: 'What changed since a cursor, where /api/live (server-sent events) does not come through 变动',
    query: Type.Object({
      after: Type.Optional(Type.String({ maxLength: 8000, description: 'The cursor last answered; absent: from now' })),
    }),
    answer: Type.Object({
      cursor: Type.String(),
      reload: Type.Boolean({ description: 'More changed than is remembered: look at everything again' }),
      news: Type.Record(
        Type.String(),
        Type.Union([Type.Literal(true), Type.Array(Type.Array(Small))], {
          description: 'By topic: [what it is about, …], or true: anything may have changed',
        }),
      ),
      now: Type.String({ format: 'date-time' }),
    }),
    async handler({ tx, me, time, query }) {
      const { cursor, changes, prepared } = await tx.asSystem(async () => {
        const read = await changesSince(tx, query.after ?? null);
        return { ...read, prepared: await prepare(tx, topics, read.changes ?? []) };
      });
      const news = newsFor(me, prepared) as Record<string, true | (string | number | boolean | null)[][]>;
      return ok({ cursor, reload: changes === null, news, now: new Date(time.now()).toISOString() });
    },
  }),
];
