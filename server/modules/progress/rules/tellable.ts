/** Notices 告知 of the rulebook that a desk can have sent to the callers of an order. */
import type { NoticeEntry } from '../../regulations/rules/pack.ts';

/** Ways that go out by themselves. */
const SENT = ['sms', 'wechat', 'email'] as const;
export type Way = (typeof SENT)[number];

const isSent = (way: string): way is Way => (SENT as readonly string[]).includes(way);

export interface Tellable {
  id: string;
  article: string;
  quote: string;
  clauses: string[];
  /** As the rulebook has it; none: whatever reaches the caller. */
  ways: Way[];
  proof: boolean;
}

/** To the customer alone, while its clock runs, by a way that goes out: what is handed over or posted is a slip, what is said by phone is recorded by hand. */
export const tellable = (notices: readonly NoticeEntry[], running: (id: string) => boolean): Tellable[] =>
  notices
    .filter(({ id, to, via }) => {
      const reaches = via.length === 0 || via.some(isSent);
      // whoever else has to be told is told by somebody
      const alone = to.every((one) => one === 'customer');
      return alone && reaches && running(id);
    })
    .map(({ id, article, quote, clauses, via, proof }) => ({
      ...{ id, article, quote, clauses },
      ways: via.filter(isSent),
      proof: proof !== undefined,
    }));
