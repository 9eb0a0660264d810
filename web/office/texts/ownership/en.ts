import type { Same } from '../shape.ts';
import type { zh } from './zh-CN.ts';

export const en: Same<typeof zh> = {
  ownership: {
    title: 'Whose it is',
    to: 'Belongs to: {{name}}',
    because: 'because {{facts}}',
    fact: '{{name}}: {{value}}',
    assumed: '{{name}}: {{value}} (not recorded)',
    asks: 'Still to be known: {{facts}}',
    ask: 'These decide who is responsible: ask the caller, and leave open what is not known; the crew can add it.',
    unknown: 'Not known',
  },
};
