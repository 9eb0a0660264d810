/** Test support: a complaint about conduct, all that hangs on it, and how each route is asked for it. */
import { randomUUID } from 'node:crypto';
import { createStaff, hashPassword } from '../../modules/identity/index.ts';
import { picture } from '../../platform/files/testing.ts';
import { type City, city, PASSWORD, type Parsed, speaking, type Utility, type Voice } from '../city/testing.ts';
import { noticeCalls, tellSealed } from './notices.ts';
import { SECRET } from './secret.ts';

export { SECRET };

import { slipAbout } from './slip.ts';

export const START = '2026-03-02T10:00:00+08:00';
/** An export nobody asked for: what is in one is looked at with the rights of who asked. */
const NOBODYS = '00000000-0000-4000-8000-000000000001';
/** A phone of each who works outside, at the place of his name. */
const PHONES = ['concernedHead', 'concernedCrew', 'concernedAll', 'concernedBelow', 'outsider'];
const phoneOf = (place: number): string => `00000000-0000-4000-8000-00000000010${place}`;
export const REPLY = '已约谈当事人并退还';
const EVERY_ROLE = [
  'desk-agent',
  'dispatcher',
  'department-head',
  'crew-member',
  'reviewer',
  'supervisor',
  'manager',
  'administrator',
  'discipline-officer',
] as const;

export let town: City;
export let utility: Utility;
export let own: Record<string, Voice>;
export let order: { id: number; number: string };
export let requestId: number;
export let attachmentId: string;
export let importId: string;
export let redatingId: number;
let draftId: number;
let slipId: number;
/** From before there was anything to hide: what changed since holds all of it. */
export let cursor: string;
/** Opened as an ordinary complaint, dispatched to the unit concerned, then found to be about conduct. */
export let found: { id: number; number: string };

/** A confidential order, one that became confidential, and everybody who might look. */
export async function setUp(): Promise<void> {
  town = await city(START);
  utility = await town.utility('hucheng', 'hucheng');
  const { db, time } = town;
  const { utilityId, voices } = utility;
  cursor = (await voices.agent.get('/api/live/changes')).body.cursor;
  // no id of these is ever the id of anything else
  await db.admin(`alter table work_orders.work_order alter column order_id restart with 987650001`);
  await db.admin(`alter table requests.request alter column request_id restart with 876540001`);
  await db.admin(
    `insert into identity.department (utility_id, department_id, name, organization_id, kind, parent_id) values
      ($1, 'discipline', '集团纪委', 'discipline', 'discipline', null), ($1, 'runda', '营业公司', 'runda', 'service', null),
      ($1, 'repair-night', '夜班', null, 'service', 'repair')`,
    [utilityId],
  );
  await db.admin(`insert into identity.district (utility_id, district_id, name) values ($1, 'east', '城东')`, [
    utilityId,
  ]);
  await db.admin(
    `insert into registers.community (utility_id, community_id, name, road, district_id) values ($1, 1, '柳荫里', '柳荫路', 'east')`,
    [utilityId],
  );
  await db.admin(
    `insert into registers.building (utility_id, building_id, community_id, name, key) values ($1, 1, 1, '7', '7')`,
    [utilityId],
  );
  await db.admin(
    `insert into registers.premises (utility_id, premises_id, account_number, community_id, building, room, address, address_key, customer_name,
       customer_phone, customer_kind, meter_dn, supply)
     values ($1, 5001, '100200300', 1, '7', '302', '柳荫里7号楼302室', 'x', '某甲', '12911112222', 'resident', 15, 'direct')`,
    [utilityId],
  );
  const hash = await hashPassword(PASSWORD);
  const people: Record<string, [string, readonly string[]]> = {
    officer: ['discipline', ['discipline-officer']],
    disciplineHead: ['discipline', ['department-head']],
    investigator: ['discipline', ['crew-member']],
    concernedHead: ['repair', ['department-head']],
    concernedCrew: ['repair', ['crew-member']],
    concernedDispatcher: ['repair', ['dispatcher']],
    concernedAll: ['repair', EVERY_ROLE],
    concernedBelow: ['repair-night', EVERY_ROLE],
    outsider: ['runda', EVERY_ROLE],
    desk: ['hotline', ['desk-agent', 'dispatcher', 'reviewer', 'supervisor', 'administrator']],
  };
  own = {};
  for (const [name, [departmentId, roles]] of Object.entries(people)) {
    const username = `sealed-${name.toLowerCase()}`;
    await db.transaction(utilityId, (tx) =>
      createStaff(tx, time, { username, name, roles: roles as never, departmentId, districts: [], password: { hash } }),
    );
    const { token } = (await (
      await fetch(`${town.base}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: PASSWORD }),
      })
    ).json()) as { token: string };
    own[name] = speaking(town.base, { authorization: `Bearer ${token}` });
  }
  for (const [place, name] of PHONES.entries())
    await own[name]?.must('/api/sync', {
      deviceId: phoneOf(place),
      secret: 's'.repeat(43),
      sentAt: START,
      commands: [],
    });
  const received = await voices.agent.must('/api/requests', {
    channel: 'visit',
    event: 'service-complaint.discipline',
    content: SECRET.content,
    reporter: SECRET.reporter,
    phone: SECRET.phone,
    place: SECRET.place,
    premisesId: 5001,
    facts: { 'concerned-unit': 'repair', 'concerned-person': SECRET.person },
    form: { 'contact-time': '随时' },
  });
  order = received.order;
  requestId = received.request.id;
  const photo = await picture('jpeg', 64, 48);
  attachmentId = (await uploaded(photo)).id;
  // an ordinary complaint first: the unit has been told of it when it turns out to be about conduct
  found = (
    await voices.agent.must('/api/requests', {
      channel: 'phone',
      event: 'service-complaint',
      content: SECRET.content,
      reporter: SECRET.reporter,
      phone: SECRET.phone,
      place: SECRET.place,
      premisesId: 5001,
      facts: { 'concerned-unit': 'repair', 'concerned-person': SECRET.person },
      form: { 'contact-time': '随时' },
    })
  ).order;
  await command(voices.dispatcher, found.id, 'dispatch', { departmentId: 'repair' });
  await command(voices.manager, found.id, 'reclassify', { event: 'service-complaint.discipline', reason: '涉及红包' });
  draftId = (await voices.manager.must('/api/regulations/drafts', { base: utility.pack.hash, title: '换版' })).id;
  slipId = await slipAbout(town.db, order.id, SECRET.reporter, SECRET.place);
  // everything that is due comes due, and is told
  town.time.advance(10 * 86_400_000);
  await town.sweep();
  // a letter of a file, and a re-dating of every open order
  importId = await imported();
  const [redating] = await town.db.admin<{ redating_id: number }>(
    `insert into work_orders.redating (utility_id, kind, to_hash, digest, preview, reason, asked_by, asked_at)
     select $1, 'pack', pack_hash, 'x', '{"totals":{"orders":1,"changed":0,"clocks":0,"earlier":0,"later":0,"late":0,"withdrawn":0,"lostPauses":0},"rules":[]}',
       '换版', taken_by, received_at from work_orders.work_order where order_id = $2 returning redating_id`,
    [utilityId, order.id],
  );
  redatingId = redating?.redating_id ?? 0;
  await tellSealed(town, utilityId, { order, requestId });
  await town.db.admin(
    `insert into work_orders.redating_order (utility_id, redating_id, order_id, old_pack_hash, new_pack_hash)
     select utility_id, $1, order_id, pack_hash, pack_hash from work_orders.work_order where order_id = $2`,
    [redatingId, order.id],
  );
}

async function uploaded(photo: Buffer): Promise<{ id: string }> {
  const headers = { authorization: `Bearer ${await tokenOf('hucheng-agent')}`, 'tus-resumable': '1.0.0' };
  const begun = await fetch(`${town.base}/api/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(photo.length) },
  });
  const url = begun.headers.get('location') ?? '';
  await fetch(town.base + url, {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(photo),
  });
  const upload = url.split('/').at(-1);
  return utility.voices.agent.must(`/api/orders/${order.id}/attachments`, { upload, name: '红包.jpg' });
}

async function tokenOf(username: string): Promise<string> {
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function imported(): Promise<string> {
  const file = `id\ttime\tsubject\tbody\treporter\tphone\tplace\trelevant\tevent\n77\t2026-03-12 09:00:00\t举报\t${SECRET.content}\t${SECRET.reporter}\t${SECRET.phone}\t${SECRET.place}\tyes\tservice-complaint.discipline\n`;
  const answer = await fetch(`${town.base}/api/imports/messages?name=letters.tsv`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf('hucheng-manager')}`,
      'content-type': 'text/tab-separated-values',
      'idempotency-key': randomUUID(),
    },
    body: file,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text).importId;
}

export async function command(
  voice: Voice,
  id: number,
  name: string,
  body: Record<string, unknown> = {},
): Promise<Parsed> {
  const rows = await town.db.admin<{ version: number }>(
    `select version from work_orders.work_order where order_id = $1`,
    [id],
  );
  return voice.must(`/api/orders/${id}/${name}`, { version: rows[0]?.version, ...body });
}

/** How each route that reads is asked for what is sealed. A new route is asked too, or this test fails. */
export type Asked = { url: string; body?: unknown };
export const calls = (): Record<string, Asked[]> => {
  const orders = [order.id, found.id];
  const each = (part: string): Asked[] => orders.map((id) => ({ url: `/api/orders/${id}${part}` }));
  const report = {
    content: SECRET.content,
    place: SECRET.place,
    event: 'service-complaint.discipline',
    premisesId: 5001,
    channel: 'phone',
    receivedAt: START,
  };
  const period = 'from=2026-01-01&until=2027-01-01';
  const words = [order.number, SECRET.reporter, SECRET.phone, SECRET.phone.slice(-4), '红包', '柳荫里', '100200300'];
  const q = words.map(encodeURIComponent);
  return {
    'GET /api/me': [{ url: '/api/me' }],
    'GET /api/set-up': [{ url: '/api/set-up' }],
    'GET /api/imports/kinds/:kind/template': [{ url: '/api/imports/kinds/premises/template' }],
    'GET /api/regulations/shipped': [{ url: '/api/regulations/shipped' }],
    'GET /api/regulations/adoption': [{ url: '/api/regulations/adoption' }],
    'GET /api/regulations/adoption/rulebook': [{ url: '/api/regulations/adoption/rulebook' }],
    'GET /api/me/sessions': [{ url: '/api/me/sessions' }],
    'GET /api/staff/accounts': [{ url: '/api/staff/accounts' }],
    'GET /api/staff/:id/sessions': [{ url: '/api/staff/1/sessions' }],
    'GET /api/sign-in/settings': [{ url: '/api/sign-in/settings' }],
    'GET /api/rosters/week': [{ url: '/api/rosters/week' }],
    'GET /api/rosters/on-duty': [{ url: '/api/rosters/on-duty' }],
    'GET /api/rosters/changes': [{ url: '/api/rosters/changes' }],
    'GET /api/rosters/stand-ins': [{ url: '/api/rosters/stand-ins' }],
    'GET /api/rosters/handovers': [{ url: '/api/rosters/handovers' }],
    'GET /api/live/changes': [{ url: `/api/live/changes?after=${encodeURIComponent(cursor)}` }],
    'GET /api/staff': [{ url: '/api/staff' }],
    'GET /api/departments': [{ url: '/api/departments' }],
    'GET /api/districts': [{ url: '/api/districts' }],
    'GET /api/audit': [{ url: '/api/audit?limit=200' }, { url: `/api/audit?order=${order.number}` }],
    'GET /api/audit/export': [{ url: '/api/audit/export' }],
    'GET /api/regulations/versions': [{ url: '/api/regulations/versions' }],
    'GET /api/regulations/rulebooks': [{ url: '/api/regulations/rulebooks' }],
    'GET /api/regulations/rulebooks/:hash/files': [{ url: `/api/regulations/rulebooks/${utility.pack.hash}/files` }],
    'GET /api/regulations/drafts': [{ url: '/api/regulations/drafts' }],
    'GET /api/regulations/drafts/:id': [{ url: `/api/regulations/drafts/${draftId}` }],
    'GET /api/regulations/drafts/:id/entry': [
      { url: `/api/regulations/drafts/${draftId}/entry?section=limits&entry=at-once` },
    ],
    'GET /api/regulations/drafts/:id/files': [{ url: `/api/regulations/drafts/${draftId}/files` }],
    'GET /api/regulations/drafts/:id/effects': [{ url: `/api/regulations/drafts/${draftId}/effects` }],
    'GET /api/regulations/comparison': [
      { url: `/api/regulations/comparison?from=${utility.pack.hash}&to=${utility.pack.hash}` },
    ],
    'GET /api/regulations/text': [{ url: '/api/regulations/text' }],
    'GET /api/regulations/coverage': [{ url: '/api/regulations/coverage' }],
    'GET /api/regulations/coverage/file': [{ url: '/api/regulations/coverage/file' }],
    'GET /api/regulations/current': [{ url: '/api/regulations/current' }],
    'GET /api/regulations/vocabulary': [{ url: '/api/regulations/vocabulary' }],
    'GET /api/regulations/intake-form': [
      { url: '/api/regulations/intake-form?event=service-complaint.discipline&channel=phone' },
    ],
    'GET /api/regulations/asked': [{ url: '/api/regulations/asked?event=service-complaint.discipline&channel=phone' }],
    'POST /api/regulations/preview': [
      { url: '/api/regulations/preview', body: { event: 'service-complaint.discipline', channel: 'phone' } },
    ],
    'GET /api/places': [{ url: `/api/places?q=${encodeURIComponent('柳荫路')}` }],
    'GET /api/places/nearest': [{ url: '/api/places/nearest?lon=117&lat=36' }],
    'GET /api/places/map': [{ url: '/api/places/map' }],
    'GET /api/places/premises/:id': [{ url: '/api/places/premises/5001' }],
    'POST /api/things/:id/reveal': [{ url: '/api/things/1/reveal', body: {} }],
    'POST /api/places/premises/:id/reveal': [{ url: '/api/places/premises/5001/reveal', body: {} }],
    ...noticeCalls(),
    'GET /api/inbox': [{ url: '/api/inbox' }, { url: '/api/inbox?unread=true' }],
    'GET /api/orders/counts': [
      { url: '/api/orders/counts' },
      { url: '/api/orders/counts?any=true' },
      { url: '/api/orders/counts?event=service-complaint' },
    ],
    'GET /api/orders': [
      { url: '/api/orders?any=true&limit=200' },
      { url: '/api/orders?any=true&limit=200&sort=department,received' },
      { url: '/api/orders?limit=200' },
      { url: '/api/orders?limit=200&sort=received' },
      { url: '/api/orders?closed=true' },
      { url: '/api/orders?event=service-complaint' },
      { url: '/api/orders?department=repair' },
      { url: '/api/orders?department=discipline' },
      ...['late', 'warned', 'paused', 'mine'].map((tab) => ({ url: `/api/orders?tab=${tab}` })),
      ...q.flatMap((word) => [{ url: `/api/orders?q=${word}` }, { url: `/api/orders?closed=true&q=${word}` }]),
    ],
    'GET /api/field': PHONES.map((_name, place) => ({ url: `/api/field?device=${phoneOf(place)}` })),
    'GET /api/field/devices': [{ url: '/api/field/devices' }],
    'GET /api/call-backs': [{ url: '/api/call-backs' }],
    'GET /api/call-backs/follow-ups': [{ url: '/api/call-backs/follow-ups' }],
    'GET /api/call-backs/settings': [{ url: '/api/call-backs/settings' }],
    'GET /api/orders/:id': each(''),
    'GET /api/orders/:id/clocks': each('/clocks'),
    'GET /api/orders/:id/duty': each('/duty'),
    'GET /api/orders/:id/handlers': each('/handlers'),
    'GET /api/things': [{ url: '/api/things' }],
    'GET /api/duties/next': [{ url: '/api/duties/next?things=1,2' }],
    'GET /api/things/words': [{ url: '/api/things/words' }],
    'GET /api/things/:id': [{ url: '/api/things/1' }],
    'GET /api/things/:id/duties': [{ url: '/api/things/1/duties' }],
    'GET /api/orders/:id/duplicates': each('/duplicates'),
    'GET /api/orders/:id/attribution': each('/attribution'),
    'GET /api/orders/:id/remedies': each('/remedies'),
    'GET /api/orders/:id/slips': each('/slips'),
    'GET /api/orders/:id/tellings': each('/tellings'),
    'GET /api/slips': [{ url: '/api/slips?list=to-print' }, { url: `/api/slips?number=${slipId}` }],
    'GET /api/progress': [{ url: '/api/progress' }],
    'GET /api/slips/kinds': [{ url: '/api/slips/kinds' }],
    'GET /api/slips/notices': [{ url: '/api/slips/notices?ids=1' }],
    'GET /api/slips/pdf': [{ url: `/api/slips/pdf?ids=${slipId}` }],
    'GET /api/checklists': [{ url: '/api/checklists' }],
    'GET /api/checklists/:kind': [{ url: '/api/checklists/outlet' }],
    'GET /api/inspections': [{ url: '/api/inspections' }],
    'GET /api/inspections/:id': [{ url: '/api/inspections/1' }],
    'GET /api/reports/metrics': [{ url: '/api/reports/metrics?month=2026-03' }],
    'GET /api/reports/metrics/orders': ['counts', 'misses', 'unknown'].map((part) => ({
      url: `/api/reports/metrics/orders?month=2026-03&index=0&part=${part}`,
    })),
    'POST /api/orders/:id/reveal': orders.map((id) => ({ url: `/api/orders/${id}/reveal`, body: {} })),
    'GET /api/attachments/:id': [{ url: `/api/attachments/${attachmentId}` }],
    'GET /api/attachments/:id/preview': [{ url: `/api/attachments/${attachmentId}/preview` }],
    'GET /api/reports/attribution': [{ url: `/api/reports/attribution?${period}` }],
    'GET /api/reports/attribution/orders': [
      { url: `/api/reports/attribution/orders?${period}` },
      { url: `/api/reports/attribution/orders?${period}&department=repair` },
      { url: `/api/reports/attribution/orders?${period}&unit=-` },
    ],
    'GET /api/redatings/targets': [{ url: '/api/redatings/targets' }],
    'GET /api/backtests': [{ url: '/api/backtests' }],
    'GET /api/backtests/:id': [{ url: `/api/backtests/${NOBODYS}` }],
    'GET /api/backtests/:id/file': [{ url: `/api/backtests/${NOBODYS}/file` }],
    'GET /api/redatings': [{ url: '/api/redatings' }],
    'GET /api/redatings/:id': [{ url: `/api/redatings/${redatingId}` }],
    'GET /api/redatings/:id/orders': [{ url: `/api/redatings/${redatingId}/orders` }],
    'POST /api/redatings/preview': [
      { url: '/api/redatings/preview', body: { pack: 'jinan', version: '2026.1' } },
      { url: '/api/redatings/preview', body: { calendar: 'cn' } },
    ],
    'POST /api/requests/check': [{ url: '/api/requests/check', body: { channel: 'phone', premisesId: 5001 } }],
    'POST /api/requests/suggest': [{ url: '/api/requests/suggest', body: { content: '漏水' } }],
    'POST /api/requests/duplicates': [{ url: '/api/requests/duplicates', body: { ...report, content: '同上' } }],
    'POST /api/requests/earlier': [
      { url: '/api/requests/earlier', body: { channel: 'phone', phone: SECRET.phone, premisesId: 5001 } },
    ],
    'GET /api/reports/voices': [{ url: '/api/reports/voices?from=2026-01&until=2026-12' }],
    'GET /api/reports/voices/requests': [
      { url: '/api/reports/voices/requests?from=2026-01&until=2026-12' },
      { url: '/api/reports/voices/requests?from=2026-01&until=2026-12&kind=service-complaint' },
    ],
    'GET /api/requests': [
      { url: '/api/requests?limit=200' },
      { url: '/api/requests?premisesId=5001' },
      { url: '/api/requests?event=service-complaint' },
      ...q.map((word) => ({ url: `/api/requests?q=${word}` })),
    ],
    'GET /api/requests/:id': [{ url: `/api/requests/${requestId}` }],
    'POST /api/requests/:id/reveal': [{ url: `/api/requests/${requestId}/reveal`, body: {} }],
    'GET /api/lists/:list': [{ url: '/api/lists/orders' }],
    'GET /api/exports': [{ url: '/api/exports' }],
    'GET /api/exports/:id': [{ url: `/api/exports/${NOBODYS}` }],
    'GET /api/exports/:id/file': [{ url: `/api/exports/${NOBODYS}/file` }],
    'GET /api/imports/kinds': [{ url: '/api/imports/kinds' }],
    'GET /api/imports': [{ url: '/api/imports' }],
    'GET /api/imports/:id': [{ url: `/api/imports/${importId}` }],
    'GET /api/imports/:id/rows': [{ url: `/api/imports/${importId}/rows` }],
    'GET /api/imports/:id/errors': [{ url: `/api/imports/${importId}/errors` }],
  };
};

/** The reply the rulebook asks for. */
export async function formOf(voice: Voice): Promise<Record<string, unknown>> {
  const { body } = await voice.get(`/api/orders/${order.id}`);
  const form = body.allowed.find(({ command: name }: Parsed) => name === 'handle')?.form;
  return Object.fromEntries(
    (form?.fields ?? []).map(({ id, type }: Parsed) => [id, type === 'yes-no' ? true : type === 'number' ? 1 : REPLY]),
  );
}
