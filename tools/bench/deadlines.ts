import {
  calendarsOf,
  evaluate,
  explain,
  type HolidayCalendars,
  holidaysOf,
  loadPacks,
  type Matter,
  type Pack,
  readFolder,
  SHIPPED,
} from '../../server/modules/regulations/index.ts';
import type { Run } from '../../server/modules/regulations/rules/clock-runs.ts';
import { type DatingScene, date } from '../../server/modules/regulations/rules/dating.ts';
import { type OracleHours, type OracleLimit, walk } from '../../server/modules/regulations/rules/oracle/minutes.ts';
import type { Timing } from '../../server/modules/regulations/rules/pack.ts';
import { HOUR, type Instant, MINUTE } from '../../server/values/instant.ts';
import type { Bench } from './bench.ts';
import { perSecond } from './bench.ts';

/** What the platform has to reach on one core, deadlines per second. */
const LIMIT = 1_000_000;
const DATED = 250_000;
const EVALUATED = 20_000;
const SAMPLE = 500;

const FROM = Date.parse('2023-12-01T00:00:00+08:00');
/** Minutes of three years. A prime that does not divide their number visits each once, in no order. */
const SPAN = 1096 * 24 * 60;
const STRIDE = 999_983;
const startOf = (n: number): Instant => FROM + ((n * STRIDE) % SPAN) * MINUTE;

const SOURCE = 'article: 测, quote: 测';
const CLOCK = `${SOURCE}, from: received, until: handled`;
const RULEBOOK = `pack: bench
version: "1"
effective: "2010-01-01"
hours:
  - {id: office, ${SOURCE}, days: mon-fri, open: ["08:00-11:30", "14:00-17:30"], cases: [{season: "05-01..09-30", open: ["08:00-11:30", "14:30-18:00"]}]}
clocks:
  - {id: h, ${CLOCK}, within: 24 h}
  - {id: wd, ${CLOCK}, within: 3 wd}
  - {id: wh, ${CLOCK}, within: 6 wh}
  - {id: wh-paused, ${CLOCK}, within: 6 wh}
`;
const LIMITS: Record<string, OracleLimit> = {
  h: { unit: 'elapsed', minutes: 24 * 60 },
  wd: { unit: 'wd', count: 3 },
  wh: { unit: 'wh', minutes: 6 * 60 },
  'wh-paused': { unit: 'wh', minutes: 6 * 60 },
};
const pausesFrom = (start: Instant) => [
  { from: start + 2 * HOUR, until: start + 5 * HOUR },
  { from: start + 26 * HOUR, until: start + 30 * HOUR },
];

function matterFrom(at: Instant): Matter {
  const happening = { at, recordedAt: at };
  return {
    event: 'pipe-leak',
    channel: 'phone',
    facts: {},
    happenings: [
      { milestone: 'received', id: 1, ...happening },
      { milestone: 'created', id: 2, ...happening },
    ],
    plans: [],
    pauses: pausesFrom(at).map((pause, n) => ({ ...pause, id: 3 + n, entry: 'failure', clocks: ['wh-paused'] })),
    extensions: [],
    requests: [{ id: 'request', receivedAt: at, channel: 'phone' }],
  };
}

function oracleHours(published: HolidayCalendars): OracleHours {
  const years = published.cn ?? [];
  const open = (afternoon: number): [number, number][] => [
    [480, 690],
    [afternoon, afternoon + 210],
  ];
  return {
    weekdays: [1, 2, 3, 4, 5],
    open: open(840),
    summer: open(870),
    off: new Set(years.flatMap((year) => year.off)),
    madeUp: new Set(years.flatMap((year) => year.work)),
    years: new Set(years.map((year) => year.year)),
  };
}

/** How many due times of a sample differ from those found by walking minute after minute. */
function wrong(due: (start: Instant, clock: string) => Instant | null, hours: OracleHours): number {
  let differing = 0;
  for (let n = 0; n < SAMPLE; n += 1) {
    const start = startOf(n);
    for (const [clock, limit] of Object.entries(LIMITS)) {
      const held = clock === 'wh-paused' ? pausesFrom(start) : [];
      const pauses = held.map(({ from, until }): [number, number] => [from / MINUTE, until / MINUTE]);
      const answer = walk({ hours, start: start / MINUTE, limit, pauses, share: 0.75 });
      if (!('due' in answer) || answer.due !== due(start, clock)) differing += 1;
    }
  }
  return differing;
}

export const deadlines: Bench = {
  name: 'deadlines',
  does: 'equal parts 24 h, 3 wd, 6 wh and 6 wh with two pauses, from distinct minutes of three years, on one core',
  async run() {
    const published = holidaysOf(readFolder(SHIPPED) ?? [], []).calendars;
    const loaded = loadPacks([{ path: 'bench/pack.yaml', text: RULEBOOK }]);
    const pack = loaded.packs[0] as Pack;
    if (loaded.errors.length > 0) throw new Error(JSON.stringify(loaded.errors[0]));
    const calendars = calendarsOf(pack, published);
    const timings = pack.clocks.map(({ id, cases }) => ({ id, timing: cases[0]?.value as Timing }));

    const dueOf = (at: Instant, timing: Timing, paused: boolean): Instant | null => {
      const spans = paused ? pausesFrom(at) : [];
      const scene: DatingScene = { calendars, holds: { spans, each: spans, open: [] }, cycleEnd: () => null };
      return date(timing, { start: { at }, computed: false } as Run, scene).due;
    };
    let sum = 0;
    const dated = await perSecond(DATED * 4, () => {
      for (let n = 0; n < DATED; n += 1)
        for (const { id, timing } of timings) sum += dueOf(startOf(n), timing, id === 'wh-paused') ?? 0;
    });
    const evaluated = await perSecond(EVALUATED * 4, () => {
      for (let n = 0; n < EVALUATED; n += 1)
        sum += evaluate(pack, calendars, matterFrom(startOf(n)), startOf(n)).length;
    });
    const explained = await perSecond(EVALUATED * 4, () => {
      for (let n = 0; n < EVALUATED; n += 1)
        for (const reading of evaluate(pack, calendars, matterFrom(startOf(n)), startOf(n)))
          sum += explain(reading, pack, 'zh').text.length;
    });
    if (!(sum > 0)) throw new Error('nothing was computed');

    const hours = oracleHours(published);
    const timingOf = new Map(timings.map(({ id, timing }) => [id, timing]));
    const read = (start: Instant, id: string) =>
      evaluate(pack, calendars, matterFrom(start), start).find((one) => one.id === id)?.due ?? null;
    const differing =
      wrong((start, id) => dueOf(start, timingOf.get(id) as Timing, id === 'wh-paused'), hours) + wrong(read, hours);
    return [
      { what: 'due times', value: dated, unit: '/s' },
      { what: 'due times, share of the limit of 1,000,000/s', value: dated / LIMIT, unit: '×' },
      { what: 'clocks: due, warning, state and reasons', value: evaluated, unit: '/s' },
      { what: 'clocks with their explanation in words', value: explained, unit: '/s' },
      { what: `of ${SAMPLE * 8} checked against the oracle, wrong`, value: differing, unit: '' },
    ];
  },
};
