import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { bearer, username } from 'better-auth/plugins';
import type { TimeSource } from '../../platform/clock.ts';
import { connectionsAs, type Db } from '../../platform/database.ts';
import { audit } from './actions/audit.ts';
import { hashPassword, isPassword, PASSWORD_LENGTH } from './password.ts';
import { findStaffOf } from './store.ts';

export interface AuthOptions {
  db: Db;
  /** Connection address; signing in uses a few connections of its own, as role gongshui_auth. */
  url: string;
  /** Signs the session cookies; whoever has it can be anybody. */
  secret: string;
  time: TimeSource;
  /** Sign-ins an address may try in a minute; 0: no limit (tests). */
  signInsPerMinute?: number;
  /** Milliseconds a session is taken for good without asking the database again; default 2 s. */
  trustSessionFor?: number;
  /** Cookies over https only. */
  secureCookies?: boolean;
}

/** Carries the caller's address to better-auth; set by us, whatever the caller sends. */
export const ADDRESS_HEADER = 'x-gongshui-address';
const DAY_SECONDS = 86_400;
const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' };

export function createAuth(options: AuthOptions) {
  const pool = connectionsAs('gongshui_auth', 'auth', { url: options.url, max: 4, name: 'gongshui auth' });
  const perMinute = options.signInsPerMinute ?? 30;
  const auth = betterAuth({
    appName: 'gongshui',
    // addresses are checked by platform/http before better-auth sees a request
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    // it would log usernames
    logger: { disabled: true },
    user: { fields: { ...TIMES, emailVerified: 'email_verified' } },
    session: {
      fields: {
        ...TIMES,
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
      expiresIn: 7 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
    },
    account: {
      fields: {
        ...TIMES,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { fields: { ...TIMES, expiresAt: 'expires_at' } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    plugins: [
      username({ displayUsername: false, usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name) }),
      bearer(),
    ],
    rateLimit: {
      enabled: perMinute > 0,
      window: 60,
      max: 600,
      customRules: {
        '/sign-in/username': { window: 60, max: perMinute },
        '/change-password': { window: 60, max: perMinute },
      },
    },
    advanced: {
      cookiePrefix: 'gongshui',
      useSecureCookies: options.secureCookies ?? false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      disableOriginCheck: true,
      disableCSRFCheck: true,
    },
    databaseHooks: {
      session: {
        create: {
          // a sign-in without an active member of staff behind it opens nothing
          before: async (session) => {
            if (!(await findStaffOf(options.db, session.userId))) {
              throw new APIError('FORBIDDEN', { code: 'STAFF_INACTIVE', message: 'no active member of staff' });
            }
          },
          after: async (session) => {
            const me = await findStaffOf(options.db, session.userId);
            if (!me) return;
            await options.db.transaction(me.utilityId, (tx) =>
              audit(tx, me, 'sign-in', `staff:${me.staffId}`, {}, options.time),
            );
          },
        },
      },
    },
  });
  return { auth, end: () => pool.end() };
}

export type Auth = ReturnType<typeof createAuth>['auth'];
