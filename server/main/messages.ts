import type { Catalogue } from '../platform/http/messages.ts';

export const messages: Catalogue = {
  'times-out-of-order': {
    zh: '时间先后不对：节点不能早于受理，暂停要先开始再结束。',
    en: 'Times are out of order: no milestone before the report, and a pause ends after it begins.',
  },
  'before-received': { zh: '早于受理时间', en: 'Before the report was received' },
  'pause-ends-before': { zh: '结束不晚于开始', en: 'It ends before it begins' },
  'audit-too-long': {
    zh: '超过 {limit} 行，请缩短时间段后再导出。',
    en: 'More than {limit} rows: choose a shorter period.',
  },
};
