/** One order of the town told as commands: who did what when. What the rulebook makes of it is not decided here. */
import { DAY, HOUR, type Instant, MINUTE, type Millis, SECOND } from '../../server/values/instant.ts';
import type { Pace, Step } from './pace.ts';
import type { Random } from './random.ts';
import { NOTES } from './remarks.ts';
import type { Story } from './texts.ts';

/** `by` is a username. */
export interface Deed {
  at: Instant;
  by: string;
  command: string;
  input: Record<string, unknown>;
  /** Photo taken on this occasion. */
  photo?: string;
}

export interface Cast {
  agent: string;
  dispatcher: string;
  /** Who accepts and assigns in the unit. */
  head: string;
  crew: string;
  crewId: number;
  reviewer: string;
}

export interface Case {
  receivedAt: Instant;
  story: Story;
  contactLeft: boolean;
  cast: Cast;
  pace: Pace;
  cause: string;
  measures: string;
  facts: Record<string, string | number | boolean>;
  photo: boolean;
  satisfied: boolean;
  /** Time from receipt by which the city hotline wants it done; the rulebook has no limit of its own for it. */
  limit: Millis | null;
}

const RECORDED: Partial<Record<Step, string>> = {
  check: 'check-started',
  contact: 'contacted',
  arrive: 'arrived',
  warnings: 'warnings-set',
  'stop-water': 'water-stopped',
  'repair-start': 'repair-started',
  repaired: 'repaired',
  passed: 'quality-passed',
  'open-valve': 'valve-open-told',
  restored: 'restored',
  told: 'customer-told',
  'fed-back': 'fed-back',
};

/** 回单四要素 */
const reply = (one: Case): Record<string, string | boolean> => ({
  cause: one.cause,
  measures: one.measures,
  ...(one.contactLeft ? { 'contacted-in-time': true, agreed: one.satisfied } : {}),
});

function deedOf(step: Step, one: Case, at: Instant): Deed {
  const { cast } = one;
  const milestone = RECORDED[step];
  if (milestone) {
    const facts = step === 'arrive' && Object.keys(one.facts).length > 0 ? { facts: one.facts } : {};
    return {
      at,
      by: cast.crew,
      command: 'record',
      input: { milestone, ...facts },
      ...(step === 'arrive' && one.photo ? { photo: one.story.event } : {}),
    };
  }
  switch (step) {
    case 'dispatch':
      return {
        at,
        by: cast.dispatcher,
        command: 'dispatch',
        input: { departmentId: one.story.department, ...(one.limit ? { limit: one.receivedAt + one.limit } : {}) },
      };
    case 'accept':
      return { at, by: cast.head, command: 'accept', input: {} };
    case 'assign':
      return { at, by: cast.head, command: 'assign', input: { handlerId: cast.crewId } };
    case 'handle':
      return { at, by: cast.crew, command: 'handle', input: { form: reply(one) } };
    case 'review':
      return { at, by: cast.reviewer, command: 'review-pass', input: {} };
    case 'call-back':
      return {
        at,
        by: cast.reviewer,
        command: 'call-back',
        input: {
          reached: true,
          satisfied: one.satisfied,
          note: one.satisfied ? '用户满意。' : '用户认为等待时间偏长。',
        },
      };
    default:
      return { at, by: cast.reviewer, command: 'close', input: {} };
  }
}

const SHANGHAI = 8 * HOUR;

/** Nobody is called back between nine in the evening and half past eight. */
function politely(random: Random, at: Instant): Instant {
  const ofDay = (at + SHANGHAI) % DAY;
  if (ofDay >= 8.5 * HOUR && ofDay < 21 * HOUR) return at;
  const morning = at - ofDay + (ofDay < 8.5 * HOUR ? 0 : DAY) + 8.6 * HOUR;
  return morning + random.whole(0, 90 * 60) * SECOND;
}

/** Every step in its time, here and there a note. */
export function tell(random: Random, one: Case): Deed[] {
  const steps = { ...one.pace };
  if (steps['call-back'] !== undefined && steps.close !== undefined) {
    const between = steps.close - steps['call-back'];
    steps['call-back'] = politely(random, one.receivedAt + steps['call-back']) - one.receivedAt;
    steps.close = steps['call-back'] + between;
  }
  const deeds = (Object.entries(steps) as [Step, number][])
    .map(([step, after]) => deedOf(step, one, one.receivedAt + after))
    .sort((a, b) => a.at - b.at);
  if (random.chance(0.22)) {
    const after = deeds.findIndex(({ command }) => command === 'assign');
    const next = deeds[after + 1];
    const from = deeds[after]?.at ?? one.receivedAt;
    if (next)
      deeds.splice(after + 1, 0, {
        at: Math.min(from + MINUTE / 2, next.at),
        by: one.cast.head,
        command: 'note',
        input: { text: random.pick(NOTES) },
      });
  }
  return deeds;
}
