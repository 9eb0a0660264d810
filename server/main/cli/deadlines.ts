/** `deadlines`: the clocks of one matter, told on the command line. */
import type { Command } from 'commander';
import {
  type ClockReading,
  explain,
  filesNeeded,
  formatInstant,
  type Given,
  type HolidayCalendars,
  holidaysOf,
  localDay,
  type Matter,
  matterOf,
  messages,
  nearest,
  type Pack,
  packsOf,
  parseInstant,
  readClocks,
  readFolder,
  SHIPPED,
  type SourceFile,
  showLimitOf,
  showTerm,
  versionInForce,
  waitingClocks,
} from '../../modules/regulations/index.ts';
import { zoneOf } from '../../values/zone.ts';
import { alignedTable, EXIT_FAILED, fail, filled, type Language, langOption, languageOf, print } from './output.ts';

interface Options {
  dir?: string;
  pack: string;
  event: string;
  channel: string;
  at: string;
  fact: string[];
  milestone: string[];
  plan: string[];
  pause: string[];
  now?: string;
  lang?: string;
  json?: boolean;
  all?: boolean;
}

const gather = (value: string, list: string[]): string[] => [...list, value];
/** An argument longer than any fact or time is cut off before anything reads it. */
const LONGEST = 2000;

export function register(program: Command): void {
  program
    .command('deadlines')
    .description('一件事的各项时限 · The clocks of one matter')
    .requiredOption('--pack <pack>', '规章包 · Pack')
    .requiredOption('--event <event>', '事项 · Event')
    .requiredOption('--channel <channel>', '渠道 · Channel')
    .requiredOption('--at <time>', '受理时间 · Time of receipt')
    .option('--dir <folder>', '规章包所在文件夹 · Folder of the packs')
    .option('--fact <name=value>', '事实，可多次 · Fact, may repeat', gather, [])
    .option('--milestone <name=time[@unit]>', '节点，可多次 · Milestone, may repeat', gather, [])
    .option('--plan <name=time>', '计划时间，可多次 · Planned time, may repeat', gather, [])
    .option('--pause <from/until[:entry]>', '暂停，可多次 · Pause, may repeat', gather, [])
    .option('--now <time>', '现在 · Now')
    .option('--all', '也列出尚未起算的时限 · Also clocks that wait for their start')
    .option('--json', '输出 JSON · Answer in JSON')
    .addOption(langOption('语言 · Language'))
    .action(deadlines);
}

/** No holidays of years before any time told are needed; a day or two may reach back over New Year. */
const firstYearOf = (options: Options): number =>
  Math.min(
    ...[options.at, options.now ?? options.at, ...options.milestone, ...options.plan, ...options.pause].flatMap(
      (text) => [...text.matchAll(/\b(\d{4})-\d{2}/g)].map((m) => Number(m[1])),
    ),
  ) - 1;

function deadlines(options: Options) {
  const json = options.json === true;
  const lang = languageOf(options.lang);
  const refuseWith = (code: string, params: Record<string, unknown> = {}, exit?: number) =>
    fail({ code, message: filled(messages[code]?.[lang] ?? code, params), ...params }, json, exit);
  const tooLong = Object.entries(options).find(([, v]) =>
    [v].flat().some((one) => typeof one === 'string' && one.length > LONGEST),
  );
  if (tooLong) return refuseWith('argument-too-long', { found: tooLong[0], expected: LONGEST });

  const dir = options.dir ?? SHIPPED;
  const folder = readFolder(dir);
  if (!folder) return refuseWith('no-such-folder', { found: dir });
  const ours: SourceFile[] = options.dir === undefined ? [] : (readFolder(SHIPPED) ?? []);
  const { files, shipped } = filesNeeded(folder, ours, options.pack, firstYearOf(options));
  const { packs, faults } = packsOf(files, shipped);
  const named = packs.filter((p) => p.pack === options.pack);
  const first = named[0];
  if (!first)
    return refuseWith('unknown-pack', {
      found: options.pack,
      nearest: nearest(options.pack, new Set(packs.map((p) => p.pack))) ?? null,
    });
  const zone = zoneOf(first.timezone);
  const at = parseInstant(options.at, zone);
  if (at === undefined)
    return refuseWith('malformed-time', { found: options.at, of: '--at', expected: '2026-10-08T10:00+08:00' });
  const day = localDay(at, first.timezone);
  const pack = versionInForce(packs, options.pack, day);
  if (!pack)
    return refuseWith('pack-not-in-force', {
      pack: options.pack,
      found: day,
      expected: named.map((p) => p.effective).sort()[0],
    });
  const wrong = faults.get(pack);
  if (wrong)
    return refuseWith(
      'pack-has-errors',
      { pack: options.pack, count: wrong.length, found: wrong[0]?.[lang], errors: wrong },
      EXIT_FAILED,
    );
  const now = options.now === undefined ? Date.now() : parseInstant(options.now, zone);
  if (now === undefined)
    return refuseWith('malformed-time', { found: options.now, of: '--now', expected: '2026-10-08T10:00+08:00' });

  const given = givenFrom(options, at, pack.timezone);
  if ('code' in given) return refuseWith(given.code, given.params);
  const built = matterOf(given, pack, zone);
  if (!built.ok) return refuseWith(built.refusal.code, built.refusal.params);
  const holidays = holidaysOf(files, shipped);
  const read = readClocks(pack, built.value.matter, now, holidays.calendars);
  if (!read.ok)
    return refuseWith(read.refusal.code, {
      ...read.refusal.params,
      article: read.refusal.article,
      quote: read.refusal.quote,
    });
  const rows = read.value.map((reading) => row(reading, pack, lang));
  const waiting = options.all ? waitingRows(pack, built.value.matter, read.value, now, holidays.calendars) : [];
  if (json) return print(JSON.stringify([...rows, ...waiting]));
  print(table([...rows, ...waiting], pack, lang));
}

const waitingRows = (pack: Pack, matter: Matter, readings: ClockReading[], now: number, holidays: HolidayCalendars) =>
  waitingClocks(pack, matter, readings, now, holidays).map((w) => ({
    id: w.id,
    article: w.article,
    quote: w.quote,
    from: w.from,
    until: w.until,
    due: null,
    why: '',
    fromAt: null,
    stoppedAt: null,
    warnAt: null,
    state: 'waiting',
    limit: w.limit,
    clauses: w.clauses,
    asks: [] as string[],
    provisional: false,
    run: 0,
    breached: false,
  }));

type Wrong = { code: string; params: Record<string, unknown> };

function givenFrom(options: Options, at: number, timezone: string): Given | Wrong {
  const bad = (option: string, found: string, expected: string): Wrong => ({
    code: 'malformed-option',
    params: { option, found, expected },
  });
  const pair = (text: string): [string, string] | undefined => {
    const equals = text.indexOf('=');
    return equals > 0 ? [text.slice(0, equals).trim(), text.slice(equals + 1).trim()] : undefined;
  };
  const told = new Map<string, string>();
  for (const text of options.fact) {
    const p = pair(text);
    if (!p) return bad('--fact', text, 'dn=600');
    told.set(p[0], p[1]);
  }
  const milestones: NonNullable<Given['milestones']> = [];
  for (const text of options.milestone) {
    const p = pair(text);
    if (!p) return bad('--milestone', text, 'arrived=2026-10-08T10:00+08:00@inspection');
    const [time = '', by] = p[1].split('@');
    milestones.push({ milestone: p[0], at: time, ...(by ? { by } : {}) });
  }
  const plans: NonNullable<Given['plans']> = [];
  for (const text of options.plan) {
    const p = pair(text);
    if (!p) return bad('--plan', text, 'planned-stop=2026-10-11T06:00+08:00');
    plans.push({ plan: p[0], at: p[1] });
  }
  const pauses: NonNullable<Given['pauses']> = [];
  for (const text of options.pause) {
    const m = /^([^/]+)\/(\d{4}-\d{2}-\d{2}[T ][\d:.]+(?:Z|[+-]\d{2}(?::?\d{2})?)?|)(?::([a-z0-9-][a-z0-9.-]*))?$/.exec(
      text.trim(),
    );
    if (!m) return bad('--pause', text, '2026-03-02T12:00+08:00/2026-03-03T09:00+08:00:failure');
    pauses.push({ from: m[1] ?? '', until: m[2] || null, ...(m[3] ? { entry: m[3] } : {}) });
  }
  return {
    event: options.event,
    channel: options.channel,
    at: formatInstant(at, timezone),
    // Also a fact called `__proto__` must come out as one, to be refused.
    facts: Object.fromEntries(told),
    milestones,
    plans,
    pauses,
  };
}

function row(r: ClockReading, pack: Pack, lang: Language) {
  const time = (at: number | null): string | null => (at === null ? null : formatInstant(at, pack.timezone));
  return {
    id: r.id,
    article: r.article,
    quote: r.quote,
    from: r.from,
    until: r.until.length === 1 ? (r.until[0] ?? '') : r.until.join(', '),
    due: time(r.due),
    why: explain(r, pack, lang).text,
    fromAt: time(r.start),
    stoppedAt: time(r.stoppedAt),
    warnAt: time(r.warnAt),
    state: r.state as string,
    limit: r.limit,
    clauses: r.clauses,
    asks: r.asks,
    provisional: r.provisional,
    run: r.run,
    breached: r.breached,
  };
}

const STATES: Record<string, [zh: string, en: string]> = {
  running: ['计时中', 'running'],
  warned: ['预警', 'warned'],
  late: ['超时', 'late'],
  paused: ['暂停', 'paused'],
  met: ['按时', 'met'],
  'met-late': ['超时办结', 'met late'],
  cancelled: ['已撤销', 'cancelled'],
  'waiting-calendar': ['待公布日历', 'waits for a calendar'],
  waiting: ['未起算', 'not started'],
};

function table(rows: ReturnType<typeof row>[], pack: Pack, lang: Language): string {
  const name = (milestone: string): string => showTerm(pack, milestone, lang);
  const short = (time: string | null): string => (time === null ? '—' : time.slice(0, 16).replace('T', ' '));
  const [zh, en] = [
    ['时限', '条款', '起点', '止点', '时长', '到期', '状态'],
    ['clock', 'article', 'from', 'until', 'limit', 'due', 'state'],
  ];
  if (rows.length === 0) return lang === 'en' ? 'No clock has started.' : '没有已起算的时限。';
  return alignedTable([
    lang === 'en' ? en : zh,
    ...rows.map((r) => [
      r.run > 1 ? `${r.id} #${r.run}` : r.id,
      r.article,
      r.fromAt === null ? name(r.from) : `${name(r.from)} ${short(r.fromAt)}`,
      r.until.split(', ').map(name).join('/'),
      r.limit.startsWith('before ') ? showLimitOf(pack, r.limit, lang) : r.limit,
      short(r.due),
      `${STATES[r.state]?.[lang === 'en' ? 1 : 0] ?? r.state}${r.asks.length > 0 ? ` ? ${r.asks.map(name).join(' ')}` : ''}`,
    ]),
  ]);
}
