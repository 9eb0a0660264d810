/**
 * A log of the past → the matter its clocks are judged by, and who held it. Most orders have one caller from beginning to
 * end: they are read in one pass, without the order being folded; the others go the way every order goes.
 */
import type { Instant } from '../../../values/instant.ts';
import type { Extension, Happening, Matter, PauseSpan, PlanSetting } from '../../regulations/rules/matter.ts';
import type { FactValue } from '../../regulations/rules/pack.ts';
import { fold, isMilestone } from '../../work-orders/rules/fold.ts';
import { extension, happening, isCommon, planSettings, toMatter } from '../../work-orders/rules/matter.ts';
import type { LogEntry, OrderState } from '../../work-orders/rules/order.ts';

export interface Past {
  matter: Matter;
  held: OrderState['held'];
}

/** Callers came or went: the whole log must be folded. */
const COMING_AND_GOING: ReadonlySet<string> = new Set(['joined', 'left', 'merged', 'unmerged']);

/** @param log of one order, by sequence number; entries that bear on no clock may be missing */
export function pastOf(log: readonly LogEntry[]): Past {
  const [first] = log;
  const plain =
    first?.kind === 'received' &&
    first.data.event !== undefined &&
    log.every(({ kind }, i) => !COMING_AND_GOING.has(kind) && (i === 0 || kind !== 'received'));
  if (plain) return pastOfOne(log, first);
  const order = fold(log);
  return { matter: toMatter(log, order), held: order.held };
}

function pastOfOne(log: readonly LogEntry[], receipt: LogEntry): Past {
  const { requestId } = receipt;
  const { channel = '', facts: own } = receipt.data;
  let event = receipt.data.event ?? '';
  let facts: Record<string, FactValue> = {};
  let said = own;
  const held: Past['held'] = [];
  const happenings: Happening[] = [];
  const plans: PlanSetting[] = [];
  const extensions: Extension[] = [];
  let pauses: PauseSpan[] = [];
  for (const entry of log) {
    const { kind, data, occurredAt, seq } = entry;
    if (data.facts) {
      facts = { ...facts, ...data.facts };
      if (entry !== receipt && said) said = corrected(said, data.facts);
    }
    switch (kind) {
      case 'received':
      case 'dispatched':
        held.push({ departmentId: data.departmentId ?? null, from: occurredAt });
        break;
      case 'returned':
        held.push({ departmentId: null, from: occurredAt });
        break;
      case 'reopened':
        if (!data.sameUnit) held.push({ departmentId: null, from: occurredAt });
        break;
      case 'reclassified':
        event = data.event ?? event;
        break;
      case 'paused': {
        const span = { from: data.from ?? occurredAt, until: data.until ?? null };
        pauses.push({ id: seq, entry: data.entry ?? '', clocks: data.clocks ?? 'all', ...span });
        break;
      }
      case 'resumed':
        pauses = pauses.map((pause) => endedAt(pause, occurredAt));
        break;
    }
    // what names a caller who is not here concerns nobody
    if (entry.requestId !== requestId && !isCommon(entry)) continue;
    if (isMilestone(kind)) happenings.push(happening(entry));
    if (data.plans) plans.push(...planSettings(entry, data.plans));
    if (kind === 'extended' && data.due !== undefined) extensions.push(extension(entry, data.due));
  }
  const requests =
    requestId === null
      ? []
      : [
          {
            id: String(requestId),
            receivedAt: receipt.occurredAt,
            channel,
            ...(said ? { facts: said } : {}),
          },
        ];
  return { matter: { event, channel, facts, happenings, plans, pauses, extensions, requests }, held };
}

/** What a caller is known to have said, as it was set right since. */
function corrected(said: Record<string, FactValue>, facts: Record<string, FactValue>): Record<string, FactValue> {
  const known = Object.entries(facts).filter(([fact]) => said[fact] !== undefined);
  return known.length === 0 ? said : { ...said, ...Object.fromEntries(known) };
}

const endedAt = (pause: PauseSpan, at: Instant): PauseSpan =>
  pause.from <= at && (pause.until === null || pause.until > at) ? { ...pause, until: at } : pause;
