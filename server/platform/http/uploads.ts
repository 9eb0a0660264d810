/** Where files are sent to, piece by piece (tus 1.0); a command then takes them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UPLOADS } from '../files/uploads.ts';
import type { ServerDeps } from './deps.ts';
import { authorise, callerOf } from './register.ts';

/** Row of the permission table. */
const ACTION = 'files.send';
/** Milliseconds between two looks for uploads nobody took. */
const TIDY = 3_600_000;

export async function mountUploads(app: FastifyInstance, deps: ServerDeps): Promise<void> {
  const { uploads } = deps.files;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // the bytes are read where they are kept, never whole in memory
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const me = callerOf(request);
      if (!me) throw new Error('an upload without a caller');
      // the method is the one the permission was asked for
      delete request.raw.headers['x-http-method-override'];
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      await uploads.handle(me, request.raw, reply.raw);
    };
    const onRequest = authorise(deps, ACTION, UPLOADS);
    scope.route({ method: 'POST', url: UPLOADS, onRequest, handler });
    scope.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${UPLOADS}/:id`, onRequest, handler });
  });
  const tidy = setInterval(() => void uploads.tidy().catch((error) => app.log.warn({ err: error }, 'uploads')), TIDY);
  tidy.unref();
  app.addHook('onClose', () => clearInterval(tidy));
}
