import type { TimeSource } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';
import type { Me } from '../../identity/index.ts';
import type { FactValue } from '../../regulations/index.ts';
import type { ClockRow } from '../rules/clocks.ts';
import { fold } from '../rules/fold.ts';
import { addressOf } from '../rules/merging/address.ts';
import type { FormValues, LogEntry, NewEntry, Position, Via } from '../rules/order.ts';
import { CONCERNED_UNIT, sealOf } from '../rules/routing/seal.ts';
import { moveClocks } from '../store/clocks.ts';
import { insertOrder, nextOfDay } from '../store/orders.ts';
import { makeFindable } from './listing/make-findable.ts';
import { unitsOf } from './people.ts';
import { bookToOpen, bookUnder, type Under } from './rulebook.ts';
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
  /** Absent: nobody knows where it is. */
  position?: Position | null;
  /** The road it is on, or the two that meet there. */
  roadIds?: number[];
  receivedAt: Instant;
  /** `contact-left` among them. */
  facts?: Record<string, FactValue>;
  /** The caller's request; null: nobody called (patrol, monitoring). `elements`: fields of the intake form it fills. */
  request: { id: number; elements: string[] } | null;
  /** Only to be found by: the order keeps none of it. */
  caller?: { name: string | null; phone: string | null; sourceRef: string | null };
  /** Other fields of intake forms, by form id. No personal data: the log keeps them. */
  forms?: Record<string, FormValues>;
  via?: Via;
  /** The duty that makes it. */
  duty?: string;
  /** Planned times it has from the beginning. */
  plans?: Record<string, Instant>;
  /** The unit it goes to at once: nobody has to dispatch what a duty makes. */
  departmentId?: string | null;
  /** A request that leaves another order: it is as if it had had one of its own from the beginning. */
  splitOff?: SplitOff;
}

export interface SplitOff extends Under {
  from: number;
  createdAt: Instant;
  /** What it brings along, and its clocks as they stand. */
  arrival: NewEntry;
  clocks: ClockRow[];
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
  const { splitOff } = input;
  const under = splitOff
    ? { book: await bookUnder(tx, splitOff), calendarHash: splitOff.calendarHash }
    : await bookToOpen(tx, day, now);
  if (!under) return refuse('rulebook-missing', { params: { day } });
  const { book, calendarHash } = under;
  const units = await unitsOf(tx);
  const log = opening(
    input,
    me,
    units.find(({ departmentId }) => departmentId === me?.departmentId)?.organizationId ?? null,
    now,
  );
  const order = fold(log);
  // at a desk many are opened at once: none waits until another's is committed. A number may stay unused
  const next = input.via === 'import' ? await nextOfDay(tx, day) : await tx.apart((aside) => nextOfDay(aside, day));
  const number = `${day.replaceAll('-', '')}-${String(next).padStart(4, '0')}`;
  const summary = input.summary ?? input.content;
  const seal = sealOf(order, { ...book, units });
  if (seal?.concernedUnit && !units.some(({ departmentId }) => departmentId === seal.concernedUnit)) {
    return refuse('department-not-found', {
      params: { department: seal.concernedUnit.slice(0, 80) },
      fields: [{ path: `facts.${CONCERNED_UNIT}`, code: 'unknown' }],
    });
  }
  const added = {
    number,
    summary: summary.length > SUMMARY ? `${[...summary].slice(0, SUMMARY - 1).join('')}…` : summary,
    premisesId: input.premisesId ?? null,
    communityId: input.communityId ?? null,
    districtId: input.districtId ?? null,
    roadIds: input.roadIds ?? [],
    packHash: book.pack.hash,
    calendarHash,
    road: addressOf(input.place).road,
    seal,
    takenBy: me?.staffId ?? null,
  };
  // it may be about the unit of who takes it
  const orderId = await tx.asSystem(() => insertOrder(tx, added, order));
  if (splitOff && input.request) await moveClocks(tx, splitOff.from, orderId, [input.request.id]);
  await save(tx, { orderId, number, order, log, clocks: splitOff?.clocks ?? [], units, book }, log, now);
  await tx.asSystem(async () => makeFindable(tx, orderId, wordsOf(input, added)));
  return ok({ orderId, number, version: order.version });
}

const wordsOf = ({ content, place, caller }: OpenOrder, { number, summary }: { number: string; summary: string }) => ({
  ...{ number, texts: [summary, content, caller?.sourceRef ?? ''], places: [place] },
  people: caller ? [caller] : [],
});

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
        ...(input.position ? { position: input.position } : {}),
        ...(input.forms ? { forms: input.forms } : {}),
        ...(input.duty ? { duty: input.duty } : {}),
        ...(input.plans ? { plans: input.plans } : {}),
      },
    },
    { ...by, seq: 2, kind: 'created', occurredAt: input.splitOff?.createdAt ?? now, requestId: null, data: { unit } },
    ...(input.departmentId
      ? [
          {
            ...by,
            seq: 3,
            kind: 'dispatched',
            occurredAt: now,
            requestId: null,
            data: { departmentId: input.departmentId },
          },
        ]
      : []),
    ...(input.splitOff ? [{ ...by, seq: 3, requestId: null, ...input.splitOff.arrival }] : []),
  ];
}
