/** What a cell of a workbook says, as a text. */
import { fault, type TableFault } from './table.ts';
import type { Shows, Workbook } from './workbook.ts';

export interface RawCell {
  column: number;
  type: string;
  style: number;
  formula: boolean;
  /** Whether it has a value, be it an empty one. */
  valued: boolean;
  value: string;
}

const DAY = 86_400_000;
/** Serial numbers of 1900-01-01 and 9999-12-31. */
const LAST = 2_958_465;
/** Excel believes that 1900 was a leap year; after its 60th day its calendar is right. */
const PHANTOM = 60;
/** Digits a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

export function readCell(cell: RawCell, workbook: Workbook): string | TableFault {
  const { column, type, value } = cell;
  if (cell.formula && !cell.valued) return fault(column, 'cell-formula-without-value');
  switch (type) {
    case 's': {
      const text = workbook.texts[Number(value)];
      return text ?? (value === '' ? '' : fault(column, 'cell-text-missing'));
    }
    case 'e':
      return fault(column, 'cell-error-value', { found: value.slice(0, 20) });
    case 'b':
      return value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
    case 'str':
    case 'inlineStr':
      return value;
    case 'd':
      return value
        .replace('T', ' ')
        .replace(/\.0+$/, '')
        .replace(/ 00:00:00$/, '');
    default:
      return value === '' ? '' : readNumber(column, value, workbook.styles[cell.style] ?? 'number', workbook.epoch);
  }
}

function readNumber(column: number, text: string, shows: Shows, epoch: Workbook['epoch']): string | TableFault {
  const number = Number(text);
  if (!Number.isFinite(number)) return fault(column, 'cell-number-not-valid', { found: text.slice(0, 40) });
  if (shows !== 'number')
    return serialText(number, shows, epoch) ?? fault(column, 'cell-date-not-valid', { found: text.slice(0, 40) });
  if (Number.isInteger(number) && Math.abs(number) >= 10 ** KEPT_DIGITS) {
    return fault(column, 'cell-number-too-long', { found: BigInt(number).toString().slice(0, 40), limit: KEPT_DIGITS });
  }
  // 0.1 + 0.2 is kept with seventeen digits and shown with fifteen
  const shown = Number(number.toPrecision(KEPT_DIGITS));
  return plain(shown);
}

/** Without an exponent. */
function plain(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(20).replace(/\.?0+$/, '') : text;
}

/**
 * A serial number of days as a spreadsheet counts them.
 * @returns `2026-03-01`, `2026-03-01 09:08:38`, `09:08:38`; null beyond its calendar
 */
export function serialText(serial: number, shows: Shows, epoch: 1900 | 1904): string | null {
  if (serial < 0 || serial >= LAST + 1) return null;
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  const time = new Date(rest * 1000).toISOString().slice(11, 19);
  if (shows === 'time' && days === 0) return time;
  if (days === 0 && epoch === 1900) return rest > 0 ? time : null;
  if (days === PHANTOM && epoch === 1900) return null;
  const from = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < PHANTOM ? 31 : 30);
  const day = new Date(from + days * DAY).toISOString().slice(0, 10);
  return rest === 0 ? day : `${day} ${time}`;
}
