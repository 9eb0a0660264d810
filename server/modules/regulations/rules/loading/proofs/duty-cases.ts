/** Worked cases of duties 职责: what is given of a thing of the register, and when what it is owed is due. */
import type { Instant } from '../../../../../values/instant.ts';
import { zoneOf } from '../../../../../values/zone.ts';
import { type Calendars, calendarsOf, type HolidayCalendars } from '../../calendar.ts';
import { dutiesOf } from '../../duties/duty.ts';
import { type Made, type Occurrence, type OwingThing, owed } from '../../duties/owed.ts';
import type { Pack } from '../../pack.ts';
import { type Spot, unknownName } from '../../pack-error.ts';
import { formatInstant, parseInstant } from '../dates.ts';
import type { Given } from '../given.ts';
import { MapReader } from '../yaml/map-reader.ts';
import type { MapNode } from '../yaml/yaml-nodes.ts';
import type { Difference } from './difference.ts';

export interface GivenThing {
  kind: string;
  since: string;
  lastDone?: string;
  expires?: string;
  /** Duty → when its latest order was done. */
  done: { duty: string; at: string }[];
  now: string;
}

export interface Owes {
  duty: string;
  at: Spot;
  /** Orders opened by then and not done; as written. */
  dues: string[];
}

/** `thing: {kind, since, facts, last-done, done, now}`; the rest of the reader takes it for a matter of that day. */
export function readThing(
  m: MapReader,
  node: MapNode,
  facts: (m: MapReader) => Given['facts'],
): {
  thing: GivenThing;
  given: Given;
} {
  const r = new MapReader(node, m.errors, m.where);
  const since = r.needText('since');
  const lastDone = r.text('last-done');
  const expires = r.text('expires');
  const doneNode = r.get('done');
  const thing = {
    kind: r.needText('kind'),
    since,
    ...(lastDone === undefined ? {} : { lastDone }),
    ...(expires === undefined ? {} : { expires }),
    done:
      doneNode?.kind === 'map'
        ? doneNode.entries.map(({ key, value }) => ({ duty: key, at: r.textOf(value, key) ?? '' }))
        : [],
    now: r.needText('now'),
  };
  const given: Given = { event: 'works', channel: 'field', at: since, facts: facts(r) ?? {} };
  r.done();
  return { thing, given };
}

export type OwedBy = (
  pack: Pack,
  thing: OwingThing,
  made: (duty: string) => Made | undefined,
  now: Instant,
) => Occurrence[];

export const owedBy =
  (holidays: HolidayCalendars): OwedBy =>
  (pack, thing, made, now) => {
    const calendars: Calendars = calendarsOf(pack, holidays);
    const version = { pack, calendars, from: Number.NEGATIVE_INFINITY, until: null };
    return owed([version], thing, made, Number.NEGATIVE_INFINITY, now);
  };

export function dutiesDiffer(
  thing: GivenThing,
  owes: readonly Owes[],
  facts: OwingThing['facts'],
  pack: Pack,
  owedTo: OwedBy,
): Difference[] {
  const zone = zoneOf(pack.timezone);
  const bad: Difference[] = [];
  const time = (text: string, at: Spot): Instant => {
    const found = parseInstant(text, zone);
    if (found === undefined)
      bad.push({
        at,
        problem: {
          code: 'malformed-time',
          found: text,
          expected: '"2026-10-08T10:00+08:00"',
          zh: '时刻要写成“2026-10-08T10:00+08:00”。',
          en: 'A time reads "2026-10-08T10:00+08:00".',
        },
      });
    return found ?? 0;
  };
  const [first] = owes;
  if (!first) return [];
  const known = dutiesOf(pack).map(({ id }) => id);
  for (const { duty, at } of owes)
    if (!known.includes(duty)) bad.push({ at, problem: unknownName('duty', duty, known) });
  const made = new Map(thing.done.map(({ duty, at }) => [duty, { key: '', closedAt: time(at, first.at) }]));
  const owing: OwingThing = {
    kind: thing.kind,
    facts,
    from: time(thing.since, first.at),
    until: null,
    expires: thing.expires === undefined ? null : zone.dayOf(time(thing.expires, first.at)),
    lastDone: thing.lastDone === undefined ? null : zone.dayOf(time(thing.lastDone, first.at)),
  };
  const found = owedTo(pack, owing, (duty) => made.get(duty), time(thing.now, first.at));
  const wanted = owes.map(({ dues, at }) => dues.map((text) => (text === 'none' ? text : shown(time(text, at), pack))));
  if (bad.length > 0) return bad;
  return owes.flatMap(({ duty, at }, i) => {
    const got = found.filter((one) => one.duty === duty).map(({ due }) => (due === null ? 'none' : shown(due, pack)));
    const [is, should] = [got.join(' ') || 'null', (wanted[i] ?? []).join(' ') || 'null'];
    if (is === should) return [];
    const article = dutiesOf(pack).find(({ id }) => id === duty)?.article;
    return [
      {
        at,
        ...(article === undefined ? {} : { article }),
        problem: {
          code: 'example-differs',
          found: `owes ${duty}: ${is}`,
          expected: `owes ${duty}: ${should}`,
          zh: `算例得出“${duty}”应做的工单到期 ${is}，应为 ${should}。`,
          en: `The example gives ${is} for the duty "${duty}", expected ${should}.`,
        },
      },
    ];
  });
}

const shown = (at: Instant, pack: Pack): string => formatInstant(at, pack.timezone);
