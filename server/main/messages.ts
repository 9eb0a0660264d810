import type { Catalogue } from '../platform/http/messages.ts';

export const messages: Catalogue = {
  'audit-too-long': {
    zh: '超过 {limit} 行，请缩短时间段后再导出。',
    en: 'More than {limit} rows: choose a shorter period.',
  },
};
