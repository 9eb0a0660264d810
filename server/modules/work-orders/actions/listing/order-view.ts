/** A row of a list, and who reads it. */
import type { TimeSource } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/database.ts';
import type { Instant } from '../../../../values/instant.ts';
import { type Action, allowed, type Me } from '../../../identity/index.ts';
import { iso } from '../../rules/clock-view.ts';
import { stateAt } from '../../rules/clocks.ts';
import { clockNameAmong, type ToName } from '../../rules/names.ts';
import type { Rulebook } from '../../rules/rulebook.ts';
import type { Lang } from '../../rules/words.ts';
import type { Sight } from '../../store/conditions.ts';
import type { OrderRow } from '../../store/orders.ts';

export interface Reader {
  tx: Tx;
  me: Me;
  time: TimeSource;
  lang: Lang;
}

export const sightOf = (me: Me, action: Action = 'orders.read'): Sight => ({
  scope: allowed(me, action) ?? 'own',
  staffId: me.staffId,
  departmentId: me.departmentId,
  districts: me.districts,
});

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

export function orderView(
  row: OrderRow,
  book: Rulebook,
  lang: Lang,
  now: Instant,
  /** Clocks of the order, at least those named alike. */
  clocks: readonly ToName[],
  pauses: { from: Instant; until: Instant | null }[],
  repeat: boolean,
) {
  const dueClock = clocks.find(({ id }) => id === row.dueClock) ?? {
    id: row.dueClock ?? '',
    section: 'clocks' as const,
  };
  const ms = (at: Date | null) => at?.getTime() ?? null;
  return {
    id: row.orderId,
    number: row.number,
    event: row.event,
    eventName: book.words.events.get(row.event)?.[lang] ?? row.event,
    channel: row.channel,
    state: row.state,
    round: row.round,
    summary: row.summary,
    place: row.place,
    urgent: row.urgent,
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    handlerId: row.handlerId,
    handlerName: row.handlerName,
    districtId: row.districtId,
    receivedAt: row.receivedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    closedAt: time(row.closedAt),
    supervisedAt: time(row.supervisedAt),
    lateCount: row.lateCount,
    callers: row.callers,
    repeat,
    sealed: row.sealedTo !== null,
    version: row.version,
    due:
      row.dueClock === null || row.dueState === null || row.dueStartAt === null
        ? null
        : {
            clock: row.dueClock,
            name: clockNameAmong(dueClock, clocks, book)[lang],
            state: stateAt({ state: row.dueState, warnAt: ms(row.dueWarnAt), breachAt: ms(row.dueAt) }, now),
            startAt: row.dueStartAt.toISOString(),
            dueAt: time(row.dueAt),
            warnAt: time(row.dueWarnAt),
            pauses: pauses.map((pause) => ({
              from: iso(pause.from),
              until: pause.until === null ? null : iso(pause.until),
            })),
          },
  };
}

export type OrderView = ReturnType<typeof orderView>;
