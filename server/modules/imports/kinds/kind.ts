/** What one kind of file is: its columns, how a row is read, what saves many of them. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Catalogue } from '../../../platform/http/messages.ts';
import type { Me } from '../../../platform/http/route.ts';
import type { Epoch } from '../../../values/written-time.ts';
import type { Action } from '../../identity/index.ts';
import type { Column } from '../rules/columns.ts';

/** Why a row does not go in. */
export interface RowFault {
  /** Column of the kind; null: the row as a whole. */
  column: string | null;
  code: string;
  params: Record<string, string | number | boolean | null>;
}

export type Read<Row> = { row: Row } | { faults: RowFault[] };

export interface SavedRow {
  outcome: string;
  faults: RowFault[];
  /** What it became, where that is worth keeping. */
  became: Record<string, string | number | null> | null;
}

export interface Saving {
  tx: Tx;
  /** Null: the command line. */
  me: Me | null;
  /** Staff number of whoever handed the file in, for the audit log; null: the command line. */
  by: number | null;
  time: TimeSource;
}

export interface Kind<Row> {
  id: string;
  name: { zh: string; en: string };
  /** Who may import it. */
  action: Action;
  columns: readonly Column[];
  /** What is said once for the whole file, with what it is when nothing is said. */
  options: Record<string, string>;
  /** What may become of a row, in the order it is told. */
  outcomes: readonly string[];
  /** Words for the faults of its rows. */
  messages: Catalogue;
  /** `cell` gives the text of a column, '' where the file has none. */
  read(cell: (column: string) => string, options: { said: Record<string, string>; epoch: Epoch }): Read<Row>;
  /** One transaction; as many answers as rows, in their order. `lines`: where each stands in the file. */
  save(saving: Saving, rows: readonly Row[], lines: readonly number[]): Promise<SavedRow[]>;
}

/** A kind whose rows nobody but itself looks into. */
export type AnyKind = Kind<unknown>;
export const kindOf = <Row>(kind: Kind<Row>): AnyKind => kind as unknown as AnyKind;
