import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { withRatingPage } from '../modules/call-backs/index.ts';
import { createAccess, DOORS } from '../modules/identity/index.ts';
import { systemTime, type TimeSource } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { FileStore } from '../platform/files/files.ts';
import type { MetricsOptions } from '../platform/http/metrics.ts';
import { type ApiInfo, openapi } from '../platform/http/openapi.ts';
import type { Route } from '../platform/http/route.ts';
import { buildServer } from '../platform/http/server.ts';
import { UPLOAD_PATHS } from '../platform/http/uploads.ts';
import { LIVE_PATHS } from '../platform/live/routes.ts';
import type { OwnTls } from '../platform/tls/own-tls.ts';
import { DEMO_DOOR, type Demo, withDemo } from './demo.ts';
import { catalogue, measures, routes, topics } from './modules.ts';
import { SET_UP_DOORS, withSetUp } from './set-up/doors.ts';
import { WIPE_DOOR, withWipe } from './sync/doors.ts';

const INFO: ApiInfo = {
  title: 'Gongshui 供水',
  version: '0.1.0',
  description: 'The API of the water-supply service platform 供水服务平台接口',
};

/** The OpenAPI document, without a database or a server. */
export const apiDocument = (): Record<string, unknown> =>
  openapi(routes, INFO, [...Object.values(DOORS), ...SET_UP_DOORS, WIPE_DOOR, DEMO_DOOR], {
    ...UPLOAD_PATHS,
    ...LIVE_PATHS,
  });

export interface ApiOptions {
  db: Db;
  /** Address of the same database, for signing in. */
  url: string;
  secret: string;
  files: FileStore;
  time?: TimeSource;
  web?: string;
  field?: string;
  logger?: Logger;
  signInsPerMinute?: number;
  trustSessionFor?: number;
  secureCookies?: boolean;
  trustProxy?: string | boolean;
  tls?: OwnTls;
  checkAnswers?: boolean;
  /** The fictional town's accounts, to be offered at the sign-in page. */
  demo?: Demo | null;
  /** Milliseconds between two signs of life on a stream, and that it believes in a session. */
  live?: { beat?: number; trust?: number };
  /** Who may ask how the server is doing; without it there is no /metrics. */
  metrics?: Omit<MetricsOptions, 'measures'>;
  /** Providers people sign in at may be asked without encryption on this machine: tests. */
  unencryptedProviders?: boolean;
  /** Routes of a test beside the real ones. */
  more?: Route[];
}

/** The whole API of the platform. Closing the server ends its own connections; `db` is the caller's. */
export async function buildApi(options: ApiOptions): Promise<FastifyInstance> {
  const { db, url, secret, time = systemTime, files, more = [], demo = null, live, metrics, ...rest } = options;
  const { signInsPerMinute, trustSessionFor, secureCookies, unencryptedProviders, ...served } = rest;
  const signingIn = { signInsPerMinute, trustSessionFor, secureCookies, unencryptedProviders };
  const access = createAccess({ db, url, secret, time, ...signingIn });
  const app = await buildServer({
    ...served,
    db,
    time,
    files,
    access: withRatingPage(withDemo(withWipe(withSetUp(access, { db, time }), { db, time }), demo), { db, time }),
    routes: [...routes, ...more],
    catalogue,
    info: INFO,
    live: { url, topics, ...live },
    ...(metrics && { metrics: { ...metrics, measures } }),
  });
  app.addHook('onClose', () => access.end());
  return app;
}
