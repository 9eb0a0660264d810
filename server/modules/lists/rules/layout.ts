/** Which columns a list shows, in which order and how wide. */
import { ok, type Result, refuse } from '../../../values/result.ts';

export interface Placed {
  id: string;
  /** Pixels. */
  width: number;
}

interface Known {
  id: string;
  width: number;
  shown: boolean;
  personal?: true;
}

export const NARROWEST = 40;
export const WIDEST = 800;

/** Before anybody has chosen. */
export const usual = (columns: readonly Known[]): Placed[] =>
  columns.filter(({ shown }) => shown).map(({ id, width }) => ({ id, width }));

/** As it was kept; what the list has lost since is left out. Nothing left: as before anybody had chosen. */
export function shown(kept: readonly Placed[] | null, columns: readonly Known[]): Placed[] {
  const known = new Set(columns.filter(({ personal }) => !personal).map(({ id }) => id));
  const still = (kept ?? []).filter(({ id }) => known.has(id));
  return still.length > 0 ? still : usual(columns);
}

export function readLayout(wanted: readonly Placed[], columns: readonly Known[]): Result<Placed[]> {
  const known = new Map(columns.map((column) => [column.id, column]));
  const unknown = wanted.find(({ id }) => !known.has(id) || known.get(id)?.personal);
  if (unknown) return refuse('column-not-known', { params: { column: unknown.id.slice(0, 40) } });
  if (new Set(wanted.map(({ id }) => id)).size < wanted.length) return refuse('column-twice');
  if (wanted.length === 0) return refuse('columns-none');
  const width = (pixels: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, pixels)));
  return ok(wanted.map(({ id, width: pixels }) => ({ id, width: width(pixels) })));
}
