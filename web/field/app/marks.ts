/** Notes whose first word says what they are: the same in every language, for they are kept. */
export const MARKS = { parts: '【用料】', hazard: '【隐患】', safety: '【安全】' } as const;

/** The part of a line of the timeline that warns whoever comes next; null: it warns of nothing. */
export function warningIn(kind: string, text: string): string | null {
  if (kind !== 'note') return null;
  const at = [MARKS.hazard, MARKS.safety].map((mark) => text.indexOf(mark)).filter((found) => found >= 0);
  return at.length === 0 ? null : text.slice(Math.min(...at));
}
