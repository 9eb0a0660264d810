import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import { insertAudit } from '../store/audit.ts';

/**
 * Who saw or did what, in the transaction of the doing. `object` names the thing (`order:17`, `staff:3`);
 * `detail` holds no personal data: what was revealed stays where it is kept.
 */
export function audit(
  tx: Tx,
  me: { staffId: number } | null,
  action: string,
  object: string,
  detail: Record<string, unknown>,
  time: TimeSource,
): Promise<void> {
  return insertAudit(tx, { at: new Date(time.now()), staffId: me?.staffId ?? null, action, object, detail });
}
