/**
 * Who may do what: ONE table, role × action × scope. The server asks it on every request, the screens to
 * know what to offer; a test holds README.md to it.
 */

/** The person a decision is about. */
export interface Me {
  utilityId: number;
  utilityCode: string;
  utilityName: string;
  staffId: number;
  username: string;
  name: string;
  roles: string[];
  departmentId: string;
  /** 片区; empty: every district. */
  districts: string[];
}

/** How far a permission reaches, the widest first. */
export const SCOPES = ['all', 'district', 'department', 'sealed', 'own'] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = [
  'desk-agent',
  'dispatcher',
  'department-head',
  'crew-member',
  'reviewer',
  'supervisor',
  'manager',
  'administrator',
  'discipline-officer',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, { zh: string; en: string }> = {
  'desk-agent': { zh: '坐席', en: 'Desk agent' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  'department-head': { zh: '责任单位负责人', en: 'Department head' },
  'crew-member': { zh: '抢修维修人员', en: 'Crew member' },
  reviewer: { zh: '审单员', en: 'Reviewer' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  manager: { zh: '管理部门', en: 'Manager' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
  'discipline-officer': { zh: '纪检', en: 'Discipline officer' },
};

type Grants = Partial<Record<Role, Scope>>;

/** What everybody who works here needs. */
const EVERYBODY: Grants = {
  'desk-agent': 'all',
  dispatcher: 'all',
  'department-head': 'all',
  'crew-member': 'all',
  reviewer: 'all',
  supervisor: 'all',
  manager: 'all',
  administrator: 'all',
  'discipline-officer': 'all',
};

/** What is sealed to his unit 保密: the discipline officer's alone. */
const SEALED: Grants = { 'discipline-officer': 'sealed' };

/** Reading an order: the desks see all of them, the units theirs. */
const READING: Grants = {
  'desk-agent': 'all',
  dispatcher: 'all',
  'department-head': 'department',
  'crew-member': 'department',
  reviewer: 'all',
  supervisor: 'district',
  manager: 'all',
  administrator: 'all',
  ...SEALED,
};

/** Work of the responsible unit: its head for the unit, a crew member for what he was given. */
const UNIT: Grants = { 'department-head': 'department', 'crew-member': 'own' };
/** The call centre's desks. */
const DESKS: Grants = { 'desk-agent': 'all', dispatcher: 'all' };

export const PERMISSIONS = {
  'requests.receive': DESKS,
  'requests.read': READING,
  'requests.decline': DESKS,
  'requests.hand-over': { ...DESKS, ...UNIT, 'desk-agent': 'own', reviewer: 'own', supervisor: 'own', manager: 'all' },
  'things.read': EVERYBODY,
  'things.edit': { manager: 'all', administrator: 'all' },
  'requests.import': { dispatcher: 'all', manager: 'all', administrator: 'all' },
  'registers.import': { manager: 'all', administrator: 'all' },
  'imports.run': { dispatcher: 'all', manager: 'all', administrator: 'all' },
  'orders.read': READING,
  'orders.dispatch': { ...DESKS, ...SEALED },
  'orders.accept': UNIT,
  // who has an order may hand it over 移交 to another crew member of the unit
  'orders.assign': UNIT,
  'orders.record': UNIT,
  'orders.note': { ...DESKS, ...UNIT, reviewer: 'all', supervisor: 'district', manager: 'all', ...SEALED },
  'orders.attach': { ...DESKS, ...UNIT, reviewer: 'all', manager: 'all', ...SEALED },
  'files.send': { ...DESKS, ...UNIT, reviewer: 'all', manager: 'all', ...SEALED },
  'orders.facts': { ...DESKS, ...UNIT, manager: 'all', ...SEALED },
  'orders.position': { ...DESKS, ...UNIT, manager: 'all' },
  'orders.reclassify': { ...DESKS, manager: 'all' },
  'orders.promise': { ...DESKS, ...UNIT, ...SEALED },
  'orders.ask': UNIT,
  'orders.decide': { dispatcher: 'all', manager: 'all', ...SEALED },
  'orders.resume': { ...UNIT, dispatcher: 'all', manager: 'all', ...SEALED },
  'orders.supervise': { supervisor: 'district', manager: 'all' },
  'orders.handle': UNIT,
  'orders.review': { reviewer: 'all', ...SEALED },
  'orders.call-back': { 'desk-agent': 'all', reviewer: 'all', ...SEALED },
  'call-backs.arrange': { manager: 'all', administrator: 'all' },
  'orders.close': { 'desk-agent': 'all', dispatcher: 'all', reviewer: 'all', ...SEALED },
  'orders.reopen': { 'desk-agent': 'all', dispatcher: 'all', reviewer: 'all', manager: 'all', ...SEALED },
  'orders.cancel': { dispatcher: 'all', manager: 'all', ...SEALED },
  'orders.merge': { ...DESKS, manager: 'all' },
  'orders.set-limit': { manager: 'all' },
  'progress.choose': { manager: 'all', administrator: 'all' },
  'slips.read': READING,
  'slips.write': { ...DESKS, ...UNIT, manager: 'all', ...SEALED },
  'reports.read': {
    'department-head': 'department',
    supervisor: 'district',
    manager: 'all',
    administrator: 'all',
  },
  'checks.read': {
    'department-head': 'department',
    supervisor: 'all',
    manager: 'all',
    administrator: 'all',
  },
  'checks.keep': { 'department-head': 'department', supervisor: 'all', manager: 'all' },
  'regulations.read': EVERYBODY,
  'regulations.enact': { manager: 'all', administrator: 'all' },
  'regulations.backtest': { manager: 'all', administrator: 'all' },
  'regulations.redate': { manager: 'all' },
  'regulations.redate-decide': { manager: 'all' },
  'lists.use': EVERYBODY,
  'lists.share': { manager: 'all' },
  'lists.export': {
    dispatcher: 'all',
    'department-head': 'department',
    reviewer: 'all',
    supervisor: 'district',
    manager: 'all',
    administrator: 'all',
    ...SEALED,
  },
  'staff.read': EVERYBODY,
  'utility.set-up': { administrator: 'all' },
  'inbox.read': EVERYBODY,
  'notices.read': { ...DESKS, reviewer: 'all', supervisor: 'all', manager: 'all', administrator: 'all' },
  'notices.handle': { ...DESKS, reviewer: 'all', manager: 'all' },
  'notices.set-up': { manager: 'all', administrator: 'all' },
  'live.follow': EVERYBODY,
  'rosters.read': EVERYBODY,
  'rosters.plan': { 'department-head': 'department', manager: 'all', administrator: 'all' },
  'rosters.file': { dispatcher: 'all', manager: 'all' },
  'rosters.hand-over': EVERYBODY,
  'places.read': { ...DESKS, 'department-head': 'all', 'crew-member': 'all', reviewer: 'all', manager: 'all' },
  // the phone of who works outside: his own orders, of a head those of the unit
  'field.use': UNIT,
  'field.devices': { 'department-head': 'own', 'crew-member': 'own', administrator: 'all' },
  'personal.reveal': { ...DESKS, ...UNIT, reviewer: 'all', ...SEALED },
  'staff.manage': { administrator: 'all' },
  'sign-in.manage': { administrator: 'all' },
  'audit.read': { manager: 'all', administrator: 'all' },
  'attachments.read': READING,
} as const satisfies Record<string, Grants>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** The widest reach any of my roles gives; null: not allowed. */
export function allowed(me: Pick<Me, 'roles'>, action: Action): Scope | null {
  const grants: Grants = PERMISSIONS[action];
  const reaches = me.roles.map((role) => grants[role as Role]);
  return SCOPES.find((scope) => reaches.includes(scope)) ?? null;
}

/** Where a thing lies, as far as permissions care; column names of the store. */
export interface Placed {
  department_id: string | null;
  district_id: string | null;
  handler_id: number | null;
  /** Unit it is sealed to 保密; absent or null: it is not. */
  sealed_to?: string | null;
}

export function within(
  me: Pick<Me, 'staffId' | 'departmentId' | 'districts'>,
  scope: Scope | null,
  thing: Placed,
): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'district':
      return me.districts.length === 0 || (thing.district_id !== null && me.districts.includes(thing.district_id));
    case 'department':
      return thing.department_id === me.departmentId;
    case 'sealed':
      return thing.sealed_to === me.departmentId;
    case 'own':
      return thing.handler_id === me.staffId;
    case null:
      return false;
  }
}

/** My row of the table, for the screens. */
export function permissionsOf(me: Pick<Me, 'roles'>): Partial<Record<Action, Scope>> {
  const mine: Partial<Record<Action, Scope>> = {};
  for (const action of ACTIONS) {
    const scope = allowed(me, action);
    if (scope) mine[action] = scope;
  }
  return mine;
}
