/** What worked cases say of prices, remedies, metrics and checklists, as written. */
import type { Spot } from '../../pack-error.ts';
import { MapReader } from '../yaml/map-reader.ts';
import type { Node } from '../yaml/yaml-nodes.ts';

/** 计费: what a charge comes to. */
export interface ExpectedCharge {
  id: string;
  at: Spot;
  quantity?: string;
  before?: string;
  /** `1325.50 CNY`, `forbidden`, `not-for-this`, or the name of what sets it. */
  is: string;
}

/** 赔付、奖励、考核: null is nothing owed. */
export interface ExpectedRemedy {
  id: string;
  at: Spot;
  owed: { to: string[]; give: string; since?: string; steps?: string[]; times?: string } | null;
}

/** 指标: `99/100 met`, `1.5 h missed`. */
export interface ExpectedMetric {
  id: string;
  at: Spot;
  is: string;
}

/** 检查: what was seen of each item, and what follows. */
export interface ExpectedCheck {
  id: string;
  at: Spot;
  facts: Record<string, string>;
  seen: string[];
  items: string[];
}

export interface Outcomes {
  amounts: ExpectedCharge[];
  remedies: ExpectedRemedy[];
  metrics: ExpectedMetric[];
  checks: ExpectedCheck[];
}

export function readOutcomes(m: MapReader): Outcomes {
  const entries = (key: string): { key: string; keyAt: Spot; value: Node }[] => {
    const node = m.get(key);
    if (!node) return [];
    if (node.kind === 'map') return node.entries;
    m.wrong(node, 'not-a-map', `${key}: {…}`, `“${key}”要写成“键: 值”。`, `"${key}" is a mapping.`);
    return [];
  };
  const reader = (value: Node, expected: string): MapReader | undefined =>
    value.kind === 'map'
      ? new MapReader(value, m.errors, m.where)
      : m.wrong(value, 'not-a-map', expected, `要写成 ${expected}。`, `It reads ${expected}.`);
  return {
    amounts: entries('amounts').flatMap(({ key, keyAt, value }) =>
      (value.kind === 'list' ? value.items : [value]).flatMap((one): ExpectedCharge[] => {
        if (one.kind === 'scalar') return [{ id: key, at: keyAt, is: m.textOf(one, key) ?? '' }];
        const r = reader(one, '{quantity: 120, is: 1320.00 CNY}');
        if (!r) return [];
        const quantity = r.text('quantity');
        const before = r.text('before');
        const read = { id: key, at: keyAt, is: r.needText('is'), ...optional({ quantity, before }) };
        r.done();
        return [read];
      }),
    ),
    remedies: entries('remedies').flatMap(({ key, keyAt, value }): ExpectedRemedy[] => {
      if (value.kind === 'scalar' && value.value === null) return [{ id: key, at: keyAt, owed: null }];
      const r = reader(value, '{to: customer, give: 200 CNY}');
      if (!r) return [];
      const owed = {
        to: r.texts('to'),
        give: r.text('give') ?? 'open',
        ...optional({ since: r.text('since'), times: r.text('times') }),
        ...(r.has('steps') ? { steps: r.texts('steps') } : {}),
      };
      r.done();
      return [{ id: key, at: keyAt, owed }];
    }),
    metrics: entries('metrics').map(({ key, keyAt, value }) => ({
      id: key,
      at: keyAt,
      is: m.textOf(value, key) ?? '',
    })),
    checks: entries('checks').flatMap(({ key, keyAt, value }): ExpectedCheck[] => {
      const r = reader(value, '{seen: [yes, no], items: [met, not-met]}');
      if (!r) return [];
      const facts = r.get('facts');
      const f = facts?.kind === 'map' ? new MapReader(facts, m.errors, m.where) : undefined;
      const names = facts?.kind === 'map' ? facts.entries.map((one) => one.key) : [];
      const check = {
        id: key,
        at: keyAt,
        facts: Object.fromEntries(names.map((name) => [name, f?.text(name) ?? ''])),
        seen: r.texts('seen'),
        items: r.texts('items'),
      };
      if (!r.has('items')) r.missing('items', 'items: [met, not-met]');
      r.done();
      return [check];
    }),
  };
}

function optional<T extends Record<string, string | undefined>>(keys: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

export const isEmpty = ({ amounts, remedies, metrics, checks }: Outcomes): boolean =>
  amounts.length + remedies.length + metrics.length + checks.length === 0;
