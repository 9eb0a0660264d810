/**
 * Follows what changes: one stream, resumed where it broke off; where no stream comes through, the same is asked for
 * every few seconds. A window nobody looks at lets go of its stream, and catches up when it is looked at again.
 */
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { call, Problem, setLost } from './client.ts';

/** By topic: what changed of it, or true: anything may have. */
export type News = Partial<Record<'orders' | 'inbox' | 'presence' | 'rosters', true | [number, ...unknown[]][]>>;

export interface Follower {
  /** What changed. */
  news(news: News): void;
  /** More may have changed than is known: look at everything again. */
  reload(): void;
  signedOut(): void;
}

/** Milliseconds until the first word, and between two: the server says something every 15 s. */
const FIRST_WORD = 8000;
const SILENCE = 40_000;
/** Milliseconds between two questions where no stream comes through, and until a stream is tried again. */
const ASK = 5000;
const TRY_AGAIN = 60_000;
/** Milliseconds a window may be out of sight. */
const UNSEEN = 20_000;
const WAITS = [300, 1000, 2000, 4000];

/** How what changed comes here; of interest to who wonders why it takes five seconds. */
export type Road = 'stream' | 'asking' | 'none';
const listeners = new Set<() => void>();
let road: Road = 'none';
export const liveRoad = {
  get: () => road,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
function setRoad(next: Road): void {
  if (road === next) return;
  road = next;
  for (const listener of listeners) listener();
}

interface Asked {
  cursor: string;
  reload: boolean;
  news: News;
}

class SignedOut extends Error {}

const hidden = (): boolean => document.visibilityState === 'hidden';

/** Returns how to stop. */
export function followChanges(follower: Follower): () => void {
  const stop = new AbortController();
  let cursor: string | null = null;
  let wake = (): void => undefined;
  /** Cut when the line is known to be lost, or nobody looks. */
  let current: AbortController | null = null;
  let unseen: ReturnType<typeof setTimeout> | undefined;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const seen = (): void => {
    clearTimeout(unseen);
    if (!hidden()) wake();
    else unseen = setTimeout(() => current?.abort(), UNSEEN);
  };
  const online = (): void => wake();
  const offline = (): void => {
    setLost(Date.now());
    current?.abort();
  };

  /** Until it breaks. @returns whether a word came at all */
  async function stream(): Promise<boolean> {
    const cut = new AbortController();
    current = cut;
    const stopped = (): void => cut.abort();
    stop.signal.addEventListener('abort', stopped);
    let watch = setTimeout(() => cut.abort(), FIRST_WORD);
    let spoke = false;
    try {
      const answer = await fetch('/api/live', {
        headers: cursor === null ? {} : { 'Last-Event-ID': cursor },
        credentials: 'same-origin',
        signal: cut.signal,
      });
      if (answer.status === 401) throw new SignedOut();
      if (!answer.ok || answer.body === null || !answer.headers.get('content-type')?.startsWith('text/event-stream'))
        return false;
      const events = answer.body
        .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
        .pipeThrough(new EventSourceParserStream())
        .getReader();
      for (;;) {
        const { done, value } = await events.read();
        if (done) return spoke;
        clearTimeout(watch);
        watch = setTimeout(() => cut.abort(), SILENCE);
        spoke = true;
        setRoad('stream');
        setLost(null);
        const data = JSON.parse(value.data);
        if (value.event === 'signed-out') throw new SignedOut();
        // what was fetched before the first word may be older than it
        if (value.event === 'reload' || (value.event === 'hello' && cursor === null)) follower.reload();
        if (value.event === 'changes') follower.news(data as News);
        if (value.id !== undefined && value.id !== '') cursor = value.id;
      }
    } catch (error) {
      if (error instanceof SignedOut) throw error;
      return spoke;
    } finally {
      clearTimeout(watch);
      stop.signal.removeEventListener('abort', stopped);
      cut.abort();
      current = null;
    }
  }

  /** The same, asked for. */
  async function ask(): Promise<boolean> {
    try {
      const asked = await call<Asked>('GET', '/api/live/changes', {
        query: { after: cursor ?? undefined },
        signal: stop.signal,
      });
      const fresh = cursor === null;
      cursor = asked.cursor;
      if (asked.reload || fresh) follower.reload();
      else follower.news(asked.news);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 401) throw new SignedOut();
      return false;
    }
  }

  async function run(): Promise<void> {
    let failed = 0;
    let silent = 0;
    while (!stop.signal.aborted) {
      if (hidden()) {
        await pause(TRY_AGAIN);
        continue;
      }
      const spoke = await stream();
      if (stop.signal.aborted) return;
      if (spoke) failed = silent = 0;
      // says whether the line is lost, and what was missed
      const reached = hidden() || (await ask());
      if (!reached) setRoad('none');
      if (reached && !spoke) {
        silent += 1;
        if (silent >= 2) await askOn();
      }
      await pause((WAITS[Math.min(failed, WAITS.length - 1)] ?? ASK) * (0.75 + Math.random() / 2));
      failed += 1;
    }
  }

  /** The server answers, and yet no stream comes through. */
  async function askOn(): Promise<void> {
    for (const until = Date.now() + TRY_AGAIN; Date.now() < until && !stop.signal.aborted; ) {
      setRoad('asking');
      await pause(ASK);
      if (!hidden() && !(await ask())) return;
    }
  }

  document.addEventListener('visibilitychange', seen);
  addEventListener('online', online);
  addEventListener('offline', offline);
  run().catch((error) => {
    setRoad('none');
    if (error instanceof SignedOut) follower.signedOut();
    else throw error;
  });
  return () => {
    stop.abort();
    wake();
    clearTimeout(unseen);
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('online', online);
    removeEventListener('offline', offline);
  };
}
