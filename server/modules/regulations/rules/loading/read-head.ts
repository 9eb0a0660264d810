/** The head of a pack: name, version, dates, what it extends and drops. */
import type { Pack } from '../pack.ts';
import type { ErrorList, Spot } from '../pack-error.ts';
import { isDate } from './dates.ts';
import { dateMeant } from './grammar/spoken.ts';
import { fullWidthProblem, parseLimit } from './parse-limit.ts';
import { MapReader } from './yaml/map-reader.ts';
import { type MapNode, type Node, showNode } from './yaml/yaml-nodes.ts';

export const HEAD_KEYS = [
  'pack',
  'version',
  'utility',
  'effective',
  'source',
  'extends',
  'drop',
  'timezone',
  'holidays',
  'currency',
  'warn',
] as const;
export interface Head {
  name: string;
  version: string;
  effective: string;
  extends: { name: string; at: Spot }[];
  drop: { text: string; at: Spot }[];
  utility?: string;
  source?: string;
  timezone?: string;
  holidays?: string;
  currency?: string;
  warn?: Pack['warn'];
}
/** Asking is slow, and there are few. */
const zones = new Map<string, boolean>();
function isTimezone(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let is = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    is = false;
  }
  if (zones.size < 1000) zones.set(zone, is);
  return is;
}

export function readHead(node: MapNode, errors: ErrorList): Head {
  const m = new MapReader(node, errors);
  const name = m.id('pack') ?? '';
  const effectiveNode = m.get('effective');
  const effective = (effectiveNode && m.textOf(effectiveNode, 'effective')) ?? '';
  if (!effectiveNode) m.missing('effective', 'effective: "2026-01-01"');
  if (effectiveNode && effective !== '' && !isDate(effective)) {
    const meant = dateMeant(effective);
    m.wrong(
      effectiveNode,
      'bad-date',
      `"${meant ?? '2026-01-01'}"`,
      meant ? `“${effective}”不是日期，请写成 "${meant}"。` : `“${effective}”不是日期，要像 "2026-01-01" 这样写。`,
      meant ? `"${effective}" is not a date; write "${meant}".` : `"${effective}" is not a date such as "2026-01-01".`,
    );
  }
  const timezone = m.text('timezone');
  if (timezone !== undefined && !isTimezone(timezone))
    m.wrong(
      m.get('timezone') ?? node,
      'bad-timezone',
      'Asia/Shanghai',
      `没有时区“${timezone}”，中国各地写 Asia/Shanghai。`,
      `There is no time zone "${timezone}"; all of China has Asia/Shanghai.`,
    );
  const warnNode = m.get('warn');
  const warn = warnNode ? readWarn(m, warnNode) : undefined;
  const list = (key: string) =>
    m.items(key).flatMap((item) => {
      if (item.kind === 'map' && key === 'drop') {
        return item.entries.flatMap((e) =>
          (e.value.kind === 'list' ? e.value.items : [e.value]).map((v) => ({
            text: `${e.key}.${showNode(v)}`,
            at: v.at,
          })),
        );
      }
      const text = m.textOf(item, key);
      return text === undefined ? [] : [{ text, at: item.at }];
    });
  const extend = list('extends').map(({ text, at }) => ({ name: text, at }));
  const utility = m.text('utility');
  const source = m.text('source');
  const holidays = m.text('holidays');
  const currency = m.text('currency');
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
    m.wrong(
      m.get('currency') ?? node,
      'bad-currency',
      'CNY',
      `币种“${currency}”要写三个大写字母，人民币写 CNY。`,
      `The currency "${currency}" takes three capitals, as CNY.`,
    );
  return {
    name,
    version: m.needText('version'),
    effective,
    extends: extend,
    drop: list('drop'),
    ...(utility === undefined ? {} : { utility }),
    ...(source === undefined ? {} : { source }),
    ...(timezone === undefined || !isTimezone(timezone) ? {} : { timezone }),
    ...(holidays === undefined ? {} : { holidays }),
    ...(currency === undefined ? {} : { currency }),
    ...(warn === undefined ? {} : { warn }),
  };
}

function readWarn(m: MapReader, node: Node): Pack['warn'] | undefined {
  const text = m.textOf(node, 'warn');
  if (text === undefined) return undefined;
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
  const share = percent ? Number(percent[1]) / 100 : /^0?\.\d+$/.test(text) ? Number(text) : undefined;
  if (share !== undefined && share > 0 && share <= 1) return { share };
  const limit = share === undefined ? parseLimit(text) : undefined;
  if (limit?.ok && !limit.value.warn && limit.value.breach.unit !== 'none') return { before: limit.value.breach };
  const wide = fullWidthProblem(text, (half) => /^\d+(?:\.\d+)?\s*%$/.test(half));
  if (wide) {
    const right = wide.problem.expected.replace(/\s*%$/, ' %');
    return m.wrong(
      node,
      'full-width',
      right,
      `“${text}”里有全角数字或符号，请写成“${right}”。`,
      `"${text}" contains full-width digits or signs; write "${right}".`,
    );
  }
  return m.wrong(
    node,
    'bad-warn',
    '"75 %" | 30 min',
    `预警“${text}”要写成已用时间的 1 % 到 100 %，例如 "75 %"；或到期前多久，例如 30 min。`,
    `The warning "${text}" is a share of the time used, 1 % to 100 %, such as "75 %", or a time before due such as 30 min.`,
  );
}
