/** What goes over the network: the contact with the server, its snapshot, files piece by piece. */
import { call } from '../../kit/client.ts';
import { failure, type Sending, type Server } from '../../kit/offline/contact.ts';

export const server: Server = {
  sync: (body) => call('POST', '/api/sync', { body }),
  snapshot: (device, have) => call('GET', '/api/field', { query: { device: device.id, have: have.join(',') } }),
  wipeDue: async ({ id: deviceId, secret }) =>
    (await call<{ wipe: boolean }>('POST', '/api/field/wipe-due', { body: { deviceId, secret } })).wipe,
  upload,
};

/** Bytes of one piece: small enough for a weak network. */
const PIECE = 256 * 1024;

/** Goes on where it broke off, also after the application was closed. */
async function upload({ file, from, begun, progress }: Sending): Promise<string> {
  const { DetailedError, Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const sending = new Upload(file, {
      endpoint: '/api/uploads',
      ...(from === undefined ? {} : { uploadUrl: from }),
      chunkSize: PIECE,
      // the queue comes again by itself
      retryDelays: [500, 1500],
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => void begun(sending.url ?? ''),
      onProgress: progress,
      onSuccess: () => resolve(sending.url?.split('/').at(-1) ?? ''),
      onError: (error) => {
        const answer = error instanceof DetailedError ? error.originalResponse : null;
        const status = answer?.getStatus() ?? 0;
        const { code = status === 0 ? 'offline' : `http-${status}`, detail } = problemIn(answer?.getBody());
        reject(failure(status, code, detail));
      },
    });
    sending.start();
  });
}

/** A refusal in words, if it is one: a proxy says nothing we could read. */
function problemIn(body: string | undefined): { code?: string; detail?: string } {
  try {
    return JSON.parse(body ?? '') as { code?: string; detail?: string };
  } catch {
    return {};
  }
}
