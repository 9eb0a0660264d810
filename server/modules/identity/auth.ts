import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { bearer, twoFactor, username } from 'better-auth/plugins';
import type { TimeSource } from '../../platform/clock.ts';
import { connectionsAs, type Db } from '../../platform/database.ts';
import { openSession } from './open-session.ts';
import { hashPassword, isPassword, PASSWORD_LENGTH } from './password.ts';
import type { AuthPool } from './store/sign-in.ts';
import { findStaffOf } from './store/staff.ts';

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
  /** Providers of this machine may be asked without encryption: tests. */
  unencryptedProviders?: boolean;
  /** Cookies over https only. */
  secureCookies?: boolean;
}

/** Carries the caller's address to better-auth; set by us, whatever the caller sends. */
export const ADDRESS_HEADER = 'x-gongshui-address';
/** In front of the names of its cookies. */
export const COOKIES = 'gongshui.';
/** In an authenticator app, beside the username. */
export const ISSUER = '供水 Gongshui';
const DAY_SECONDS = 86_400;
const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' };

export function createAuth(options: AuthOptions) {
  const pool: AuthPool = connectionsAs('gongshui_auth', 'auth', { url: options.url, max: 4, name: 'gongshui auth' });
  const perMinute = options.signInsPerMinute ?? 30;
  const limit = { window: 60, max: perMinute };
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
      additionalFields: {
        via: { type: 'string', required: false, input: false },
        secondFactor: { type: 'boolean', required: false, input: false, fieldName: 'second_factor' },
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
      username({
        displayUsername: false,
        // name@code of the utility
        maxUsernameLength: 62,
        usernameValidator: (name) => /^[a-z0-9._-]+@[a-z0-9-]*$/i.test(name),
      }),
      bearer(),
      twoFactor({
        issuer: ISSUER,
        // wrong codes are counted where wrong passwords are: as the utility chose, by our clock
        accountLockout: { enabled: false },
        // who comes by the provider may have no password
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      openSession(),
    ],
    rateLimit: {
      enabled: perMinute > 0,
      window: 60,
      max: 600,
      customRules: {
        '/sign-in/username': limit,
        '/change-password': limit,
        '/two-factor/*': limit,
      },
    },
    advanced: {
      cookiePrefix: COOKIES.slice(0, -1),
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
        },
      },
    },
  });
  return { auth, pool, end: () => pool.end() };
}

export type Auth = ReturnType<typeof createAuth>['auth'];
