/**
 * Makes the file of an export: chooses the rows as of one moment, writes them some hundred at a time, puts the file
 * together. Each step is kept, so that whoever takes it up after a kill goes on with the next; nothing grows with the rows
 * but what is kept in the database.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import { writeTable } from '../../../platform/tables/write.ts';
import { allowed, audit, listStaff, type Me } from '../../identity/index.ts';
import type { ListKind } from '../kinds/kind.ts';
import { kindNamed } from '../kinds/kinds.ts';
import { rightsOf } from '../rules/rights.ts';
import {
  addPiece,
  dropPieces,
  type ExportRow,
  exportById,
  pieceOf,
  setAlive,
  setChosen,
  setDone,
  setStopped,
  setWritten,
} from '../store/exports.ts';

export interface Running {
  db: Db;
  utilityId: number;
  time: TimeSource;
  /** Whose claim it is. */
  claim: string;
  stopping?: AbortSignal;
}

/** Milliseconds after which somebody who said nothing is believed dead. */
export const LEASE = 20_000;
/** Rows of one step. */
export const STEP = 1000;
/** Milliseconds a file is kept. */
export const KEPT = 7 * 86_400_000;
/** What a sheet holds, below its heading. */
const MOST_ROWS = 1_048_575;
const PIECE = 512 * 1024;

/** The hands it was in have changed, or somebody stopped it. */
class Interrupted extends Error {}

export async function runExport(running: Running, id: string): Promise<void> {
  try {
    const begun = await start(running, id);
    if (!begun) return;
    const { row, me, kind } = begun;
    // chosen by what somebody was then, some of it may not be his any more
    const begunBefore = row.rights === rightsOf(me) ? row.chosen : null;
    const chosen = begunBefore ?? (await choose(running, row, me, kind));
    if (chosen === null) return;
    for (let done = begunBefore === null ? 0 : row.written; done < chosen; done += STEP)
      await writeStep(running, row, me, kind, done, chosen);
    await assemble(running, row, me, kind, chosen);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
}

interface Begun {
  row: ExportRow;
  me: Me;
  kind: ListKind;
}

/** As who asked is now: whoever has left, or lost the right, gets nothing more. */
async function start({ db, utilityId, time }: Running, id: string): Promise<Begun | null> {
  return db.transaction(utilityId, async (tx) => {
    const row = await exportById(tx, id);
    if (row?.state !== 'running') return null;
    const staff = (await listStaff(tx, { department: null, role: null })).find((one) => one.staff_id === row.createdBy);
    const kind = kindNamed(row.list);
    const me: Me | undefined = staff && {
      utilityId,
      utilityCode: '',
      utilityName: '',
      staffId: staff.staff_id,
      username: staff.username,
      name: staff.name,
      roles: staff.roles,
      departmentId: staff.department_id,
      districts: staff.districts,
    };
    if (!me || !kind || !allowed(me, kind.action) || !allowed(me, 'lists.export')) {
      await setStopped(tx, id, 'failed', time.now(), { code: 'export-not-allowed' });
      return null;
    }
    return { row, me, kind };
  });
}

const reading = (tx: Tx, me: Me, time: TimeSource, row: ExportRow) => ({ tx, me, time, lang: row.lang });

/** Mine, and still wanted. */
async function held(tx: Tx, { claim }: Running, id: string): Promise<void> {
  const row = await exportById(tx, id, true);
  if (row?.state !== 'running' || row.claimedBy !== claim) throw new Interrupted();
}

async function choose(running: Running, row: ExportRow, me: Me, kind: ListKind): Promise<number | null> {
  const { db, utilityId, time } = running;
  const steps: Buffer[] = [];
  let chosen = 0;
  /** In a transaction of its own: the one that chooses holds still and writes nothing. */
  const alive = (): Promise<void> =>
    db.transaction(utilityId, async (tx) => {
      await held(tx, running, row.id);
      await setAlive(tx, row.id, time.now() + LEASE);
    });
  await db.transaction(
    utilityId,
    async (tx) => {
      for await (const ids of kind.ids(reading(tx, me, time, row), row.query, row.sort)) {
        chosen += ids.length;
        for (let from = 0; from < ids.length; from += STEP)
          steps.push(Buffer.from(BigInt64Array.from(ids.slice(from, from + STEP).map(BigInt)).buffer));
        if (running.stopping?.aborted) throw new Interrupted();
        await alive();
      }
    },
    { onBehalfOf: me.staffId },
  );
  const tooMany = row.format === 'xlsx' && chosen > MOST_ROWS;
  await db.transaction(utilityId, async (tx) => {
    await held(tx, running, row.id);
    if (tooMany) {
      await setStopped(tx, row.id, 'failed', time.now(), {
        code: 'export-too-long',
        params: { rows: chosen, most: MOST_ROWS },
      });
      return;
    }
    await dropPieces(tx, row.id, ['ids', 'rows', 'file']);
    for (const [number, bytes] of steps.entries()) await addPiece(tx, row.id, 'ids', number, bytes);
    await setChosen(tx, row.id, chosen, rightsOf(me), time.now() + LEASE);
  });
  return tooMany ? null : chosen;
}

export const idsOf = (bytes: Buffer): number[] => {
  const ids: number[] = [];
  for (let at = 0; at < bytes.length; at += 8) ids.push(Number(bytes.readBigInt64LE(at)));
  return ids;
};

async function writeStep(
  running: Running,
  row: ExportRow,
  me: Me,
  kind: ListKind,
  done: number,
  chosen: number,
): Promise<void> {
  const { db, utilityId, time, stopping } = running;
  if (stopping?.aborted) throw new Interrupted();
  const number = Math.floor(done / STEP);
  await db.transaction(
    utilityId,
    async (tx) => {
      const ids = idsOf((await pieceOf(tx, row.id, 'ids', number)) ?? Buffer.alloc(0));
      const rows = await kind.rows(reading(tx, me, time, row), ids, row.columns, row.people);
      await held(tx, running, row.id);
      await addPiece(tx, row.id, 'rows', number, gzipSync(JSON.stringify(rows), { level: 1 }));
      await setWritten(tx, row.id, Math.min(done + STEP, chosen), time.now() + LEASE);
    },
    { onBehalfOf: me.staffId },
  );
}

async function* rowsMade({ db, utilityId }: Running, row: ExportRow, kind: ListKind): AsyncGenerator<string[]> {
  yield row.columns.map((id) => kind.columns.find((column) => column.id === id)?.[row.lang] ?? id);
  for (let number = 0; ; number += 1) {
    const piece = await db.transaction(utilityId, (tx) => pieceOf(tx, row.id, 'rows', number), { readOnly: true });
    if (!piece) return;
    yield* JSON.parse(gunzipSync(piece).toString('utf8')) as string[][];
  }
}

/** From the beginning, whatever was put together before. */
async function assemble(running: Running, row: ExportRow, me: Me, kind: ListKind, chosen: number): Promise<void> {
  const { db, utilityId, time, stopping } = running;
  const keep = (number: number, bytes: Buffer): Promise<void> =>
    db.transaction(utilityId, async (tx) => {
      await held(tx, running, row.id);
      if (number === 0) await dropPieces(tx, row.id, ['file']);
      await addPiece(tx, row.id, 'file', number, bytes);
      await setWritten(tx, row.id, chosen, time.now() + LEASE);
    });
  const file = writeTable(rowsMade(running, row, kind), { format: row.format, sheet: kind[row.lang] });
  let waiting: Buffer[] = [];
  let size = 0;
  let bytes = 0;
  let number = 0;
  const flush = async (): Promise<void> => {
    await keep(number, Buffer.concat(waiting));
    number += 1;
    waiting = [];
    size = 0;
  };
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (stopping?.aborted) throw new Interrupted();
    waiting.push(chunk);
    size += chunk.length;
    bytes += chunk.length;
    if (size >= PIECE) await flush();
  }
  if (size > 0) await flush();
  await db.transaction(utilityId, async (tx) => {
    await held(tx, running, row.id);
    const now = time.now();
    await setDone(tx, row.id, bytes, now, now + KEPT);
    // which rows it holds is kept with it: whether they may still be seen is asked again when it is fetched
    await dropPieces(tx, row.id, ['rows']);
    await audit(
      tx,
      me,
      'list.exported',
      `export:${row.id}`,
      { list: row.list, rows: chosen, bytes, people: row.people },
      time,
    );
  });
}
