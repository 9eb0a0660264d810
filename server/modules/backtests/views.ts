/** A run as screens show it, in the reader's language; of orders only those he may see. */
import Type from 'typebox';
import type { Tx } from '../../platform/database.ts';
import type { Language } from '../../platform/http/route.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';
import { unitsOf } from '../work-orders/index.ts';
import { messages } from './messages.ts';
import type { Figures, Outcome, Pair, RuleName } from './rules/outcome.ts';
import { type Changed, DIRECTIONS } from './rules/tally.ts';
import { REASONS, VERDICTS } from './rules/verdict.ts';
import { ordersNamed } from './store/orders.ts';
import type { RunRow } from './store/runs.ts';

const text = Type.String();
const whole = Type.Integer();
const time = Type.String({ format: 'date-time' });
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends readonly string[]>(values: T) => Type.Union(values.map((value) => Type.Literal(value)));

const FiguresView = Type.Object({
  counts: Type.Object(Object.fromEntries(VERDICTS.map((verdict) => [verdict, whole]))),
  used50: Type.Unsafe<number | null>({ ...nullable(whole), description: '办结用去的时限，百分之几，中位数' }),
  used90: nullable(whole),
});
const PAIR = { before: nullable(FiguresView), after: nullable(FiguresView) };
const NameView = Type.Object({ name: text, article: text, limits: Type.Array(text) });
const Rule = { section: text, clock: text };
const Unit = { departmentId: nullable(text), departmentName: nullable(text) };
const Sample = Type.Object({
  id: whole,
  number: text,
  place: text,
  receivedAt: time,
  clocks: Type.Array(text, { description: '只在一侧超时的时限' }),
});
const OutcomeView = Type.Object({
  orders: whole,
  now: time,
  late: Type.Object({ before: whole, after: whole }),
  changed: Type.Object(Object.fromEntries(DIRECTIONS.map((one) => [one, whole]))),
  samples: Type.Object(Object.fromEntries(DIRECTIONS.map((one) => [one, Type.Array(Sample)]))),
  unclear: whole,
  unknownEvents: Type.Array(Type.Object({ event: text, name: text, orders: whole })),
  lostGrants: whole,
  under: Type.Array(Type.Object({ hash: text, pack: text, version: text, orders: whole })),
  total: Type.Object(PAIR),
  rules: Type.Array(
    Type.Object({ ...Rule, named: Type.Object({ before: nullable(NameView), after: nullable(NameView) }), ...PAIR }),
  ),
  departments: Type.Array(Type.Object({ ...Unit, ...PAIR })),
  cells: Type.Array(Type.Object({ ...Rule, ...Unit, ...PAIR })),
  incomparable: Type.Array(
    Type.Object({ ...Rule, name: text, article: text, reason: oneOf(REASONS), wanted: Type.Array(text), runs: whole }),
  ),
  asks: Type.Object({
    before: Type.Array(Type.Object({ fact: text, name: text, runs: whole })),
    after: Type.Array(Type.Object({ fact: text, name: text, runs: whole })),
  }),
});

const Book = Type.Object({ hash: text, pack: text, version: text, utility: text });
const HEAD = {
  id: Type.String({ format: 'uuid' }),
  candidate: Book,
  baseline: Type.Unsafe<null | { hash: string; pack: string; version: string; utility: string }>({
    ...nullable(Book),
    description: 'null：各工单当时所依的规则',
  }),
  from: Type.String({ format: 'date' }),
  until: Type.Unsafe<string>({ type: 'string', format: 'date', description: '含当日' }),
  state: oneOf(['running', 'done', 'cancelled', 'failed'] as const),
  createdAt: time,
  by: text,
  mine: Type.Boolean(),
  finishedAt: nullable(time),
  total: Type.Unsafe<number | null>({ ...nullable(whole), description: '期间工单；null：还没有数' }),
  done: whole,
  problem: nullable(text),
};
export const RunHead = Type.Object(HEAD);
export const RunView = Type.Object({ ...HEAD, outcome: nullable(OutcomeView) });

const ZONE = zoneOf('Asia/Shanghai');
const iso = (date: Date): string => date.toISOString();
const dayOf = (at: number): string => formatDay(ZONE.dayOf(at));

export function headView(row: RunRow, staffId: number, lang: Language) {
  const { candidate, baseline, named, refusal } = row;
  return {
    id: row.id,
    candidate: { hash: candidate, ...named.candidate },
    baseline: baseline !== null && named.baseline !== null ? { hash: baseline, ...named.baseline } : null,
    from: dayOf(row.from.getTime()),
    until: dayOf(row.until.getTime() - 1),
    state: row.state,
    createdAt: iso(row.createdAt),
    by: row.by,
    mine: row.createdBy === staffId,
    finishedAt: row.finishedAt === null ? null : iso(row.finishedAt),
    total: row.total,
    done: row.done,
    problem: refusal === null ? null : (messages[refusal.code]?.[lang] ?? refusal.code),
  };
}

const pair = ({ before, after }: Pair): { before: Figures | null; after: Figures | null } => ({ before, after });

const nameView = (name: RuleName | null, lang: Language) =>
  name && { name: name.name[lang], article: name.article, limits: name.limits.map((limit) => limit[lang]) };

export async function outcomeView(tx: Tx, outcome: Outcome, lang: Language) {
  const units = new Map((await unitsOf(tx)).map(({ departmentId, name }) => [departmentId, name]));
  const unit = (departmentId: string | null) => ({
    departmentId,
    departmentName: departmentId === null ? null : (units.get(departmentId) ?? departmentId),
  });
  const clocks = new Map(
    outcome.rules.map(({ section, clock, named }) => [
      `${section}/${clock}`,
      (named.after ?? named.before)?.name[lang] ?? clock,
    ]),
  );
  const ids = DIRECTIONS.flatMap((one) => outcome.samples[one].map(({ orderId }) => orderId));
  const orders = new Map((await ordersNamed(tx, ids)).map((order) => [order.orderId, order]));
  const sample = ({ orderId, clocks: late }: Changed) => {
    const order = orders.get(orderId);
    if (!order) return [];
    const { number, place, receivedAt } = order;
    return [
      { id: orderId, number, place, receivedAt: iso(receivedAt), clocks: late.map((key) => clocks.get(key) ?? key) },
    ];
  };
  const words = <T extends { name: { zh: string; en: string } }>(one: T) => ({ ...one, name: one.name[lang] });
  const { rules, departments, cells, incomparable, asks, samples, unknownEvents, total, now, ...plain } = outcome;
  return {
    ...plain,
    now: new Date(now).toISOString(),
    samples: Object.fromEntries(DIRECTIONS.map((one) => [one, samples[one].flatMap(sample)])),
    unknownEvents: unknownEvents.map(words),
    total: pair(total),
    rules: rules.map(({ section, clock, named, ...figures }) => ({
      section,
      clock,
      named: { before: nameView(named.before, lang), after: nameView(named.after, lang) },
      ...pair(figures),
    })),
    departments: departments.map(({ departmentId, ...figures }) => ({ ...unit(departmentId), ...pair(figures) })),
    cells: cells.map(({ section, clock, departmentId, ...figures }) => ({
      section,
      clock,
      ...unit(departmentId),
      ...pair(figures),
    })),
    incomparable: incomparable.map(({ name, wanted, ...one }) => ({
      ...one,
      name: name[lang],
      wanted: wanted.map((word) => word[lang]),
    })),
    asks: { before: asks.before.map(words), after: asks.after.map(words) },
  };
}
