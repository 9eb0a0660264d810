/** 回测: asked for, stopped, asked again. A worker runs it. */
import { randomUUID } from 'node:crypto';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Language } from '../../../platform/http/route.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, parseDay, zoneOf } from '../../../values/zone.ts';
import { audit, type Me } from '../../identity/index.ts';
import { type Pack, rulebookByHash } from '../../regulations/index.ts';
import { addRun, countRunning, type RulebookName, type RunRow, runById, setAgain, setStopped } from '../store/runs.ts';

export interface Given {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Language;
}

export interface Wanted {
  candidate: string;
  /** Absent: for each order the rulebook it was under. */
  baseline?: string;
  /** Days, both counted in; absent: last year until today. */
  from?: string;
  until?: string;
}

const ZONE = zoneOf('Asia/Shanghai');
/** Of one person at a time. */
const MOST_RUNNING = 2;
const MOST_YEARS = 10;

export interface Days {
  from: Instant;
  /** The first moment that no longer counts. */
  until: Instant;
}

const wrong = (field: string, code: string) =>
  refuse(code, {
    fields: [{ path: field, code: 'wrong-format', params: { expected: '2026-01-31' } }],
    params: { field },
  });

/** The days that were asked for; by default the last year, today counted in. */
export function daysOf({ from, until }: Pick<Wanted, 'from' | 'until'>, now: Instant): Result<Days> {
  const today = ZONE.dayOf(now);
  const last = until === undefined ? today : parseDay(until);
  if (last === null) return wrong('until', 'backtest-day-not-valid');
  const first = from === undefined ? last - 364 : parseDay(from);
  if (first === null) return wrong('from', 'backtest-day-not-valid');
  if (first > last) return wrong('until', 'backtest-period-ends-first');
  if (last - first > MOST_YEARS * 366)
    return refuse('backtest-period-too-long', { params: { years: MOST_YEARS, from: formatDay(first) } });
  return ok({ from: ZONE.startOfDay(first), until: ZONE.startOfDay(last + 1) });
}

const nameOf = ({ pack, version, utility }: Pack): RulebookName => ({ pack, version, utility });

/** Kept by this utility, or one that comes with the platform. */
async function known(tx: Tx, hash: string): Promise<Result<Pack>> {
  const found = await rulebookByHash(tx, hash);
  return found.ok ? found : refuse('backtest-rulebook-unknown', { params: { hash: hash.slice(0, 12) } });
}

export async function askBacktest({ tx, me, time }: Given, wanted: Wanted): Promise<Result<string>> {
  const days = daysOf(wanted, time.now());
  if (!days.ok) return days;
  const candidate = await known(tx, wanted.candidate);
  if (!candidate.ok) return candidate;
  const baseline = wanted.baseline === undefined ? null : await known(tx, wanted.baseline);
  if (baseline !== null && !baseline.ok) return baseline;
  if ((await countRunning(tx, me.staffId)) >= MOST_RUNNING)
    return refuse('backtests-too-many', { params: { most: MOST_RUNNING } });
  const id = randomUUID();
  await addRun(
    tx,
    {
      id,
      candidate: candidate.value.hash,
      baseline: baseline?.value.hash ?? null,
      named: { candidate: nameOf(candidate.value), baseline: baseline === null ? null : nameOf(baseline.value) },
      from: new Date(days.value.from),
      until: new Date(days.value.until),
    },
    me.staffId,
    time.now(),
  );
  await audit(tx, me, 'backtest.ask', `backtest:${id}`, { ...wanted }, time);
  return ok(id);
}

export async function findRun(tx: Tx, id: string, lock = false): Promise<Result<RunRow>> {
  const row = await runById(tx, id, lock);
  return row ? ok(row) : refuse('backtest-not-found');
}

/** By who asked for it. */
export async function stopBacktest({ tx, me, time }: Given, id: string): Promise<Result<true>> {
  const row = await findRun(tx, id, true);
  if (!row.ok) return row;
  if (row.value.createdBy !== me.staffId) return refuse('backtest-not-yours', { params: { name: row.value.by } });
  if (row.value.state !== 'running') return refuse('backtest-not-running');
  await setStopped(tx, id, 'cancelled', time.now());
  return ok(true);
}

/** What was stopped or broke, from the beginning. */
export async function repeatBacktest({ tx, me }: Given, id: string): Promise<Result<true>> {
  const row = await findRun(tx, id, true);
  if (!row.ok) return row;
  if (row.value.state !== 'cancelled' && row.value.state !== 'failed') return refuse('backtest-not-stopped');
  if ((await countRunning(tx, me.staffId)) >= MOST_RUNNING)
    return refuse('backtests-too-many', { params: { most: MOST_RUNNING } });
  for (const hash of [row.value.candidate, row.value.baseline]) {
    const found = hash === null ? null : await known(tx, hash);
    if (found !== null && !found.ok) return found;
  }
  await setAgain(tx, id);
  return ok(true);
}
