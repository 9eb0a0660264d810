/**
 * Intake 受理: what a caller's words must hold before they become a request. Every channel,
 * the message file included, goes through `readIntake`.
 */
import { type Instant, SECOND } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import { type Known, nearest } from './nearest.ts';

export type FactInput = string | number | boolean | string[];

/** As sent by a desk, a page or a file row; nothing in it has been believed yet. */
export interface Intake {
  channel: string;
  /** ISO 8601 with offset; absent: now. */
  receivedAt?: string;
  reporter?: string;
  phone?: string;
  contactTimes?: string;
  place?: string;
  premisesId?: number;
  communityId?: number;
  districtId?: string;
  /** The road it is on, or the two that meet there: a place without premises. */
  roadIds?: number[];
  /** A pin somebody set on the map; both or neither. */
  lon?: number;
  lat?: number;
  content: string;
  event?: string;
  urgent?: boolean;
  facts?: Record<string, FactInput>;
  /** System the request came from and its id there; the pair is unique. */
  source?: string;
  sourceRef?: string;
  /** An order that is there already, about the same incident: the request joins it. */
  joinOrderId?: number;
  /** Elements of the intake form that are not columns of the request. */
  form?: Record<string, unknown>;
}

/** A request believed: trimmed, dated, its facts set. */
export interface AcceptedIntake {
  channel: string;
  receivedAt: Instant;
  reporter: string | null;
  phone: string | null;
  contactLeft: boolean;
  contactTimes: string | null;
  place: string;
  content: string;
  /** Null only for a draft, which an agent still has to classify. */
  event: string | null;
  urgent: boolean;
  facts: Record<string, FactInput>;
  source: string | null;
  sourceRef: string | null;
}

export interface Vocabulary {
  events: Known[];
  channels: Known[];
}

export interface IntakeContext {
  now: Instant;
  vocabulary: Vocabulary;
  /** As the register knows the premises; absent: no account is known. */
  customerKind?: 'resident' | 'organisation';
  /** A row without a label may go in as a draft. */
  draft?: boolean;
}

/** Characters. Far above the longest of the 107 real messages (8,177), far below what hurts a list. */
export const TEXT_LIMITS = {
  content: 20_000,
  place: 200,
  reporter: 50,
  phone: 30,
  contactTimes: 200,
  explanation: 2_000,
  handedTo: 100,
  sourceRef: 100,
} as const;

/** A clock a little ahead of ours is not a lie. */
export const CLOCK_SKEW = 60 * SECOND;

/** Digits with the marks people write between them; `*` because sources mask. */
const PHONE = /^\+?[0-9*][0-9*()（）\- ]{3,28}[0-9*]$/;

type FieldFault = NonNullable<Refusal['fields']>[number];

/** Trims, and drops control characters that no keyboard types (a text column refuses NUL). */
export const cleanText = (text: string | undefined): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  (text ?? '').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();

export const tooLong = (texts: Partial<Record<keyof typeof TEXT_LIMITS, string>>): FieldFault[] =>
  (Object.entries(texts) as [keyof typeof TEXT_LIMITS, string][])
    .filter(([name, text]) => text.length > TEXT_LIMITS[name])
    .map(([name, text]) => ({
      path: name,
      code: 'text-too-long',
      params: { field: name, found: text.length, limit: TEXT_LIMITS[name] },
    }));

const refuseField = (fault: FieldFault): { ok: false; refusal: Refusal } =>
  refuse(fault.code, { params: { ...fault.params }, fields: [fault] });

export function readReceivedAt(text: string | undefined, now: Instant): Result<Instant> {
  if (text === undefined || text === '') return ok(now);
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(at))
    return refuseField({ path: 'receivedAt', code: 'received-time-not-valid', params: { found: text.slice(0, 40) } });
  if (at > now + CLOCK_SKEW) {
    return refuseField({
      path: 'receivedAt',
      code: 'received-in-future',
      params: { received: text, now: new Date(now).toISOString() },
    });
  }
  return ok(at);
}

/** A word outside the vocabulary is refused with the nearest word that is inside. */
export function readWord(path: 'event' | 'channel', found: string, known: Known[]): Result<string> {
  const exact = known.find(({ id }) => id === found) ?? known.find(({ words }) => words.includes(found));
  if (exact) return ok(exact.id);
  const near = nearest(found, known);
  const params: Record<string, string> = {
    found: found.slice(0, 60),
    nearest: near?.id ?? '',
    nearestZh: near?.words[0] ?? near?.id ?? '',
    nearestEn: near?.en ?? near?.id ?? '',
  };
  return refuseField({ path, code: near ? `unknown-${path}` : `unknown-${path}-unlike`, params });
}

export function readIntake(intake: Intake, context: IntakeContext): Result<AcceptedIntake> {
  const texts = {
    content: cleanText(intake.content),
    place: cleanText(intake.place),
    reporter: cleanText(intake.reporter),
    phone: cleanText(intake.phone),
    contactTimes: cleanText(intake.contactTimes),
    sourceRef: cleanText(intake.sourceRef),
  };
  const long = tooLong(texts);
  if (long[0]) return refuse('text-too-long', { params: { ...long[0].params }, fields: long });
  if (texts.content === '') return refuseField({ path: 'content', code: 'content-missing' });
  if (texts.phone !== '' && !PHONE.test(texts.phone)) {
    return refuseField({ path: 'phone', code: 'phone-not-valid', params: { found: texts.phone } });
  }

  const channel = readWord('channel', cleanText(intake.channel), context.vocabulary.channels);
  if (!channel.ok) return channel;

  const given = cleanText(intake.event);
  if (given === '' && !context.draft) return refuseField({ path: 'event', code: 'event-missing' });
  const event = given === '' ? ok(null) : readWord('event', given, context.vocabulary.events);
  if (!event.ok) return event;

  const receivedAt = readReceivedAt(intake.receivedAt, context.now);
  if (!receivedAt.ok) return receivedAt;

  const contactLeft = texts.phone !== '';
  const urgent = intake.urgent ?? false;
  return ok({
    channel: channel.value,
    receivedAt: receivedAt.value,
    reporter: texts.reporter || null,
    phone: texts.phone || null,
    contactLeft,
    contactTimes: texts.contactTimes || null,
    place: texts.place,
    content: texts.content,
    event: event.value,
    urgent,
    facts: {
      ...(context.customerKind ? { 'customer-kind': context.customerKind } : {}),
      ...intake.facts,
      // What the request itself shows is not a matter of opinion.
      'contact-left': contactLeft,
      urgent,
    },
    source: cleanText(intake.source) || null,
    sourceRef: texts.sourceRef || null,
  });
}
