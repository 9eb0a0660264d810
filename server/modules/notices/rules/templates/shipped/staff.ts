/** What colleagues are told beside the facts of orders, which have kinds of their own in the inbox. */
import type { NoticeEvent } from '../shape.ts';
import { NUMBER } from '../variables.ts';

const { required: _required, ...ORDER } = NUMBER;
const TEXT = {
  id: 'text',
  zh: '内容',
  en: 'Text',
  required: true,
  sample: { zh: '客户评价为不满意，请于今日内回访', en: 'the customer is not satisfied; please call today' },
} as const;

export const STAFF_EVENTS: readonly NoticeEvent[] = [
  {
    id: 'staff-told',
    zh: '工作提醒',
    en: 'For your attention',
    to: 'staff',
    channels: ['in-app'],
    variables: [TEXT, ORDER],
    subject: { zh: '工作提醒 {{单号}}', en: 'For your attention {{number}}' },
    body: { zh: '{{单号}} {{内容}}', en: '{{number}} {{text}}' },
  },
];
