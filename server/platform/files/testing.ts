/** Test support: real pictures, a scanner that speaks clamd's protocol, a store that speaks S3. */
import { createServer, type Server } from 'node:net';
import S3rver from '@20minutes/s3rver';
import { Transformer } from '@napi-rs/image';
import { bucketFiles, type FileRules, type FileStore } from './files.ts';

/** A real picture with some texture. */
export function picture(kind: 'jpeg' | 'png' | 'webp', width = 1200, height = 800): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < pixels.length; at += 4) {
    pixels[at] = (at / 4) % 251;
    pixels[at + 1] = Math.floor(at / 4 / width) % 241;
  }
  const transformer = Transformer.fromRgbaPixels(pixels, width, height);
  return kind === 'jpeg' ? transformer.jpeg(80) : kind === 'png' ? transformer.png() : transformer.webp(80);
}

/** The harmless pattern every scanner finds; put together here so that this file is not found itself. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

/** clamd's INSTREAM on a port of its own: finds the pattern, whatever it is wrapped in. */
export async function testScanner(): Promise<{ address: string; server: Server }> {
  const server = createServer((socket) => {
    let heard: Buffer = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      heard = Buffer.concat([heard, part]);
      const bytes = streamed(heard);
      if (bytes !== null) socket.end(bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { address: `127.0.0.1:${(server.address() as { port: number }).port}`, server };
}

function streamed(heard: Buffer): Buffer | null {
  const head = 'zINSTREAM\0';
  if (heard.toString('latin1', 0, head.length) !== head) return null;
  const parts: Buffer[] = [];
  for (let at = head.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** A bucket of a server that checks signatures as Amazon's does. */
export async function testBucket(
  directory: string,
  gathering: string,
  rules: Partial<FileRules> = {},
): Promise<{ files: () => Promise<FileStore>; wrongKey: () => Promise<FileStore>; close: () => Promise<void> }> {
  const configureBuckets = [{ name: 'attachments' }];
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
  const { port } = await server.run();
  const files = (secretAccessKey: string) =>
    bucketFiles(
      {
        config: {
          endpoint: `http://127.0.0.1:${port}`,
          region: 'us-east-1',
          forcePathStyle: true,
          credentials: { accessKeyId: 'S3RVER', secretAccessKey },
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
        },
        bucket: 'attachments',
        prefix: 'town/',
        gathering,
      },
      rules,
    );
  return { files: () => files('S3RVER'), wrongKey: () => files('wrong'), close: () => server.close() };
}
