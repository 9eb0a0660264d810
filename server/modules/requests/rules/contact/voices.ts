/**
 * Voices 表扬、批评、曝光、投诉 (C-251, C-340): registered by kind and by where they come from, and counted. Which
 * event is which kind, which channel which source, and which kind needs no order stands in voices.json.
 */
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { cleanText, tooLong } from '../intake.ts';
import data from './voices.json' with { type: 'json' };

export interface Named {
  id: string;
  zh: string;
  en: string;
}
export interface Kind extends Named {
  event: string;
  /** It is worked on as an order; else it is registered and answered with thanks. */
  order: boolean;
  /** The managing department hears of each. */
  tell: boolean;
}
export interface Source extends Named {
  channels: string[];
}

export const KINDS: readonly Kind[] = data.kinds;
/** What an imported letter of praise is answered with. */
export const THANKS = data.thanks;
export const SOURCES: readonly Source[] = data.sources;

/** Top of an event's line: `service-complaint.attitude` is a `service-complaint`. */
export const family = (event: string): string => event.split('.', 1)[0] ?? event;

export const kindOf = (event: string | null): Kind | undefined =>
  event === null ? undefined : KINDS.find((kind) => kind.event === family(event));
export const sourceOf = (channel: string): Source | undefined =>
  SOURCES.find(({ channels }) => channels.includes(channel)) ?? SOURCES[0];

export const needsOrder = (event: string | null): boolean => kindOf(event)?.order ?? true;

/** What was said to whoever praised. */
export function readThanks(event: string | null, input: string | undefined): Result<string> {
  if (needsOrder(event)) return refuse('needs-an-order', { fields: [{ path: 'event', code: 'needs-an-order' }] });
  const thanks = cleanText(input);
  const long = tooLong({ explanation: thanks });
  if (long[0])
    return refuse('text-too-long', { params: { ...long[0].params }, fields: [{ ...long[0], path: 'thanks' }] });
  return thanks === ''
    ? refuse('thanks-missing', { fields: [{ path: 'thanks', code: 'thanks-missing' }] })
    : ok(thanks);
}

/** As counted in the store. */
export interface Counted {
  /** 2026-11 */
  month: string;
  family: string;
  channel: string;
  n: number;
}

export interface VoiceFigure {
  month: string;
  kind: string;
  source: string;
  count: number;
}

/** Added up by month, kind and source, in this order; nothing is listed that nobody said. */
export function figures(counted: readonly Counted[]): VoiceFigure[] {
  const sums = new Map<string, VoiceFigure>();
  for (const { month, family: event, channel, n } of counted) {
    const [kind, source] = [kindOf(event), sourceOf(channel)];
    if (!kind || !source) continue;
    const key = `${month} ${kind.id} ${source.id}`;
    const figure = sums.get(key) ?? { month, kind: kind.id, source: source.id, count: 0 };
    sums.set(key, { ...figure, count: figure.count + n });
  }
  const place = (list: readonly Named[], id: string): number => list.findIndex((one) => one.id === id);
  return [...sums.values()].sort(
    (a, b) =>
      a.month.localeCompare(b.month) ||
      place(KINDS, a.kind) - place(KINDS, b.kind) ||
      place(SOURCES, a.source) - place(SOURCES, b.source),
  );
}
