/** Names of states, commands and log entries, zh-CN and en. Milestones of the rulebook have theirs in its vocabulary. */
import type { Command, State } from './lifecycle.ts';
import type { Flag } from './order.ts';

export type Lang = 'zh' | 'en';
export interface Words {
  zh: string;
  en: string;
}

export const STATE_WORDS: Record<State, Words> = {
  'awaiting-dispatch': { zh: '待派发', en: 'Awaiting dispatch' },
  'awaiting-acceptance': { zh: '待接单', en: 'Awaiting acceptance' },
  'awaiting-assignment': { zh: '待转办', en: 'Awaiting assignment' },
  'in-progress': { zh: '处理中', en: 'In progress' },
  'awaiting-review': { zh: '待审单', en: 'Awaiting review' },
  'awaiting-call-back': { zh: '待回访', en: 'Awaiting call-back' },
  closed: { zh: '已办结', en: 'Closed' },
  cancelled: { zh: '已销单', en: 'Cancelled' },
  merged: { zh: '已合并', en: 'Merged' },
};

export const COMMAND_WORDS: Record<Command, Words> = {
  dispatch: { zh: '派发', en: 'Dispatch' },
  accept: { zh: '接单', en: 'Accept' },
  assign: { zh: '转办', en: 'Assign' },
  record: { zh: '登记节点', en: 'Record a milestone' },
  note: { zh: '备注', en: 'Note' },
  attach: { zh: '上传附件', en: 'Attach' },
  'set-facts': { zh: '补充事实', en: 'Set facts' },
  'set-position': { zh: '更正位置', en: 'Correct the position' },
  reclassify: { zh: '更改类别', en: 'Reclassify' },
  promise: { zh: '承诺时间', en: 'Promise a time' },
  'set-limit': { zh: '核定时限', en: 'Set the limit' },
  'ask-return': { zh: '申请退单', en: 'Ask to return' },
  'decide-return': { zh: '审批退单', en: 'Decide the return' },
  'ask-extension': { zh: '申请延期', en: 'Ask for an extension' },
  'decide-extension': { zh: '审批延期', en: 'Decide the extension' },
  'ask-pause': { zh: '申请暂停', en: 'Ask for a pause' },
  'decide-pause': { zh: '审批暂停', en: 'Decide the pause' },
  resume: { zh: '恢复计时', en: 'Resume' },
  supervise: { zh: '督办', en: 'Supervise' },
  handle: { zh: '回单', en: 'Reply' },
  'review-pass': { zh: '审单通过', en: 'Pass the review' },
  reject: { zh: '派回', en: 'Send back' },
  'call-back': { zh: '回访', en: 'Call back' },
  close: { zh: '办结', en: 'Close' },
  reopen: { zh: '重办', en: 'Reopen' },
  cancel: { zh: '销单', en: 'Cancel' },
  join: { zh: '并入', en: 'Join' },
  merge: { zh: '合并', en: 'Merge' },
  split: { zh: '拆分', en: 'Split' },
  unmerge: { zh: '撤销合并', en: 'Undo the merge' },
};

/** Entries of the log that are no milestones of a rulebook. */
export const ENTRY_WORDS: Record<string, Words> = {
  note: { zh: '备注', en: 'Note' },
  attached: { zh: '附件', en: 'Attachment' },
  'facts-set': { zh: '补充事实', en: 'Facts' },
  'position-set': { zh: '更正位置', en: 'Position' },
  reclassified: { zh: '更改类别', en: 'Reclassified' },
  'plan-set': { zh: '约定时间', en: 'Time set' },
  'return-asked': { zh: '申请退单', en: 'Return asked for' },
  'return-refused': { zh: '不同意退单', en: 'Return refused' },
  'extension-asked': { zh: '申请延期', en: 'Extension asked for' },
  'extension-refused': { zh: '不同意延期', en: 'Extension refused' },
  'pause-asked': { zh: '申请暂停', en: 'Pause asked for' },
  'pause-refused': { zh: '不同意暂停', en: 'Pause refused' },
  'step-granted': { zh: '同意，转下一级审批', en: 'Granted; next step' },
  resumed: { zh: '恢复计时', en: 'Resumed' },
  supervised: { zh: '督办', en: 'Supervised' },
  'call-back-tried': { zh: '回访未接通', en: 'Call-back tried' },
  rated: { zh: '用户评价', en: 'Rating' },
  warned: { zh: '预警', en: 'Warned' },
  breached: { zh: '超时', en: 'Late' },
  'breach-withdrawn': { zh: '超时撤销', en: 'Late withdrawn' },
  redated: { zh: '重新计时', en: 'Re-dated' },
  joined: { zh: '诉求并入', en: 'Request joined' },
  left: { zh: '诉求转出', en: 'Request left' },
  merged: { zh: '合并', en: 'Merged' },
  unmerged: { zh: '撤销合并', en: 'Merge undone' },
};

export const FLAG_WORDS: Record<Flag, Words> = {
  far: { zh: '离工单位置过远', en: 'Far from the order' },
  fast: { zh: '移动过快', en: 'Moved too fast' },
  'before-acknowledged': { zh: '早于已确认的事件', en: 'Before what was already acknowledged' },
  clock: { zh: '手机时钟有误', en: "The phone's clock is off" },
};
