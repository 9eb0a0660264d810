/** Which entries of a log are told to whom, and in what words they are remembered. */
import type { About, Kind } from '../../../notices/rules/recipients.ts';
import { decidingDepartments } from '../asks.ts';
import { type ClockRow, keyOf } from '../clocks.ts';
import type { Unit } from '../context.ts';
import { clockNameAmong, toName } from '../names.ts';
import type { LogEntry, OrderState } from '../order.ts';
import type { Rulebook } from '../rulebook.ts';

export interface Telling {
  orderId: number;
  number: string;
  order: OrderState;
  clocks: readonly ClockRow[];
  units: readonly Unit[];
  book: Rulebook;
}

export interface ToldFact {
  kind: Kind;
  about: About;
  at: number;
  orderId: number;
  factKey: string;
  params: Record<string, string | number | null>;
}

const KINDS: Record<string, Kind> = {
  warned: 'warned',
  breached: 'breached',
  'breach-withdrawn': 'breach-withdrawn',
  dispatched: 'dispatched',
  assigned: 'assigned',
  returned: 'returned',
  'return-asked': 'ask',
  'extension-asked': 'ask',
  'pause-asked': 'ask',
  'step-granted': 'ask',
  'return-refused': 'decided',
  'extension-refused': 'decided',
  'pause-refused': 'decided',
  extended: 'decided',
  paused: 'decided',
  supervised: 'supervised',
  rejected: 'rejected',
  reopened: 'reopened',
  joined: 'joined',
  merged: 'merged',
  unmerged: 'unmerged',
};

/** Of a receipt: the first opens the order, each later one is a caller more. Who comes back is no news. */
const kindOf = ({ kind, data, requestId }: LogEntry): Kind | undefined => {
  if (kind === 'received') return data.event === undefined && requestId !== null ? 'joined' : undefined;
  return kind === 'joined' && (data.back || requestId === null) ? undefined : KINDS[kind];
};

/** A return granted is told to who asked, and to the dispatchers. */
export function factsToTell(entry: LogEntry, telling: Telling): ToldFact[] {
  const kind = kindOf(entry);
  if (!kind) return [];
  const one = fact(kind, entry, telling);
  return kind === 'returned' ? [one, fact('decided', entry, telling)] : [one];
}

function fact(kind: Kind, entry: LogEntry, { orderId, number, order, clocks, units, book }: Telling): ToldFact {
  const { data, seq, occurredAt, staffId } = entry;
  const key = { clockId: data.clock ?? '', requestId: entry.requestId ?? 0, run: data.run ?? 1 };
  const row = data.clock === undefined ? undefined : clocks.find((clock) => keyOf(clock) === keyOf(key));
  const ask = order.asks.find(({ id }) => id === data.ask);
  const among = clocks.map(toName);
  const name = row ? clockNameAmong(toName(row), among, book) : null;
  return {
    kind,
    about: {
      departmentId: row ? row.departmentId : order.departmentId,
      handlerId: order.handlerId,
      actorId: staffId,
      askedBy: ask?.askedBy ?? null,
      deciding: kind === 'ask' && ask ? decidingDepartments(ask.steps[ask.stepsDone], units) : [],
    },
    at: occurredAt,
    orderId,
    factKey: `order:${orderId}:${seq}:${kind}`,
    params: {
      number,
      place: order.place.slice(0, 100),
      ...(name ? { clock: data.clock ?? '', clockZh: name.zh, clockEn: name.en, due: data.dueAt ?? null } : {}),
      ...(data.otherOrder ? { other: data.otherOrder.number } : {}),
      text: (data.text ?? data.reason ?? '').slice(0, 200),
    },
  };
}
