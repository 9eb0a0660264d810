/** Small pictures for the demo: what a crew might have photographed, drawn as coloured shapes. */
import { deflateSync } from 'node:zlib';
import type { Random } from './random.ts';

const WIDTH = 480;
const HEIGHT = 320;

type Colour = readonly [number, number, number];

function table(): Uint32Array {
  const crc = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    crc[n] = c >>> 0;
  }
  return crc;
}
const CRC = table();

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, check]);
}

/** Pavement, a trench, a pipe and a puddle. */
export function drawPhoto(random: Random): Buffer {
  const ground = random.whole(95, 150);
  const pipeY = random.whole(150, 210);
  const pipe = random.whole(16, 34);
  const [puddleX, puddleY] = [random.whole(120, 360), random.whole(200, 280)];
  const [wide, high] = [random.whole(50, 130), random.whole(16, 40)];
  const rust: Colour = random.pick([
    [138, 90, 60],
    [70, 96, 120],
    [96, 96, 100],
  ] as const);
  const colourAt = (x: number, y: number): Colour => {
    const grain = ((x * 7919 + y * 104_729) % 23) - 11;
    if (((x - puddleX) / wide) ** 2 + ((y - puddleY) / high) ** 2 < 1) return [90 + grain, 130 + grain, 165 + grain];
    if (Math.abs(y - pipeY) < pipe) {
      const light = 1 - Math.abs(y - pipeY + pipe / 3) / (pipe * 1.6);
      return [rust[0] * light + 40, rust[1] * light + 40, rust[2] * light + 40];
    }
    if (y > 110 && y < 290) return [110 + grain, 88 + grain, 62 + grain];
    return [ground + grain, ground + grain, ground + 4 + grain];
  };
  const raw = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1));
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    raw[at++] = 0;
    for (let x = 0; x < WIDTH; x++)
      for (const part of colourAt(x, y)) raw[at++] = Math.max(0, Math.min(255, Math.round(part)));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
