export { createAccess, type IdentityAccess } from './access.ts';
export type { Arranging, SavedPerson } from './actions/arranging.ts';
export { audit } from './actions/audit.ts';
export {
  type Beginning,
  beginUtility,
  freshLink,
  LINK_LASTS,
  linkUntil,
} from './actions/begin-utility.ts';
export { createStaff, type StaffToCreate } from './actions/create-staff.ts';
export { forgetSessions } from './actions/forget-sessions.ts';
export { matchOrganization } from './actions/match-organization.ts';
export { saveStaff } from './actions/save-people.ts';
export { saveDistricts, saveUnits } from './actions/save-units.ts';
export { DOORS } from './doors.ts';
export { messages, peopleMessages } from './messages.ts';
export { hashPassword, PASSWORD_LENGTH } from './password.ts';
export { routes } from './routes.ts';
export { AUDIT_KINDS, type AuditKind, actionsOf, auditKindOf, auditWords } from './rules/audit-words.ts';
export {
  type DistrictRow as DistrictToSave,
  type PersonFault,
  type StaffRowIn,
  UNIT_KIND_NAMES,
  type UnitRow,
} from './rules/people.ts';
export {
  ACTIONS,
  type Action,
  allowed,
  type Me,
  type Placed,
  permissionsOf,
  ROLE_NAMES,
  ROLES,
  type Role,
  type Scope,
  within,
} from './rules/permissions.ts';
export { type AuditFilter, type AuditRow, listAudit } from './store/audit.ts';
export { endSetUp, listPeople, listUtilities, putUnit, updateUtility, utilityOf } from './store/people.ts';
export { endSessions } from './store/sign-in.ts';
export {
  type DepartmentRow,
  type DistrictRow,
  findStaffOf,
  listDepartments,
  listDistricts,
  listStaff,
  listUtilityIds,
  namesOfStaff,
  type StaffRow,
} from './store/staff.ts';
