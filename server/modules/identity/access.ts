import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access, Door } from '../../platform/http/access.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readerOf } from '../../platform/http/validation.ts';
import type { Refusal } from '../../values/result.ts';
import { audit } from './actions/audit.ts';
import { ADDRESS_HEADER, type AuthOptions, createAuth } from './auth.ts';
import { DOORS } from './doors.ts';
import { KnownSessions } from './known-sessions.ts';
import { ACTIONS, type Action, allowed, type Me } from './rules/permissions.ts';
import { findStaffOf } from './store.ts';

export interface IdentityAccess extends Access {
  end(): Promise<void>;
}

type Answer = (request: FastifyRequest, reply: FastifyReply, body: unknown) => Promise<unknown>;

/** Signing in and out by better-auth; of its addresses only those below are open. */
export function createAccess(options: AuthOptions): IdentityAccess {
  const { auth, end } = createAuth(options);

  const known = new KnownSessions(options.trustSessionFor ?? 2000);

  const ask = async (headers: Headers): Promise<Me | null> => {
    const session = await auth.api.getSession({ headers });
    return session ? findStaffOf(options.db, session.user.id) : null;
  };
  const authenticate = async (given: IncomingHttpHeaders): Promise<Me | null> => {
    const headers = credentialsOf(given);
    return headers ? known.of(headers, ask) : null;
  };

  const forward = async (request: FastifyRequest, body: unknown): Promise<Response> => {
    const headers = credentialsOf(request.headers) ?? new Headers();
    headers.set('content-type', 'application/json');
    headers.set(ADDRESS_HEADER, request.ip);
    headers.set('user-agent', (request.headers['user-agent'] ?? '').slice(0, 300));
    const path = new URL(request.url, 'http://localhost').pathname;
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await auth.handler(new Request(`http://localhost${path}`, init));
    // what was open a moment ago may be closed now
    known.forget();
    if (!answer.ok) throw new Refused(await refusalOf(answer));
    return answer;
  };

  const mount = (app: FastifyInstance): void => {
    const post = ({ url, body }: Required<Door>, answer: Answer) => {
      const reader = readerOf(body, 'json');
      app.post(url, async (request, reply) => {
        const read = reader.read(request.body ?? {});
        if (!read.ok) throw new Refused(read.refusal);
        return answer(request, reply, read.value);
      });
    };
    post(DOORS.signIn, async (request, reply, body) => {
      const answer = await forward(request, body);
      reply.header('set-cookie', answer.headers.getSetCookie());
      const { token } = (await answer.json()) as { token: string };
      return { token };
    });
    post(DOORS.signOut, async (request, reply) => {
      const answer = await forward(request, {});
      reply.header('set-cookie', answer.headers.getSetCookie());
      return { signedOut: true };
    });
    post(DOORS.changePassword, async (request, reply, body) => {
      const me = await authenticate(request.headers);
      if (!me) throw new Refused({ code: 'unauthenticated' });
      // every other session ends; this one continues under a new token
      const answer = await forward(request, { ...(body as object), revokeOtherSessions: true });
      reply.header('set-cookie', answer.headers.getSetCookie());
      await options.db.transaction(me.utilityId, (tx) =>
        audit(tx, me, 'change-password', `staff:${me.staffId}`, {}, options.time),
      );
      const { token } = (await answer.json()) as { token: string | null };
      return { token };
    });
  };

  return {
    actions: new Set<string>(ACTIONS),
    authenticate,
    permits: (me, action) => allowed(me, action as Action) !== null,
    doors: Object.values(DOORS),
    mount,
    end,
  };
}

/** The headers that say who asks, or null when none does. */
function credentialsOf(given: IncomingHttpHeaders): Headers | null {
  const headers = new Headers();
  if (given.cookie?.includes('gongshui.session_token=')) headers.set('cookie', given.cookie);
  if (given.authorization) headers.set('authorization', given.authorization);
  return headers.has('cookie') || headers.has('authorization') ? headers : null;
}

const WRONG_SIGN_IN = { code: 'invalid-username-or-password' };

/** better-auth's codes in our words. */
const REFUSALS: Record<string, Refusal> = {
  INVALID_USERNAME_OR_PASSWORD: WRONG_SIGN_IN,
  INVALID_USERNAME: WRONG_SIGN_IN,
  USERNAME_TOO_SHORT: WRONG_SIGN_IN,
  USERNAME_TOO_LONG: WRONG_SIGN_IN,
  PASSWORD_TOO_LONG: WRONG_SIGN_IN,
  STAFF_INACTIVE: { code: 'staff-inactive' },
  INVALID_PASSWORD: {
    code: 'current-password-wrong',
    fields: [{ path: 'currentPassword', code: 'current-password-wrong' }],
  },
};

async function refusalOf(answer: Response): Promise<Refusal> {
  if (answer.status === 429) {
    return { code: 'too-many-requests', params: { seconds: Number(answer.headers.get('x-retry-after') ?? 60) } };
  }
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  const known = code === undefined ? undefined : REFUSALS[code];
  if (known) return known;
  if (answer.status === 401) return { code: 'unauthenticated' };
  throw new Error(`sign-in failed: ${answer.status} ${code ?? ''}`);
}
