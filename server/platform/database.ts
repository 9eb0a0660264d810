import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import sql, { type Sql } from 'sql-template-tag';
import { nudge } from './live/nudge.ts';
import { traced } from './telemetry.ts';

/** The pool. Every connection works as role gongshui_app, so row-level security holds for each statement. */
export interface Db {
  /** One transaction as one utility: sets app.utility_id for its length. Retries nothing. */
  transaction<T>(utilityId: number, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Outside any utility: only definer functions and the tables of sign-in are visible. */
  query<R extends object>(q: Sql): Promise<R[]>;
  /** How busy it is now, and how much was asked of it so far. */
  load(): Load;
  end(): Promise<void>;
}

export interface Load {
  /** Open, at work or not. */
  connections: number;
  idle: number;
  /** Pieces of work that wait for a connection. */
  waiting: number;
  /** Since it was opened. */
  statements: number;
  failed: number;
}

export interface TransactionOptions {
  readOnly?: boolean;
  /** Whose sight narrows what row-level security shows: a member of staff, or `NOBODY`. Absent: the system, which sees all. */
  onBehalfOf?: number;
}

/** Sees what is kept from anybody at all as little as a stranger does. */
export const NOBODY = 0;

export interface Tx {
  utilityId: number;
  /**
   * Nobody's sight narrows what `work` writes and reads: what its writer may not see afterwards has to be written too.
   * What else the transaction does at the same time is narrowed as before.
   */
  asSystem<T>(work: () => Promise<T>): Promise<T>;
  rows<R extends object>(q: Sql): Promise<R[]>;
  /** Throws unless there is exactly one row. */
  one<R extends object>(q: Sql): Promise<R>;
  /** Throws if there is more than one row. */
  maybe<R extends object>(q: Sql): Promise<R | undefined>;
  /** Number of rows written. */
  run(q: Sql): Promise<number>;
  /** In a transaction of its own, committed at once whatever becomes of this one: nobody waits for this one to see it. Keep it to a statement or two. */
  apart<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Is not waited for: what follows sees what it wrote, and unless it succeeds nothing is committed. */
  send(q: Sql): void;
}

export interface DatabaseOptions {
  /** Connection address of a login that is a member of gongshui_app. */
  url: string;
  /** Connections at most; default 10. */
  max?: number;
  /** Milliseconds a statement may take; default 30 s, 0 for no limit. */
  statementTimeout?: number;
  /** Milliseconds to wait for a row that somebody else is writing; default 10 s, 0 for no limit. */
  lockTimeout?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  /** Statements are sent without waiting for the answers to those before. */
  pipeline?: boolean;
  onError?: (error: Error) => void;
}

const INT8 = 20;
const DATE = 1082;

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return wholeNumber;
    // a day is not an instant: keep 2026-11-18 as it is written
    if (oid === DATE) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`integer beyond what a number holds exactly: ${text}`);
  return value;
}

/** A pool whose every connection works as `role`, whatever the login may do. */
export function connectionsAs(role: string, searchPath: string, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 10,
    application_name: options.name ?? 'gongshui',
    types,
    pipeline: options.pipeline ?? false,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    options: [
      `-c role=${role}`,
      '-c TimeZone=UTC',
      `-c search_path=${searchPath}`,
      `-c statement_timeout=${options.statementTimeout ?? 30_000}`,
      `-c lock_timeout=${options.lockTimeout ?? 10_000}`,
      '-c idle_in_transaction_session_timeout=60000',
    ].join(' '),
  });
  pool.on('error', (error) => options.onError?.(error));
  // of a connection in use that breaks between two statements nobody else hears, and Node would end the process;
  // the next statement on it fails, and the pool does not keep it
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openPool(options: DatabaseOptions): Db {
  // every name in our SQL says its schema; public is where extensions live
  const pool = connectionsAs('gongshui_app', 'pg_catalog,public', { ...options, pipeline: true });
  // never one of the pool: were all of them in transactions that want one more, none would get it
  let second: Db | undefined;
  const apart = (): Db => {
    second ??= openPool({ ...options, max: 1 });
    return second;
  };
  const nudged = nudge(pool);
  const asked: Asked = { statements: 0, failed: 0 };

  return {
    async transaction(utilityId, work, { readOnly = false, onBehalfOf } = {}) {
      if (!Number.isSafeInteger(utilityId) || utilityId < 1) throw new Error(`not a utility: ${utilityId}`);
      if (onBehalfOf !== undefined && !Number.isSafeInteger(onBehalfOf)) throw new Error(`not staff: ${onBehalfOf}`);
      const client = await pool.connect();
      let broken: Error | undefined;
      const connection = new Connection(client, asked);
      try {
        connection.send(
          `begin${readOnly ? ' read only' : ''}; set local app.utility_id = '${utilityId}'; ${sightOf(onBehalfOf)}`,
        );
        const result = await work(transactionOn(connection, { utilityId, onBehalfOf, apart }));
        const [written] = await Promise.all([!readOnly && connection.hasWritten(), connection.commit()]);
        if (written) nudged.written(utilityId);
        return result;
      } catch (error) {
        await client.query('rollback').catch((e: Error) => {
          broken = e;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async query<R extends object>(q: Sql) {
      asked.statements += 1;
      try {
        return (await pool.query<R & pg.QueryResultRow>(named(q))).rows;
      } catch (error) {
        asked.failed += 1;
        throw error;
      }
    },
    load: () => ({
      connections: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      ...asked,
    }),
    async end() {
      await nudged.end();
      await Promise.all([pool.end(), second?.end()]);
    },
  };
}

/** Before any query, so that a transaction may still be told to hold still. */
const sightOf = (onBehalfOf: number | undefined): string => `set local app.staff_id = '${onBehalfOf ?? ''}'`;

/** Texts are few: they are built from constant pieces, never from values. */
const names = new Map<string, string>();
/** Each is a plan in each connection: were there ever more, the rest is planned at every call. */
const MOST_NAMED = 1000;

/** A statement that has a name is parsed and planned once for each connection, not at every call. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMED) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

const named = ({ text, values }: Sql) => {
  const name = nameOf(text);
  return name === undefined ? { text, values } : { name, text, values };
};

/** Every statement of a transaction, for whoever measures: `{ transaction, text, values }`. */
const statements = channel('gongshui.statement');

/** Counted on, by every connection of a pool. */
type Asked = Pick<Load, 'statements' | 'failed'>;

/** Later statements of a transaction fail with this once one has failed. */
const ABORTED = '25P02';

/** Statements of one transaction, in the order in which they were given. What is given in one turn of the loop is written to the socket at once. */
class Connection {
  readonly #client: pg.PoolClient;
  readonly #counted: Asked;
  readonly #sent: Promise<unknown>[] = [];
  #failed: unknown;
  #gathering = false;

  constructor(client: pg.PoolClient, counted: Asked) {
    this.#client = client;
    this.#counted = counted;
  }

  async ask<R extends pg.QueryResultRow>(q: string | Sql): Promise<pg.QueryResult<R>> {
    this.#gather();
    this.#counted.statements += 1;
    const asked = typeof q === 'string' ? { text: q, values: [] } : named(q);
    if (statements.hasSubscribers) statements.publish({ transaction: this, text: asked.text, values: asked.values });
    try {
      return await traced(
        operationOf(asked.text),
        { 'db.system.name': 'postgresql', 'db.query.text': asked.text },
        () => this.#client.query<R>(asked),
      );
    } catch (error) {
      this.#counted.failed += 1;
      // of many that failed, the first is the cause
      if (this.#failed !== undefined && error instanceof pg.DatabaseError && error.code === ABORTED) throw this.#failed;
      this.#failed ??= error;
      // pg's own stack ends in its socket handler: say which statement of ours it was
      if (error instanceof Error) Error.captureStackTrace(error, this.ask);
      throw error;
    }
  }

  send(q: string | Sql): void {
    const answer = this.ask(q);
    answer.catch(() => undefined);
    this.#sent.push(answer);
  }

  async commit(): Promise<void> {
    const committed = this.ask('commit');
    await Promise.all([...this.#sent, committed]);
    // PostgreSQL answers the commit of a failed transaction by rolling it back, without an error
    if ((await committed).command !== 'COMMIT') throw this.#failed ?? new Error('nothing was committed');
  }

  /** Whether anything was written so far: what has not been is given no number. Asked along with what comes next. */
  async hasWritten(): Promise<boolean> {
    const q = sql`select pg_current_xact_id_if_assigned() is not null as yes`;
    // a transaction that failed wrote nothing
    const answer = await this.ask<{ yes: boolean }>(q).catch(() => undefined);
    return answer?.rows[0]?.yes === true;
  }

  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = (this.#client as unknown as { connection: { stream: Duplex } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }
}

interface Scene {
  utilityId: number;
  onBehalfOf: number | undefined;
  apart: () => Db;
}

/** The transactions in which what runs now sees all. Kept with the flow of the work, so that two at once do not share it. */
const seeingAll = new AsyncLocalStorage<readonly Connection[]>();

function transactionOn(connection: Connection, { utilityId, onBehalfOf, apart }: Scene): Tx {
  let sight = onBehalfOf;
  const ask = <R extends object>(q: Sql): Promise<pg.QueryResult<R & pg.QueryResultRow>> => {
    look();
    return connection.ask<R & pg.QueryResultRow>(q);
  };
  /** As late as possible: many look through the same eyes one after the other. */
  const look = (): void => {
    const wanted = seeingAll.getStore()?.includes(connection) ? undefined : onBehalfOf;
    if (sight === wanted) return;
    sight = wanted;
    connection.send(sightOf(wanted));
  };
  return {
    utilityId,
    asSystem: (work) => seeingAll.run([...(seeingAll.getStore() ?? []), connection], work),
    async rows<R extends object>(q: Sql) {
      return (await ask<R>(q)).rows;
    },
    async one<R extends object>(q: Sql) {
      const { rows } = await ask<R>(q);
      const [row] = rows;
      if (rows.length !== 1 || !row) throw new Error(`expected one row, got ${rows.length}: ${brief(q)}`);
      return row;
    },
    async maybe<R extends object>(q: Sql) {
      const { rows } = await ask<R>(q);
      if (rows.length > 1) throw new Error(`expected one row at most, got ${rows.length}: ${brief(q)}`);
      return rows[0] as R | undefined;
    },
    async run(q: Sql) {
      return (await ask(q)).rowCount ?? 0;
    },
    apart: (work) => apart().transaction(utilityId, work),
    send(q: Sql) {
      look();
      connection.send(q);
    },
  };
}

const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND']);
// connection failures, and 57P: ended by the administrator, by a crash, or just starting
const LOST_STATE = /^(08|57P0[1-3]$)/;
const LOST_WORDS = /^Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/;

/** The server is away, or was for a moment: the same work may succeed later. */
export function isDatabaseLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (LOST.has(code) || LOST_STATE.test(code))) return true;
  return LOST_WORDS.test(error.message);
}

/** What was to be written does not fit: a data exception or a broken constraint. The same rows fail again. */
export const isDataRefused = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? '');

/** As the conventions of OpenTelemetry name a statement: by its first word. */
const operationOf = (text: string): string => /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'SQL';

function brief(q: Sql): string {
  return q.text.replace(/\s+/g, ' ').slice(0, 120);
}
