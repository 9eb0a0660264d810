/** A list that can be kept, arranged and taken away: its columns and where its rows come from. */
import type { TSchema } from 'typebox';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Language, Me } from '../../../platform/http/route.ts';
import type { Result } from '../../../values/result.ts';
import type { Action } from '../../identity/index.ts';

export interface Column {
  id: string;
  zh: string;
  en: string;
  /** Pixels, until somebody pulls at it. */
  width: number;
  /** Shown until somebody chooses. */
  shown: boolean;
  /** Key of the list's sort; absent: not sorted by it. */
  sort?: string;
  /** Who somebody is: masked, and only in files. */
  personal?: true;
}

export interface Reading {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Language;
}

/** What is asked of a list, as its route takes it. */
export type Query = Record<string, string | number | boolean>;

export interface ListKind {
  id: string;
  zh: string;
  en: string;
  /** Row of the permission table that lets somebody see it. */
  action: Action;
  /** Tab, filters and search. */
  query: TSchema;
  columns: readonly Column[];
  /** Ids of all rows in their order, so many at a time, as of one moment. */
  ids(reading: Reading, query: Query, sort: string | null): AsyncGenerator<number[]>;
  /** Checks what `ids` would refuse. */
  may(reading: Reading, query: Query, sort: string | null): Promise<Result<true>>;
  /** Whether somebody may still see all of those: what has been hidden since is not fetched either. */
  sees(reading: Reading, ids: readonly number[]): Promise<boolean>;
  /** Cells of those rows somebody may still see, in the order of the ids. */
  rows(reading: Reading, ids: readonly number[], columns: readonly string[], people: boolean): Promise<string[][]>;
}
