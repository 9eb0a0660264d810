/** Log → matter 事项: what the evaluator of the rulebook is told. */
import type { Instant } from '../../../values/instant.ts';
import type { Extension, Happening, Matter, PauseSpan, PlanSetting } from '../../regulations/rules/matter.ts';
import { fold, isMilestone } from './fold.ts';
import { broughtBy } from './merging/past.ts';
import type { LogEntry, OrderState } from './order.ts';

export function toMatter(log: readonly LogEntry[], order: OrderState = fold(log)): Matter {
  const here = new Map(order.requests.map(({ id, since }) => [id, since]));
  const undone = undoneMerges(log);
  const happenings: Happening[] = [];
  const plans: PlanSetting[] = [];
  const pauses: PauseSpan[] = order.pauses.map(pauseSpan);
  const extensions: Extension[] = [];
  for (const entry of log) {
    // What names a caller who has left, or an earlier stay of his, concerns nobody here.
    if (!isCommon(entry) && entry.seq < (here.get(entry.requestId ?? 0) ?? Number.POSITIVE_INFINITY)) continue;
    if (isMilestone(entry.kind) && !undone.has(entry.seq)) happenings.push(happening(entry));
    if (entry.data.plans) plans.push(...planSettings(entry, entry.data.plans));
    if (entry.kind === 'extended' && entry.data.due !== undefined) extensions.push(extension(entry, entry.data.due));
    if (entry.kind === 'joined' && entry.requestId !== null) {
      const brought = broughtBy(entry);
      happenings.push(...brought.happenings);
      plans.push(...brought.plans);
      pauses.push(...brought.pauses);
      extensions.push(...brought.extensions);
    }
  }
  return {
    event: order.event,
    channel: order.channel,
    facts: order.facts,
    happenings,
    plans,
    pauses,
    extensions,
    requests: order.requests.map(({ id, receivedAt, channel, facts, joinedAt }) => ({
      id: String(id),
      receivedAt,
      channel,
      ...(facts ? { facts } : {}),
      ...(joinedAt === undefined ? {} : { joinedAt }),
    })),
  };
}

function undoneMerges(log: readonly LogEntry[]): ReadonlySet<number> {
  const merges = log.filter(({ kind }) => kind === 'merged' || kind === 'unmerged');
  return new Set(merges.filter((_, i) => merges[i + 1]?.kind === 'unmerged').map(({ seq }) => seq));
}

/** Of the order as a whole; the first receipt is. */
export const isCommon = ({ kind, requestId, data }: LogEntry): boolean =>
  requestId === null || (kind === 'received' && data.event !== undefined);

/** The first receipt and all of the unit's work concern every caller; what names a request is his, and an act of the order. */
export const happening = (entry: LogEntry): Happening => {
  const { kind, occurredAt, recordedAt, seq, requestId, data } = entry;
  return {
    milestone: kind,
    at: occurredAt,
    recordedAt,
    id: seq,
    ...(data.unit ? { by: data.unit } : {}),
    ...(isCommon(entry)
      ? {}
      : { request: String(requestId), ...(kind === 'received' ? {} : { ofOrder: true as const }) }),
  };
};

export const planSettings = ({ recordedAt, seq, requestId }: LogEntry, plans: Record<string, Instant>): PlanSetting[] =>
  Object.entries(plans).map(([plan, at]) => ({
    plan,
    at,
    setAt: recordedAt,
    id: seq,
    ...(requestId !== null ? { request: String(requestId) } : {}),
  }));

export const pauseSpan = ({ id, entry, clocks, from, until }: OrderState['pauses'][number]): PauseSpan => ({
  id,
  entry,
  clocks,
  from,
  until,
});

export const extension = ({ seq, occurredAt, data }: LogEntry, due: Instant): Extension => ({
  id: seq,
  at: occurredAt,
  clocks: data.clocks === 'all' || !data.clocks ? [] : data.clocks,
  due,
});
