import type { Same } from '../shape.ts';
import type { zh } from './zh-CN.ts';

export const en: Same<typeof zh> = {
  suggestions: {
    title: 'Suggestions',
    help: 'From the words written; you confirm. Alt and a digit takes one',
    none: 'No words about water supply were recognised.',
    event: 'Event',
    urgent: 'Urgent',
    place: 'Address',
    outsideDuty: 'May be another’s duty',
    irrelevant: 'May not be about water supply',
    decline: 'Decline…',
    taken: 'taken',
    because: '{{name}}: {{reasons}}',
  },
  waiting: {
    tab: 'Letters to read',
    count: 'Letters to read {{n}}',
    elements: 'Elements',
    view: 'What the left column shows',
    none: 'No letter waits to be read',
    noneHelp: 'Imported letters without an event wait here until somebody reads and classifies them.',
    help: 'Imported, and read by nobody yet. Choose one and classify it; suggestions stand beside it.',
    reading: 'Reading letter {{ref}}',
    leave: 'Put it back',
    fixed: 'The letter as it was written; not changed',
    done: 'Letter {{ref}} received, order {{number}}',
    more: 'Only the {{n}} received last are listed',
  },
};
