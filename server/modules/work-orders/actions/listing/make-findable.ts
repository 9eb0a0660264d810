/** What orders are found by follows what they say: in the same transaction, and for those opened before there was a search. */
import type { Db, Tx } from '../../../../platform/database.ts';
import { sounds } from '../../../registers/index.ts';
import { type CallerWords, requestCards } from '../../contributions.ts';
import { type Document, tokensOf } from '../../rules/listing/tokens.ts';
import { notFindable, type OwnWords, ownWords, saveFindable } from '../../store/search.ts';

const BATCH = 500;

const documentOf = (own: OwnWords, callers: readonly CallerWords[]): Document => ({
  number: own.number,
  texts: [own.summary, own.content ?? '', ...callers.flatMap(({ content, sourceRef }) => [content, sourceRef ?? ''])],
  places: [...new Set([own.place, ...callers.map(({ place }) => place)])],
  people: callers,
});

/** Of an order just opened, whose words are at hand. */
export const makeFindable = (tx: Tx, orderId: number, document: Document): void =>
  saveFindable(tx, orderId, tokensOf(tx.utilityId, document, sounds));

/** When a caller came or went or was corrected, or the order stands elsewhere. */
export const findAnew = (tx: Tx, orderIds: readonly number[]): Promise<void> =>
  tx.asSystem(async () => {
    const [orders, callers] = await Promise.all([
      ownWords(tx, orderIds),
      requestCards().wordsOf?.(tx, orderIds) ?? Promise.resolve([]),
    ]);
    for (const own of orders) {
      const of = callers.filter(({ orderId }) => orderId === own.orderId);
      makeFindable(tx, own.orderId, documentOf(own, of));
    }
  });

/** Every order nothing finds yet: after an upgrade, and after orders were brought in from outside. Returns how many. */
export async function completeSearch(db: Db, utilityIds: readonly number[], stopping?: AbortSignal): Promise<number> {
  let made = 0;
  for (const utilityId of utilityIds) {
    let after = 0;
    while (!stopping?.aborted) {
      const ids = await db.transaction(utilityId, async (tx) => {
        const found = await notFindable(tx, after, BATCH);
        if (found.length > 0) await findAnew(tx, found);
        return found;
      });
      const last = ids.at(-1);
      if (last === undefined) break;
      made += ids.length;
      after = last;
    }
  }
  return made;
}
