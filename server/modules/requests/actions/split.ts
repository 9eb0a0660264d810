/** 拆分: a request leaves the order it was joined to for one of its own, which is about what it says itself. */
import type { Result } from '../../../values/result.ts';
import { type Given, splitRequest } from '../../work-orders/index.ts';
import { bookAt, placeOf, readyToOpen } from '../book.ts';
import { requestById } from '../store/requests.ts';

export interface Splitting {
  version: number;
  requestId: number;
  reason: string;
}

export const split = (
  given: Given,
  orderId: number,
  splitting: Splitting,
): Promise<Result<{ orderId: number; number: string }>> =>
  splitRequest(given, orderId, splitting, async ({ id, elements }) => {
    const row = await requestById(given.tx, id, true);
    const book = row && (await bookAt(given.tx, row.receivedAt));
    if (!row || !book?.ok) return undefined;
    const place = await placeOf(given.tx, {
      roadIds: row.roadIds,
      ...(row.premisesId === null ? {} : { premisesId: row.premisesId }),
      ...(row.lon === null || row.lat === null ? {} : { lon: row.lon, lat: row.lat }),
    });
    if (!place.ok) return undefined;
    const opening = readyToOpen(id, row, book.value, place.value, {}, 'desk');
    return { opening: { ...opening, request: { id, elements } }, recordedAt: row.recordedAt };
  });
