/** Rows of a register of places as somebody hands them in: nothing in them has been believed yet. */

export interface Pointed {
  /** Degrees, WGS 84 or whatever the utility's maps use: the same for all of them. */
  lon?: number | null;
  lat?: number | null;
}

export interface CommunityRow extends Pointed {
  name: string;
  /** Road and house number: 湖滨东路18号. */
  road?: string;
  /** Id or name. */
  district: string;
  /** Absent: those known stay. */
  aliases?: string[];
}

export interface RoadRow {
  name: string;
  district: string;
  aliases?: string[];
  /** Middle line, at least two points of lon and lat. Absent: the one known stays. */
  line?: [number, number][];
}

/** A community by name; its district too, where two bear the name. */
interface InCommunity {
  community: string;
  district?: string;
}

export interface BuildingRow extends InCommunity, Pointed {
  name: string;
  aliases?: string[];
}

export interface PremisesRow extends InCommunity, Pointed {
  accountNumber: string;
  building: string;
  room: string;
  /** Absent: road, community, building and room one after another. */
  address?: string;
  customerName: string;
  customerPhone?: string | null;
  customerKind: string;
  /** Millimetres. */
  meterDn: number;
  supply: string;
}

export interface Fault {
  /** Property of the row. */
  field: string;
  code: string;
  params?: Record<string, string | number>;
}

export type SaveOutcome = 'created' | 'changed' | 'unchanged' | 'refused';

/** What became of one row, in the order they were given. */
export interface SavedRow {
  outcome: SaveOutcome;
  /** Of the place; null: refused. */
  id: number | null;
  faults: Fault[];
}

// biome-ignore format: one line
const LENGTHS: Record<string, number> = {
  name: 60, road: 100, alias: 60, building: 40, room: 40, address: 200, customerName: 100, customerPhone: 30, accountNumber: 30,
};
const MOST_ALIASES = 20;
const LARGEST_DN = 3000;
const PHONE = /^\+?[0-9*][0-9*()（）\- ]{3,28}[0-9*]$/;
const ACCOUNT = /^[0-9A-Za-z-]+$/;

const text = (
  field: string,
  value: string | null | undefined,
  needed: boolean,
  limit = LENGTHS[field] ?? 60,
): Fault[] => {
  const found = (value ?? '').trim();
  if (needed && found === '') return [{ field, code: 'value-missing' }];
  return found.length > limit ? [{ field, code: 'value-too-long', params: { found: found.length, limit } }] : [];
};

const within = (value: number, most: number): boolean => Number.isFinite(value) && Math.abs(value) <= most;

function point({ lon, lat }: Pointed): Fault[] {
  if ((lon ?? null) === null && (lat ?? null) === null) return [];
  if ((lon ?? null) === null || (lat ?? null) === null) {
    return [{ field: (lon ?? null) === null ? 'lon' : 'lat', code: 'half-a-point' }];
  }
  const faults: Fault[] = [];
  if (!within(lon ?? Number.NaN, 180))
    faults.push({ field: 'lon', code: 'degrees-not-valid', params: { found: String(lon), limit: 180 } });
  if (!within(lat ?? Number.NaN, 90))
    faults.push({ field: 'lat', code: 'degrees-not-valid', params: { found: String(lat), limit: 90 } });
  return faults;
}

function aliases(list: string[] | undefined): Fault[] {
  if (!list) return [];
  if (list.length > MOST_ALIASES) {
    return [{ field: 'aliases', code: 'aliases-too-many', params: { found: list.length, limit: MOST_ALIASES } }];
  }
  return list.flatMap((one) => text('alias', one, true)).map((fault) => ({ ...fault, field: 'aliases' }));
}

export const communityFaults = (row: CommunityRow): Fault[] => [
  ...text('name', row.name, true),
  ...text('road', row.road, false),
  ...text('district', row.district, true),
  ...aliases(row.aliases),
  ...point(row),
];

export function roadFaults(row: RoadRow): Fault[] {
  const faults = [...text('name', row.name, true), ...text('district', row.district, true), ...aliases(row.aliases)];
  if (row.line === undefined) return faults;
  if (row.line.length === 1) faults.push({ field: 'line', code: 'line-too-short' });
  const wrong = row.line.find(([lon, lat]) => !within(lon, 180) || !within(lat, 90));
  if (wrong) faults.push({ field: 'line', code: 'degrees-not-valid', params: { found: wrong.join(' '), limit: 180 } });
  return faults;
}

export const buildingFaults = (row: BuildingRow): Fault[] => [
  ...text('community', row.community, true),
  ...text('name', row.name, true, LENGTHS.building),
  ...aliases(row.aliases),
  ...point(row),
];

const oneOf = (field: string, found: string, expected: readonly string[]): Fault[] =>
  expected.includes(found)
    ? []
    : [{ field, code: 'value-unknown', params: { found: String(found).slice(0, 40), expected: expected.join(', ') } }];

export function premisesFaults(row: PremisesRow): Fault[] {
  const faults = [
    ...text('accountNumber', row.accountNumber, true),
    ...text('community', row.community, true),
    ...text('building', row.building, true),
    ...text('room', row.room, true),
    ...text('address', row.address, false),
    ...text('customerName', row.customerName, true),
    ...text('customerPhone', row.customerPhone, false),
    ...oneOf('customerKind', row.customerKind, ['resident', 'organisation']),
    ...oneOf('supply', row.supply, ['direct', 'secondary']),
    ...point(row),
  ];
  const account = row.accountNumber.trim();
  if (account !== '' && !ACCOUNT.test(account))
    faults.push({ field: 'accountNumber', code: 'account-not-valid', params: { found: account.slice(0, 40) } });
  const phone = (row.customerPhone ?? '').trim();
  if (phone !== '' && !PHONE.test(phone))
    faults.push({ field: 'customerPhone', code: 'phone-not-valid', params: { found: phone.slice(0, 40) } });
  if (!Number.isInteger(row.meterDn) || row.meterDn < 1 || row.meterDn > LARGEST_DN) {
    faults.push({ field: 'meterDn', code: 'dn-not-valid', params: { found: String(row.meterDn), limit: LARGEST_DN } });
  }
  return faults;
}

/** Blanks around a value are nobody's intention. */
export const tidy = (value: string | null | undefined): string =>
  (value ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');
