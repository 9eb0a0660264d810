import fastifyCookie from '@fastify/cookie';
import scalar from '@scalar/fastify-api-reference';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import sql from 'sql-template-tag';
import { mountLive } from '../live/mount.ts';
import { LIVE_PATHS } from '../live/routes.ts';
import { traceRequests } from '../telemetry.ts';
import { AUTHORITY_TYPE, type OwnTls, PAGE_HEADERS, TRUST_PATHS } from '../tls/own-tls.ts';
import { trustPage } from '../tls/trust-page.ts';
import { readJsonBodies } from './body.ts';
import type { ServerDeps } from './deps.ts';
import { mergeCatalogues, PLATFORM_MESSAGES } from './messages.ts';
import { mountMetrics } from './metrics.ts';
import { openapi } from './openapi.ts';
import { callerOf, faultOf, refusalOfError, register, sendRefusal } from './register.ts';
import { addScreens } from './screens.ts';
import { addSecurityHeaders, foreignOrigin } from './security.ts';
import { mountUploads, UPLOAD_PATHS } from './uploads.ts';

/** The HTTP server, not yet listening: `inject` works, `listen` opens the port, `close` drains. */
export async function buildServer(given: ServerDeps): Promise<FastifyInstance> {
  const deps = { ...given, catalogue: mergeCatalogues(PLATFORM_MESSAGES, given.catalogue) };
  const app = Fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : { logger: false }),
    // the line of a request is written below, without its address: that may hold a name or a number
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.trustProxy ?? false,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 200 },
    ...(deps.tls && { serverFactory: deps.tls.serverFactory }),
  }) as unknown as FastifyInstance;

  traceRequests(app);
  readJsonBodies(app);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.addHook('onRequest', async (request, reply) => {
    addSecurityHeaders(request, reply, !deps.tls);
    const found = foreignOrigin(request);
    if (found !== null)
      return sendRefusal(request, reply, { code: 'origin-refused', params: { found } }, deps.catalogue);
  });
  app.addHook('onResponse', async (request, reply) => {
    const me = callerOf(request);
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? '-',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(me && { utility: me.utilityId, staff: me.staffId }),
      },
      'request',
    );
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOfError(error, request);
    if (refusal) return sendRefusal(request, reply, refusal, deps.catalogue);
    return sendRefusal(request, reply, faultOf(error, request, deps), deps.catalogue);
  });

  app.addHook('preClose', async () => closeAsTheyRest(app));
  await app.register(fastifyCookie);
  if (deps.metrics) mountMetrics(app, deps, deps.metrics);
  app.get('/healthz', async (_request, reply) => {
    try {
      await deps.db.query(sql`select 1`);
      return { status: 'ok' };
    } catch {
      return reply.status(503).send({ status: 'no database' });
    }
  });
  if (deps.tls) mountTrust(app, deps.tls);
  deps.access.mount(app);
  for (const declared of deps.routes) {
    await app.register(async (scope) => {
      if (declared.upload) takeBytes(scope, declared.upload.mediaTypes);
      register(scope, declared, deps);
    });
  }
  await mountUploads(app, deps);
  if (deps.live) await mountLive(app, deps, deps.live);
  await addReference(app, openapi(deps.routes, deps.info, deps.access.doors, { ...UPLOAD_PATHS, ...LIVE_PATHS }));
  await addScreens(app, deps);
  return app;
}

function mountTrust(app: FastifyInstance, tls: OwnTls): void {
  app.get(TRUST_PATHS.authority, (_request, reply) => reply.type(AUTHORITY_TYPE).send(tls.certificate().authority));
  app.get(TRUST_PATHS.page, (_request, reply) => reply.headers(PAGE_HEADERS).send(trustPage(tls.certificate())));
}

/** A connection kept open for a next request would keep the server from closing; one at work is let finish. */
function closeAsTheyRest({ server }: FastifyInstance): void {
  const again = setInterval(() => server.closeIdleConnections(), 50);
  server.once('close', () => clearInterval(again));
}

function takeBytes(scope: FastifyInstance, mediaTypes: string[]): void {
  scope.removeAllContentTypeParsers();
  const types = mediaTypes.includes('*') ? '*' : mediaTypes;
  scope.addContentTypeParser(types, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
}

async function addReference(app: FastifyInstance, document: Record<string, unknown>): Promise<void> {
  app.get('/api/openapi.json', async () => document);
  await app.register(scalar, {
    routePrefix: '/docs',
    // everything from our own machine, nothing offered that lives elsewhere: utilities' networks are often closed
    configuration: {
      content: document,
      withDefaultFonts: false,
      hideClientButton: true,
      telemetry: false,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  });
}
