/** Metrics 指标 of the rulebook in force, over the orders of a period. Nothing is written. */
import { type Instant, SECOND } from '../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../values/result.ts';
import { zoneOf } from '../../../values/zone.ts';
import { allowed } from '../../identity/index.ts';
import {
  add,
  calendarInForce,
  calendarsOf,
  dutyReadings,
  emptyTally,
  type Line,
  linesOf,
  localDay,
  type Measured,
  type Named,
  type Pack,
  packInForce,
  periodNamed,
  periodOf,
  scoreOf,
  type Tally,
  vocabularyOfPack,
} from '../../regulations/index.ts';
import { briefOrders, mattersOfPeriod, type readMatter, rulebookOf, STATE_WORDS } from '../../work-orders/index.ts';
import { metricName, valueWords } from '../rules/metric-words.ts';
import { remediesOfMissed } from '../rules/missed.ts';
import { subjectOf } from '../rules/subject.ts';

type Reader = Parameters<typeof readMatter>[0];
type Words = ReturnType<typeof vocabularyOfPack>;

export interface MetricsQuery {
  /** `2026-10`; metrics of longer periods are those it lies in. Default: the month that runs. */
  month?: string;
}

const ZONE = zoneOf('Asia/Shanghai');

interface Wanted {
  pack: Pack;
  words: Words;
  lines: { line: Line; period: Named; tally: Tally }[];
  now: Instant;
}

/** The rulebook in force on the last day of the month, or now where the month runs. */
async function wanted({ tx, time }: Reader, query: MetricsQuery): Promise<Result<Wanted>> {
  const now = time.now();
  const month = query.month === undefined ? periodOf('month', now, ZONE) : periodNamed(query.month, ZONE);
  if (month?.period !== 'month')
    return refuse('month-not-valid', {
      params: { found: (query.month ?? '').slice(0, 20) },
      fields: [{ path: 'month', code: 'wrong-format', params: { expected: '2026-10' } }],
    });
  const pack = await packInForce(tx, localDay(Math.min(now, month.span.until - SECOND), 'Asia/Shanghai'));
  if (!pack) return refuse('no-rulebook');
  const words = vocabularyOfPack(pack);
  const lines = pack.metrics
    .flatMap((entry) => linesOf(entry, words))
    .map((line) => ({ line, period: periodOf(line.per, month.span.from, ZONE), tally: emptyTally() }));
  return ok({ pack, words, lines, now });
}

/** Every order the periods may be about: a head sees his unit's, a supervisor those of his districts. */
async function* measured({ tx, me }: Reader, { lines, now, words }: Wanted, only = lines) {
  if (only.length === 0) return;
  const scope = allowed(me, 'reports.read');
  const filter = {
    from: Math.min(...only.map(({ period }) => period.span.from)),
    until: Math.min(now, Math.max(...only.map(({ period }) => period.span.until))),
    ...(scope === 'department' ? { department: me.departmentId } : {}),
    ...(scope === 'district' && me.districts.length > 0 ? { districts: me.districts } : {}),
  };
  for await (const { orderId, matter, book, clocks } of mattersOfPeriod(tx, filter)) {
    const subject = subjectOf(matter, book.calendars, now, words);
    const readings = clocks.map(({ clockId, dueAt, stoppedAt, state }) => ({
      id: clockId,
      due: dueAt,
      stoppedAt,
      // Rows change when they fire; what is past its due is late, fired or not.
      state: stoppedAt === null && dueAt !== null && dueAt <= now && state !== 'cancelled' ? ('late' as const) : state,
    }));
    const read = new Set(readings.map(({ id }) => id));
    const duties = dutyReadings(book.pack, book.calendars, matter, subject, now).filter(({ id }) => !read.has(id));
    const one: Measured = { subject, readings: [...readings, ...duties] };
    yield { orderId, one };
  }
}

export async function reportMetrics(reader: Reader, query: MetricsQuery) {
  const given = await wanted(reader, query);
  if (!given.ok) return given;
  const { pack, lines, words, now } = given.value;
  for await (const { one } of measured(reader, given.value))
    for (const { line, period, tally } of lines) add(tally, line, one, period.span, words);
  const rows = [];
  for (const [index, { line, period, tally }] of lines.entries()) {
    const score = scoreOf(line.measure, tally, line.target);
    const finished = period.span.until <= now;
    const { entry, article } = line;
    rows.push({
      index,
      id: entry.id,
      name: metricName(line, pack, reader.lang),
      article,
      quote: entry.quote,
      per: line.per,
      period: period.name,
      from: new Date(period.span.from).toISOString(),
      until: new Date(period.span.until).toISOString(),
      finished,
      kind: line.measure.kind,
      ...score,
      text: valueWords(score, reader.lang),
      assumed: entry.assumed,
      ...(entry.reading === undefined ? {} : { reading: entry.reading }),
      remedies: score.met === false && finished ? await missed(reader, pack, entry.id, period.span.until) : [],
    });
  }
  return ok({ month: query.month ?? periodOf('month', now, ZONE).name, pack: packView(pack), metrics: rows });
}

const packView = ({ pack, version, utility, hash }: Pack) => ({ id: pack, version, utility, hash });

const missed = async ({ tx, time, lang }: Reader, pack: Pack, metric: string, at: Instant) =>
  remediesOfMissed(
    pack,
    calendarsOf(pack, (await calendarInForce(tx, pack.holidays)).published),
    { metric, at, now: time.now() },
    lang,
  );

export interface OrdersQuery extends MetricsQuery {
  /** Place of the metric in the report. */
  index: number;
  part: 'counts' | 'misses' | 'unknown';
}

/** Orders told behind a figure. */
const MOST = 200;

/** The orders behind a figure, the latest first. */
export async function ordersMeasured(reader: Reader, query: OrdersQuery) {
  const given = await wanted(reader, query);
  if (!given.ok) return given;
  const asked = given.value.lines[query.index];
  if (!asked) return refuse('metric-not-found');
  const { line, period, tally } = asked;
  let found: number[] = [];
  let orders = 0;
  for await (const { orderId, one } of measured(reader, given.value, [asked])) {
    if (add(tally, line, one, period.span, given.value.words) !== query.part) continue;
    orders += 1;
    found.push(orderId);
    if (found.length >= 2 * MOST) found = found.slice(-MOST);
  }
  const rows = await briefOrders(reader.tx, found.slice(-MOST));
  const { words } = rulebookOf(given.value.pack);
  return ok({
    orders,
    items: rows
      .sort((a, b) => b.orderId - a.orderId)
      .map((row) => ({
        id: row.orderId,
        number: row.number,
        eventName: words.events.get(row.event)?.[reader.lang] ?? row.event,
        place: row.place,
        state: row.state,
        stateName: STATE_WORDS[row.state][reader.lang],
        receivedAt: row.receivedAt.toISOString(),
      })),
  });
}
