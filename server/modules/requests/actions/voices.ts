/** 表扬、批评、曝光、投诉统计: by kind, source and month; each figure opens its requests. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Me } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { dayOf } from '../book.ts';
import { figures, KINDS, type Named, SOURCES, type VoiceFigure } from '../rules/contact/voices.ts';
import { countVoices, idsOfVoices } from '../store/contact.ts';
import { requestById } from '../store/requests.ts';
import { type Asking, reachOf, type View, viewsOf } from './read.ts';

export interface Months {
  /** 2026-01; by default the twelve months up to now. */
  from?: string;
  until?: string;
}

export interface VoicesReport {
  from: string;
  until: string;
  total: number;
  rows: (VoiceFigure & { kindName: string; sourceName: string })[];
}

interface Reader {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: 'zh' | 'en';
}

const nameIn = (list: readonly Named[], id: string, lang: 'zh' | 'en'): string =>
  list.find((one) => one.id === id)?.[lang] ?? id;

const yearBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year}-01` : `${year - 1}-${String(number + 1).padStart(2, '0')}`;
};

function monthsOf({ from, until }: Months, time: TimeSource): Result<{ from: string; until: string }> {
  const last = until ?? dayOf(time.now()).slice(0, 7);
  const first = from ?? yearBefore(last);
  return first <= last
    ? ok({ from: first, until: last })
    : refuse('months-reversed', { params: { from: first, until: last } });
}

export async function reportVoices({ tx, me, time, lang }: Reader, asked: Months): Promise<Result<VoicesReport>> {
  const months = monthsOf(asked, time);
  if (!months.ok) return months;
  const counted = await countVoices(tx, {
    ...months.value,
    ...reachOf(me, 'reports.read'),
    families: KINDS.map(({ event }) => event),
  });
  const rows = figures(counted).map((figure) => ({
    ...figure,
    kindName: nameIn(KINDS, figure.kind, lang),
    sourceName: nameIn(SOURCES, figure.source, lang),
  }));
  return ok({ ...months.value, total: rows.reduce((sum, { count }) => sum + count, 0), rows });
}

export interface VoiceCell extends Months {
  kind?: string;
  source?: string;
}

const MOST = 200;

export async function requestsOfVoices(asking: Asking, { kind, source, ...asked }: VoiceCell): Promise<Result<View[]>> {
  const months = monthsOf(asked, asking.time);
  if (!months.ok) return months;
  const ids = await idsOfVoices(
    asking.tx,
    {
      ...months.value,
      ...reachOf(asking.me, 'reports.read'),
      families: KINDS.filter(({ id }) => kind === undefined || id === kind).map(({ event }) => event),
      channels: source === undefined ? undefined : (SOURCES.find(({ id }) => id === source)?.channels ?? []),
    },
    MOST,
  );
  const rows = [];
  for (const id of ids) {
    const row = await requestById(asking.tx, id);
    if (row) rows.push(row);
  }
  return ok(await viewsOf(asking, rows));
}
