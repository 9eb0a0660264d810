/** What is owed in one order 应赔付、奖励、考核. Nothing is written. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { remediesOf } from '../../regulations/index.ts';
import { type KnownMatter, readMatter } from '../../work-orders/index.ts';
import { type RemedyView, remedyView } from '../rules/remedy-view.ts';

type Reader = Parameters<typeof readMatter>[0];

export async function readRemedies(reader: Reader, orderId: number): Promise<Result<RemedyView[]>> {
  const known = await readMatter(reader, orderId);
  if (!known) return refuse('order-not-found');
  return ok(viewsOf(known, reader));
}

function viewsOf(known: KnownMatter, { lang, time }: Reader): RemedyView[] {
  const { matter, book, readings, departmentName, handlerName, clockName } = known;
  return remediesOf(book.pack, book.calendars, matter, time.now(), readings).map((remedy) =>
    remedyView(remedy, book.pack, readings, { unit: departmentName, handler: handlerName, clockName }, lang),
  );
}
