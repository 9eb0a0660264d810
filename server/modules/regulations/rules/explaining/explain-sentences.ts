/** The sentences of an explanation in its two languages; what stands in them is worked out in `explain`. */
import type { Because } from '../matter.ts';

export interface Sentences {
  labels: Record<Exclude<Because['kind'], 'case'>, string>;
  /** Between things of one kind. */
  comma: string;
  dayItEnds: string;
  nth: (run: number) => string;
  runs: Readonly<Record<string, string>>;
  quoted: (quote: string) => string;
  unconfirmed: string;
  within: (limit: string, done: string) => string;
  unlimited: (done: string) => string;
  beforePlan: (plan: string, lead: string, done: string) => string;
  repeated: (often: string, done: string) => string;
  earliestDue: string;
  setAt: (time: string) => string;
  officeHours: string;
  seasons: string;
  holidays: string;
  calendarDays: string;
  dayZero: string;
  aroundTheClock: string;
  hoursAssumed: string;
  plainClock: string;
  after: (limit: string) => string;
  doesNotCount: string;
  untilNow: string;
  wasDue: (time: string) => string;
  granted: (time: string, was: string) => string;
  asGranted: (time: string) => string;
  assumed: string;
  provisional: string;
  notYet: string;
  never: string;
  waits: (calendar: string) => string;
  paused: (duration: string) => string;
  quietHours: string;
  by: (article: string, quote: string) => string;
  counted: (from: string, rule: string) => string;
  noDue: string;
  due: (time: string, sum: string) => string;
  unknown: (facts: string) => string;
  leftOpen: (keys: string) => string;
  join: string;
  end: string;
}

export const SENTENCES: Record<'zh' | 'en', Sentences> = {
  zh: {
    labels: {
      start: '起算',
      run: '轮次',
      rule: '规则',
      'unknown-fact': '待查明',
      plan: '计划',
      calendar: '日历',
      opens: '开始计时',
      quiet: '静默',
      pause: '暂停',
      extension: '延期',
      due: '到期',
      assumed: '推定',
      reading: '解读',
    },
    comma: '、',
    dayItEnds: '24:00 属于结束的那一天',
    nth: (run) => `第 ${run} 次`,
    runs: {
      reopened: '重办后重新起算',
      returned: '退单后再次派发',
      rejected: '派回后重新回单',
      moved: '计划时间提前，须再次告知',
    },
    quoted: (quote) => `“${quote}”`,
    unconfirmed: '；时限数值待本单位确认',
    within: (limit, done) => `${limit}内${done}`,
    unlimited: (done) => `${done}，不限时`,
    beforePlan: (plan, lead, done) => `${plan}前${lead} ${done}`.trim(),
    repeated: (often, done) => `${often}，${done}`,
    earliestDue: '按可能的最早到期提醒，查明前不计超时',
    setAt: (time) => `定于 ${time}`,
    officeHours: '工作时间',
    seasons: '，按季节',
    holidays: '；节假日不计，调休上班照计',
    calendarDays: '自然日',
    dayZero: '当日不计，期满日 24:00 截止',
    aroundTheClock: '全天计时',
    hoursAssumed: '原文未写工作时间，按自然时计（已标注为推定）',
    plainClock: '按自然时连续计',
    after: (limit) => `${limit}之后`,
    doesNotCount: '这段时间不计',
    untilNow: '至今',
    wasDue: (time) => `，原到期 ${time}`,
    granted: (time, was) => `${time} 批准${was}`,
    asGranted: (time) => `按批准的延期 ${time}`,
    assumed: '原文未写，按惯例取值（已标注为推定）',
    provisional: '（暂定）',
    notYet: '待定',
    never: '不限时',
    waits: (calendar) => `尚无 ${calendar} 的日历，公布后自动计算`,
    paused: (duration) => `暂停 ${duration}`,
    quietHours: '静默时段',
    by: (article, quote) => `依据${article}${quote}`,
    counted: (from, rule) => `自${from}起算，${rule}`,
    noDue: '没有到期时间',
    due: (time, sum) => `${time} 到期${sum && `（${sum}）`}`,
    unknown: (facts) => `${facts}尚未查明，按可能的最早到期提醒，不计超时`,
    leftOpen: (keys) => `原文未写明 ${keys}，系推定`,
    join: '；',
    end: '。',
  },
  en: {
    labels: {
      start: 'Start',
      run: 'Run',
      rule: 'Rule',
      'unknown-fact': 'Unknown',
      plan: 'Planned',
      calendar: 'Calendar',
      opens: 'Opens',
      quiet: 'Quiet',
      pause: 'Paused',
      extension: 'Extended',
      due: 'Due',
      assumed: 'Assumed',
      reading: 'Reading',
    },
    comma: ', ',
    dayItEnds: '24:00 belongs to the day it ends',
    nth: (run) => `no. ${run}`,
    runs: {
      reopened: 'started again when reopened',
      returned: 'dispatched again after a return',
      rejected: 'handled again after it was sent back',
      moved: 'the planned time moved earlier: owed again',
    },
    quoted: (quote) => `"${quote}"`,
    unconfirmed: '; the value awaits confirmation by the utility',
    within: (limit, done) => `${done} within ${limit}`,
    unlimited: (done) => `${done}, no limit`,
    beforePlan: (plan, lead, done) => `${done}${lead} before ${plan}`.trim(),
    repeated: (often, done) => `${done}, ${often}`,
    earliestDue: 'warned by the earliest possible due; not late before it is known',
    setAt: (time) => `set at ${time}`,
    officeHours: 'Office hours',
    seasons: ', by season',
    holidays: '; holidays do not count, make-up days do',
    calendarDays: 'Calendar days',
    dayZero: 'the day of the start does not count; ends at 24:00',
    aroundTheClock: 'Around the clock',
    hoursAssumed: 'the source names no office hours: the plain clock (assumed)',
    plainClock: 'the plain clock, without a break',
    after: (limit) => `after ${limit}`,
    doesNotCount: 'does not count',
    untilNow: 'until now',
    wasDue: (time) => `, was due ${time}`,
    granted: (time, was) => `granted ${time}${was}`,
    asGranted: (time) => `as granted: ${time}`,
    assumed: 'the source leaves it open; a usual value was taken',
    provisional: ' (provisional)',
    notYet: 'Open',
    never: 'No limit',
    waits: (calendar) => `no calendar for ${calendar} yet; dated once it is published`,
    paused: (duration) => `paused ${duration}`,
    quietHours: 'quiet hours',
    by: (article, quote) => `By ${article} ${quote}`,
    counted: (from, rule) => `counted from ${from}: ${rule}`,
    noDue: 'there is no due time',
    due: (time, sum) => `due ${time}${sum && ` (${sum})`}`,
    unknown: (facts) => `${facts} not yet known, so it warns by the earliest possible due and is not late`,
    leftOpen: (keys) => `the source leaves ${keys} open; assumed`,
    join: '; ',
    end: '.',
  },
};
