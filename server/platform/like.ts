/** Looking for a text inside a text. */
import sql, { type Sql } from 'sql-template-tag';

/** A part of a LIKE pattern that means what it says. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** A LIKE pattern: the text anywhere. */
export const anywhere = (text: string): string => `%${literally(text)}%`;

/** A column in plain width and lower case, without spaces. */
export const plainly = (column: Sql): Sql => sql`regexp_replace(lower(normalize(${column}, nfkc)), '\\s', '', 'g')`;
