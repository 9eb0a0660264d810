/** Somebody opens the link he was sent, and answers. He is nobody of a utility: the link alone says whose it is. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database.ts';
import { HOUR, type Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { utilityOf } from '../../identity/index.ts';
import { packByHash } from '../../regulations/index.ts';
import { type Rating, rateOrder, rulebookOf } from '../../work-orders/index.ts';
import { whyOver } from '../rules/asking.ts';
import { type AskRow, answerAsk, askById, askedBy } from '../store/ratings.ts';
import { settingsOf } from '../store/settings.ts';
import { hashOf } from './tell.ts';

/** Nothing in it says who he is or where he lives. */
export interface Asked {
  utility: string;
  number: string;
  matter: { zh: string; en: string };
  unit: string | null;
  handledAt: Instant | null;
  rating: Rating | null;
  words: string;
  /** Until when an answer may be changed; null: none was given. */
  openUntil: Instant | null;
}

export const WORDS_LIMIT = 500;

async function withLink<T>(
  { db, time }: { db: Db; time: TimeSource },
  token: string,
  lock: boolean,
  work: (tx: Tx, ask: AskRow, askId: number) => Promise<Result<T>>,
): Promise<Result<T>> {
  const whose = await askedBy(db, hashOf(token));
  if (!whose) return refuse('rating-link-over');
  let refused: Result<T> | undefined;
  try {
    return await db.transaction(whose.utilityId, async (tx) => {
      const ask = await askById(tx, whose.askId, lock);
      const over = ask ? whyOver(ask, time.now()) : 'rating-link-over';
      const done = !ask || over ? refuse(over ?? 'rating-link-over') : await work(tx, ask, whose.askId);
      if (done.ok) return done;
      refused = done;
      // nothing of it stays
      throw new Error('refused');
    });
  } catch (error) {
    if (refused) return refused;
    throw error;
  }
}

export const readAsked = (reader: { db: Db; time: TimeSource }, token: string): Promise<Result<Asked>> =>
  withLink(reader, token, false, async (tx, ask) => ok(await shown(tx, ask)));

async function shown(tx: Tx, ask: AskRow): Promise<Asked> {
  const [{ name }, pack] = await Promise.all([utilityOf(tx), packByHash(tx, ask.packHash)]);
  const matter = rulebookOf(pack).words.events.get(ask.event) ?? { zh: ask.event, en: ask.event };
  const { number, departmentName: unit, handledAt, rating, words, openUntil } = ask;
  return { utility: name, number, matter: { zh: matter.zh, en: matter.en }, unit, handledAt, rating, words, openUntil };
}

/** The order's log, the link and a follow-up in one transaction. The same answer again is the same answer. */
export const answerRating = (
  { db, time }: { db: Db; time: TimeSource },
  token: string,
  answer: { rating: Rating; words: string },
): Promise<Result<Asked>> =>
  withLink({ db, time }, token, true, async (tx, ask, askId) => {
    if ([...answer.words].length > WORDS_LIMIT)
      return refuse('rating-words-too-long', { params: { limit: WORDS_LIMIT } });
    if (ask.rating !== answer.rating || ask.words !== answer.words) {
      const rated = await rateOrder(tx, time, ask.orderId, ask.round, { requestId: ask.requestId, ...answer });
      // he has another order by now: his request was moved
      if (!rated.ok) return refuse('rating-order-open');
      const { changeHours } = await settingsOf(tx);
      const at = time.now();
      await answerAsk(tx, askId, { ...answer, at, openUntil: at + changeHours * HOUR });
    }
    const after = await askById(tx, askId, false);
    return after ? ok(await shown(tx, after)) : refuse('rating-link-over');
  });
