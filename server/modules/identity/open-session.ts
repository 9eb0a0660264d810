/**
 * A session for somebody whom a provider of the utility's has vouched for. Where he has set up a second factor here and the
 * provider does not ask for one, it is asked for first, by the same challenge as after a password.
 */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';

const CHALLENGE_SECONDS = 600;

interface Vouched {
  userId: string;
  /** The provider has asked for one. */
  secondFactor: boolean;
}

/** It is called from within alone: nothing to validate. */
const VOUCHED = {
  '~standard': {
    version: 1 as const,
    vendor: 'gongshui',
    validate: (value: unknown) => ({ value: value as Vouched }),
    types: {} as { input: Vouched; output: Vouched },
  },
};

export const openSession = () =>
  ({
    id: 'open-session',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: VOUCHED }, async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw ctx.error('UNAUTHORIZED', { code: 'NO_SUCH_USER' });
        const { twoFactorEnabled } = user as typeof user & { twoFactorEnabled?: boolean };
        if (twoFactorEnabled && !ctx.body.secondFactor) {
          // what the two-factor plugin leaves behind after a good password
          const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: CHALLENGE_SECONDS });
          const identifier = `2fa-${generateRandomString(20)}`;
          const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000);
          await internalAdapter.createVerificationValue({ value: user.id, identifier, expiresAt });
          await internalAdapter.createVerificationValue({
            value: '0',
            identifier: `2fa-attempts-${identifier}`,
            expiresAt,
          });
          await ctx.setSignedCookie(cookie.name, identifier, ctx.context.secret, cookie.attributes);
          return ctx.json({ secondFactor: true });
        }
        const opened = { via: 'oidc', secondFactor: ctx.body.secondFactor };
        const session = await internalAdapter.createSession(user.id, false, opened, true);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ secondFactor: false });
      }),
    },
  }) satisfies BetterAuthPlugin;
