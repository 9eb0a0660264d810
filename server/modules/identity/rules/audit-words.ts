/** What stands in the audit log, in the words of who reads it, and under which kind it is looked for. */

export const AUDIT_KINDS = ['command', 'reveal', 'sign-in', 'account', 'settings', 'refused'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

interface Words {
  kind: AuditKind;
  zh: string;
  en: string;
}

export const AUDIT_WORDS: Record<string, Words> = {
  'personal.reveal': { kind: 'reveal', zh: '查看姓名和电话', en: 'Saw name and phone' },
  'sign-in': { kind: 'sign-in', zh: '登录', en: 'Signed in' },
  'sign-in.failed': { kind: 'sign-in', zh: '登录失败', en: 'Failed to sign in' },
  'sign-in.locked': { kind: 'sign-in', zh: '登录锁定', en: 'Was locked out' },
  'sign-in.linked': { kind: 'sign-in', zh: '关联统一身份认证', en: 'Was linked to the provider' },
  'change-password': { kind: 'account', zh: '修改密码', en: 'Changed the password' },
  'second-factor.set': { kind: 'account', zh: '启用双因素验证', en: 'Set up a second factor' },
  'second-factor.removed': { kind: 'account', zh: '停用双因素验证', en: 'Removed the second factor' },
  'second-factor.codes': { kind: 'account', zh: '更换恢复码', en: 'Renewed recovery codes' },
  'sessions.ended': { kind: 'account', zh: '下线其他登录', en: 'Ended own sessions' },
  'utility.begin': { kind: 'settings', zh: '登记企业', en: 'Began the utility' },
  'utility.changed': { kind: 'settings', zh: '修改企业信息', en: 'Changed the utility' },
  'utility.set-up': { kind: 'settings', zh: '完成开通', en: 'Finished the set-up' },
  'department.created': { kind: 'settings', zh: '添加单位', en: 'Added a unit' },
  'department.changed': { kind: 'settings', zh: '修改单位', en: 'Changed a unit' },
  'district.created': { kind: 'settings', zh: '添加片区', en: 'Added a district' },
  'district.changed': { kind: 'settings', zh: '修改片区', en: 'Renamed a district' },
  'staff.created': { kind: 'settings', zh: '添加人员', en: 'Added a member of staff' },
  'staff.changed': { kind: 'settings', zh: '修改人员', en: 'Changed a member of staff' },
  'thing.created': { kind: 'settings', zh: '登记台账', en: 'Entered a thing into the register' },
  'thing.changed': { kind: 'settings', zh: '修改台账', en: 'Changed a thing of the register' },
  'rosters.remove-shift': { kind: 'settings', zh: '撤销班次', en: 'Took a shift out' },
  'pack.adopt': { kind: 'settings', zh: '采用规章', en: 'Took a rulebook over' },
  'staff.end-sessions': { kind: 'account', zh: '强制下线', en: 'Ended sessions of' },
  'staff.unlock': { kind: 'account', zh: '解锁', en: 'Unlocked' },
  'staff.deactivate': { kind: 'account', zh: '停用账号', en: 'Deactivated' },
  'staff.activate': { kind: 'account', zh: '启用账号', en: 'Activated' },
  'staff.reset-password': { kind: 'account', zh: '重置密码', en: 'Reset the password of' },
  'staff.reset-second-factor': { kind: 'account', zh: '重置双因素验证', en: 'Reset the second factor of' },
  'staff.set-email': { kind: 'account', zh: '修改邮箱', en: 'Set the address of' },
  'staff.unlink': { kind: 'account', zh: '解除统一身份认证关联', en: 'Unlinked from the provider' },
  'device.bound': { kind: 'account', zh: '绑定现场终端', en: 'Bound a field device' },
  'device.lost': { kind: 'account', zh: '挂失现场终端', en: 'Reported a field device lost' },
  'sign-in.policy': { kind: 'settings', zh: '修改登录要求', en: 'Changed the sign-in policy' },
  'sign-in.provider': { kind: 'settings', zh: '设置统一身份认证', en: 'Set the identity provider' },
  'draft.begin': { kind: 'settings', zh: '起草规章', en: 'Began a draft of the rulebook' },
  'draft.edit': { kind: 'settings', zh: '修改规章草案', en: 'Edited a draft of the rulebook' },
  'draft.submit': { kind: 'settings', zh: '提交规章草案', en: 'Submitted a draft of the rulebook' },
  'draft.return': { kind: 'settings', zh: '退回规章草案', en: 'Returned a draft of the rulebook' },
  'draft.approve': { kind: 'settings', zh: '批准规章草案', en: 'Approved a draft of the rulebook' },
  'draft.withdraw': { kind: 'settings', zh: '撤回规章草案', en: 'Withdrew a draft of the rulebook' },
  'pack.enact': { kind: 'settings', zh: '发布规则包', en: 'Put a rulebook into force' },
  'backtest.ask': { kind: 'settings', zh: '发起回测', en: 'Asked for a backtest' },
  'redating.ask': { kind: 'settings', zh: '申请重新计时', en: 'Asked for a re-dating' },
  'redating.decide': { kind: 'settings', zh: '审批重新计时', en: 'Decided a re-dating' },
  'redating.revert': { kind: 'settings', zh: '撤回重新计时', en: 'Reverted a re-dating' },
  'inspection.keep': { kind: 'settings', zh: '保存检查', en: 'Kept an inspection' },
  'call-backs.settings': { kind: 'settings', zh: '修改回访设置', en: 'Changed how customers are called back' },
  'progress.choose': { kind: 'settings', zh: '修改进展告知', en: 'Changed what callers are told' },
  'slip.written': { kind: 'settings', zh: '填写通知单', en: 'Wrote a slip' },
  'slip.printed': { kind: 'reveal', zh: '打印通知单', en: 'Printed slips' },
  'slip.served': { kind: 'settings', zh: '登记通知单送达', en: 'Recorded that a slip was served' },
  'slip.void': { kind: 'settings', zh: '作废通知单', en: 'Made a slip void' },
  'notice.handle': { kind: 'command', zh: '处理告知', en: 'Handled a notice' },
  'template.save': { kind: 'settings', zh: '修改告知模板', en: 'Changed a template of notices' },
  'preference.save': { kind: 'settings', zh: '登记告知偏好', en: 'Wrote down how somebody wants to be told' },
  'gateway.save': { kind: 'settings', zh: '设置告知网关', en: 'Set a gateway of notices' },
  'list.export': { kind: 'reveal', zh: '导出列表', en: 'Asked for a list as a file' },
  'list.exported': { kind: 'reveal', zh: '导出完成', en: 'A list became a file' },
  'audit.export': { kind: 'reveal', zh: '导出审计日志', en: 'Exported the audit log' },
  refused: { kind: 'refused', zh: '无权限被拒绝', en: 'Was refused' },
};

/** Actions of the log that are of this kind; what is done to orders stands in their own log. */
export const actionsOf = (kind: AuditKind): string[] =>
  Object.keys(AUDIT_WORDS).filter((action) => AUDIT_WORDS[action]?.kind === kind);

export const auditWords = (action: string, lang: 'zh' | 'en'): string => AUDIT_WORDS[action]?.[lang] ?? action;

export const auditKindOf = (action: string): AuditKind | null => AUDIT_WORDS[action]?.kind ?? null;
