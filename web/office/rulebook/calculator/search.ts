/** What of the calculator stands in the address: a calculation is shared by its link. */
export interface CalculatorSearch {
  /** Hashes or names of one to four rulebooks; absent: the one in force. */
  packs?: string[];
  event?: string;
  channel?: string;
  /** When it is received; absent: now. */
  at?: string;
  facts?: Record<string, FactValue>;
  /** Milestone or planned time → when. */
  then?: Record<string, string>;
  plans?: Record<string, string>;
  pauses?: { from: string; until: string | null }[];
}

export type FactValue = string | number | boolean | string[];
export const MOST_RULEBOOKS = 4;
const MOST = 60;

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 100 ? value : undefined;
const time = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value)) ? value : undefined;

const isFact = (value: unknown): value is FactValue =>
  (typeof value === 'string' && value.length <= 500) ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.length <= 50 && value.every((one) => typeof one === 'string'));

function record<V>(value: unknown, read: (one: unknown) => V | undefined): Record<string, V> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const kept = Object.entries(value)
    .slice(0, MOST)
    .flatMap(([key, one]): [string, V][] => {
      const good = read(one);
      return good === undefined ? [] : [[key, good]];
    });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function pausesOf(value: unknown): CalculatorSearch['pauses'] {
  if (!Array.isArray(value)) return undefined;
  const kept = value.slice(0, 20).flatMap((one: { from?: unknown; until?: unknown } | null) => {
    const from = time(one?.from);
    return from === undefined ? [] : [{ from, until: time(one?.until) ?? null }];
  });
  return kept.length > 0 ? kept : undefined;
}

export function readCalculatorSearch(search: Record<string, unknown>): CalculatorSearch {
  const packs = (Array.isArray(search.packs) ? search.packs : [])
    .flatMap((one) => word(one) ?? [])
    .slice(0, MOST_RULEBOOKS);
  const found = {
    packs: packs.length > 0 ? packs : undefined,
    event: word(search.event),
    channel: word(search.channel),
    at: time(search.at),
    facts: record(search.facts, (one) => (isFact(one) ? one : undefined)),
    then: record(search.then, time),
    plans: record(search.plans, time),
    pauses: pausesOf(search.pauses),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
