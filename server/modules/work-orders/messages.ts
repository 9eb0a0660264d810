/** What a refusal says. `{name}` is filled from the refusal's params. */
export const messages: Record<string, { zh: string; en: string }> = {
  'order-not-found': {
    zh: '没有这张工单，或不在您的权限范围内。',
    en: 'There is no such order, or it is outside your scope.',
  },
  'order-changed': {
    zh: '{by} 已于 {atShown} 对这张工单执行“{commandName}”，请核对后再试。',
    en: '{by} has meanwhile done “{commandName}” on this order ({atShown}). Look again, then retry.',
  },
  'not-in-this-state': {
    zh: '工单现为“{stateName}”，不能执行“{commandName}”。',
    en: 'The order is “{stateName}”; “{commandName}” is not possible now.',
  },
  'command-unknown': { zh: '没有“{command}”这种操作。', en: 'There is no command “{command}”.' },
  'order-merged': {
    zh: '工单已并入 {number}，在那里不能执行：{reason}',
    en: 'The order has gone into {number}, where this cannot be done: {reason}',
  },
  'occurred-in-future': {
    zh: '发生时间 {atShown} 晚于现在。',
    en: 'The time of occurrence {atShown} lies in the future.',
  },
  'occurred-before-received': {
    zh: '发生时间早于受理时间，请核对。',
    en: 'The time of occurrence is before the report was received.',
  },
  'occurred-before-previous': {
    zh: '发生时间 {atShown} 早于上一步 {sinceShown}。',
    en: 'The time of occurrence {atShown} is before the previous step at {sinceShown}.',
  },
  'occurred-after-closing': {
    zh: '工单已办结，只能补记办结之前发生的事。',
    en: 'The order is closed; only what happened before closing can still be recorded.',
  },
  'text-missing': { zh: '请填写“{field}”。', en: '“{field}” must be filled in.' },
  'time-not-valid': { zh: '“{field}”不是有效的时间：{found}。', en: '“{field}” is not a valid time: {found}.' },
  'gate-not-met': { zh: '还缺：{missing}。', en: 'Still missing: {missing}.' },
  'gate-never': {
    zh: '按规则此处不允许“{milestoneName}”。',
    en: 'The rulebook does not allow “{milestoneName}” here.',
  },
  'form-incomplete': { zh: '表单未填全，还缺：{missing}。', en: 'The form is incomplete; missing: {missing}.' },
  'sealed-to-unit': {
    zh: '这是保密的投诉，只能派给“{name}”。',
    en: 'This complaint is confidential and goes to “{name}” alone.',
  },
  'handler-concerned': {
    zh: '被投诉人不能处理对本人的投诉。',
    en: 'Nobody handles a complaint about himself.',
  },
  'concerned-holds-it': {
    zh: '工单正由该单位办理，请先退单，再改被投诉单位。',
    en: 'That unit holds the order: return it first, then name it as the unit complained about.',
  },
  'merge-sealed': {
    zh: '保密的投诉不能与其他诉求合并。',
    en: 'A confidential complaint is not merged with other reports.',
  },
  'department-not-found': { zh: '没有责任单位“{department}”。', en: 'There is no department “{department}”.' },
  'handler-not-found': { zh: '没有这位处理人员，或已停用。', en: 'There is no such crew member, or no longer active.' },
  'handler-of-another-unit': { zh: '处理人员不属于本责任单位。', en: 'The crew member belongs to another unit.' },
  'handler-not-crew': { zh: '只能转办给一线处理人员。', en: 'Orders are assigned to crew members only.' },
  'handler-not-certified': {
    zh: '{name}不能接这一单，缺少有效的：{missing}。',
    en: '{name} cannot be given this order; he has no valid {missing}.',
  },
  'not-certified': { zh: '证照不全', en: 'certificate missing' },
  'milestone-unknown': { zh: '规则包里没有节点“{milestone}”。', en: 'The rulebook has no milestone “{milestone}”.' },
  'milestone-by-command': {
    zh: '“{milestoneName}”由相应的操作产生，不能单独登记。',
    en: '“{milestoneName}” comes from its own command and cannot be recorded alone.',
  },
  'request-of-another-order': { zh: '该诉求不属于这张工单。', en: 'That request does not belong to this order.' },
  'facts-missing': { zh: '没有要补充的事实。', en: 'No facts were given.' },
  'fact-derived': {
    zh: '“{fact}”由系统统计得出，不能填写。',
    en: '“{fact}” is counted by the system and cannot be set.',
  },
  'fact-unknown': { zh: '规则包里没有事实“{fact}”。', en: 'The rulebook has no fact “{fact}”.' },
  'fact-not-valid': {
    zh: '“{fact}”的值不合要求：应为{expected}。',
    en: 'The value of “{fact}” is not valid: expected {expected}.',
  },
  'unknown-event': { zh: '没有这种事项：{event}。', en: 'There is no such event: {event}.' },
  'position-not-valid': {
    zh: '经度应在 ±180 之间，纬度应在 ±90 之间。',
    en: 'Longitude lies within ±180, latitude within ±90.',
  },
  'position-unchanged': { zh: '位置没有变化。', en: 'The position is the same as before.' },
  'event-unchanged': { zh: '类别本来就是“{eventName}”。', en: 'It is “{eventName}” already.' },
  'plans-missing': { zh: '没有给出时间。', en: 'No time was given.' },
  'plan-unknown': { zh: '规则包里没有计划时间“{plan}”。', en: 'The rulebook has no planned time “{plan}”.' },
  'promise-in-past': { zh: '承诺时限须晚于现在。', en: 'The promised time must lie in the future.' },
  'appointment-ends-before-it-begins': {
    zh: '预约的结束时间须晚于开始时间。',
    en: 'The appointment must end after it begins.',
  },
  'limit-in-past': { zh: '办理时限须晚于现在。', en: 'The handling limit must lie in the future.' },
  'managing-unit-only': {
    zh: '办理时限只能由管理部门核定。',
    en: 'Only the managing department sets the handling limit.',
  },
  'ask-undecided': { zh: '已有一项同类申请等待审批。', en: 'An ask of this kind is still waiting for a decision.' },
  'ask-not-found': { zh: '没有待审批的申请。', en: 'There is no ask to decide.' },
  'own-ask': { zh: '不能审批自己提出的申请。', en: 'Nobody decides an ask of his own.' },
  'not-of-deciding-unit': { zh: '此申请由{unit}审批。', en: 'This ask is decided by {unit}.' },
  'extension-not-provided': { zh: '现行规则没有延期的规定。', en: 'The rulebook provides for no extension.' },
  'nothing-to-extend': { zh: '没有可以延期的时限。', en: 'No running clock can be extended.' },
  'extension-in-past': { zh: '延期的时限须晚于现在。', en: 'The extended limit must lie in the future.' },
  'extension-not-later': {
    zh: '延期的时限须晚于原时限 {dueShown}。',
    en: 'The extended limit must be later than the present one, {dueShown}.',
  },
  'pauses-not-provided': {
    zh: '现行规则没有暂停计时的规定，不能暂停。',
    en: 'The rulebook provides for no pause; clocks cannot be paused.',
  },
  'pause-reason-not-allowed': {
    zh: '规则不允许以“{entry}”为由暂停，可用的事由：{allowed}。',
    en: 'The rulebook does not allow a pause for “{entry}”; it allows: {allowed}.',
  },
  'pause-not-retroactive': {
    zh: '不能追溯暂停：须自申请之时起算。',
    en: 'This pause cannot begin before it is asked for.',
  },
  'pause-ends-before-it-begins': { zh: '暂停的结束时间须晚于开始时间。', en: 'The pause must end after it begins.' },
  'not-paused': { zh: '现在没有暂停的时限。', en: 'Nothing is paused now.' },
  'rating-does-not-fit': { zh: '未接通的回访没有评价。', en: 'A call that reached nobody has no rating.' },
  'outcome-does-not-fit': {
    zh: '已接通的回访不必写未接通的缘由。',
    en: 'A call that reached him has no reason why not.',
  },
  'call-later-in-past': {
    zh: '约定再打的时间须晚于这次拨打。',
    en: 'The time to call again must lie after this call.',
  },
  'order-not-to-rate': {
    zh: '工单现在不能评价：未办结，或已重办。',
    en: 'The order cannot be rated now: it is not closed, or was reopened.',
  },
  'call-back-first': { zh: '办结前须先回访。', en: 'The customer must be called back before closing.' },
  'call-back-each': {
    zh: '还有 {waiting} 位来电人未回访（共 {callers} 位），每位都须回访或说明未接通。',
    en: '{waiting} of {callers} callers have not been called back; each must be, or the attempt recorded.',
  },
  'request-not-named': {
    zh: '本单有 {callers} 位来电人，“{milestoneName}”须写明是哪一位，或选择全部来电人。',
    en: 'This order has {callers} callers: say whom “{milestoneName}” concerns, or choose all of them.',
  },
  'merge-into-itself': { zh: '不能并入自己。', en: 'An order cannot be merged into itself.' },
  'merge-target-not-found': {
    zh: '没有要并入的工单，或不在您的权限范围内。',
    en: 'There is no such order to merge into, or it is outside your scope.',
  },
  'merge-into-ended': {
    zh: '工单 {number} 现为“{stateName}”，只能并入在办的工单。',
    en: 'Order {number} is “{stateName}”; only an open order can be merged into.',
  },
  'merge-rulebooks-differ': {
    zh: '与工单 {number} 适用的规章版本不同，不能并入；请先重新计时。',
    en: 'Order {number} goes by another version of the rulebook; re-date first, then merge.',
  },
  'split-only-request': {
    zh: '这是本单唯一的来电人，没有可以拆分的诉求。',
    en: 'This is the only caller of the order; there is nothing to split off.',
  },
  'period-ends-before-it-begins': { zh: '结束时间须晚于开始时间。', en: 'The period must end after it begins.' },
  'rulebook-missing': { zh: '{day} 没有生效的规则包。', en: 'No rulebook is in force on {day}.' },
  'attachment-not-found': { zh: '没有这个附件。', en: 'There is no such attachment.' },
  'preview-not-found': { zh: '这种文件（{found}）没有缩略图。', en: 'Files of this kind ({found}) have no preview.' },
  'too-many-attachments': { zh: '每张工单最多 {limit} 个附件。', en: 'An order holds at most {limit} attachments.' },
  'cursor-not-valid': {
    zh: '翻页标记无效，请从第一页开始。',
    en: 'The paging mark is not valid; start from the first page.',
  },
  'sort-not-known': { zh: '不能按“{sort}”排序。', en: 'Orders cannot be sorted by “{sort}”.' },
  'sort-too-many': {
    zh: '超过 {most} 张工单，不能这样排序；请先缩小范围，例如限定受理时间。',
    en: 'More than {most} orders cannot be sorted so; narrow them down first, by time of receipt for example.',
  },
  // of re-dating
  'redating-target-missing': {
    zh: '请指明规章版本（packHash，或 pack 和 version）或放假安排（calendar）。',
    en: 'Name a version of the rulebook (packHash, or pack and version) or a holiday calendar.',
  },
  'version-not-found': { zh: '没有这个规章版本：{pack}。', en: 'There is no such version of the rulebook: {pack}.' },
  'calendar-unknown': {
    zh: '没有放假安排“{calendar}”，现有：{known}。',
    en: 'There is no holiday calendar “{calendar}”; there is: {known}.',
  },
  'calendar-changed': {
    zh: '放假安排“{calendar}”在申请之后又有更新，请重新申请。',
    en: 'The holiday calendar “{calendar}” has changed since this was asked for; ask again.',
  },
  'calendar-superseded': {
    zh: '放假安排“{calendar}”之后又换用过另一份，请先撤销较晚的那一次。',
    en: 'Another holiday calendar “{calendar}” has come into force since; revert the later re-dating first.',
  },
  'calendar-not-kept': {
    zh: '换用时没有保存原来的放假安排“{calendar}”，不能撤销：请恢复原文件后再次重新计时。',
    en: 'The holiday calendar “{calendar}” of before was not kept, so this cannot be reverted: put its file back, then re-date again.',
  },
  'nothing-to-redate': { zh: '没有需要重新计时的在办工单。', en: 'No open order needs to be re-dated.' },
  'redating-undecided': {
    zh: '相同的重新计时申请正在等待审批。',
    en: 'The same re-dating has been asked for and waits for its decision.',
  },
  'redating-not-found': { zh: '没有这项重新计时。', en: 'There is no such re-dating.' },
  'redating-decided': { zh: '{by} 已审批这项重新计时。', en: '{by} has already decided this re-dating.' },
  'own-redating': {
    zh: '不能审批自己申请的重新计时，须由另一位管理人员审批。',
    en: 'Nobody decides a re-dating of his own; another manager does.',
  },
  'reverting-forbidden': {
    zh: '{by} 不能撤销重新计时，由管理部门的人员撤销。',
    en: '{by} may not revert a re-dating; a manager does.',
  },
  'redating-not-applied': {
    zh: '这项重新计时没有执行，不能撤销。',
    en: 'This re-dating was not applied; there is nothing to revert.',
  },
  'redating-reverted': { zh: '{by} 已撤销这项重新计时。', en: '{by} has already reverted this re-dating.' },
  // of single fields
  'too-early': { zh: '时间太早', en: 'Too early' },
  'too-late': { zh: '时间太晚', en: 'Too late' },
  unknown: { zh: '没有此项', en: 'Not known' },
  empty: { zh: '不能为空', en: 'Must not be empty' },
  unchanged: { zh: '与现在相同', en: 'The same as now' },
  derived: { zh: '由系统统计得出', en: 'Counted by the system' },
  'not-allowed': { zh: '规则不允许', en: 'The rulebook does not allow it' },
  'field-empty': { zh: '请填写“{name}”', en: 'Fill in “{name}”' },
  'not-done': { zh: '尚未完成“{name}”', en: '“{name}” is not done yet' },
  'fact-not-met': { zh: '“{name}”不符合要求', en: '“{name}” is not as required' },
  'not-waited': { zh: '“{name}”之后须等待 {atLeast}', en: 'Wait {atLeast} after “{name}”' },
};
