/** Every refusal and word of this module, for the people who read it. */
export const messages: Record<string, { zh: string; en: string; status?: number }> = {
  'pin-half': { zh: '地图标点要同时有经度和纬度。', en: 'A pin has both longitude and latitude.' },
  'unknown-event': {
    zh: '没有“{found}”这个事项类别。您要的可能是“{nearestZh}”（{nearest}）。',
    en: 'There is no event type “{found}”. Did you mean “{nearest}” ({nearestEn})?',
  },
  'unknown-event-unlike': {
    zh: '没有“{found}”这个事项类别，也没有相近的。请从类别表中选择。',
    en: 'There is no event type “{found}” and none like it. Choose one from the list of event types.',
  },
  'event-missing': {
    zh: '缺少事项类别。请选择群众反映的是哪一类问题。',
    en: 'The event type is missing. Choose what the report is about.',
  },
  'unknown-channel': {
    zh: '没有“{found}”这个来源渠道。您要的可能是“{nearestZh}”（{nearest}）。',
    en: 'There is no channel “{found}”. Did you mean “{nearest}” ({nearestEn})?',
  },
  'unknown-channel-unlike': {
    zh: '没有“{found}”这个来源渠道，也没有相近的。请从渠道表中选择。',
    en: 'There is no channel “{found}” and none like it. Choose one from the list of channels.',
  },
  'content-missing': {
    zh: '缺少反映内容。请记录来电人说了什么。',
    en: 'The content is missing. Write down what the caller said.',
  },
  'phone-not-valid': {
    zh: '联系电话“{found}”不是可以拨打的号码。请填数字，可带区号、短横线和 +。',
    en: '“{found}” is not a phone number that can be dialled. Use digits, optionally with +, hyphens or brackets.',
  },
  'received-time-not-valid': {
    zh: '受理时间“{found}”无法识别。应为带时区的时间，例如 2026-03-02T10:00:00+08:00。',
    en: 'The time “{found}” was not understood. Expected a time with its offset, such as 2026-03-02T10:00:00+08:00.',
  },
  'received-in-future': {
    zh: '受理时间 {received} 晚于现在（{now}）。请核对。',
    en: 'The time of receipt {received} is later than now ({now}). Please check it.',
  },
  'request-already-received': {
    zh: '来源“{source}”的第 {sourceRef} 号已受理，不重复登记。',
    en: 'Number {sourceRef} of “{source}” has been received already; it is not entered twice.',
  },
  'request-not-found': {
    zh: '没有这件诉求，或不在您的查看范围内。',
    en: 'There is no such request, or it is outside what you may see.',
  },
  'request-already-open': {
    zh: '这件诉求已生成工单，请在工单上办理。',
    en: 'This request has an order already; act on the order.',
  },
  'request-already-declined': { zh: '这件诉求已答复为不予受理。', en: 'This request has been declined already.' },
  'explanation-missing': {
    zh: '不予受理必须向群众说明理由。请填写说明。',
    en: 'A declined request needs an explanation for the caller. Write one.',
  },
  'handed-to-missing': {
    zh: '属他人职责的，必须写明移交给谁（如物业服务单位、属地政府）。',
    en: 'When it is somebody else’s duty, say to whom it was handed on, such as the property manager or the local government.',
  },
  'unknown-decline-reason': {
    zh: '不予受理的原因只有两种：irrelevant（与供水无关）、outside-duty（属他人职责）；收到的是“{found}”。',
    en: 'A request is declined as “irrelevant” or “outside-duty”; “{found}” was given.',
  },
  'element-missing': { zh: '请填写{name}。', en: 'Fill in {name}.' },
  'element-at-dispatch': { zh: '{name}在派发时确定。', en: '{name} is settled at dispatch.' },
  'message-time-not-valid': {
    zh: '时间“{found}”无法识别。应为 年/月/日 时:分:秒，例如 2019/11/28 9:08:38。',
    en: 'The time “{found}” was not understood. Expected Y/M/D h:mm:ss, such as 2019/11/28 9:08:38.',
  },
  'message-time-without-date': {
    zh: '时间“{found}”没有日期。应为 年/月/日 时:分:秒，例如 2019/11/28 9:08:38。',
    en: 'The time “{found}” has no date. Expected Y/M/D h:mm:ss, such as 2019/11/28 9:08:38.',
  },
  'message-date-without-time': {
    zh: '“{found}”只有日期，没有时刻，无法计算时限。应为 年/月/日 时:分:秒。',
    en: '“{found}” is a day without a time, and no limit can run from it. Expected Y/M/D h:mm:ss.',
  },
  'message-id-missing': {
    zh: '缺少编号（id），无法识别重复导入。',
    en: 'The id is missing; without it a repeated import could not be told.',
  },
  'yes-no-not-valid': {
    zh: '“{column}”列应为 yes 或 no，收到的是“{found}”。',
    en: 'Column “{column}” must be yes or no; “{found}” was given.',
  },
  'needs-no-order': {
    zh: '表扬不派发工单。请用“登记表扬”，写明怎样答谢。',
    en: 'Praise opens no order. Register it, and say how the caller was thanked.',
  },
  'needs-an-order': {
    zh: '只有表扬可以登记后直接办结，其他事项须生成工单。',
    en: 'Only praise is registered without an order; everything else needs one.',
  },
  'thanks-missing': { zh: '请写明怎样答谢客户。', en: 'Say how the caller was thanked.' },
  'request-already-registered': { zh: '这条诉求已登记办结。', en: 'This request was registered and closed before.' },
  'request-not-declined': {
    zh: '这条诉求不是“不予受理”，无须登记告知时间。',
    en: 'This request was not declined; there is no telling to record.',
  },
  'request-already-told': {
    zh: '告知时间已登记过，不能改动。',
    en: 'When the caller was told is recorded already and stays.',
  },
  'told-in-future': {
    zh: '告知时间“{found}”晚于现在。',
    en: 'The caller cannot have been told at {found}, which is ahead of now.',
  },
  'told-time-not-valid': {
    zh: '告知时间“{found}”无法识别。应为带时区的 ISO 8601 时间，例如 2026-11-26T09:30:00+08:00。',
    en: 'The time “{found}” was not understood. Expected ISO 8601 with an offset, such as 2026-11-26T09:30:00+08:00.',
  },
  'hand-over-not-yours': {
    zh: '首问责任不在您或您的单位，不能移交。请由首问责任人、派单员或管理部门移交。',
    en: 'This request is not yours to answer for. Its owner, a dispatcher or the managing department can hand it over.',
    status: 403,
  },
  'hand-over-reason-missing': { zh: '移交须写明事由。', en: 'Say why it is handed over.' },
  'hand-over-to-one': {
    zh: '移交给一位同事或一个单位，二者选一。',
    en: 'Hand it over either to a colleague or to a unit.',
  },
  'hand-over-to-same': { zh: '首问责任已经在他那里。', en: 'It is theirs already.' },
  'hand-over-to-unknown': {
    zh: '没有这位同事，或该单位没有在岗人员。',
    en: 'There is no such colleague, or nobody works in that unit.',
  },
  'hand-over-out-of-sight': {
    zh: '对方看不到这张工单，无法对它负责。请先派发或选择能看到工单的人。',
    en: 'They cannot see the order, so they could not answer for it. Choose somebody who can.',
  },
  'hand-over-without-order': {
    zh: '这条诉求没有工单，无须移交。',
    en: 'This request has no order; there is nothing to hand over.',
  },
  'hand-over-closed': {
    zh: '工单已办结，首问责任已了，不再移交。',
    en: 'The order is closed; nobody has to answer for it any more.',
  },
  'months-reversed': {
    zh: '起始月份 {from} 晚于截止月份 {until}。',
    en: 'The first month, {from}, is after the last, {until}.',
  },
};
