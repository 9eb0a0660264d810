/** What a phone sends. */
import Type from 'typebox';
import { FLAGS } from '../work-orders/index.ts';

const text = Type.String();
const time = Type.String({ format: 'date-time', maxLength: 40 });
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
export const Secret = Type.String({ minLength: 32, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' });
/** Commands of one request. */
const MOST = 100;

export const SyncBody = Type.Object({
  deviceId: Uuid,
  secret: Secret,
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: '终端名称' })),
  sentAt: Type.String({ format: 'date-time', maxLength: 40, description: '发出时手机时钟的时间，未校正' }),
  commands: Type.Array(
    Type.Object({
      id: Uuid,
      order: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '工单内部编号' }),
      command: Type.String({ maxLength: 40 }),
      body: Type.Record(Type.String({ maxLength: 80 }), Type.Unknown(), { maxProperties: 60 }),
      occurredAt: time,
      deviceAt: time,
      position: Type.Optional(
        Type.Object({
          lon: Type.Number({ minimum: -180, maximum: 180 }),
          lat: Type.Number({ minimum: -90, maximum: 90 }),
          accuracy: Type.Number({ minimum: 0, description: '米' }),
        }),
      ),
      seen: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: '手机所见工单的最后一条事件' }),
      ),
    }),
    { maxItems: MOST },
  ),
});

export const SyncView = Type.Object({
  serverTime: time,
  wipe: Type.Boolean({ description: '终端已挂失，须清除全部数据' }),
  results: Type.Array(
    Type.Object({
      id: text,
      outcome: Type.Enum(['applied', 'listed']),
      refusal: Type.Optional(Type.Object({ code: text, message: text, article: Type.Optional(text) })),
      flags: Type.Array(Type.Enum([...FLAGS])),
      into: Type.Optional(Type.Object({ id: Type.Integer(), number: text })),
    }),
  ),
});
