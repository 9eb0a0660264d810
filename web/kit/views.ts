/** What the API answers, as the screens use it. Times are ISO instants. */
import type { Rating } from '../../server/modules/work-orders/rules/satisfaction/levels.ts';
import type { paths } from './api/schema.d.ts';

export type ClockState =
  | 'running'
  | 'warned'
  | 'late'
  | 'paused'
  | 'met'
  | 'met-late'
  | 'cancelled'
  | 'waiting-calendar';

export interface Pause {
  from: string;
  until: string | null;
}

/** What the bar and the words of a clock are drawn from. */
export interface ClockTimes {
  state: ClockState;
  startAt: string;
  dueAt: string | null;
  warnAt: string | null;
  stoppedAt?: string | null;
  provisional?: boolean;
  pauses: Pause[];
}

export interface ClockView extends ClockTimes {
  id: string;
  requestId: number | null;
  run: number;
  name: string;
  section: string;
  article: string;
  quote: string;
  clauses: string[];
  on: 'order' | 'request';
  from: string;
  fromName: string;
  until: string[];
  untilNames: string[];
  limit: string;
  limitText: string;
  stoppedAt: string | null;
  breachedAt: string | null;
  breachRecordedAt: string | null;
  withdrawnAt: string | null;
  provisional: boolean;
  asks: string[];
  departmentId: string | null;
  departmentName: string | null;
  why: { label: string; value: string; detail: string }[];
  whyText: string;
  assumed: string[];
  reading?: string;
}

export interface OrderRow {
  id: number;
  number: string;
  event: string;
  eventName: string;
  channel: string;
  state: string;
  round: number;
  summary: string;
  place: string;
  urgent: boolean;
  departmentId: string | null;
  departmentName: string | null;
  handlerId: number | null;
  handlerName: string | null;
  districtId: string | null;
  receivedAt: string;
  createdAt: string;
  closedAt: string | null;
  supervisedAt: string | null;
  lateCount: number;
  callers: number;
  /** 保密 */
  sealed: boolean;
  repeat: boolean;
  version: number;
  due: (Omit<ClockTimes, 'stoppedAt'> & { clock: string; name: string }) | null;
}

export type Tab = 'all' | 'late' | 'warned' | 'paused' | 'mine' | 'received';

export interface OrderPage {
  items: OrderRow[];
  next: string | null;
  /** The search has come to orders received then; further back only when it goes on. */
  searchedTo: string | null;
  /** False: what is not here may still be found further on. */
  searchedAll: boolean;
  now: string;
}

/** Each up to a thousand. */
export type OrderCounts = Record<Tab, number> & { exact: boolean; byState: Record<string, number> };

export interface FormField {
  id: string;
  name: string;
  type: 'text' | 'yes-no' | 'number' | 'choice';
  required: boolean;
  value?: unknown;
  choices?: { id: string; name: string }[];
}

export interface FormView {
  id: string;
  name: string;
  article: string;
  quote: string;
  fields: FormField[];
}

export interface Allowed {
  command: string;
  name: string;
  enabled: boolean;
  primary: boolean;
  key?: string;
  reason?: string;
  article?: string;
  milestones?: { id: string; name: string; own?: boolean; form?: FormView }[];
  form?: FormView;
}

export interface TimelineItem {
  seq: number;
  kind: string;
  name: string;
  occurredAt: string;
  recordedAt: string;
  by: string;
  departmentName: string | null;
  via: string;
  text: string;
  tone: 'normal' | 'late' | 'warned' | 'met';
  requestId: number | null;
  attachments?: string[];
  /** What is doubtful about what a phone sent. */
  flags?: { flag: string; text: string }[];
}

export interface AskView {
  id: number;
  kind: 'return' | 'extension' | 'pause';
  entry: string | null;
  reason: string;
  basis: string;
  from: string | null;
  until: string | null;
  askedAt: string;
  askedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  decision: string | null;
  note: string | null;
  article?: string;
}

export interface OtherOrder {
  id: number;
  number: string;
}

/** An order that is likely about the same incident, and why. */
export interface Duplicate {
  orderId: number;
  number: string;
  eventName: string;
  place: string;
  summary: string;
  state: string;
  stateName: string;
  departmentName: string | null;
  receivedAt: string;
  callers: number;
  version: number;
  score: number;
  strong: boolean;
  reasons: string[];
  open: boolean;
}

export interface RequestView {
  id: number;
  channel: string;
  channelName: string;
  receivedAt: string;
  reporter: string | null;
  phone: string | null;
  contactTimes: string | null;
  place: string;
  content: string;
  sourceRef: string | null;
}

export interface PremisesView {
  id: number;
  accountNumber: string;
  address: string;
  community: string;
  customerName: string;
  customerPhone: string | null;
  meterDn: number;
  supply: string;
  recentRequests: number;
}

export interface AttachmentView {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  url: string;
  /** Address of a small JPEG of a photo. */
  preview: string | null;
  by: string;
  takenAt: string | null;
  recordedAt: string;
}

/** A caller of an order, and how far he is. */
export interface CallerView extends RequestView {
  contactedAt: string | null;
  toldAt: string | null;
  calledBackAt: string | null;
  triedAt: string | null;
  satisfied: boolean | null;
  rating: Rating | null;
  joinedAt: string | null;
  from: OtherOrder | null;
  maySplit: boolean;
  ownerId: number | null;
  ownerUnit: string | null;
  owner: string | null;
  handOvers: { at: string; by: string; from: string | null; to: string; reason: string }[];
  earlier: number;
  repeat: boolean;
}

export interface OrderDetail extends OrderRow {
  content: string;
  facts: Record<string, unknown>;
  seal: {
    to: string;
    toName: string;
    concernedUnit: string | null;
    concernedName: string | null;
    concernedPerson: string | null;
  } | null;
  pack: { id: string; version: string; utility: string; hash: string };
  requests: CallerView[];
  mergedInto: OtherOrder | null;
  merged: (OtherOrder & { at: string })[];
  clocks: ClockView[];
  timeline: TimelineItem[];
  asks: AskView[];
  attachments: AttachmentView[];
  allowed: Allowed[];
  premises: PremisesView | null;
  /** Where it is, and whose word that is; null: nobody knows. */
  position: { lon: number; lat: number; by: 'register' | 'person' } | null;
  roadIds: number[];
  routing: RouteView[];
  now: string;
}

/** Whose a matter is 归属. */
export interface RouteView {
  to: string;
  toName: string;
  reason: string;
  article: string;
  because: { fact: string; name: string; value: string; recorded: boolean }[];
  asks: { fact: string; name: string; type: string; choices: { id: string; name: string }[] }[];
}

export interface InboxItem {
  id: number;
  at: string;
  kind: string;
  orderId: number | null;
  orderNumber: string | null;
  redatingId: number | null;
  draftId: number | null;
  text: string;
  readAt: string | null;
}

export interface Me {
  staffId: number;
  name: string;
  username: string;
  roles: string[];
  roleNames: string[];
  departmentId: string;
  departmentName: string;
  utility: { code: string; name: string; settingUp: boolean };
  permissions: Record<string, string>;
  /** I have one set up. */
  secondFactor: boolean;
  /** I have one; who comes by the provider needs none. */
  password: boolean;
  /** What I have to do before anything else. */
  due: 'password' | 'second-factor' | null;
}

export interface Department {
  id: string;
  name: string;
  kind: string;
}

export interface Staff {
  staffId: number;
  name: string;
  username: string;
  roles: string[];
  roleNames: string[];
  departmentId: string;
  departmentName: string;
  districts?: string[];
}

export interface Word {
  id: string;
  name: string;
}

export interface EventWord extends Word {
  parent?: string | null;
  words?: string[];
  /** 保密: kept from whom it is about. */
  confidential?: boolean;
}

export interface FactWord extends Word {
  type: 'yes-no' | 'number' | 'choice' | 'set' | 'unit' | 'text';
  choices?: Word[];
}

export interface Vocabulary {
  events: EventWord[];
  channels: Word[];
  milestones: Word[];
  facts: FactWord[];
  plans: Word[];
  states: Word[];
  commands: Word[];
  pauses: (Word & { article?: string })[];
  clocks: { id: string; name: string; section: string; article: string; quote: string; limits: string[] }[];
}

/** One element 要素 of a request: there, or what is missing. */
export interface Element {
  id: string;
  name: string;
  ok: boolean;
  message?: string | null;
  article: string | null;
  quote?: string | null;
}

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;
type Fits<Answered extends View, View> = Answered;
/** Does not compile when the API (openapi.json) no longer answers what the screens read. */
export type ApiFits = [
  Fits<Answer<'/api/orders'>, OrderPage>,
  Fits<Answer<'/api/orders/counts'>, OrderCounts>,
  Fits<Answer<'/api/orders/{id}'>, OrderDetail>,
  Fits<Answer<'/api/orders/{id}/duplicates'>, Duplicate[]>,
  Fits<Answer<'/api/inbox'>, { items: InboxItem[]; unread: number }>,
  Fits<Answer<'/api/me'>, Me>,
  Fits<Answer<'/api/departments'>, Department[]>,
  Fits<Answer<'/api/staff'>, Staff[]>,
];
