/** What of a place as people write it tells whether two are the same: road and number, estate, building. */
export interface Address {
  road: string | null;
  number: number | null;
  estate: string | null;
  building: string | null;
}

const ROAD = /([\p{Script=Han}]{1,5}?(?:大街|大道|路|街|巷|胡同))/u;
const NUMBER = /(?:路|街|道|巷|胡同)(\d{1,5})号(?!楼)/u;
const ESTATE = /([\p{Script=Han}]{2,8}?(?:小区|花园|家园|新村|公寓|苑|嘉园|雅园|新城|广场))/u;
const BUILDING = /([\dA-Z]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|#楼|栋|幢|座)/u;
const DIGITS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Full-width letters and digits as typed by an input method, and spaces, are all the same address. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/** 十二 as 12. */
function counted(text: string): string {
  if (!/^[一二三四五六七八九十]+$/u.test(text)) return text;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (DIGITS[tens] ?? 1) * 10 : 0;
  return String(ten + (DIGITS[ones] ?? 0));
}

/** Without what leads up to it: 位于市中区文化路. */
const named = (text: string | undefined): string | null => text?.split(/[在于市区县镇]/u).at(-1) || null;

export function addressOf(place: string): Address {
  const text = plain(place);
  const road = named(ROAD.exec(text)?.[1]);
  const number = NUMBER.exec(text)?.[1];
  const after = road === null ? text : text.slice(text.indexOf(road) + road.length).replace(/^\d+号(?!楼)/u, '');
  const building = BUILDING.exec(text)?.[1];
  return {
    road,
    number: number === undefined ? null : Number(number),
    estate: named(ESTATE.exec(after)?.[1]),
    building: building === undefined ? null : counted(building),
  };
}
