import type { Same } from '../shape.ts';
import type { zh } from './zh-CN.ts';

export const en: Same<typeof zh> = {
  keys: {
    title: 'Keys',
    any: 'Anywhere',
    desk: 'Order desk',
    form: 'While typing',
    search: 'Search',
    help: 'Show this table',
    intake: 'Go to Intake',
    orders: 'Go to Orders',
    inbox: 'Go to Inbox',
    rulebook: 'Go to Rulebook',
    redating: 'Go to Re-dating (managers)',
    reports: 'Go to Reports',
    imports: 'Go to Import',
    staff: 'To staff (administrators)',
    audit: 'To the audit log (managers, administrators)',
    rosters: 'Go to Rosters',
    move: 'Move in the list',
    open: 'Open the selected order',
    tabs: 'Switch All, Late, Warned, Paused, Mine',
    clock: 'Open or close the first clock',
    merge: 'merge with the likeliest duplicate',
    join: 'join the likeliest duplicate',
    letter: 'Do what the button at the bottom says',
    suggestion: 'at intake, take that suggestion',
    submit: 'Submit',
    cancel: 'Close without submitting (what you typed is kept)',
  },
};
