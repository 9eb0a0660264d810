/**
 * What modules below contribute to an order's page. The callers' own words and numbers are kept by the
 * requests module, which knows this one and not the other way round.
 */
import type { Tx } from '../../platform/database.ts';
import type { Instant } from '../../values/instant.ts';
import type { LogEntry, OrderState } from './rules/order.ts';
import type { DutyNews } from './rules/routing/duty-news.ts';
import type { Condition } from './store/conditions.ts';

export interface RequestCard {
  id: number;
  channel: string;
  receivedAt: number;
  reporter: string | null;
  phone: string | null;
  contactTimes: string | null;
  place: string;
  content: string;
  sourceRef: string | null;
  /** 首问责任人: a person, or the unit it was handed over to. */
  owner: OwnerCard;
  handOvers: { at: number; byId: number; from: OwnerCard; to: OwnerCard; reason: string }[];
  /** Contacts of this caller or these premises before it; the one about the same matter. */
  earlier: number;
  repeatOf: number | null;
}

export interface OwnerCard {
  staffId: number | null;
  unit: string | null;
}

export interface CallerWords {
  orderId: number;
  content: string;
  place: string;
  sourceRef: string | null;
  name: string | null;
  phone: string | null;
}

/** What a dispatcher fills in of the caller. */
export interface CallerDetails {
  reporter?: string;
  phone?: string;
  contactTimes?: string;
}

export interface RequestCards {
  /** In full: masking is done here. */
  ofOrder(tx: Tx, orderId: number): Promise<RequestCard[]>;
  /** Requests of the same premises received since, this order's aside. */
  recentAt?(tx: Tx, premisesId: number, since: number): Promise<number>;
  /** What callers of these orders said, where, and who they are: what the orders are found by. */
  wordsOf?(tx: Tx, orderIds: readonly number[]): Promise<CallerWords[]>;
  /** Condition on `work_orders.work_order o`: one of its callers said so; in plain width and lower case, without spaces. */
  saidIn?(text: string): Condition;
  /** Condition on `work_orders.work_order o`: one of its callers is mine to answer for. */
  ownedBy?(tx: Tx, staffId: number, departmentId: string): Promise<Condition>;
  /** Condition on `work_orders.work_order o`: one of its callers had told the same before. */
  repeatedIn?(): Condition;
  /** Those of them with such a caller. */
  repeatsAmong?(tx: Tx, orderIds: readonly number[]): Promise<number[]>;
  /** The requests belong to this order from now on. */
  move?(tx: Tx, requestIds: readonly number[], orderId: number): Promise<void>;
  /** Whether they are to be seen only by whoever sees the order 保密. */
  seal?(tx: Tx, orderId: number, sealed: boolean): void;
  complete?(tx: Tx, orderId: number, details: CallerDetails): Promise<void>;
}

let hearDuties: (tx: Tx, news: DutyNews) => void = () => undefined;

/** Whoever made the order hears what becomes of it, in the transaction in which it does. */
export function contributeDuties(hear: typeof hearDuties): void {
  hearDuties = hear;
}

export const tellDuties = (tx: Tx, news: DutyNews): void => hearDuties(tx, news);

/** What a command or the passing of time has just written of an order. */
export interface OrderNews {
  orderId: number;
  number: string;
  /** As it is now. */
  order: OrderState;
  /** In the order they were written. */
  entries: readonly LogEntry[];
  sealed: boolean;
  /** When its work has to be done, by the clocks that run now; null: none says. */
  due: Instant | null;
  packHash: string;
}

type Hearer = (tx: Tx, news: OrderNews, now: Instant) => Promise<void>;
const hearers: Hearer[] = [];

/** Whoever lives below hears what becomes of orders, in the transaction in which it does, and as the system. */
export function followOrders(hear: Hearer): void {
  hearers.push(hear);
}

export async function tellFollowers(tx: Tx, news: OrderNews, now: Instant): Promise<void> {
  for (const hear of hearers) await hear(tx, news, now);
}

let cards: RequestCards = { ofOrder: async () => [] };

export function contributeRequests(contributed: RequestCards): void {
  cards = contributed;
}

export const requestCards = (): RequestCards => cards;
