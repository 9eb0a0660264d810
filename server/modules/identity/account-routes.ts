/** What everybody does with his own sign-in; passwords and codes go through the doors. */
import { Type } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { audit } from './actions/audit.ts';
import { endSessions, type SessionRow, sessionsOf } from './store/sign-in.ts';

export const SessionView = Type.Object(
  {
    id: Type.String(),
    since: Type.String(),
    until: Type.String(),
    address: Type.Union([Type.String(), Type.Null()]),
    agent: Type.Union([Type.String(), Type.Null()], { description: 'What the browser calls itself' }),
    via: Type.Enum(['password', 'oidc']),
    here: Type.Boolean({ description: 'The session that asks' }),
  },
  { $id: 'Session' },
);
export const Ending = Type.Object(
  { session: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Absent: all the others' })) },
  { additionalProperties: false },
);
const Ended = Type.Object({ ended: Type.Integer() });

export const sessionView = (here: string | undefined) => (row: SessionRow) => ({
  id: row.id,
  since: row.created_at.toISOString(),
  until: row.expires_at.toISOString(),
  address: row.address || null,
  agent: row.agent || null,
  via: row.via,
  here: row.id === here,
});

export const accountRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/me/sessions',
    action: null,
    summary: 'Where I am signed in 我的登录',
    answer: Type.Array(SessionView),
    handler: async ({ tx, me }) => ok((await sessionsOf(tx, me.staffId)).map(sessionView(me.session?.id))),
  }),
  route({
    method: 'POST',
    url: '/api/me/end-sessions',
    action: null,
    summary: 'Ends one of my sessions, or all but this one 下线',
    body: Ending,
    answer: Ended,
    handler: async ({ tx, me, body, time }) => {
      const which =
        body.session === undefined ? { one: null, keep: me.session?.id ?? null } : { one: body.session, keep: null };
      const ended = await endSessions(tx, me.staffId, which);
      await audit(tx, me, 'sessions.ended', `staff:${me.staffId}`, { ended }, time);
      return ok({ ended });
    },
  }),
];
