/** The call being taken; kept on this computer until it is submitted, so that nothing is lost. */
import { needsOrder } from '../../../server/modules/requests/rules/contact/voices.ts';
import type { Intake, WaitingLetter } from '../data.ts';

export interface Pin {
  lon: number;
  lat: number;
}

export interface Draft {
  /** The letter being read 待阅来信, which is received as it was written. */
  letter: { id: number; ref: string } | null;
  channel: string;
  event: string;
  place: string;
  premises: { id: number; accountNumber: string; customerName: string; communityId: number; districtId: string } | null;
  communityId?: number | undefined;
  districtId?: string | undefined;
  roadIds: number[];
  /** What was chosen from the register; null: only words were typed. */
  chosen: { kind: string; kindName: string; districtName: string | null; point: Pin | null } | null;
  /** Set by hand on the map. */
  pin: Pin | null;
  reporter: string;
  phone: string;
  contactTimes: string;
  content: string;
  urgent: boolean;
  /** Whom a complaint about conduct is about 被投诉. */
  concernedUnit: string;
  concernedPerson: string;
  receivedAt?: string;
  sourceRef: string;
  form: Record<string, unknown>;
  /** What decides whose it is 归属, as the caller answered. */
  facts: Record<string, string | number | boolean>;
  /** 怎样答谢, of praise. */
  thanks: string;
}

/** Words alone, no register behind them. */
export const unplaced = {
  premises: null,
  communityId: undefined,
  districtId: undefined,
  roadIds: [],
  chosen: null,
} satisfies Partial<Draft>;

const KEPT = 'gongshui.intake';

export const emptyDraft = (): Draft => ({
  letter: null,
  channel: 'phone',
  event: '',
  place: '',
  premises: null,
  roadIds: [],
  chosen: null,
  pin: null,
  reporter: '',
  phone: '',
  contactTimes: '',
  content: '',
  urgent: false,
  concernedUnit: '',
  concernedPerson: '',
  sourceRef: '',
  form: {},
  facts: {},
  thanks: '',
});

export function keptDraft(): Draft {
  try {
    const text = localStorage.getItem(KEPT);
    if (text !== null) return { ...emptyDraft(), ...(JSON.parse(text) as Partial<Draft>) };
  } catch {
    // Unreadable or not allowed: begin anew.
  }
  return emptyDraft();
}

export function keepDraft(draft: Draft): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(draft));
  } catch {
    // A full or forbidden store costs only the convenience.
  }
}

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

export function bodyOf(draft: Draft): Intake {
  const { reporter, phone, contactTimes, sourceRef } = draft;
  const facts = Object.entries({
    ...draft.facts,
    'concerned-unit': filled(draft.concernedUnit),
    'concerned-person': filled(draft.concernedPerson),
  }).filter(([, value]) => value !== undefined);
  const optional = {
    reporter: filled(reporter),
    phone: filled(phone),
    contactTimes: filled(contactTimes),
    sourceRef: filled(sourceRef),
    receivedAt: draft.receivedAt,
    premisesId: draft.premises?.id,
    communityId: draft.premises?.communityId ?? draft.communityId,
    districtId: draft.premises?.districtId ?? draft.districtId,
    roadIds: draft.roadIds.length > 0 ? draft.roadIds : undefined,
    lon: draft.pin?.lon,
    lat: draft.pin?.lat,
    urgent: draft.urgent ? true : undefined,
    facts: facts.length > 0 ? Object.fromEntries(facts) : undefined,
    form: Object.keys(draft.form).length > 0 ? draft.form : undefined,
  };
  return {
    channel: draft.channel,
    event: draft.event,
    place: draft.place.trim(),
    content: draft.content.trim(),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** A letter that waited, before the desk. Who wrote it stays masked; what he left is kept with it. */
export const draftOf = (letter: WaitingLetter): Draft => ({
  ...emptyDraft(),
  letter: { id: letter.id, ref: letter.sourceRef ?? String(letter.id) },
  channel: letter.channel,
  content: letter.content,
  place: letter.place,
  urgent: letter.urgent,
  receivedAt: letter.receivedAt,
  sourceRef: letter.sourceRef ?? '',
});

/** What the desk adds to a letter; the rest stays as it came. */
export function classificationOf(draft: Draft): Partial<Intake> {
  const { channel: _channel, content: _content, receivedAt: _at, sourceRef: _ref, ...told } = bodyOf(draft);
  return { ...told, urgent: draft.urgent };
}

/** 表扬: registered with thanks instead of an order. */
export const isPraise = (draft: Draft): boolean => draft.event !== '' && !needsOrder(draft.event);

export const checkable = (draft: Draft): boolean => draft.channel !== '' && draft.event !== '';
