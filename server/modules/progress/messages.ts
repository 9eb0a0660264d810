import type { Fact } from './rules/facts.ts';

export const messages: Record<string, { zh: string; en: string }> = {};

export const FACT_WORDS: Record<Fact, { zh: string; en: string }> = {
  received: { zh: '受理', en: 'Received' },
  dispatched: { zh: '派发', en: 'Passed on' },
  appointment: { zh: '预约上门', en: 'Appointment' },
  extended: { zh: '同意延期', en: 'Takes longer' },
  handled: { zh: '审单通过：办理结果', en: 'Dealt with' },
};
