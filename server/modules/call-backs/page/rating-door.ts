/** The address customers rate at. Nobody is signed in there; the link is the right to it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database.ts';
import type { Access } from '../../../platform/http/access.ts';
import { keepable } from '../../../platform/http/body.ts';
import { languageOf, say } from '../../../platform/http/messages.ts';
import type { Refusal } from '../../../values/result.ts';
import { RATINGS, type Rating } from '../../work-orders/index.ts';
import { answerRating, readAsked } from '../actions/answer-rating.ts';
import { PATH } from '../actions/tell.ts';
import { messages } from '../messages.ts';
import { overPage, ratingPage, type Shown } from './rating-page.ts';
import type { Lang } from './texts.ts';
import { throttle } from './throttle.ts';

const PER_MINUTE = 30;
const BODY_LIMIT = 16_384;
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  // the address is the secret: no other site is told. Told to nobody at all, a browser would not say either that the form is ours
  'referrer-policy': 'same-origin',
};

type Asking = FastifyRequest<{ Params: { token: string }; Querystring: { lang?: string } }>;

/** The doors of signing in, and this one beside them. */
export const withRatingPage = <A extends Access>(
  access: A,
  deps: { db: Db; time: TimeSource; perMinute?: number },
): A => ({
  ...access,
  mount(app: FastifyInstance) {
    access.mount(app);
    mountRatingPage(app, deps);
  },
});

function mountRatingPage(
  app: FastifyInstance,
  { db, time, perMinute = PER_MINUTE }: { db: Db; time: TimeSource; perMinute?: number },
): void {
  const often = throttle(perMinute);
  const shownTo = ({ params, query, headers }: Asking): Shown => {
    const asked = query.lang;
    const lang: Lang = asked === 'zh' || asked === 'en' ? asked : languageOf(headers['accept-language']);
    return { lang, path: `${PATH}${encodeURIComponent(params.token)}` };
  };
  const over = (reply: FastifyReply, status: number, code: string, shown: Shown, params = {}) =>
    reply.status(status).send(overPage(say(messages, shown.lang, code, params), shown));

  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.addHook('onRequest', async (request, reply) => {
      reply.headers(HEADERS);
      if (!often.admits(request.ip, time.now()))
        return over(reply, 429, 'rating-too-often', shownTo(request as Asking));
    });
    scope.get(`${PATH}:token`, async (request, reply) => {
      const shown = shownTo(request as Asking);
      const read = await readAsked({ db, time }, (request as Asking).params.token);
      return read.ok ? reply.send(ratingPage(read.value, shown)) : over(reply, 410, read.refusal.code, shown);
    });
    scope.post(`${PATH}:token`, async (request, reply) => {
      const shown = shownTo(request as Asking);
      const { token } = (request as Asking).params;
      const sent = (request.body ?? {}) as { rating?: string; words?: string };
      const words = (sent.words ?? '').replace(/\r\n/g, '\n').trim();
      const rating = RATINGS.find((one) => one === sent.rating);
      if (rating === undefined || !keepable(words)) return again(reply, token, shown, 'rating-missing', {});
      const done = await answerRating({ db, time }, token, { rating: rating as Rating, words });
      if (done.ok) return reply.send(ratingPage(done.value, { ...shown, thanks: true }));
      const { code, params = {} } = done.refusal;
      return code === 'rating-words-too-long'
        ? again(reply, token, shown, code, params)
        : over(reply, 410, code, shown);
    });
  });

  /** The form once more, with what was wrong. */
  async function again(reply: FastifyReply, token: string, shown: Shown, code: string, params: Refusal['params']) {
    const read = await readAsked({ db, time }, token);
    if (!read.ok) return over(reply, 410, read.refusal.code, shown);
    const wrong = say(messages, shown.lang, code, params);
    return reply.status(422).send(ratingPage(read.value, { ...shown, wrong }));
  }
}
