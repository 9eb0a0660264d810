/** Small pictures of large ones, for lists. */
import { ResizeFit, Transformer } from '@napi-rs/image';

/** Kinds a small picture can be made of. */
export const PICTURED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Pixels of the longer side. */
const SIDE = 480;
const QUALITY = 78;
/** More pixels are not unpacked: a few kilobytes may claim to be a picture of gigabytes. */
const MOST = 100_000_000;

/** A JPEG, upright. Null: it cannot be unpacked, or is too large to. */
export async function preview(bytes: Buffer): Promise<Buffer | null> {
  try {
    const size = sizeOf(bytes);
    if (size === null || size.width * size.height > MOST) return null;
    const picture = new Transformer(bytes).rotate();
    if (Math.max(size.width, size.height) > SIDE) picture.resize(SIDE, SIDE, null, ResizeFit.Inside);
    return await picture.jpeg(QUALITY);
  } catch {
    return null;
  }
}

interface Size {
  width: number;
  height: number;
}

/** As its header says, read without unpacking anything. */
export function sizeOf(bytes: Buffer): Size | null {
  if (bytes.length < 30) return null;
  if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.toString('latin1', 0, 4) === 'RIFF') return webpSize(bytes);
  return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : null;
}

/** RFC 9649, 2.5–2.7. */
function webpSize(bytes: Buffer): Size | null {
  const bits14 = 0x3fff;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & bits14, height: bytes.readUInt16LE(28) & bits14 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & bits14) + 1, height: ((bits >>> 14) & bits14) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** ITU-T T.81, B.2.2: the frame header is the first SOF segment. */
function jpegSize(bytes: Buffer): Size | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
