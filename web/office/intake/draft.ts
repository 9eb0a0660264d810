/** The call being taken; kept on this computer until it is submitted, so that nothing is lost. */
import type { Intake } from '../data.ts';

export interface Draft {
  channel: string;
  event: string;
  place: string;
  premises: { id: number; accountNumber: string; customerName: string; communityId: number; districtId: string } | null;
  communityId?: number | undefined;
  districtId?: string | undefined;
  reporter: string;
  phone: string;
  contactTimes: string;
  content: string;
  urgent: boolean;
  receivedAt?: string;
  sourceRef: string;
  form: Record<string, unknown>;
}

const KEPT = 'gongshui.intake';

export const emptyDraft = (): Draft => ({
  channel: 'phone',
  event: '',
  place: '',
  premises: null,
  reporter: '',
  phone: '',
  contactTimes: '',
  content: '',
  urgent: false,
  sourceRef: '',
  form: {},
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
  const optional = {
    reporter: filled(reporter),
    phone: filled(phone),
    contactTimes: filled(contactTimes),
    sourceRef: filled(sourceRef),
    receivedAt: draft.receivedAt,
    premisesId: draft.premises?.id,
    communityId: draft.premises?.communityId ?? draft.communityId,
    districtId: draft.premises?.districtId ?? draft.districtId,
    urgent: draft.urgent ? true : undefined,
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

export const checkable = (draft: Draft): boolean => draft.channel !== '' && draft.event !== '';
