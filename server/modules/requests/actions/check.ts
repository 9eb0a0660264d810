/** Elements of the intake form as the agent types; writes nothing. */
import { ok, type Result } from '../../../values/result.ts';
import { calendarInForce, calendarsOf } from '../../regulations/index.ts';
import { type Ownership, routesOf, routeView } from '../../work-orders/index.ts';
import { type Acting, bookAt, placeOf } from '../book.ts';
import { limitKnown } from '../rules/book.ts';
import { type Checked, checkElements } from '../rules/elements.ts';
import { cleanText, type Intake, readReceivedAt } from '../rules/intake.ts';

/** @returns with whose it would be, as far as is known */
export async function check(
  acting: Acting,
  intake: Partial<Intake>,
): Promise<Result<Checked & { routing: Ownership[] }>> {
  const now = acting.time.now();
  const at = readReceivedAt(intake.receivedAt, now);
  if (!at.ok) return at;
  const book = await bookAt(acting.tx, at.value);
  if (!book.ok) return book;
  const place = await placeOf(acting.tx, intake);
  if (!place.ok) return place;
  const { published } = await calendarInForce(acting.tx, book.value.pack.holidays);
  const phone = cleanText(intake.phone);
  const report = {
    event: known(intake.event, book.value.vocabulary.events),
    channel: known(intake.channel, book.value.vocabulary.channels),
    facts: {
      ...(place.value.customerKind ? { 'customer-kind': place.value.customerKind } : {}),
      ...intake.facts,
      'contact-left': phone !== '',
      urgent: intake.urgent ?? false,
    },
  };
  const { pack } = book.value;
  const routing =
    report.event === '' ? [] : routesOf(report, pack, []).map((one) => routeView(one, pack, acting.lang ?? 'zh'));
  const checked = checkElements(
    {
      ...report,
      receivedAt: at.value,
      place: cleanText(intake.place) || place.value.address,
      content: cleanText(intake.content),
      reporter: cleanText(intake.reporter),
      phone,
      contactTimes: cleanText(intake.contactTimes),
      form: intake.form ?? {},
      unitSuggested: routing.length > 0,
      limitKnown:
        report.event !== '' && limitKnown(book.value, calendarsOf(book.value.pack, published), report, at.value),
    },
    book.value,
  );
  return ok({ ...checked, routing });
}

/** A word being typed is not an event yet. */
export const known = (typed: string | undefined, words: { id: string; words: string[] }[]): string => {
  const text = cleanText(typed);
  return words.find(({ id, words: all }) => id === text || all.includes(text))?.id ?? '';
};
