import { type Topic, topic } from '../../platform/live/news.ts';

/** Whose inbox changed; null: too many to name. */
type Whose = ReadonlySet<number> | null;

export const topics: readonly Topic[] = [
  topic<Whose>({
    name: 'inbox',
    prepare: async (_tx, facts) => (facts.every(Array.isArray) ? new Set(facts.flat() as number[]) : null),
    told: ({ staffId }, whose) => (whose === null || whose.has(staffId) ? true : []),
  }),
];
