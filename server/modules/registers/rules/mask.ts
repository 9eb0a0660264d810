/** Personal data as lists show it: enough to recognise, not enough to use. */

/** 13812344127 → 138****4127; shorter numbers keep their last two digits. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.replace(/[^\d*]/g, '');
  return digits.length >= 8 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

/** 王小明 → 王*; an organisation's name is not personal, but is masked alike: nobody can tell them apart for sure. */
export function maskName(name: string | null): string | null {
  if (name === null || name === '') return name;
  return `${[...name][0]}*`;
}
