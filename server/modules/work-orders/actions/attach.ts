/** Photos, recordings, papers of an order. */
import { randomUUID } from 'node:crypto';
import type { FileStore } from '../../../platform/files.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { Me } from '../../identity/index.ts';
import { type AttachmentRow, attachmentById, countAttachments, insertAttachment } from '../store/attachments.ts';
import { orderById } from '../store/orders.ts';
import { execute, type Given, maySee } from './execute.ts';

export const MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
];
/** Of one order. */
const MOST = 100;
const NAME = 200;

export interface Upload {
  bytes: Buffer;
  name: string;
  takenAt: Instant | null;
}

/** The bytes decide what it is, not the sender. */
export async function attach(
  given: Given,
  files: FileStore,
  orderId: number,
  upload: Upload,
): Promise<Result<AttachmentRow>> {
  const { tx, me, time } = given;
  const order = await orderById(tx, orderId, true);
  if (!order || !maySee(me, order)) return refuse('order-not-found');
  if ((await countAttachments(tx, orderId)) >= MOST) return refuse('too-many-attachments', { params: { limit: MOST } });
  const stored = await files.put(upload.bytes, MEDIA_TYPES);
  if (!stored.ok) return stored;
  const { sha256, bytes, mediaType } = stored.value;
  const name = upload.name.replace(/[\p{Cc}/\\]/gu, '').slice(0, NAME) || 'file';
  const attachmentId = randomUUID();
  const done = await execute(given, orderId, 'attach', { input: { attachmentId, name, mediaType } });
  if (!done.ok) return done;
  const takenAt = upload.takenAt === null ? null : new Date(upload.takenAt);
  const row = {
    attachmentId,
    orderId,
    name,
    mediaType,
    bytes,
    sha256,
    takenAt,
    recordedAt: new Date(time.now()),
    staffId: me.staffId,
  };
  await insertAttachment(tx, row);
  return ok({ ...row, by: me.name });
}

export async function findAttachment(
  { tx, me }: Pick<Given, 'tx'> & { me: Me },
  id: string,
): Promise<Result<AttachmentRow>> {
  const row = await attachmentById(tx, id);
  const order = row && (await orderById(tx, row.orderId));
  return row && order && maySee(me, order, 'attachments.read') ? ok(row) : refuse('attachment-not-found');
}
