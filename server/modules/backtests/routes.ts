/** Backtests 回测 over HTTP: asked for, followed, stopped, run again, taken as a file. */
import { Readable } from 'node:stream';
import Type from 'typebox';
import { fileRoute, type Route, route } from '../../platform/http/route.ts';
import { MEDIA_TYPES, writeTable } from '../../platform/tables/write.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { askBacktest, findRun, type Given, repeatBacktest, stopBacktest } from './actions/ask.ts';
import { tableOf } from './rules/table.ts';
import { latestRuns, outcomeOf } from './store/runs.ts';
import { headView, outcomeView, RunHead, RunView } from './views.ts';

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const hash = (description: string) => Type.String({ pattern: '^[\\w-]{1,64}$', description });
const day = (description: string) => Type.Optional(Type.String({ maxLength: 20, description }));
const SHOWN = 50;
const action = 'regulations.backtest';
/** Answers are checked by the tests against the schema; its Static type says less than the code knows. */
const answer = <T>(result: Result<T>): Result<never> => result as Result<never>;

async function shown({ tx, me, lang }: Given, id: string, done: Result<unknown> = ok(true)) {
  if (!done.ok) return done;
  const row = await findRun(tx, id);
  if (!row.ok) return row;
  const outcome = row.value.state === 'done' ? await outcomeOf(tx, id) : null;
  return ok({
    ...headView(row.value, me.staffId, lang),
    outcome: outcome === null ? null : await outcomeView(tx, outcome, lang),
  });
}

const SECTIONS: Record<string, { zh: string; en: string }> = {
  clocks: { zh: '时限', en: 'clock' },
  notices: { zh: '告知', en: 'notice' },
  approvals: { zh: '审批', en: 'approval' },
};

async function fileOf({ tx, lang }: Given, id: string, format: 'csv' | 'xlsx') {
  const row = await findRun(tx, id);
  if (!row.ok) return row;
  const outcome = row.value.state === 'done' ? await outcomeOf(tx, id) : null;
  if (outcome === null) return refuse('backtest-not-done');
  const { rules, cells, departments } = await outcomeView(tx, outcome, lang);
  const all = lang === 'zh' ? '全部' : 'all';
  const names = new Map(rules.map((rule) => [`${rule.section}/${rule.clock}`, rule.named.after ?? rule.named.before]));
  const section = (id: string): string => SECTIONS[id]?.[lang] ?? id;
  const unit = (name: string | null): string => name ?? '—';
  const rows = tableOf(
    [
      ...departments.map((one) => ({ ...one, section: all, name: all, article: '', unit: unit(one.departmentName) })),
      ...rules.map((one) => {
        const named = one.named.after ?? one.named.before;
        const name = named?.name ?? one.clock;
        return { ...one, section: section(one.section), name, article: named?.article ?? '', unit: all };
      }),
      ...cells.map((one) => {
        const named = names.get(`${one.section}/${one.clock}`);
        const name = named?.name ?? one.clock;
        const article = named?.article ?? '';
        return { ...one, section: section(one.section), name, article, unit: unit(one.departmentName) };
      }),
    ],
    lang,
  );
  const parts: Buffer[] = [];
  for await (const part of writeTable(rows, { format, sheet: lang === 'zh' ? '回测' : 'Backtest' }))
    parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const { candidate } = row.value.named;
  return ok({
    mediaType: MEDIA_TYPES[format],
    name: `${lang === 'zh' ? '回测' : 'backtest'}-${candidate.pack}-${candidate.version}.${format}`,
    bytes: bytes.length,
    open: () => Readable.from([bytes]),
  });
}

export const routes: Route[] = [
  route({
    method: 'POST',
    url: '/api/backtests',
    action,
    summary: 'Begins a backtest: the orders of a period under another rulebook 回测',
    body: Type.Object({
      candidate: hash('对比的规则，按内容标识（GET /api/regulations/rulebooks）'),
      baseline: Type.Optional(hash('与之比较的规则；不填：各工单当时所依的规则')),
      from: day('自何日；不填：一年前'),
      until: day('至何日，含当日；不填：今天'),
    }),
    status: 201,
    answer: RunView,
    handler: async (context) => {
      const id = await askBacktest(context, context.body);
      return answer(id.ok ? await shown(context, id.value) : id);
    },
  }),
  route({
    method: 'GET',
    url: '/api/backtests',
    action,
    summary: 'The latest backtests, the newest first',
    answer: Type.Object({ items: Type.Array(RunHead) }),
    handler: async ({ tx, me, lang }) =>
      answer(ok({ items: (await latestRuns(tx, SHOWN)).map((row) => headView(row, me.staffId, lang)) })),
  }),
  route({
    method: 'GET',
    url: '/api/backtests/:id',
    action,
    summary: 'How far a backtest is, and what came of it',
    params: Id,
    answer: RunView,
    handler: async (context) => answer(await shown(context, context.params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/backtests/:id/cancel',
    action,
    summary: 'Stops my backtest',
    params: Id,
    body: Type.Object({}),
    answer: RunView,
    handler: async (context) =>
      answer(await shown(context, context.params.id, await stopBacktest(context, context.params.id))),
  }),
  route({
    method: 'POST',
    url: '/api/backtests/:id/repeat',
    action,
    summary: 'Runs a backtest that was stopped or failed once more',
    params: Id,
    body: Type.Object({}),
    answer: RunView,
    handler: async (context) =>
      answer(await shown(context, context.params.id, await repeatBacktest(context, context.params.id))),
  }),
  fileRoute({
    method: 'GET',
    url: '/api/backtests/:id/file',
    action,
    summary: 'The figures of a backtest as a workbook or CSV',
    params: Id,
    query: Type.Object({ format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])) }),
    handler: async (context) => fileOf(context, context.params.id, context.query.format ?? 'xlsx'),
  }),
];
