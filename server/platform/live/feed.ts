/** What changed, read once for each utility and process, and handed to every open screen of it. */
import type pg from 'pg';
import { connectionsAs, type Db } from '../database.ts';
import { type Changes, changesSince, type Prepared, prepare } from './changes.ts';
import type { Topic } from './news.ts';
import { CHANNEL } from './nudge.ts';
import type { Stream } from './stream.ts';

export interface FeedsOptions {
  db: Db;
  /** Address of the same database: one connection listens. */
  url: string;
  topics: readonly Topic[];
  /** Milliseconds between two looks when nobody is heard of. */
  look?: number;
  warn(error: unknown): void;
}

export interface Feeds {
  /** Follows from `since` on; null: from now. */
  join(stream: Stream, since: string | null): Promise<void>;
  leave(stream: Stream): void;
  streams(): Stream[];
  end(): Promise<void>;
}

/** Milliseconds between two reads of one utility: what happens meanwhile is read together. */
const TOGETHER = 80;
const LOOK = 2000;
/** Milliseconds before it listens again after the connection broke. */
const AGAIN = 1000;

interface Feed {
  utilityId: number;
  /** Where it began; what happens from then on is read for everybody who has joined by then. */
  cursor: Promise<string>;
  streams: Set<Stream>;
  reading: Promise<void> | null;
  /** Something was written since the read began. */
  again: boolean;
}

export function openFeeds({ db, url, topics, look = LOOK, warn }: FeedsOptions): Feeds {
  const feeds = new Map<number, Feed>();
  const ears = connectionsAs('gongshui_app', 'pg_catalog', {
    url,
    max: 1,
    name: 'gongshui live',
    statementTimeout: 0,
    onError: () => undefined,
  });
  let listening: Promise<pg.PoolClient | null> | null = null;
  let ended = false;

  const since = async (utilityId: number, cursor: string | null): Promise<Changes & { prepared: Prepared }> =>
    db.transaction(
      utilityId,
      async (tx) => {
        const read = await changesSince(tx, cursor);
        return { ...read, prepared: await prepare(tx, topics, read.changes ?? []) };
      },
      { readOnly: true },
    );

  async function read(feed: Feed): Promise<void> {
    const { cursor, changes, prepared } = await since(feed.utilityId, await feed.cursor);
    feed.cursor = Promise.resolve(cursor);
    for (const stream of feed.streams) {
      if (changes === null) stream.reload(cursor);
      else stream.take(prepared, cursor);
    }
  }

  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  function readSoon(feed: Feed): void {
    feed.again = true;
    feed.reading ??= (async () => {
      while (feed.again && feed.streams.size > 0 && !ended) {
        feed.again = false;
        await read(feed).catch(warn);
        await pause(TOGETHER);
      }
      feed.reading = null;
    })();
  }

  const readAll = (): void => {
    for (const feed of feeds.values()) readSoon(feed);
  };

  async function listen(): Promise<pg.PoolClient | null> {
    try {
      const client = await ears.connect();
      client.on('notification', ({ payload }) => {
        const feed = feeds.get(Number(payload));
        if (feed) readSoon(feed);
      });
      client.on('error', () => {
        client.release(true);
        listenAgain();
      });
      await client.query(`listen ${CHANNEL}`);
      // what was said while nobody listened
      readAll();
      return client;
    } catch (error) {
      if (!ended) warn(error);
      listenAgain();
      return null;
    }
  }

  function listenAgain(): void {
    listening = null;
    if (ended || feeds.size === 0) return;
    setTimeout(() => {
      if (!ended) listening ??= listen();
    }, AGAIN).unref();
  }

  function feedOf(utilityId: number): Feed {
    const known = feeds.get(utilityId);
    if (known) return known;
    const cursor = since(utilityId, null).then((read) => read.cursor);
    const feed: Feed = { utilityId, cursor, streams: new Set(), reading: null, again: false };
    feeds.set(utilityId, feed);
    // whoever waits for it hears of it; the next one begins anew
    cursor.catch(() => feeds.get(utilityId) === feed && feeds.delete(utilityId));
    return feed;
  }

  const looking = setInterval(readAll, look);
  looking.unref();

  return {
    async join(stream, cursor) {
      listening ??= listen();
      const feed = feedOf(stream.me.utilityId);
      feed.streams.add(stream);
      await feed.cursor;
      // read after it has joined: what is written from here on reaches it by the feed, twice rather than never
      const missed = await since(feed.utilityId, cursor);
      stream.begin(missed.cursor, missed.changes === null ? null : missed.prepared);
    },
    leave(stream) {
      const feed = feeds.get(stream.me.utilityId);
      feed?.streams.delete(stream);
      if (feed?.streams.size === 0) feeds.delete(feed.utilityId);
    },
    streams: () => [...feeds.values()].flatMap(({ streams }) => [...streams]),
    async end() {
      ended = true;
      clearInterval(looking);
      const client = await listening;
      client?.release(true);
      await Promise.all([...feeds.values()].map(({ reading }) => reading));
      await ears.end();
    },
  };
}
