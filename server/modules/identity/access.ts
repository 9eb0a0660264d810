import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '../../platform/http/access.ts';
import type { Me } from '../../platform/http/route.ts';
import type { Refusal } from '../../values/result.ts';
import { type AuthOptions, createAuth } from './auth.ts';
import { credentialsOf } from './credentials.ts';
import { DOORS } from './doors.ts';
import { KnownSessions } from './known-sessions.ts';
import { mountDoors } from './mount-doors.ts';
import { oidcSignIn } from './oidc.ts';
import { refusalLog } from './refusal-log.ts';
import { ACTIONS, type Action, allowed } from './rules/permissions.ts';
import { findStaffOf } from './store/staff.ts';

export interface IdentityAccess extends Access {
  end(): Promise<void>;
}

/** Signing in and out by better-auth; of its addresses only the doors are open. */
export function createAccess(options: AuthOptions): IdentityAccess {
  const { auth, pool, end } = createAuth(options);
  const known = new KnownSessions(options.trustSessionFor ?? 2000);
  const refusals = refusalLog(options);

  const ask = async (headers: Headers): Promise<Me | null> => {
    const found = await auth.api.getSession({ headers });
    if (!found) return null;
    const staff = await findStaffOf(options.db, found.user.id);
    if (!staff) return null;
    const { secondFactor, secondFactorAsked, mustChangePassword, ...me } = staff;
    const {
      id,
      via,
      secondFactor: elsewhere,
    } = found.session as typeof found.session & {
      via?: string;
      secondFactor?: boolean;
    };
    const due =
      mustChangePassword && via !== 'oidc'
        ? 'password'
        : secondFactorAsked && !secondFactor && !elsewhere
          ? 'second-factor'
          : null;
    return { ...me, session: { id, secondFactor, due } };
  };
  const authenticate = async (given: IncomingHttpHeaders): Promise<Me | null> => {
    const headers = credentialsOf(given);
    return headers ? known.of(headers, ask) : null;
  };

  return {
    actions: new Set<string>(ACTIONS),
    authenticate,
    permits: (me, action) => allowed(me, action as Action) !== null,
    due: ({ session }) => (session?.due ? DUE[session.due] : null),
    refused: refusals.note,
    doors: Object.values(DOORS),
    mount: (app) =>
      mountDoors(app, { ...options, auth, pool, authenticate, known, oidc: oidcSignIn({ ...options, auth }) }),
    async end() {
      await refusals.written();
      await end();
    },
  };
}

const DUE: Record<'password' | 'second-factor', Refusal> = {
  password: { code: 'password-due' },
  'second-factor': { code: 'second-factor-due' },
};
