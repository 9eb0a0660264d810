/**
 * A regulation pack after loading: parsed, checked, names resolved (`extends` applied,
 * `limits` names replaced). JSON-serialisable; its canonical JSON is what the content hash
 * covers. Format and meaning: regulations pack format (docs/packs.md).
 */
import type { Millis } from '../../../values/instant.ts';

export type FactValue = string | number | boolean | string[];

/** One test of one fact. */
export type Test =
  | { op: 'any-of'; values: (string | number | boolean)[] } // value or list
  | { op: 'range'; min?: number; max?: number; minOpen?: boolean; maxOpen?: boolean } // ">= 300, < 600", "2..20"
  | { op: 'clock-range'; from: number; until: number } // "22:00..08:30", minutes of the day, end out, may cross midnight
  | { op: 'not'; test: Test }
  | { op: 'and'; tests: Test[] } // {is: T, not: T}
  | { op: 'has'; values: (string | number)[] } // a set holds all of these
  | { op: 'unknown' };

/** Facts joined by *and*; `any` holds alternatives (not allowed inside cases). */
export interface When {
  facts: Record<string, Test>;
  any?: When[];
}

export type Limit =
  | { unit: 'elapsed'; ms: Millis; text: string } // min h d
  | { unit: 'cd' | 'wd'; days: number; text: string }
  | { unit: 'wh'; ms: Millis; text: string }
  | { unit: 'mo'; months: number; text: string }
  | { unit: 'same-day'; text: string }
  | {
      unit: 'period-end';
      period: 'week' | 'month' | 'quarter' | 'half-year' | 'year' | 'cycle';
      next: boolean;
      text: string;
    }
  | { unit: 'month-day'; day: number; text: string }
  | { unit: 'none'; text: string };

export interface Within {
  breach: Limit;
  /** `3..5 d`: warn at 3, breach at 5. */
  warn?: Limit;
  /** Name in `limits` this came from, and whether the utility has confirmed its value. */
  named?: { id: string; confirmed: boolean };
}

export type Breach = 'at-due' | 'at-event' | 'if-late' | 'never';

/** `from` / `until`: one, first of several, or last of several. */
export type Milestones = { pick: 'first' | 'all'; of: string[] };

/** Keys of T (timing) with cases already merged with their entry. */
export interface Timing {
  within?: Within;
  before?: string;
  lead?: Limit;
  opens?: Limit;
  every?: string;
  by?: string[];
  breach: Breach;
  /** Id in `hours` used by wh and wd. */
  hours: string;
  /** `HH:MM..HH:MM` stretches that do not count, minutes of the day. */
  quiet?: { from: number; until: number };
  on: 'order' | 'request';
}

export interface Cited {
  id: string;
  article: string;
  quote: string;
  clauses: string[];
  assumed: string[];
  reading?: string;
  /** Where it stands: file relative to the regulations folder, 1-based line; pack it came from (differs under `extends`). */
  source: { pack: string; file: string; line: number };
}

export interface CaseOf<T> extends Pick<Cited, 'article' | 'quote' | 'clauses' | 'reading' | 'source'> {
  /** Absent: the rest. */
  when?: When;
  value: T;
}

export interface ClockEntry extends Cited {
  when?: When;
  from?: Milestones;
  until?: Milestones;
  overlap: 'error' | 'shortest' | 'first';
  /** At least one; an entry without `cases` has exactly one, without `when`. */
  cases: CaseOf<Timing>[];
}

export interface HoursEntry extends Cited {
  /** ISO weekdays 1–7 that are worked. */
  days: number[];
  /** Minutes of the day, [start, end), sorted. */
  open: [number, number][];
  /** 'closed': statutory holidays off, make-up days worked (default); 'open': weekdays only decide. */
  holidays: 'closed' | 'open';
  cases: {
    days?: number[];
    /** Month-day bounds, inclusive, may cross the year end: "05-01..09-30". */
    season?: { from: [number, number]; until: [number, number] };
    open: [number, number][];
  }[];
}

export interface TermEntry extends Partial<Cited> {
  id: string;
  kind: 'event' | 'fact' | 'milestone' | 'plan';
  words: string[];
  type?: 'yes-no' | 'number' | 'choice' | 'set';
  choices?: { id: string; words: string }[];
  default?: FactValue;
  derived?: unknown;
  /** Derived from other facts: the narrowest case that holds gives the value. */
  is?: { when?: When; is: FactValue }[];
  /** Counted from what happened. */
  count?: CountOf;
}

/** `{of: estimated, where, per: meter, in: 30 d, since: read}`. */
export interface CountOf {
  /** Milestone; or event, and then its matters are counted. */
  of: string;
  /** Facts of the matter it happened in. */
  where?: When;
  /** Also in other matters of the same one: `meter`, `customer`. */
  per?: string;
  /** In the last so much time, … */
  within?: Limit;
  /** … or in the calendar period that runs. */
  period?: Extract<Limit, { unit: 'period-end' }>['period'];
  /** Only what came after the last of these. */
  since?: string[];
}

export interface FormField {
  id: string;
  name: string;
  type?: string;
  when?: When;
}
export interface FormEntry extends Cited {
  when?: When;
  name?: string;
  fields: FormField[];
}
export interface GateEntry extends Cited {
  when?: When;
  blocks: string;
  require: 'never' | { done?: string[]; facts?: When; waited?: { since: string; atLeast: Limit } };
  else?: string;
}
export interface ApprovalEntry extends Cited {
  when?: When;
  /** For timings with `within`. */
  from?: Milestones;
  /** Default: its form filled, its approval, or its milestone, whichever comes first. */
  until?: Milestones;
  /** Milestone: returned, extended, paused … */
  of: string;
  steps: string[];
  clocks: string[];
  form?: string;
  timing?: Timing;
  /** Present when the entry has `cases`; `timing` is then that of the entry itself. */
  cases?: CaseOf<Timing>[];
  /** Absent: cases that overlap undecided are refused when the rulebook is loaded. */
  overlap?: Exclude<ClockEntry['overlap'], 'error'>;
}
export interface PauseEntry extends Cited {
  when?: When;
  clocks: 'all' | string[];
  ask?: string;
  from?: Milestones;
  until?: Milestones;
  retroactive: boolean;
}
export interface RoutingEntry extends Cited {
  when?: When;
  /** 保密: only that unit, never the one concerned. */
  confidential?: true;
  cases: CaseOf<{ to: string; with: string[] }>[];
  overlap: 'error' | 'shortest' | 'first';
}
export interface OrganizationEntry extends Cited {
  kind: 'unit' | 'role' | 'district' | 'outlet';
  name: string;
  aliases: string[];
  parent?: string;
}
export interface LimitEntry extends Cited {
  words: string[];
  document?: string;
  value?: Within;
  confirmed: boolean;
}
export interface NoticeEntry extends Cited {
  when?: When;
  to: string[];
  via: string[];
  form?: string;
  proof?: string;
  cases: CaseOf<Timing>[];
  from?: Milestones;
  overlap: 'error' | 'shortest' | 'first';
}
export interface TextEntry extends Cited {
  when?: When;
  kind: 'promise' | 'guide' | 'script' | 'document';
  text: string;
}
/** Sections that are stored and shown, executed by modules to come. */
export interface PlainEntry extends Cited {
  when?: When;
  body: Record<string, unknown>;
}

export interface Pack {
  pack: string;
  version: string;
  utility: string;
  /** Local date from which it is in force, YYYY-MM-DD. */
  effective: string;
  source: string;
  extends: string[];
  timezone: string;
  /** Name of the national holiday calendar, `cn`. */
  holidays: string;
  currency: string;
  /** When a clock warns: share of its counted time used (0–1), or that much counted time before due. */
  warn: { share: number } | { before: Limit };
  organization: OrganizationEntry[];
  terms: TermEntry[];
  hours: HoursEntry[];
  limits: LimitEntry[];
  clocks: ClockEntry[];
  duties: PlainEntry[];
  notices: NoticeEntry[];
  forms: FormEntry[];
  gates: GateEntry[];
  routing: RoutingEntry[];
  approvals: ApprovalEntry[];
  pauses: PauseEntry[];
  metrics: PlainEntry[];
  remedies: PlainEntry[];
  checklists: PlainEntry[];
  prices: PlainEntry[];
  texts: TextEntry[];
  /** sha256 of the canonical JSON without this key, hex. */
  hash: string;
}

/** One defect of a pack, as the author sees it. */
export interface PackError {
  code: string;
  file: string;
  line: number;
  column?: number;
  article?: string;
  entry?: string;
  found: string;
  expected: string;
  /** Full sentences. */
  zh: string;
  en: string;
}
