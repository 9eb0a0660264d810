import type { Logger } from 'pino';
import type { TimeSource } from '../clock.ts';
import type { Db } from '../database.ts';
import type { FileStore } from '../files/files.ts';
import type { LiveOptions } from '../live/options.ts';
import type { OwnTls } from '../tls/own-tls.ts';
import type { Access } from './access.ts';
import type { Catalogue } from './messages.ts';
import type { MetricsOptions } from './metrics.ts';
import type { ApiInfo } from './openapi.ts';
import type { Route } from './route.ts';

export interface ServerDeps {
  db: Db;
  time: TimeSource;
  files: FileStore;
  access: Access;
  routes: readonly Route[];
  /** Messages of the modules; the platform's own are added. */
  catalogue: Catalogue;
  info: ApiInfo;
  /** What open screens follow; without it there is no stream. */
  live?: LiveOptions;
  /** Who may ask how the server is doing; without it there is no /metrics. */
  metrics?: MetricsOptions;
  /** Folder of the built office; without it there are no screens. */
  web?: string;
  /** Folder of the built application in the crews' hands. */
  field?: string;
  logger?: Logger;
  /** Tests: an answer that does not fit its schema is an error. */
  checkAnswers?: boolean;
  /** Behind a reverse proxy that sets X-Forwarded-*: its addresses. */
  trustProxy?: string | boolean;
  /** Speak TLS ourselves, with a certificate of our own making; without it there is plain HTTP. */
  tls?: OwnTls;
}
