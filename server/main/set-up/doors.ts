/** What is asked before anybody is signed in: which utilities there are, and the link by which one begins. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import {
  type Beginning,
  beginUtility,
  linkUntil,
  listUtilities,
  PASSWORD_LENGTH,
} from '../../modules/identity/index.ts';
import type { TimeSource } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Access, Door } from '../../platform/http/access.ts';
import { keepable } from '../../platform/http/body.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readerOf } from '../../platform/http/validation.ts';

const text = Type.String();
const Short = Type.String({ minLength: 1, maxLength: 60 });
const Token = Type.String({ minLength: 20, maxLength: 100, description: 'What follows # in the link' });

const WELCOME = {
  url: '/api/welcome',
  summary: 'Utilities of this installation, for the sign-in page 供水企业',
  open: true,
  answer: Type.Object({ utilities: Type.Array(Type.Object({ code: text, name: text })) }),
} satisfies Door;
const CHECK = {
  url: '/api/set-up/link',
  summary: 'Is the set-up link still good 核对开通链接',
  open: true,
  body: Type.Object({ token: Token }),
  answer: Type.Object({ until: text }),
} satisfies Door;
const BEGIN = {
  url: '/api/set-up/begin',
  summary: 'Makes a utility and its first administrator; uses the link up 开通',
  open: true,
  body: Type.Object({
    token: Token,
    code: Short,
    name: Short,
    region: Type.String({ maxLength: 60 }),
    office: Type.String({ minLength: 1, maxLength: 60, description: 'Unit of the administrator' }),
    administrator: Type.Object({
      name: Short,
      username: Short,
      password: Type.String({ minLength: PASSWORD_LENGTH.least, maxLength: PASSWORD_LENGTH.most }),
    }),
  }),
  answer: Type.Object({ utility: text }),
} satisfies Door;

export const SET_UP_DOORS: readonly Door[] = [WELCOME, CHECK, BEGIN];

export function withSetUp<A extends Access>(access: A, { db, time }: { db: Db; time: TimeSource }): A {
  return {
    ...access,
    doors: [...access.doors, ...SET_UP_DOORS],
    mount(app: FastifyInstance) {
      access.mount(app);
      const post = <T>({ url, body }: Door & { body: Type.TSchema }, answer: (given: T) => Promise<unknown>) => {
        const reader = readerOf(body, 'json');
        app.post(url, async (request) => {
          const read = reader.read(request.body ?? {});
          if (!read.ok) throw new Refused(read.refusal);
          if (!keepable(read.value)) throw new Refused({ code: 'text-not-allowed' });
          return answer(read.value as T);
        });
      };
      app.get(WELCOME.url, async () => ({ utilities: await listUtilities(db) }));
      post(CHECK, async ({ token }: { token: string }) => {
        const until = await linkUntil(db, token, time);
        if (!until) throw new Refused({ code: 'set-up-link-over' });
        return { until: until.toISOString() };
      });
      post(BEGIN, async (asked: Beginning) => {
        const begun = await beginUtility(db, time, asked);
        if (!begun.ok) throw new Refused(begun.refusal);
        return begun.value;
      });
    },
  };
}
