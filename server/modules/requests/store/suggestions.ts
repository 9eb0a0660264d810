import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Confirmation } from '../rules/suggest/confirm.ts';

export interface Decided {
  requestId: number;
  at: number;
  by: number;
}

/** Once for each request: what a person confirmed is not confirmed again. */
export async function addConfirmation(tx: Tx, decided: Decided, confirmation: Confirmation): Promise<void> {
  const { confirmed } = confirmation;
  await tx.run(sql`
    insert into requests.suggestion (
      utility_id, request_id, decided_at, decided_by, events, second, urgent, relevant, outside_duty,
      place_suggested, place_agrees, event_rank, confirmed_event, confirmed_urgent, confirmed_outcome
    ) values (
      ${tx.utilityId}, ${decided.requestId}, ${new Date(decided.at)}, ${decided.by}, ${confirmation.events},
      ${confirmation.second}, ${confirmation.urgent}, ${confirmation.relevant}, ${confirmation.outsideDuty},
      ${confirmation.placeSuggested}, ${confirmation.placeAgrees}, ${confirmation.eventRank},
      ${confirmed.event}, ${confirmed.urgent}, ${confirmed.outcome}
    ) on conflict do nothing`);
}
