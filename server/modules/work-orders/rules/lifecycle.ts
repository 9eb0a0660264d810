/**
 * The life of a work order 工单: which command leads from which state to which. One table, read by
 * the server, the office and the phone alike.
 */

export const STATES = [
  'awaiting-dispatch', // 待派发
  'awaiting-acceptance', // 待接单
  'awaiting-assignment', // 待转办
  'in-progress', // 处理中
  'awaiting-review', // 待审单
  'awaiting-call-back', // 待回访
  'closed', // 已办结
  'cancelled', // 已销单
  'merged', // 已合并
] as const;
export type State = (typeof STATES)[number];

export const COMMANDS = [
  'dispatch', // 派发
  'accept', // 接单
  'assign', // 转办
  'record', // 记录节点
  'note', // 备注
  'attach', // 上传附件
  'set-facts', // 补充事实
  'set-position', // 更正位置
  'reclassify', // 更改类别
  'promise', // 承诺
  'set-limit', // 核定时限
  'ask-return', // 退单申请
  'decide-return', // 退单审批
  'ask-extension', // 延期申请
  'decide-extension', // 延期审批
  'ask-pause', // 暂停申请
  'decide-pause', // 暂停审批
  'resume', // 恢复计时
  'supervise', // 督办
  'handle', // 回单
  'review-pass', // 审单通过
  'reject', // 派回
  'call-back', // 回访
  'close', // 办结
  'reopen', // 重办
  'cancel', // 销单
  'join', // 并入：诉求来到这张工单
  'merge', // 合并：这张工单并入另一张
  'split', // 拆分：诉求离开这张工单
  'unmerge', // 撤销合并
] as const;
export type Command = (typeof COMMANDS)[number];

/** Where a command may lead; `=` stays. */
type Targets = readonly (State | '=')[];
type Row = Partial<Record<Command, Targets>>;

const stay = ['='] as const;
const always: Row = { note: stay, attach: stay, record: stay, 'set-facts': stay, 'set-position': stay };
const open: Row = {
  ...always,
  promise: stay,
  'set-limit': stay,
  supervise: stay,
  // back to dispatch, where it is sealed to another unit than has it
  reclassify: ['=', 'awaiting-dispatch'],
  cancel: ['cancelled'],
  join: stay,
  merge: ['merged'],
  split: stay,
};
const OPEN = STATES.filter((state) => !['closed', 'cancelled', 'merged'].includes(state));
export const isOpen = (state: State): boolean => OPEN.includes(state);
const pausable: Row = { 'ask-pause': stay, 'decide-pause': stay, resume: stay };
/** While a unit holds it. */
const held: Row = {
  ...open,
  ...pausable,
  'ask-return': stay,
  'decide-return': ['awaiting-dispatch', '='],
  'ask-extension': stay,
  'decide-extension': stay,
};

/** States × commands. What is not in it cannot happen. */
export const LIFECYCLE: Record<State, Row> = {
  'awaiting-dispatch': { ...open, ...pausable, dispatch: ['awaiting-acceptance'] },
  'awaiting-acceptance': { ...held, accept: ['awaiting-assignment'] },
  'awaiting-assignment': { ...held, assign: ['in-progress'] },
  'in-progress': { ...held, assign: stay, handle: ['awaiting-review'] },
  'awaiting-review': { ...open, ...pausable, 'review-pass': ['awaiting-call-back'], reject: ['in-progress'] },
  'awaiting-call-back': {
    ...open,
    ...pausable,
    'call-back': stay,
    close: ['closed'],
    reopen: ['awaiting-acceptance', 'awaiting-dispatch'],
  },
  closed: { ...always, 'call-back': stay, reopen: ['awaiting-acceptance', 'awaiting-dispatch'] },
  cancelled: { note: stay, attach: stay },
  merged: { note: stay, attach: stay, unmerge: OPEN },
};

/** Permission each command needs (identity: permissions table). */
export const ACTION: Record<Command, string> = {
  dispatch: 'orders.dispatch',
  accept: 'orders.accept',
  assign: 'orders.assign',
  record: 'orders.record',
  note: 'orders.note',
  attach: 'orders.attach',
  'set-facts': 'orders.facts',
  'set-position': 'orders.position',
  reclassify: 'orders.reclassify',
  promise: 'orders.promise',
  'set-limit': 'orders.set-limit',
  'ask-return': 'orders.ask',
  'decide-return': 'orders.decide',
  'ask-extension': 'orders.ask',
  'decide-extension': 'orders.decide',
  'ask-pause': 'orders.ask',
  'decide-pause': 'orders.decide',
  resume: 'orders.resume',
  supervise: 'orders.supervise',
  handle: 'orders.handle',
  'review-pass': 'orders.review',
  reject: 'orders.review',
  'call-back': 'orders.call-back',
  close: 'orders.close',
  reopen: 'orders.reopen',
  cancel: 'orders.cancel',
  join: 'orders.merge',
  merge: 'orders.merge',
  split: 'orders.merge',
  unmerge: 'orders.merge',
};

/** Commands that concern another order too: they have doors of their own. */
export const ACROSS = ['join', 'merge', 'split', 'unmerge'] as const;
export const isAcross = (command: Command): boolean => (ACROSS as readonly Command[]).includes(command);

/** The command that moves an order on from its state, and its key on the keyboard. */
export const PRIMARY: Partial<Record<State, { command: Command; key: string }>> = {
  'awaiting-dispatch': { command: 'dispatch', key: 'D' },
  'awaiting-acceptance': { command: 'accept', key: 'A' },
  'awaiting-assignment': { command: 'assign', key: 'A' },
  'in-progress': { command: 'handle', key: 'H' },
  'awaiting-review': { command: 'review-pass', key: 'R' },
  'awaiting-call-back': { command: 'call-back', key: 'C' },
};

/** An attachment neither needs nor raises the version: five photos must not stop the sixth command. */
export const raisesVersion = (command: Command): boolean => command !== 'attach';

export const targets = (state: State, command: Command): Targets | undefined => LIFECYCLE[state][command];

export const leadsTo = (state: State, command: Command, next: State): boolean =>
  (targets(state, command) ?? []).some((target) => (target === '=' ? state : target) === next);
