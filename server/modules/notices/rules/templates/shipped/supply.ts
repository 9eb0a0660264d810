/** What many are told at once of their supply. */
import type { NoticeEvent } from '../shape.ts';
import { AREA, FROM, PHONE, REASON, UNTIL } from '../variables.ts';

const CHANNELS = ['sms', 'wechat', 'email'] as const;

export const SUPPLY_EVENTS: readonly NoticeEvent[] = [
  {
    id: 'outage-planned',
    zh: '计划停水通知',
    en: 'Planned interruption',
    to: 'customer',
    channels: CHANNELS,
    variables: [AREA, FROM, UNTIL, REASON, PHONE],
    subject: { zh: '{{企业}}：计划停水通知', en: '{{utility}}: planned interruption of supply' },
    body: {
      zh: '尊敬的{{称呼}}：因{{原因}}，{{范围}}将于{{开始时间}}至{{结束时间}}停水，请提前储水。给您带来不便，敬请谅解。【{{企业}}】',
      en: 'Dear {{name}}, supply will be off in {{area}} from {{from}} until {{until}}: {{reason}}. Please store water beforehand. We are sorry for the inconvenience. {{utility}}',
    },
  },
  {
    id: 'outage-burst',
    zh: '突发停水通知',
    en: 'Sudden interruption',
    to: 'customer',
    channels: CHANNELS,
    variables: [AREA, REASON, { ...UNTIL, zh: '预计恢复时间' }, PHONE],
    subject: { zh: '{{企业}}：突发停水通知', en: '{{utility}}: supply is interrupted' },
    body: {
      zh: '尊敬的{{称呼}}：因{{原因}}，{{范围}}现已停水，我们正在抢修，预计{{预计恢复时间}}恢复。给您带来不便，敬请谅解。【{{企业}}】',
      en: 'Dear {{name}}, supply is off in {{area}}: {{reason}}. We are repairing it and expect supply back by {{until}}. We are sorry for the inconvenience. {{utility}}',
    },
  },
  {
    id: 'water-restored',
    zh: '恢复供水通知',
    en: 'Supply is back',
    to: 'customer',
    channels: CHANNELS,
    variables: [AREA, { ...FROM, id: 'at', zh: '恢复时间', en: 'Restored at' }, PHONE],
    subject: { zh: '{{企业}}：已恢复供水', en: '{{utility}}: supply is back' },
    body: {
      zh: '尊敬的{{称呼}}：{{范围}}已于{{恢复时间}}恢复供水。初次用水如有浑浊，请放水片刻后使用。感谢您的理解。【{{企业}}】',
      en: 'Dear {{name}}, supply is back in {{area}} since {{at}}. If the water is cloudy at first, let it run for a moment. Thank you for your patience. {{utility}}',
    },
  },
];
