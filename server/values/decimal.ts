/**
 * Exact decimal numbers: unit prices, percentages, quantities. Never a binary fraction: 0.1 + 0.2 is 0.3.
 * Sums and products are exact; only `rounded` and `quotient` round, half away from zero (四舍五入).
 */
export interface Decimal {
  /** value = digits × 10^-scale */
  digits: bigint;
  scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** `11`, `0.14`, `-3.50`; undefined for anything else. */
export function decimalOf(text: string): Decimal | undefined {
  const m = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!m) return undefined;
  const digits = BigInt(`${m[2] ?? ''}${m[3] ?? ''}`);
  return { digits: m[1] === '-' ? -digits : digits, scale: m[3]?.length ?? 0 };
}

/** A recorded number as it was written: the shortest decimal that means it. Undefined when it is not finite. */
export function decimalOfNumber(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  const m = /^(-?\d+(?:\.\d+)?)(?:e([+-]\d+))?$/.exec(String(value));
  const base = m ? decimalOf(m[1] ?? '') : undefined;
  return base && shifted(base, Number(m?.[2] ?? 0));
}

/** Times 10^by. */
export const shifted = ({ digits, scale }: Decimal, by: number): Decimal =>
  by > scale ? { digits: digits * 10n ** BigInt(by - scale), scale: 0 } : { digits, scale: scale - by };

const aligned = (a: Decimal, b: Decimal): [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
};

export function plus(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return { digits: x + y, scale };
}

export const negative = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });
export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, negative(b));
export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });

/** Below zero, zero, above zero: a is less, equal, more. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);
export const larger = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b);

/** a ÷ b to so many places, half away from zero. @throws RangeError when b is zero */
export function quotient(a: Decimal, b: Decimal, places: number): Decimal {
  const [x, y] = aligned(a, b);
  const over = x * 10n ** BigInt(places);
  const sign = over < 0n !== y < 0n ? -1n : 1n;
  const [n, d] = [over < 0n ? -over : over, y < 0n ? -y : y];
  return { digits: sign * ((2n * n + d) / (2n * d)), scale: places };
}

/** To so many places, half away from zero. */
export const rounded = (value: Decimal, places: number): Decimal =>
  value.scale <= places ? value : quotient(value, { digits: 1n, scale: 0 }, places);

/** Without trailing zeros: `11`, `0.14`. */
export function showDecimal({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}
