/** Every refusal of this module, for the people who read it. */
export const messages: Record<string, { zh: string; en: string; status?: number }> = {
  'nothing-to-call': {
    zh: '这张工单现在没有要回访的人。',
    en: 'Nobody of this order is to be called back now.',
  },
  'call-taken': {
    zh: '{name}正在回访这位客户，至 {until}。',
    en: '{name} has this call until {until}.',
    status: 409,
  },
  'call-not-taken': {
    zh: '请先点“开始回访”，再登记结果。',
    en: 'Take the call before you write down what was said.',
  },
  'call-later-quiet': {
    zh: '现在是静默时段，不与客户联系；{at} 起可以拨打。',
    en: 'Customers are not called at this hour; you may call from {at}.',
  },
  'call-later-spacing': {
    zh: '刚刚拨打过，未接通；{at} 起再拨。',
    en: 'He was called a short while ago and not reached; call again from {at}.',
  },
  'call-later-asked': {
    zh: '客户约定 {at} 再打。',
    en: 'The customer asked to be called at {at}.',
  },
  'follow-up-answered': {
    zh: '没有这项待整改的评价，可能已经处理。',
    en: 'There is no such follow-up; it may have been answered already.',
  },
  'explanation-missing': { zh: '请写明说明。', en: 'Say why.' },
  'script-blank-unknown': {
    zh: '话术里没有“{found}”这一项。可用：utility、agent、received、event、place、number、unit、reply，各用一对花括号括起。',
    en: 'The script has no blank “{found}”. There are: utility, agent, received, event, place, number, unit, reply, each in braces.',
  },
  'rating-link-over': {
    zh: '这个评价链接无效或已过期。',
    en: 'This link is not valid, or has expired.',
  },
  'rating-order-open': {
    zh: '您的诉求正在重新办理，办结后再请您评价。',
    en: 'We are working on your report again and will ask you once it is closed.',
  },
  'rating-given': {
    zh: '您已经评价过了，感谢您的支持。',
    en: 'You have told us already. Thank you.',
  },
  'rating-missing': { zh: '请选择您的评价。', en: 'Please choose how satisfied you are.' },
  'rating-words-too-long': {
    zh: '意见请不要超过 {limit} 字。',
    en: 'Please say it in {limit} characters or fewer.',
  },
  'rating-too-often': {
    zh: '操作过于频繁，请过一会儿再试。',
    en: 'That was too often; please try again in a little while.',
  },
  'address-not-valid': {
    zh: '公开网址应为“https://域名”，不带路径，给出的是“{found}”。',
    en: 'The public address is https://host without a path, given was “{found}”.',
  },
};
