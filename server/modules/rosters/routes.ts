import Type, { type Static } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok } from '../../values/result.ts';
import { dayNumber, formatDay, parseDay, zoneOf } from '../../values/zone.ts';
import { allowed, listDepartments, listStaff } from '../identity/index.ts';
import { draftHandover, give, type HandoverView, readHandovers, take } from './actions/handovers.ts';
import { addListed, fileChange, takeOff } from './actions/lists.ts';
import { addShift, addStandIn, comeBack, copyWeek, takeShiftOut } from './actions/plan.ts';
import { onDuty } from './rules/duty.ts';
import { listChanges, listedNow } from './store/lists.ts';
import { dutyNow, shiftsBetween, standInsAfter } from './store/plans.ts';

const ZONE = zoneOf('Asia/Shanghai');
const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Staff = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const Unit = Type.String({ minLength: 1, maxLength: 80 });
const Time = Type.String({ format: 'date-time' });
const Text = Type.String({ maxLength: 2000 });
const Phone = Type.String({ minLength: 5, maxLength: 40, pattern: '^[0-9+() -]+$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Null = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const at = (text: string): number => Date.parse(text);
const iso = (instant: number | Date): string => new Date(instant).toISOString();

const ShiftView = Type.Object(
  { shiftId: Id, departmentId: Unit, staffId: Staff, name: Type.String(), startsAt: Time, endsAt: Time, note: Text },
  { $id: 'Shift' },
);
const Duty = Type.Enum(['liaison', 'handler']);
const Person = Type.Object({ staffId: Staff, name: Type.String() });
const StandInView = Type.Object(
  {
    standInId: Id,
    absent: Person,
    deputy: Person,
    departmentId: Unit,
    from: Time,
    until: Time,
    reason: Text,
    now: Type.Boolean(),
  },
  { $id: 'StandIn' },
);
const UnitOnDuty = Type.Object(
  {
    departmentId: Unit,
    name: Type.String(),
    kind: Type.String(),
    onDuty: Type.Array(
      Type.Object({ staffId: Staff, name: Type.String(), insteadOf: Null(Type.String()), until: Time }),
    ),
    listed: Type.Array(
      Type.Object({ listedId: Id, duty: Duty, staffId: Staff, name: Type.String(), phone: Type.String(), from: Time }),
    ),
  },
  { $id: 'UnitOnDuty' },
);
const ChangeView = Type.Object(
  {
    changeId: Id,
    departmentId: Unit,
    departmentName: Type.String(),
    duty: Duty,
    deed: Type.Enum(['added', 'ended']),
    name: Type.String(),
    phone: Type.String(),
    at: Time,
    recordedAt: Time,
    recordedBy: Type.String(),
    late: Type.Boolean({ description: 'Reported later than the rulebook allows' }),
    reason: Text,
    filedAt: Null(Time),
    filedBy: Null(Type.String()),
  },
  { $id: 'ListChange' },
);
const MatterView = Type.Object({
  orderId: Id,
  number: Type.String(),
  event: Type.String(),
  place: Type.String(),
  state: Type.String(),
  urgent: Type.Boolean(),
  dueAt: Null(Type.String()),
  dueState: Null(Type.String()),
});
const Handover = Type.Object(
  {
    handoverId: Id,
    departmentId: Unit,
    departmentName: Type.String(),
    giverId: Staff,
    giverName: Type.String(),
    takerId: Staff,
    takerName: Type.String(),
    givenAt: Time,
    note: Text,
    matters: Type.Array(MatterView),
    hidden: Type.Integer({ description: 'Orders that are elsewhere by now; what is sealed is not counted' }),
    sha256: Type.String(),
    intact: Type.Boolean({ description: 'It reads as it did when it was signed: its sha256 was computed again' }),
    takenAt: Null(Time),
    takerNote: Null(Text),
  },
  { $id: 'Handover' },
);
const handover = (view: HandoverView): Static<typeof Handover> => ({
  ...view,
  givenAt: iso(view.givenAt),
  takenAt: view.takenAt === null ? null : iso(view.takenAt),
});

/** Monday of the week of a day; of today where none is meant. */
function monday(text: string | undefined, now: number): number {
  const day = (text === undefined ? null : parseDay(text)) ?? ZONE.dayOf(now);
  return day - ((((day - dayNumber(1970, 1, 5)) % 7) + 7) % 7);
}

const write = { method: 'POST' as const };

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/rosters/week',
    action: 'rosters.read',
    summary: 'Shifts of a week 本周排班',
    query: Type.Object({ day: Type.Optional(Day), department: Type.Optional(Unit) }),
    answer: Type.Object({ from: Day, shifts: Type.Array(ShiftView) }),
    async handler({ tx, time, query }) {
      const first = monday(query.day, time.now());
      const of = query.department === undefined ? {} : { departmentId: query.department };
      const rows = await shiftsBetween(tx, ZONE.startOfDay(first), ZONE.startOfDay(first + 7), of);
      const shifts = rows.map((row) => ({ ...row, startsAt: iso(row.startsAt), endsAt: iso(row.endsAt) }));
      return ok({ from: formatDay(first), shifts });
    },
  }),
  route({
    method: 'GET',
    url: '/api/rosters/on-duty',
    action: 'rosters.read',
    summary: 'Who is on duty now, the liaison and the handlers of each unit 在岗与名单',
    answer: Type.Object({ units: Type.Array(UnitOnDuty), now: Time }),
    async handler({ tx, time }) {
      const now = time.now();
      const [units, staff, { shifts, standIns }, lists] = [
        await listDepartments(tx),
        await listStaff(tx, { department: null, role: null }),
        await dutyNow(tx, now),
        await listedNow(tx, now),
      ];
      const name = (id: number): string => staff.find(({ staff_id }) => staff_id === id)?.name ?? String(id);
      const duty = onDuty(shifts, standIns, now);
      const seen = units.map((unit) => ({
        departmentId: unit.department_id,
        name: unit.name,
        kind: unit.kind,
        onDuty: duty
          .filter(({ departmentId }) => departmentId === unit.department_id)
          .map(({ staffId, insteadOf, until }) => ({
            staffId,
            name: name(staffId),
            insteadOf: insteadOf === null ? null : name(insteadOf),
            until: iso(until),
          })),
        listed: lists
          .filter(({ departmentId }) => departmentId === unit.department_id)
          .map(({ departmentId: _unit, ...one }) => ({ ...one, from: iso(one.from) })),
      }));
      return ok({ units: seen, now: iso(now) });
    },
  }),
  route({
    method: 'GET',
    url: '/api/rosters/changes',
    action: 'rosters.read',
    summary: 'Changes of the lists, and whether they were reported in time and filed 名单变动',
    query: Type.Object({ department: Type.Optional(Unit) }),
    answer: Type.Array(ChangeView),
    async handler({ tx, query }) {
      const rows = await listChanges(tx, query.department ?? null, 100);
      return ok(
        rows.map(({ dueAt, ...row }) => ({
          ...row,
          at: iso(row.at),
          recordedAt: iso(row.recordedAt),
          late: row.recordedAt > dueAt,
          filedAt: row.filedAt === null ? null : iso(row.filedAt),
        })),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/rosters/stand-ins',
    action: 'rosters.read',
    summary: 'Who stands in for whom, now and later 替班',
    answer: Type.Array(StandInView),
    async handler({ tx, time }) {
      const now = time.now();
      return ok(
        (await standInsAfter(tx, now)).map((row) => ({
          standInId: row.standInId,
          absent: { staffId: row.absentId, name: row.absentName },
          deputy: { staffId: row.deputyId, name: row.deputyName },
          departmentId: row.departmentId,
          from: iso(row.from),
          until: iso(row.until),
          reason: row.reason,
          now: row.from <= now,
        })),
      );
    },
  }),
  route({
    method: 'GET',
    url: '/api/rosters/handovers',
    action: 'rosters.hand-over',
    summary: 'Handovers of my unit and mine, the latest first, and what I would hand over now 交接班',
    answer: Type.Object({ items: Type.Array(Handover), open: Type.Array(MatterView) }),
    async handler({ tx, me }) {
      const items = await readHandovers(tx, me, allowed(me, 'rosters.plan') === 'all');
      return ok({ items: items.map(handover), open: await draftHandover(tx, me) });
    },
  }),
  route({
    ...write,
    url: '/api/rosters/shifts',
    action: 'rosters.plan',
    summary: 'Plans a shift 排班',
    body: Type.Object({ departmentId: Unit, staffId: Staff, startsAt: Time, endsAt: Time, note: Type.Optional(Text) }),
    answer: Type.Object({ shiftId: Id }),
    handler: (given) =>
      addShift(given, {
        ...given.body,
        note: given.body.note ?? '',
        startsAt: at(given.body.startsAt),
        endsAt: at(given.body.endsAt),
      }),
  }),
  route({
    ...write,
    url: '/api/rosters/shifts/remove',
    action: 'rosters.plan',
    summary: 'Takes a shift out of the plan 撤销班次',
    body: Type.Object({ shiftId: Id }),
    answer: Type.Object({ shiftId: Id }),
    handler: (given) => takeShiftOut(given, given.body.shiftId),
  }),
  route({
    ...write,
    url: '/api/rosters/copy-week',
    action: 'rosters.plan',
    summary: 'Plans a week like the one before 复制上周',
    body: Type.Object({ departmentId: Unit, day: Day }),
    answer: Type.Object({
      copied: Type.Integer(),
      left: Type.Integer({ description: 'Overlapping, or of who has left' }),
    }),
    handler: (given) =>
      copyWeek(given, given.body.departmentId, ZONE.startOfDay(monday(given.body.day, given.time.now()))),
  }),
  route({
    ...write,
    url: '/api/rosters/lists',
    action: 'rosters.plan',
    summary: 'Names a liaison or handler, or changes his number; the call centre is told 名单列入',
    body: Type.Object({
      departmentId: Unit,
      duty: Duty,
      staffId: Staff,
      phone: Phone,
      at: Type.Optional(Time),
      reason: Type.Optional(Text),
    }),
    answer: Type.Object({ changeId: Id }),
    handler: (given) => {
      const { at: from, reason, duty, ...body } = given.body;
      const when = from === undefined ? null : at(from);
      return addListed(given, { ...body, duty: duty as 'liaison' | 'handler', at: when, reason: reason ?? '' });
    },
  }),
  route({
    ...write,
    url: '/api/rosters/lists/end',
    action: 'rosters.plan',
    summary: 'Takes somebody off a list; the call centre is told 名单撤下',
    body: Type.Object({ listedId: Id, at: Type.Optional(Time), reason: Type.Optional(Text) }),
    answer: Type.Object({ changeId: Id }),
    handler: (given) =>
      takeOff(
        given,
        given.body.listedId,
        given.body.at === undefined ? null : at(given.body.at),
        given.body.reason ?? '',
      ),
  }),
  route({
    ...write,
    url: '/api/rosters/changes/file',
    action: 'rosters.file',
    summary: 'Files a change of the lists 备案',
    body: Type.Object({ changeId: Id }),
    answer: Type.Object({ changeId: Id }),
    handler: (given) => fileChange(given, given.body.changeId),
  }),
  route({
    ...write,
    url: '/api/rosters/stand-ins',
    action: 'rosters.plan',
    summary: 'Somebody stands in for who is absent 替班',
    body: Type.Object({
      absentId: Staff,
      deputyId: Staff,
      from: Time,
      until: Time,
      reason: Type.String({ minLength: 1, maxLength: 500 }),
    }),
    answer: Type.Object({ standInId: Id }),
    handler: (given) => addStandIn(given, { ...given.body, from: at(given.body.from), until: at(given.body.until) }),
  }),
  route({
    ...write,
    url: '/api/rosters/stand-ins/end',
    action: 'rosters.plan',
    summary: 'He is back 结束替班',
    body: Type.Object({ standInId: Id }),
    answer: Type.Object({ standInId: Id }),
    handler: (given) => comeBack(given, given.body.standInId),
  }),
  route({
    ...write,
    url: '/api/rosters/handovers',
    action: 'rosters.hand-over',
    summary: 'Hands the shift over and signs 交班',
    body: Type.Object({ takerId: Staff, note: Text }),
    answer: Type.Object({ handoverId: Id }),
    handler: (given) => give(given, given.body),
  }),
  route({
    ...write,
    url: '/api/rosters/handovers/take',
    action: 'rosters.hand-over',
    summary: 'Takes the shift over and signs; then it stands 接班',
    body: Type.Object({ handoverId: Id, note: Type.Optional(Text) }),
    answer: Handover,
    async handler(given) {
      const done = await take(given, { handoverId: given.body.handoverId, note: given.body.note ?? '' });
      return done.ok ? ok(handover(done.value)) : done;
    },
  }),
];
