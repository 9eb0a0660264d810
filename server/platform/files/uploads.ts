/**
 * Uploads that go on where the network broke off (tus 1.0). What arrives lies apart, known only to who
 * sends it, until a command takes it; what nobody takes is gone after a day.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { ERRORS, Server, type Upload } from '@tus/server';
import { ok, type Result, refuse } from '../../values/result.ts';
import type { Blobs } from './blobs.ts';
import { StagedUploads } from './staged.ts';

/** Bytes on their way in. */
export interface Source {
  bytes: number;
  read(): Promise<Readable>;
}

/** Who sends. */
export interface Sender {
  utilityId: number;
  staffId: number;
}

export const UPLOADS = '/api/uploads';
/** Milliseconds before what nobody took is thrown away. */
const KEPT = 24 * 3_600_000;

export interface Uploads {
  /** Answers one request of the tus protocol. */
  handle(sender: Sender, request: IncomingMessage, response: ServerResponse): Promise<void>;
  whole(sender: Sender, id: string): Promise<Result<Source>>;
  /** Throws away what is too old; how many. */
  tidy(): Promise<number>;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function uploadsIn(blobs: Blobs, limit: number): Uploads {
  const store = new StagedUploads(blobs, KEPT);
  const senders = new AsyncLocalStorage<Sender>();
  /** Another's is not there. */
  const owned = async (sender: Sender, id: string): Promise<Upload | null> => {
    const upload = await store.getUpload(id).catch(() => null);
    const { utility, staff } = upload?.metadata ?? {};
    return utility === String(sender.utilityId) && staff === String(sender.staffId) ? upload : null;
  };
  const here = (): Sender => {
    const sender = senders.getStore();
    if (!sender) throw new Error('an upload without a sender');
    return sender;
  };
  const server = new Server({
    path: UPLOADS,
    datastore: store,
    maxSize: limit,
    allowedOrigins: [],
    generateUrl: (_request, { id }) => `${UPLOADS}/${id}`,
    getFileIdFromRequest: (_request, last) => (last !== undefined && ID.test(last) ? last : undefined),
    namingFunction: () => randomUUID(),
    async onUploadCreate() {
      const { utilityId, staffId } = here();
      return { metadata: { utility: String(utilityId), staff: String(staffId) } };
    },
    async onIncomingRequest(request, id) {
      if (request.method === 'POST') return;
      if ((await owned(here(), id)) === null) throw ERRORS.FILE_NOT_FOUND;
    },
  });
  return {
    handle: (sender, request, response) => senders.run(sender, () => server.handle(request, response)),
    async whole(sender, id) {
      const upload = ID.test(id) ? await owned(sender, id) : null;
      if (upload === null) return refuse('upload-not-found');
      if (upload.size === undefined || upload.offset < upload.size)
        return refuse('upload-unfinished', { params: { found: upload.offset, expected: upload.size ?? '?' } });
      return ok({ bytes: upload.size, read: () => store.read(id) });
    },
    tidy: () => server.cleanUpExpiredUploads(),
  };
}
