/** Test support: a server in memory that decides by the real rules, with three orders and the people at its desks. */
import type {
  FieldBook,
  FieldCommand,
  FieldSnapshot,
  SyncResult,
} from '../../../../server/modules/field/rules/wire.ts';
import { allowed, type Me, permissionsOf, within } from '../../../../server/modules/identity/rules/permissions.ts';
import type { ClockRow } from '../../../../server/modules/work-orders/rules/clocks.ts';
import type { Context, Inputs } from '../../../../server/modules/work-orders/rules/context.ts';
import { decide } from '../../../../server/modules/work-orders/rules/decide.ts';
import { fold } from '../../../../server/modules/work-orders/rules/fold.ts';
import { type Command, isOpen } from '../../../../server/modules/work-orders/rules/lifecycle.ts';
import type { LogEntry } from '../../../../server/modules/work-orders/rules/order.ts';
import { bookOf, reckon } from '../../../../server/modules/work-orders/rules/rulebook.ts';
import { at, cited, opened, testPack, units } from '../../../../server/modules/work-orders/rules/testing.ts';
import { oneOf, type Random, receiving, type View, type World } from '../testing.ts';

const HOUR = 3_600_000;
const clock = (id: string, from: string, until: string[], hours: number) => {
  const limit = { unit: 'elapsed' as const, ms: hours * HOUR, text: `${hours} h` };
  const { article, quote, source } = cited(id);
  const value = { within: { breach: limit }, breach: 'at-due' as const, hours: 'office', on: 'order' as const };
  return {
    ...cited(id),
    from: { pick: 'first' as const, of: [from] },
    until: { pick: 'first' as const, of: until },
    overlap: 'error' as const,
    cases: [{ article, quote, source, clauses: [], value }],
  };
};
const PACK = {
  ...testPack,
  holidays: 'none',
  clocks: [clock('arrive', 'received', ['arrived'], 1), clock('finish', 'created', ['finished'], 24)],
};
const SENT: FieldBook = { pack: PACK, holidays: {} };
const BOOK = bookOf(PACK, {});
const START = at('10:01');

const person = (staffId: number, role: string, departmentId: string): Me => ({
  ...{ utilityId: 1, utilityCode: 'hu', utilityName: 'hu', username: role, districts: [] },
  ...{ staffId, name: `${role}-${staffId}`, roles: [role], departmentId },
});
const CREW = [person(4, 'crew-member', 'repair'), person(5, 'crew-member', 'repair')];
const PEOPLE = {
  head: person(3, 'department-head', 'repair'),
  dispatcher: person(1, 'dispatcher', 'hotline'),
  reviewer: person(7, 'reviewer', 'hotline'),
  manager: person(2, 'manager', 'operations'),
};

/** Three orders of the unit: two of the first crew member, one of the other. */
export function memoryWorld(): World {
  let now = START;
  const orders = new Map<number, { log: LogEntry[]; clocks: ClockRow[] }>();
  const read = (id: number) => {
    const found = orders.get(id);
    return found && { ...found, state: fold(found.log) };
  };
  const placed = ({ departmentId, handlerId }: ReturnType<typeof fold>) => ({
    ...{ department_id: departmentId, district_id: null, handler_id: handlerId, sealed_to: null },
  });
  const give = <C extends Command>(
    me: Me,
    id: number,
    command: C,
    input: Inputs[C],
    when: Parameters<typeof decide>[4],
  ) => {
    const order = read(id);
    if (!order) return { ok: false as const, refusal: { code: 'order-not-found' } };
    const handlerId = (input as { handlerId?: number }).handlerId;
    const handler = CREW.find(({ staffId }) => staffId === handlerId);
    const context: Context = {
      ...BOOK,
      now,
      units,
      clocks: [],
      actor: {
        staffId: me.staffId,
        departmentId: me.departmentId,
        may: (action) => within(me, allowed(me, action as Parameters<typeof allowed>[1]), placed(order.state)),
      },
      handler: handler ? { staffId: handler.staffId, departmentId: 'repair', active: true, crew: true } : null,
    };
    const done = decide(order.state, command, input, context, when);
    if (!done.ok) return done;
    const log = [...order.log, ...done.value.entries];
    const standing = { order: done.value.order, log, clocks: order.clocks, units, book: BOOK };
    const { rows, entries } = reckon(standing, now);
    const { lastSeq, version } = done.value.order;
    const found = entries.map((entry, index) => ({
      ...{ seq: lastSeq + index + 1, recordedAt: now, staffId: null, departmentId: null, via: 'system' as const },
      ...{ requestId: null, command: null, version, ...entry },
    }));
    orders.set(id, { log: [...log, ...found], clocks: rows });
    return done;
  };
  const must = <C extends Command>(me: Me, id: number, command: C, input: Inputs[C]): void => {
    const done = give(me, id, command, input, {});
    if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.refusal)}`);
  };
  for (const [id, crew] of [
    [1, 4],
    [2, 5],
    [3, 4],
  ] as const) {
    orders.set(id, { log: opened({ elements: ['channel', 'address', 'phone', 'department', 'limit'] }), clocks: [] });
    must(PEOPLE.dispatcher, id, 'dispatch', { departmentId: 'repair', limit: now + 24 * HOUR, form: { address: 'x' } });
    must(PEOPLE.head, id, 'accept', {});
    must(PEOPLE.head, id, 'assign', { handlerId: crew });
  }
  const server = receiving(() => now, {
    take(phone, sent: FieldCommand, flags): Omit<SyncResult, 'id'> {
      const { order, command, body, id, seen = 0 } = sent;
      const log = orders.get(order)?.log ?? [];
      const acts = log.filter((entry) => entry.seq <= seen && entry.command !== null);
      const raised = flags({ position: null, seenAt: Math.max(...acts.map(({ occurredAt }) => occurredAt)) });
      const { upload, until, plans, ...rest } = body as {
        upload?: string;
        until?: string;
        plans?: Record<string, string>;
      };
      if (command === 'attach' && upload === undefined) throw new Error('an attachment without its file');
      const input = {
        ...rest,
        ...(command === 'attach' ? { attachmentId: id, mediaType: 'image/jpeg' } : {}),
        ...(until === undefined ? {} : { until: Date.parse(until) }),
        ...(plans === undefined ? {} : { plans: { promised: Date.parse(plans.promised ?? '') } }),
      };
      const when = { occurredAt: Date.parse(sent.occurredAt), via: 'field' as const, sent: id, flags: raised };
      const done = give(CREW[phone] as Me, order, command, input as never, when);
      if (done.ok) return { outcome: 'applied', flags: raised };
      return { outcome: 'listed', flags: raised, refusal: { code: done.refusal.code, message: done.refusal.code } };
    },
  });
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
    crew: CREW.map(({ staffId }) => staffId),
    orders: [...orders.keys()],
    photo: new Blob(['photo'], { type: 'image/jpeg' }),
    sync: async (phone, request) => server.sync(phone, structuredClone(request)),
    upload: async () => 'an-upload',
    async snapshot(phone, _device, have): Promise<FieldSnapshot<View>> {
      const me = CREW[phone] as Me;
      const mine = [...orders].flatMap(([id, { log, clocks }]) => {
        const state = fold(log);
        if (!isOpen(state.state) || state.handlerId !== me.staffId) return [];
        const view = { id, number: `20260302-000${id}` };
        return [{ view, log, clocks, book: 'abc', placed: placed(state), callers: [] }];
      });
      return {
        serverTime: new Date(now).toISOString(),
        me: { ...me, departmentName: '', permissions: permissionsOf(me) as Record<string, string> },
        units,
        colleagues: CREW.map(({ staffId, name }) => ({ staffId, name, certificates: [] })),
        orders: mine,
        rulebooks: have.includes('abc') ? {} : { abc: SENT },
        words: { key: 'w', texts: have.includes('w') ? null : {} },
        people: {},
      };
    },
    async desk(random: Random) {
      const id = oneOf(random, [...orders.keys()]);
      const { head, dispatcher, reviewer, manager } = PEOPLE;
      const acts: (() => unknown)[] = [
        () => give(dispatcher, id, 'cancel', { reason: '重复' }, {}),
        () => give(head, id, 'assign', { handlerId: oneOf(random, CREW).staffId }, {}),
        () => give(head, id, 'handle', { form: { cause: '腐蚀', agreed: true } }, {}),
        () => give(reviewer, id, 'review-pass', {}, {}),
        () => give(reviewer, id, 'reject', { reason: '照片不清' }, {}),
        () => give(manager, id, 'decide-return', { granted: random() < 0.5 }, {}),
        () => give(manager, id, 'decide-extension', { granted: random() < 0.5 }, {}),
        () => give(dispatcher, id, 'set-facts', { facts: { urgent: true } }, {}),
        () => give(manager, id, 'note', { text: '请加快' }, {}),
      ];
      oneOf(random, acts)();
    },
    logs: async () => new Map([...orders].map(([id, { log }]) => [id, log])),
    kept: async (deviceId) => server.kept(deviceId),
  };
}
