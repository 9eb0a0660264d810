/** By which channels somebody can be told, in which order. */
import type { Channel, Language } from '../notice.ts';

/** What somebody asked for, by phone, WeChat or e-mail address. */
export interface Preference {
  /** Tried first where it is among the channels of the notice. */
  first: Channel | null;
  /** Not used, except where a rule asks for proof. */
  refused: readonly Channel[];
  language: Language | null;
  /** May be told at night. */
  night: boolean;
}

export interface Address {
  staff: boolean;
  phone: string | null;
  wechat: string | null;
  email: string | null;
}

/** Mobile numbers of the mainland, and those of elsewhere with their country; what is masked is none. */
const MOBILE = /^(?:(?:\+?86)?1\d{10}|\+\d{8,15})$/;
export const isMobile = (phone: string | null): boolean => phone !== null && MOBILE.test(phone.replace(/[\s-]/g, ''));

export function reaches(channel: Channel, to: Address): boolean {
  switch (channel) {
    case 'in-app':
      return to.staff;
    case 'sms':
      return isMobile(to.phone);
    case 'wechat':
      return to.wechat !== null && to.wechat !== '';
    case 'email':
      return to.email?.includes('@') === true;
    case 'slip':
      return !to.staff;
  }
}

export interface Skipped {
  channel: Channel;
  why: 'no-address' | 'refused';
}

export interface Way {
  channels: Channel[];
  skipped: Skipped[];
}

export function wayOf(
  wanted: readonly Channel[],
  to: Address,
  preference: Preference | undefined,
  proof: boolean,
): Way {
  const first = preference?.first ?? null;
  const ordered = [...new Set(first !== null && wanted.includes(first) ? [first, ...wanted] : wanted)];
  const channels: Channel[] = [];
  const skipped: Skipped[] = [];
  for (const channel of ordered) {
    if (!reaches(channel, to)) skipped.push({ channel, why: 'no-address' });
    else if (!proof && preference?.refused.includes(channel)) skipped.push({ channel, why: 'refused' });
    else channels.push(channel);
  }
  return { channels, skipped };
}

const digits = (phone: string): string => phone.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');

/** The same person is told once: known by the first of these he has. */
export function recipientKey(to: {
  staffId?: number | null;
  phone?: string | null;
  wechat?: string | null;
  email?: string | null;
  requestId?: number | null;
  name?: string | null;
}): string {
  if (to.staffId != null) return `staff:${to.staffId}`;
  if (to.phone) return `phone:${digits(to.phone)}`;
  if (to.wechat) return `wechat:${to.wechat}`;
  if (to.email) return `email:${to.email.toLowerCase()}`;
  if (to.requestId != null) return `request:${to.requestId}`;
  return `name:${to.name ?? ''}`;
}
