/** Clocks of several rulebooks side by side: what is stopped by the same act stands in one row. */
import type { ClockView } from '../../../kit/views.ts';

export interface Row {
  key: string;
  name: string;
  /** One for each rulebook, in their order. */
  cells: ClockView[][];
  /** Rulebook whose due comes first; null: none does alone. */
  earliest: number | null;
}

const keyOf = ({ section, until, name }: ClockView): string =>
  section === 'clocks' ? `until ${until[0] ?? ''}` : `${section} ${name}`;
const dueOf = ({ dueAt }: ClockView): number => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt));
const firstOf = (cell: readonly ClockView[]): number => Math.min(Number.POSITIVE_INFINITY, ...cell.map(dueOf));

export function aligned(columns: readonly (readonly ClockView[] | undefined)[]): Row[] {
  const rows = new Map<string, Row>();
  for (const [at, clocks] of columns.entries())
    for (const clock of clocks ?? []) {
      const key = keyOf(clock);
      const name = clock.section === 'clocks' ? (clock.untilNames[0] ?? clock.name) : clock.name;
      const row = rows.get(key) ?? { key, name, cells: columns.map(() => []), earliest: null };
      row.cells[at]?.push(clock);
      rows.set(key, row);
    }
  for (const row of rows.values()) row.earliest = earliestOf(row.cells);
  return [...rows.values()].sort((a, b) => Math.min(...a.cells.map(firstOf)) - Math.min(...b.cells.map(firstOf)) || 0);
}

function earliestOf(cells: readonly ClockView[][]): number | null {
  const dues = cells.map(firstOf);
  const first = Math.min(...dues);
  const told = cells.filter((cell) => cell.length > 0).length;
  if (told < 2 || !Number.isFinite(first)) return null;
  return dues.filter((due) => due === first).length === 1 ? dues.indexOf(first) : null;
}
