/** In which encoding a text file is written: by its mark, else strictly UTF-8, else GB18030. */
import { createReadStream } from 'node:fs';
import { UnreadableTable } from './table.ts';

export interface TextEncodingFound {
  /** A name TextDecoder knows. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** Bytes of the mark at the beginning. */
  mark: number;
  /** Whether every byte fits; else single rows are damaged. */
  whole: boolean;
}

const SAMPLE = 64 * 1024;
const NEWLINE = 10;

export async function findEncoding(file: string): Promise<TextEncodingFound> {
  const begin = await beginning(file);
  if (begin.length === 0) throw new UnreadableTable('file-empty');
  if (begin[0] === 0xef && begin[1] === 0xbb && begin[2] === 0xbf) {
    if (begin.length === 3) throw new UnreadableTable('file-empty');
    return { encoding: 'utf-8', mark: 3, whole: (await fitting(file, 3)).utf8 };
  }
  if (begin[0] === 0xff && begin[1] === 0xfe) return { encoding: 'utf-16le', mark: 2, whole: false };
  if (begin[0] === 0xfe && begin[1] === 0xff) return { encoding: 'utf-16be', mark: 2, whole: false };
  if (begin.includes(0)) return withoutMark(begin);
  const found = await fitting(file, 0);
  if (found.utf8) return { encoding: 'utf-8', mark: 0, whole: true };
  // a file of letters with one broken character is still UTF-8: text of GB18030 is hardly ever valid UTF-8
  if (found.utf8Lines > found.otherLines) return { encoding: 'utf-8', mark: 0, whole: false };
  return { encoding: 'gb18030', mark: 0, whole: found.gb18030 };
}

async function beginning(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: SAMPLE - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** UTF-16 without a mark: commas, digits and line ends have a zero byte, all on the same side. */
function withoutMark(begin: Buffer): TextEncodingFound {
  const zeros = [0, 0];
  begin.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > begin.length / 20 && even === 0) return { encoding: 'utf-16le', mark: 0, whole: false };
  if (even > begin.length / 20 && odd === 0) return { encoding: 'utf-16be', mark: 0, whole: false };
  throw new UnreadableTable('file-is-binary');
}

interface Fit {
  utf8: boolean;
  gb18030: boolean;
  /** Lines with characters beyond ASCII that are UTF-8, and that are not. */
  utf8Lines: number;
  otherLines: number;
}

async function fitting(file: string, from: number): Promise<Fit> {
  const utf8 = strict('utf-8');
  const gb18030 = strict('gb18030');
  const lines = { utf8Lines: 0, otherLines: 0 };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of createReadStream(file, { start: from, highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer;
    if (bytes.includes(0)) throw new UnreadableTable('file-is-binary');
    utf8.take(bytes);
    gb18030.take(bytes);
    if (!utf8.fits) countLines(bytes, decoder, lines);
  }
  return { utf8: utf8.end(), gb18030: gb18030.end(), ...lines };
}

function strict(encoding: string) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const state = {
    fits: true,
    take(bytes: Buffer | undefined): void {
      if (!state.fits) return;
      try {
        decoder.decode(bytes, { stream: bytes !== undefined });
      } catch {
        state.fits = false;
      }
    },
    end(): boolean {
      state.take(undefined);
      return state.fits;
    },
  };
  return state;
}

/** Lines cut by the end of a chunk are left out: one of many thousand. */
function countLines(bytes: Buffer, decoder: TextDecoder, lines: { utf8Lines: number; otherLines: number }): void {
  let from = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
    const line = bytes.subarray(from, end);
    from = end + 1;
    if (line.every((byte) => byte < 0x80)) continue;
    try {
      decoder.decode(line);
      lines.utf8Lines += 1;
    } catch {
      lines.otherLines += 1;
    }
  }
}
