/** GET /api/live: what changed, as server-sent events; with Last-Event-ID it goes on where it broke off. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerDeps } from '../http/deps.ts';
import { authorise, callerOf } from '../http/register.ts';
import { openFeeds } from './feed.ts';
import type { LiveOptions } from './options.ts';
import { LIVE, LIVE_ACTION } from './routes.ts';
import { Stream } from './stream.ts';

/** Streams of one person: more windows than this nobody looks at. */
const MOST_OF_ONE = 20;

export async function mountLive(app: FastifyInstance, deps: ServerDeps, options: LiveOptions): Promise<void> {
  const { url, topics, beat = 15_000, trust = 5000, deaf = 60_000 } = options;
  const feeds = openFeeds({ db: deps.db, url, topics, warn: (error) => app.log.warn({ err: error }, 'live') });

  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const me = callerOf(request);
    if (!me) throw new Error('a stream without a caller');
    const own = feeds.streams().filter((stream) => stream.me.staffId === me.staffId);
    if (own.length >= MOST_OF_ONE) own[0]?.end();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.hijack();
    request.raw.socket.setNoDelay(true);
    request.raw.socket.setKeepAlive(true, beat);
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // a proxy that gathers before it sends would keep everything back
      'x-accel-buffering': 'no',
    });
    const stream = new Stream({
      me,
      out: reply.raw,
      time: deps.time,
      whoIs: () => deps.access.authenticate(request.headers),
      beat,
      trust,
      deaf,
      closed: () => feeds.leave(stream),
    });
    try {
      await feeds.join(stream, sinceOf(request));
    } catch (error) {
      request.log.warn({ err: error }, 'live');
      stream.end();
    }
  };
  app.get(LIVE, { onRequest: authorise(deps, LIVE_ACTION, LIVE), exposeHeadRoute: false }, handler);
  // open streams would keep the server from closing
  app.addHook('preClose', async () => {
    for (const stream of feeds.streams()) stream.end();
    await feeds.end();
  });
}

function sinceOf(request: FastifyRequest): string | null {
  const given = request.headers['last-event-id'];
  return typeof given === 'string' && given !== '' ? given : null;
}
