import Type from 'typebox';
import { fileRoute, type Route, route } from '../../platform/http/route.ts';
import { ok, refuse } from '../../values/result.ts';
import { attach, attachmentView, findAttachment, mayAttach } from './actions/attach.ts';
import { AttachmentView } from './schemas.ts';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const ORDER = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '工单内部编号' }),
});
const FILE = Type.Object({ id: Type.String({ pattern: UUID, maxLength: 36 }) });

export const attachmentRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/orders/:id/attachments',
    action: 'orders.attach',
    summary: 'Attach a photo, recording or paper sent to /api/uploads before (tus 1.0) 上传附件',
    params: ORDER,
    body: Type.Object({
      upload: Type.String({ pattern: UUID, description: '/api/uploads 返回的编号 · id that /api/uploads gave' }),
      name: Type.String({ minLength: 1, maxLength: 300, description: '文件名' }),
      takenAt: Type.Optional(Type.String({ format: 'date-time', description: '拍摄或录制时间' })),
    }),
    answer: AttachmentView,
    status: 201,
    async handler(context) {
      const { upload, name, takenAt } = context.body;
      const may = await mayAttach(context, context.params.id);
      if (!may.ok) return may;
      const source = await context.files.uploads.whole(context.me, upload);
      if (!source.ok) return source;
      const attaching = { source: source.value, name, takenAt: takenAt === undefined ? null : Date.parse(takenAt) };
      const done = await attach(context, context.files, context.params.id, attaching);
      return done.ok ? ok(attachmentView(done.value)) : done;
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/attachments/:id',
    action: 'attachments.read',
    summary: 'The file of an attachment 附件',
    params: FILE,
    async handler(context) {
      const found = await findAttachment(context, context.params.id);
      if (!found.ok) return found;
      const { name, mediaType, bytes, sha256 } = found.value;
      return ok({ name, mediaType, bytes, sha256: sha256.toString('hex'), open: () => context.files.open(sha256) });
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/attachments/:id/preview',
    action: 'attachments.read',
    summary: 'A photo, small, as JPEG 附件缩略图',
    params: FILE,
    async handler(context) {
      const found = await findAttachment(context, context.params.id);
      if (!found.ok) return found;
      const { name, mediaType, sha256 } = found.value;
      const small = await context.files.preview(sha256, mediaType);
      if (small === null) return refuse('preview-not-found', { params: { found: mediaType } });
      return ok({ ...small, name, mediaType: 'image/jpeg', sha256: `${sha256.toString('hex')}-preview` });
    },
  }),
];
