/** Answers of the list routes. */
import Type, { type Static } from 'typebox';
import { PLATFORM_MESSAGES, say } from '../../platform/http/messages.ts';
import type { Language, Me } from '../../platform/http/route.ts';
import { formatTime, zoneOf } from '../../values/zone.ts';
import { mayChange } from './actions/keep-filter.ts';
import type { ListKind } from './kinds/kind.ts';
import { kindNamed } from './kinds/kinds.ts';
import { messages } from './messages.ts';
import { shown } from './rules/layout.ts';
import type { ExportRow } from './store/exports.ts';
import type { FilterRow, LayoutRow } from './store/filters.ts';

const text = Type.String();
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const Query = Type.Record(text, Scalar);

export const FilterView = Type.Object({
  id: Type.Integer(),
  name: text,
  own: Type.Boolean(),
  by: text,
  departmentId: nullable(text),
  departmentName: nullable(text),
  mayChange: Type.Boolean(),
  query: Query,
  sort: nullable(text),
});

export const ListView = Type.Object({
  id: text,
  name: text,
  columns: Type.Array(
    Type.Object({
      id: text,
      name: text,
      width: Type.Integer(),
      sort: nullable(text),
      personal: Type.Boolean({ description: '只在导出的文件中' }),
    }),
  ),
  layout: Type.Array(Type.Object({ id: text, width: Type.Integer() })),
  defaultFilterId: nullable(Type.Integer()),
  filters: Type.Array(FilterView),
});

const filterView = (me: Me, filter: FilterRow): Static<typeof FilterView> => ({
  id: filter.id,
  name: filter.name,
  own: filter.staffId === me.staffId,
  by: filter.staffName,
  departmentId: filter.departmentId,
  departmentName: filter.departmentName,
  mayChange: mayChange(me, filter),
  query: filter.query,
  sort: filter.sort,
});

export function listView(
  kind: ListKind,
  { me, lang }: { me: Me; lang: Language },
  layout: LayoutRow | undefined,
  filters: readonly FilterRow[],
): Static<typeof ListView> {
  return {
    id: kind.id,
    name: kind[lang],
    columns: kind.columns.map((column) => ({
      id: column.id,
      name: column[lang],
      width: column.width,
      sort: column.sort ?? null,
      personal: column.personal ?? false,
    })),
    layout: shown(layout?.columns ?? null, kind.columns),
    defaultFilterId: filters.some(({ id }) => id === layout?.filterId) ? (layout?.filterId ?? null) : null,
    filters: filters.map((filter) => filterView(me, filter)),
  };
}

export const ExportView = Type.Object({
  id: text,
  list: text,
  listName: text,
  fileName: text,
  format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]),
  people: Type.Boolean(),
  state: Type.Union([
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('cancelled'),
    Type.Literal('failed'),
    Type.Literal('expired'),
  ]),
  createdAt: Type.String({ format: 'date-time' }),
  expiresAt: nullable(Type.String({ format: 'date-time' })),
  rows: nullable(Type.Integer({ description: '共几行；还没有选定时没有' })),
  written: Type.Integer(),
  bytes: nullable(Type.Integer()),
  reason: Type.Union([text, Type.Null()], { description: '没有文件可取的原因' }),
});

/** 工单-20261126-1405.xlsx */
export const fileNameOf = ({
  list,
  lang,
  createdAt,
  format,
}: Pick<ExportRow, 'list' | 'lang' | 'createdAt' | 'format'>): string => {
  const at = formatTime(zoneOf('Asia/Shanghai'), createdAt.getTime()).replaceAll(/[-:]/g, '').replace(' ', '-');
  return `${kindNamed(list)?.[lang] ?? list}-${at}.${format}`;
};

/** @param refusal why it cannot be had, where that is not written with it */
export const exportView = (row: ExportRow, lang: Language, refusal = row.refusal) => ({
  id: row.id,
  list: row.list,
  listName: kindNamed(row.list)?.[lang] ?? row.list,
  fileName: fileNameOf(row),
  format: row.format,
  people: row.people,
  state: row.state,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  rows: row.chosen,
  written: row.written,
  bytes: row.bytes,
  reason: refusal === null ? null : say({ ...PLATFORM_MESSAGES, ...messages }, lang, refusal.code, refusal.params),
});
