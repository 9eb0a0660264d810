/** What the sign-in page offers where the fictional town is installed; elsewhere nothing. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { ROLE_NAMES, type Role } from '../modules/identity/index.ts';
import type { Access, Door } from '../platform/http/access.ts';
import { languageOf } from '../platform/http/messages.ts';

/** A demonstration account: one of each role. */
export interface SignIn {
  username: string;
  name: string;
  role: Role;
  department: string;
}

/** Known to everybody: that is what the town is for. */
export interface Demo {
  utility: string;
  password: string;
  signIns: SignIn[];
}

const text = Type.String();
export const DEMO_DOOR = {
  url: '/api/demo',
  summary: 'Is this the demonstration, and who may sign in there 演示账号',
  open: true,
  answer: Type.Object({
    demo: Type.Boolean(),
    utility: Type.Union([text, Type.Null()], { description: 'Name of the fictional utility' }),
    signIns: Type.Array(Type.Object({ username: text, name: text, role: text, roleName: text, departmentName: text })),
    password: Type.Optional(Type.String({ description: 'Of all of them; only in the demonstration' })),
  }),
} satisfies Door;

/** The doors of signing in, and this one beside them. */
export function withDemo<A extends Access>(access: A, demo: Demo | null): A {
  return {
    ...access,
    doors: [...access.doors, DEMO_DOOR],
    mount(app: FastifyInstance) {
      access.mount(app);
      app.get(DEMO_DOOR.url, async (request) => {
        if (!demo) return { demo: false, utility: null, signIns: [] };
        const lang = languageOf(request.headers['accept-language']);
        const signIns = demo.signIns.map(({ username, name, role, department }) => ({
          username,
          name,
          role,
          roleName: ROLE_NAMES[role][lang],
          departmentName: department,
        }));
        return { demo: true, utility: demo.utility, signIns, password: demo.password };
      });
    },
  };
}
