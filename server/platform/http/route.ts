import type { Readable } from 'node:stream';
import type { Static, TSchema } from 'typebox';
import type { Refusal, Result } from '../../values/result.ts';
import type { TimeSource } from '../clock.ts';
import type { Tx } from '../database.ts';
import type { FileStore } from '../files/files.ts';
import type { Catalogue, Language } from './messages.ts';

export type { Language };

/** Who asks: a member of staff of one utility. */
export interface Me {
  utilityId: number;
  utilityCode: string;
  utilityName: string;
  staffId: number;
  username: string;
  name: string;
  roles: string[];
  departmentId: string;
  /** Empty: every district. */
  districts: string[];
  /** Where somebody is signed in; the command line and tests have none. */
  session?: {
    id: string;
    /** He has one set up. */
    secondFactor: boolean;
    /** What he has to do before anything else. */
    due: 'password' | 'second-factor' | null;
  };
}

/** What a handler is given. It runs in one transaction of my utility; a refusal rolls it back. */
export interface Context<Params, Query, Body> {
  tx: Tx;
  me: Me;
  time: TimeSource;
  files: FileStore;
  lang: Language;
  params: Params;
  query: Query;
  body: Body;
  /** Lower-case names. */
  headers: Record<string, string | string[] | undefined>;
}

/** What a handler of several transactions is given: none to begin with. */
export interface Stepping<Body> extends Omit<Context<Record<string, never>, Record<string, never>, Body>, 'tx'> {
  /**
   * One transaction of my utility, tried again where PostgreSQL asks for it; a refusal rolls it back. `in-use`,
   * `try-again`: nothing was done, and the same may succeed later.
   */
  step<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>>;
  /** An error nobody expected goes into the log, under the number this names. */
  fault(error: unknown): Refusal;
}

/** An answer that is a file rather than JSON. */
export interface FileAnswer {
  mediaType: string;
  /** Shown to the browser as the name to save under. */
  name: string;
  bytes: number;
  open(): Readable | Promise<Readable>;
  /** Strong ETag; files named by content never change. */
  sha256?: string;
}

interface Declared<P extends TSchema, Q extends TSchema> {
  url: string;
  /**
   * Row of the permission table that must allow it; `null` for what every member of staff
   * may do with what is his own (his session, his password).
   */
  action: string | null;
  summary: string;
  /** Heading in the API reference; default is the first part of the address after /api. */
  tag?: string;
  params?: P;
  query?: Q;
}

/** Part of the request that has no schema: nothing of it reaches the handler. */
type Told<S extends TSchema> = TSchema extends S ? Record<string, never> : Static<S>;

interface Json<P extends TSchema, Q extends TSchema, B extends TSchema, A extends TSchema> extends Declared<P, Q> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: B;
  answer: A;
  /** Of a granted request; default 200. */
  status?: 200 | 201;
  /** A question too long for an address: runs read-only and needs no idempotency key. */
  reads?: true;
  /** A write that may be done twice with no other effect than once: needs no idempotency key. */
  repeatable?: true;
  /** Of a GET: that it was asked is written down. */
  records?: true;
  /** Long, and asked for over weak networks: compressed for who takes it. */
  compressed?: true;
  handler(context: Context<Told<P>, Told<Q>, Told<B>>): Promise<Result<Static<A>>>;
}

interface InSteps<B extends TSchema, A extends TSchema> extends Declared<TSchema, TSchema> {
  method: 'POST';
  body: B;
  answer: A;
  handler(context: Stepping<Told<B>>): Promise<Result<Static<A>>>;
}

interface Upload<P extends TSchema, Q extends TSchema, A extends TSchema> extends Declared<P, Q> {
  method: 'POST' | 'PUT';
  /** What may be sent; `*` for anything. The limit is in bytes. */
  upload: { mediaTypes: string[]; limit: number };
  answer: A;
  status?: 200 | 201;
  handler(context: Context<Told<P>, Told<Q>, Buffer>): Promise<Result<Static<A>>>;
}

interface Download<P extends TSchema, Q extends TSchema> extends Declared<P, Q> {
  method: 'GET';
  /** That it was taken is written down. */
  records?: true;
  handler(context: Context<Told<P>, Told<Q>, undefined>): Promise<Result<FileAnswer>>;
}

/** A declared route, its types checked and then forgotten. */
export interface Route extends Declared<TSchema, TSchema> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: TSchema;
  upload?: { mediaTypes: string[]; limit: number };
  answer: TSchema | 'file';
  status?: 200 | 201;
  reads?: true;
  repeatable?: true;
  records?: true;
  compressed?: true;
  /** Its handler makes its own transactions. */
  inSteps?: true;
  /** Words of the module it belongs to: two modules may say the same code differently. */
  messages?: Catalogue;
  handler(context: Context<unknown, unknown, unknown>): Promise<Result<unknown>>;
}

/**
 * Declares a route: who may use it, what it is told, what it answers. Writes need a header
 * Idempotency-Key; repeating one gives the stored answer and no second effect.
 */
export function route<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  A extends TSchema = TSchema,
>(declared: Json<P, Q, B, A>): Route {
  return declared as unknown as Route;
}

/** A write whose body is a file: the handler gets its bytes as they were sent. */
export function uploadRoute<P extends TSchema = TSchema, Q extends TSchema = TSchema, A extends TSchema = TSchema>(
  declared: Upload<P, Q, A>,
): Route {
  return declared as unknown as Route;
}

/** A write of many parts, each done or not by itself; sent again it does none of them twice. */
export function stepsRoute<B extends TSchema = TSchema, A extends TSchema = TSchema>(declared: InSteps<B, A>): Route {
  return { ...declared, repeatable: true, inSteps: true } as unknown as Route;
}

/** A read that answers a file. */
export function fileRoute<P extends TSchema = TSchema, Q extends TSchema = TSchema>(declared: Download<P, Q>): Route {
  return { ...declared, answer: 'file' } as unknown as Route;
}
