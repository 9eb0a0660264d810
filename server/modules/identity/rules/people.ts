/** Units, districts and staff as somebody hands them in: nothing in them has been believed yet. */
import { ROLE_NAMES, ROLES, type Role } from './permissions.ts';

export interface PersonFault {
  /** Property of the row. */
  field: string;
  code: string;
  params?: Record<string, string | number>;
}

export const UNIT_KINDS = ['managing', 'call-centre', 'service', 'discipline'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_KIND_NAMES: Record<UnitKind, { zh: string; en: string; aliases: readonly string[] }> = {
  managing: { zh: '管理部门', en: 'Managing', aliases: ['管理', '机关', '职能部门'] },
  'call-centre': { zh: '热线', en: 'Call centre', aliases: ['客服', '客服中心', '热线中心', '呼叫中心'] },
  service: { zh: '责任单位', en: 'Service unit', aliases: ['责任部门', '维修', '抢修', '营业所', '服务单位'] },
  discipline: { zh: '纪检', en: 'Discipline', aliases: ['纪委', '监察'] },
};

export interface UnitRow {
  name: string;
  kind: string;
  /** Name of the one above it; '': none. */
  parent?: string;
  /** Its id in the rulebook. */
  organizationId?: string | null;
}

export interface DistrictRow {
  name: string;
}

export interface StaffRowIn {
  username: string;
  name: string;
  roles: readonly string[];
  /** Name of the unit. */
  unit: string;
  /** Names; none: every district. */
  districts: readonly string[];
  phone?: string;
}

/** What rows may refer to, by name. */
export interface Known {
  units: ReadonlyMap<string, string>;
  districts: ReadonlyMap<string, string>;
}

export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,29}$/;
const NAME = 60;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The id of a word by itself or another of its names. */
export function unitKindOf(text: string): UnitKind | null {
  const written = plain(text);
  return (
    UNIT_KINDS.find((kind) => {
      const { zh, en, aliases } = UNIT_KIND_NAMES[kind];
      return [kind, zh, en.toLowerCase(), ...aliases].includes(written);
    }) ?? null
  );
}

const ROLE_ALIASES: Partial<Record<Role, readonly string[]>> = {
  'desk-agent': ['话务员', '客服', '客服坐席', '接线员'],
  dispatcher: ['调度', '调度员', '派单'],
  'department-head': ['单位负责人', '负责人', '所长', '站长'],
  'crew-member': ['维修人员', '抢修人员', '维修工', '抢修工', '外勤'],
  reviewer: ['审核员', '审单'],
  supervisor: ['督办', '督查员'],
  manager: ['管理人员', '管理'],
  administrator: ['管理员', '系统管理'],
  'discipline-officer': ['纪检员', '纪检人员'],
};

export function roleOf(text: string): Role | null {
  const written = plain(text);
  return (
    ROLES.find((role) => {
      const { zh, en } = ROLE_NAMES[role];
      return [role, zh, en.toLowerCase(), ...(ROLE_ALIASES[role] ?? [])].includes(written);
    }) ?? null
  );
}

function named(field: string, name: string): PersonFault[] {
  if (name.trim() === '') return [{ field, code: 'missing' }];
  return name.length > NAME ? [{ field, code: 'text-too-long', params: { limit: NAME } }] : [];
}

export function unitFaults(row: UnitRow, known: Known): PersonFault[] {
  const faults = named('name', row.name);
  if (unitKindOf(row.kind) === null) {
    const expected = UNIT_KINDS.map((kind) => UNIT_KIND_NAMES[kind].zh).join('、');
    faults.push({ field: 'kind', code: 'unit-kind-unknown', params: { found: row.kind.slice(0, 40), expected } });
  }
  if (row.parent && row.parent === row.name) faults.push({ field: 'parent', code: 'unit-above-itself' });
  else if (row.parent && !known.units.has(row.parent))
    faults.push({ field: 'parent', code: 'unit-unknown', params: { found: row.parent.slice(0, 40) } });
  return faults;
}

export interface PlacedUnit {
  departmentId: string;
  name: string;
  parentId: string | null;
  organizationId: string | null;
}

/** What is wrong with where a unit is put: above it, and what it stands for in the rulebook. */
export function unitPlaceFaults(unit: PlacedUnit, units: ReadonlyMap<string, PlacedUnit>): PersonFault[] {
  const faults: PersonFault[] = [];
  const parent = unit.parentId === null ? null : units.get(unit.parentId);
  if (unit.parentId === unit.departmentId) faults.push({ field: 'parent', code: 'unit-above-itself' });
  else if (parent === undefined)
    faults.push({ field: 'parent', code: 'unit-unknown', params: { found: (unit.parentId ?? '').slice(0, 40) } });
  else {
    const passed = new Set<string>();
    let at = parent;
    while (at && at.departmentId !== unit.departmentId && !passed.has(at.departmentId)) {
      passed.add(at.departmentId);
      at = at.parentId === null ? null : (units.get(at.parentId) ?? null);
    }
    if (at) faults.push({ field: 'parent', code: 'unit-in-a-circle', params: { found: parent?.name ?? '' } });
  }
  const other = [...units.values()].find(
    ({ departmentId, organizationId }) =>
      unit.organizationId !== null && organizationId === unit.organizationId && departmentId !== unit.departmentId,
  );
  if (other) faults.push({ field: 'organizationId', code: 'unit-stands-for-another', params: { found: other.name } });
  return faults;
}

export const districtFaults = ({ name }: DistrictRow): PersonFault[] => named('name', name);

export function staffFaults(row: StaffRowIn, known: Known): PersonFault[] {
  const faults = named('name', row.name);
  if (!USERNAME.test(row.username))
    faults.push({ field: 'username', code: 'username-not-valid', params: { found: row.username.slice(0, 40) } });
  if (row.roles.length === 0) faults.push({ field: 'roles', code: 'missing' });
  for (const role of row.roles) {
    if (roleOf(role) !== null) continue;
    const expected = ROLES.map((one) => ROLE_NAMES[one].zh).join('、');
    faults.push({ field: 'roles', code: 'role-unknown', params: { found: role.slice(0, 40), expected } });
  }
  if (!known.units.has(row.unit))
    faults.push({
      field: 'unit',
      code: row.unit === '' ? 'missing' : 'unit-unknown',
      params: { found: row.unit.slice(0, 40) },
    });
  for (const district of row.districts)
    if (!known.districts.has(district))
      faults.push({ field: 'districts', code: 'district-unknown', params: { found: district.slice(0, 40) } });
  if (row.phone && !/^[0-9+() -]{3,30}$/.test(row.phone))
    faults.push({ field: 'phone', code: 'phone-not-valid', params: { found: row.phone.slice(0, 40) } });
  return faults;
}
