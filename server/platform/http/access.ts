import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Me } from './route.ts';

/** Who may do what, as the platform needs to know it. The identity module answers. */
export interface Access {
  /** Every action of the permission table. */
  actions: ReadonlySet<string>;
  /** Who sends this request, by session cookie or bearer token. */
  authenticate(headers: IncomingHttpHeaders): Promise<Me | null>;
  permits(me: Me, action: string): boolean;
  /** Adds the addresses of signing in and out. */
  mount(app: FastifyInstance): void;
}
