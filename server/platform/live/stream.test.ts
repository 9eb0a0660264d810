/** A screen that never reads: over a real connection, whose buffers fill. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { controllableTime } from '../clock.ts';
import type { Me } from '../http/route.ts';
import type { Prepared } from './changes.ts';
import { MOST, topic } from './news.ts';
import { Stream, type StreamOptions } from './stream.ts';

const me = { staffId: 1 } as Me;
const words = 'x'.repeat(1000);
let turn = 0;
/** As many entries as are named at most, a thousand letters each. */
const flood = (): Prepared => [[topic({ name: 'orders', prepare: async () => null, told: () => entries() }), null]];
const entries = (): [number, string][] => {
  turn += 1;
  return Array.from({ length: MOST }, (_, n): [number, string] => [n, `${turn} ${words}`]);
};
const ONE = MOST * (words.length + 50);

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

async function deafScreen(more: Partial<StreamOptions> = {}) {
  let closed = 0;
  const asked = Promise.withResolvers<ServerResponse>();
  const server = createServer((_, out) => asked.resolve(out)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket: Socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const out = await asked.promise;
  out.writeHead(200);
  const stream = new Stream({
    me,
    out,
    time: controllableTime('2026-11-18T10:00:00+08:00'),
    whoIs: async () => me,
    beat: 20,
    trust: 60_000,
    deaf: 60_000,
    closed: () => {
      closed += 1;
    },
    ...more,
  });
  opened.push({
    close() {
      stream.end();
      socket.destroy();
      server.closeAllConnections();
      server.close();
    },
  });
  stream.begin('1.10:20:', []);
  const settle = () => sleep(0);
  /** Until nothing more goes into the connection. */
  const fill = async () => {
    for (let n = 0; n < 400 && !(out.writableNeedDrain && n > 20); n += 1) {
      stream.take(flood(), `1.10:${20 + n}:`);
      await settle();
    }
  };
  return { stream, out, socket, closed: () => closed, settle, fill };
}

test('costs no more than one message and what is named at most, however much happens', async () => {
  const { stream, out, settle, fill } = await deafScreen();
  await fill();
  expect(out.writableNeedDrain).toBe(true);
  const full = out.writableLength;
  expect(full).toBeLessThan(2 * ONE);
  for (let n = 0; n < 40; n += 1) {
    stream.take(flood(), `1.10:${1000 + n}:`);
    stream.reload(`1.10:${1000 + n}:`);
    await settle();
  }
  expect(out.writableLength).toBeLessThanOrEqual(full);
});

test('is told what it missed once it reads again', async () => {
  const { stream, out, socket, settle, fill } = await deafScreen();
  await fill();
  stream.reload('1.10:5000:');
  await settle();
  let heard = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    heard = (heard + part).slice(-2000);
  });
  socket.resume();
  while (!heard.includes('event: reload\nid: 1.10:5000:')) await sleep(5);
  expect(out.writableEnded).toBe(false);
});

test('is given up after a while, and its connection with it', async () => {
  const { out, closed, fill } = await deafScreen({ deaf: 50 });
  await fill();
  while (closed() === 0) await sleep(10);
  expect(out.destroyed).toBe(true);
  expect(closed()).toBe(1);
});

test('keeps nothing open once it is signed out', async () => {
  const { stream, out, closed, fill } = await deafScreen();
  await fill();
  stream.end('signed-out');
  expect([out.destroyed, closed()]).toEqual([true, 1]);
});
