export const messages: Record<string, { zh: string; en: string; status?: number }> = {
  'slip-unknown': {
    zh: '规章没有适用的通知单“{kind}”。',
    en: 'The rulebook has no slip “{kind}” for this.',
  },
  'slip-field-missing': { zh: '通知单上还缺：{names}。', en: 'The slip still lacks: {names}.' },
  'slip-addressee-missing': {
    zh: '请填写通知单给谁：姓名或地址。',
    en: 'Say who the slip is for: a name or an address.',
  },
  'slip-caller-unknown': { zh: '这张工单没有编号为 {requestId} 的诉求。', en: 'The order has no request {requestId}.' },
  'slip-not-found': { zh: '没有编号为 {slipId} 的通知单。', en: 'There is no slip with id {slipId}.', status: 422 },
  'slip-notice-unknown': {
    zh: '没有编号为 {noticeId}、待以纸质通知单送达的告知。',
    en: 'No notice {noticeId} is to be served on paper.',
  },
  'slip-is-void': { zh: '通知单 {number} 已作废。', en: 'Slip {number} is void.' },
  'slip-served-already': { zh: '通知单 {number} 已登记送达。', en: 'Slip {number} was served already.' },
  'slip-not-printed': { zh: '通知单 {number} 尚未打印。', en: 'Slip {number} was not printed yet.' },
  'slip-served-in-future': { zh: '送达时间不能晚于现在。', en: 'A slip cannot be served later than now.' },
  'slip-served-before-written': {
    zh: '送达时间早于通知单 {number} 的填写时间。',
    en: 'That is before slip {number} was written.',
  },
  'slip-receiver-missing': { zh: '请填写签收人。', en: 'Say who signed for it.' },
  'slip-photo-unknown': { zh: '工单没有这张照片。', en: 'The order has no such photo.' },
  'slip-reason-missing': { zh: '请填写作废原因。', en: 'Say why it is void.' },
};
