/** What somebody is told of changes: small facts of each topic, or that there were too many to name. */
import type { Tx } from '../database.ts';
import type { Me } from '../http/route.ts';

export type Small = string | number | boolean | null;
/** The first part is what it is about. Two that are not the same word for word are both told: neither says what the other does. */
export type Entry = readonly [about: string | number, ...more: Small[]];
/** true: anything of the topic may have changed. */
export type Told = true | readonly Entry[];
export type News = Record<string, Told>;

/** What a module lets be followed. `P` is what it makes of the facts, once for everybody. */
export interface Topic<P = unknown> {
  name: string;
  /** @param facts as the database wrote them down: a list, or `true`. As the system: it sees all. */
  prepare(tx: Tx, facts: readonly unknown[]): Promise<P>;
  /** Only what this person may know of: an id he may not see is not among it. */
  told(me: Me, prepared: P): Told;
}

/** A topic whose own kind of facts is forgotten. */
export const topic = <P>(declared: Topic<P>): Topic => declared as Topic;

/** Entries named at most; a screen that shows fifty rows looks again anyway. */
export const MOST = 200;

const isNothing = (told: Told): boolean => told !== true && told.length === 0;

function together(before: Told, more: Told): Told {
  if (before === true || more === true) return true;
  const told = new Map<string, Entry>();
  for (const entry of [...before, ...more]) told.set(JSON.stringify(entry), entry);
  return [...told.values()];
}

/** What is not told yet, and what came after. Grows no further than `MOST` entries of a topic. */
export function addNews(before: News, more: News): News {
  const sum: News = { ...before };
  for (const [name, told] of Object.entries(more)) {
    if (isNothing(told)) continue;
    const all = together(sum[name] ?? [], told);
    sum[name] = all === true || all.length > MOST ? true : all;
  }
  return sum;
}

export const isQuiet = (news: News): boolean => Object.keys(news).length === 0;
