import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import type { TSchema } from 'typebox';
import type { Refusal, Result } from '../../values/result.ts';
import type { Tx } from '../database.ts';
import { withoutValues } from '../log.ts';
import { JSON_LIMIT, keepable } from './body.ts';
import type { ServerDeps } from './deps.ts';
import { claim, digestOf, keep, keyOf, type Write } from './idempotency.ts';
import { type Catalogue, languageOf } from './messages.ts';
import { problemOf } from './problem.ts';
import { Refused } from './refused.ts';
import type { FileAnswer, Me, Route } from './route.ts';
import { type Reader, readerOf } from './validation.ts';

type Answer =
  | { kind: 'json'; text: string; status: number; again: boolean }
  | { kind: 'file'; file: FileAnswer }
  | { kind: 'refusal'; refusal: Refusal };

const compressed = promisify(gzip);

/** Serialization failure and deadlock: PostgreSQL asks to try again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
/** Waited for a row as long as anybody is made to wait. */
const LOCK_TIMEOUT = '55P03';
const TRIES = 3;

/** Puts one declared route on the server: permission, input, one transaction, answer. */
export function register(app: FastifyInstance, declared: Route, deps: ServerDeps): void {
  const { action, method } = declared;
  const reads = method === 'GET' || declared.reads === true;
  const onRequest = authorise(deps, action, `${method} ${declared.url}`);
  const catalogue = { ...deps.catalogue, ...declared.messages };
  const inputs = readersOf(declared);
  const answers = declared.answer === 'file' ? null : readerOf(declared.answer, 'json');

  app.route({
    method,
    url: declared.url,
    bodyLimit: declared.upload?.limit ?? JSON_LIMIT,
    onRequest,
    handler: async (request, reply) => {
      const me = callers.get(request);
      if (!me) throw new Error('a handler without a caller');
      const answer = await answerTo(request, me);
      if (answer.kind === 'refusal') return sendRefusal(request, reply, answer.refusal, catalogue);
      if (answer.kind === 'file') return sendFile(request, reply, answer.file);
      if (answer.again) reply.header('idempotency-replayed', 'true');
      if (deps.checkAnswers) {
        const misfits = answers?.misfits(JSON.parse(answer.text)) ?? [];
        if (misfits.length > 0)
          throw new Error(`answer of ${method} ${declared.url} does not fit: ${misfits.join('; ')}`);
      }
      reply.status(answer.status).type('application/json; charset=utf-8');
      if (!declared.compressed || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
        return reply.send(answer.text);
      return reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' }).send(await compressed(answer.text));
    },
  });

  async function answerTo(request: FastifyRequest, me: Me): Promise<Answer> {
    const read = inputs(request);
    if (!read.ok) return { kind: 'refusal', refusal: read.refusal };
    const write = reads || declared.repeatable ? null : writeOf(request, me, declared.url);
    if (write === undefined) return { kind: 'refusal', refusal: { code: 'idempotency-key-missing' } };
    const lang = languageOf(request.headers['accept-language']);
    const context = { me, time: deps.time, files: deps.files, lang, ...read.value, headers: request.headers };
    if (declared.inSteps) return inSteps(request, me, context);
    const done = await inTransaction(
      me,
      (tx) => effect(tx, write, () => declared.handler({ ...context, tx })),
      reads && declared.records !== true,
    );
    return done.ok ? done.value : { kind: 'refusal', refusal: done.refusal };
  }

  async function inTransaction<T>(me: Me, work: (tx: Tx) => Promise<T>, readOnly = false): Promise<Result<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return { ok: true, value: await deps.db.transaction(me.utilityId, work, { readOnly, onBehalfOf: me.staffId }) };
      } catch (error) {
        if (error instanceof Refused) return { ok: false, refusal: error.refusal };
        if (error instanceof pg.DatabaseError && error.code === LOCK_TIMEOUT)
          return { ok: false, refusal: { code: 'in-use' } };
        if (!(error instanceof pg.DatabaseError) || !TRY_AGAIN.has(error.code ?? '')) throw error;
        if (attempt === TRIES) return { ok: false, refusal: { code: 'try-again' } };
      }
    }
  }

  async function inSteps(request: FastifyRequest, me: Me, context: object): Promise<Answer> {
    const stepping = {
      ...context,
      step: <T>(work: (tx: Tx) => Promise<Result<T>>) =>
        inTransaction(me, async (tx) => {
          const result = await work(tx);
          if (!result.ok) throw new Refused(result.refusal);
          return result.value;
        }),
      fault: (error: unknown) => faultOf(error, request, deps),
    };
    const result = await declared.handler(stepping as never);
    return result.ok
      ? { kind: 'json', text: JSON.stringify(result.value ?? null), status: declared.status ?? 200, again: false }
      : { kind: 'refusal', refusal: result.refusal };
  }

  async function effect(tx: Tx, write: Write | null, work: () => Promise<Result<unknown>>): Promise<Answer> {
    if (write) {
      const claimed = await claim(tx, write, deps.time.now());
      if (claimed.kind === 'other-request') throw new Refused({ code: 'idempotency-key-reused' });
      if (claimed.kind === 'again') return { kind: 'json', text: claimed.body, status: claimed.status, again: true };
    }
    const result = await work();
    if (!result.ok) throw new Refused(result.refusal);
    if (declared.answer === 'file') return { kind: 'file', file: result.value as FileAnswer };
    const status = declared.status ?? 200;
    const text = JSON.stringify(result.value ?? null);
    if (write) keep(tx, write, status, text);
    return { kind: 'json', text, status, again: false };
  }
}

const callers = new WeakMap<FastifyRequest, Me>();

/** Before the body is read: a stranger's upload is not taken in. */
export function authorise({ access }: Pick<ServerDeps, 'access'>, action: string | null, what: string) {
  if (action !== null && !access.actions.has(action))
    throw new Error(`${what} asks for "${action}", which is not in the permission table`);
  return async (request: FastifyRequest): Promise<void> => {
    const me = await access.authenticate(request.headers);
    if (!me) throw new Refused({ code: 'unauthenticated' });
    if (action !== null && !access.permits(me, action)) {
      access.refused?.(me, action);
      throw new Refused({ code: 'forbidden' });
    }
    const due = action === null ? null : (access.due?.(me) ?? null);
    if (due) throw new Refused(due);
    callers.set(request, me);
  };
}

export const callerOf = (request: FastifyRequest): Me | undefined => callers.get(request);

/** Undefined when the header is missing or not usable. */
function writeOf(request: FastifyRequest, me: Me, route: string): Write | undefined {
  const key = keyOf(request.headers['idempotency-key']);
  if (key === null) return undefined;
  const sha256 = digestOf(request.method, request.url, request.body);
  return { staffId: me.staffId, key, route: `${request.method} ${route}`, sha256 };
}

interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
}

function readersOf(declared: Route): (request: FastifyRequest) => Result<Input> {
  const reader = (schema: TSchema | undefined, source: 'json' | 'text') => (schema ? readerOf(schema, source) : null);
  const params = reader(declared.params, 'text');
  const query = reader(declared.query, 'text');
  const body = reader(declared.body, 'json');
  const read = (by: Reader | null, input: unknown) => (by ? by.read(input) : { ok: true as const, value: {} });
  return (request) => {
    if (!keepable(request.params) || !keepable(request.query))
      return { ok: false, refusal: { code: 'text-not-allowed' } };
    const given = read(params, request.params);
    if (!given.ok) return given;
    const asked = read(query, { ...(request.query as object) });
    if (!asked.ok) return asked;
    // an upload whose parser did not run has no bytes: an empty one
    const sent = declared.upload
      ? { ok: true as const, value: request.body ?? Buffer.alloc(0) }
      : read(body, request.body ?? {});
    if (!sent.ok) return sent;
    return { ok: true, value: { params: given.value, query: asked.value, body: sent.value } };
  };
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): Promise<FastifyReply> {
  reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  // a file somebody sent is shown, never run
  reply.header(
    'content-security-policy',
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
  );
  if (file.sha256) {
    const tag = `"${file.sha256}"`;
    reply.header('etag', tag).header('cache-control', 'private, max-age=31536000, immutable');
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
  }
  return reply
    .type(file.mediaType)
    .header('content-length', file.bytes)
    .send(await file.open());
}

export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  catalogue: Catalogue,
): FastifyReply {
  const lang = languageOf(request.headers['accept-language']);
  const problem = problemOf(refusal, lang, catalogue, request.url.split('?')[0] ?? request.url);
  if (problem.status === 503) reply.header('retry-after', '1');
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** An error nobody expected: what is said of it is its number in the log. */
export function faultOf(
  error: unknown,
  request: FastifyRequest,
  { checkAnswers, logger }: Pick<ServerDeps, 'checkAnswers' | 'logger'>,
): Refusal {
  request.log.error({ err: withoutValues(error), route: request.routeOptions.url }, 'failed');
  if (checkAnswers && !logger) console.error(error);
  return { code: 'internal-error', params: { request: request.id } };
}

/** Errors thrown on the way: what can be said plainly, and for the rest a number to find it in the log. */
export function refusalOfError(error: unknown, request: FastifyRequest): Refusal | null {
  if (error instanceof Refused) return error.refusal;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const size = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return { code: 'too-large', params: { limit: size(request.routeOptions.bodyLimit) } };
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const found = request.headers['content-type']?.slice(0, 100) ?? '?';
    return { code: 'media-type-refused', params: { found, expected: 'application/json' } };
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { code: 'invalid-input' };
  return null;
}
