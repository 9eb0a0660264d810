/** What the evaluator is told about one matter 事项, and what it answers. Pure data. */
import type { Instant, Stretch } from '../../../values/instant.ts';
import type { FactValue, Limit, Test } from './pack.ts';

/** A dated milestone 节点. `at` is when it occurred. */
export interface Happening {
  milestone: string;
  at: Instant;
  /** When it was recorded; later than `at` after an offline sync. Breach withdrawal names `id`. */
  recordedAt: Instant;
  /** Event id in the order's log (its sequence number). */
  id: number;
  /** Unit whose act it was (organization id), for `by`. */
  by?: string;
  /** Only for clocks `on: request` of this request; absent = concerns the order and so every request. */
  request?: string;
  /** An act towards one caller that the order's own clocks see too. */
  ofOrder?: true;
}

/** A planned time 计划时间 set or moved. The latest `setAt` (then highest id) is in force. */
export interface PlanSetting {
  plan: string;
  at: Instant;
  setAt: Instant;
  id: number;
  request?: string;
  /** Set in an order the request came from: the clocks of this one do not go by it. */
  elsewhere?: true;
}

/** An allowed pause 暂停: which entry of `pauses` it rests on; ids of clocks or all. */
export interface PauseSpan extends Stretch {
  id: number;
  entry: string;
  clocks: 'all' | string[];
  /** Only of this request: allowed in an order it came from. */
  request?: string;
}

/** An approved extension 延期: these clocks are due at `due` instead; granted at `at`. */
export interface Extension {
  id: number;
  at: Instant;
  clocks: string[];
  due: Instant;
  /** Only of this request: granted in an order it came from. */
  request?: string;
}

/** As much of another matter as a count asks for. */
export interface EarlierMatter {
  event: string;
  facts?: Record<string, FactValue>;
  happenings: readonly Pick<Happening, 'milestone' | 'at'>[];
}

export interface Matter {
  event: string;
  channel: string;
  facts: Record<string, FactValue>;
  /** Other matters of the same customer, meter …, for facts that count `per` one of these. */
  earlier?: Readonly<Record<string, readonly EarlierMatter[]>>;
  /** When a fact got its present value, for `every: once`; a fact without time counts as known from the beginning. */
  factsSince?: Record<string, Instant>;
  happenings: Happening[];
  plans: PlanSetting[];
  pauses: PauseSpan[];
  extensions: Extension[];
  /** Requests joined in the order, with the time each was received; clocks `on: request` run once for each. */
  requests: {
    id: string;
    receivedAt: Instant;
    channel: string;
    facts?: Record<string, FactValue>;
    /** Came to an order that was there before: what had happened in it counts to him as of then. */
    joinedAt?: Instant;
  }[];
}

export type ClockState =
  | 'running'
  | 'warned'
  | 'late' // still open, past due
  | 'paused'
  | 'met' // stopped in time
  | 'met-late' // stopped after due
  | 'cancelled'
  | 'waiting-calendar'; // needs a year no calendar is published for

/** Why a clock is due when it is, line by line; texts in zh and en are made from it by `explain`. */
export interface Because {
  readonly kind:
    | 'start'
    | 'rule'
    | 'case'
    | 'calendar'
    | 'opens'
    | 'pause'
    | 'quiet'
    | 'extension'
    | 'unknown-fact'
    | 'plan'
    | 'run'
    | 'due'
    | 'assumed'
    | 'reading';
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ClockReading {
  /** Clock entry id; with `request` and `run` it identifies the reading. */
  id: string;
  request: string | null;
  /** 1 for the first run; reopening starts the next. */
  run: number;
  section: 'clocks' | 'notices' | 'approvals' | 'duties';
  article: string;
  quote: string;
  clauses: string[];
  on: 'order' | 'request';
  /** Milestone (or plan) it started from and when. */
  from: string;
  start: Instant;
  /** Id of the happening (or plan setting) that started it. */
  startedBy: number | null;
  /** Milestones that stop it. */
  until: string[];
  limit: string;
  limitValue: Limit | null;
  /** null: never late (`none`), or waiting for a calendar. */
  due: Instant | null;
  warnAt: Instant | null;
  /** When it counts as breached if nothing stops it before; null = never (or provisional). */
  breachAt: Instant | null;
  stoppedAt: Instant | null;
  stoppedBy: number | null;
  state: ClockState;
  /** Late now, or stopped late, by the rules of `breach`. */
  breached: boolean;
  /** Facts whose value is unknown and would decide the case; then it warns but does not breach. */
  asks: string[];
  provisional: boolean;
  /** Pauses that held this run. */
  pauses: Stretch[];
  waitsFor?: string;
  because: readonly Because[];
  /** Case chosen: index in the entry, -1 none. */
  caseIndex: number;
  matched?: Record<string, Test>;
  /** Where counting begins: the start, the opening, or the end of day 0 for limits in days. */
  countsFrom?: Instant;
  /** With `opens`: only then it runs. */
  opensAt?: Instant;
  /** With `before`: the planned time in force. */
  plannedAt?: Instant;
  /** What ended the run without stopping it; a late run stays late, but nobody waits for it any more. */
  endedBy?: 'cancelled' | 'closed' | 'merged' | 'rejected' | 'returned' | 'reopened';
  endedAt?: Instant;
}
