import { type Topic, topic } from '../../platform/live/news.ts';

/** Everybody may read them; what changed is looked at anew. */
export const topics: readonly Topic[] = [topic<null>({ name: 'rosters', prepare: async () => null, told: () => true })];
