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
        const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
        reject(failure(status, status === 0 ? 'offline' : `http-${status}`));
      },
    });
    sending.start();
  });
}
