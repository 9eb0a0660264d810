import type { Fact } from './rules/facts.ts';

export const messages: Record<string, { zh: string; en: string }> = {
  'telling-not-offered': {
    zh: '规章现在没有要求以此告知，或已经告知过。',
    en: 'The rulebook does not ask for that now, or it was told already.',
  },
  'telling-words-missing': { zh: '请填写告知的内容。', en: 'Say what is to be told.' },
  'telling-no-phone': {
    zh: '有诉求人没有留电话，请以其他方式告知，再登记节点。',
    en: 'A caller left no number: tell him another way and record it.',
  },
};

export const FACT_WORDS: Record<Fact, { zh: string; en: string }> = {
  received: { zh: '受理', en: 'Received' },
  dispatched: { zh: '派发', en: 'Passed on' },
  appointment: { zh: '预约上门', en: 'Appointment' },
  extended: { zh: '同意延期', en: 'Takes longer' },
  handled: { zh: '审单通过：办理结果', en: 'Dealt with' },
};
