/** A rulebook of the utility's own: it extends the one taken over and says what was left to say. */
import { stringify } from 'yaml';
import type { Pack } from '../../pack.ts';
import { type Answers, questionsOf, type Raw, writtenIn } from './questions.ts';
import type { SourceFile } from './yaml-nodes.ts';

export interface OfficeHours {
  /** ISO weekdays. */
  days: number[];
  /** `08:00-11:30`, in order: what lies between two is the break. */
  open: string[];
  /** 法定节假日: off, with make-up days worked; or weekdays alone decide. */
  holidays: 'closed' | 'open';
  /** `05-01..09-30` */
  seasons: { season: string; open: string[] }[];
}

export interface Adopting {
  base: Pack;
  files: readonly SourceFile[];
  answers: Answers;
  hours: OfficeHours | null;
  utility: { code: string; name: string };
  /** Local day it is written on and in force from. */
  day: string;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Name of the rulebook a utility makes of another. */
export const ownName = (code: string): string => `own-${code}`;

/** YAML that goes through the same door as every rulebook. */
export function overlayOf({ base, files, answers, hours, utility, day }: Adopting): SourceFile {
  const sections = new Map<string, Map<string, Raw>>();
  const written = writtenIn(files);
  const put = (section: string, id: string, raw: Raw) =>
    sections.set(section, (sections.get(section) ?? new Map<string, Raw>()).set(id, raw));
  for (const question of questionsOf(base, files)) {
    const { section, entry, field, kind } = question;
    const answer = answers[question.key];
    const cited = base[section].find((one) => one.id === entry);
    const before = sections.get(section)?.get(entry) ?? (cited && written(section, cited as Pack['limits'][number]));
    if (!answer || !before) continue;
    const raw = { ...before, ...(answer.value === undefined ? {} : { [field]: answer.value }) };
    put(section, entry, { ...raw, ...(kind === 'assumed' ? {} : { confirmed: true }), ...stillOpen(raw, field) });
  }
  const office = base.hours[0];
  const raw = office && written('hours', office);
  if (hours && raw) put('hours', office.id, hoursOf(raw, hours));
  const head = {
    pack: ownName(utility.code),
    version: day,
    utility: utility.name,
    effective: day,
    source: `${base.utility}《${base.pack} ${base.version}》，${utility.name}确认（${day}）`,
    extends: [base.pack],
    timezone: base.timezone,
    holidays: base.holidays,
    currency: base.currency,
  };
  const body = Object.fromEntries([...sections].map(([section, entries]) => [section, [...entries.values()]]));
  const text = stringify(
    { ...head, ...body },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  return { path: `${ownName(utility.code)}/pack.yaml`, text };
}

/** What the source leaves open and nobody has answered stays marked. */
function stillOpen({ assumed }: Raw, field: string): Raw {
  const open = Array.isArray(assumed) ? assumed.filter((key) => key !== field) : [];
  return { assumed: open };
}

function hoursOf(raw: Raw, { days, open, holidays, seasons }: OfficeHours): Raw {
  const { cases: _, reading: __, ...rest } = raw;
  return {
    ...rest,
    days: days.flatMap((day) => DAYS[day - 1] ?? []),
    open,
    holidays,
    assumed: [],
    ...(seasons.length > 0 ? { cases: seasons } : {}),
  };
}

/** As the base has them, for a form to begin with. */
export function hoursAsWritten(base: Pack): OfficeHours | null {
  const office = base.hours[0];
  if (!office) return null;
  const stretch = ([from, until]: [number, number]): string => `${clock(from)}-${clock(until)}`;
  return {
    days: [...office.days],
    open: office.open.map(stretch),
    holidays: office.holidays,
    seasons: office.cases.flatMap(({ season, days, open }) =>
      season && !days ? [{ season: `${date(season.from)}..${date(season.until)}`, open: open.map(stretch) }] : [],
    ),
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const date = ([month, day]: [number, number]): string => `${two(month)}-${two(day)}`;
