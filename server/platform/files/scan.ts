/** The hook for a virus scanner: ClamAV's daemon clamd, or anything that speaks its INSTREAM. */
import { createReadStream } from 'node:fs';
import { createConnection, type Socket } from 'node:net';

export interface Scanner {
  /** What was found in it; null: nothing. Rejects when the scanner cannot tell. */
  scan(file: string): Promise<string | null>;
}

/** Milliseconds without a word of the scanner. */
const PATIENCE = 30_000;

/**
 * @param address `host:port`, or the path of a socket
 * @see https://docs.clamav.net (clamd, INSTREAM: length as four bytes big-endian, then the bytes; a length of 0 ends)
 */
export const clamd = (address: string): Scanner => ({
  scan: async (file) => verdictOf(await converse(address, file)),
});

function verdictOf(answer: string): string | null {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return found;
  if (answer === 'stream: OK') return null;
  throw new Error(`the virus scanner answers: ${answer.slice(0, 200)}`);
}

function connect(address: string): Socket {
  const [, host, port] = /^(?!\/)(.+):(\d+)$/.exec(address) ?? [];
  return host === undefined ? createConnection(address) : createConnection(Number(port), host);
}

function converse(address: string, file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const heard: Buffer[] = [];
    const content = createReadStream(file, { highWaterMark: 64 * 1024 });
    const fail = (error: Error): void => {
      content.destroy();
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(PATIENCE, () => fail(new Error('the virus scanner does not answer')));
    socket.on('error', fail);
    content.on('error', fail);
    socket.on('connect', () => socket.write('zINSTREAM\0'));
    socket.on('data', (part: Buffer) => heard.push(part));
    // it hangs up as soon as it has found something, or had enough
    socket.on('close', () => {
      content.destroy();
      const answer = Buffer.concat(heard).toString('utf8').replace(/\0.*$/s, '').trim();
      if (answer === '') reject(new Error('the virus scanner hung up'));
      else resolve(answer);
    });
    content.on('data', (part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      socket.write(length);
      if (socket.write(part)) return;
      content.pause();
      socket.once('drain', () => content.resume());
    });
    content.on('end', () => socket.write(Buffer.alloc(4)));
  });
}
