/** Test support: two utilities, one thing of each kind in each place, and somebody of every role. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createStaff, hashPassword, ROLES, type Role } from '../../modules/identity/index.ts';
import { notify } from '../../modules/notices/index.ts';
import { picture } from '../../platform/files/testing.ts';
import { type City, city, type Parsed, type Utility } from '../city/testing.ts';
import type { Thing } from './operations.ts';

/**
 * His own district and unit, his own things; another district and unit; sealed 保密 to discipline; another utility; and his
 * unit’s, but a colleague’s and in another district.
 */
export const PLACES = ['own', 'other', 'sealed', 'foreign', 'unit'] as const;
export type Place = (typeof PLACES)[number];

/** Words that stand in the order of the place and nowhere else. */
export const MARKS: Record<Place, string> = {
  own: '甲标记路',
  other: '丙标记路',
  sealed: '丁标记路',
  foreign: '乙标记',
  unit: '戊标记路',
};

export interface World {
  town: City;
  /** Bearer tokens. */
  tokens: Record<Role, string>;
  /** Staff numbers. */
  people: Record<Role, number>;
  id(thing: Thing, place: Place, role: Role): string | number;
  /** Every row of the other utility, as a digest for each table. */
  foreignRows(): Promise<Record<string, string>>;
  /** Makes uploads of his own for who may send files. */
  begin(role: Role, token: string): Promise<string>;
}

const UNIT: Partial<Record<Role, string>> = {
  'department-head': 'repair',
  'crew-member': 'repair',
  manager: 'operations',
  administrator: 'operations',
  'discipline-officer': 'discipline',
};

export async function world(): Promise<World> {
  const town = await city('2026-03-02T10:00:00+08:00');
  const home = await town.utility('hucheng', 'hucheng');
  const foreign = await town.utility('jinan', 'hucheng');
  const { admin } = town.db;
  for (const { utilityId } of [home, foreign]) {
    await admin(
      `insert into identity.department (utility_id, department_id, name, organization_id, kind) values
        ($1, 'west-repair', '城西维修所', 'runda', 'service'), ($1, 'discipline', '集团纪委', 'discipline', 'discipline')`,
      [utilityId],
    );
    await admin(
      `insert into identity.district (utility_id, district_id, name) values ($1, 'east', '城东'), ($1, 'west', '城西')`,
      [utilityId],
    );
  }
  const people = {} as World['people'];
  const tokens = {} as World['tokens'];
  const hash = await hashPassword('nobody signs in with this');
  for (const role of ROLES) {
    people[role] = await town.db.transaction(home.utilityId, (tx) =>
      createStaff(tx, town.time, {
        username: `only-${role}`,
        name: role,
        roles: [role],
        departmentId: UNIT[role] ?? 'hotline',
        districts: ['east'],
        password: { hash },
      }),
    );
    tokens[role] = await session(town, people[role]);
  }
  const made = {
    own: await received(home, 'own', people['desk-agent']),
    other: await received(home, 'other', people['desk-agent']),
    sealed: await received(home, 'sealed', people['desk-agent']),
    foreign: await received(foreign, 'foreign', null),
    unit: await received(home, 'unit', null),
  };
  const owned = new Map<Role, number>();
  for (const role of ROLES) {
    const { order, request } = await received(home, 'own', null);
    await admin(
      `update work_orders.work_order set department_id = 'repair', district_id = 'east', handler_id = $2 where order_id = $1`,
      [order, people['crew-member']],
    );
    await admin(`update requests.request set owner_id = $2, owner_unit = null where request_id = $1`, [
      request,
      people[role],
    ]);
    owned.set(role, request);
  }
  const attachments = await attached(town, home, foreign, made);
  // by hand, and last: a command would put the order where its events say it is
  await placed(town, made, people, home.crewId);
  const things = await elsewhere(town, { own: home, foreign });
  // somebody no test speaks for: his sessions end, he is deactivated
  const colleagues = { own: await lastOf(town, home), foreign: await lastOf(town, foreign) };
  const uploads = new Map<string, string>();
  const begin = async (role: Role, token: string): Promise<string> => {
    const id = await begun(town, token);
    uploads.set(role, id);
    return id;
  };
  const kept = new Map<string, Kept>();
  for (const role of ROLES) kept.set(role, await keptBy(town, people[role]));
  const strangersKept = await keptBy(town, colleagues.foreign);
  const strangers = {
    other: await begun(town, tokens.manager),
    foreign: await begun(town, await tokenOf(town, foreign)),
  };
  return {
    town,
    tokens,
    people,
    begin,
    id(thing, place, role) {
      switch (thing) {
        case 'none':
          return '';
        case 'order':
          return made[place].order;
        case 'request':
          return made[place].request;
        case 'owned':
          return (place === 'own' ? owned.get(role) : undefined) ?? made[place].request;
        case 'attachment':
          return attachments[place];
        case 'filter':
        case 'export':
        case 'device':
          return ((place === 'own' ? kept.get(role) : undefined) ?? strangersKept)[thing];
        case 'staff':
          return colleagues[place === 'foreign' ? 'foreign' : 'own'];
        case 'upload':
          return (
            (place === 'own' ? uploads.get(role) : undefined) ?? strangers[place === 'foreign' ? 'foreign' : 'other']
          );
        default:
          return things[thing][place === 'foreign' ? 'foreign' : 'own'];
      }
    },
    async foreignRows() {
      const tables = await admin<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'utility_id'
         where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`,
      );
      const rows: Record<string, string> = {};
      for (const { name } of tables) {
        const [row] = await admin<{ digest: string }>(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
           from ${name} t where utility_id = $1`,
          [foreign.utilityId],
        );
        rows[name] = row?.digest ?? '';
      }
      return rows;
    },
  };
}

type Made = Record<Place, { order: number; request: number }>;

/** A session as signing in leaves it. */
export async function session(town: City, staffId: number): Promise<string> {
  const token = randomBytes(16).toString('hex');
  await town.db.admin(
    `insert into auth.session (id, token, user_id, expires_at, created_at, updated_at)
     select $1, $1, auth_user_id, now() + interval '1 day', now(), now() from identity.staff where staff_id = $2`,
    [token, staffId],
  );
  return token;
}

async function tokenOf(town: City, { utilityId }: Utility): Promise<string> {
  const [row] = await town.db.admin<{ staff_id: number }>(
    `select staff_id from identity.staff where utility_id = $1 and 'manager' = any (roles) order by staff_id limit 1`,
    [utilityId],
  );
  return session(town, row?.staff_id ?? 0);
}

interface Kept {
  filter: number;
  export: string;
  device: string;
}

/** A filter, an export and a phone of his own. */
async function keptBy({ db }: City, staffId: number): Promise<Kept> {
  const [row] = await db.admin<Kept>(
    `with kept as (
       insert into lists.filter (utility_id, list, name, staff_id, query, changed_at)
       select utility_id, 'orders', 'kept', staff_id, '{}', '2026-03-02' from identity.staff where staff_id = $1 returning filter_id),
     asked as (
       insert into lists.export (utility_id, export_id, list, format, lang, query, columns, state, created_at, created_by)
       select utility_id, gen_random_uuid(), 'orders', 'csv', 'zh', '{}', '{number}', 'running', '2026-03-02', staff_id
       from identity.staff where staff_id = $1 returning export_id),
     bound as (
       insert into field.device (utility_id, device_id, staff_id, name, secret_sha256, contact_at, offset_ms, registered_at)
       select utility_id, gen_random_uuid(), staff_id, 'phone', sha256('x'), '2026-03-02', 0, '2026-03-02'
       from identity.staff where staff_id = $1 returning device_id)
     select filter_id::int as filter, export_id as export, device_id as device from kept, asked, bound`,
    [staffId],
  );
  if (!row) throw new Error(`nobody is ${staffId}`);
  return row;
}

async function lastOf(town: City, { code }: Utility): Promise<number> {
  const [row] = await town.db.admin<{ staff_id: number }>(`select staff_id from identity.staff where username = $1`, [
    `${code}-deputy`,
  ]);
  return row?.staff_id ?? 0;
}

async function received(utility: Utility, place: Place, taker: number | null) {
  const { order, request }: Parsed = await utility.voices.agent.must('/api/requests', {
    channel: 'phone',
    event: 'pipe-leak',
    content: `${MARKS[place]}冒水`,
    place: `${MARKS[place]} ${PLACES.indexOf(place) + 1} 号`,
    reporter: '欧阳某',
    phone: `1290000000${PLACES.indexOf(place) + 1}`,
    contactTimes: '随时',
  });
  return { order: order.id as number, request: request.id as number, taker };
}

async function placed({ db }: City, made: Made, people: World['people'], colleague: number): Promise<void> {
  const put = (place: Place, department: string, district: string, handler: number | null) =>
    db.admin(
      `update work_orders.work_order set department_id = $2, district_id = $3, handler_id = $4, taken_by = null where order_id = $1`,
      [made[place].order, department, district, handler],
    );
  await put('own', 'repair', 'east', people['crew-member']);
  await put('other', 'west-repair', 'west', null);
  await put('unit', 'repair', 'west', colleague);
  await db.admin(`update requests.request set owner_id = $2 where request_id = $1`, [made.unit.request, colleague]);
  await put('sealed', 'discipline', 'west', null);
  await db.admin(
    `update work_orders.work_order set sealed_to = 'discipline', concerned_unit = 'west-repair' where order_id = $1`,
    [made.sealed.order],
  );
  await db.admin(`update requests.request set sealed = true where request_id = $1`, [made.sealed.request]);
}

async function attached(town: City, home: Utility, foreign: Utility, made: Made): Promise<Record<Place, string>> {
  const upload = await begun(town, await tokenOf(town, home), await picture('jpeg', 64, 48));
  const first: Parsed = await home.voices.manager.post(`/api/orders/${made.own.order}/attachments`, {
    upload,
    name: '现场.jpg',
  });
  const ids = { own: first.body.id } as Record<Place, string>;
  for (const place of ['other', 'sealed', 'foreign', 'unit'] as const) {
    ids[place] = randomUUID();
    await town.db.admin(
      `insert into work_orders.attachment (utility_id, attachment_id, order_id, name, media_type, bytes, sha256, taken_at, recorded_at, staff_id)
       select $1, $2, $3, name, media_type, bytes, sha256, taken_at, recorded_at, staff_id from work_orders.attachment where attachment_id = $4`,
      [place === 'foreign' ? foreign.utilityId : home.utilityId, ids[place], made[place].order, ids.own],
    );
  }
  return ids;
}

async function begun({ base }: City, token: string, bytes?: Buffer): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const answer = await fetch(`${base}/api/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes?.length ?? 10) },
  });
  const url = answer.headers.get('location') ?? '';
  if (bytes)
    await fetch(base + url, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(bytes),
    });
  return url.split('/').at(-1) ?? '';
}

/** Things that lie in no district. */
async function elsewhere(town: City, utilities: { own: Utility; foreign: Utility }) {
  const things = {
    registered: { own: 7001, foreign: 8001 } as Record<'own' | 'foreign', number | string>,
    premises: { own: 5001, foreign: 6001 } as Record<'own' | 'foreign', number | string>,
    import: {} as Record<'own' | 'foreign', number | string>,
    redating: {} as Record<'own' | 'foreign', number | string>,
    backtest: {} as Record<'own' | 'foreign', number | string>,
    inspection: {} as Record<'own' | 'foreign', number | string>,
    draft: {} as Record<'own' | 'foreign', number | string>,
    notice: {} as Record<'own' | 'foreign', number | string>,
  };
  for (const [whose, utility] of Object.entries(utilities) as ['own' | 'foreign', Utility][]) {
    const { utilityId } = utility;
    const mark = whose === 'own' ? '甲院' : '乙标记院';
    await town.db.admin(
      `insert into registers.community (utility_id, community_id, name, road, district_id) values ($1, 1, $2, '柳荫路', 'east')`,
      [utilityId, mark],
    );
    await town.db.admin(
      `insert into registers.building (utility_id, building_id, community_id, name, key) values ($1, 1, 1, '7', '7')`,
      [utilityId],
    );
    await town.db.admin(
      `insert into registers.premises (utility_id, premises_id, account_number, community_id, building, room, address, address_key,
         customer_name, customer_phone, customer_kind, meter_dn, supply)
       values ($1, $2, '100200300', 1, '7', '302', $3, 'x', '某甲', '12911112222', 'resident', 15, 'direct')`,
      [utilityId, things.premises[whose], `${mark}7号楼302室`],
    );
    await town.db.admin(
      `insert into registers.thing (utility_id, thing_id, kind, code, name, since, registered_at, changed_at, look_at)
       values ($1, $2, 'tank', 'A-1', $3, '2026-03-02', '2026-03-02', '2026-03-02', '2036-01-01')`,
      [utilityId, things.registered[whose], mark],
    );
    const [redating] = await town.db.admin<{ redating_id: number }>(
      `insert into work_orders.redating (utility_id, kind, to_hash, digest, preview, reason, asked_by, asked_at)
       select utility_id, 'pack', pack_hash, 'x',
         '{"totals":{"orders":1,"changed":0,"clocks":0,"earlier":0,"later":0,"late":0,"withdrawn":0,"lostPauses":0},"rules":[]}',
         '换版', taken_by, received_at from work_orders.work_order where utility_id = $1 and taken_by is not null limit 1 returning redating_id`,
      [utilityId],
    );
    things.redating[whose] = redating?.redating_id ?? 0;
    const [backtest] = await town.db.admin<{ run_id: string }>(
      `insert into backtests.run (utility_id, run_id, candidate, named, from_at, until_at, state, created_at, created_by)
       select utility_id, gen_random_uuid(), pack_hash, jsonb_build_object('candidate', jsonb_build_object('pack', $2::text, 'version', '1', 'utility', $2)),
         '2026-01-01', '2026-02-01', 'running', received_at, taken_by
       from work_orders.work_order where utility_id = $1 and taken_by is not null limit 1 returning run_id`,
      [utilityId, mark],
    );
    things.backtest[whose] = backtest?.run_id ?? '';
    const [inspection] = await town.db.admin<{ inspection_id: number }>(
      `insert into appraisal.inspection (utility_id, pack_hash, kind, place, at, recorded_at, staff_id, answers, not_met, wanting, to_look, items)
       select utility_id, pack_hash, 'outlet', $2, received_at, received_at, taken_by, '[]', 0, 0, 0, 0 from work_orders.work_order
       where utility_id = $1 and taken_by is not null limit 1 returning inspection_id::int`,
      [utilityId, mark],
    );
    things.inspection[whose] = inspection?.inspection_id ?? 0;
    const told = await town.db.transaction(utilityId, (tx) =>
      notify(tx, town.time, {
        event: 'order-received',
        key: 'tried',
        channels: ['wechat'],
        recipients: [{ kind: 'customer', name: '诸葛某', phone: '12900000006' }],
        variables: { number: mark },
      }),
    );
    things.notice[whose] = told.ok ? (told.value.notices[0] ?? 0) : 0;
    const base = { base: utility.pack.hash, title: '换版' };
    things.draft[whose] = (await utility.voices.manager.must('/api/regulations/drafts', base)).id;
    const file = `id\ttime\tsubject\tbody\treporter\tphone\tplace\trelevant\tevent\n77\t2026-03-01 09:00:00\t漏水\t${mark}漏水\t诸葛某\t12977770001\t${mark}\tyes\tpipe-leak\n`;
    const answer = await fetch(`${town.base}/api/imports/messages?name=letters.tsv`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf(town, utility)}`,
        'content-type': 'text/tab-separated-values',
        'idempotency-key': randomUUID(),
      },
      body: file,
    });
    things.import[whose] = ((await answer.json()) as { importId: string }).importId;
  }
  return things;
}
