/**
 * Fills an installation with the fictional town 湖城: its rulebook, people, places, two thousand orders that are
 * over and 120 that are open. Deterministic for a seed and the time it is told.
 */
import pg from 'pg';
import { CALL_BACK_DEFAULTS, saveSettings } from '../../server/modules/call-backs/index.ts';
import { createStaff, hashPassword, listStaff } from '../../server/modules/identity/index.ts';
import { addBuildings, addCommunities, addPremises, addRoads } from '../../server/modules/registers/index.ts';
// what callers said is part of what an order is found by
import '../../server/modules/requests/index.ts';
import {
  calendarsOf,
  holidayCalendars,
  type Pack,
  publishYears,
  putPack,
} from '../../server/modules/regulations/index.ts';
import { completeSearch } from '../../server/modules/work-orders/index.ts';
import type { TimeSource } from '../../server/platform/clock.ts';
import { copyIn } from '../../server/platform/copy.ts';
import type { Db } from '../../server/platform/database.ts';
import { type FileStore, sourceOf } from '../../server/platform/files/files.ts';
import { PHOTOS } from '../../server/platform/files/kinds.ts';
import { DAY, HOUR } from '../../server/values/instant.ts';
import { formatDay } from '../../server/values/zone.ts';
import type { Doer } from './chronicle.ts';
import { type DeclinedCase, declinedOnes } from './declined.ts';
import { rulebookOf, type Unit } from './engine.ts';
import { generateTown, TOWN_SEED, type Town } from './generate.ts';
import { liveClosed, liveOpenOnes } from './history.ts';
import { fillInbox } from './inbox.ts';
import { drawPhoto } from './photo.ts';
import { seeded } from './random.ts';
import { fillRosters } from './rosters.ts';
import { type Frame, type Numbered, TABLES } from './rows.ts';
import { fillThings } from './things.ts';

export interface SeedOptions {
  db: Db;
  /** Address of a login above row-level security: COPY is refused below it. */
  adminUrl: string;
  time: TimeSource;
  /** The loaded rulebooks; `hucheng` must be among them. */
  packs: readonly Pack[];
  /** Where photos go; without it there are none. */
  files?: FileStore;
  /** Of every demo account. */
  password: string;
  /** Where customers reach the server, for the links they rate by; without it none is sent. */
  address?: string;
  closed?: number;
  log?: (line: string) => void;
}

export interface Seeded {
  /** False: the town was there already; nothing was changed. */
  seeded: boolean;
  utilityId: number;
  orders: number;
}

const CLOSED = 2000;
const DAYS = 90;

export async function seedTown(options: SeedOptions): Promise<Seeded> {
  const { log = () => undefined, packs, adminUrl, time } = options;
  const pack = packs.find((one) => one.pack === 'hucheng');
  if (!pack) throw new Error('the rulebook hucheng is not among those loaded');
  const town = generateTown();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const utilityId = await arrange(admin, town, time);
    const { rows } = await admin.query(
      'select exists (select from work_orders.work_order where utility_id = $1) as there',
      [utilityId],
    );
    if (rows[0]?.there) return { seeded: false, utilityId, orders: 0 };
    const people = await hire(options, town, utilityId);
    await options.db.transaction(utilityId, async (tx) => {
      await publishYears(tx, time.now());
      await putPack(tx, pack, pack.effective, time.now());
    });
    await settle(options.db, town, utilityId, admin);
    const names = town.communities.map(({ name }) => name);
    await options.db.transaction(utilityId, (tx) => fillThings(tx, time, names));
    log('town: places and people');
    const { address } = options;
    const manager = people.get('liqian');
    if (address !== undefined && manager) {
      const settings = { ...CALL_BACK_DEFAULTS, address };
      await options.db.transaction(utilityId, (tx) => saveSettings(tx, settings, manager.staffId, time.now()));
    }
    const orders = await live(options, { admin, town, pack, utilityId, people });
    await completeSearch(options.db, [utilityId]);
    log(`town: ${orders} orders`);
    return { seeded: true, utilityId, orders };
  } finally {
    await admin.end();
  }
}

async function arrange(admin: pg.Client, town: Town, time: TimeSource): Promise<number> {
  const { code, name } = town.utility;
  await admin.query(
    'insert into identity.utility (code, name, created_at) values ($1, $2, $3) on conflict (code) do nothing',
    [code, name, new Date(time.now())],
  );
  const { rows } = await admin.query<{ utility_id: number }>(
    'select utility_id from identity.utility where code = $1',
    [code],
  );
  const utilityId = rows[0]?.utility_id ?? 0;
  for (const one of town.departments) {
    await admin.query(
      `insert into identity.department (utility_id, department_id, name, organization_id, parent_id, kind)
       values ($1, $2, $3, $2, $4, $5) on conflict do nothing`,
      [utilityId, one.departmentId, one.name, one.parentId, one.kind],
    );
  }
  for (const one of town.districts) {
    await admin.query(
      'insert into identity.district (utility_id, district_id, name) values ($1, $2, $3) on conflict do nothing',
      [utilityId, one.districtId, one.name],
    );
  }
  return utilityId;
}

async function hire({ db, time, password }: SeedOptions, town: Town, utilityId: number): Promise<Map<string, Doer>> {
  const hash = await hashPassword(password);
  return db.transaction(utilityId, async (tx) => {
    const hired = new Map(
      (await listStaff(tx, { department: null, role: null })).map((one) => [one.username, one.staff_id]),
    );
    const people = new Map<string, Doer>();
    for (const one of town.staff) {
      const staffId = hired.get(one.username) ?? (await createStaff(tx, time, { ...one, password: { hash } }));
      people.set(one.username, { staffId, departmentId: one.departmentId, crew: one.roles.includes('crew-member') });
    }
    return people;
  });
}

async function settle(db: Db, town: Town, utilityId: number, admin: pg.Client): Promise<void> {
  const { rows } = await admin.query('select exists (select from registers.community where utility_id = $1) as there', [
    utilityId,
  ]);
  if (rows[0]?.there) return;
  await db.transaction(utilityId, async (tx) => {
    const aliases = new Map(town.communities.map((one) => [one.communityId, one.aliases]));
    await addCommunities(tx, town.communities, aliases);
    await addRoads(tx, town.roads, new Map(town.roads.map((one) => [one.roadId, one.aliases])));
    await addBuildings(tx, town.buildings, new Map(town.buildings.map((one) => [one.buildingId, one.aliases])));
    await addPremises(tx, town.premises);
  });
}

interface Setting {
  admin: pg.Client;
  town: Town;
  pack: Pack;
  utilityId: number;
  people: Map<string, Doer>;
}

async function live(options: SeedOptions, { admin, town, pack, utilityId, people }: Setting): Promise<number> {
  const now = options.time.now();
  const closed = options.closed ?? CLOSED;
  // The day belongs to the seed: another day, another history, but the same one at any hour would be stale.
  const random = seeded(TOWN_SEED + Math.floor(now / DAY));
  const doer = (username: string): Doer => {
    const one = people.get(username);
    if (!one) throw new Error(`nobody is called ${username}`);
    return one;
  };
  const units: Unit[] = town.departments.map(({ departmentId, name, kind }) => ({
    departmentId,
    name,
    organizationId: departmentId,
    kind,
  }));
  const world = { rulebook: rulebookOf(pack), calendars: calendarsOf(pack, holidayCalendars()), units };
  const declined = declinedOnes(random, town, now, DAYS);
  const room = closed + 200;
  const requestIds = await reserve(admin, 'requests.request', 'request_id', room + declined.length);
  const orderIds = await reserve(admin, 'work_orders.work_order', 'order_id', room);
  const take = (ids: number[]): number => {
    const id = ids.shift();
    if (id === undefined) throw new Error('more orders than reserved');
    return id;
  };
  const scene = {
    random,
    town,
    world,
    doer,
    now,
    nextRequestId: () => take(requestIds),
    nextAttachmentId: () => uuid(random),
  };
  const lived = [...liveClosed(scene, closed, DAYS), ...liveOpenOnes(scene)].sort(
    (a, b) => a.one.receivedAt - b.one.receivedAt,
  );
  const counts = new Map<string, number>();
  const all = lived.map((one): Numbered => {
    const day = formatDay(Math.floor((one.one.receivedAt + 8 * HOUR) / DAY));
    const n = (counts.get(day) ?? 0) + 1;
    counts.set(day, n);
    const { communityId, building } = one.one.premises;
    const community = town.communities.find((place) => place.communityId === communityId);
    const spot = town.buildings.find((place) => place.communityId === communityId && place.name === building);
    return {
      lived: one,
      orderId: take(orderIds),
      number: `${day.replaceAll('-', '')}-${String(n).padStart(4, '0')}`,
      community,
      spot,
    };
  });
  await write(options, {
    admin,
    frame: { utilityId, packHash: pack.hash },
    all,
    counts,
    declined: declined.map((one) => ({ ...one, requestId: take(requestIds) })),
    doer,
  });
  await fillRosters({ admin, utilityId, doer, now });
  await fillInbox({ db: options.db, utilityId, world, town, doer, now }, all);
  return all.length;
}

const reserve = async (admin: pg.Client, table: string, column: string, count: number): Promise<number[]> =>
  (
    await admin.query<{ id: string }>(
      `select nextval(pg_get_serial_sequence($1, $2)) as id from generate_series(1, $3)`,
      [table, column, count],
    )
  ).rows.map(({ id }) => Number(id));

function uuid(random: ReturnType<typeof seeded>): string {
  const hex = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

interface Writing {
  admin: pg.Client;
  frame: Frame;
  all: Numbered[];
  counts: Map<string, number>;
  declined: (DeclinedCase & { requestId: number })[];
  doer: (username: string) => Doer;
}

async function write(options: SeedOptions, { admin, frame, all, counts, declined, doer }: Writing): Promise<void> {
  const { utilityId } = frame;
  await admin.query('begin');
  try {
    for (const table of TABLES) await copyIn(admin, table.copy, table.rows(all, frame));
    await copyIn(
      admin,
      `copy requests.request (utility_id, request_id, channel, received_at, recorded_at, recorded_by, contact_left, place, content, event,
        outcome, declined_reason, explanation, handed_to, declined_at, declined_by, told_at) from stdin`,
      // biome-ignore format: columns
      declined.map((one) => [
        utilityId, one.requestId, one.channel, new Date(one.at), new Date(one.at), doer(one.by).staffId, false, one.place, one.content, one.event,
        one.reason === null ? 'draft' : 'declined', one.reason, one.explanation, one.handedTo, one.reason === null ? null : new Date(one.at),
        one.reason === null ? null : doer(one.by).staffId, one.reason === null ? null : new Date(one.at),
      ]),
    );
    await copyIn(
      admin,
      'copy work_orders.day_counter (utility_id, day, last) from stdin',
      [...counts].map(([day, last]) => [utilityId, day, last]),
    );
    await keepPhotos(options, admin, utilityId, all, doer);
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
}

async function keepPhotos(
  { files }: SeedOptions,
  admin: pg.Client,
  utilityId: number,
  all: Numbered[],
  doer: (username: string) => Doer,
): Promise<void> {
  const random = seeded(TOWN_SEED);
  const drawn = Array.from({ length: 8 }, () => drawPhoto(random));
  const taken = all.flatMap(({ lived, orderId }) => lived.photos.map((photo) => ({ ...photo, orderId })));
  const rows: unknown[][] = [];
  for (const [i, photo] of taken.entries()) {
    const bytes = drawn[i % drawn.length] as Buffer;
    const stored = await files?.keep(sourceOf(bytes), PHOTOS);
    if (!stored?.ok) continue;
    const { sha256, mediaType } = stored.value;
    rows.push([
      utilityId,
      photo.attachmentId,
      photo.orderId,
      photo.name,
      mediaType,
      bytes.length,
      sha256,
      new Date(photo.at),
      new Date(photo.at),
      doer(photo.by).staffId,
    ]);
  }
  await copyIn(
    admin,
    'copy work_orders.attachment (utility_id, attachment_id, order_id, name, media_type, bytes, sha256, taken_at, recorded_at, staff_id) from stdin',
    rows,
  );
}
