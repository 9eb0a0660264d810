/** An order as its log tells it, and the entries of that log. Pure data. */
import type { Instant, Stretch } from '../../../values/instant.ts';
import type { FactValue } from '../../regulations/rules/pack.ts';
import type { Command, State } from './lifecycle.ts';
import type { Outcome, Rating } from './satisfaction/levels.ts';

export type Via = 'desk' | 'field' | 'api' | 'import' | 'system';
/** What is doubtful about a command that came from a phone: it is done all the same, and shown with the order. */
export const FLAGS = ['far', 'fast', 'before-acknowledged', 'clock'] as const;
export type Flag = (typeof FLAGS)[number];

/** A customer's signature 签字. */
export type AttachedAs = 'signature';
export type FormValue = string | number | boolean | string[] | null;
export type FormValues = Record<string, FormValue>;

/** What an entry says beyond its kind and times. Everything needed to fold it again; instants in ms. */
export interface EventData {
  // opened
  event?: string;
  channel?: string;
  place?: string;
  content?: string;
  receivedAt?: Instant;
  /** Fields of the intake form that the request itself fills (`phone`, `reporter`, `contact-time`): never their values. */
  elements?: string[];
  /** received: the duty that made it. */
  duty?: string;
  // reclassified: `event` is what it is now
  formerEvent?: string;
  /** received: where it is by the register or by the pin of the desk; position-set: where it is now. */
  position?: Position;
  // any entry
  /** Organization id of the unit that acted, for `by` of a clock. */
  unit?: string | null;
  facts?: Record<string, FactValue>;
  plans?: Record<string, Instant>;
  forms?: Record<string, FormValues>;
  text?: string;
  reason?: string;
  basis?: string;
  /** Details of a milestone as the crew noted them. */
  detail?: FormValues;
  // dispatched, assigned, reopened
  departmentId?: string | null;
  handlerId?: number | null;
  sameUnit?: boolean;
  // asks
  ask?: number;
  askKind?: AskKind;
  entry?: string | null;
  clocks?: 'all' | string[];
  steps?: string[];
  from?: Instant | null;
  until?: Instant | null;
  due?: Instant;
  // called-back
  reached?: boolean;
  satisfied?: boolean | null;
  solved?: boolean;
  // call-back-tried
  outcome?: Outcome;
  later?: Instant;
  // rated
  rating?: Rating;
  // sent from a phone: the id it gave the command, and what is doubtful about it
  sent?: string;
  flags?: Flag[];
  // attached; `as`: what it is beyond a file
  attachmentId?: string;
  as?: AttachedAs;
  name?: string;
  mediaType?: string;
  // warned, breached, breach-withdrawn
  clock?: string;
  run?: number;
  at?: Instant;
  dueAt?: Instant | null;
  /** Sequence number of the entry that shows it was not late. */
  because?: number | null;
  becauseKind?: string | null;
  // redated: versions of the rulebook, or holiday calendars, by hash (absent: the same as before), and who decided it
  fromPack?: string;
  toPack?: string;
  fromCalendar?: string | null;
  toCalendar?: string | null;
  redatingId?: number;
  by?: number;
  // joined, left, merged, unmerged: the other order
  otherOrder?: OtherOrder;
  // joined
  request?: Arriving;
  /** What concerns the request alone and happened before it came. */
  past?: Past;
  /** Breaches of its clocks that stand. */
  said?: { clock: string; run: number }[];
  /** It comes back to where it was, as if it had never left. */
  back?: boolean;
}

export interface OtherOrder {
  id: number;
  number: string;
}

/** A request as it comes from another order. */
export interface Arriving {
  receivedAt: Instant;
  channel: string;
  elements: string[];
  facts: Record<string, FactValue>;
  done: Record<string, Instant>;
}

/** What a request brings of its own from the order it was in. */
export interface Past {
  /** `own`: an act towards this caller; the others were acts of the order he was in. */
  happenings: { milestone: string; at: Instant; recordedAt: Instant; by?: string; own?: true }[];
  plans: { plan: string; at: Instant; setAt: Instant; own?: true }[];
  pauses: (Stretch & { entry: string; clocks: 'all' | string[] })[];
  extensions: { at: Instant; clocks: string[]; due: Instant }[];
}

/** Degrees; by whom. */
export interface Position {
  lon: number;
  lat: number;
  by: 'register' | 'person';
}

/** One entry of the log, as stored. */
export interface LogEntry {
  seq: number;
  kind: string;
  occurredAt: Instant;
  recordedAt: Instant;
  /** null: the system. */
  staffId: number | null;
  departmentId: string | null;
  via: Via;
  requestId: number | null;
  /** Command that wrote it; null: the system. */
  command: Command | 'open' | null;
  /** Version of the order after that command. */
  version: number;
  data: EventData;
}

/** Written by a command, before it has its place in the log. */
export interface NewEntry {
  kind: string;
  occurredAt: Instant;
  requestId?: number | null;
  data: EventData;
}

export type AskKind = 'return' | 'extension' | 'pause';

export interface Ask {
  id: number;
  kind: AskKind;
  entry: string | null;
  clocks: 'all' | string[];
  reason: string;
  basis: string;
  from: Instant | null;
  until: Instant | null;
  askedAt: Instant;
  askedBy: number | null;
  /** Units that must agree, in order; the first `stepsDone` have. */
  steps: string[];
  stepsDone: number;
  decidedAt: Instant | null;
  decidedBy: number | null;
  decision: 'granted' | 'refused' | 'withdrawn' | null;
  note: string | null;
}

export interface GrantedPause extends Stretch {
  id: number;
  ask: number;
  entry: string;
  clocks: 'all' | string[];
}

export interface OrderRequest {
  id: number;
  receivedAt: Instant;
  channel: string;
  elements: string[];
  facts?: Record<string, FactValue>;
  /** Milestones that stand for this caller, the order's as well as his own, with the time of the latest. */
  done: Record<string, Instant>;
  /** Entry he came by: what the log says of him before belongs to an earlier stay. */
  since: number;
  /** When he joined; absent: the order began with him. */
  joinedAt?: Instant;
  /** The order he came from. */
  from?: OtherOrder;
  /** 好差评 in this round. */
  rating?: Rating;
}

export interface OrderState {
  state: State;
  round: number;
  version: number;
  lastSeq: number;
  event: string;
  channel: string;
  facts: Record<string, FactValue>;
  place: string;
  content: string;
  receivedAt: Instant;
  createdAt: Instant;
  closedAt: Instant | null;
  supervisedAt: Instant | null;
  departmentId: string | null;
  handlerId: number | null;
  /** When the order came to its state. */
  stateSince: Instant;
  requests: OrderRequest[];
  /** Requests that left, as they were. */
  left: OrderRequest[];
  /** Milestones told of single callers: the order has them once every caller has. */
  named: string[];
  /** The order this one was merged into, and what it was before. */
  mergedInto: (OtherOrder & { state: State; stateSince: Instant }) | null;
  plans: Record<string, Instant>;
  /** Values given for forms, by form; those of a reply are void after a rejection. */
  forms: Record<string, FormValues>;
  /** Milestones that stand, with the time of the latest. */
  done: Record<string, Instant>;
  asks: Ask[];
  pauses: GrantedPause[];
  /** Who held the order from when, by time of occurrence. */
  held: { departmentId: string | null; from: Instant }[];
  /** null: the log does not know it; the row may. */
  position: Position | null;
  /** Version it was last put under; null: still that of its opening. */
  packHash: string | null;
  /** Holiday calendar it was last put under; null: still that of its opening, or none needed. */
  calendarHash: string | null;
}
