/** How long each step of a story takes. Nearly always within the rulebook of 湖城; `late` says where it is not. */
import { HOUR, MINUTE, type Millis, SECOND } from '../../server/values/instant.ts';
import type { Random } from './random.ts';

// biome-ignore format: one list
export const STEPS = [
  'dispatch', 'accept', 'assign', 'check', 'contact', 'arrive', 'warnings', 'stop-water', 'repair-start', 'repaired', 'passed', 'open-valve',
  'restored', 'told', 'fed-back', 'handle', 'review', 'call-back', 'close',
] as const;
export type Step = (typeof STEPS)[number];

export type Late = 'dispatch' | 'contact' | 'arrive' | 'handle' | 'review';

/** Time from receipt to each step that the story has, ascending. */
export type Pace = Partial<Record<Step, Millis>>;

/** Hours to the end of the work, by the rulebook; used to pace, not to judge. */
const FINISH: Record<string, number> = {
  'no-water.community': 12,
  'water-quality': 24,
  'pipe-leak': 24,
  'meter-well-leak': 36,
  'meter-fault.idling': 72,
  'facility-damage.manhole-cover': 12,
  'facility-damage.hydrant': 12,
  'illegal-use': 24,
  compensation: 72,
};

// biome-ignore format: one list
const VISITED = new Set([
  'no-water', 'no-water.community', 'low-pressure', 'pipe-leak', 'meter-well-leak', 'indoor-leak', 'water-quality', 'meter-fault',
  'meter-fault.idling', 'facility-damage.manhole-cover', 'facility-damage.hydrant', 'facility-damage.valve-well', 'illegal-use',
  'secondary-supply',
]);
const RESTORED = new Set(['no-water', 'no-water.community', 'low-pressure', 'pipe-leak']);

export interface Told {
  event: string;
  contactLeft: boolean;
  hotline: boolean;
  late: Late | null;
}

export function paceOf(random: Random, told: Told): Pace {
  const { event, late, contactLeft } = told;
  const minutes = (from: number, to: number): Millis => random.whole(from * 60, to * 60) * SECOND;
  const pace: Pace = {};
  let at = late === 'dispatch' ? minutes(6, 15) : minutes(0.5, 3.5);
  pace.dispatch = at;
  pace.accept = at += minutes(0.3, 2.5);
  pace.assign = at += minutes(0.5, 5);
  const assigned = at;
  if (event === 'usage-abnormal') pace.check = Math.min(assigned + minutes(0.2, 1), 9.5 * MINUTE);
  if (contactLeft)
    pace.contact = at = Math.max(
      late === 'contact' ? assigned + minutes(12, 45) : assigned + minutes(1, 8),
      pace.check ?? 0,
    );
  if (VISITED.has(event))
    pace.arrive = at = Math.max(
      at + MINUTE,
      late === 'arrive' ? assigned + minutes(34, 70) : assigned + minutes(11, 27),
    );
  if (event === 'pipe-leak' || event === 'meter-well-leak') pace.warnings = at += minutes(4, 18);
  if (event === 'pipe-leak') {
    pace['stop-water'] = at += minutes(8, 45);
    pace['repair-start'] = at += minutes(5, 30);
    pace.repaired = at += minutes(50, 420);
    pace.passed = at += minutes(15, 40);
    pace['open-valve'] = at += minutes(2, 8);
  }
  if (RESTORED.has(event)) pace.restored = at += minutes(6, 90);
  if (RESTORED.has(event) && contactLeft) pace.told = at += minutes(3, 18);
  const finish = (FINISH[event] ?? 48) * HOUR;
  const worked =
    late === 'handle' ? finish * (1.04 + random.next() * 0.25) : finish * (0.06 + random.next() ** 1.5 * 0.66);
  if (told.hotline) pace['fed-back'] = at = Math.max(at + minutes(5, 20), Math.round(worked * 0.8));
  pace.handle = at = Math.max(at + minutes(4, 15), Math.round(worked));
  pace.review = at += late === 'review' ? minutes(24, 90) : minutes(2, 16);
  if (contactLeft) pace['call-back'] = at += minutes(15, 900);
  pace.close = at += minutes(0.5, 6);
  return pace;
}
