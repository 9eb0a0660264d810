/** 导出: asked for, stopped, gone on with, fetched. A worker makes the file. */
import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Language } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed, audit, type Me } from '../../identity/index.ts';
import type { ListKind } from '../kinds/kind.ts';
import { kindNamed } from '../kinds/kinds.ts';
import { rightsOf } from '../rules/rights.ts';
import {
  addExport,
  countRunning,
  type ExportRow,
  exportById,
  pieceOf,
  setRunning,
  setStopped,
} from '../store/exports.ts';
import { readQuery } from './keep-filter.ts';
import { idsOf } from './run-export.ts';

export interface Given {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Language;
}

export interface Wanted {
  list: string;
  format: 'xlsx' | 'csv';
  query: unknown;
  sort?: string;
  columns: string[];
  /** Names and numbers in full. */
  people?: boolean;
}

/** Of one person at a time. */
const MOST_RUNNING = 3;

export async function beginExport(given: Given, wanted: Wanted): Promise<Result<string>> {
  const { tx, me, time, lang } = given;
  const kind = kindNamed(wanted.list);
  if (!kind || !allowed(me, kind.action)) return refuse('list-not-found');
  const unknown = wanted.columns.find((id) => !kind.columns.some((column) => column.id === id));
  if (unknown !== undefined) return refuse('column-not-known', { params: { column: unknown.slice(0, 40) } });
  if (new Set(wanted.columns).size < wanted.columns.length) return refuse('column-twice');
  const people = wanted.people ?? false;
  if (people && !allowed(me, 'personal.reveal')) return refuse('export-people-not-allowed');
  const query = readQuery(kind, wanted.query);
  if (!query.ok) return query;
  const sort = wanted.sort ?? null;
  const may = await kind.may(given, query.value, sort);
  if (!may.ok) return may;
  if ((await countRunning(tx, me.staffId)) >= MOST_RUNNING)
    return refuse('exports-too-many', { params: { most: MOST_RUNNING } });
  const { format, columns } = wanted;
  const id = randomUUID();
  await addExport(
    tx,
    { id, list: kind.id, format, lang, query: query.value, sort, columns, people },
    me.staffId,
    time.now(),
  );
  await audit(tx, me, 'list.export', `export:${id}`, said({ ...wanted, people }, query.value), time);
  return ok(id);
}

/** What was typed into the search box may be a name or a number: that it was searched is said, not for what. */
function said(
  { list, format, columns, people }: Wanted,
  { q, ...filter }: Record<string, unknown>,
): Record<string, unknown> {
  return { list, format, columns, people, filter, searched: q !== undefined };
}

/** Mine; nobody else's is there for me. */
export async function mine({ tx, me }: Pick<Given, 'tx' | 'me'>, id: string, lock = false): Promise<Result<ExportRow>> {
  const row = await exportById(tx, id, lock);
  return row && row.createdBy === me.staffId ? ok(row) : refuse('export-not-found');
}

export async function stopExport(given: Given, id: string): Promise<Result<true>> {
  const row = await mine(given, id, true);
  if (!row.ok) return row;
  if (row.value.state !== 'running') return refuse('export-not-running');
  await setStopped(given.tx, id, 'cancelled', given.time.now());
  return ok(true);
}

/** Goes on where it stopped. */
export async function resumeExport(given: Given, id: string): Promise<Result<true>> {
  const row = await mine(given, id, true);
  if (!row.ok) return row;
  if (row.value.state !== 'cancelled' && row.value.state !== 'failed') return refuse('export-not-stopped');
  if ((await countRunning(given.tx, given.me.staffId)) >= MOST_RUNNING)
    return refuse('exports-too-many', { params: { most: MOST_RUNNING } });
  await setRunning(given.tx, id);
  return ok(true);
}

export async function fetchExport(given: Given, id: string): Promise<Result<ExportRow>> {
  const row = await mine(given, id);
  if (!row.ok) return row;
  const { state, expiresAt, list } = row.value;
  if (state === 'expired' || (expiresAt !== null && expiresAt.getTime() <= given.time.now()))
    return refuse('export-expired');
  if (state !== 'done') return refuse('export-not-done');
  const kind = kindNamed(list);
  // what somebody might see when he asked for it he may not see any more
  if (!kind || !allowed(given.me, kind.action) || (row.value.people && !allowed(given.me, 'personal.reveal')))
    return refuse('export-not-found');
  if (row.value.rights !== rightsOf(given.me) || !(await seesAll(given, kind, id))) return refuse('export-outdated');
  return ok(row.value);
}

async function seesAll(given: Given, kind: ListKind, id: string): Promise<boolean> {
  for (let number = 0; ; number += 1) {
    const ids = await pieceOf(given.tx, id, 'ids', number);
    if (!ids) return true;
    if (!(await kind.sees(given, idsOf(ids)))) return false;
  }
}
