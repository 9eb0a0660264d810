/** Test support: a small rulebook with one clock of each kind, and what its clocks say of a few milestones. */
import type { Sql } from 'sql-template-tag';
import { expect } from 'vitest';
import {
  type Calendars,
  type ClockReading,
  calendarsOf,
  evaluate,
  type Given,
  holidayCalendars,
  loadPacks,
  matterOf,
  type Pack,
} from '../../modules/regulations/index.ts';
import { type ListQuery, readCounts, readOrders } from '../../modules/work-orders/index.ts';
import type { Town } from '../../modules/work-orders/testing.ts';
import type { Tx } from '../../platform/database.ts';
import { HOUR, type Instant } from '../../values/instant.ts';
import { zoneOf } from '../../values/zone.ts';

export const RULEBOOK = `
pack: complaints
version: "1"
utility: 试验水务
effective: "2020-01-01"
source: 试验规程
timezone: Asia/Shanghai
holidays: cn
warn: "75 %"
organization:
  - {id: operations, kind: unit, name: 运营管理部, article: 第一条, quote: 设运营管理部, clauses: []}
  - {id: repair-centre, kind: unit, name: 抢修中心, article: 第一条, quote: 设抢修中心, clauses: []}
  - {id: meter-centre, kind: unit, name: 户表中心, article: 第一条, quote: 设户表中心, clauses: []}
hours:
  - id: office
    article: 第二条
    quote: 冬夏办公时间
    clauses: []
    days: mon-fri
    open: ["08:00-11:30", "14:00-17:30"]
    cases: [{season: "05-01..09-30", open: ["08:00-11:30", "14:30-18:00"]}]
clocks:
  - {id: finish, from: created, until: finished, within: 24 h, article: 第三条, quote: 24小时内办结, clauses: []}
  - {id: arrive, from: received, until: arrived, within: 1 h, by: repair-centre, article: 第四条, quote: 抢修中心1小时内到场, clauses: []}
  - {id: inspect, from: received, until: arrived, within: 1 h, by: meter-centre, article: 第五条, quote: 户表中心1小时内到场, clauses: []}
  - {id: accept, from: dispatched, until: accepted, within: 1 h, article: 第六条, quote: 1小时内受理, clauses: []}
  - {id: reply, from: contacted, until: customer-told, within: 4 wh, article: 第七条, quote: 4个工作小时内答复, clauses: []}
  - {id: answer, from: contacted, until: customer-told, within: 1 wh, article: 第八条, quote: 1个工作小时内回应, clauses: []}
  - {id: days, from: contacted, until: customer-told, within: 7 wd, article: 第九条, quote: 7个工作日内反馈, clauses: []}
  - {id: calendar-days, from: contacted, until: customer-told, within: 3 cd, article: 第十条, quote: 3日内反馈, clauses: []}
  - {id: after-repair, from: restored, until: customer-told, within: 30 min, quiet: "22:00..08:30", article: 第十一条, quote: 夜间不联系, clauses: []}
approvals:
  - {id: objection, of: returned, steps: [operations], article: 第十二条, quote: 退单由运营管理部决定, clauses: []}
pauses:
  - {id: failure, clocks: all, ask: operations, retroactive: false, article: 第十三条, quote: 经同意自报备起不计时, clauses: []}
`;

export function rulebook(text: string = RULEBOOK): Pack {
  const { packs, errors } = loadPacks([{ path: 'complaints/pack.yaml', text }]);
  if (!packs[0] || errors.length > 0) throw new Error(JSON.stringify(errors, null, 1));
  return packs[0];
}

export const pack = rulebook();
const calendars: Calendars = calendarsOf(pack, holidayCalendars());
const zone = zoneOf('Asia/Shanghai');
/** `03-02 10:00` of 2026. */
export const at = (text: string): Instant => Date.parse(`2026-${text.replace(' ', 'T')}+08:00`);
export const iso = (text: string): string => new Date(at(text)).toISOString();
export const show = (instant: Instant | null | undefined): string | null =>
  typeof instant === 'number' ? new Date(instant + 8 * HOUR).toISOString().slice(5, 19).replace('T', ' ') : null;

/** `contacted 03-02 10:00` … and what one clock says of it then. */
export function clock(id: string, log: string[], now: string, pauses: Given['pauses'] = []): ClockReading {
  const milestones = log.map((line) => ({
    milestone: line.slice(0, line.indexOf(' ')),
    at: line.slice(line.indexOf(' ') + 1),
  }));
  const given = matterOf(
    {
      event: 'pipe-leak',
      channel: 'phone',
      at: iso(milestones[0]?.at ?? now),
      milestones: milestones.map((one) => ({ ...one, at: iso(one.at) })),
      pauses: pauses.map((one) => ({
        entry: 'failure',
        from: iso(one.from),
        until: one.until ? iso(one.until) : null,
      })),
    },
    pack,
    zone,
  );
  if (!given.ok) throw new Error(JSON.stringify(given.refusal));
  const found = evaluate(pack, calendars, given.value.matter, at(now)).find((reading) => reading.id === id);
  if (!found) throw new Error(`no clock ${id}`);
  return found;
}
export const due = (...args: Parameters<typeof clock>): string | null => show(clock(...args).due);

/** As the design lists them. */
export const COMPLAINTS = [
  'pause lost when the rule changes',
  'breach recorded while paused',
  'pause counted as wall time',
  'clock wrong after reopening',
  'calendar or rule edit not applied to open orders',
  'warnings at midnight',
  'day-edge minute lost',
  'no lunch break',
  'one clock blamed on the wrong team',
  'one milestone overwriting another',
  'breach stored late or erased on close',
  'nobody can see which rule applied and why',
  'slow lists with many orders',
  'thousands of timers due at once delay the rest',
  'no make-up working days (调休) or seasonal hours',
];

/** How PostgreSQL finds a page of the list, and how it counts what is on its tabs. */
export const plansOf = async (here: Town, query: ListQuery) =>
  here.as(async (tx) => {
    const found: string[] = [];
    let counted = '';
    const explaining: Tx = {
      ...tx,
      async rows<R extends object>(q: Sql) {
        if (/order by o\.(sort_at|received_at)/.test(q.text)) {
          const explained = { text: `explain ${q.text}`, values: q.values } as Sql;
          found.push((await tx.rows<{ 'QUERY PLAN': string }>(explained)).map((row) => row['QUERY PLAN']).join('\n'));
        }
        return tx.rows<R>(q);
      },
      async one<R extends object>(q: Sql) {
        if (q.text.includes('as "byState"')) {
          const explained = { text: `explain ${q.text}`, values: q.values } as Sql;
          counted = (await tx.rows<{ 'QUERY PLAN': string }>(explained)).map((row) => row['QUERY PLAN']).join('\n');
        }
        return tx.one<R>(q);
      },
    };
    const reader = { tx: explaining, me: here.me.manager, time: here.time, lang: 'zh' } as const;
    const result = await readOrders(reader, query);
    const counts = await readCounts(reader, query);
    if (!counts.ok) throw new Error(JSON.stringify(counts.refusal));
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    expect([found.length, result.value.items.length]).toEqual([1, 50]);
    return { plan: found[0] ?? '', next: result.value.next ?? '', all: counts.value.all, counted };
  });
