/** Money as integer fen 分, and as people write it. */
import { type Decimal, decimalOf, rounded, shifted } from './decimal.ts';

/** An amount in CNY to whole fen, half away from zero 四舍五入到分. @throws RangeError beyond what a number holds exactly */
export function fenOf(yuan: Decimal): number {
  const fen = Number(shifted(rounded(yuan, 2), 2).digits);
  if (!Number.isSafeInteger(fen)) throw new RangeError(`too much money: ${fen}`);
  return fen;
}

/** `1325.50` */
export function showFen(fen: number): string {
  const text = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** `1325.5` → 132550; undefined for what is no amount of whole fen. */
export function parseFen(text: string): number | undefined {
  const yuan = decimalOf(text.trim());
  return yuan && yuan.scale <= 2 ? fenOf(yuan) : undefined;
}
