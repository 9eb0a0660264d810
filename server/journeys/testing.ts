/** Test support: the whole API on a port of its own, with signing in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { afterAll } from 'vitest';
import { type ApiOptions, buildApi } from '../main/api.ts';
import { systemTime, type TimeSource } from '../platform/clock.ts';
import { localFiles } from '../platform/files/files.ts';
import { type TestDatabase, testDatabase } from '../platform/testing.ts';

/** Signs the sessions of test servers: one's session is good at another. */
export const SECRET = 'a secret of thirty-two characters!';

export interface TestServer {
  db: TestDatabase;
  /** Without a slash at the end. */
  url: string;
  /** Every address it answers at, as `POST /api/orders/{id}/accept`. */
  routes(): string[];
  /** As cookie for a browser and as bearer token for everything else. */
  signIn(username: string, password: string): Promise<{ cookie: string; token: string }>;
}

export interface TestServerOptions {
  db?: TestDatabase;
  time?: TimeSource;
  /** Folder of the built office. */
  web?: string;
  /** Folder of the built application for crews. */
  field?: string;
  logger?: Logger;
  metrics?: ApiOptions['metrics'];
  /** Tests' own providers have no certificate: allowed unless it is asked for. */
  unencryptedProviders?: boolean;
}

/** Ends with the test file. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const db = options.db ?? (await testDatabase());
  const files = mkdtempSync(join(tmpdir(), 'gongshui-journey-'));
  const app = await buildApi({
    db,
    url: db.url,
    secret: SECRET,
    files: localFiles(files),
    time: options.time ?? systemTime,
    signInsPerMinute: 1000,
    secureCookies: false,
    checkAnswers: true,
    unencryptedProviders: options.unencryptedProviders ?? true,
    ...(options.web === undefined ? {} : { web: options.web }),
    ...(options.field === undefined ? {} : { field: options.field }),
    ...(options.logger && { logger: options.logger }),
    ...(options.metrics && { metrics: options.metrics }),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  afterAll(async () => {
    await app.close();
    rmSync(files, { recursive: true, force: true });
  });
  return {
    db,
    url,
    routes: () => routesOf(app.printRoutes({ commonPrefix: false })),
    async signIn(username, password) {
      const answer = await fetch(`${url}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      if (!answer.ok) throw new Error(`${username} could not sign in: ${await answer.text()}`);
      const { token } = (await answer.json()) as { token: string };
      const cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0] ?? '')
        .join('; ');
      return { cookie, token };
    },
  };
}

/** Fastify's tree of addresses, read: each level of it is a piece of the address. */
function routesOf(tree: string): string[] {
  const path: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── ([^ ]*)(?: \(([A-Z, ]+)\))?/.exec(line);
    if (!found) return [];
    const [, indent = '', piece = '', methods = ''] = found;
    path.splice(indent.length / 4, path.length, piece);
    const address = path.join('').replace(/:(\w+)/g, '{$1}');
    // HEAD of a GET is the same question
    const asked = methods.split(', ').filter((method) => method !== '' && !(method === 'HEAD' && /GET/.test(methods)));
    return asked.map((method) => `${method} ${address}`);
  });
}
