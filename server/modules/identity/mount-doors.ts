/** What stands behind the doors: better-auth, with our counting, our words and the audit log around it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Door } from '../../platform/http/access.ts';
import { languageOf } from '../../platform/http/messages.ts';
import { Refused } from '../../platform/http/refused.ts';
import type { Me } from '../../platform/http/route.ts';
import { readerOf } from '../../platform/http/validation.ts';
import type { Refusal } from '../../values/result.ts';
import { audit } from './actions/audit.ts';
import { type Attempt, beginAttempt, beginSecondFactor } from './attempts.ts';
import { ADDRESS_HEADER, type Auth, type AuthOptions, ISSUER } from './auth.ts';
import { cookiesOf, credentialsOf, signedValue } from './credentials.ts';
import { DOORS } from './doors.ts';
import type { KnownSessions } from './known-sessions.ts';
import type { OidcSignIn } from './oidc.ts';
import { refusalOf } from './refusals.ts';
import { type Action, allowed } from './rules/permissions.ts';
import { signInNames } from './store/people.ts';
import {
  type AuthPool,
  claimCode,
  endSessions,
  releaseCode,
  setMustChangePassword,
  signInPolicy,
  userOfChallenge,
} from './store/sign-in.ts';
import { findStaffOf, type SignedIn } from './store/staff.ts';

export interface Mounted extends AuthOptions {
  auth: Auth;
  pool: AuthPool;
  known: KnownSessions;
  oidc: OidcSignIn;
  authenticate(headers: FastifyRequest['headers']): Promise<Me | null>;
}

type Answer = (request: FastifyRequest, reply: FastifyReply, body: never) => Promise<unknown>;
type Own = (request: FastifyRequest, reply: FastifyReply, body: never, me: Me) => Promise<unknown>;

/** Usernames are the utility's own: the sign-in behind one bears its code. Of an unknown one nothing is said. */
async function signInName(db: Mounted['db'], typed: string, utility: string | null): Promise<string> {
  const username = typed.trim().toLowerCase();
  const [name = `${username}@`, another] = await signInNames(db, username, utility);
  if (another === undefined) return name;
  throw new Refused({ code: 'utility-needed', fields: [{ path: 'utility', code: 'missing' }] });
}

const APP_CODE = /^\d{6}$/;
const USED = { code: 'second-factor-used', fields: [{ path: 'code', code: 'second-factor-used' }] };

/** What is wrong counts; what was not looked at does not, whatever the reason. */
async function judged(attempt: Attempt, wrong: string, work: () => Promise<Response>): Promise<Response> {
  let refusal: Refusal;
  try {
    const answer = await work();
    if (answer.ok) {
      await attempt.succeeded();
      return answer;
    }
    refusal = await refusalOf(answer);
  } catch (error) {
    await attempt.unseen();
    throw error;
  }
  if (refusal.code === wrong) await attempt.failed();
  else await attempt.unseen();
  throw new Refused(refusal);
}

export function mountDoors(app: FastifyInstance, given: Mounted): void {
  const { auth, pool, db, time, known, oidc } = given;

  const ask = async (path: string, request: FastifyRequest, headers: Headers, body: unknown): Promise<Response> => {
    headers.set('content-type', 'application/json');
    headers.set(ADDRESS_HEADER, request.ip);
    headers.set('user-agent', (request.headers['user-agent'] ?? '').slice(0, 300));
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await auth.handler(new Request(`http://localhost/api/auth${path}`, init));
    // what was open a moment ago may be closed now
    known.forget();
    return answer;
  };
  /** As whoever is signed in. */
  const passOn = (path: string, request: FastifyRequest, body: unknown): Promise<Response> =>
    ask(path, request, credentialsOf(request.headers) ?? new Headers(), body);
  const taken = async (answer: Response, reply: FastifyReply) => {
    if (!answer.ok) throw new Refused(await refusalOf(answer));
    const cookies = answer.headers.getSetCookie();
    reply.header('set-cookie', cookies);
    const value = (await answer.json()) as Record<string, unknown>;
    return { value, cookies: cookies.map((one) => one.split(';')[0]).join('; ') };
  };
  const forward = async (path: string, request: FastifyRequest, reply: FastifyReply, body: unknown) =>
    taken(await passOn(path, request, body), reply);
  /** A code of the app serves once: a wrong one may be typed again, a good one not. */
  const once = async (user: string, code: string, work: () => Promise<Response>): Promise<Response> => {
    if (!APP_CODE.test(code)) return work();
    const at = new Date();
    if (!(await claimCode(pool, user, code, at))) throw new Refused(USED);
    const answer = await work().catch(async (error: unknown) => {
      await releaseCode(pool, user, code, at);
      throw error;
    });
    if (!answer.ok) await releaseCode(pool, user, code, at);
    return answer;
  };
  const log = (me: Me | SignedIn, action: string, detail: Record<string, unknown> = {}) =>
    db.transaction(me.utilityId, (tx) => audit(tx, me, action, `staff:${me.staffId}`, detail, time));

  const post = ({ url, body }: Door, answer: Answer): void => {
    if (!body) throw new Error(`${url} has no body`);
    const reader = readerOf(body, 'json');
    app.post(url, async (request, reply) => {
      const read = reader.read(request.body ?? {});
      if (!read.ok) throw new Refused(read.refusal);
      return answer(request, reply, read.value as never);
    });
  };
  /** Who he is, and whether he may, before what he sent is looked at. */
  const own = (door: Door, answer: Own): void => {
    const reader = door.body ? readerOf(door.body, 'json') : null;
    app.post(door.url, async (request, reply) => {
      const me = await given.authenticate(request.headers);
      if (!me) throw new Refused({ code: 'unauthenticated' });
      if (door.action !== undefined) {
        if (allowed(me, door.action as Action) === null) throw new Refused({ code: 'forbidden' });
        if (me.session?.due) throw new Refused({ code: `${me.session.due}-due` });
      }
      const read = reader?.read(request.body ?? {}) ?? { ok: true as const, value: {} };
      if (!read.ok) throw new Refused(read.refusal);
      return answer(request, reply, read.value as never, me);
    });
  };

  post(DOORS.signIn, async (request, reply, { utility, ...body }: { username: string; utility?: string }) => {
    const username = await signInName(db, body.username, utility ?? null);
    const attempt = await beginAttempt(given, { username, utility: utility ?? null, address: request.ip });
    const answer = await judged(attempt, 'invalid-username-or-password', () =>
      ask('/sign-in/username', request, new Headers(), { ...body, username }),
    );
    reply.header('set-cookie', answer.headers.getSetCookie());
    const { token, user } = (await answer.json()) as { token?: string; user?: { id: string } };
    if (token === undefined || user === undefined) return { secondFactor: true };
    const me = await findStaffOf(db, user.id);
    if (me) await log(me, 'sign-in');
    return { token };
  });

  post(DOORS.secondFactor, async (request, reply, body: { code: string }) => {
    const cookies = cookiesOf(request.headers, ['two_factor', 'dont_remember']);
    const challenge = signedValue(cookies, 'two_factor');
    const user = challenge === null ? null : await userOfChallenge(pool, challenge);
    if (user === null) throw new Refused({ code: 'second-factor-lost' });
    const code = body.code.replace(/\s/g, '');
    const byApp = APP_CODE.test(code);
    const path = byApp ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
    const me = await findStaffOf(db, user);
    const attempt = await beginSecondFactor(given, user, me);
    const answer = await judged(attempt, 'second-factor-wrong', () =>
      once(user, code, () => ask(path, request, new Headers({ cookie: cookies }), { code })),
    );
    reply.header('set-cookie', answer.headers.getSetCookie());
    const { token } = (await answer.json()) as { token: string };
    if (me) await log(me, 'sign-in', { secondFactor: byApp ? 'app' : 'recovery-code' });
    return { token };
  });

  post(DOORS.signOut, async (request, reply) => {
    await forward('/sign-out', request, reply, {});
    return { signedOut: true };
  });

  own(DOORS.changePassword, async (request, reply, body: object, me) => {
    // every other session ends; this one continues under a new token
    const { value } = await forward('/change-password', request, reply, { ...body, revokeOtherSessions: true });
    await db.transaction(me.utilityId, async (tx) => {
      await setMustChangePassword(tx, me.staffId, false);
      await audit(tx, me, 'change-password', `staff:${me.staffId}`, {}, time);
    });
    return { token: value.token ?? null };
  });

  own(DOORS.enrol, async (request, reply, body: object, me) => {
    const { value } = await forward('/two-factor/enable', request, reply, { ...body, method: 'totp' });
    const secret = new URL(String(value.totpURI)).searchParams.get('secret') ?? '';
    const query = new URLSearchParams({ secret, issuer: ISSUER }).toString().replaceAll('+', '%20');
    const uri = `otpauth://totp/${encodeURIComponent(`${ISSUER}:${me.username}`)}?${query}`;
    return { uri, secret, recoveryCodes: value.backupCodes };
  });

  own(DOORS.confirm, async (request, reply, { code }: { code: string }, me) => {
    const typed = code.replace(/\s/g, '');
    const asking = await auth.api.getSession({ headers: credentialsOf(request.headers) ?? new Headers() });
    if (!asking) throw new Refused({ code: 'unauthenticated' });
    const answer = await once(asking.user.id, typed, () => passOn('/two-factor/verify-totp', request, { code: typed }));
    const { cookies } = await taken(answer, reply);
    // it goes on under a new token
    const token = signedValue(cookies, 'session_token');
    const here = await auth.api.getSession({ headers: new Headers({ authorization: `Bearer ${token ?? ''}` }) });
    const keep = here?.session.id ?? null;
    await db.transaction(me.utilityId, async (tx) => {
      // opened with a password alone
      await endSessions(tx, me.staffId, { one: null, keep });
      await audit(tx, me, 'second-factor.set', `staff:${me.staffId}`, {}, time);
    });
    return { token };
  });

  own(DOORS.removeFactor, async (request, reply, body: object, me) => {
    const policy = await db.transaction(me.utilityId, signInPolicy);
    if (policy?.second_factor_roles.some((role) => me.roles.includes(role)))
      throw new Refused({ code: 'second-factor-needed' });
    const { cookies } = await forward('/two-factor/disable', request, reply, body);
    await log(me, 'second-factor.removed');
    return { token: signedValue(cookies, 'session_token') };
  });
  own(DOORS.recoveryCodes, async (request, reply, body: object, me) => {
    const { value } = await forward('/two-factor/generate-backup-codes', request, reply, body);
    await log(me, 'second-factor.codes');
    return { recoveryCodes: value.backupCodes };
  });

  app.get(DOORS.ways.url, async () => ({ providers: await oidc.ways() }));
  const start = readerOf(DOORS.oidcStart.query, 'text');
  app.get(DOORS.oidcStart.url, async (request, reply) => {
    const read = start.read({ ...(request.query as object) });
    if (!read.ok) throw new Refused(read.refusal);
    return oidc.start(request, reply, (read.value as { utility: string }).utility);
  });
  app.get(DOORS.oidcCallback.url, async (request, reply) => {
    known.forget();
    return oidc.callback(request, reply);
  });
  own(DOORS.setProvider, async (request, _reply, body, me) => {
    const set = await oidc.setProvider(me, body, languageOf(request.headers['accept-language']));
    if (!set.ok) throw new Refused(set.refusal);
    return { done: true };
  });
}
