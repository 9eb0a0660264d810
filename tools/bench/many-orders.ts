/** A city with very many orders: those of the town over again, each with a story, a place and a caller of its own. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { inventName, inventPhone } from '../../database/town/people.ts';
import { type Random, seeded } from '../../database/town/random.ts';
import { CLOSINGS, SINCE, STORIES } from '../../database/town/texts.ts';
import { tokensOf } from '../../server/modules/work-orders/index.ts';
import { DAY, type Instant, MINUTE } from '../../server/values/instant.ts';

const SIGNS = [
  ...'望湖东关金桂阳明锦绣南园北辰铁西柳岸芦花运河纺织振兴站前滨建设和平安康福星槐荫历山泺源舜耕燕翔凤凰龙泉',
];
const ROADS = ['路', '街', '大道', '巷'];
const ENDS = ['苑', '小区', '花园', '家园', '新村', '城', '公馆', '里'];
const PLACES = 5000;
/** Characters of a body. */
const BODY = 300;
const YEARS = 5;
const SENTENCES = 20_000;
const SEED = 20_261_126;

interface Spot {
  text: string;
  road: string;
  district: string;
}

const word = (random: Random, length: number): string => Array.from({ length }, () => random.pick(SIGNS)).join('');

function spots(random: Random): Spot[] {
  const roads = Array.from({ length: 400 }, () => `${word(random, random.whole(2, 3))}${random.pick(ROADS)}`);
  const communities = Array.from({ length: 900 }, () => `${word(random, random.whole(2, 3))}${random.pick(ENDS)}`);
  return Array.from({ length: PLACES }, () => {
    const road = random.pick(roads);
    const text = random.chance(0.5)
      ? `${road}${random.whole(1, 400)}号`
      : `${random.pick(communities)}${random.whole(1, 40)}号楼${random.whole(1, 6)}单元${random.whole(1, 30)}0${random.whole(1, 4)}`;
    return { text, road, district: random.pick(['east', 'south', 'west', 'north', 'lakeside']) };
  });
}

function sentences(random: Random, places: readonly Spot[]): string[] {
  const fill = (text: string): string =>
    text
      .replaceAll('{place}', random.pick(places).text)
      .replaceAll('{since}', random.pick(SINCE))
      .replaceAll('{floor}', String(random.whole(1, 33)));
  return Array.from({ length: SENTENCES }, () => {
    const story = random.pick(STORIES);
    const of = random.weighted([
      [story.says, 3],
      [story.more, 3],
      [story.measures, 1],
      [story.cause, 1],
      [CLOSINGS, 1],
    ] as const);
    return `${fill(random.pick(of.length > 0 ? of : story.says))}${random.chance(0.4) ? `${random.pick(places).text}的住户也反映过。` : ''}`;
  });
}

/** @param sounds how characters are read, as the server does */
export async function manyOrders(
  admin: pg.Client,
  {
    utilityId,
    orders,
    open,
    now,
    sounds,
  }: { utilityId: number; orders: number; open: number; now: Instant; sounds: (text: string) => string[][] },
): Promise<void> {
  const random = seeded(SEED);
  const places = spots(random);
  const said = sentences(random, places);
  const templates = await admin.query<{ id: string; open: boolean }>(
    'select order_id as id, closed_at is null as open from work_orders.work_order where utility_id = $1 and sealed_to is null order by 1',
    [utilityId],
  );
  const of = (isOpen: boolean) => templates.rows.filter((row) => row.open === isOpen).map(({ id }) => Number(id));
  const [opens, closeds] = [of(true), of(false)];
  const staff = await admin.query<{ id: number }>(
    `select staff_id as id from identity.staff where utility_id = $1 and 'desk-agent' = any(roles)`,
    [utilityId],
  );
  const desks = staff.rows.map(({ id }) => id);
  // sign by sign: the same readings, each looked up once
  const heard = new Map<string, string[]>();
  const read = (text: string): string[][] =>
    [...text].map((sign) => {
      const known = heard.get(sign) ?? sounds(sign)[0] ?? [];
      heard.set(sign, known);
      return known;
    });
  const nobody = { number: '', places: [], people: [] };
  // sentences end with a mark, so the pieces of a body are those of its sentences
  const piecesOf = new Map(said.map((text) => [text, tokensOf(utilityId, { ...nobody, texts: ['', text] }, read)]));
  const start = now - YEARS * 365 * DAY;
  const step = (now - start) / orders;
  const perDay = Math.ceil(DAY / step);
  const openFrom = orders - open * 1.25;
  let opened = 0;

  function* rows(): Generator<string> {
    for (let n = 1; n <= orders; n += 1) {
      const isOpen = opened < open && n > openFrom && (random.chance(0.8) || orders - n <= open - opened);
      if (isOpen) opened += 1;
      const spot = random.pick(places);
      const body = [`${spot.text}，`];
      for (let length = 0; length < BODY; length += body.at(-1)?.length ?? 0) body.push(random.pick(said));
      const content = body.join('');
      const summary = `${[...content].slice(0, 79).join('')}…`;
      const receivedAt = Math.round(start + n * step - random.whole(0, 50) * MINUTE);
      const number = `${new Date(start + n * step).toISOString().slice(0, 10).replaceAll('-', '')}-b${String(n % perDay).padStart(4, '0')}`;
      const person = { name: inventName(random), phone: inventPhone(random) };
      const own = tokensOf(utilityId, { number, texts: [summary], places: [spot.text], people: [person] }, read);
      const tokens = new Set([...own, ...body.flatMap((sentence) => piecesOf.get(sentence) ?? [])]);
      // biome-ignore format: one row
      yield `${[
        n, random.pick(isOpen ? opens : closeds), new Date(receivedAt).toISOString(), number, summary, content, spot.text, spot.road,
        spot.district, person.name, person.phone, random.pick(desks), `{${[...tokens].join(',')}}`,
      ].join('\t')}\n`;
    }
  }
  await admin.query(`create unlogged table public.made (n int, template bigint, received_at timestamptz, number text, summary text,
    content text, place text, road text, district text, reporter text, phone text, owner_id int, tokens int[])`);
  await pipeline(Readable.from(batches(rows(), 500)), admin.query(copyFrom('copy public.made from stdin')));
  await write(admin, utilityId);
}

function* batches(rows: Iterable<string>, size: number): Generator<string> {
  let batch: string[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === size) {
      yield batch.join('');
      batch = [];
    }
  }
  yield batch.join('');
}

/** What a desk types: two characters, else names of places, stretches of what was said, sounds, initials, digits. */
export function typedBy(random: Random, two: boolean): string {
  const made = seeded(SEED);
  const places = spots(made);
  const said = STORIES.flatMap(({ says, more, cause }) => [...says, ...more, ...cause]);
  const cut = (text: string, length: number): string => {
    const signs = [...text.replace(/\{.*?\}|[^\p{Script=Han}]/gu, '')];
    const at = random.whole(0, Math.max(0, signs.length - length));
    return signs.slice(at, at + length).join('');
  };
  if (two) return cut(random.chance(0.5) ? random.pick(said) : random.pick(places).text, 2);
  return random.pick([
    () => cut(random.pick(said), random.whole(3, 6)),
    () => random.pick(places).text,
    () => random.pick(places).road,
    () => inventPhone(random).slice(-random.whole(4, 6)),
    () => `2025${String(random.whole(1, 12)).padStart(2, '0')}${String(random.whole(1, 28)).padStart(2, '0')}`,
    () => inventName(random),
    () => random.pick(['shuiya', 'loushui', 'tingshui', 'hubin', 'jinxiu', 'liuan', 'yunhe']),
    () => random.pick(['hbl', 'jxhy', 'lsdd', 'wyxq', 'fhlc', 'qyjy']),
  ])();
}

async function write(admin: pg.Client, utilityId: number): Promise<void> {
  const columns = async (table: string): Promise<string[]> =>
    (
      await admin.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
        [table],
      )
    ).rows.map(({ name }) => name);
  await admin.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'`,
  );
  await admin.query('create temp table first_id as select max(order_id) as id from work_orders.work_order');
  const id = '(select id from first_id) + m.n';
  const insert = async (table: string, taken: Record<string, string>, where = 'true'): Promise<void> => {
    const names = await columns(table);
    await admin.query(`insert into ${table} (${names.join(', ')}) overriding system value
      select ${names.map((name) => taken[name] ?? `t.${name}`).join(', ')} from public.made m
        join ${table} t on t.utility_id = ${utilityId} and t.order_id = m.template where ${where} order by m.n`);
  };
  const own = {
    order_id: id,
    received_at: 'm.received_at',
    created_at: 'm.received_at',
    number: 'm.number',
    summary: 'm.summary',
    place: 'm.place',
    road: 'm.road',
    district_id: 'm.district',
  };
  const later = `m.n % 5000 * interval '1 second'`;
  await insert('work_orders.work_order', {
    ...own,
    due_at: `t.due_at + ${later}`,
    sort_at: `t.sort_at + ${later}`,
    closed_at: `case when t.closed_at is not null then m.received_at + interval '1 day' end`,
    merged_into: 'null',
    callers: '1',
  });
  await insert(
    'work_orders.clock',
    { order_id: id, due_at: `t.due_at + ${later}`, next_fire_at: 'null' },
    `exists (select from work_orders.work_order o where o.utility_id = t.utility_id and o.order_id = m.template and o.closed_at is null)`,
  );
  await admin.query(`insert into requests.request (utility_id, channel, received_at, recorded_at, reporter, phone, contact_left, place, content, event, outcome, order_id, owner_id)
    select ${utilityId}, 'phone', m.received_at, m.received_at, m.reporter, m.phone, true, m.place, m.content, t.event, 'open', ${id}, m.owner_id
    from public.made m join work_orders.work_order t on t.utility_id = ${utilityId} and t.order_id = m.template order by m.n`);
  const gin =
    (await admin.query<{ text: string }>(`select pg_get_indexdef('work_orders.search_by_token'::regclass) as text`))
      .rows[0]?.text ?? '';
  await admin.query('drop index work_orders.search_by_token');
  await admin.query(
    `insert into work_orders.search (utility_id, order_id, received_at, road, tokens) select ${utilityId}, ${id}, m.received_at, m.road, m.tokens from public.made m order by m.n`,
  );
  await admin.query(gin);
  await admin.query('drop table public.made, first_id');
  await admin.query(
    `select setval(pg_get_serial_sequence('work_orders.work_order', 'order_id'), (select max(order_id) from work_orders.work_order))`,
  );
  await admin.query('reset session_replication_role');
  for (const table of ['work_orders.work_order', 'work_orders.search', 'work_orders.clock', 'requests.request'])
    await admin.query(`vacuum analyze ${table}`);
}
