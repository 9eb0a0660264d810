import { Readable } from 'node:stream';
import Type from 'typebox';
import type { Tx } from '../../platform/database.ts';
import { fileRoute, type Route, route } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { formatTime, zoneOf } from '../../values/zone.ts';
import { allowed, type Me } from '../identity/index.ts';
import { premisesById } from '../registers/index.ts';
import type { ActedOn } from '../work-orders/index.ts';
import { printNotices } from './actions/print-notices.ts';
import { deskOf, hisSlips, printSlips, serveSlip, slipOfRow, takeBack, writeSlip, ZONE } from './actions/slips.ts';
import { slipIdOf } from './rules/slips.ts';
import {
  countSlips,
  LISTS,
  type List,
  listSlips,
  type Sight,
  type SlipRow,
  slipsByIds,
  slipsOfOrder,
} from './store.ts';
import { Id, KindView, kindView, MannerOf, type SlipShown, SlipView, slipView } from './views.ts';

/** Of one page, and of one file for the printer. */
const PAGE = 50;
const MOST_PRINTED = 200;

const sightOf = ({ staffId, departmentId, districts, roles }: Me): Sight => ({
  ...{ staffId, departmentId, districts },
  scope: allowed({ roles }, 'slips.read') ?? 'own',
});

const shown = async (tx: Tx, rows: readonly SlipRow[]): Promise<SlipShown[]> => {
  const views: SlipShown[] = [];
  for (const row of rows) views.push(slipView(row, (await slipOfRow(tx, row)).slip));
  return views;
};

const shownOne = async (tx: Tx, result: Result<SlipRow>): Promise<Result<SlipShown>> => {
  if (!result.ok) return result;
  const [view] = await shown(tx, [result.value]);
  return ok(view as SlipShown);
};

/** What the order answers to a field of a slip. */
async function knownOf(tx: Tx, order: ActedOn): Promise<Record<string, string>> {
  const premises = order.premisesId === null ? undefined : await premisesById(tx, order.premisesId);
  return {
    number: order.number,
    received: formatTime(zoneOf(ZONE), order.receivedAt),
    area: order.place,
    ...(premises ? { 'supply-number': premises.accountNumber } : {}),
  };
}

const IDS = Type.Object({
  ids: Type.String({ pattern: `^[1-9]\\d{0,14}(,[1-9]\\d{0,14}){0,${MOST_PRINTED - 1}}$`, maxLength: 4000 }),
});
/** A file as it is answered. */
const pdfOf = ({ name, pdf }: { name: string; pdf: Buffer }) => ({
  ...{ name, mediaType: 'application/pdf', bytes: pdf.length },
  open: () => Readable.from([pdf]),
});
const Given = Type.Record(Type.String({ pattern: '^[a-z0-9-]{1,60}$' }), Type.String({ maxLength: 300 }));
const list = Type.Unsafe<List>(Type.Union(LISTS.map((one) => Type.Literal(one))));

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/slips',
    action: 'slips.read',
    summary: 'Slips to print, to serve, served, void; or the one a number names 通知单',
    query: Type.Object({
      list: Type.Optional(list),
      number: Type.Optional(Type.String({ maxLength: 40, description: '编号或扫码所得' })),
      after: Type.Optional(Id),
    }),
    answer: Type.Object({
      slips: Type.Array(SlipView),
      more: Type.Boolean(),
      counts: Type.Object({
        'to-print': Type.Integer(),
        'to-serve': Type.Integer(),
        served: Type.Integer(),
        void: Type.Integer(),
      }),
    }),
    async handler(context) {
      const { tx, me, query } = context;
      const sight = sightOf(me);
      const counts = await countSlips(tx, sight);
      if (query.number !== undefined) {
        const id = slipIdOf(query.number);
        const found = id === null ? ok([]) : await hisSlips(context, [id], 'slips.read', false);
        return ok({ slips: await shown(tx, found.ok ? found.value : []), more: false, counts });
      }
      const rows = await listSlips(tx, query.list ?? 'to-print', query.after, sight, PAGE + 1);
      return ok({ slips: await shown(tx, rows.slice(0, PAGE)), more: rows.length > PAGE, counts });
    },
  }),
  route({
    method: 'GET',
    url: '/api/slips/kinds',
    action: 'slips.write',
    summary: 'Slips the rulebook in force has, each with its fields and words 通知单种类',
    answer: Type.Array(KindView),
    async handler(context) {
      const desk = await deskOf(context, null, 'slips.write');
      if (!desk.ok) return desk;
      const { slips, holds } = desk.value;
      return ok(slips.map((slip) => kindView(slip, holds, {})));
    },
  }),
  route({
    method: 'GET',
    url: '/api/orders/:id/slips',
    action: 'slips.read',
    summary: 'Slips of an order, and those the rulebook has for it 工单的通知单',
    params: Type.Object({ id: Id }),
    answer: Type.Object({ offered: Type.Array(KindView), written: Type.Array(SlipView) }),
    async handler(context) {
      const { tx, params } = context;
      const desk = await deskOf(context, params.id, 'slips.read');
      if (!desk.ok) return desk;
      const { slips, holds, order } = desk.value;
      const known = order ? await knownOf(tx, order) : {};
      return ok({
        offered: slips.map((slip) => kindView(slip, holds, known)),
        written: await shown(tx, await slipsOfOrder(tx, params.id)),
      });
    },
  }),
  route({
    method: 'POST',
    url: '/api/slips',
    action: 'slips.write',
    summary: 'Write a slip: of an order, or of none 填写通知单',
    body: Type.Object({
      kind: Type.String({ minLength: 1, maxLength: 80 }),
      orderId: Type.Optional(Id),
      requestId: Type.Optional(Id),
      name: Type.Optional(Type.String({ maxLength: 80, description: '客户；不填则取诉求人' })),
      address: Type.Optional(Type.String({ maxLength: 200, description: '地址；不填则取诉求或工单的地址' })),
      fields: Given,
    }),
    answer: SlipView,
    status: 201,
    async handler(context) {
      const written = await writeSlip(context, context.body);
      if (!written.ok) return written;
      const [row] = await slipsByIds(context.tx, [written.value]);
      return row ? shownOne(context.tx, ok(row)) : refuse('slip-not-found', { params: { slipId: written.value } });
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/slips/pdf',
    action: 'slips.write',
    summary: 'Slips as one PDF, a page each; that they were printed is written down 打印通知单',
    records: true,
    query: IDS,
    async handler(context) {
      const printed = await printSlips(context, context.query.ids.split(',').map(Number));
      return printed.ok ? ok(pdfOf(printed.value)) : printed;
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/slips/notices',
    action: 'notices.handle',
    summary: 'Notices that go on paper, as one PDF; that they were printed is written down 打印纸质告知',
    records: true,
    query: IDS,
    async handler(context) {
      const printed = await printNotices(context, context.query.ids.split(',').map(Number));
      return printed.ok ? ok(pdfOf(printed.value)) : printed;
    },
  }),
  route({
    method: 'POST',
    url: '/api/slips/served',
    action: 'slips.write',
    summary:
      'Record that a slip was served: when, how, who signed; the order gets what the rulebook waits for 登记送达',
    body: Type.Object({
      slipId: Id,
      at: Type.String({ format: 'date-time' }),
      manner: MannerOf,
      receiver: Type.Optional(Type.String({ maxLength: 80, description: '签收人' })),
      attachmentId: Type.Optional(Type.String({ format: 'uuid', description: '工单附件：送达照片' })),
    }),
    answer: SlipView,
    async handler(context) {
      const { slipId, at, manner, receiver, attachmentId } = context.body;
      const served = await serveSlip(context, slipId, {
        at: Date.parse(at),
        manner,
        ...(receiver === undefined ? {} : { receiver }),
        ...(attachmentId === undefined ? {} : { attachmentId }),
      });
      return shownOne(context.tx, served);
    },
  }),
  route({
    method: 'POST',
    url: '/api/slips/void',
    action: 'slips.write',
    summary: 'A slip written by mistake is void; nothing is deleted 作废通知单',
    body: Type.Object({ slipId: Id, reason: Type.String({ maxLength: 300 }) }),
    answer: SlipView,
    handler: async (context) => shownOne(context.tx, await takeBack(context, context.body.slipId, context.body.reason)),
  }),
];
