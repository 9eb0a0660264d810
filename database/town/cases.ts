/** Which cases the town has: who called when about what, and whose job it became. */
import { DAY, HOUR, type Instant, MINUTE } from '../../server/values/instant.ts';
import type { Premises, Town } from './generate.ts';
import { type Late, type Pace, paceOf } from './pace.ts';
import type { Random } from './random.ts';
import type { Case, Cast } from './tell.ts';
import { CLOSINGS, SINCE, STORIES, type Story } from './texts.ts';

/** A case and what the caller left of himself. */
export interface Called extends Case {
  channel: string;
  premises: Premises;
  place: string;
  content: string;
  reporter: string | null;
  phone: string | null;
  contactTimes: string | null;
  urgent: boolean;
  /** Facts known at receipt. */
  known: Record<string, string | number | boolean>;
}

// biome-ignore format: one list
const CHANNELS: [string, number][] = [
  ['phone', 62], ['wechat', 13], ['hotline-12345', 9], ['web', 5], ['counter', 5], ['visit', 2], ['letter', 1], ['government', 1], ['media', 0.5],
];

const CONTACT_TIMES = ['随时', '随时', '随时', '工作日 9:00–18:00', '18:00 以后', '上午', '中午勿扰（12:00–14:00）'];
const LATE: [Late, number][] = [
  ['contact', 30],
  ['arrive', 25],
  ['review', 22],
  ['handle', 13],
  ['dispatch', 10],
];

const headOf = (town: Town, department: string): string =>
  town.staff.find((one) => one.departmentId === department && one.roles.includes('department-head'))?.username ??
  'fanlei';

const AGENTS = ['zhoumin', 'linxiaoyan', 'hetingting', 'xuyang', 'zhengkai'];
const DISPATCHERS = ['zhoumin', 'wangfang', 'zhengkai'];
const REVIEWERS = ['tianhua', 'luojing'];

function castOf(random: Random, town: Town, story: Story, idOf: (username: string) => number): Cast {
  const crew = random.pick(
    town.staff.filter((one) => one.departmentId === story.department && one.roles.includes('crew-member')),
  ).username;
  return {
    agent: random.pick(AGENTS),
    dispatcher: random.pick(DISPATCHERS),
    head: headOf(town, story.department),
    crew,
    crewId: idOf(crew),
    reviewer: random.pick(REVIEWERS),
  };
}

function contentOf(random: Random, story: Story, place: string): string {
  const fill = (text: string): string =>
    text
      .replaceAll('{place}', place)
      .replaceAll('{since}', random.pick(SINCE))
      .replaceAll('{floor}', String(random.whole(3, 17)));
  const sentences = [fill(random.pick(story.says))];
  if (story.more.length > 0 && random.chance(0.7)) sentences.push(fill(random.pick(story.more)));
  if (random.chance(0.5)) sentences.push(random.pick(CLOSINGS));
  return sentences.join('');
}

export interface Wanted {
  /** Which stories may be told; default all. */
  story?: (story: Story) => boolean;
  late?: Late | null;
  contactLeft?: boolean;
}

export type Timeless = Omit<Called, 'receivedAt'>;

/** A case whose time is not fixed yet. */
export function call(random: Random, town: Town, idOf: (username: string) => number, wanted: Wanted = {}): Timeless {
  const stories = STORIES.filter(wanted.story ?? (() => true)).map((story) => [story, story.weight] as const);
  const story = random.weighted(stories);
  const premises = random.pick(town.premises);
  const channel = random.weighted(CHANNELS);
  const contactLeft = wanted.contactLeft ?? !(channel === 'letter' || random.chance(0.05));
  const outdoors = story.event.startsWith('facility') || story.event === 'pipe-leak' || story.event === 'construction';
  const community = town.communities.find(({ communityId }) => communityId === premises.communityId);
  const place = outdoors ? `${community?.road ?? ''}${community?.name ?? ''}附近` : premises.address;
  const hotline = channel === 'hotline-12345';
  const late = wanted.late ?? null;
  const pace: Pace = paceOf(random, { event: story.event, contactLeft, hotline, late });
  const known: Called['known'] = {
    ...(hotline ? { 'hotline-class': story.event === 'consultation' ? 'enquiry' : 'general' } : {}),
  };
  const facts = Object.fromEntries(
    Object.entries(story.facts ?? {}).map(([name, values]) => [name, random.pick(values)]),
  );
  return {
    story,
    channel,
    premises,
    place,
    content: contentOf(random, story, place),
    contactLeft,
    reporter: contactLeft ? premises.customerName : null,
    phone: contactLeft ? (premises.customerPhone ?? '12900000000') : null,
    contactTimes: contactLeft ? random.pick(CONTACT_TIMES) : null,
    // An urgent word of government or press has half a day; the desk of this town keeps such for itself.
    urgent: !['government', 'media'].includes(channel) && random.chance(story.urgent),
    known,
    cast: castOf(random, town, story, idOf),
    pace,
    cause: random.pick(story.cause),
    measures: random.pick(story.measures),
    facts,
    photo: random.chance(0.03),
    satisfied: random.chance(0.94),
    limit: hotline ? 5 * DAY : null,
  };
}

/** Calls by hour of the day: a morning and an evening peak, a trickle at night. */
const BY_HOUR = [1, 1, 1, 1, 1, 2, 5, 9, 12, 12, 11, 9, 7, 7, 9, 9, 9, 9, 11, 12, 9, 6, 3, 2];
const SHANGHAI = 8 * HOUR;

function momentOn(random: Random, dayStart: Instant, hours: Story['hours']): Instant {
  const hour = random.weighted(
    BY_HOUR.map((weight, i) => [i, hours === 'day' && (i < 8 || i > 20) ? 0 : weight] as const),
  );
  return dayStart + hour * HOUR + random.whole(0, 3599) * 1000;
}

/** `share` of closed cases that went late somewhere. */
const LATE_SHARE = 0.05;

/** Cases that are over: spread over the days before now, the latest ended at least some minutes ago. */
export function pastCases(
  random: Random,
  town: Town,
  idOf: (username: string) => number,
  now: Instant,
  count: number,
  days: number,
): Called[] {
  const today = Math.floor((now + SHANGHAI) / DAY) * DAY - SHANGHAI;
  return Array.from({ length: count }, () => {
    const late = random.chance(LATE_SHARE) ? random.weighted(LATE) : null;
    const visited = (story: Story) =>
      ['no-water', 'no-water.community', 'low-pressure', 'pipe-leak', 'meter-well-leak'].includes(story.event);
    const one = call(random, town, idOf, {
      late,
      ...(late === 'arrive' ? { story: visited } : {}),
      ...(late === 'contact' ? { contactLeft: true } : {}),
    });
    // Ended: even after a night's wait for the call-back and a second attempt.
    const latest = now - (one.pace.close ?? 0) - 20 * HOUR;
    for (;;) {
      const receivedAt = momentOn(random, today - random.whole(0, days - 1) * DAY, one.story.hours);
      if (receivedAt < latest) return { ...one, receivedAt };
    }
  });
}

export const minutes = (random: Random, from: number, to: number): number =>
  random.whole(from * 60, to * 60) * (MINUTE / 60);
