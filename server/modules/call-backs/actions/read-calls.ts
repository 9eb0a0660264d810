/** 回访名单: whom to call, when one may, and what was tried. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { zoneOf } from '../../../values/zone.ts';
import { allowed, type Me } from '../../identity/index.ts';
import { packByHash } from '../../regulations/index.ts';
import { type Rulebook, rulebookOf } from '../../work-orders/index.ts';
import { type Quiet, quietFor } from '../rules/quiet.ts';
import type { Settings } from '../rules/settings.ts';
import { type Standing, standingOf, type Try } from '../rules/waiting.ts';
import { type CallRow, waitingCalls } from '../store/calls.ts';
import { settingsOf } from '../store/settings.ts';

export interface Asking {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: 'zh' | 'en';
}

export interface Call {
  row: CallRow;
  rulebook: Rulebook;
  quiet: Quiet | null;
  tries: Try[];
  standing: Standing;
}

/** Rows at once; more are further down the list, and come up as these are called. */
const MOST = 300;
/** Called first, then later, then nobody to call. */
const RANK: Record<Standing['kind'], number> = { callable: 0, called: 1, 'no-contact': 2, later: 3, unreached: 4 };

/** What is sealed 保密 to his unit is all a discipline officer calls about. */
export const sealedReach = (me: Me): string | null =>
  allowed(me, 'orders.call-back') === 'sealed' ? me.departmentId : null;

export async function readCalls({
  tx,
  me,
  time,
}: Asking): Promise<{ calls: Call[]; settings: Settings; more: boolean }> {
  const now = time.now();
  const [rows, settings] = await Promise.all([waitingCalls(tx, sealedReach(me), now, MOST + 1), settingsOf(tx)]);
  const calls: Call[] = [];
  for (const row of rows.slice(0, MOST)) {
    const call = await callOf(tx, row, settings, now);
    // closed, and everything was tried: nobody is owed a call any more
    if (!(row.closed && call.standing.kind === 'unreached')) calls.push(call);
  }
  return { calls: inOrder(calls), settings, more: rows.length > MOST };
}

const inOrder = (calls: readonly Call[]): Call[] =>
  [...calls].sort(
    (a, b) =>
      RANK[a.standing.kind] - RANK[b.standing.kind] ||
      (a.row.dueAt ?? Number.POSITIVE_INFINITY) - (b.row.dueAt ?? Number.POSITIVE_INFINITY) ||
      readyAt(a) - readyAt(b) ||
      a.row.requestId - b.row.requestId,
  );

const readyAt = ({ standing, row }: Call): Instant => (standing.kind === 'later' ? standing.at : row.since);

export async function callOf(tx: Tx, row: CallRow, settings: Settings, now: Instant): Promise<Call> {
  const pack = await packByHash(tx, row.packHash);
  const rulebook = rulebookOf(pack);
  const quiet = quietFor(rulebook, row, settings.quiet);
  const tries = row.said
    .filter(({ kind }) => kind === 'call-back-tried')
    .map(({ at, outcome, later }): Try => ({ at, outcome, later }));
  const awaited = {
    since: row.since,
    tries,
    hasPhone: (row.phone ?? '').trim() !== '',
    called: row.said.some(({ kind }) => kind === 'called-back'),
  };
  return { row, rulebook, quiet, tries, standing: standingOf(awaited, settings, quiet, zoneOf(pack.timezone), now) };
}
