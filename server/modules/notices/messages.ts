/** What the inbox says of each kind of fact. */
export const inboxWords: Record<string, { zh: string; en: string }> = {
  warned: { zh: '{number} 的“{clockZh}”将于 {due} 到期。', en: '{number}: “{clockEn}” is due {due}.' },
  breached: { zh: '{number} 的“{clockZh}”已超时（时限 {due}）。', en: '{number}: “{clockEn}” is late (due {due}).' },
  'breach-withdrawn': {
    zh: '{number} 的“{clockZh}”超时已撤销。',
    en: '{number}: the lateness of “{clockEn}” is withdrawn.',
  },
  dispatched: { zh: '{number} 派发至贵单位：{place}', en: '{number} was dispatched to your unit: {place}' },
  assigned: { zh: '{number} 转办给您：{place}', en: '{number} was assigned to you: {place}' },
  returned: { zh: '{number} 已退单，待重新派发：{text}', en: '{number} was returned and waits for dispatch: {text}' },
  ask: { zh: '{number} 有申请待审批：{text}', en: '{number}: an ask waits for your decision: {text}' },
  decided: { zh: '{number} 的申请已审批：{text}', en: '{number}: your ask was decided: {text}' },
  supervised: { zh: '{number} 督办：{text}', en: '{number} is supervised: {text}' },
  rejected: { zh: '{number} 派回：{text}', en: '{number} was sent back: {text}' },
  reopened: { zh: '{number} 重办：{text}', en: '{number} was reopened: {text}' },
  joined: {
    zh: '{number} 又有一位来电人并入，请与他联系。',
    en: '{number}: one more caller has joined; get in touch.',
  },
  merged: {
    zh: '{number} 已并入 {other}，请在 {other} 上办理。',
    en: '{number} was merged into {other}; go on there.',
  },
  unmerged: { zh: '{number} 撤销合并，恢复单独办理：{text}', en: '{number} is an order of its own again: {text}' },
  'handed-over': {
    zh: '{by} 把 {number} 的首问责任移交给{toZh}：{text}',
    en: '{by} handed over {number} to {toEn}, to answer for from now on: {text}',
  },
  repeated: {
    zh: '{number} 是重复诉求：{days} 天内第 {times} 次，上次 {other}。{place}',
    en: '{number} was reported before: contact no. {times} within {days} days, the last one {other}. {place}',
  },
  voice: { zh: '登记{kindZh}（{sourceZh}）{number}：{text}', en: '{kindEn} registered ({sourceEn}) {number}: {text}' },
  redated: {
    zh: '{number} {moreZh}已重新计时：“{clockZh}”提前至 {due}。',
    en: '{number}{moreEn} re-dated: “{clockEn}” is due earlier, {due}.',
  },
  'redating-asked': {
    zh: '{by} 申请重新计时，待您审批：{to}，涉及 {orders} 张在办工单。{text}',
    en: '{by} asks for a re-dating, which waits for your decision: {to}, {orders} open orders. {text}',
  },
  'list-changed': {
    zh: '{unit} 通报{dutyZh}变动：{name}（{phone}）{deedZh}，{due}。请备案。{text}',
    en: '{unit} reports a change of its {dutyEn}: {name} ({phone}) {deedEn}, {due}. Please file it. {text}',
  },
  'stand-in': { zh: '{name} 自 {due} 起由您替班：{text}', en: 'You stand in for {name} from {due}: {text}' },
  handover: {
    zh: '{name} 向您交班（{unit}），请核对后签字接班。{text}',
    en: '{name} hands over the shift of {unit} to you; please check and sign. {text}',
  },
  'handover-taken': {
    zh: '{name} 已签字接班（{unit}）。{text}',
    en: '{name} has signed and taken over {unit}. {text}',
  },
  'draft-submitted': {
    zh: '{by} 提交了规则草案，待您审批：{title}。{text}',
    en: '{by} submitted a draft of the rulebook, which waits for your decision: {title}. {text}',
  },
  'draft-decided': {
    zh: '{by} 已审批您提交的规则草案：{title}，{decisionZh}。{text}',
    en: '{by} decided the draft of the rulebook you submitted: {title}, {decisionEn}. {text}',
  },
  notice: { zh: '{textZh}', en: '{textEn}' },
  'redating-decided': {
    zh: '{by} 已审批您申请的重新计时：{to}，{decisionZh}。{text}',
    en: '{by} decided the re-dating you asked for: {to}, {decisionEn}. {text}',
  },
};

export const messages = {
  'notice-event-not-found': {
    zh: '没有“{found}”这种告知',
    en: 'There is no such notice as “{found}”',
    status: 422,
  },
  'notice-key-not-valid': {
    zh: '告知的标识不能为空，也不能超过 200 个字符',
    en: 'The key of a notice is neither empty nor longer than 200 characters',
    status: 422,
  },
  'notice-variable-missing': {
    zh: '告知缺少“{zh}”（{id}）',
    en: 'The notice lacks “{zh}” ({id})',
    status: 422,
  },
  'notice-not-found': { zh: '没有这条告知', en: 'There is no such notice' },
  'notice-not-open': {
    zh: '这条告知现在不能这样处理，请刷新后再看',
    en: 'This cannot be done with the notice as it is now; please look again',
    status: 409,
  },
  'notice-address-missing': {
    zh: '没有这个渠道可用的号码或地址，请填写',
    en: 'There is no address for this channel; please give one',
    status: 422,
  },
  'notice-words-missing': { zh: '请写明情况', en: 'Please say what happened', status: 422 },
  'provider-not-found': { zh: '没有这个网关：{found}', en: 'There is no such gateway: {found}', status: 422 },
  'template-channel': {
    zh: '这种告知不走这个渠道',
    en: 'This notice does not go through that channel',
    status: 422,
  },
  'template-empty': { zh: '模板正文不能为空', en: 'The text of a template cannot be empty', status: 422 },
  'template-too-long': {
    zh: '标题最多 {subject} 个字，正文最多 {body} 个字',
    en: 'A subject has {subject} characters at most, a text {body}',
    status: 422,
  },
  'template-sms-too-long': {
    zh: '短信共 {length} 个字符，要拆成 {parts} 条，最多 {most} 条',
    en: 'The message has {length} characters and is cut into {parts} parts; {most} at most',
    status: 422,
  },
  'template-changed': {
    zh: '模板已被别人修改，请重新打开再改',
    en: 'Somebody else has changed the template; please open it again',
    status: 409,
  },
  'template-variable-unknown': {
    zh: '模板没有“{found}”这个变量，可用的有：{expected}',
    en: 'There is no variable “{found}”; there are: {expected}',
    status: 422,
  },
  'template-variable-missing': {
    zh: '模板必须写上“{zh}”（{id}）',
    en: 'The template has to say “{zh}” ({id})',
    status: 422,
  },
  'template-braces': {
    zh: '双花括号里只能写变量名',
    en: 'Double braces hold the name of a variable and nothing else',
    status: 422,
  },
};

/** Times are shown as the utility's clocks show them: Asia/Shanghai. */
const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

export function inboxText(kind: string, params: Record<string, string | number | null>, lang: 'zh' | 'en'): string {
  const words = inboxWords[kind];
  if (!words) return kind;
  return words[lang].replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name] ?? '';
    return name === 'due' && typeof value === 'number' ? shown.format(value) : String(value);
  });
}
