/** What who reported something is told of it. */
import type { NoticeEvent } from '../shape.ts';
import { DUE, MATTER, NUMBER, PHONE, PLACE, REASON, UNIT } from '../variables.ts';

const CHANNELS = ['wechat', 'sms', 'email'] as const;
const optional = ({ required: _required, ...variable }: typeof NUMBER) => variable;

export const CUSTOMER_EVENTS: readonly NoticeEvent[] = [
  {
    id: 'order-received',
    zh: '受理告知',
    en: 'Received',
    to: 'customer',
    channels: CHANNELS,
    variables: [NUMBER, MATTER, PLACE, DUE],
    subject: {
      zh: '{{企业}}：您的诉求已受理（{{单号}}）',
      en: '{{utility}}: we have received your report ({{number}})',
    },
    body: {
      zh: '尊敬的{{称呼}}：您反映的{{事项}}已受理，单号{{单号}}，我们会尽快办理并告知您进展。感谢您的反映。【{{企业}}】',
      en: 'Dear {{name}}, we have received your report ({{matter}}). Its number is {{number}}. We will deal with it and tell you how it goes. Thank you. {{utility}}',
    },
  },
  {
    id: 'order-dispatched',
    zh: '派单告知',
    en: 'Passed on',
    to: 'customer',
    channels: CHANNELS,
    variables: [NUMBER, MATTER, PLACE, UNIT, PHONE, DUE],
    subject: {
      zh: '{{企业}}：您的诉求已派发办理（{{单号}}）',
      en: '{{utility}}: your report is being dealt with ({{number}})',
    },
    body: {
      zh: '尊敬的{{称呼}}：您的诉求（单号{{单号}}）已交{{办理单位}}办理，工作人员会与您联系，请保持电话畅通。【{{企业}}】',
      en: 'Dear {{name}}, your report {{number}} is now with {{unit}}. They will get in touch with you. {{utility}}',
    },
  },
  {
    id: 'order-appointment',
    zh: '上门预约告知',
    en: 'Appointment',
    to: 'customer',
    channels: CHANNELS,
    variables: [NUMBER, { ...DUE, id: 'when', zh: '上门时间', en: 'When', required: true }, PLACE, UNIT, PHONE],
    subject: { zh: '{{企业}}：上门时间（{{单号}}）', en: '{{utility}}: your appointment ({{number}})' },
    body: {
      zh: '尊敬的{{称呼}}：我们将于{{上门时间}}上门为您办理（单号{{单号}}），届时请留人。如需改期，请与我们联系。【{{企业}}】',
      en: 'Dear {{name}}, we will come on {{when}} about your report {{number}}. Please have somebody at home; tell us if another time suits you better. {{utility}}',
    },
  },
  {
    id: 'order-extended',
    zh: '延期告知',
    en: 'Takes longer',
    to: 'customer',
    channels: CHANNELS,
    variables: [NUMBER, REASON, { ...DUE, required: true }],
    subject: { zh: '{{企业}}：办理时间延长（{{单号}}）', en: '{{utility}}: your report takes longer ({{number}})' },
    body: {
      zh: '尊敬的{{称呼}}：您的诉求（单号{{单号}}）因{{原因}}，需延长至{{时限}}办结，给您带来不便，敬请谅解。【{{企业}}】',
      en: 'Dear {{name}}, your report {{number}} takes until {{due}}: {{reason}}. We are sorry for the inconvenience. {{utility}}',
    },
  },
  {
    id: 'order-handled',
    zh: '办理结果告知',
    en: 'Dealt with',
    to: 'customer',
    channels: CHANNELS,
    variables: [
      NUMBER,
      {
        ...REASON,
        id: 'result',
        zh: '结果',
        en: 'Result',
        sample: { zh: '已更换阀门，水压恢复', en: 'the valve was replaced and the pressure is back' },
      },
    ],
    subject: {
      zh: '{{企业}}：您的诉求已办理（{{单号}}）',
      en: '{{utility}}: your report has been dealt with ({{number}})',
    },
    body: {
      zh: '尊敬的{{称呼}}：您的诉求（单号{{单号}}）已办理：{{结果}}。如仍有问题，请随时与我们联系。【{{企业}}】',
      en: 'Dear {{name}}, your report {{number}} has been dealt with: {{result}}. Please tell us if anything is still not right. {{utility}}',
    },
  },
  {
    id: 'order-told',
    zh: '规章要求的告知',
    en: 'What the rulebook wants told',
    to: 'customer',
    channels: CHANNELS,
    variables: [
      NUMBER,
      {
        ...REASON,
        id: 'words',
        zh: '内容',
        en: 'Words',
        sample: {
          zh: '因配件未到，预计明日 17:00 前修复',
          en: 'a part is on its way, we expect to finish by 17:00 tomorrow',
        },
      },
    ],
    subject: { zh: '{{企业}}：关于您的诉求（{{单号}}）', en: '{{utility}}: about your report ({{number}})' },
    body: {
      zh: '尊敬的{{称呼}}：关于您反映的事项（单号{{单号}}）：{{内容}}。如有疑问，请与我们联系。【{{企业}}】',
      en: 'Dear {{name}}, about your report {{number}}: {{words}}. Please contact us if you have any question. {{utility}}',
    },
  },
  {
    id: 'request-declined',
    zh: '不属受理范围告知',
    en: 'Not ours to do',
    to: 'customer',
    channels: CHANNELS,
    variables: [REASON, MATTER, { ...UNIT, id: 'handed-to', zh: '应找单位', en: 'Whom to ask' }],
    subject: { zh: '{{企业}}：关于您反映的事项', en: '{{utility}}: about your report' },
    body: {
      zh: '尊敬的{{称呼}}：您反映的事项不属于我们的办理范围：{{原因}}。{{应找单位}}感谢您的理解。【{{企业}}】',
      en: 'Dear {{name}}, what you reported is not ours to deal with: {{reason}}. {{handed-to}} Thank you for your understanding. {{utility}}',
    },
  },
  {
    id: 'satisfaction-asked',
    zh: '评价邀请',
    en: 'How was it',
    to: 'customer',
    channels: CHANNELS,
    variables: [
      NUMBER,
      MATTER,
      {
        ...PHONE,
        id: 'link',
        zh: '评价链接',
        en: 'Link',
        required: true,
        sample: { zh: 'https://hucheng.example/p/7F3K', en: 'https://hucheng.example/p/7F3K' },
      },
    ],
    subject: { zh: '{{企业}}：请对我们的服务作出评价（{{单号}}）', en: '{{utility}}: how did we do ({{number}})?' },
    body: {
      zh: '尊敬的{{称呼}}：您的诉求（单号{{单号}}）已办结，请您对我们的服务作出评价：{{评价链接}} 感谢您的支持。【{{企业}}】',
      en: 'Dear {{name}}, your report {{number}} is closed. Please tell us how we did: {{link}} Thank you. {{utility}}',
    },
  },
  {
    id: 'call-back-missed',
    zh: '回访未接通告知',
    en: 'We tried to call',
    to: 'customer',
    channels: ['sms', 'wechat', 'email'],
    variables: [optional(NUMBER), PHONE, MATTER],
    subject: { zh: '{{企业}}：我们曾致电回访', en: '{{utility}}: we tried to call you' },
    body: {
      zh: '尊敬的{{称呼}}：我们就您反映的事项{{单号}}致电回访，未能接通。如仍有问题，请与我们联系{{电话}}。【{{企业}}】',
      en: 'Dear {{name}}, we tried to call you about your report {{number}}. Please get in touch if anything is still not right. {{phone}} {{utility}}',
    },
  },
];
