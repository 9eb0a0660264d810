/** Notices that are also served on paper 通知单. */
import type { NoticeEvent } from '../shape.ts';
import { ACCOUNT, ADDRESS, FROM, PHONE, REASON, UNTIL } from '../variables.ts';

const AMOUNT = {
  id: 'amount',
  zh: '金额',
  en: 'Amount',
  required: true,
  sample: { zh: '128.50元', en: 'CNY 128.50' },
} as const;
const { required: _required, ...OWED } = AMOUNT;
const PERIOD = { id: 'period', zh: '账期', en: 'Period', sample: { zh: '2026年9月至10月', en: 'Sep to Oct 2026' } };
const USAGE = {
  id: 'usage',
  zh: '本期水量',
  en: 'Volume',
  required: true,
  sample: { zh: '86立方米', en: '86 m³' },
} as const;
const USUAL = { id: 'usual', zh: '平常水量', en: 'Usual volume', sample: { zh: '12立方米', en: '12 m³' } };

export const SLIP_EVENTS: readonly NoticeEvent[] = [
  {
    id: 'payment-due',
    zh: '催缴通知',
    en: 'Payment due',
    to: 'customer',
    channels: ['sms', 'wechat', 'email', 'slip'],
    variables: [ACCOUNT, ADDRESS, AMOUNT, PERIOD, { ...UNTIL, zh: '缴费期限' }, PHONE],
    subject: { zh: '催缴通知单', en: 'Payment due' },
    body: {
      zh: '尊敬的{{称呼}}：您户（户号{{户号}}）{{账期}}水费{{金额}}尚未缴纳，请于{{缴费期限}}前缴清。如已缴纳，请忽略本通知。【{{企业}}】',
      en: 'Dear {{name}}, {{amount}} is due for account {{account}} {{period}}. Please pay by {{until}}. If you have paid already, please disregard this. {{utility}}',
    },
  },
  {
    id: 'stop-user',
    zh: '限压停水通知',
    en: 'Supply will be reduced or stopped',
    to: 'customer',
    channels: ['slip', 'sms', 'wechat', 'email'],
    variables: [ACCOUNT, ADDRESS, REASON, FROM, OWED, PHONE],
    subject: { zh: '限压停水通知单', en: 'Notice of reduced or stopped supply' },
    body: {
      zh: '尊敬的{{称呼}}：因{{原因}}，您户（户号{{户号}}，{{用水地址}}）将自{{开始时间}}起限压或停止供水。如有异议，请在此之前与我们联系。【{{企业}}】',
      en: 'Dear {{name}}, supply to account {{account}} ({{address}}) will be reduced or stopped from {{from}}: {{reason}}. Please contact us before then if you disagree. {{utility}}',
    },
  },
  {
    id: 'volume-unusual',
    zh: '水量异常波动通知',
    en: 'Unusual consumption',
    to: 'customer',
    channels: ['sms', 'wechat', 'email', 'slip'],
    variables: [ACCOUNT, ADDRESS, USAGE, USUAL, PHONE],
    subject: { zh: '水量异常波动通知单', en: 'Unusual consumption' },
    body: {
      zh: '尊敬的{{称呼}}：您户（户号{{户号}}）本期水量{{本期水量}}，平常{{平常水量}}，波动较大。请检查室内管道和用水设施，如有疑问请与我们联系。【{{企业}}】',
      en: 'Dear {{name}}, account {{account}} used {{usage}} this period, usually {{usual}}. Please check your pipes and taps, and contact us if in doubt. {{utility}}',
    },
  },
];
