/** Log → matter 事项: what the evaluator of the rulebook is told. */
import type { Instant } from '../../../values/instant.ts';
import type { Extension, Happening, Matter, PauseSpan, PlanSetting } from '../../regulations/rules/matter.ts';
import { fold, isMilestone } from './fold.ts';
import type { LogEntry, OrderState } from './order.ts';

export function toMatter(log: readonly LogEntry[], order: OrderState = fold(log)): Matter {
  const happenings: Happening[] = [];
  const plans: PlanSetting[] = [];
  const extensions: Extension[] = [];
  for (const entry of log) {
    if (isMilestone(entry.kind)) happenings.push(happening(entry));
    if (entry.data.plans) plans.push(...planSettings(entry, entry.data.plans));
    if (entry.kind === 'extended' && entry.data.due !== undefined) extensions.push(extension(entry, entry.data.due));
  }
  return {
    event: order.event,
    channel: order.channel,
    facts: order.facts,
    happenings,
    plans,
    pauses: order.pauses.map(pauseSpan),
    extensions,
    requests: order.requests.map(({ id, receivedAt, channel, facts }) => ({
      id: String(id),
      receivedAt,
      channel,
      ...(facts ? { facts } : {}),
    })),
  };
}

/** The first receipt and all of the unit's work concern every caller; only what names a request is his alone. */
const happening = ({ kind, occurredAt, recordedAt, seq, requestId, data }: LogEntry): Happening => ({
  milestone: kind,
  at: occurredAt,
  recordedAt,
  id: seq,
  ...(data.unit ? { by: data.unit } : {}),
  ...(requestId !== null && !(kind === 'received' && data.event !== undefined) ? { request: String(requestId) } : {}),
});

const planSettings = ({ recordedAt, seq, requestId }: LogEntry, plans: Record<string, Instant>): PlanSetting[] =>
  Object.entries(plans).map(([plan, at]) => ({
    plan,
    at,
    setAt: recordedAt,
    id: seq,
    ...(requestId !== null ? { request: String(requestId) } : {}),
  }));

const pauseSpan = ({ id, entry, clocks, from, until }: OrderState['pauses'][number]): PauseSpan => ({
  id,
  entry,
  clocks,
  from,
  until,
});

const extension = ({ seq, occurredAt, data }: LogEntry, due: Instant): Extension => ({
  id: seq,
  at: occurredAt,
  clocks: data.clocks === 'all' || !data.clocks ? [] : data.clocks,
  due,
});
