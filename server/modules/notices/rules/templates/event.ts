/** Everything that can be told. */
import type { Language, Wording } from '../notice.ts';
import type { NoticeEvent } from './shape.ts';
import { CUSTOMER_EVENTS } from './shipped/customers.ts';
import { SLIP_EVENTS } from './shipped/slips.ts';
import { STAFF_EVENTS } from './shipped/staff.ts';
import { SUPPLY_EVENTS } from './shipped/supply.ts';

export const EVENTS: readonly NoticeEvent[] = [...CUSTOMER_EVENTS, ...SLIP_EVENTS, ...SUPPLY_EVENTS, ...STAFF_EVENTS];

const byId = new Map(EVENTS.map((event) => [event.id, event]));
export const eventNamed = (id: string): NoticeEvent | undefined => byId.get(id);

/** As it is shipped: the same words through every channel. */
export const shippedWording = (event: NoticeEvent, language: Language): Wording => ({
  subject: event.subject[language],
  body: event.body[language],
});

/** Whom a text addresses is filled in last, for each who is told. */
export const textOf = (text: string, name: string | null, language: Language): string =>
  text.replaceAll('{{name}}', name ?? (language === 'zh' ? '用户' : 'customer'));
