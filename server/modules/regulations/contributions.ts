/** What others hear of drafts: who is told of them knows this module, and not the other way round. */
import type { Acting } from './actions/enact.ts';

export interface DraftNews {
  what: 'submitted' | 'returned' | 'approved';
  draft: number;
  title: string;
  /** Each time it is shown is told anew. */
  revision: number;
  /** Who showed it to a second person; of a decision. */
  submittedBy: number | null;
  /** Why it was asked for, or what the decision says. */
  words: string;
}

/** Somebody whose name is told. */
export type Named = Acting & { me: { name: string } };
type Hear = (acting: Pick<Named, 'tx' | 'me' | 'time'>, news: DraftNews) => Promise<void>;
let hear: Hear = async () => undefined;

/** In the transaction in which it happens. */
export function hearDrafts(hearing: Hear): void {
  hear = hearing;
}

export const tellOfDraft: Hear = (acting, news) => hear(acting, news);
