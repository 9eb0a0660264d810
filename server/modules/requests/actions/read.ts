/** Reading requests: what the reader's permissions reach, masked. */
import type { Static } from 'typebox';
import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Language, Me } from '../../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { allowed, audit, listDepartments, listStaff } from '../../identity/index.ts';
import { bookAt } from '../book.ts';
import { listRequests, mayReach, type Reach, type RequestRow, requestById } from '../store/requests.ts';
import { type RequestView, requestView } from '../views.ts';

export interface Asking {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Language;
}

export type View = Static<typeof RequestView>;

/** Whose requests may be read: everybody's, or those whose orders lie where the reader works. Drafts belong to the desks. */
export function reachOf(me: Me, action: 'requests.read' | 'reports.read' | 'personal.reveal' = 'requests.read'): Reach {
  const scope = allowed(me, action);
  if (scope === 'all' || (scope === 'district' && me.districts.length === 0)) return {};
  if (scope === 'district') return { districts: me.districts };
  if (scope === 'department') return { departmentId: me.departmentId };
  if (scope === 'sealed') return { sealedTo: me.departmentId };
  return { handlerId: me.staffId };
}

export async function viewsOf({ tx, lang, time }: Asking, rows: RequestRow[]): Promise<View[]> {
  const book = await bookAt(tx, time.now());
  const names = new Map<number, string>();
  const units = new Map<string, string>();
  if (rows.length > 0) {
    for (const { department_id, name } of await listDepartments(tx)) units.set(department_id, name);
    for (const { staff_id, name } of await listStaff(tx, { department: null, role: null })) names.set(staff_id, name);
  }
  return rows.map((row) =>
    requestView(row, book.ok ? book.value : null, lang, {
      person: (id) => names.get(id) ?? String(id),
      unit: (id) => units.get(id) ?? id,
    }),
  );
}

async function reached({ tx, me }: Asking, requestId: number): Promise<Result<RequestRow>> {
  const row = await requestById(tx, requestId);
  return row && (await mayReach(tx, requestId, reachOf(me))) ? ok(row) : refuse('request-not-found');
}

export async function shown(asking: Asking, requestId: number): Promise<Result<View>> {
  const row = await reached(asking, requestId);
  if (!row.ok) return row;
  const [view] = await viewsOf(asking, [row.value]);
  return view ? ok(view) : refuse('request-not-found');
}

export async function revealed(
  asking: Asking,
  requestId: number,
): Promise<Result<{ id: number; reporter: string | null; phone: string | null }>> {
  const row = await reached(asking, requestId);
  if (!row.ok) return row;
  // who may read of it need not be who may ring the caller up
  if (!(await mayReach(asking.tx, requestId, reachOf(asking.me, 'personal.reveal')))) return refuse('forbidden');
  await audit(asking.tx, asking.me, 'personal.reveal', `request:${requestId}`, {}, asking.time);
  return ok({ id: requestId, reporter: row.value.reporter, phone: row.value.phone });
}

export interface ListQuery {
  outcome?: 'draft' | 'open' | 'declined' | 'registered';
  /** Mine to answer for, and not closed. */
  mine?: boolean;
  channel?: string;
  event?: string;
  q?: string;
  premisesId?: number;
  limit?: number;
  cursor?: string;
}

const PAGE = 50;

export async function listed(
  asking: Asking,
  query: ListQuery,
): Promise<Result<{ items: View[]; next: string | null }>> {
  const { cursor, limit = PAGE, mine, ...filter } = query;
  const after = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor ?? '');
  const rows = await listRequests(asking.tx, {
    ...filter,
    ...reachOf(asking.me),
    // whoever sees a number masked must not find it out digit by digit
    ...(allowed(asking.me, 'personal.reveal') ? { people: reachOf(asking.me, 'personal.reveal') } : {}),
    ...(mine ? { answeredBy: { staffId: asking.me.staffId, unit: asking.me.departmentId } } : {}),
    limit: limit + 1,
    ...(after ? { after: { receivedAt: Number(after[1]), requestId: Number(after[2]) } } : {}),
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return ok({ items: await viewsOf(asking, page), next: last ? `${last.receivedAt}.${last.requestId}` : null });
}
