/**
 * 审计日志: who saw and did what, one list of two logs, the newest first: the audit log, and what was done to orders, which
 * stands in theirs. It stands here because it speaks of people and of orders at once.
 */
import {
  type AuditFilter,
  type AuditKind,
  type AuditRow,
  actionsOf,
  auditKindOf,
  auditWords,
  listAudit,
  namesOfStaff,
} from '../modules/identity/index.ts';
import {
  COMMAND_WORDS,
  type Command,
  type CommandRow,
  listCommands,
  orderIdOf,
  orderNumbers,
  requestCards,
} from '../modules/work-orders/index.ts';
import type { Tx } from '../platform/database.ts';
import type { Language } from '../platform/http/messages.ts';
import type { Instant } from '../values/instant.ts';
import { ok, type Result, refuse } from '../values/result.ts';
import { parseDay, zoneOf } from '../values/zone.ts';

const ZONE = zoneOf('Asia/Shanghai');

export interface Asked {
  staff?: number;
  kind?: AuditKind;
  /** Number of an order. */
  order?: string;
  /** Days, both inclusive. */
  from?: string;
  until?: string;
}

/** Where a page ended: in which of the two logs, at what. */
type Cursor = { at: Instant } & ({ log: 'audit'; auditId: number } | { log: 'order'; orderId: number; seq: number });

interface Entry {
  cursor: Cursor;
  action: string;
  actionName: string;
  kind: AuditKind | null;
  staffId: number | null;
  by: string | null;
  object: string;
  detail: Record<string, unknown>;
}

type Wanted = Omit<AuditFilter, 'before' | 'limit'> & { kind?: AuditKind; orderId?: number };

/** The words of a filter as what the stores are asked; an unknown order is said to be unknown. */
export async function wanted(tx: Tx, asked: Asked): Promise<Result<Wanted>> {
  const day = (text: string | undefined, more: number) => {
    const number = text === undefined ? undefined : parseDay(text);
    return number === undefined || number === null ? number : ZONE.startOfDay(number + more);
  };
  const [from, until] = [day(asked.from, 0), day(asked.until, 1)];
  if (from === null || until === null) {
    const path = from === null ? 'from' : 'until';
    return refuse('invalid-input', { fields: [{ path, code: 'wrong-format', params: { expected: '2026-11-26' } }] });
  }
  const orderId = asked.order === undefined ? undefined : await orderIdOf(tx, asked.order.trim());
  if (asked.order !== undefined && orderId === undefined)
    return refuse('order-not-found', { fields: [{ path: 'order', code: 'unknown' }] });
  const requests = orderId === undefined ? [] : await requestCards().ofOrder(tx, orderId);
  return ok({
    ...(asked.staff !== undefined && { staffId: asked.staff }),
    ...(asked.kind !== undefined && { kind: asked.kind }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(orderId !== undefined && {
      orderId,
      objects: [`order:${orderId}`, ...requests.map(({ id }) => `request:${id}`)],
    }),
  });
}

/** Of one instant the audit log comes first. */
export async function entries(
  tx: Tx,
  { kind, orderId, ...filter }: Wanted,
  { after, limit, lang }: { after: Cursor | null; limit: number; lang: Language },
): Promise<Entry[]> {
  const { at } = after ?? { at: 0 };
  const audit =
    kind === 'command'
      ? []
      : await listAudit(tx, {
          ...filter,
          ...(kind && { actions: actionsOf(kind) }),
          ...(after && { before: { at, auditId: after.log === 'audit' ? after.auditId : 0 } }),
          limit,
        });
  const most = { orderId: Number.MAX_SAFE_INTEGER, seq: 2_147_483_647 };
  const commands =
    kind !== undefined && kind !== 'command'
      ? []
      : await listCommands(tx, {
          ...filter,
          ...(orderId !== undefined && { orderId }),
          ...(after && { before: { ...(after.log === 'order' ? after : most), at } }),
          limit,
        });
  return [...audit.map((row) => ofAudit(row, lang)), ...commands.map((row) => ofCommand(row, lang))]
    .sort((a, b) => b.cursor.at - a.cursor.at)
    .slice(0, limit);
}

const ofAudit = (row: AuditRow, lang: Language): Entry => ({
  cursor: { at: row.at.getTime(), log: 'audit', auditId: row.audit_id },
  action: row.action,
  actionName: auditWords(row.action, lang),
  kind: auditKindOf(row.action),
  staffId: row.staff_id,
  by: row.name,
  object: row.object,
  detail: row.detail,
});

const RECEIVED = { zh: '受理', en: 'Received' };

const ofCommand = (row: CommandRow, lang: Language): Entry => ({
  cursor: { at: row.at.getTime(), log: 'order', orderId: row.order_id, seq: row.seq },
  action: row.command ?? 'receive',
  actionName: (COMMAND_WORDS[row.command as Command] ?? RECEIVED)[lang],
  kind: 'command',
  staffId: row.staff_id,
  by: row.name,
  object: `order:${row.order_id}`,
  detail: row.via === 'desk' ? {} : { via: row.via },
});

export const cursorText = (cursor: Cursor): string =>
  cursor.log === 'audit' ? `${cursor.at}.a.${cursor.auditId}` : `${cursor.at}.o.${cursor.orderId}.${cursor.seq}`;

/** Null: not one of ours. */
export function readCursor(text: string): Cursor | null {
  const [, at, log, id, seq] = /^(\d{1,15})\.([ao])\.(\d{1,15})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (at === undefined) return null;
  return log === 'a'
    ? { at: Number(at), log: 'audit', auditId: Number(id) }
    : { at: Number(at), log: 'order', orderId: Number(id), seq: Number(seq ?? 0) };
}

export interface Named {
  objectName: string;
  orderId: number | null;
  orderNumber: string | null;
}

const THINGS: Record<string, { zh: string; en: string }> = {
  request: { zh: '诉求', en: 'Request' },
  premises: { zh: '用水地址', en: 'Premises' },
  pack: { zh: '规则包', en: 'Rulebook' },
  device: { zh: '现场终端', en: 'Field device' },
  redating: { zh: '重新计时', en: 'Re-dating' },
};

/** What each entry is about, in words. */
export async function named<E extends Pick<Entry, 'object'>>(
  tx: Tx,
  found: readonly E[],
  lang: Language,
): Promise<(E & Named)[]> {
  const ids = (type: string): number[] => [
    ...new Set(
      found.flatMap(({ object }) => (object.startsWith(`${type}:`) ? [Number(object.slice(type.length + 1))] : [])),
    ),
  ];
  const people = await namesOfStaff(tx, ids('staff'));
  const numbers = await orderNumbers(tx, ids('order'));
  return found.map((entry) => {
    const at = entry.object.indexOf(':');
    const [type, rest] = at < 0 ? [entry.object, ''] : [entry.object.slice(0, at), entry.object.slice(at + 1)];
    const id = Number(rest);
    const orderNumber = type === 'order' ? (numbers.get(id) ?? null) : null;
    const thing = THINGS[type]?.[lang];
    const objectName =
      type === 'staff'
        ? (people.get(id) ?? rest)
        : type === 'order'
          ? (orderNumber ?? rest)
          : thing === undefined
            ? rest
            : `${thing} ${rest.slice(0, 12)}`;
    return { ...entry, objectName, orderId: type === 'order' ? id : null, orderNumber };
  });
}
