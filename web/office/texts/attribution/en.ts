import type { Same } from '../shape.ts';
import type { zh } from './zh-CN.ts';

export const en: Same<typeof zh> = {
  attribution: {
    title: 'With whom',
    whole: '{{length}} since receipt',
    wholeClosed: '{{length}} from receipt to close',
  },
};
