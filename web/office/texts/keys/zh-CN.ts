/** 按键一览的文字。 */
export const zh = {
  keys: {
    title: '按键',
    any: '任何地方',
    desk: '工单台',
    form: '填写时',
    search: '搜索',
    help: '显示这张表',
    intake: '到受理',
    orders: '到工单',
    inbox: '到收件箱',
    rulebook: '到规则',
    redating: '到重新计时（管理部门）',
    reports: '到统计',
    move: '在列表里上下移动',
    open: '打开选中的工单',
    tabs: '切换 全部、超时、预警、暂停、我的',
    clock: '展开或收起第一个时钟',
    letter: '做底部按钮上写的那件事',
    submit: '提交',
    cancel: '收起，不提交（已写的字留着）',
  },
};
