import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import type { Me } from '../../identity/index.ts';
import type { FactValue } from '../../regulations/index.ts';
import { fold } from '../rules/fold.ts';
import type { FormValues, LogEntry, Via } from '../rules/order.ts';
import { insertOrder, nextOfDay } from '../store/orders.ts';
import { unitsOf } from './people.ts';
import { bookInForce } from './rulebook.ts';
import { save } from './save.ts';

export interface OpenOrder {
  event: string;
  channel: string;
  urgent?: boolean;
  /** First line of lists; by default the beginning of the content. */
  summary?: string;
  content: string;
  place: string;
  premisesId?: number | null;
  communityId?: number | null;
  districtId?: string | null;
  lon?: number | null;
  lat?: number | null;
  receivedAt: Instant;
  /** `contact-left` among them. */
  facts?: Record<string, FactValue>;
  /** The caller's request; null: nobody called (patrol, monitoring). `elements`: fields of the intake form it fills. */
  request: { id: number; elements: string[] } | null;
  /** Other fields of intake forms, by form id. No personal data: the log keeps them. */
  forms?: Record<string, FormValues>;
  via?: Via;
}

export interface OpenedOrder {
  orderId: number;
  number: string;
  version: number;
}

const SUMMARY = 80;
/** The day an order is counted on where no rulebook says otherwise. */
const ZONE = 'Asia/Shanghai';

/** Opens an order under the rulebook in force on the day of receipt; its clocks run from then. `me` null: the system. */
export async function openOrder(
  tx: Tx,
  me: Pick<Me, 'staffId' | 'departmentId'> | null,
  time: TimeSource,
  input: OpenOrder,
): Promise<Result<OpenedOrder>> {
  const now = time.now();
  const day = formatDay(zoneOf(ZONE).dayOf(input.receivedAt));
  const book = await bookInForce(tx, day);
  if (!book) return refuse('rulebook-missing', { params: { day } });
  const units = await unitsOf(tx);
  const log = opening(
    input,
    me,
    units.find(({ departmentId }) => departmentId === me?.departmentId)?.organizationId ?? null,
    now,
  );
  const order = fold(log);
  const number = `${day.replaceAll('-', '')}-${String(await nextOfDay(tx, day)).padStart(4, '0')}`;
  const summary = input.summary ?? input.content;
  const orderId = await insertOrder(
    tx,
    {
      number,
      summary: summary.length > SUMMARY ? `${[...summary].slice(0, SUMMARY - 1).join('')}…` : summary,
      premisesId: input.premisesId ?? null,
      communityId: input.communityId ?? null,
      districtId: input.districtId ?? null,
      lon: input.lon ?? null,
      lat: input.lat ?? null,
      packHash: book.pack.hash,
    },
    order,
  );
  await save(tx, { orderId, number, order, log, clocks: [], units, book }, log, now);
  return ok({ orderId, number, version: order.version });
}

function opening(
  input: OpenOrder,
  me: Pick<Me, 'staffId' | 'departmentId'> | null,
  unit: string | null,
  now: Instant,
): LogEntry[] {
  const by = {
    recordedAt: now,
    staffId: me?.staffId ?? null,
    departmentId: me?.departmentId ?? null,
    via: input.via ?? (me ? 'desk' : 'system'),
    command: 'open' as const,
    version: 1,
  };
  const facts = {
    'contact-left': input.request !== null,
    ...input.facts,
    urgent: input.urgent ?? input.facts?.urgent === true,
  };
  return [
    {
      ...by,
      seq: 1,
      kind: 'received',
      occurredAt: Math.min(input.receivedAt, now),
      requestId: input.request?.id ?? null,
      data: {
        event: input.event,
        channel: input.channel,
        place: input.place,
        content: input.content,
        elements: input.request?.elements ?? [],
        facts,
        unit,
        ...(input.forms ? { forms: input.forms } : {}),
      },
    },
    { ...by, seq: 2, kind: 'created', occurredAt: now, requestId: null, data: { unit } },
  ];
}
