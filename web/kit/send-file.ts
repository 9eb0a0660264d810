/** Sends a file piece by piece: where the network breaks off it goes on later, from where it was. */
import { DetailedError, Upload } from 'tus-js-client';
import { Problem } from './client.ts';

/** Bytes of one piece: small enough for a weak network, and one request each. */
const PIECE = 1024 * 1024;
/** Milliseconds before each new try; together a dead spot of about two minutes. */
const PAUSES = [500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 30_000, 30_000];

export interface Sending {
  /** Number of the upload, to be named by the command that takes it. */
  done: Promise<string>;
  stop: () => void;
}

/** @param progress bytes that have arrived */
export function sendFile(file: Blob, progress: (sent: number) => void): Sending {
  let stop = (): void => undefined;
  const done = new Promise<string>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: PIECE,
      retryDelays: PAUSES,
      storeFingerprintForResuming: false,
      // also where the browser believes to be offline: that is what the pauses are for
      onShouldRetry: (error) => [0, 409, 423].includes(statusOf(error)) || statusOf(error) >= 500,
      onProgress: progress,
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      onError: (error) => reject(problemOf(error)),
    });
    stop = () => {
      void upload.abort(true).catch(() => undefined);
      reject(new DOMException('stopped', 'AbortError'));
    };
    upload.start();
  });
  return { done, stop };
}

const statusOf = (error: Error): number =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;

function problemOf(error: Error): Problem {
  const status = statusOf(error);
  if (status === 0) return new Problem(0, { code: 'offline' });
  return new Problem(status, { code: status === 413 ? 'file-too-large' : `http-${status}` });
}
