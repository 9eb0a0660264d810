/** Where files are sent to, piece by piece (tus 1.0); a command then takes them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UPLOADS } from '../files/uploads.ts';
import type { ServerDeps } from './deps.ts';
import { authorise, callerOf } from './register.ts';

/** Row of the permission table. */
const ACTION = 'files.send';
/** Milliseconds between two looks for uploads nobody took. */
const TIDY = 3_600_000;

/** As the API reference shows them: the requests of tus 1.0, whose headers say what happens. */
export const UPLOAD_PATHS = {
  [UPLOADS]: {
    post: operation('postUploads', 'Begins an upload; its address is in the header Location 开始上传', 201),
  },
  [`${UPLOADS}/{id}`]: {
    head: operation('headUploadsById', 'How much has arrived: header Upload-Offset 已收到多少', 200),
    patch: operation('patchUploadsById', 'Sends the next piece, from Upload-Offset on 续传', 204),
    delete: operation('deleteUploadsById', 'Gives an upload up 放弃上传', 204),
  },
};

function operation(operationId: string, summary: string, status: number) {
  const header = (name: string, required: boolean) => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string', maxLength: 200 },
  });
  const method = operationId.replace(/Uploads.*/, '');
  const headers = { post: ['Upload-Length'], patch: ['Upload-Offset'] }[method] ?? [];
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const bytes = { required: true, content: { 'application/offset+octet-stream': {} } };
  return {
    operationId,
    summary,
    tags: ['uploads'],
    'x-action': ACTION,
    parameters: [
      ...(method === 'post' ? [] : [id]),
      header('Tus-Resumable', true),
      ...headers.map((name) => header(name, true)),
    ],
    ...(method === 'patch' && { requestBody: bytes }),
    responses: {
      [String(status)]: { description: 'granted' },
      default: {
        description: 'refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

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
