/** As JSON that PostgreSQL keeps: a text that was cut may end in half a character. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '') : part,
  );
