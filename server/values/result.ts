/**
 * A business refusal is a value, not an exception. `code` is stable and language-neutral
 * (kebab-case); `params` fills the message of the reader's language; `article` is the
 * article of the rulebook that asks for it, where one does.
 */
export interface Refusal {
  code: string;
  params?: Record<string, string | number | boolean | null>;
  article?: string;
  quote?: string;
  /** Dotted paths of the input that are at fault, with a code each. */
  fields?: { path: string; code: string; params?: Record<string, string | number> }[];
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (code: string, rest: Omit<Refusal, 'code'> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...rest },
});
