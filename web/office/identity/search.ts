/** The filter of the audit log in the address; what is not one is left out. */
import type { AuditFilter } from './data.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (value: unknown): value is string => typeof value === 'string' && DAY.test(value);

export function readAuditSearch(search: Record<string, unknown>): AuditFilter {
  const staff = Number(search.staff);
  return {
    ...(Number.isSafeInteger(staff) && staff > 0 && { staff }),
    ...(typeof search.kind === 'string' && { kind: search.kind }),
    ...((typeof search.order === 'string' || typeof search.order === 'number') && { order: String(search.order) }),
    ...(day(search.from) && { from: search.from }),
    ...(day(search.until) && { until: search.until }),
  };
}
