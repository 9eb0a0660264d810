/** Alterations of prices, remedies, metrics and checklists: a rate, tier, cap or amount more, a target one unit stricter, an item gone. */

import { type Body, bodyOf, textOf } from '../../amounts/plain-cases.ts';
import type { PlainEntry } from '../../pack.ts';

export type PlainChange =
  | 'rate'
  | 'tier'
  | 'cap'
  | 'forbidden'
  | 'amount'
  | 'again'
  | 'recipient'
  | 'step'
  | 'target'
  | 'measure'
  | 'item'
  | 'removed';

export interface Changed {
  what: PlainChange;
  timed: boolean;
  /** null: the entry is gone. */
  body: Body | null;
}

export function plainChanges(
  section: 'prices' | 'remedies' | 'metrics' | 'checklists',
  { body }: PlainEntry,
): Changed[] {
  const change = { prices: inPrice, remedies: inRemedy, metrics: inMetric, checklists: inChecklist }[section];
  const removed: Changed = { what: 'removed', timed: false, body: null };
  const cases = Array.isArray(body.cases) ? (body.cases as Body[]) : [];
  return [
    ...change(body),
    ...cases.flatMap((one, index) =>
      change(one).map((changed) => ({
        ...changed,
        body: { ...body, cases: cases.map((other, i) => (i === index ? changed.body : other)) },
      })),
    ),
    removed,
  ];
}

/** Without the key, or with another value. */
function put(body: Body, key: string, value: unknown): Body {
  const { [key]: _gone, ...rest } = body;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** The first number one more; a text without number, another text. */
function more(text: unknown): string {
  const written = textOf(text) ?? '';
  return /\d/.test(written) && /^[><= ]*\d/.test(written)
    ? written.replace(/\d+(\.\d+)?/, (number) => String(Number(number) + 1))
    : `${written}*`;
}

function inPrice(body: Body): Changed[] {
  const make = (what: PlainChange, key: string, value: unknown): Changed => ({
    what,
    timed: false,
    body: put(body, key, value),
  });
  const tiers = Array.isArray(body.tiers) ? (body.tiers as Body[]) : [];
  return [
    ...(body.rate === undefined ? [] : [make('rate', 'rate', more(body.rate))]),
    ...tiers.flatMap((tier, index) =>
      ['rate', 'upto']
        .filter((key) => tier[key] !== undefined)
        .map((key) => {
          const value = typeof tier[key] === 'number' ? (tier[key] as number) + 1 : more(tier[key]);
          return make(
            'tier',
            'tiers',
            tiers.map((other, i) => (i === index ? put(tier, key, value) : other)),
          );
        }),
    ),
    ...(body.cap === undefined ? [] : [make('cap', 'cap', more(body.cap))]),
    ...(body.forbidden === undefined ? [] : [{ ...make('forbidden', 'forbidden', undefined) }]),
  ];
}

function inRemedy(body: Body): Changed[] {
  const make = (what: PlainChange, key: string, value: unknown): Changed => ({
    what,
    timed: false,
    body: put(body, key, value),
  });
  const again = bodyOf(body.again);
  const steps = Array.isArray(body.steps) ? body.steps : body.steps === undefined ? [] : [body.steps];
  const to = Array.isArray(body.to) ? body.to : body.to === undefined ? [] : [body.to];
  return [
    ...(body.give === undefined ? [] : [make('amount', 'give', more(body.give))]),
    ...(again ? [make('again', 'again', put(again, 'give', more(again.give)))] : []),
    ...(body.cap === undefined ? [] : [make('cap', 'cap', more(body.cap))]),
    ...(to.length === 0 ? [] : [make('recipient', 'to', to.slice(1))]),
    ...(steps.length === 0 ? [] : [make('step', 'steps', steps.slice(1))]),
  ];
}

/** One unit stricter: a higher floor, a lower ceiling. */
function stricter(target: string): string {
  const ceiling = target.trim().startsWith('<');
  return target.replace(/\d+(\.\d+)?/, (number) => String(Number(number) + (ceiling ? -1 : 1)));
}

function inMetric(body: Body): Changed[] {
  const target = textOf(body.target);
  const timed = target !== undefined && /\d\s*(min|h|d)$/.test(target);
  const make = (what: PlainChange, key: string, value: unknown, ofTime = false): Changed => ({
    what,
    timed: ofTime,
    body: put(body, key, value),
  });
  const clocks = Array.isArray(body['in-time']) ? body['in-time'] : [];
  const how = ['share', 'mean', 'p90'].find((key) => body[key] !== undefined);
  const inner = how === undefined ? undefined : bodyOf(body[how]);
  const ratio = Array.isArray(body.ratio) ? body.ratio : [];
  return [
    ...(target === undefined ? [] : [make('target', 'target', stricter(target), timed)]),
    ...(clocks.length > 0 ? [make('measure', 'in-time', clocks.slice(1))] : []),
    ...(how && inner
      ? [
          make(
            'measure',
            how,
            inner.where === undefined ? put(inner, 'of', 'cancelled') : put(inner, 'where', undefined),
          ),
        ]
      : []),
    ...(ratio.length > 0 ? [make('measure', 'ratio', [...ratio].reverse())] : []),
  ];
}

function inChecklist(body: Body): Changed[] {
  const items = Array.isArray(body.items) ? (body.items as Body[]) : [];
  return items.map((item, index) => {
    const test = bodyOf(item.test);
    const [fact] = Object.keys(test ?? {});
    const other =
      test && fact !== undefined
        ? put(item, 'test', put(test, fact, laxer(test[fact])))
        : put(item, 'level', item.level === 'must-not' ? 'must' : 'must-not');
    return {
      what: 'item',
      timed: false,
      body: put(
        body,
        'items',
        items.map((one, i) => (i === index ? other : one)),
      ),
    };
  });
}

/** A bound one step wider: `<= 08:30` → `<= 08:31`, `>= 0.14` → `>= 0.13`. */
function laxer(test: unknown): unknown {
  const text = textOf(test) ?? '';
  const by = text.trim().startsWith('>') ? -1 : 1;
  return text.replace(/(\d{1,2}):(\d{2})|\d+(?:\.\d+)?/, (found, hour?: string, minute?: string) => {
    if (hour !== undefined && minute !== undefined) {
      const total = Number(hour) * 60 + Number(minute) + by;
      return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
    }
    const places = found.split('.')[1]?.length ?? 0;
    return (Number(found) + by / 10 ** places).toFixed(places);
  });
}
