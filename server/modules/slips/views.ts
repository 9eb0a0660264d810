/** Slips as screens see them: whom they are for is masked; in full it stands on the paper alone. */
import Type, { type Static } from 'typebox';
import { maskName } from '../registers/index.ts';
import type { Slip } from './rules/slips.ts';
import { fieldsOf, type Holds, MANNERS, type Manner, numberOf, proofOf } from './rules/slips.ts';
import type { SlipRow } from './store.ts';

const STATES = ['to-print', 'to-serve', 'served', 'void'] as const;
const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = Type.String();
const time = Type.String({ format: 'date-time' });
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const MannerOf = Type.Unsafe<Manner>(Type.Union(MANNERS.map((manner) => Type.Literal(manner))));

export const SlipView = Type.Object(
  {
    id: Id,
    number: text,
    kind: text,
    name: text,
    article: text,
    orderId: nullable(Id),
    orderNumber: nullable(text),
    to: Type.String({ description: '客户姓名，已遮盖' }),
    writtenAt: time,
    writtenBy: text,
    printedAt: nullable(time),
    servedAt: nullable(time),
    servedBy: nullable(text),
    manner: nullable(MannerOf),
    receiver: text,
    attachmentId: nullable(text),
    milestone: Type.String({ description: '送达时在工单登记的节点；空为没有' }),
    voidAt: nullable(time),
    voidReason: text,
    state: Type.Unsafe<(typeof STATES)[number]>(Type.Union(STATES.map((state) => Type.Literal(state)))),
    /** Somebody has to sign for it, however it is served. */
    proof: nullable(Type.String({ description: '规章要求的送达凭证' })),
  },
  { $id: 'Slip' },
);
export type SlipShown = Static<typeof SlipView>;

export const KindView = Type.Object(
  {
    kind: text,
    name: text,
    article: text,
    quote: text,
    clauses: Type.Array(text),
    text,
    assumed: Type.Array(text),
    fields: Type.Array(Type.Object({ id: text, name: text, value: text })),
  },
  { $id: 'SlipKind' },
);

const stateOf = ({ voidAt, servedAt, printedAt }: SlipRow): (typeof STATES)[number] =>
  voidAt !== null ? 'void' : servedAt !== null ? 'served' : printedAt !== null ? 'to-serve' : 'to-print';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const slipView = (row: SlipRow, slip: Slip): SlipShown => ({
  id: row.slipId,
  number: numberOf(row.day, row.slipId),
  kind: row.kind,
  name: slip.name,
  article: slip.article,
  orderId: row.orderId,
  orderNumber: row.orderNumber,
  to: maskName(row.name) ?? '',
  writtenAt: row.writtenAt.toISOString(),
  writtenBy: row.writtenByName,
  printedAt: iso(row.printedAt),
  servedAt: iso(row.servedAt),
  servedBy: row.servedByName,
  manner: row.manner,
  receiver: maskName(row.receiver) ?? '',
  attachmentId: row.attachmentId,
  milestone: row.milestone ?? '',
  voidAt: iso(row.voidAt),
  voidReason: row.voidReason ?? '',
  state: stateOf(row),
  proof: proofOf(slip, () => true),
});

/** @param known what the order says of a field already */
export const kindView = (slip: Slip, holds: Holds, known: Record<string, string>): Static<typeof KindView> => ({
  kind: slip.id,
  name: slip.name,
  article: slip.article,
  quote: slip.quote,
  clauses: slip.clauses,
  text: slip.text,
  assumed: slip.assumed,
  fields: fieldsOf(slip, holds).map(({ id, name }) => ({ id, name: name ?? id, value: known[id] ?? '' })),
});
