// Written by `npm run gen` from the catalogs; change a migration, not this file.

/** appraisal.inspection */
export interface InspectionRow {
  utility_id: number;
  inspection_id: number;
  pack_hash: string;
  kind: string;
  place: string;
  department_id: string | null;
  at: Date;
  recorded_at: Date;
  staff_id: number;
  answers: unknown;
  note: string;
  not_met: number;
  wanting: number;
  to_look: number;
  items: number;
}

/** auth.account */
export interface AccountRow {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Date;
  updated_at: Date;
}

/** auth.attempt */
export interface AttemptRow {
  kind: 'account' | 'second-factor' | 'address';
  key: string;
  failures: number;
  last_at: Date;
  locked_until: Date | null;
}

/** auth.session */
export interface SessionRow {
  id: string;
  token: string;
  user_id: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
  via: 'password' | 'oidc';
  second_factor: boolean;
}

/** auth.two_factor */
export interface TwoFactorRow {
  id: string;
  user_id: string;
  secret: string;
  backup_codes: string;
  verified: boolean;
  failed_verification_count: number;
  locked_until: Date | null;
}

/** auth.used_code */
export interface UsedCodeRow {
  user_id: string;
  code: string;
  used_at: Date;
}

/** auth.user */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  username: string | null;
  created_at: Date;
  updated_at: Date;
  two_factor_enabled: boolean;
}

/** auth.verification */
export interface VerificationRow {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

/** backtests.run */
export interface RunRow {
  utility_id: number;
  run_id: string;
  candidate: string;
  baseline: string | null;
  named: unknown;
  from_at: Date;
  until_at: Date;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  created_at: Date;
  created_by: number;
  finished_at: Date | null;
  total: number | null;
  done: number;
  result: unknown;
  refusal: unknown;
  claimed_by: string | null;
  claimed_until: Date | null;
  attempts: number;
}

/** call_backs.claim */
export interface ClaimRow {
  utility_id: number;
  order_id: number;
  request_id: number;
  staff_id: number;
  until: Date;
}

/** call_backs.follow_up */
export interface FollowUpRow {
  utility_id: number;
  follow_up_id: number;
  order_id: number;
  request_id: number;
  round: number;
  rating: string;
  words: string;
  department_id: string | null;
  owner_id: number | null;
  opened_at: Date;
  due_at: Date;
  settled_at: Date | null;
  settled_by: number | null;
  settlement: 'reopened' | 'explained' | 'better' | null;
  reason: string | null;
}

/** call_backs.owed */
export interface OwedRow {
  utility_id: number;
  order_id: number;
  request_id: number;
  since: Date;
}

/** call_backs.rating_ask */
export interface RatingAskRow {
  utility_id: number;
  ask_id: number;
  order_id: number;
  request_id: number;
  round: number;
  token_sha256: Buffer;
  asked_at: Date;
  expires_at: Date;
  rating: string | null;
  words: string;
  answered_at: Date | null;
  open_until: Date | null;
}

/** call_backs.setting */
export interface SettingRow {
  utility_id: number;
  tries: number;
  spacing_minutes: number;
  quiet_from: number | null;
  quiet_until: number | null;
  low: string[];
  follow_up_hours: number;
  script: string | null;
  channels: string[];
  link_days: number;
  change_hours: number;
  address: string | null;
  changed_by: number;
  changed_at: Date;
}

/** duties.occurrence */
export interface OccurrenceRow {
  utility_id: number;
  thing_id: number;
  duty: string;
  key: string;
  order_id: number;
  opens_at: Date;
  due_at: Date | null;
  made_at: Date;
  pack_hash: string;
  done_at: Date | null;
  given_up_at: Date | null;
}

/** duties.reading */
export interface ReadingRow {
  utility_id: number;
  under: string;
}

/** field.command */
export interface CommandRow {
  utility_id: number;
  device_id: string;
  command_id: string;
  place: number;
  staff_id: number;
  order_id: number;
  command: string;
  occurred_at: Date;
  device_at: Date;
  offset_ms: number;
  received_at: Date;
  contact: number;
  lon: number | null;
  lat: number | null;
  accuracy: number | null;
  outcome: 'applied' | 'listed';
  refusal: unknown;
  flags: string[];
  into_id: number | null;
  into_number: string | null;
}

/** field.device */
export interface DeviceRow {
  utility_id: number;
  device_id: string;
  staff_id: number;
  name: string;
  secret_sha256: Buffer;
  session_id: string | null;
  contact_at: Date;
  offset_ms: number;
  registered_at: Date;
  contacts: number;
  shown: number[];
  lost_at: Date | null;
  lost_by: number | null;
  wiped_at: Date | null;
}

/** identity.audit */
export interface AuditRow {
  utility_id: number;
  audit_id: number;
  at: Date;
  staff_id: number | null;
  action: string;
  object: string;
  detail: unknown;
}

/** identity.department */
export interface DepartmentRow {
  utility_id: number;
  department_id: string;
  name: string;
  organization_id: string | null;
  parent_id: string | null;
  kind: 'managing' | 'call-centre' | 'service' | 'discipline';
}

/** identity.district */
export interface DistrictRow {
  utility_id: number;
  district_id: string;
  name: string;
}

/** identity.oidc_link */
export interface OidcLinkRow {
  utility_id: number;
  issuer: string;
  subject: string;
  staff_id: number;
  linked_at: Date;
}

/** identity.oidc_provider */
export interface OidcProviderRow {
  utility_id: number;
  name: string;
  issuer: string;
  client_id: string;
  client_secret: string | null;
  match: 'none' | 'email' | 'username';
  username_claim: string;
  second_factor: boolean;
  enabled: boolean;
}

/** identity.sign_in_policy */
export interface SignInPolicyRow {
  utility_id: number;
  second_factor_roles: string[];
  lock_after: number;
  lock_minutes: number;
}

/** identity.staff */
export interface StaffRow {
  utility_id: number;
  staff_id: number;
  auth_user_id: string | null;
  username: string;
  name: string;
  roles: ('desk-agent' | 'dispatcher' | 'department-head' | 'crew-member' | 'reviewer' | 'supervisor' | 'manager' | 'administrator' | 'discipline-officer')[];
  department_id: string;
  districts: string[];
  phone: string | null;
  active: boolean;
  must_change_password: boolean;
  email: string | null;
  password_at: Date | null;
}

/** identity.utility */
export interface UtilityRow {
  utility_id: number;
  code: string;
  name: string;
  created_at: Date;
  region: string;
  setting_up: boolean;
}

/** imports.import */
export interface ImportRow {
  utility_id: number;
  import_id: string;
  kind: string;
  file_name: string;
  sha256: Buffer;
  bytes: number;
  lang: 'zh' | 'en';
  setup: unknown;
  state: 'ready' | 'running' | 'done' | 'cancelled' | 'failed';
  dry: boolean;
  created_at: Date;
  created_by: number | null;
  started_at: Date | null;
  finished_at: Date | null;
  line: number;
  progress: number;
  counts: unknown;
  refusal: unknown;
  claimed_by: string | null;
  claimed_until: Date | null;
  attempts: number;
}

/** imports.piece */
export interface ImportsPieceRow {
  utility_id: number;
  import_id: string;
  file: 'source' | 'errors';
  number: number;
  bytes: Buffer;
}

/** imports.row */
export interface RowRow {
  utility_id: number;
  import_id: string;
  line: number;
  outcome: string;
  faults: unknown;
  became: unknown;
}

/** lists.export */
export interface ExportRow {
  utility_id: number;
  export_id: string;
  list: string;
  format: 'xlsx' | 'csv';
  lang: 'zh' | 'en';
  query: unknown;
  sort: string | null;
  columns: string[];
  people: boolean;
  state: 'running' | 'done' | 'cancelled' | 'failed' | 'expired';
  created_at: Date;
  created_by: number;
  finished_at: Date | null;
  expires_at: Date | null;
  chosen: number | null;
  written: number;
  bytes: number | null;
  refusal: unknown;
  claimed_by: string | null;
  claimed_until: Date | null;
  attempts: number;
  rights: string | null;
}

/** lists.filter */
export interface FilterRow {
  utility_id: number;
  filter_id: number;
  list: string;
  name: string;
  staff_id: number;
  department_id: string | null;
  query: unknown;
  sort: string | null;
  changed_at: Date;
}

/** lists.layout */
export interface LayoutRow {
  utility_id: number;
  staff_id: number;
  list: string;
  columns: unknown;
  filter_id: number | null;
}

/** lists.piece */
export interface ListsPieceRow {
  utility_id: number;
  export_id: string;
  part: 'ids' | 'rows' | 'file';
  number: number;
  bytes: Buffer;
}

/** notices.fact */
export interface FactRow {
  utility_id: number;
  fact_id: number;
  at: Date;
  recorded_at: Date;
  kind: string;
  order_id: number | null;
  fact_key: string;
  params: unknown;
}

/** notices.gateway */
export interface GatewayRow {
  utility_id: number;
  channel: 'sms' | 'wechat' | 'email';
  provider: string;
  options: unknown;
  changed_at: Date;
  changed_by: number | null;
}

/** notices.inbox */
export interface InboxRow {
  utility_id: number;
  staff_id: number;
  fact_id: number;
  read_at: Date | null;
}

/** notices.notice */
export interface NoticeRow {
  utility_id: number;
  notice_id: number;
  telling_id: number;
  recipient: string;
  order_id: number | null;
  request_id: number | null;
  staff_id: number | null;
  name: string | null;
  phone: string | null;
  wechat: string | null;
  email: string | null;
  language: string;
  urgent: boolean;
  proof: boolean;
  night: boolean;
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'to-serve' | 'served' | 'unknown' | 'dead' | 'given-up';
  channels: string[];
  channel: string | null;
  hop: number;
  tries: number;
  waits: 'quiet' | 'again' | null;
  due_at: Date;
  claimed_by: string | null;
  claimed_until: Date | null;
  refusal: string | null;
  created_at: Date;
  sent_at: Date | null;
  delivered_at: Date | null;
  read_at: Date | null;
  proven_at: Date | null;
}

/** notices.preference */
export interface PreferenceRow {
  utility_id: number;
  recipient: string;
  first: string | null;
  refused: string[];
  language: 'zh' | 'en' | null;
  night: boolean;
  changed_at: Date;
  changed_by: number | null;
}

/** notices.simulated */
export interface SimulatedRow {
  utility_id: number;
  serial: number;
  channel: string;
  message_id: string;
  address: string;
  subject: string;
  body: string;
  at: Date;
}

/** notices.simulated_receipt */
export interface SimulatedReceiptRow {
  utility_id: number;
  receipt_id: number;
  channel: string;
  message_id: string;
  kind: 'delivered' | 'read' | 'failed';
  occurred_at: Date;
  report_at: Date;
}

/** notices.step */
export interface StepRow {
  utility_id: number;
  notice_id: number;
  step_id: number;
  at: Date;
  kind: string;
  channel: string | null;
  hop: number;
  staff_id: number | null;
  detail: unknown;
}

/** notices.tally */
export interface TallyRow {
  utility_id: number;
  outcome: string;
  counted: number;
}

/** notices.telling */
export interface TellingRow {
  utility_id: number;
  telling_id: number;
  event: string;
  key: string;
  wording: unknown;
  variables: unknown;
  clauses: string[];
  order_id: number | null;
  request_id: number | null;
  urgent: boolean;
  proof: boolean;
  told_at: Date;
}

/** notices.template */
export interface TemplateRow {
  utility_id: number;
  event: string;
  channel: string;
  language: 'zh' | 'en';
  version: number;
  subject: string;
  body: string;
  saved_at: Date;
  saved_by: number;
}

/** platform.change */
export interface ChangeRow {
  utility_id: number;
  xid: string;
  change_id: number;
  topic: string;
  facts: unknown;
}

/** platform.change_mark */
export interface ChangeMarkRow {
  utility_id: number;
  at: Date;
  ended_before: string;
}

/** platform.idempotency */
export interface IdempotencyRow {
  utility_id: number;
  staff_id: number;
  key: string;
  route: string;
  request_sha256: Buffer;
  status: number;
  body: string | null;
  created_at: Date;
}

/** platform.migration */
export interface MigrationRow {
  name: string;
  sha256: string;
  applied_at: Date;
}

/** progress.asked */
export interface AskedRow {
  utility_id: number;
  order_id: number;
  notice: string;
  request_id: number;
  notice_id: number;
  asked_by: number;
  asked_at: Date;
  recorded_at: Date | null;
  refusal: string | null;
}

/** progress.choice */
export interface ChoiceRow {
  utility_id: number;
  fact: string;
  told: boolean;
  changed_by: number;
  changed_at: Date;
}

/** progress.untold */
export interface UntoldRow {
  utility_id: number;
  order_id: number;
  request_id: number;
  fact: string;
  key: string;
  at: Date;
}

/** registers.alias */
export interface AliasRow {
  utility_id: number;
  kind: 'community' | 'road' | 'building';
  place_id: number;
  alias: string;
}

/** registers.building */
export interface BuildingRow {
  utility_id: number;
  building_id: number;
  community_id: number;
  name: string;
  key: string;
  lon: number | null;
  lat: number | null;
  cell: number | null;
}

/** registers.community */
export interface CommunityRow {
  utility_id: number;
  community_id: number;
  name: string;
  road: string;
  district_id: string;
  lon: number | null;
  lat: number | null;
}

/** registers.place_key */
export interface PlaceKeyRow {
  utility_id: number;
  form: 'name' | 'short' | 'tail' | 'near' | 'address' | 'pinyin' | 'pinyin-tail' | 'initials' | 'initials-tail';
  key: string;
  kind: 'community' | 'road' | 'building';
  place_id: number;
  called: string;
  alias: boolean;
}

/** registers.premises */
export interface PremisesRow {
  utility_id: number;
  premises_id: number;
  account_number: string;
  community_id: number;
  building: string;
  room: string;
  address: string;
  customer_name: string;
  customer_phone: string | null;
  phone_ending: string | null;
  customer_kind: 'resident' | 'organisation';
  meter_dn: number;
  supply: 'direct' | 'secondary';
  lon: number | null;
  lat: number | null;
  cell: number | null;
  address_key: string;
}

/** registers.road */
export interface RoadRow {
  utility_id: number;
  road_id: number;
  name: string;
  district_id: string;
  line: number[];
}

/** registers.thing */
export interface ThingRow {
  utility_id: number;
  thing_id: number;
  kind: string;
  code: string;
  name: string;
  place: string;
  department_id: string | null;
  district_id: string | null;
  staff_id: number | null;
  facts: unknown;
  since: string;
  last_done: string | null;
  expires_on: string | null;
  ended_on: string | null;
  registered_at: Date;
  changed_at: Date;
  changed_by: number | null;
  look_at: Date;
  looked_at: Date | null;
}

/** regulations.adoption */
export interface AdoptionRow {
  utility_id: number;
  pack: string;
  version: string;
  files: unknown;
  answers: unknown;
  hours: unknown;
  updated_at: Date;
}

/** regulations.calendar_in_force */
export interface CalendarInForceRow {
  utility_id: number;
  calendar: string;
  hash: string;
  first_hash: string;
  since: Date;
}

/** regulations.calendar_year */
export interface CalendarYearRow {
  utility_id: number;
  calendar: string;
  hash: string;
  year: number;
  days: unknown;
  added_at: Date;
}

/** regulations.draft */
export interface DraftRow {
  utility_id: number;
  draft_id: number;
  title: string;
  base_hash: string;
  pack: string;
  version: string;
  files: unknown;
  revision: number;
  state: 'drafting' | 'submitted' | 'returned' | 'approved' | 'withdrawn';
  authors: number[];
  changed_by: number;
  changed_at: Date;
  created_at: Date;
  submitted_by: number | null;
  submitted_at: Date | null;
  reason: string | null;
  decided_by: number | null;
  decided_at: Date | null;
  note: string | null;
  hash: string | null;
  from_day: string | null;
}

/** regulations.in_force */
export interface InForceRow {
  utility_id: number;
  from_day: string;
  hash: string;
}

/** regulations.pack_version */
export interface PackVersionRow {
  utility_id: number;
  hash: string;
  pack: string;
  version: string;
  effective: string;
  body: unknown;
  loaded_at: Date;
}

/** regulations.version_text */
export interface VersionTextRow {
  utility_id: number;
  hash: string;
  path: string;
  own: boolean;
  text: string;
}

/** requests.hand_over */
export interface HandOverRow {
  utility_id: number;
  request_id: number;
  hand_over_id: number;
  at: Date;
  by_id: number;
  from_id: number | null;
  from_unit: string | null;
  to_id: number | null;
  to_unit: string | null;
  reason: string;
}

/** requests.request */
export interface RequestRow {
  utility_id: number;
  request_id: number;
  source: string | null;
  source_ref: string | null;
  channel: string;
  received_at: Date;
  recorded_at: Date;
  recorded_by: number | null;
  reporter: string | null;
  phone: string | null;
  contact_left: boolean;
  contact_times: string | null;
  place: string;
  premises_id: number | null;
  content: string;
  event: string | null;
  urgent: boolean;
  facts: unknown;
  outcome: 'draft' | 'open' | 'declined' | 'registered';
  order_id: number | null;
  declined_reason: 'irrelevant' | 'outside-duty' | null;
  explanation: string | null;
  handed_to: string | null;
  declined_at: Date | null;
  declined_by: number | null;
  lon: number | null;
  lat: number | null;
  road_ids: number[];
  owner_id: number | null;
  owner_unit: string | null;
  told_at: Date | null;
  registered_at: Date | null;
  registered_by: number | null;
  earlier: number;
  repeat_of: number | null;
  caller: string | null;
  sealed: boolean;
}

/** requests.suggestion */
export interface SuggestionRow {
  utility_id: number;
  request_id: number;
  decided_at: Date;
  decided_by: number | null;
  events: string[];
  second: string | null;
  urgent: boolean;
  relevant: boolean;
  outside_duty: boolean;
  place_suggested: boolean;
  place_agrees: boolean | null;
  event_rank: number | null;
  confirmed_event: string | null;
  confirmed_urgent: boolean;
  confirmed_outcome: 'open' | 'irrelevant' | 'outside-duty';
}

/** rosters.filing */
export interface FilingRow {
  utility_id: number;
  change_id: number;
  filed_by: number;
  filed_at: Date;
}

/** rosters.handover */
export interface HandoverRow {
  utility_id: number;
  handover_id: number;
  department_id: string;
  giver_id: number;
  taker_id: number;
  given_at: Date;
  note: string;
  matters: unknown;
  sha256: Buffer;
  taken_at: Date | null;
  taker_note: string | null;
}

/** rosters.list_change */
export interface ListChangeRow {
  utility_id: number;
  change_id: number;
  department_id: string;
  duty: string;
  staff_id: number;
  deed: 'added' | 'ended';
  phone: string;
  at: Date;
  recorded_at: Date;
  due_at: Date;
  recorded_by: number;
  reason: string;
}

/** rosters.listed */
export interface ListedRow {
  utility_id: number;
  listed_id: number;
  department_id: string;
  duty: 'liaison' | 'handler';
  staff_id: number;
  phone: string;
  from_at: Date;
  until_at: Date | null;
}

/** rosters.shift */
export interface ShiftRow {
  utility_id: number;
  shift_id: number;
  department_id: string;
  staff_id: number;
  starts_at: Date;
  ends_at: Date;
  note: string;
  planned_by: number;
  planned_at: Date;
  removed_by: number | null;
  removed_at: Date | null;
}

/** rosters.stand_in */
export interface StandInRow {
  utility_id: number;
  stand_in_id: number;
  absent_id: number;
  deputy_id: number;
  from_at: Date;
  until_at: Date;
  reason: string;
  recorded_by: number;
  recorded_at: Date;
  ended_by: number | null;
  ended_at: Date | null;
}

/** slips.slip */
export interface SlipRow {
  utility_id: number;
  slip_id: number;
  kind: string;
  pack_hash: string;
  order_id: number | null;
  request_id: number | null;
  name: string;
  address: string;
  fields: unknown;
  day: string;
  written_at: Date;
  written_by: number;
  department_id: string;
  printed_at: Date | null;
  printed_by: number | null;
  served_at: Date | null;
  served_by: number | null;
  manner: 'handed' | 'posted' | 'left' | 'mailed' | null;
  receiver: string | null;
  attachment_id: string | null;
  recorded_at: Date | null;
  milestone: string | null;
  void_at: Date | null;
  void_by: number | null;
  void_reason: string | null;
}

/** work_orders.ask */
export interface AskRow {
  utility_id: number;
  order_id: number;
  ask_id: number;
  kind: 'return' | 'extension' | 'pause';
  entry: string | null;
  steps: string[];
  steps_done: number;
  reason: string;
  basis: string;
  from_at: Date | null;
  until_at: Date | null;
  asked_at: Date;
  asked_by: number | null;
  decided_at: Date | null;
  decided_by: number | null;
  decision: 'granted' | 'refused' | 'withdrawn' | null;
  note: string | null;
}

/** work_orders.attachment */
export interface AttachmentRow {
  utility_id: number;
  attachment_id: string;
  order_id: number;
  name: string;
  media_type: string;
  bytes: number;
  sha256: Buffer;
  taken_at: Date | null;
  recorded_at: Date;
  staff_id: number;
}

/** work_orders.clock */
export interface ClockRow {
  utility_id: number;
  run: number;
  order_id: number;
  request_id: number;
  started_at: Date;
  due_at: Date | null;
  warn_at: Date | null;
  breach_at: Date | null;
  stopped_at: Date | null;
  warned_at: Date | null;
  breached_at: Date | null;
  breach_recorded_at: Date | null;
  withdrawn_at: Date | null;
  next_fire_at: Date | null;
  case_index: number;
  provisional: boolean;
  clock_id: string;
  section: string;
  state: string;
  limit_text: string;
  started_from: string;
  department_id: string | null;
  ended_by: string | null;
  pauses: unknown;
}

/** work_orders.day_counter */
export interface DayCounterRow {
  utility_id: number;
  day: string;
  last: number;
}

/** work_orders.event */
export interface EventRow {
  utility_id: number;
  order_id: number;
  seq: number;
  kind: string;
  occurred_at: Date;
  recorded_at: Date;
  staff_id: number | null;
  department_id: string | null;
  via: string;
  request_id: number | null;
  command: string | null;
  version: number;
  data: unknown;
}

/** work_orders.presence */
export interface PresenceRow {
  utility_id: number;
  order_id: number;
  staff_id: number;
  tab: string;
  doing: 'viewing' | 'acting';
  since: Date;
  until: Date;
}

/** work_orders.redating */
export interface RedatingRow {
  utility_id: number;
  redating_id: number;
  kind: 'pack' | 'calendar';
  calendar: string | null;
  from_hashes: string[];
  to_hash: string;
  digest: string;
  preview: unknown;
  reason: string;
  asked_by: number;
  asked_at: Date;
  decided_by: number | null;
  decided_at: Date | null;
  decision: 'granted' | 'refused' | null;
  note: string | null;
  applied_at: Date | null;
  as_previewed: boolean | null;
  counts: unknown;
  reverted_by: number | null;
  reverted_at: Date | null;
  revert_counts: unknown;
}

/** work_orders.redating_order */
export interface RedatingOrderRow {
  utility_id: number;
  redating_id: number;
  order_id: number;
  old_pack_hash: string;
  new_pack_hash: string;
  old_calendar_hash: string | null;
  new_calendar_hash: string | null;
}

/** work_orders.search */
export interface SearchRow {
  utility_id: number;
  order_id: number;
  received_at: Date;
  premises_id: number | null;
  community_id: number | null;
  road: string | null;
  cell: number | null;
  tokens: number[];
}

/** work_orders.work_order */
export interface WorkOrderRow {
  utility_id: number;
  order_id: number;
  number: string;
  event: string;
  channel: string;
  state: string;
  round: number;
  summary: string;
  place: string;
  premises_id: number | null;
  community_id: number | null;
  district_id: string | null;
  lon: number | null;
  lat: number | null;
  department_id: string | null;
  handler_id: number | null;
  urgent: boolean;
  pack_hash: string;
  facts: unknown;
  received_at: Date;
  created_at: Date;
  closed_at: Date | null;
  supervised_at: Date | null;
  last_seq: number;
  version: number;
  due_at: Date | null;
  due_clock: string | null;
  due_state: string | null;
  due_start_at: Date | null;
  due_warn_at: Date | null;
  sort_at: Date;
  late_count: number;
  position_by: 'register' | 'person' | null;
  road_ids: number[];
  merged_into: number | null;
  callers: number;
  road: string | null;
  sealed_to: string | null;
  concerned_unit: string | null;
  concerned_person: string | null;
  taken_by: number | null;
  calendar_hash: string | null;
}
