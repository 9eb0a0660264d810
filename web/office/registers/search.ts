/** What of the register stands in the address. */
export interface RegisterSearch {
  find?: string;
  kind?: string;
  unit?: string;
  /** Those out of use as well. */
  ended?: boolean;
  page?: number;
  /** The thing looked at. */
  id?: number;
}

const word = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= most ? value : undefined;
const whole = (value: unknown, least: number, most: number): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
    ? (value as number)
    : undefined;

export function readRegisterSearch(search: Record<string, unknown>): RegisterSearch {
  const found = {
    // Digits alone come as a number.
    find: word(typeof search.find === 'number' ? String(search.find) : search.find, 100),
    kind: word(search.kind, 80),
    unit: word(search.unit, 80),
    ended: search.ended === true ? true : undefined,
    page: whole(search.page, 2, 100_000),
    id: whole(search.id, 1, Number.MAX_SAFE_INTEGER),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as RegisterSearch;
}
