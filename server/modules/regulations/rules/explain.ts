/**
 * Why a clock is due when it is, for people: the lines an order shows under a clock (起算 规则 日历
 * 暂停 到期) and one paragraph that names article and quote. Everything comes from the reading.
 */
import type { Instant } from '../../../values/instant.ts';
import { type Zone, zoneOf } from '../../../values/zone.ts';
import {
  clockTime,
  type Language,
  showDuration,
  showKey,
  showLimit,
  showQuote,
  showTerm,
  showTime,
} from './explain-words.ts';
import type { Because, ClockReading } from './matter.ts';
import type { Pack } from './pack.ts';

export interface ExplanationLine {
  label: string;
  value: string;
  detail: string;
}

export interface Explanation {
  lines: ExplanationLine[];
  /** One paragraph. */
  text: string;
}

interface Speaker {
  pack: Pack;
  reading: ClockReading;
  zone: Zone;
  lang: Language;
  say: (zh: string, en: string) => string;
  time: (at: Instant, endsDay?: boolean) => string;
}

type Params = Because['params'];
const instant = (params: Params, key: string): Instant => params[key] as Instant;
const word = (params: Params, key: string): string => String(params[key] ?? '');

/** Limits that end at the end of a day: their 00:00 is written 24:00. */
const DAY_UNITS = ['cd', 'wd', 'mo', 'same-day', 'period-end', 'month-day'];

export function explain(reading: ClockReading, pack: Pack, lang: Language): Explanation {
  const zone = zoneOf(pack.timezone);
  const speaker: Speaker = {
    pack,
    reading,
    zone,
    lang,
    say: (zh, en) => (lang === 'zh' ? zh : en),
    time: (at, endsDay) => showTime(zone, at, reading.start, endsDay),
  };
  const lines = reading.because.flatMap((because) => lineOf(because, speaker));
  return { lines, text: paragraph(speaker) };
}

function lineOf({ kind, params }: Because, s: Speaker): ExplanationLine[] {
  const { say, time, reading, pack, lang } = s;
  const line = (label: string, value: string, detail = ''): ExplanationLine[] => [{ label, value, detail }];
  switch (kind) {
    case 'start':
      return line(
        say('起算', 'Start'),
        `${showTerm(pack, word(params, 'milestone'), lang)} ${started(s)}`,
        params.computed ? say('24:00 属于结束的那一天', '24:00 belongs to the day it ends') : '',
      );
    case 'run':
      return line(
        say('轮次', 'Run'),
        say(`第 ${reading.run} 次`, `no. ${reading.run}`),
        RUNS[word(params, 'why')]?.[lang] ?? '',
      );
    case 'rule': {
      const unconfirmed =
        params.confirmed === false
          ? say('；时限数值待本单位确认', '; the value awaits confirmation by the utility')
          : '';
      return line(say('规则', 'Rule'), ruleText(s), `${reading.article} ${quoted(s)}${unconfirmed}`);
    }
    case 'case':
      return [];
    case 'unknown-fact':
      return line(
        say('待查明', 'Unknown'),
        showTerm(pack, word(params, 'fact'), lang),
        say('按可能的最早到期提醒，查明前不计超时', 'warned by the earliest possible due; not late before it is known'),
      );
    case 'plan':
      return line(
        say('计划', 'Planned'),
        `${showTerm(pack, word(params, 'plan'), lang)} ${time(instant(params, 'at'))}`,
        say(`定于 ${time(instant(params, 'setAt'))}`, `set at ${time(instant(params, 'setAt'))}`),
      );
    case 'calendar':
      return line(say('日历', 'Calendar'), ...calendarText(params, s));
    case 'opens':
      return line(
        say('开始计时', 'Opens'),
        time(instant(params, 'at'), true),
        say(`${showLimit(word(params, 'limit'), lang)}之后`, `after ${showLimit(word(params, 'limit'), lang)}`),
      );
    case 'quiet': {
      const stretch = `${clockTime(Number(params.from))}–${clockTime(Number(params.until))}`;
      return line(say('静默', 'Quiet'), stretch, say('这段时间不计', 'does not count'));
    }
    case 'pause': {
      const until = params.until === null ? say('至今', 'until now') : time(instant(params, 'until'));
      const stretch = `${time(instant(params, 'from'))}–${until}`;
      return line(say('暂停', 'Paused'), params.ms === null ? stretch : showDuration(Number(params.ms), lang), stretch);
    }
    case 'extension': {
      const was =
        params.before === null
          ? ''
          : say(
              `，原到期 ${time(instant(params, 'before'), endsDay(s))}`,
              `, was due ${time(instant(params, 'before'), endsDay(s))}`,
            );
      return line(
        say('延期', 'Extended'),
        time(instant(params, 'due')),
        say(`${time(instant(params, 'at'))} 批准${was}`, `granted ${time(instant(params, 'at'))}${was}`),
      );
    }
    case 'due':
      return line(say('到期', 'Due'), dueText(s), sum(s));
    case 'assumed':
      return line(
        say('推定', 'Assumed'),
        showKey(word(params, 'key'), lang),
        say('原文未写，按惯例取值（已标注为推定）', 'the source leaves it open; a usual value was taken'),
      );
    case 'reading':
      return line(say('解读', 'Reading'), word(params, 'text'));
  }
}

const RUNS: Record<string, Record<Language, string>> = {
  reopened: { zh: '重办后重新起算', en: 'started again when reopened' },
  returned: { zh: '退单后再次派发', en: 'dispatched again after a return' },
  rejected: { zh: '派回后重新回单', en: 'handled again after it was sent back' },
  moved: { zh: '计划时间提前，须再次告知', en: 'the planned time moved earlier: owed again' },
};

/** With its date when the due falls on another day. */
function started({ reading, zone }: Speaker): string {
  const sameDay = reading.due !== null && zone.dayOf(reading.due) === zone.dayOf(reading.start);
  return showTime(zone, reading.start, sameDay ? reading.start : null);
}

const quoted = (s: Speaker): string => {
  const quote = showQuote(s.reading.quote);
  return s.say(`“${quote}”`, `"${quote}"`);
};

const untilText = (s: Speaker): string =>
  s.reading.until.map((id) => showTerm(s.pack, id, s.lang)).join(s.say('、', ', '));

const endsDay = (s: Speaker): boolean => s.reading.limitValue !== null && DAY_UNITS.includes(s.reading.limitValue.unit);

function ruleText(s: Speaker): string {
  const { say, reading, lang } = s;
  const plan = reading.because.find((one) => one.kind === 'plan')?.params;
  const done = untilText(s);
  if (plan) {
    const lead = reading.limitValue ? ` ${showLimit(reading.limitValue.text, lang)}` : '';
    return say(
      `${showTerm(s.pack, word(plan, 'plan'), 'zh')}前${lead} ${done}`,
      `${done}${lead} before ${showTerm(s.pack, word(plan, 'plan'), 'en')}`,
    ).trim();
  }
  if (reading.limitValue === null || reading.limitValue.unit === 'none')
    return say(`${done}，不限时`, `${done}, no limit`);
  return say(`${showLimit(reading.limit, lang)}内${done}`, `${done} within ${showLimit(reading.limit, lang)}`);
}

function calendarText(params: Params, s: Speaker): [string, string] {
  const { say, reading, pack, lang } = s;
  if (params.kind === 'office') {
    const entry = pack.hours.find((one) => one.id === params.hours);
    const windows = entry?.open.map(([from, until]) => `${clockTime(from)}–${clockTime(until)}`).join(say('、', ', '));
    const seasons = entry?.cases.some((one) => one.season) ? say('，按季节', ', by season') : '';
    return [
      say('工作时间', 'Office hours'),
      `${windows ?? ''}${seasons}${say('；节假日不计，调休上班照计', '; holidays do not count, make-up days do')}`,
    ];
  }
  if (endsDay(s))
    return [
      say('自然日', 'Calendar days'),
      say('当日不计，期满日 24:00 截止', 'the day of the start does not count; ends at 24:00'),
    ];
  const open = reading.because.some(
    (one) => one.kind === 'assumed' && ['calendar', 'hours', 'unit'].includes(word(one.params, 'key')),
  );
  return [
    say('全天计时', 'Around the clock'),
    open
      ? say(
          '原文未写工作时间，按自然时计（已标注为推定）',
          'the source names no office hours: the plain clock (assumed)',
        )
      : showLimit(reading.limit, lang) && say('按自然时连续计', 'the plain clock, without a break'),
  ];
}

function dueText(s: Speaker): string {
  const { reading, say } = s;
  if (reading.due !== null)
    return `${s.time(reading.due, endsDay(s))}${reading.provisional ? say('（暂定）', ' (provisional)') : ''}`;
  if (reading.waitsFor) return say('待定', 'Open');
  return say('不限时', 'No limit');
}

/** `14:36 ＋ 1 小时 ＋ 暂停 12 分` */
function sum(s: Speaker): string {
  const { reading, say, lang } = s;
  if (reading.waitsFor)
    return say(
      `尚无 ${reading.waitsFor} 的日历，公布后自动计算`,
      `no calendar for ${reading.waitsFor} yet; dated once it is published`,
    );
  if (reading.due === null || !reading.limitValue)
    return reading.plannedAt === undefined ? '' : s.time(reading.plannedAt);
  const extension = reading.because.find((one) => one.kind === 'extension');
  const held = reading.because.reduce((ms, one) => (one.kind === 'pause' ? ms + Number(one.params.ms ?? 0) : ms), 0);
  if (extension)
    return say(
      `按批准的延期 ${s.time(instant(extension.params, 'due'))}`,
      `as granted: ${s.time(instant(extension.params, 'due'))}`,
    );
  if (reading.plannedAt !== undefined)
    return `${s.time(reading.plannedAt)} － ${showLimit(reading.limitValue.text, lang)}`;
  const from = reading.opensAt === undefined ? started(s) : s.time(reading.opensAt, true);
  const plus = [`${from} ＋ ${showLimit(reading.limit, lang)}`];
  if (held > 0) plus.push(say(`暂停 ${showDuration(held, lang)}`, `paused ${showDuration(held, lang)}`));
  if (reading.because.some((one) => one.kind === 'quiet')) plus.push(say('静默时段', 'quiet hours'));
  return plus.join(' ＋ ');
}

function paragraph(s: Speaker): string {
  const { reading, say, lang, pack } = s;
  const from = `${showTerm(pack, reading.from, lang)} ${started(s)}`;
  const zh: string[] = [`依据${reading.article}${quoted(s)}`];
  const en: string[] = [`By ${reading.article} ${quoted(s)}`];
  zh.push(`自${from}起算，${ruleText(s)}`);
  en.push(`counted from ${from}: ${ruleText(s)}`);
  const total = sum(s);
  if (reading.due === null) {
    zh.push(reading.waitsFor ? total : '没有到期时间');
    en.push(reading.waitsFor ? total : 'there is no due time');
  } else {
    zh.push(`${dueText(s)} 到期${total ? `（${total}）` : ''}`);
    en.push(`due ${dueText(s)}${total ? ` (${total})` : ''}`);
  }
  if (reading.asks.length > 0) {
    const asked = reading.asks.map((id) => showTerm(pack, id, lang)).join(say('、', ', '));
    zh.push(`${asked}尚未查明，按可能的最早到期提醒，不计超时`);
    en.push(`${asked} not yet known, so it warns by the earliest possible due and is not late`);
  }
  const assumed = reading.because
    .filter((one) => one.kind === 'assumed')
    .map((one) => showKey(word(one.params, 'key'), lang));
  if (assumed.length > 0) {
    zh.push(`原文未写明 ${assumed.join('、')}，系推定`);
    en.push(`the source leaves ${assumed.join(', ')} open; assumed`);
  }
  return say(`${zh.join('；')}。`, `${en.join('; ')}.`);
}
