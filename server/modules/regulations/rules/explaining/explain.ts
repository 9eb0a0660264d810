/**
 * Why a clock is due when it is, for people: the lines an order shows under a clock (起算 规则 日历
 * 暂停 到期) and one paragraph that names article and quote. Everything comes from the reading.
 */
import type { Instant } from '../../../../values/instant.ts';
import { type Zone, zoneOf } from '../../../../values/zone.ts';
import type { Because, ClockReading } from '../matter.ts';
import type { Limit, Pack } from '../pack.ts';
import { SENTENCES, type Sentences } from './explain-sentences.ts';
import {
  clockTime,
  type Language,
  type Phrasebook,
  phrasebookOf,
  showDuration,
  showKey,
  showLimitOf,
  showTime,
} from './explain-words.ts';

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

type Params = Because['params'];
const instant = (params: Params, key: string): Instant => params[key] as Instant;
const word = (params: Params, key: string): string => String(params[key] ?? '');

/** Limits that end at the end of a day: their 00:00 is written 24:00. */
const DAY_UNITS: ReadonlySet<Limit['unit']> = new Set(['cd', 'wd', 'mo', 'same-day', 'period-end', 'month-day']);
/** Left open by the source, these leave open whether office hours were meant. */
const ABOUT_HOURS: ReadonlySet<string> = new Set(['calendar', 'hours', 'unit']);

/** One reading on its way into words: what more than one line, or line and paragraph, speak of. */
interface Telling {
  reading: ClockReading;
  zone: Zone;
  startDay: number;
  say: Sentences;
  words: Phrasebook;
  lang: Language;
  pack: Pack;
  /** The due is the end of a day. */
  endsDay: boolean;
  quote: string;
  started: string;
  rule: string;
  due: string;
  sum: string;
  /** Keys the source leaves open. */
  assumed: string[];
}

export function explain(reading: ClockReading, pack: Pack, lang: Language): Explanation {
  const telling = tellingOf(reading, pack, lang);
  const lines: ExplanationLine[] = [];
  for (const { kind, params } of reading.because) {
    if (kind === 'case') continue;
    const [value, detail] = lineOf(kind, params, telling);
    lines.push({ label: telling.say.labels[kind], value, detail });
  }
  return { lines, text: paragraph(telling) };
}

function tellingOf(reading: ClockReading, pack: Pack, lang: Language): Telling {
  const say = SENTENCES[lang];
  const words = phrasebookOf(pack, lang);
  const zone = zoneOf(pack.timezone);
  const startDay = zone.dayOf(reading.start);
  const sameDay = reading.due !== null && zone.dayOf(reading.due) === startDay;
  const isDuty = reading.section === 'duties';
  const telling: Telling = {
    reading,
    zone,
    startDay,
    say,
    words,
    lang,
    pack,
    endsDay: isDuty || (reading.limitValue !== null && DAY_UNITS.has(reading.limitValue.unit)),
    quote: say.quoted(words.quote(reading.quote)),
    // With its date when the due falls on another day.
    started: showTime(zone, reading.start, sameDay ? startDay : null),
    rule: '',
    due: '',
    sum: '',
    assumed: [],
  };
  let plan: Params | undefined;
  let extension: Params | undefined;
  let held = 0;
  let quiet = false;
  for (const { kind, params } of reading.because) {
    if (kind === 'plan') plan ??= params;
    else if (kind === 'extension') extension ??= params;
    else if (kind === 'pause') held += Number(params.ms ?? 0);
    else if (kind === 'quiet') quiet = true;
    else if (kind === 'assumed') telling.assumed.push(word(params, 'key'));
  }
  telling.rule = ruleText(telling, plan);
  telling.due = dueText(telling);
  telling.sum = sumOf(telling, extension, held, quiet);
  return telling;
}

const timeOf = (at: Instant, { zone, startDay }: Telling, endsDay = false): string =>
  showTime(zone, at, startDay, endsDay);

function lineOf(kind: Exclude<Because['kind'], 'case'>, params: Params, t: Telling): [value: string, detail: string] {
  const { say, words, reading, lang } = t;
  switch (kind) {
    case 'start':
      return [`${words.term(word(params, 'milestone'))} ${t.started}`, params.computed ? say.dayItEnds : ''];
    case 'run':
      return [say.nth(reading.run), say.runs[word(params, 'why')] ?? ''];
    case 'rule':
      return [t.rule, `${reading.article} ${t.quote}${params.confirmed === false ? say.unconfirmed : ''}`];
    case 'unknown-fact':
      return [words.term(word(params, 'fact')), say.earliestDue];
    case 'plan':
      return [
        `${words.term(word(params, 'plan'))} ${timeOf(instant(params, 'at'), t, t.endsDay)}`,
        say.setAt(timeOf(instant(params, 'setAt'), t)),
      ];
    case 'calendar':
      return calendarText(params, t);
    case 'opens':
      return [timeOf(instant(params, 'at'), t, true), say.after(words.limit(word(params, 'limit')))];
    case 'quiet':
      return [`${clockTime(Number(params.from))}–${clockTime(Number(params.until))}`, say.doesNotCount];
    case 'pause': {
      const until = params.until === null ? say.untilNow : timeOf(instant(params, 'until'), t);
      const stretch = `${timeOf(instant(params, 'from'), t)}–${until}`;
      return [params.ms === null ? stretch : showDuration(Number(params.ms), lang), stretch];
    }
    case 'extension': {
      const was = params.before === null ? '' : say.wasDue(timeOf(instant(params, 'before'), t, t.endsDay));
      return [timeOf(instant(params, 'due'), t), say.granted(timeOf(instant(params, 'at'), t), was)];
    }
    case 'due':
      return [t.due, t.sum];
    case 'assumed':
      return [showKey(word(params, 'key'), lang), say.assumed];
    case 'reading':
      return [word(params, 'text'), ''];
  }
}

function ruleText({ reading, say, words, lang, pack }: Telling, plan: Params | undefined): string {
  const done = words.terms(reading.until, say.comma);
  if (reading.section === 'duties') return say.repeated(showLimitOf(pack, reading.limit, lang), done);
  if (plan) {
    const lead = reading.limitValue ? ` ${words.limit(reading.limitValue.text)}` : '';
    return say.beforePlan(words.term(word(plan, 'plan')), lead, done);
  }
  if (reading.limitValue === null || reading.limitValue.unit === 'none') return say.unlimited(done);
  return say.within(words.limit(reading.limit), done);
}

function calendarText(params: Params, t: Telling): [string, string] {
  const { say, words, reading } = t;
  if (params.kind === 'office') return [say.officeHours, words.hours(word(params, 'hours'))];
  if (reading.section === 'duties') return [say.calendarDays, say.dayItEnds];
  if (t.endsDay) return [say.calendarDays, say.dayZero];
  if (t.assumed.some((key) => ABOUT_HOURS.has(key))) return [say.aroundTheClock, say.hoursAssumed];
  return [say.aroundTheClock, words.limit(reading.limit) && say.plainClock];
}

function dueText(t: Telling): string {
  const { reading, say } = t;
  if (reading.due !== null) return `${timeOf(reading.due, t, t.endsDay)}${reading.provisional ? say.provisional : ''}`;
  return reading.waitsFor ? say.notYet : say.never;
}

/** `14:36 ＋ 1 小时 ＋ 暂停 12 分` */
function sumOf(t: Telling, extension: Params | undefined, held: number, quiet: boolean): string {
  const { reading, say, words, lang } = t;
  if (reading.waitsFor) return say.waits(reading.waitsFor);
  if (reading.due === null || !reading.limitValue)
    return reading.plannedAt === undefined || t.endsDay ? '' : timeOf(reading.plannedAt, t);
  if (extension) return say.asGranted(timeOf(instant(extension, 'due'), t));
  if (reading.plannedAt !== undefined)
    return `${timeOf(reading.plannedAt, t)} － ${words.limit(reading.limitValue.text)}`;
  const from = reading.opensAt === undefined ? t.started : timeOf(reading.opensAt, t, true);
  let sum = `${from} ＋ ${words.limit(reading.limit)}`;
  if (held > 0) sum += ` ＋ ${say.paused(showDuration(held, lang))}`;
  if (quiet) sum += ` ＋ ${say.quietHours}`;
  return sum;
}

function paragraph(t: Telling): string {
  const { reading, say, words, lang } = t;
  let text = say.by(reading.article, t.quote);
  text += say.join + say.counted(`${words.term(reading.from)} ${t.started}`, t.rule);
  if (reading.due !== null) text += say.join + say.due(t.due, t.sum);
  else text += say.join + (reading.waitsFor ? t.sum : say.noDue);
  if (reading.asks.length > 0) text += say.join + say.unknown(words.terms(reading.asks, say.comma));
  if (t.assumed.length > 0) text += say.join + say.leftOpen(t.assumed.map((key) => showKey(key, lang)).join(say.comma));
  return text + say.end;
}
