/**
 * A cell that begins like a formula is executed by a spreadsheet that opens it as CSV, so it is written with an
 * apostrophe before it, and the apostrophe is taken away when it is read again.
 */

/** Also the wide forms: Chinese input methods write them and spreadsheets take them. */
const LIKE_A_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

export const likeAFormula = (cell: string): boolean => LIKE_A_FORMULA.test(cell);
export const guarded = (cell: string): string => (likeAFormula(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
