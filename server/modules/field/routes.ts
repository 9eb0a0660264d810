import Type, { type TSchema } from 'typebox';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, type Result } from '../../values/result.ts';
import { OrderDetail } from '../work-orders/index.ts';
import { devicesOf, reportLost } from './actions/devices.ts';
import { readSnapshot } from './actions/read-snapshot.ts';
import { Uuid } from './schemas.ts';
import type { DeviceRow } from './store.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();
const time = Type.String({ format: 'date-time' });
/** What the rules read, whole: their types stand in rules/wire.ts. */
const rows = (description: string) => Type.Array(Type.Record(text, Type.Unknown()), { description });

const Snapshot = Type.Object({
  serverTime: time,
  me: Type.Object({
    staffId: Type.Integer(),
    name: text,
    departmentId: text,
    departmentName: text,
    districts: Type.Array(text),
    permissions: Type.Record(text, text),
  }),
  units: rows('单位'),
  colleagues: Type.Array(Type.Object({ staffId: Type.Integer(), name: text, certificates: rows('证照') }), {
    description: '本单位可移交的人员',
  }),
  orders: Type.Array(
    Type.Object({
      view: OrderDetail,
      log: rows('工单的事件'),
      clocks: rows('时限'),
      book: text,
      placed: Type.Record(text, Type.Unknown()),
      callers: Type.Array(
        Type.Object({
          requestId: Type.Integer(),
          reporter: nullable(text),
          phone: nullable(text),
          contactTimes: nullable(text),
        }),
      ),
    }),
  ),
  rulebooks: Type.Record(text, Type.Unknown(), { description: 'have 里没有的规章' }),
  words: Type.Object({ key: text, texts: nullable(Type.Record(text, Type.Object({ zh: text, en: text }))) }),
  people: Type.Record(text, text),
});

const DeviceView = Type.Object(
  {
    id: text,
    name: text,
    staffId: Type.Integer(),
    staffName: text,
    registeredAt: time,
    contactAt: time,
    offset: Type.Integer({ description: '最近一次联系时，服务器比手机时钟快的毫秒数' }),
    lostAt: nullable(time),
    lostBy: nullable(text),
    wipedAt: Type.Unsafe<string | null>(
      nullable(Type.String({ format: 'date-time', description: '已通知终端清除数据' })),
    ),
  },
  { $id: 'Device' },
);

const deviceView = (row: DeviceRow) => ({
  id: row.deviceId,
  name: row.name,
  staffId: row.staffId,
  staffName: row.staffName,
  registeredAt: row.registeredAt.toISOString(),
  contactAt: row.contactAt.toISOString(),
  offset: row.offset,
  lostAt: row.lostAt?.toISOString() ?? null,
  lostBy: row.lostBy,
  wipedAt: row.wipedAt?.toISOString() ?? null,
});

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/field',
    action: 'field.use',
    summary: 'My orders with everything their rules need for a shift without a network 现场快照',
    query: Type.Object({
      device: Uuid,
      have: Type.Optional(
        Type.String({ maxLength: 2000, pattern: '^[0-9a-f,]*$', description: '手机已有的规章和文字，以逗号分开' }),
      ),
    }),
    answer: Snapshot,
    records: true,
    compressed: true,
    async handler(context) {
      const { device, have } = context.query as { device: string; have?: string };
      const asked = { device, have: new Set((have ?? '').split(',')) };
      return (await readSnapshot(context, asked)) as Result<never>;
    },
  }),
  route({
    method: 'GET',
    url: '/api/field/devices',
    action: 'field.devices',
    summary: 'Phones: mine, of an administrator everybody’s 现场终端',
    answer: Type.Array(DeviceView),
    handler: async ({ tx, me }) => ok((await devicesOf(tx, me)).map(deviceView)),
  }),
  route({
    method: 'POST',
    url: '/api/field/devices/:id/lost',
    action: 'field.devices',
    summary: 'Reports a phone lost: cut off now, wiped when it next makes contact 挂失',
    params: Type.Object({ id: Uuid }),
    answer: DeviceView,
    async handler({ tx, me, time: clock, params }) {
      const done = await reportLost(tx, me, clock, (params as { id: string }).id);
      return done.ok ? ok(deviceView(done.value)) : done;
    },
  }),
];
