/** Lived orders as rows of the database, in the order of the columns named beside each. */
import { addressOf } from '../../server/modules/work-orders/rules/merging/address.ts';
import type { ClockRow } from './engine.ts';
import { lateCount, mostUrgent } from './engine.ts';
import type { Community } from './generate.ts';
import type { Lived } from './history.ts';

export interface Numbered {
  lived: Lived;
  orderId: number;
  number: string;
  community: Community | undefined;
  /** Where its building stands. */
  spot: { lon: number; lat: number } | undefined;
}

export interface Frame {
  utilityId: number;
  packHash: string;
}

const time = (at: number | null): Date | null => (at === null ? null : new Date(at));
/** json, not an array of PostgreSQL. */
const json = (value: unknown): string => JSON.stringify(value);

/** Commas and a name: `copy <table> (<columns>) from stdin`. */
export interface Table {
  copy: string;
  rows: (all: Numbered[], frame: Frame) => Iterable<unknown[]>;
}

const SUMMARY = 80;
const summaryOf = (content: string): string =>
  content.length > SUMMARY ? `${[...content].slice(0, SUMMARY - 1).join('')}…` : content;

const orders: Table = {
  copy: `copy work_orders.work_order (utility_id, order_id, number, event, channel, state, round, summary, place, premises_id, community_id,
    district_id, lon, lat, position_by, department_id, handler_id, urgent, pack_hash, facts, received_at, created_at, closed_at, supervised_at,
    last_seq, version, due_at, due_clock, due_state, due_start_at, due_warn_at, sort_at, late_count, callers, road) from stdin`,
  *rows(all, { utilityId, packHash }) {
    for (const { lived, orderId, number, community, spot } of all) {
      const { order, rows } = lived.chronicle;
      const due: ClockRow | null = mostUrgent(rows);
      // biome-ignore format: columns
      yield [
        utilityId, orderId, number, order.event, order.channel, order.state, order.round, summaryOf(order.content), order.place,
        lived.one.premises.premisesId, lived.one.premises.communityId, community?.districtId ?? null, spot?.lon ?? null,
        spot?.lat ?? null, spot ? 'register' : null, order.departmentId, order.handlerId, order.facts.urgent === true, packHash, json(order.facts),
        time(order.receivedAt), time(order.createdAt), time(order.closedAt), time(order.supervisedAt), order.lastSeq, order.version,
        time(due?.dueAt ?? null), due?.clockId ?? null, due?.state ?? null, time(due?.startedAt ?? null), time(due?.warnAt ?? null),
        due?.dueAt && due.state !== 'paused' ? time(due.dueAt) : 'infinity', lateCount(rows), order.requests.length,
        addressOf(order.place).road,
      ];
    }
  },
};

const requests: Table = {
  copy: `copy requests.request (utility_id, request_id, channel, received_at, recorded_at, recorded_by, reporter, phone, contact_left,
    contact_times, place, premises_id, content, event, urgent, facts, outcome, order_id, owner_id) from stdin`,
  *rows(all, { utilityId }) {
    for (const { lived, orderId } of all) {
      const { one, chronicle } = lived;
      const [request] = chronicle.order.requests;
      const received = chronicle.log[0];
      if (!request || !received) continue;
      // biome-ignore format: columns
      yield [
        utilityId, request.id, one.channel, time(request.receivedAt), time(received.recordedAt), received.staffId, one.reporter, one.phone,
        one.contactLeft, one.contactTimes, one.place, one.premises.premisesId, one.content, chronicle.order.event, one.urgent,
        json(received.data.facts ?? {}), 'open', orderId, received.staffId,
      ];
    }
  },
};

const events: Table = {
  copy: `copy work_orders.event (utility_id, order_id, seq, kind, occurred_at, recorded_at, staff_id, department_id, via, request_id,
    command, version, data) from stdin`,
  *rows(all, { utilityId }) {
    for (const { lived, orderId } of all) {
      for (const e of lived.chronicle.log) {
        // biome-ignore format: columns
        yield [
          utilityId, orderId, e.seq, e.kind, time(e.occurredAt), time(e.recordedAt), e.staffId, e.departmentId, e.via, e.requestId,
          e.command, e.version, json(e.data),
        ];
      }
    }
  },
};

const clocks: Table = {
  copy: `copy work_orders.clock (utility_id, order_id, clock_id, request_id, run, section, case_index, limit_text, started_from, state,
    provisional, ended_by, pauses, department_id, started_at, due_at, warn_at, breach_at, stopped_at, warned_at, breached_at,
    breach_recorded_at, withdrawn_at, next_fire_at) from stdin`,
  *rows(all, { utilityId }) {
    for (const { lived, orderId } of all) {
      for (const c of lived.chronicle.rows) {
        // biome-ignore format: columns
        yield [
          utilityId, orderId, c.clockId, c.requestId, c.run, c.section, c.caseIndex, c.limit, c.from, c.state, c.provisional, c.endedBy,
          c.pauses === null ? null : json(c.pauses), c.departmentId, time(c.startedAt), time(c.dueAt), time(c.warnAt), time(c.breachAt), time(c.stoppedAt), time(c.warnedAt), time(c.breachedAt), time(c.breachRecordedAt),
          time(c.withdrawnAt), time(c.nextFireAt),
        ];
      }
    }
  },
};

const asks: Table = {
  copy: `copy work_orders.ask (utility_id, order_id, ask_id, kind, entry, steps, steps_done, reason, basis, from_at, until_at, asked_at,
    asked_by, decided_at, decided_by, decision, note) from stdin`,
  *rows(all, { utilityId }) {
    for (const { lived, orderId } of all) {
      for (const a of lived.chronicle.order.asks) {
        // biome-ignore format: columns
        yield [
          utilityId, orderId, a.id, a.kind, a.entry, a.steps, a.stepsDone, a.reason, a.basis, time(a.from), time(a.until), time(a.askedAt),
          a.askedBy, time(a.decidedAt), a.decidedBy, a.decision, a.note,
        ];
      }
    }
  },
};

/** In the order of their foreign keys. */
export const TABLES: Table[] = [orders, requests, events, clocks, asks];
