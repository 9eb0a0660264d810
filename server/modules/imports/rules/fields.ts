/** Values of cells as registers want them. */

/** Why a cell is not what its column asks for. */
export interface FieldFault {
  code: string;
  params: Record<string, string>;
}

export const isFault = (value: unknown): value is FieldFault =>
  typeof value === 'object' && value !== null && 'code' in value;

const shown = (text: string): string => text.trim().slice(0, 40);

/** A property only where something is said. */
export const optional = <Name extends string>(name: Name, text: string): { [K in Name]?: string } =>
  (text.trim() === '' ? {} : { [name]: text.trim() }) as { [K in Name]?: string };

/** Decimal, also in wide digits. */
export function numberOf(text: string): number | FieldFault {
  const written = text.normalize('NFKC').trim();
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(written)
    ? Number(written)
    : { code: 'cell-number-not-valid', params: { found: shown(text) } };
}

/** Millimetres of `15`, `DN15`, `15mm`; not a number: nothing of the kind, which the register refuses. */
export function sizeOf(text: string): number {
  const written = /^(?:dn|φ|Φ)?\s*(\d{1,6})(?:\.0+)?\s*(?:mm|毫米)?$/i.exec(text.normalize('NFKC').trim());
  return written ? Number(written[1]) : Number.NaN;
}

/** The word of the register, by itself or another name; another text as it is, which the register refuses. */
export function wordOf(text: string, words: Readonly<Record<string, readonly string[]>>): string {
  const written = text.normalize('NFKC').trim().toLowerCase();
  const found = Object.entries(words).find(([word, names]) => word === written || names.includes(written));
  return found?.[0] ?? written;
}

/** 望湖苑、湖苑小区；老纺织厂宿舍 */
export const listOf = (text: string): string[] =>
  text
    .split(/[、，,;；|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** `116.1 33.9; 116.2 33.8`: lon and lat of each point. */
export function pairsOf(text: string): [number, number][] | FieldFault {
  const pairs: [number, number][] = [];
  for (const part of text.split(/[;；|\n]/).filter((one) => one.trim() !== '')) {
    const [lon, lat, ...more] = part
      .trim()
      .split(/[\s,，]+/)
      .map(numberOf);
    if (typeof lon !== 'number' || typeof lat !== 'number' || more.length > 0) {
      return { code: 'cell-number-not-valid', params: { found: shown(part) } };
    }
    pairs.push([lon, lat]);
  }
  return pairs;
}
