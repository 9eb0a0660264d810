/** What a clock, a milestone, a plan is called. */
import type { ClockReading } from '../../regulations/rules/matter.ts';
import type { Vocabulary } from '../../regulations/rules/vocabulary.ts';
import { ENTRY_WORDS, type Words } from './words.ts';

const MADE: Record<string, Words> = {
  told: { zh: '告知', en: 'told' },
  filled: { zh: '表单填妥', en: 'form filled' },
  approved: { zh: '批准', en: 'approved' },
  late: { zh: '超时', en: 'late' },
  due: { zh: '到期', en: 'due' },
};

export function milestoneName(id: string, words: Vocabulary): Words {
  const known = words.milestones.get(id) ?? words.plans.get(id) ?? ENTRY_WORDS[id];
  if (known) return known;
  const made = MADE[id.split(':')[0] ?? ''];
  return made ?? { zh: id, en: id };
}

/** By what stops it: 到场, 审单/派回. */
export function clockName({ until, id }: Pick<ClockReading, 'until' | 'id'>, words: Vocabulary): Words {
  if (until.length === 0) return { zh: id, en: id };
  const names = until.map((milestone) => milestoneName(milestone, words));
  return {
    zh: [...new Set(names.map(({ zh }) => zh))].join('／'),
    en: [...new Set(names.map(({ en }) => en))].join(' / '),
  };
}
