import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import type { Refusal } from '../../values/result.ts';
import type { Me } from './route.ts';

/** An address in front of the permission table: signing in and out, and what the sign-in page asks. */
export interface Door {
  url: string;
  summary: string;
  /** Needs no session. */
  open: boolean;
  /** Row of the permission table, where being signed in is not enough. */
  action?: string;
  query?: TSchema;
  /** Of a POST; without one it is a GET. */
  body?: TSchema;
  answer: TSchema | 'redirect';
}

/** Who may do what, as the platform needs to know it. The identity module answers. */
export interface Access {
  /** Every action of the permission table. */
  actions: ReadonlySet<string>;
  /** Who sends this request, by session cookie or bearer token. */
  authenticate(headers: IncomingHttpHeaders): Promise<Me | null>;
  permits(me: Me, action: string): boolean;
  /** What he has to do before he may do anything else; null: nothing. */
  due?(me: Me): Refusal | null;
  /** Told of everybody who asked for what his roles do not allow. */
  refused?(me: Me, action: string): void;
  /** The addresses of signing in and out, for the API reference. */
  doors: readonly Door[];
  /** Adds them. */
  mount(app: FastifyInstance): void;
}
