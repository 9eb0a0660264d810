/** Test support: server processes on one database, and screens that follow them. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { afterAll } from 'vitest';
import type { Parsed } from '../city/testing.ts';
import { SECRET } from '../testing.ts';

export interface Server {
  base: string;
  /** As a machine that loses its power. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

export async function startServer(databaseUrl: string): Promise<Server> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'one-server.ts')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, GONGSHUI_SECRET: SECRET },
  });
  running.add(child);
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const base = await new Promise<string>((resolve, reject) => {
    child.on('message', (address) => resolve(String(address)));
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    base,
    async kill() {
      child.kill('SIGKILL');
      await gone;
      running.delete(child);
    },
  };
}

export interface Heard {
  event: string;
  data: Parsed;
}

export interface Screen {
  /** Everything it was told, in order. */
  heard: Heard[];
  /** The last cursor it was given. */
  cursor: string;
  /** The server ended it, or went away. */
  ended: boolean;
  /** Until something was said that passes, from the beginning. Fails after some seconds. */
  until(passes: (heard: Heard) => boolean): Promise<Heard>;
  /** Ids of orders it was told of by name. */
  orders(): number[];
  close(): void;
}

/** Opens a stream; returns when the server has answered with its first word. */
export async function follow(base: string, headers: Record<string, string>, after?: string): Promise<Screen> {
  const given = new AbortController();
  const answer = await fetch(`${base}/api/live`, {
    headers: { ...headers, ...(after === undefined ? {} : { 'last-event-id': after }) },
    signal: given.signal,
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
  const screen: Screen = {
    heard: [],
    cursor: after ?? '',
    ended: false,
    async until(passes) {
      for (let waited = 0; waited < 15_000; waited += 10) {
        const found = screen.heard.find(passes);
        if (found) return found;
        await sleep(10);
      }
      throw new Error(`not heard: ${JSON.stringify(screen.heard).slice(0, 2000)}`);
    },
    orders: () =>
      screen.heard
        .filter(({ event }) => event === 'changes')
        .flatMap(({ data }) => (Array.isArray(data.orders) ? data.orders.map(([id]: [number]) => id) : [])),
    close: () => given.abort(),
  };
  const parser = createParser({
    onEvent({ event = '', id, data }: EventSourceMessage) {
      if (id !== undefined) screen.cursor = id;
      screen.heard.push({ event, data: JSON.parse(data) });
    },
  });
  void (async () => {
    const words = new TextDecoder();
    try {
      for await (const chunk of answer.body as AsyncIterable<Uint8Array>)
        parser.feed(words.decode(chunk, { stream: true }));
    } catch {
      // cut off
    }
    screen.ended = true;
  })();
  await screen.until(({ event }) => event === 'hello' || event === 'reload');
  return screen;
}
