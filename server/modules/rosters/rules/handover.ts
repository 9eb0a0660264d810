/** What who hands a shift over signs. */
import type { Instant } from '../../../values/instant.ts';

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

export interface Given {
  departmentId: string;
  giverId: number;
  takerId: number;
  note: string;
  matters: readonly Matter[];
  givenAt: Instant;
}

/** Letter by letter the same whenever it is asked for, in whatever order a database gives the parts. */
export const signedText = ({ departmentId, giverId, takerId, note, matters, givenAt }: Given): string =>
  JSON.stringify({
    departmentId,
    giverId,
    takerId,
    note,
    matters: matters.map(({ orderId, number, event, place, state, urgent, dueAt, dueState }) => ({
      orderId,
      number,
      event,
      place,
      state,
      urgent,
      dueAt,
      dueState,
    })),
    givenAt,
  });
