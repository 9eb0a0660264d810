/** What modules below contribute to a handover: the orders that are open, which this module does not know. */
import type { Tx } from '../../platform/database.ts';
import type { Me } from '../identity/index.ts';

export interface Matter {
  orderId: number;
  number: string;
  event: string;
  place: string;
  state: string;
  urgent: boolean;
  /** ISO instant; null: no clock runs. */
  dueAt: string | null;
  dueState: string | null;
}

export interface Matters {
  /** Open orders of the unit that I see, due first. */
  open(tx: Tx, me: Me, departmentId: string): Promise<Matter[]>;
  /** Those of them I may see. */
  seen(tx: Tx, me: Me, orderIds: readonly number[]): Promise<ReadonlySet<number>>;
}

let matters: Matters = { open: async () => [], seen: async () => new Set() };
export function contributeMatters(contributed: Matters): void {
  matters = contributed;
}
export const openMatters = (): Matters => matters;
