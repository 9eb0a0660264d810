/** What a phone and the server say to each other. Times are ISO instants; pure types, read by both. */
import type { HolidayCalendars } from '../../regulations/rules/calendar.ts';
import type { Pack } from '../../regulations/rules/pack.ts';
import type { ClockRow } from '../../work-orders/rules/clocks.ts';
import type { HeldCertificate, Unit } from '../../work-orders/rules/context.ts';
import type { ACROSS, Command } from '../../work-orders/rules/lifecycle.ts';
import type { Flag, LogEntry } from '../../work-orders/rules/order.ts';

/** What can be given on a phone: every command on one order, and `attach` for a file sent to /api/uploads before. */
export type FieldCommandName = Exclude<Command, (typeof ACROSS)[number]>;

export interface Point {
  lon: number;
  lat: number;
  /** Metres. */
  accuracy: number;
}

export interface FieldCommand {
  /** UUID made on the phone: the command is done once, however often it is sent. */
  id: string;
  order: number;
  command: FieldCommandName;
  /** Fields of that command's address, without `version`, `via` and `occurredAt`; of `attach`: upload, name, takenAt, as. */
  body: Record<string, unknown>;
  /** By the phone's clock, corrected by the offset at last contact. */
  occurredAt: string;
  /** What the phone's clock said when it happened. */
  deviceAt: string;
  position?: Point;
  /** Last entry of the order's log the phone had from the server when the command was given. */
  seen?: number;
}

export interface SyncRequest {
  /** UUID made on the phone, one for each person who signs in on it. */
  deviceId: string;
  /** Made with it; the server keeps its digest alone. What a phone without a session proves itself by. */
  secret: string;
  /** As its owner knows it: 华为 Mate 60. */
  name?: string;
  /** The phone's clock, uncorrected, as the request leaves. */
  sentAt: string;
  /** In the order in which they were given; at most a hundred at once. */
  commands: FieldCommand[];
}

export interface Listed {
  code: string;
  /** In the language of who asked. */
  message: string;
  article?: string;
}

export interface SyncResult {
  id: string;
  /** listed: not done, and the reason is shown; nothing is lost. */
  outcome: 'applied' | 'listed';
  refusal?: Listed;
  flags: Flag[];
  /** Where it was done, if the order had been merged into another meanwhile. */
  into?: { id: number; number: string };
}

export interface SyncAnswer {
  serverTime: string;
  /** The phone was reported lost: everything on it is to be deleted. */
  wipe: boolean;
  /** Of the first commands, in their order; those without one are to be sent again. */
  results: SyncResult[];
}

/**
 * One order with everything its rules need. `View` is the page of the order as GET /api/orders/:id answers it, less what
 * the phone reads from the log: its timeline, clocks and what may be done are empty.
 */
export interface FieldOrder<View> {
  view: View;
  log: LogEntry[];
  clocks: ClockRow[];
  /** Key of `rulebooks`: version of the rulebook and holidays it counts on. */
  book: string;
  /** Where it lies, as permissions ask for it. */
  placed: {
    department_id: string | null;
    district_id: string | null;
    handler_id: number | null;
    sealed_to: string | null;
  };
  /** Names and numbers in full, for a call with one tap; that they were put on the phone is written down. */
  callers: { requestId: number; reporter: string | null; phone: string | null; contactTimes: string | null }[];
}

export interface FieldBook {
  pack: Pack;
  holidays: HolidayCalendars;
}

export interface FieldMe {
  staffId: number;
  name: string;
  departmentId: string;
  departmentName: string;
  districts: string[];
  /** Row of the permission table: action → reach. */
  permissions: Record<string, string>;
}

/** Whom an order can be handed over to. */
export interface Colleague {
  staffId: number;
  name: string;
  certificates: HeldCertificate[];
}

export type Texts = Record<string, { zh: string; en: string }>;

export interface FieldSnapshot<View> {
  serverTime: string;
  me: FieldMe;
  units: Unit[];
  colleagues: Colleague[];
  /** Mine that are not closed, the first due first. */
  orders: FieldOrder<View>[];
  /** By key, those the phone said it has left out (`?have=`). */
  rulebooks: Record<string, FieldBook>;
  /** What refusals say, by code; `texts` null: the phone has them. */
  words: { key: string; texts: Texts | null };
  /** Names of who stands in the logs. */
  people: Record<string, string>;
}
