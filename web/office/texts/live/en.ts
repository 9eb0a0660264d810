import type { Same } from '../shape.ts';
import type { zh } from './zh-CN.ts';

export const en: Same<typeof zh> = {
  live: {
    present: 'Others on this order',
    acting: '{{name}} is working on it',
    viewing: '{{name}} is viewing',
    from: '{{department}}, since {{at}}',
    meanwhile: 'This order changed while you were typing:',
    meanwhileBefore: '{{n}} earlier changes; see the log',
    meanwhileKept: 'What you typed is kept; please check it before you submit.',
    change: '{{at}} {{by}} {{what}}',
    mark: 'Mark',
    markRead: 'Mark as read',
    markUnread: 'Mark as unread',
    asking: 'Every 5 s',
    askingHelp:
      'Something on the network blocks the live connection; changes are asked for every 5 seconds instead. Nothing is missed.',
  },
};
