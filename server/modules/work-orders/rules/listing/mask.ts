/** Personal data as it is shown unless somebody asks for it and is written down: enough to recognise, not enough to use. */

/** 13812344127 → 138****4127; shorter numbers keep their last two digits. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null || phone === '') return null;
  const digits = phone.replace(/[^\d*]/g, '');
  return digits.length >= 8 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

/** 王小明 → 王* */
export const maskName = (name: string | null): string | null => (name ? `${[...name][0]}*` : null);
