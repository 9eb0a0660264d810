/** One spelling for each place, whoever types it: full-width digits, Chinese numerals, 栋 and 幢 and #. */

/** Characters of a place that are read; the rest is no place any more. */
const LONGEST = 80;

// biome-ignore format: one line
const DIGITS: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};

/** 十八 → 18, 一百二十 → 120, 一二〇 → 120. */
export function readNumeral(text: string): number {
  if (!/[十百]/.test(text)) return Number([...text].map((digit) => DIGITS[digit] ?? 0).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      total += (digit ?? 1) * (sign === '百' ? 100 : 10);
      digit = null;
    } else digit = DIGITS[sign] ?? 0;
  }
  return total + (digit ?? 0);
}

/** A numeral counts only before what is counted: 三号楼 is 3号楼, 五一路 stays. */
const COUNTED = /[零〇一二两三四五六七八九十百]+(?=号|栋|幢|座|单元|室|层|楼|门|期|区|#)/g;

/** Lower case, plain digits, no spaces and marks; a dash between digits stays. */
export const normalText = (typed: string): string =>
  [...typed.normalize('NFKC').toLowerCase().replaceAll('ü', 'v')]
    .slice(0, LONGEST)
    .join('')
    .replace(/[—–－―]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/[^\p{L}\p{N}#-]/gu, '')
    .replace(/(?<![0-9a-z])-|-(?![0-9a-z])/g, '')
    // what now stands side by side may be one character
    .normalize('NFKC')
    .replace(COUNTED, (numeral) => String(readNumeral(numeral)));

const BUILDING = '号楼|栋|幢|座|号院|#楼|#|楼';

/** 3号楼, 三栋, 3幢, 3# → 3; A座 → a; a name that is no number stays itself. */
export function buildingKey(name: string): string {
  const text = normalText(name);
  const numbered = new RegExp(`^第?([a-z]?\\d+[a-z]?|[a-z])(?:${BUILDING}|号)?$`).exec(text);
  return numbered?.[1] ?? text;
}

/** 2单元5层501室 → 2-501; 2-501 stays; a shop's 1号 → 1. */
export const roomKey = (room: string): string =>
  normalText(room)
    .replace(/单元|门(?=\d)/g, '-')
    .replace(/\d+[层楼](?=\d)/g, '')
    .replace(/[室户号]$/, '')
    .replace(/-$/, '');

export interface Detail {
  /** Key of the building; null: none was said. */
  building: string | null;
  /** 2-501, 2 (the unit alone) or 501; null: none was said. */
  room: string | null;
  /** What nobody understood. */
  left: string;
}

/** Words around a place that say nothing of where it is. */
const AROUND =
  /^(?:小区|社区|大院|院内|院|里面|内|里|的|附近|旁边|旁|对面|门口|门前|正门|[东南西北]门|[东南西北]侧|这里|那里|这边|处|在|位于|家里|家中)+/;

/** What follows a community: 3号楼2单元501, 3-2-501, 3栋, A座. */
export function readDetail(after: string): Detail {
  let rest = after.replace(AROUND, '');
  const dashed = /^(\d+|[a-z]\d*)-(\d+(?:-\d+)?)(?:室|号)?/.exec(rest);
  if (dashed?.[1] && dashed[2]) {
    return { building: dashed[1], room: dashed[2], left: rest.slice(dashed[0].length).replace(AROUND, '') };
  }
  const numbered = new RegExp(`^第?([a-z]?\\d+[a-z]?|[a-z])(?:${BUILDING}|号(?!院)|$)`).exec(rest);
  const building = numbered?.[1] ?? null;
  if (numbered) rest = rest.slice(numbered[0].length);
  const unit = /^(\d+)(?:单元|门)/.exec(rest);
  if (unit) rest = rest.slice(unit[0].length);
  const floor = /^\d+[层楼]/.exec(rest);
  if (floor) rest = rest.slice(floor[0].length);
  const door = /^(\d{1,4})(?:室|户|号)?/.exec(rest);
  if (door) rest = rest.slice(door[0].length);
  const room = [unit?.[1], door?.[1]].filter(Boolean).join('-') || null;
  return { building, room, left: rest.replace(AROUND, '') };
}

/** Does this room answer what was said? 501 answers every unit's 501, 2 the whole second unit. */
export function roomIs(key: string, said: string): boolean {
  if (key === said) return true;
  if (said.includes('-')) return key.startsWith(said);
  return key.split('-').at(-1) === said || key.startsWith(`${said}-`);
}
