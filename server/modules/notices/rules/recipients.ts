/** Who is told of what. */

export type Kind =
  | 'warned'
  | 'breached'
  | 'breach-withdrawn'
  | 'dispatched'
  | 'assigned'
  | 'returned'
  | 'ask'
  | 'decided'
  | 'supervised'
  | 'rejected'
  | 'reopened'
  | 'joined'
  | 'merged'
  | 'unmerged'
  | 'redated'
  | 'redating-asked'
  | 'redating-decided'
  | 'draft-submitted'
  | 'draft-decided'
  | 'handed-over'
  | 'repeated'
  | 'voice'
  | 'list-changed'
  | 'stand-in'
  | 'handover'
  | 'handover-taken';

export interface Colleague {
  staffId: number;
  roles: readonly string[];
  departmentId: string;
  /** Units in which he is on duty 值班 now. */
  dutyIn?: readonly string[];
  /** Who acts for him now 替班. */
  deputyId?: number;
}

/** What the telling is about. */
export interface About {
  /** Unit held to it, or that now has it; null: nobody has it yet. */
  departmentId: string | null;
  handlerId: number | null;
  /** Who did it; he knows already. null: the system. */
  actorId: number | null;
  /** Who asked, of a decision. */
  askedBy?: number | null;
  /** Departments that decide, of an ask. */
  deciding?: readonly string[];
  /** Of what is sealed 保密: nobody but these. */
  only?: readonly number[];
}

const NOBODY: About = { departmentId: null, handlerId: null, actorId: null };

type Test = (colleague: Colleague, about: About) => boolean;

const has =
  (...roles: string[]): Test =>
  (colleague) =>
    colleague.roles.some((role) => roles.includes(role));
const handler: Test = ({ staffId }, { handlerId }) => staffId === handlerId;
const onDuty = ({ dutyIn }: Colleague, departmentId: string): boolean => dutyIn?.includes(departmentId) === true;
/** Heads and dispatchers of the unit, and who is on duty there; while nobody has it, every dispatcher. */
const unit: Test = (colleague, { departmentId }) =>
  departmentId === null
    ? has('dispatcher')(colleague, { departmentId, handlerId: null, actorId: null })
    : onDuty(colleague, departmentId) ||
      (colleague.departmentId === departmentId &&
        colleague.roles.some((role) => ['department-head', 'dispatcher', 'discipline-officer'].includes(role)));
/** The handler; while there is none, the head of the unit that has it. */
const holder: Test = (colleague, { departmentId, handlerId }) =>
  handlerId === null
    ? colleague.departmentId === departmentId && colleague.roles.includes('department-head')
    : colleague.staffId === handlerId;
/** Who takes a request over: the person, else everybody of the unit who may pass it on. */
const receiver: Test = (colleague, { departmentId, handlerId }) =>
  handlerId === null
    ? colleague.departmentId === departmentId &&
      has('department-head', 'dispatcher', 'desk-agent', 'manager')(colleague, NOBODY)
    : colleague.staffId === handlerId;
const asker: Test = ({ staffId }, { askedBy }) => staffId === askedBy;
const deciders: Test = (colleague, { deciding }) =>
  deciding?.includes(colleague.departmentId) === true &&
  colleague.roles.some((role) => ['department-head', 'dispatcher', 'manager', 'supervisor'].includes(role));

const TOLD: Record<Kind, Test[]> = {
  warned: [handler, unit],
  breached: [handler, unit, has('supervisor')],
  'breach-withdrawn': [handler, unit, has('supervisor')],
  dispatched: [unit],
  assigned: [handler],
  returned: [has('dispatcher')],
  ask: [deciders],
  decided: [asker, handler],
  supervised: [handler, unit],
  rejected: [handler, unit],
  reopened: [handler, unit],
  joined: [handler],
  merged: [holder],
  unmerged: [holder],
  redated: [holder],
  'redating-asked': [has('manager')],
  'redating-decided': [asker],
  'draft-submitted': [has('manager', 'administrator')],
  'draft-decided': [asker],
  'handed-over': [receiver],
  repeated: [has('supervisor')],
  voice: [has('manager')],
  // C-385: the customer service centre, and who supervises the units
  'list-changed': [has('dispatcher', 'manager')],
  'stand-in': [handler],
  handover: [handler],
  'handover-taken': [asker],
};

/** Those told, and for whoever is absent also who stands in for him. */
export function recipients(kind: Kind, about: About, staff: readonly Colleague[]): number[] {
  const may = (staffId: number): boolean =>
    staffId !== about.actorId && (about.only === undefined || about.only.includes(staffId));
  const told = new Set<number>();
  for (const colleague of staff) {
    if (!TOLD[kind].some((test) => test(colleague, about))) continue;
    told.add(colleague.staffId);
    if (colleague.deputyId !== undefined) told.add(colleague.deputyId);
  }
  return staff.map(({ staffId }) => staffId).filter((staffId) => told.has(staffId) && may(staffId));
}
