/** What a decision is told besides the order: who acts, when, under which rulebook. */
import type { Instant } from '../../../values/instant.ts';
import type { FactValue, Pack, When } from '../../regulations/rules/pack.ts';
import type { State } from './lifecycle.ts';
import type { AttachedAs, FormValues, NewEntry, OtherOrder } from './order.ts';
import type { Outcome, Rating } from './satisfaction/levels.ts';

export interface Unit {
  departmentId: string;
  name: string;
  organizationId: string | null;
  kind: 'managing' | 'call-centre' | 'service' | 'discipline';
  /** Unit it is a part of. */
  parentId?: string | null;
}

export interface Actor {
  staffId: number | null;
  departmentId: string | null;
  /** Permissions that hold for this very order, its unit and district considered. */
  may: (action: string) => boolean;
}

/** A clock as it stands, for gates and asks. */
export interface StandingClock {
  id: string;
  until: string[];
  due: Instant | null;
  open: boolean;
}

/** As the register has it; days are `YYYY-MM-DD`. */
export interface HeldCertificate {
  name: string;
  since: string;
  /** Last day it holds; null: it does not expire. */
  expiresOn: string | null;
  endedOn: string | null;
}

export interface Context {
  now: Instant;
  actor: Actor;
  pack: Pack;
  units: Unit[];
  clocks: StandingClock[];
  /** Milestones and plans of the platform and the pack. */
  milestones: ReadonlySet<string>;
  plans: ReadonlySet<string>;
  /** Milestones of one caller alone: with several callers an act of this kind names his request. */
  callersOwn: ReadonlySet<string>;
  /** What an order can be about: the reports of the platform and the pack. */
  events: ReadonlySet<string>;
  /** Facts of the platform and the pack, with the values each can have. */
  facts: ReadonlyMap<string, { type: string; choices?: string[] }>;
  /** Does `when` hold? Unknown facts have their default; what stays unknown does not hold. */
  holds: (when: When | undefined, of: { event: string; channel: string; facts: Record<string, FactValue> }) => boolean;
  /** The staff member named in `assign`; null: there is none. */
  handler?: {
    staffId: number;
    name?: string;
    departmentId: string;
    active: boolean;
    crew: boolean;
    certificates?: readonly HeldCertificate[];
  } | null;
}

/** Inputs of the commands; instants in ms, checked for shape before. */
export interface Inputs {
  dispatch: { departmentId: string; limit?: Instant; form?: FormValues; note?: string };
  accept: { form?: FormValues; note?: string };
  assign: { handlerId: number; form?: FormValues; note?: string };
  record: {
    milestone: string;
    requestId?: number;
    /** Of every caller at once: all were called, or told in one message. */
    everyone?: boolean;
    facts?: Record<string, FactValue>;
    detail?: FormValues;
    form?: FormValues;
    note?: string;
  };
  note: { text: string };
  attach: { attachmentId: string; name: string; mediaType: string; as?: AttachedAs };
  'set-facts': { facts: Record<string, FactValue>; note?: string };
  'set-position': { lon: number; lat: number; place?: string; reason?: string };
  reclassify: { event: string; reason: string };
  promise: { plans: Record<string, Instant>; requestId?: number; note?: string };
  'set-limit': { until: Instant; reason?: string };
  'ask-return': { reason: string; basis?: string; form?: FormValues };
  'decide-return': Verdict;
  'ask-extension': { until: Instant; reason: string; form?: FormValues };
  'decide-extension': Verdict & { until?: Instant };
  'ask-pause': { entry: string; from?: Instant; until?: Instant; reason: string };
  'decide-pause': Verdict;
  resume: { note?: string };
  supervise: { text: string };
  handle: { form: FormValues; note?: string };
  'review-pass': { form?: FormValues; note?: string };
  reject: { reason: string; form?: FormValues };
  'call-back': {
    reached: boolean;
    form?: FormValues;
    satisfied?: boolean | null;
    /** 好差评; goes before `satisfied`. */
    rating?: Rating;
    /** Whether what he had told of is settled. */
    solved?: boolean;
    /** Not reached: why, and when he wants to be called. */
    outcome?: Outcome;
    later?: Instant;
    note?: string;
    requestId?: number;
    everyone?: boolean;
  };
  close: { form?: FormValues; note?: string };
  reopen: { reason: string; sameUnit?: boolean; form?: FormValues };
  cancel: { reason: string; form?: FormValues };
  /** The entries by which requests arrive; made where the other order is known. */
  join: { entries: NewEntry[] };
  merge: { into: OtherOrder & { state: State; packHash: string }; packHash: string; reason?: string };
  split: { requestIds: number[]; into: OtherOrder; reason: string };
  unmerge: { entries: NewEntry[]; reason: string };
}

export interface Verdict {
  /** Absent: the open ask of this kind. */
  askId?: number;
  granted: boolean;
  note?: string;
}
