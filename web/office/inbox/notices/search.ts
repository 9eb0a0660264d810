/** What of notices stands in the address. */
import {
  CHANNELS,
  type Channel,
  type Language,
  STATES,
  type State,
} from '../../../../server/modules/notices/rules/notice.ts';

export interface NoticeSearch {
  state?: State;
  channel?: Channel;
  event?: string;
  /** Asks for proof and has none. */
  unproven?: boolean;
  orderId?: number;
  /** The notice looked at. */
  id?: number;
}

export interface TemplateSearch {
  event?: string;
  channel?: Channel;
  language?: Language;
}

const one = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((known) => known === value);
const id = (value: unknown): number | undefined =>
  Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z-]{1,60}$/.test(value) ? value : undefined;
const known = <T extends object>(found: T): T =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T;

export const readNoticeSearch = (search: Record<string, unknown>): NoticeSearch =>
  known({
    state: one(STATES, search.state),
    channel: one(CHANNELS, search.channel),
    event: word(search.event),
    unproven: search.unproven === true ? true : undefined,
    orderId: id(search.orderId),
    id: id(search.id),
  }) as NoticeSearch;

export const readTemplateSearch = (search: Record<string, unknown>): TemplateSearch =>
  known({
    event: word(search.event),
    channel: one(CHANNELS, search.channel),
    language: one(['zh', 'en'] as const, search.language),
  }) as TemplateSearch;
