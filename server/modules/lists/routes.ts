import Type from 'typebox';
import type { Language } from '../../platform/http/route.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { allowed, type Me } from '../identity/index.ts';
import { changeKept, forgetFilter, type Given, keepFilter } from './actions/keep-filter.ts';
import { exportRoutes } from './export-routes.ts';
import type { ListKind } from './kinds/kind.ts';
import { kindNamed } from './kinds/kinds.ts';
import { NARROWEST, readLayout, WIDEST } from './rules/layout.ts';
import { filtersFor, layoutOf, saveLayout } from './store/filters.ts';
import { ListView, listView } from './views.ts';

const LIST = { list: Type.String({ maxLength: 40, description: '列表，如 orders' }) };
const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Filter = Type.Object({
  name: Type.String({ maxLength: 60 }),
  query: Type.Record(
    Type.String({ maxLength: 40 }),
    Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]),
  ),
  sort: Type.Optional(Type.Union([Type.String({ maxLength: 80 }), Type.Null()])),
  departmentId: Type.Optional(
    Type.Union([Type.String({ maxLength: 80 }), Type.Null()], { description: '共享给这个单位；只有管理部门可以' }),
  ),
});

type Asking = Given & { lang: Language };

function listNamed({ me }: { me: Me }, id: string): Result<ListKind> {
  const kind = kindNamed(id);
  return kind && allowed(me, kind.action) ? ok(kind) : refuse('list-not-found');
}

async function view(asking: Asking, kind: ListKind) {
  const { tx, me } = asking;
  const [layout, filters] = await Promise.all([
    layoutOf(tx, kind.id, me.staffId),
    filtersFor(tx, kind.id, me.staffId, me.departmentId),
  ]);
  return ok(listView(kind, asking, layout, filters));
}

/** The list as it is after what was done to it. */
async function after(asking: Asking, kind: Result<ListKind>, work: (kind: ListKind) => Promise<Result<unknown>>) {
  if (!kind.ok) return kind;
  const done = await work(kind.value);
  return done.ok ? view(asking, kind.value) : done;
}

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/api/lists/:list',
    action: 'lists.use',
    summary: 'A list as I have it: its columns, which I show, the filters I may use 列表',
    params: Type.Object(LIST),
    answer: ListView,
    handler: async (context) => {
      const kind = listNamed(context, context.params.list);
      return kind.ok ? view(context, kind.value) : kind;
    },
  }),
  route({
    method: 'PUT',
    url: '/api/lists/:list/layout',
    action: 'lists.use',
    summary: 'Which columns I show, in which order and how wide, and the filter the list opens with',
    params: Type.Object(LIST),
    body: Type.Object({
      columns: Type.Array(
        Type.Object({ id: Type.String({ maxLength: 40 }), width: Type.Number({ minimum: 1, maximum: 10_000 }) }),
        { maxItems: 60, description: `宽度 ${NARROWEST}–${WIDEST} 像素` },
      ),
      defaultFilterId: Type.Union([Id, Type.Null()]),
    }),
    answer: ListView,
    handler: (context) =>
      after(context, listNamed(context, context.params.list), async (kind) => {
        const { tx, me, body } = context;
        const columns = readLayout(body.columns, kind.columns);
        if (!columns.ok) return columns;
        const filterId = body.defaultFilterId;
        const mine = await filtersFor(tx, kind.id, me.staffId, me.departmentId);
        if (filterId !== null && !mine.some(({ id }) => id === filterId)) return refuse('filter-not-found');
        return ok(await saveLayout(tx, kind.id, me.staffId, { columns: columns.value, filterId }));
      }),
  }),
  route({
    method: 'POST',
    url: '/api/lists/:list/filters',
    action: 'lists.use',
    summary: 'Keeps a filter for me, or shares it with a unit 保存筛选',
    params: Type.Object(LIST),
    body: Filter,
    status: 201,
    answer: ListView,
    handler: (context) =>
      after(context, listNamed(context, context.params.list), (kind) => keepFilter(context, kind, context.body)),
  }),
  route({
    method: 'PUT',
    url: '/api/lists/:list/filters/:id',
    action: 'lists.use',
    summary: 'Changes a filter that is mine, or, as a manager, a shared one',
    params: Type.Object({ ...LIST, id: Id }),
    body: Filter,
    answer: ListView,
    handler: (context) =>
      after(context, listNamed(context, context.params.list), (kind) =>
        changeKept(context, kind, context.params.id, context.body),
      ),
  }),
  route({
    method: 'DELETE',
    url: '/api/lists/:list/filters/:id',
    action: 'lists.use',
    summary: 'Deletes a filter that is mine, or, as a manager, a shared one',
    params: Type.Object({ ...LIST, id: Id }),
    answer: ListView,
    handler: (context) =>
      after(context, listNamed(context, context.params.list), (kind) => forgetFilter(context, kind, context.params.id)),
  }),
  ...exportRoutes,
];
