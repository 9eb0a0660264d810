import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database.ts';
import type { Ask } from '../rules/order.ts';

const time = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Asks are folded from the log; the rows are for lists of what waits for a decision. */
export function saveAsks(tx: Tx, orderId: number, asks: readonly Ask[]): void {
  if (asks.length === 0) return;
  const rows = asks.map((ask) => ({
    ...ask,
    from: time(ask.from),
    until: time(ask.until),
    askedAt: time(ask.askedAt),
    decidedAt: time(ask.decidedAt),
  }));
  tx.send(sql`
    insert into work_orders.ask (
      utility_id, order_id, ask_id, kind, entry, steps, steps_done, reason, basis, from_at, until_at, asked_at, asked_by,
      decided_at, decided_by, decision, note)
    select ${tx.utilityId}, ${orderId}, r.id, r.kind, r.entry, r.steps, r."stepsDone", r.reason, r.basis, r."from", r."until", r."askedAt",
      r."askedBy", r."decidedAt", r."decidedBy", r.decision, r.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id int, kind text, entry text, steps text[], "stepsDone" int, reason text, basis text, "from" timestamptz, "until" timestamptz,
      "askedAt" timestamptz, "askedBy" int, "decidedAt" timestamptz, "decidedBy" int, decision text, note text)
    on conflict (utility_id, order_id, ask_id) do update set
      steps_done = excluded.steps_done, until_at = excluded.until_at, decided_at = excluded.decided_at,
      decided_by = excluded.decided_by, decision = excluded.decision, note = excluded.note`);
}
