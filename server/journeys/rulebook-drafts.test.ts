/** A draft of the rulebook, from the first word to the orders received under it: over HTTP, by two persons. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { writeZip } from '../modules/regulations/index.ts';
import { DAY } from '../values/instant.ts';
import { type City, city, PASSWORD, type Parsed, type Utility } from './city/testing.ts';

// a rulebook that extends two others is read anew after each change
vi.setConfig({ testTimeout: 60_000 });

const START = '2026-03-02T10:00:00+08:00';
let town: City;
let here: Utility;
let draft: Parsed;
let orders: { id: number }[];
let before: Parsed[];

const report = (place: string, event = 'facility-damage.manhole-cover') => ({
  channel: 'phone',
  content: '井盖不见了，有人差点掉下去',
  place,
  event,
  reporter: '欧阳小明',
  phone: '129 0000-4127',
  contactTimes: '随时',
});
const tokens = new Map<string, string>();
async function tokenOf(username: string): Promise<string> {
  const known = tokens.get(username);
  if (known) return known;
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  });
  const { token } = (await answer.json()) as { token: string };
  tokens.set(username, token);
  return token;
}
async function call(username: string, method: string, url: string, body?: unknown, type = 'application/json') {
  const answer = await fetch(town.base + url, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(username)}`,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const kind = answer.headers.get('content-type') ?? '';
  const read = kind.includes('json') ? await answer.json() : Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, body: read as Parsed };
}
const edit = (value: string, revision = draft.revision, entry = 'finish') =>
  call('hucheng-manager', 'PUT', `/api/regulations/drafts/${draft.id}/edits`, {
    revision,
    edits: [{ section: 'clocks', entry, path: coverPath, value }],
  });
const inboxOf = async (username: string): Promise<Parsed[]> =>
  (await call(username, 'GET', '/api/inbox')).body.items.filter(({ kind }: Parsed) => kind.startsWith('draft-'));
let coverPath: (string | number)[];
const finishOf = async (id: number): Promise<Parsed> => {
  const { body } = await here.voices.manager.get(`/api/orders/${id}`);
  return body.clocks.find((one: { id: string }) => one.id.split('/')[0] === 'finish');
};
const texts = (view: Parsed): string[] => view.differences.map((one: { text: string }) => one.text);

beforeAll(async () => {
  town = await city(START);
  here = await town.utility('hucheng', 'hucheng');
  await town.utility('elsewhere', 'hucheng');
  orders = [];
  for (const place of ['湖滨路 1 号', '湖滨路 2 号', '湖滨路 3 号'])
    orders.push((await here.voices.agent.must('/api/requests', report(place))).order);
  await here.voices.agent.must('/api/requests', report('湖滨路 4 号', 'consultation'));
  before = await Promise.all(orders.map(({ id }) => finishOf(id)));
}, 90_000);

describe('a draft of the rulebook', () => {
  it('begins from the version in force; without a new number it goes out as it came in, to the byte', async () => {
    const begun = await call('hucheng-manager', 'POST', '/api/regulations/drafts', {
      base: here.pack.hash,
      title: '试',
    });
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({ state: 'drafting', revision: 1, mine: true, differences: [] });
    const out = await call('hucheng-manager', 'GET', `/api/regulations/drafts/${begun.body.id}/files`);
    const kept = await call('hucheng-manager', 'GET', `/api/regulations/rulebooks/${here.pack.hash}/files`);
    expect(out.body.equals(kept.body)).toBe(true);
    expect(
      (await call('hucheng-manager', 'POST', `/api/regulations/drafts/${begun.body.id}/withdraw`)).body.state,
    ).toBe('withdrawn');
  });

  it('shows each value with article and words, and says in plain words what a change changes', async () => {
    const begun = await call('hucheng-manager', 'POST', '/api/regulations/drafts', {
      base: here.pack.hash,
      title: '井盖 12 小时',
      version: '2026.2',
    });
    draft = begun.body;
    expect(texts(draft)).toEqual(['版本：2026.1 → 2026.2', '施行日期：2010-01-01 → 2026-03-02']);
    const entry = await call(
      'hucheng-manager',
      'GET',
      `/api/regulations/drafts/${draft.id}/entry?section=clocks&entry=finish`,
    );
    expect(entry.body).toMatchObject({
      inherited: true,
      article: expect.stringMatching(/./),
      quote: expect.stringMatching(/./),
    });
    const cover = entry.body.fields.find(
      (field: Parsed) => field.condition.includes('井盖') && field.path.at(-1) === 'within',
    );
    expect(cover.value).toMatch(/ h$/);
    coverPath = cover.path;
    const done = await edit('6 h');
    expect(done.status).toBe(200);
    draft = done.body;
    const hours = cover.value.replace(' h', '');
    expect(texts(draft).filter((text) => !/^(版本|施行)/.test(text))).toEqual([
      expect.stringMatching(new RegExp(`井盖.* · 办理：${hours} 小时 → 6 小时$`)),
    ]);
  });

  it('counts the open orders that change, by the machinery of re-dating', async () => {
    const { body } = await call('hucheng-manager', 'GET', `/api/regulations/drafts/${draft.id}/effects`);
    const preview = body.effects.map((one: Parsed) => one.orders);
    expect(preview).toEqual(draft.differences.map((one: Parsed) => (one.key === 'within' ? 3 : null)));
    expect(body).toMatchObject({ orders: 4, changed: 3, revision: draft.revision });
  });

  it('refuses what makes no rulebook, with file, line and the right way, and keeps what was there', async () => {
    const wrong = await edit('6 小时');
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ code: 'pack-has-errors', detail: expect.stringMatching(/amended\.yaml:\d+/) });
    const after = await call('hucheng-manager', 'GET', `/api/regulations/drafts/${draft.id}`);
    expect(after.body).toEqual(draft);
    expect(await finishOf(orders[0]?.id ?? 0)).toEqual(before[0]);
  });

  it('is not written over by who has not seen it', async () => {
    const late = await edit('8 h', draft.revision - 1);
    expect([late.status, late.body.code]).toEqual([409, 'draft-changed']);
  });

  it('needs a second person, who has not written in it', async () => {
    const url = `/api/regulations/drafts/${draft.id}`;
    const early = await call('hucheng-deputy', 'POST', `${url}/decide`, {
      revision: draft.revision,
      granted: true,
    });
    expect(early.body.code).toBe('draft-not-submitted');
    const sent = await call('hucheng-manager', 'POST', `${url}/submit`, {
      revision: draft.revision,
      reason: '供水〔2026〕9 号',
    });
    expect(sent.body).toMatchObject({ state: 'submitted' });
    const waits = { kind: 'draft-submitted', draftId: draft.id, text: expect.stringContaining('供水〔2026〕9 号') };
    expect(await inboxOf('hucheng-deputy')).toContainEqual(expect.objectContaining(waits));
    expect(await inboxOf('hucheng-manager')).toEqual([]);
    const own = await call('hucheng-manager', 'POST', `${url}/decide`, { revision: draft.revision, granted: true });
    expect([own.status, own.body.code]).toEqual([422, 'own-draft']);
    expect((await edit('7 h')).body.code).toBe('draft-closed');
    // the database itself refuses one person
    await expect(
      town.db.admin(`update regulations.draft set decided_by = authors[1] where draft_id = $1`, [draft.id]),
    ).rejects.toThrow(/check/);
    const back = await call('hucheng-deputy', 'POST', `${url}/decide`, {
      revision: draft.revision,
      granted: false,
      note: '改为 12 小时',
    });
    expect(back.body).toMatchObject({ state: 'returned', note: '改为 12 小时' });
    draft = (await edit('12 h')).body;
    expect(draft).toMatchObject({ state: 'drafting', note: null, decidedBy: null });
    await call('hucheng-manager', 'POST', `${url}/submit`, { revision: draft.revision, reason: '供水〔2026〕9 号' });
    const past = await call('hucheng-deputy', 'POST', `${url}/decide`, {
      revision: draft.revision,
      granted: true,
      fromDay: '2026-03-01',
    });
    expect(past.body.code).toBe('in-force-too-early');
    const done = await call('hucheng-deputy', 'POST', `${url}/decide`, {
      revision: draft.revision,
      granted: true,
      fromDay: '2026-03-04',
    });
    expect(done.body).toMatchObject({ state: 'approved', fromDay: '2026-03-04' });
    expect((await inboxOf('hucheng-manager')).map(({ text }) => text).sort()).toEqual([
      expect.stringMatching(/已审批您提交的规则草案.*已批准/),
      expect.stringMatching(/退回修改。改为 12 小时/),
    ]);
    draft = done.body;
  });

  it('governs what is received from its day on; what was received before keeps its limit', async () => {
    const sooner = (await here.voices.agent.must('/api/requests', report('湖滨路 5 号'))).order;
    expect((await finishOf(sooner.id)).limitText).toBe(before[0]?.limitText);
    town.time.advance(2 * DAY);
    const later = (await here.voices.agent.must('/api/requests', report('湖滨路 6 号'))).order;
    expect((await finishOf(later.id)).limitText).toBe('限 12 小时');
    expect((await finishOf(orders[1]?.id ?? 0)).dueAt).toBe(before[1]?.dueAt);
    const audit = await town.db.admin<{ action: string }>(
      `select action from identity.audit where object = $1 order by audit_id`,
      [`draft:${draft.id}`],
    );
    // biome-ignore format: one list
    expect(audit.map(({ action }) => action)).toEqual([
      'draft.begin', 'draft.edit', 'draft.submit', 'draft.return', 'draft.edit', 'draft.submit', 'draft.approve',
    ]);
  });

  it('goes out as YAML that has the same content hash when it comes in again, and is compared as a version', async () => {
    const { body } = await call('hucheng-agent', 'GET', `/api/regulations/rulebooks/${draft.hash}/files`);
    const again = await call(
      'hucheng-manager',
      'POST',
      `/api/regulations/drafts/zip?base=${draft.hash}&title=${encodeURIComponent('再来')}`,
      body,
      'application/zip',
    );
    expect(again.body).toMatchObject({ pack: 'hucheng', version: '2026.2', differences: [] });
    const same = await call('hucheng-manager', 'POST', `/api/regulations/drafts/${again.body.id}/submit`, {
      revision: 1,
      reason: '同',
    });
    // the very version that is in force, by its hash
    expect(same.body.code).toBe('in-force-already');
    const compared = await call(
      'hucheng-agent',
      'GET',
      `/api/regulations/comparison?from=${here.pack.hash}&to=${draft.hash}`,
    );
    expect(texts(compared.body)).toEqual(texts(draft));
  });

  it('sent as files that are no rulebook is refused, and the version in force stays', async () => {
    const broken = await writeZip(
      [{ path: 'hucheng/pack.yaml', text: 'pack: hucheng\nversion: "3"\neffective: 2026-13-01\nclocks: [{id: a}]\n' }],
      new Date(0),
    );
    const url = `/api/regulations/drafts/zip?base=${draft.hash}&title=x`;
    const wrong = await call('hucheng-manager', 'POST', url, broken, 'application/zip');
    expect(wrong.body).toMatchObject({
      code: 'pack-has-errors',
      detail: expect.stringContaining('hucheng/pack.yaml:3'),
    });
    expect((await call('hucheng-manager', 'POST', url, Buffer.from('no zip'), 'application/zip')).body.code).toBe(
      'zip-not-readable',
    );
    const current = await here.voices.manager.get('/api/regulations/current');
    expect(current.body.hash).toBe(draft.hash);
  });

  it('is nobody else’s: another utility has neither the draft nor the version', async () => {
    const other = await call('elsewhere-manager', 'GET', `/api/regulations/drafts/${draft.id}`);
    expect([other.status, other.body.code]).toEqual([404, 'draft-not-found']);
    expect((await call('elsewhere-manager', 'GET', `/api/regulations/rulebooks/${draft.hash}/files`)).status).toBe(404);
    expect((await call('hucheng-crew', 'GET', `/api/regulations/drafts/${draft.id}`)).status).toBe(403);
  });
});
