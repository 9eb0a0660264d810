/** What each utility decides for itself about call-backs 回访 and ratings 评价; a rulebook that says so goes first. */
import { RATINGS, type Rating } from '../../work-orders/rules/satisfaction/levels.ts';

export interface Settings {
  /** Calls before a customer counts as not reached 未接通. */
  tries: number;
  /** Minutes between two calls that reached nobody. */
  spacing: number;
  /** Minutes of the day in which nobody is called, where the rulebook names none; null: none either. */
  quiet: { from: number; until: number } | null;
  /** Levels that are followed up 整改回访. */
  low: Rating[];
  /** Hours in which a low rating is answered. */
  followUpHours: number;
  /** What is said 话术, with blanks; null: the platform's. */
  script: string | null;
  /** Channels whose customers are asked by a link, where no call has reached them. */
  channels: string[];
  /** Days a link is good. */
  linkDays: number;
  /** Hours in which an answer may be changed. */
  changeHours: number;
  /** Where customers reach this server, `https://…`; null: nobody is sent a link. */
  address: string | null;
}

export const DEFAULTS: Settings = {
  tries: 3,
  spacing: 120,
  quiet: { from: 22 * 60, until: 8 * 60 },
  low: RATINGS.slice(3),
  followUpHours: 24,
  script: null,
  channels: ['phone', 'web', 'wechat', 'counter', 'visit', 'letter'],
  linkDays: 7,
  changeHours: 24,
  address: null,
};

/** The origin alone: nothing of a path, no name or password in it. */
export function addressHolds(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin, username } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && address.replace(/\/$/, '') === origin;
}
