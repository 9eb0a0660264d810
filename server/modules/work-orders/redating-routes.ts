import Type from 'typebox';
import type { Tx } from '../../platform/database.ts';
import { type Context, type Route, route } from '../../platform/http/route.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { packByHash } from '../regulations/index.ts';
import {
  askRedating,
  decideRedating,
  type Preview,
  previewRedating,
  revertRedating,
  type Wanted,
} from './actions/redatings.ts';
import { isoOrNull } from './rules/clock-view.ts';
import {
  nameOfChange,
  type RuleChange,
  ruleSentence,
  type Summary,
  totalSentence,
} from './rules/redating/sentences.ts';
import type { Lang } from './rules/words.ts';
import { type RedatingRow, redatingById, redatingRows } from './store/redatings.ts';
import { seenAmong } from './store/sealed.ts';

const text = Type.String();
const time = Type.String({ format: 'date-time' });
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const whole = Type.Integer();

const Target = {
  packHash: Type.Optional(Type.String({ pattern: '^[\\w-]{1,64}$', description: 'A version by its hash' })),
  pack: Type.Optional(Type.String({ maxLength: 80, description: 'or by name, with version' })),
  version: Type.Optional(Type.String({ maxLength: 80 })),
  calendar: Type.Optional(Type.String({ maxLength: 40, description: 'or a holiday calendar as shipped now: cn' })),
};

const Totals = Type.Object({
  orders: whole,
  changed: whole,
  clocks: whole,
  earlier: whole,
  later: whole,
  late: whole,
  withdrawn: whole,
  lostPauses: whole,
});
const Rule = Type.Object({
  text,
  kind: text,
  clock: text,
  name: text,
  article: text,
  from: nullable(text),
  to: nullable(text),
  orders: whole,
  late: whole,
  withdrawn: whole,
});
const Version = Type.Object({ hash: text, pack: text, version: text });
const To = Type.Object({
  kind: text,
  calendar: nullable(text),
  hash: text,
  pack: nullable(text),
  version: nullable(text),
});

const PreviewView = Type.Object({
  to: To,
  from: Type.Array(Type.Object({ hash: text, pack: text, version: text, orders: whole })),
  digest: text,
  text,
  totals: Totals,
  rules: Type.Array(Rule),
  orders: Type.Array(
    Type.Object({
      id: whole,
      number: text,
      changes: Type.Array(
        Type.Object({
          clock: text,
          name: text,
          kind: text,
          requestId: nullable(whole),
          fromDue: nullable(time),
          toDue: nullable(time),
          verdict: nullable(text),
        }),
      ),
    }),
    { description: 'The first 200 of those that change' },
  ),
});

const RedatingView = Type.Object({
  id: whole,
  to: To,
  from: Type.Array(Version),
  digest: text,
  text,
  totals: Totals,
  rules: Type.Array(Rule),
  reason: text,
  askedBy: text,
  askedAt: time,
  decidedBy: nullable(text),
  decidedAt: nullable(time),
  decision: nullable(text),
  note: nullable(text),
  appliedAt: nullable(time),
  asPreviewed: nullable(Type.Boolean()),
  applied: nullable(Totals),
  revertedBy: nullable(text),
  revertedAt: nullable(time),
  reverted: nullable(Totals),
});

const ruleView = (rule: RuleChange, lang: Lang) => ({
  ...rule,
  text: ruleSentence(rule, lang),
  name: rule.name[lang],
  from: rule.from?.[lang] ?? null,
  to: rule.to?.[lang] ?? null,
});
const summaryView = ({ totals, rules }: Summary, lang: Lang) => ({
  text: totalSentence(totals, lang),
  totals,
  rules: rules.map((rule) => ruleView(rule, lang)),
});

/** Also of a version that is only in a folder. */
export async function previewView(tx: Tx, preview: Preview, lang: Lang) {
  const { target, digest } = preview;
  const from = [];
  for (const { hash, orders } of preview.from) {
    const { pack, version } = await packByHash(tx, hash);
    from.push({ hash, pack, version, orders });
  }
  const seen = await seenAmong(
    tx,
    preview.items.map(({ orderId }) => orderId),
  );
  return {
    to: { ...targetView(target), pack: target.pack?.pack ?? null, version: target.pack?.version ?? null },
    from,
    digest,
    ...summaryView(preview, lang),
    orders: preview.items
      .filter(({ orderId }) => seen.has(orderId))
      .map(({ orderId, number, changes }) => ({
        id: orderId,
        number,
        changes: changes.map(({ change, course }) => ({
          clock: change.clock,
          name: nameOfChange(change, course)[lang],
          kind: change.kind,
          requestId: change.requestId === 0 ? null : change.requestId,
          fromDue: isoOrNull(change.fromDue),
          toDue: isoOrNull(change.toDue),
          verdict: change.verdict,
        })),
      })),
  };
}

const targetView = ({ kind, calendar, hash }: Pick<Preview['target'], 'kind' | 'calendar' | 'hash'>) => ({
  kind,
  calendar,
  hash,
});

async function redatingView(tx: Tx, row: RedatingRow, lang: Lang) {
  const version = async (hash: string) => {
    const { pack, version: of } = await packByHash(tx, hash);
    return { hash, pack, version: of };
  };
  const isPack = row.kind === 'pack';
  const to = isPack ? await version(row.toHash) : null;
  const from = [];
  for (const hash of isPack ? row.fromHashes : []) from.push(await version(hash));
  return {
    id: row.redatingId,
    to: { ...targetView({ ...row, hash: row.toHash }), pack: to?.pack ?? null, version: to?.version ?? null },
    from,
    digest: row.digest,
    ...summaryView(row.preview, lang),
    reason: row.reason,
    askedBy: row.askedByName,
    askedAt: row.askedAt.toISOString(),
    decidedBy: row.decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decision: row.decision,
    note: row.note,
    appliedAt: row.appliedAt?.toISOString() ?? null,
    asPreviewed: row.asPreviewed,
    applied: row.counts,
    revertedBy: row.revertedByName,
    revertedAt: row.revertedAt?.toISOString() ?? null,
    reverted: row.revertCounts,
  };
}

export async function listRedatings(tx: Tx, lang: Lang, limit: number) {
  const views = [];
  for (const row of await redatingRows(tx, limit)) views.push(await redatingView(tx, row, lang));
  return views;
}

async function answer(
  { tx, lang }: Pick<Context<unknown, unknown, unknown>, 'tx' | 'lang'>,
  done: Result<number>,
): Promise<Result<never>> {
  if (!done.ok) return done;
  const row = await redatingById(tx, done.value);
  if (!row) throw new Error(`redating ${done.value} is gone`);
  return ok(await redatingView(tx, row, lang)) as Result<never>;
}

const ID = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });

export const redatingRoutes: Route[] = [
  route({
    method: 'POST',
    url: '/api/redatings/preview',
    action: 'regulations.redate',
    summary: 'What another version or calendar would change in open orders; writes nothing 重新计时预览',
    reads: true,
    body: Type.Object(Target, { additionalProperties: false }),
    answer: PreviewView,
    async handler({ tx, time: source, lang, body }) {
      const preview = await previewRedating(tx, source, body as Wanted);
      return preview.ok ? ok(await previewView(tx, preview.value, lang)) : preview;
    },
  }),
  route({
    method: 'GET',
    url: '/api/redatings',
    action: 'regulations.redate',
    summary: 'Re-datings asked for, decided, applied and reverted, newest first 重新计时记录',
    query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })) }),
    answer: Type.Object({ items: Type.Array(RedatingView) }),
    handler: async ({ tx, lang, query }) => ok({ items: await listRedatings(tx, lang, query.limit ?? 50) }),
  }),
  route({
    method: 'GET',
    url: '/api/redatings/:id',
    action: 'regulations.redate',
    summary: 'One re-dating 一项重新计时',
    params: ID,
    answer: RedatingView,
    async handler({ tx, lang, params }) {
      const row = await redatingById(tx, (params as { id: number }).id);
      return row ? ok(await redatingView(tx, row, lang)) : refuse('redating-not-found');
    },
  }),
  route({
    method: 'POST',
    url: '/api/redatings',
    action: 'regulations.redate',
    summary: 'Ask for open orders to be re-dated; another manager decides 申请重新计时',
    body: Type.Object(
      { ...Target, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
      { additionalProperties: false },
    ),
    answer: RedatingView,
    status: 201,
    handler: async (context) => {
      const { reason, ...wanted } = context.body;
      return answer(context, await askRedating(context, wanted as Wanted, reason));
    },
  }),
  route({
    method: 'POST',
    url: '/api/redatings/:id/decide',
    action: 'regulations.redate-decide',
    summary: 'Grant, and apply at once, or refuse; never who asked 审批重新计时',
    params: ID,
    body: Type.Object(
      { granted: Type.Boolean(), note: Type.Optional(Type.String({ maxLength: 2000 })) },
      { additionalProperties: false },
    ),
    answer: RedatingView,
    handler: async (context) => answer(context, await decideRedating(context, context.params.id, context.body)),
  }),
  route({
    method: 'POST',
    url: '/api/redatings/:id/revert',
    action: 'regulations.redate-decide',
    summary: 'Put orders still open back under the version they came from 撤销重新计时',
    params: ID,
    answer: RedatingView,
    handler: async (context) => answer(context, await revertRedating(context, context.params.id)),
  }),
];
