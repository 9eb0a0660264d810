/** 疑似重复: what is likely the same incident as the report being typed; writes nothing. */
import { ok, type Result } from '../../../values/result.ts';
import { type Duplicate, findDuplicates } from '../../work-orders/index.ts';
import { bookAt, placeOf } from '../book.ts';
import { cleanText, type Intake, readReceivedAt } from '../rules/intake.ts';
import { known } from './check.ts';
import type { Asking } from './read.ts';

export async function duplicates(asking: Asking, intake: Partial<Intake>): Promise<Result<Duplicate[]>> {
  const at = readReceivedAt(intake.receivedAt, asking.time.now());
  if (!at.ok) return at;
  const book = await bookAt(asking.tx, at.value);
  if (!book.ok) return book;
  const place = await placeOf(asking.tx, intake);
  if (!place.ok) return place;
  const { premisesId, communityId, position, address } = place.value;
  return ok(
    await findDuplicates(asking, {
      ...{ premisesId, communityId, lon: position?.lon ?? null, lat: position?.lat ?? null },
      event: known(intake.event, book.value.vocabulary.events),
      place: cleanText(intake.place) || address,
      at: at.value,
    }),
  );
}
