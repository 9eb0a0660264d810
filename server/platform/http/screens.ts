/** The built applications of the browser: the office at `/`, what is in hand at `/field/`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { ServerDeps } from './deps.ts';
import type { Catalogue } from './messages.ts';
import { sendRefusal } from './register.ts';

const built = (folder: string | undefined): string | undefined =>
  folder && existsSync(path.join(folder, 'index.html')) ? folder : undefined;

/** The longest address first: each application answers for what lies below its own. */
export async function addScreens(app: FastifyInstance, deps: ServerDeps & { catalogue: Catalogue }): Promise<void> {
  const applications = [
    { prefix: '/field/', root: built(deps.field) },
    { prefix: '/', root: built(deps.web) },
  ].flatMap(({ prefix, root }) => (root === undefined ? [] : [{ prefix, root }]));
  for (const [index, { prefix, root }] of applications.entries()) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      wildcard: true,
      cacheControl: false,
      preCompressed: true,
      decorateReply: index === 0,
      setHeaders: (response, file) => {
        // names in assets/ change with their content
        const forever = file.includes(`${path.sep}assets${path.sep}`);
        response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const asksForPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const found = (request.url.split('?')[0] ?? '').slice(0, 200);
    const application = applications.find(({ prefix }) => `${found}/`.startsWith(prefix));
    if (application && asksForPage && !/^\/(api|docs|assets|field\/assets)(\/|$)/.test(found)) {
      if (`${found}/` === application.prefix) return reply.redirect(application.prefix);
      return reply.sendFile('index.html', application.root);
    }
    return sendRefusal(request, reply, { code: 'not-found', params: { found } }, deps.catalogue);
  });
}
