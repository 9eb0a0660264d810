/** 建议: what a message seems to report. Shown to the desk, applied by nobody but a person; what he confirmed is kept. */
import { ok, type Result } from '../../../values/result.ts';
import { type Acting, bookAt } from '../book.ts';
import type { IntakeBook } from '../rules/book.ts';
import { type Confirmed, confirmationOf } from '../rules/suggest/confirm.ts';
import { type Suggestion, suggest } from '../rules/suggest/suggest.ts';
import { messageOf } from '../rules/suggest/text.ts';
import { addConfirmation } from '../store/suggestions.ts';

export interface Suggested {
  suggestion: Suggestion;
  book: IntakeBook;
}

export async function suggestFor({ tx, time }: Acting, content: string): Promise<Result<Suggested>> {
  const book = await bookAt(tx, time.now());
  if (!book.ok) return book;
  return ok({ suggestion: suggest(messageOf(content), book.value.suggestions), book: book.value });
}

/** Only what a person decided at a desk: an import confirms nothing. */
export async function keepConfirmed(
  { tx, me, time, via }: Acting,
  requestId: number,
  content: string,
  confirmed: Confirmed,
  book: IntakeBook,
): Promise<void> {
  if (via !== 'desk' || me === null) return;
  const suggestion = suggest(messageOf(content), book.suggestions);
  await addConfirmation(tx, { requestId, at: time.now(), by: me.staffId }, confirmationOf(suggestion, confirmed));
}
