/** Calls that were not for the waterworks, and letters nobody has read yet. */
import { DAY, HOUR, type Instant } from '../../server/values/instant.ts';
import type { Town } from './generate.ts';
import type { Random } from './random.ts';

export interface DeclinedCase {
  at: Instant;
  by: string;
  channel: string;
  place: string;
  content: string;
  event: string | null;
  /** Null: a draft. */
  reason: 'irrelevant' | 'outside-duty' | null;
  explanation: string | null;
  handedTo: string | null;
}

const OTHERS: Pick<DeclinedCase, 'content' | 'event' | 'reason' | 'explanation' | 'handedTo'>[] = [
  {
    content: '楼下烧烤店油烟太大，影响休息。',
    event: null,
    reason: 'irrelevant',
    explanation: '油烟扰民不属于供水服务范围，请拨打 12345 反映。',
    handedTo: null,
  },
  {
    content: '小区路灯坏了好几盏。',
    event: null,
    reason: 'irrelevant',
    explanation: '路灯维修不属于供水服务范围，请联系物业或市政部门。',
    handedTo: null,
  },
  {
    content: '燃气费网上交不了。',
    event: null,
    reason: 'irrelevant',
    explanation: '燃气缴费请联系燃气公司。',
    handedTo: null,
  },
  {
    content: '物业因为物业费的事把我家水停了。',
    event: 'property-management',
    reason: 'outside-duty',
    explanation: '停水为物业所为，我公司未停水；已转物业公司并抄送社区。',
    handedTo: '小区物业服务单位',
  },
  {
    content: '单元楼道里的消防管漏水。',
    event: 'property-management',
    reason: 'outside-duty',
    explanation: '楼内消防管由物业管理，已转物业处理。',
    handedTo: '小区物业服务单位',
  },
  {
    content: '村里自来水管网什么时候改造？',
    event: 'household-meter-renovation',
    reason: 'outside-duty',
    explanation: '该村供水由镇政府管理，已转镇政府答复。',
    handedTo: '属地镇政府',
  },
];

const UNREAD = [
  '咨询水的事情\n我家在老城区，想问一下水的事情应该找哪个科室，打过几次电话都占线。',
  '关于小区用水的建议\n建议每次检修前在业主群里提前说一声，不要只贴在大门口。',
  '反映用水不方便\n住顶楼，夏天到了，早晚用水高峰期有些不方便，想了解有没有办法改善。',
];

export function declinedOnes(random: Random, town: Town, now: Instant, days: number): DeclinedCase[] {
  const past = Array.from(
    { length: 48 },
    (): DeclinedCase => ({
      ...random.pick(OTHERS),
      at: now - random.whole(1, days - 1) * DAY - random.whole(0, 9) * HOUR - random.whole(0, 3599) * 1000,
      by: random.pick(['zhoumin', 'linxiaoyan', 'hetingting', 'xuyang']),
      channel: random.pick(['phone', 'phone', 'wechat', 'web']),
      place: random.pick(town.communities).name,
    }),
  );
  const unread = UNREAD.map(
    (content, i): DeclinedCase => ({
      at: now - (i + 1) * HOUR,
      by: 'zhoumin',
      channel: 'web',
      place: random.pick(town.communities).name,
      content,
      event: null,
      reason: null,
      explanation: null,
      handedTo: null,
    }),
  );
  return [...past, ...unread];
}
