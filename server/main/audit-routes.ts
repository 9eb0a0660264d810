import { Readable } from 'node:stream';
import Type from 'typebox';
import { AUDIT_KINDS, audit } from '../modules/identity/index.ts';
import { fileRoute, type Route, route } from '../platform/http/route.ts';
import { MEDIA_TYPES, writeTable } from '../platform/tables/write.ts';
import { ok, refuse } from '../values/result.ts';
import { zoneOf } from '../values/zone.ts';
import { type Asked, cursorText, entries, named, readCursor, wanted } from './audit-log.ts';

const NullableText = Type.Union([Type.String(), Type.Null()]);
const NullableId = Type.Union([Type.Integer(), Type.Null()]);
const Kind = Type.Enum([...AUDIT_KINDS]);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期，含当日' });
const FILTER = {
  staff: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: '由谁，或对谁的账号' })),
  kind: Type.Optional(Kind),
  order: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: '工单号' })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
};
const AuditView = Type.Object(
  {
    id: Type.String(),
    at: Type.String(),
    staffId: NullableId,
    by: NullableText,
    kind: Type.Union([Kind, Type.Null()]),
    action: Type.String(),
    actionName: Type.String(),
    object: Type.String(),
    objectName: Type.String(),
    orderId: NullableId,
    orderNumber: NullableText,
    detail: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: 'AuditEntry' },
);

/** Rows of a file; more of them nobody reads, a period does. */
const MOST = 100_000;
const BATCH = 2000;
const ZONE = zoneOf('Asia/Shanghai');

export const auditRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/audit',
    action: 'audit.read',
    summary: 'Who saw and did what, the newest first 审计日志',
    query: Type.Object({
      ...FILTER,
      cursor: Type.Optional(Type.String({ maxLength: 60, description: '上一页的 next' })),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    }),
    answer: Type.Object({ items: Type.Array(AuditView), next: NullableText }),
    handler: async ({ tx, query, lang }) => {
      const asked = await wanted(tx, query as Asked);
      if (!asked.ok) return asked;
      const after = query.cursor === undefined ? null : readCursor(query.cursor);
      if (query.cursor !== undefined && after === null)
        return refuse('invalid-input', {
          fields: [{ path: 'cursor', code: 'wrong-format', params: { expected: 'next' } }],
        });
      const found = await entries(tx, asked.value, { after, limit: query.limit + 1, lang });
      const page = found.slice(0, query.limit);
      const last = found.length > query.limit ? page.at(-1) : undefined;
      const items = (await named(tx, page, lang)).map(({ cursor, ...entry }) => ({
        ...entry,
        id: cursorText(cursor),
        at: new Date(cursor.at).toISOString(),
      }));
      return ok({ items, next: last ? cursorText(last.cursor) : null });
    },
  }),
  fileRoute({
    method: 'GET',
    url: '/api/audit/export',
    action: 'audit.read',
    records: true,
    summary: 'The same as a table; that it was taken is written down too 导出审计日志',
    query: Type.Object(FILTER),
    handler: async ({ tx, me, query, lang, time }) => {
      const asked = await wanted(tx, query as Asked);
      if (!asked.ok) return asked;
      const words = HEADS[lang];
      const rows: string[][] = [[...words]];
      let after = null;
      for (;;) {
        const found = await entries(tx, asked.value, { after, limit: BATCH, lang });
        for (const entry of await named(tx, found, lang))
          rows.push([
            shown(entry.cursor.at),
            entry.by ?? '',
            entry.actionName,
            entry.objectName,
            Object.keys(entry.detail).length === 0 ? '' : JSON.stringify(entry.detail),
          ]);
        if (rows.length > MOST) return refuse('audit-too-long', { params: { limit: MOST } });
        after = found.at(-1)?.cursor ?? null;
        if (found.length < BATCH || after === null) break;
      }
      await audit(tx, me, 'audit.export', 'audit', { ...query, rows: rows.length - 1 }, time);
      const pieces: Buffer[] = [];
      for await (const piece of writeTable(rows, { format: 'csv' })) pieces.push(Buffer.from(piece));
      const bytes = Buffer.concat(pieces);
      return ok({
        mediaType: MEDIA_TYPES.csv,
        name: `${lang === 'en' ? 'audit-log' : '审计日志'}.csv`,
        bytes: bytes.length,
        open: () => Readable.from([bytes]),
      });
    },
  }),
];

const HEADS = {
  zh: ['时间', '人员', '操作', '对象', '详情'],
  en: ['Time', 'By', 'Action', 'About', 'Detail'],
} as const;

/** In the utility's zone, as a spreadsheet reads it. */
function shown(at: number): string {
  return new Date(at + ZONE.offsetAt(at)).toISOString().slice(0, 19).replace('T', ' ');
}
