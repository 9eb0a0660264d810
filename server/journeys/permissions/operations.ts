/**
 * Every operation of the API: which row of the permission table it stands under, and what kind of thing it is about.
 * Written by hand, so that a route which asks for another action than was meant is noticed; `npm run check` fails on an
 * operation that is not here, and the test beside it calls each of them as everybody.
 */
import type { Action } from '../../modules/identity/index.ts';

/**
 * What the address names. `none`: nothing in particular, or a list. `owned`: a request, by who answers for it.
 * Filters, exports and phones are whose they are. Premises, things, imports, re-datings, inspections, notices and staff lie in no district: only `all` reaches them.
 */
export type Thing =
  | 'none'
  | 'order'
  | 'request'
  | 'owned'
  | 'attachment'
  | 'upload'
  | 'premises'
  | 'registered'
  | 'import'
  | 'redating'
  | 'backtest'
  | 'inspection'
  | 'notice'
  | 'draft'
  | 'filter'
  | 'export'
  | 'device'
  | 'staff';

const order = (...commands: string[]): string[] => commands.map((command) => `POST /api/orders/{id}/${command}`);

const staff = (deed: string): string => `POST /api/staff/{id}/${deed}`;

const BY_ACTION: Record<Action, Partial<Record<Thing, string[]>>> = {
  'requests.receive': {
    none: [
      'POST /api/requests',
      'POST /api/requests/check',
      'POST /api/requests/suggest',
      'POST /api/requests/duplicates',
      'POST /api/requests/earlier',
      'POST /api/requests/register',
    ],
    request: ['POST /api/requests/{id}/open', 'POST /api/requests/{id}/register'],
  },
  'requests.read': { none: ['GET /api/requests'], request: ['GET /api/requests/{id}'] },
  'requests.decline': {
    none: ['POST /api/requests/decline'],
    request: ['POST /api/requests/{id}/decline', 'POST /api/requests/{id}/told'],
  },
  'requests.hand-over': { owned: ['POST /api/requests/{id}/hand-over'] },
  'requests.import': { none: ['POST /api/imports/messages'] },
  // which registers may be imported is asked by kind, on the addresses of imports.run
  'registers.import': {},
  'things.read': {
    none: ['GET /api/things', 'GET /api/things/words', 'GET /api/duties/next'],
    registered: ['GET /api/things/{id}', 'GET /api/things/{id}/duties'],
  },
  'things.edit': { none: ['POST /api/things'], registered: ['PUT /api/things/{id}'] },
  'imports.run': {
    none: ['GET /api/imports', 'POST /api/imports', 'GET /api/imports/kinds', 'GET /api/imports/kinds/{kind}/template'],
    import: [
      'GET /api/imports/{id}',
      'GET /api/imports/{id}/rows',
      'GET /api/imports/{id}/errors',
      'PUT /api/imports/{id}/setup',
      'POST /api/imports/{id}/start',
      'POST /api/imports/{id}/cancel',
    ],
  },
  'orders.read': {
    none: ['GET /api/orders', 'GET /api/orders/counts'],
    order: [
      'GET /api/orders/{id}',
      'GET /api/orders/{id}/clocks',
      'GET /api/orders/{id}/tellings',
      'GET /api/orders/{id}/remedies',
      'GET /api/orders/{id}/attribution',
      'GET /api/orders/{id}/duplicates',
      'GET /api/orders/{id}/duty',
      'GET /api/orders/{id}/handlers',
      'PUT /api/orders/{id}/presence',
    ],
  },
  'orders.dispatch': { order: order('dispatch') },
  'orders.accept': { order: order('accept') },
  'orders.assign': { order: order('assign') },
  'orders.record': { order: order('record') },
  'orders.note': { order: order('note', 'tellings') },
  'orders.attach': { order: order('attachments') },
  'files.send': {
    none: ['POST /api/uploads'],
    upload: ['HEAD /api/uploads/{id}', 'PATCH /api/uploads/{id}', 'DELETE /api/uploads/{id}'],
  },
  'orders.facts': { order: order('set-facts') },
  'orders.position': { order: order('set-position') },
  'orders.reclassify': { order: order('reclassify') },
  'orders.promise': { order: order('promise') },
  'orders.ask': { order: order('ask-return', 'ask-extension', 'ask-pause') },
  'orders.decide': { order: order('decide-return', 'decide-extension', 'decide-pause') },
  'orders.resume': { order: order('resume') },
  'orders.supervise': { order: order('supervise') },
  'orders.handle': { order: order('handle') },
  'orders.review': { order: order('review-pass', 'reject') },
  'orders.call-back': {
    none: ['GET /api/call-backs', 'GET /api/call-backs/follow-ups'],
    order: [
      ...order('call-back'),
      ...['take', 'leave', 'end', 'follow-up'].map((deed) => `POST /api/call-backs/{id}/${deed}`),
    ],
  },
  'call-backs.arrange': { none: ['GET /api/call-backs/settings', 'PUT /api/call-backs/settings'] },
  'orders.close': { order: order('close') },
  'orders.reopen': { order: order('reopen') },
  'orders.cancel': { order: order('cancel') },
  'orders.merge': { order: order('merge', 'unmerge', 'split') },
  'orders.set-limit': { order: order('set-limit') },
  'progress.choose': { none: ['GET /api/progress', 'PUT /api/progress/{fact}'] },
  'slips.read': { none: ['GET /api/slips'], order: ['GET /api/orders/{id}/slips'] },
  'slips.write': {
    none: [
      'GET /api/slips/kinds',
      'GET /api/slips/pdf',
      'POST /api/slips',
      'POST /api/slips/served',
      'POST /api/slips/void',
    ],
  },
  'reports.read': {
    none: [
      'GET /api/reports/attribution',
      'GET /api/reports/attribution/orders',
      'GET /api/reports/voices',
      'GET /api/reports/voices/requests',
      'GET /api/reports/metrics',
      'GET /api/reports/metrics/orders',
    ],
  },
  'checks.read': {
    none: ['GET /api/checklists', 'GET /api/checklists/{kind}', 'GET /api/inspections'],
    inspection: ['GET /api/inspections/{id}'],
  },
  'checks.keep': { none: ['POST /api/inspections'] },
  'regulations.read': {
    none: [
      'GET /api/regulations/current',
      'GET /api/regulations/rulebooks',
      'GET /api/regulations/rulebooks/{hash}/files',
      'GET /api/regulations/comparison',
      'GET /api/regulations/text',
      'GET /api/regulations/coverage',
      'GET /api/regulations/coverage/file',
      'GET /api/regulations/versions',
      'GET /api/regulations/vocabulary',
      'GET /api/regulations/intake-form',
      'POST /api/regulations/preview',
      'GET /api/regulations/asked',
    ],
  },
  'regulations.enact': {
    none: [
      'POST /api/regulations/versions',
      'GET /api/regulations/shipped',
      'GET /api/regulations/adoption',
      'GET /api/regulations/adoption/rulebook',
      'PUT /api/regulations/adoption/base',
      'PUT /api/regulations/adoption/answers',
      'POST /api/regulations/adoption/zip',
      'GET /api/regulations/drafts',
      'POST /api/regulations/drafts',
      'POST /api/regulations/drafts/zip',
    ],
    draft: [
      'GET /api/regulations/drafts/{id}',
      'GET /api/regulations/drafts/{id}/entry',
      'GET /api/regulations/drafts/{id}/files',
      'GET /api/regulations/drafts/{id}/effects',
      'PUT /api/regulations/drafts/{id}/edits',
      'POST /api/regulations/drafts/{id}/submit',
      'POST /api/regulations/drafts/{id}/decide',
      'POST /api/regulations/drafts/{id}/withdraw',
    ],
  },
  'regulations.backtest': {
    none: ['GET /api/backtests', 'POST /api/backtests'],
    backtest: [
      'GET /api/backtests/{id}',
      'GET /api/backtests/{id}/file',
      'POST /api/backtests/{id}/cancel',
      'POST /api/backtests/{id}/repeat',
    ],
  },
  'regulations.redate': {
    none: ['GET /api/redatings', 'POST /api/redatings', 'GET /api/redatings/targets', 'POST /api/redatings/preview'],
    redating: ['GET /api/redatings/{id}', 'GET /api/redatings/{id}/orders'],
  },
  'regulations.redate-decide': {
    redating: ['POST /api/redatings/{id}/decide', 'POST /api/redatings/{id}/revert'],
  },
  'lists.use': {
    none: ['GET /api/lists/{list}', 'PUT /api/lists/{list}/layout', 'POST /api/lists/{list}/filters'],
    filter: ['PUT /api/lists/{list}/filters/{id}', 'DELETE /api/lists/{list}/filters/{id}'],
  },
  // whom a filter is shared with is asked with the filter, on the addresses of lists.use
  'lists.share': {},
  'lists.export': {
    none: ['GET /api/exports', 'POST /api/exports'],
    export: [
      'GET /api/exports/{id}',
      'GET /api/exports/{id}/file',
      'POST /api/exports/{id}/cancel',
      'POST /api/exports/{id}/resume',
    ],
  },
  'staff.read': { none: ['GET /api/staff', 'GET /api/departments', 'GET /api/districts'] },
  'staff.manage': {
    none: [
      'GET /api/staff/accounts',
      'POST /api/staff',
      'POST /api/staff/passwords',
      'POST /api/departments',
      'PUT /api/departments/{id}',
      'POST /api/districts',
      'PUT /api/districts/{id}',
    ],
    staff: [
      'GET /api/staff/{id}/sessions',
      ...['end-sessions', 'unlock', 'deactivate', 'activate', 'reset-password', 'reset-second-factor'].map(staff),
      ...['set-email', 'unlink'].map(staff),
    ],
  },
  'utility.set-up': { none: ['GET /api/set-up', 'PUT /api/set-up/utility', 'POST /api/set-up/finish'] },
  'sign-in.manage': {
    none: ['GET /api/sign-in/settings', 'PUT /api/sign-in/policy', 'POST /api/auth/provider'],
  },
  'inbox.read': { none: ['GET /api/inbox', 'POST /api/inbox/read', 'POST /api/inbox/unread'] },
  'notices.read': {
    none: [
      'GET /api/notices',
      'POST /api/notices/find',
      'GET /api/notices/events',
      'GET /api/notices/events/{event}',
      'GET /api/notices/events/{event}/versions',
      'POST /api/notices/events/{event}/preview',
      'GET /api/notices/gateways',
    ],
    notice: ['GET /api/notices/{id}'],
  },
  'notices.handle': {
    none: ['POST /api/notices/preferences/find', 'PUT /api/notices/preferences', 'GET /api/slips/notices'],
    notice: ['retry', 'reroute', 'telephone', 'serve', 'give-up'].map((deed) => `POST /api/notices/{id}/${deed}`),
  },
  'notices.set-up': {
    none: ['PUT /api/notices/events/{event}/template', 'PUT /api/notices/gateways/{channel}'],
  },
  'live.follow': { none: ['GET /api/live', 'GET /api/live/changes'] },
  'rosters.read': {
    none: [
      'GET /api/rosters/week',
      'GET /api/rosters/on-duty',
      'GET /api/rosters/changes',
      'GET /api/rosters/stand-ins',
    ],
  },
  'rosters.plan': {
    none: ['shifts', 'shifts/remove', 'copy-week', 'lists', 'lists/end', 'stand-ins', 'stand-ins/end'].map(
      (deed) => `POST /api/rosters/${deed}`,
    ),
  },
  'rosters.file': { none: ['POST /api/rosters/changes/file'] },
  'rosters.hand-over': {
    none: ['GET /api/rosters/handovers', 'POST /api/rosters/handovers', 'POST /api/rosters/handovers/take'],
  },
  'places.read': {
    none: ['GET /api/places', 'GET /api/places/map', 'GET /api/places/nearest'],
    premises: ['GET /api/places/premises/{id}'],
  },
  'field.use': { none: ['GET /api/field', 'POST /api/sync'] },
  'field.devices': { none: ['GET /api/field/devices'], device: ['POST /api/field/devices/{id}/lost'] },
  'personal.reveal': {
    order: order('reveal'),
    request: ['POST /api/requests/{id}/reveal'],
    premises: ['POST /api/places/premises/{id}/reveal'],
    registered: ['POST /api/things/{id}/reveal'],
    notice: ['POST /api/notices/{id}/reveal'],
  },
  'audit.read': { none: ['GET /api/audit', 'GET /api/audit/export'] },
  'attachments.read': { attachment: ['GET /api/attachments/{id}', 'GET /api/attachments/{id}/preview'] },
};

/** What everybody who is signed in may do with what is his own. */
const HIS_OWN = [
  'GET /api/me',
  'GET /api/me/sessions',
  'POST /api/me/end-sessions',
  'POST /api/auth/change-password',
  'POST /api/auth/second-factor/enrol',
  'POST /api/auth/second-factor/confirm',
  'POST /api/auth/second-factor/remove',
  'POST /api/auth/second-factor/recovery-codes',
];

/** What is asked before anybody is signed in. */
const OPEN = [
  'POST /api/auth/sign-in/username',
  'POST /api/auth/second-factor',
  'POST /api/auth/sign-out',
  'GET /api/auth/ways',
  'GET /api/auth/oidc/start',
  'GET /api/auth/oidc/callback',
  'GET /api/demo',
  'GET /api/welcome',
  'POST /api/set-up/link',
  'POST /api/set-up/begin',
  'POST /api/field/wipe-due',
];

export interface Operation {
  /** `POST /api/orders/{id}/accept` */
  name: string;
  /** Null: everybody who is signed in, with what is his own. `open`: without a session. */
  action: Action | 'open' | null;
  thing: Thing;
}

export const OPERATIONS: readonly Operation[] = [
  ...Object.entries(BY_ACTION).flatMap(([action, things]) =>
    Object.entries(things).flatMap(([thing, names]) =>
      names.map((name) => ({ name, action: action as Action, thing: thing as Thing })),
    ),
  ),
  ...HIS_OWN.map((name) => ({ name, action: null, thing: 'none' as const })),
  ...OPEN.map((name) => ({ name, action: 'open' as const, thing: 'none' as const })),
];
