/** Photos, recordings, papers of an order. */
import { randomUUID } from 'node:crypto';
import type { FileStore, Source } from '../../../platform/files/files.ts';
import { DOCUMENTS, FILMS, PHOTOS, SOUNDS } from '../../../platform/files/kinds.ts';
import { PICTURED } from '../../../platform/files/previews.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import type { Me } from '../../identity/index.ts';
import type { AttachedAs } from '../rules/order.ts';
import { type AttachmentRow, attachmentById, countAttachments, insertAttachment } from '../store/attachments.ts';
import { orderById } from '../store/orders.ts';
import { type Body, execute, type Given, maySee, maySeeMerged } from './execute.ts';

export const MEDIA_TYPES: readonly string[] = [...PHOTOS, ...DOCUMENTS, ...SOUNDS, ...FILMS];
/** Of one order. */
const MOST = 100;
const NAME = 200;
/** Characters of a name as it may be sent; it is cut to fit. */
export const MEDIA_NAME = 300;

export interface Attaching extends Pick<Body<'attach'>, 'occurredAt' | 'via' | 'flags' | 'sent'> {
  source: Source;
  name: string;
  takenAt: Instant | null;
  as?: AttachedAs;
}

/** Asked before the upload is looked for. */
export async function mayAttach({ tx, me }: Given, orderId: number): Promise<Result<true>> {
  const order = await orderById(tx, orderId);
  if (!order || !maySee(me, order)) return refuse('order-not-found');
  return maySee(me, order, 'orders.attach') ? ok(true) : refuse('forbidden');
}

/** Its content decides what it is, not the sender. */
export async function attach(
  given: Given,
  files: FileStore,
  orderId: number,
  { source, name: called, takenAt: taken, as, ...when }: Attaching,
): Promise<Result<AttachmentRow>> {
  const { tx, me, time } = given;
  const may = await mayAttach(given, orderId);
  if (!may.ok) return may;
  // nobody waits for the order while its file is read and scanned
  const stored = await files.keep(source, MEDIA_TYPES);
  if (!stored.ok) return stored;
  await orderById(tx, orderId, true);
  if ((await countAttachments(tx, orderId)) >= MOST) return refuse('too-many-attachments', { params: { limit: MOST } });
  const { sha256, bytes, mediaType } = stored.value;
  const name = called.replace(/[\p{Cc}/\\]/gu, '').slice(0, NAME) || 'file';
  const attachmentId = randomUUID();
  const done = await execute(given, orderId, 'attach', {
    ...when,
    input: { attachmentId, name, mediaType, ...(as ? { as } : {}) },
  });
  if (!done.ok) return done;
  const takenAt = taken === null ? null : new Date(taken);
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
  return row && order && (await maySeeMerged(tx, me, order, 'attachments.read'))
    ? ok(row)
    : refuse('attachment-not-found');
}

/** As the API shows it. */
export const attachmentView = (file: AttachmentRow) => ({
  id: file.attachmentId,
  name: file.name,
  mediaType: file.mediaType,
  bytes: file.bytes,
  url: `/api/attachments/${file.attachmentId}`,
  preview: PICTURED.has(file.mediaType) ? `/api/attachments/${file.attachmentId}/preview` : null,
  by: file.by,
  takenAt: file.takenAt?.toISOString() ?? null,
  recordedAt: file.recordedAt.toISOString(),
});
