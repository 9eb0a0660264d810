/** What a thing is owed: what was made, what became of it, and what comes next. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { DAY, type Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { type ListedThing, thingById, thingsById } from '../../registers/index.ts';
import { dutiesOf, dutyName, type InForce, type Made, owed, packByHash, showEvery } from '../../regulations/index.ts';
import { latestOf, type OccurrenceRow, occurrencesOf, underway } from '../store/occurrences.ts';
import { owingThing, rulesInForce } from './make-orders.ts';

export interface Owed {
  duty: string;
  name: string;
  every: string;
  article: string;
  quote: string;
}

export interface Coming extends Owed {
  opensAt: Instant;
  dueAt: Instant | null;
}

export interface History
  extends Owed,
    Pick<OccurrenceRow, 'orderId' | 'number' | 'state' | 'madeAt' | 'dueAt' | 'doneAt' | 'givenUpAt'> {
  /** Done after it was due, or not done and due by now. */
  late: boolean;
}

export interface DutiesOfThing {
  coming: Coming[];
  history: History[];
}

const HISTORY = 100;
/** How far it looks for what comes next. */
const AHEAD = 800 * DAY;

type Lang = 'zh' | 'en';

export async function readDuties(
  { tx, time, lang }: { tx: Tx; time: TimeSource; lang: Lang },
  thingId: number,
): Promise<Result<DutiesOfThing>> {
  const thing = await thingById(tx, thingId);
  if (!thing) return refuse('thing-not-found', { params: { thingId } });
  const now = time.now();
  const versions = await rulesInForce(tx);
  const made = new Map(
    (await latestOf(tx, [thingId])).map(({ duty, key, doneAt, givenUpAt }): [string, Made] => [
      duty,
      { key, closedAt: doneAt ?? givenUpAt },
    ]),
  );
  const coming = comingOf(versions, thing, (duty) => made.get(duty), now, lang);
  const history: History[] = [];
  for (const row of await occurrencesOf(tx, thingId, HISTORY)) history.push(await past(tx, row, now, lang));
  return ok({ coming, history });
}

export interface NextDue {
  thingId: number;
  /** null: nothing with a time is owed. */
  dueAt: Instant | null;
  /** Its order is being worked on. */
  orderId: number | null;
}

/** What each of these things is owed first: an order underway, or what comes. */
export async function nextDues(tx: Tx, time: TimeSource, thingIds: readonly number[], lang: Lang): Promise<NextDue[]> {
  const now = time.now();
  const [versions, things, latest, orders] = [
    await rulesInForce(tx),
    await thingsById(tx, thingIds),
    await latestOf(tx, thingIds),
    await underway(tx, thingIds),
  ];
  return things.map((thing): NextDue => {
    const made = (duty: string): Made | undefined => {
      const last = latest.find((one) => one.thingId === thing.thingId && one.duty === duty);
      return last && { key: last.key, closedAt: last.doneAt ?? last.givenUpAt };
    };
    const open = orders.filter(({ thingId }) => thingId === thing.thingId);
    const all = [...open, ...comingOf(versions, thing, made, now, lang).map((one) => ({ ...one, orderId: null }))];
    const [first] = all
      .filter(({ dueAt }) => dueAt !== null)
      .sort((a, b) => (a.dueAt as Instant) - (b.dueAt as Instant));
    return { thingId: thing.thingId, dueAt: first?.dueAt ?? null, orderId: first?.orderId ?? null };
  });
}

/** The next of each duty. */
export function comingOf(
  versions: readonly InForce[],
  thing: ListedThing,
  made: (duty: string) => Made | undefined,
  now: Instant,
  lang: Lang,
): Coming[] {
  const [version] = versions;
  if (!version) return [];
  const after = thing.lookedAt ?? Number.NEGATIVE_INFINITY;
  const next = new Map<string, Coming>();
  for (const one of owed(versions, owingThing(thing, version.calendars.zone), made, after, now + AHEAD)) {
    if (next.has(one.duty)) continue;
    const pack = versions.find((other) => other.pack.hash === one.pack)?.pack ?? version.pack;
    next.set(one.duty, {
      duty: one.duty,
      name: dutyName(pack, one.duty, lang),
      every: showEvery(one.every, undefined, lang),
      article: one.article,
      quote: one.quote,
      opensAt: one.opensAt,
      dueAt: one.due,
    });
  }
  return [...next.values()];
}

export async function past(tx: Tx, row: OccurrenceRow, now: Instant, lang: Lang): Promise<History> {
  const pack = await packByHash(tx, row.packHash);
  const duty = dutiesOf(pack).find(({ id }) => id === row.duty);
  const { orderId, number, state, madeAt, dueAt, doneAt, givenUpAt } = row;
  return {
    duty: row.duty,
    name: dutyName(pack, row.duty, lang),
    every: duty ? showEvery(duty.cases[0]?.value.every ?? 'once', undefined, lang) : '',
    article: duty?.article ?? '',
    quote: duty?.quote ?? '',
    ...{ orderId, number, state, madeAt, dueAt, doneAt, givenUpAt },
    late: dueAt !== null && givenUpAt === null && (doneAt ?? now) > dueAt,
  };
}
