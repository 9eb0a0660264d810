/** Rosters 排班: planned, told, handed over, signed; and who is on duty hears what concerns his unit. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runWaiting } from '../modules/imports/index.ts';
import { saveShifts, verifyHandovers } from '../modules/rosters/index.ts';
import { testFolder, workbookParts } from '../platform/tables/testing.ts';
import { type City, city, drive, PASSWORD, type Parsed, type Utility } from './city/testing.ts';

const START = '2026-03-02T10:00:00+08:00';
let town: City;
let utility: Utility;
let ids: Record<string, number>;
const on = (hour: string, day = '02') => `2026-03-${day}T${hour}:00+08:00`;

beforeAll(async () => {
  town = await city(START);
  utility = await town.utility('hucheng', 'hucheng');
  await town.utility('bincheng', 'hucheng');
  const staff = await town.db.admin<{ id: number; username: string }>(
    'select staff_id as id, username from identity.staff where utility_id = $1',
    [utility.utilityId],
  );
  ids = Object.fromEntries(staff.map(({ id, username }) => [username.replace('hucheng-', ''), id]));
}, 60_000);

const refused = async (who: keyof Utility['voices'], url: string, body: object) =>
  (await utility.voices[who].post(url, body)).body.code;
const kinds = async (who: keyof Utility['voices']) =>
  (await utility.voices[who].get('/api/inbox')).body.items.map(({ kind }: Parsed) => kind);

const files = testFolder();
function workbookFile(lines: string[][]): Promise<string> {
  const cell = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (cells: string[], n: number) =>
    `<row r="${n + 1}">${cells.map((value, c) => (value === '' ? '' : cell(`${'ABCDE'[c]}${n + 1}`, value))).join('')}</row>`;
  return files.zip(workbookParts({ rows: lines.map(row).join('') }));
}
async function upload(path: string): Promise<{ importId: string; kind: string }> {
  const send = async (url: string, type: string, body: string | Buffer<ArrayBuffer>, token = ''): Promise<Parsed> =>
    (
      await fetch(town.base + url, {
        method: 'POST',
        headers: { 'content-type': type, 'idempotency-key': randomUUID(), authorization: `Bearer ${token}` },
        body,
      })
    ).json();
  const signIn = JSON.stringify({ username: 'hucheng-manager', password: PASSWORD });
  const { token } = await send('/api/auth/sign-in/username', 'application/json', signIn);
  return send('/api/imports?name=roster.xlsx', 'application/octet-stream', readFileSync(path), token);
}

describe('a shift', () => {
  it('is planned by the head of the unit, once in a time, and the week after like it', async () => {
    const shift = {
      departmentId: 'repair',
      staffId: ids.crew,
      startsAt: on('08:00'),
      endsAt: on('20:00'),
      note: '白班',
    };
    const { shiftId } = await utility.voices.head.must('/api/rosters/shifts', shift);
    expect(await refused('head', '/api/rosters/shifts', { ...shift, startsAt: on('19:00'), endsAt: on('23:00') })).toBe(
      'roster-shift-overlaps',
    );
    expect(await refused('head', '/api/rosters/shifts', { ...shift, departmentId: 'hotline' })).toBe(
      'roster-unit-not-yours',
    );
    expect(await refused('crew', '/api/rosters/shifts', shift)).toBe('forbidden');
    expect(await refused('manager', '/api/rosters/shifts', { ...shift, departmentId: 'hotline' })).toBe(
      'roster-not-of-unit',
    );
    expect(await refused('head', '/api/rosters/shifts', { ...shift, endsAt: on('07:00') })).toBe(
      'roster-end-before-start',
    );
    const week = (await utility.voices.agent.get('/api/rosters/week?day=2026-03-08')).body;
    expect(week).toMatchObject({ from: '2026-03-02', shifts: [{ shiftId, name: 'crew', note: '白班' }] });
    const copy = { departmentId: 'repair', day: '2026-03-10' };
    expect(await utility.voices.head.must('/api/rosters/copy-week', copy)).toEqual({ copied: 1, left: 0 });
    expect(await utility.voices.head.must('/api/rosters/copy-week', copy)).toEqual({ copied: 0, left: 1 });
    const next = (await utility.voices.agent.get('/api/rosters/week?day=2026-03-10')).body.shifts;
    expect(next).toMatchObject([{ startsAt: '2026-03-09T00:00:00.000Z' }]);
    await utility.voices.head.must('/api/rosters/shifts/remove', { shiftId: next[0].shiftId });
    expect(await refused('head', '/api/rosters/shifts/remove', { shiftId: next[0].shiftId })).toBe(
      'roster-shift-not-found',
    );
    expect((await utility.voices.agent.get('/api/rosters/week?day=2026-03-10')).body.shifts).toEqual([]);
  });

  it('makes whoever is on duty hear what concerns the unit; who is absent is stood in for', async () => {
    const duty = async () =>
      (await utility.voices.agent.get('/api/rosters/on-duty')).body.units.find(
        ({ departmentId }: Parsed) => departmentId === 'repair',
      ).onDuty;
    expect(await duty()).toMatchObject([{ name: 'crew', insteadOf: null }]);
    const order = await drive(
      utility,
      (
        await utility.voices.agent.must('/api/requests', {
          channel: 'phone',
          event: 'pipe-leak',
          content: '路面冒水',
          reporter: '李女士',
          phone: '13000000001',
          place: '柳荫路 7 号',
          form: { 'contact-time': '随时' },
        })
      ).order,
    );
    await order.give('dispatcher', 'dispatch', { departmentId: 'repair' });
    expect(await kinds('crew')).toContain('dispatched');
    const away = {
      absentId: ids.crew,
      deputyId: ids.supervisor,
      from: on('09:00'),
      until: on('18:00'),
      reason: '年假',
    };
    expect(await refused('head', '/api/rosters/stand-ins', { ...away, deputyId: ids.crew })).toBe(
      'roster-stand-in-same',
    );
    const { standInId } = await utility.voices.head.must('/api/rosters/stand-ins', away);
    expect(await refused('head', '/api/rosters/stand-ins', away)).toBe('roster-stand-in-overlaps');
    expect(await kinds('supervisor')).toContain('stand-in');
    expect(await duty()).toMatchObject([{ name: 'supervisor', insteadOf: 'crew' }]);
    await order.give('head', 'accept');
    await order.give('head', 'assign', { handlerId: ids.crew });
    // the one who is away finds it when he is back
    expect([await kinds('crew'), await kinds('supervisor')]).toEqual([
      expect.arrayContaining(['assigned']),
      expect.arrayContaining(['assigned']),
    ]);
    await utility.voices.head.must('/api/rosters/stand-ins/end', { standInId });
    expect(await duty()).toMatchObject([{ name: 'crew' }]);
  });
});

describe('a roster that is there as a table', () => {
  it('is imported row by row under the rules of planning by hand, and a second time changes nothing', async () => {
    const path = await workbookFile([
      ['值班人员', '单位', '开始时间', '结束时间', '班次'],
      ['hucheng-crew', '', '2026-03-16 20:00', '08:00', '夜班'],
      ['crew', '抢修维修', '2026-03-17 06:00', '2026-03-17 12:00', '重叠'],
      ['没有这人', '', '2026-03-17 08:00', '20:00', ''],
      ['head', '没有这单位', '2026-03-17 08:00', '20:00', ''],
      ['head', '', '2026-03-17', '20:00', ''],
      ['hucheng-head', '', '2026-03-17 08:00', '20:00', '白班'],
    ]);
    const load = async () => {
      const { importId, kind } = await upload(path);
      expect(kind).toBe('shifts');
      await utility.voices.manager.must(`/api/imports/${importId}/start`, {});
      await runWaiting(town.db, town.time, [utility.utilityId], { failed: (error) => Promise.reject(error) });
      const { counts } = (await utility.voices.manager.get(`/api/imports/${importId}`)).body;
      return { importId, counts };
    };
    const done = await load();
    expect(done.counts).toMatchObject({ created: 2, unchanged: 0, refused: 4 });
    const faults = await town.db.admin<{ line: number; code: string }>(
      `select line, faults->0->>'code' as code from imports.row where import_id = $1 and outcome = 'refused' order by line`,
      [done.importId],
    );
    expect(faults.map(({ line, code }) => [Number(line), code])).toEqual([
      [3, 'roster-shift-overlaps'],
      [4, 'roster-row-unknown'],
      [5, 'roster-row-unit'],
      [6, 'roster-row-time'],
    ]);
    const week = (await utility.voices.agent.get('/api/rosters/week?day=2026-03-16')).body.shifts;
    expect(week.map(({ name, startsAt, endsAt, note }: Parsed) => [name, startsAt, endsAt, note])).toEqual([
      ['crew', '2026-03-16T12:00:00.000Z', '2026-03-17T00:00:00.000Z', '夜班'],
      ['head', '2026-03-17T00:00:00.000Z', '2026-03-17T12:00:00.000Z', '白班'],
    ]);
    expect((await load()).counts).toMatchObject({ created: 0, unchanged: 2, refused: 4 });
  });

  it('is planned by who may plan: the head of another unit plans nothing of this one', async () => {
    const row = { person: 'hucheng-crew', unit: '', startsAt: 1_775_000_000_000, endsAt: 1_775_010_000_000, note: '' };
    const save = (by: number | null | undefined) =>
      town.db.transaction(utility.utilityId, (tx) => saveShifts({ tx, time: town.time, by: by ?? null }, [row]));
    const codes = async (by: number | null | undefined) =>
      (await save(by)).flatMap(({ faults }) => faults.map(({ code }) => code));
    expect(await codes(ids.agent)).toEqual(['roster-unit-not-yours']);
    expect(await codes(null)).toEqual(['roster-row-planner']);
    expect(await save(ids.head)).toEqual([{ outcome: 'created', faults: [] }]);
  });
});

describe('the lists of a unit', () => {
  it('name one liaison; each change is told to the call centre, said to be late when it is, and filed once', async () => {
    const add = { departmentId: 'repair', duty: 'liaison', staffId: ids.crew, phone: '13900000001', reason: '新设' };
    await utility.voices.head.must('/api/rosters/lists', add);
    expect(await refused('head', '/api/rosters/lists', add)).toBe('roster-listed-already');
    expect(await kinds('dispatcher')).toContain('list-changed');
    expect(await kinds('crew')).not.toContain('list-changed');
    await utility.voices.head.must('/api/rosters/lists', {
      ...add,
      staffId: ids.head,
      phone: '13900000002',
      at: '2026-02-27T09:00:00+08:00',
    });
    const units = (await utility.voices.agent.get('/api/rosters/on-duty')).body.units;
    const repair = units.find(({ departmentId }: Parsed) => departmentId === 'repair');
    expect(repair.listed).toMatchObject([{ duty: 'liaison', name: 'head', phone: '13900000002' }]);
    const changes = (await utility.voices.dispatcher.get('/api/rosters/changes')).body;
    expect(changes.map(({ deed, name, late }: Parsed) => [deed, name, late])).toEqual([
      ['added', 'head', true],
      ['ended', 'crew', true],
      ['added', 'crew', false],
    ]);
    const { changeId } = changes[0];
    expect(await refused('head', '/api/rosters/changes/file', { changeId })).toBe('forbidden');
    await utility.voices.dispatcher.must('/api/rosters/changes/file', { changeId });
    expect(await refused('dispatcher', '/api/rosters/changes/file', { changeId })).toBe('roster-filed-already');
    expect((await utility.voices.head.get('/api/rosters/changes')).body[0]).toMatchObject({ filedBy: 'dispatcher' });
  });

  it('have one liaison however many are named at the same moment, or for later', async () => {
    const { head, manager, agent } = utility.voices;
    const name = (staffId: number | undefined, phone: string, more = {}) => ({
      departmentId: 'repair',
      duty: 'liaison',
      staffId,
      phone,
      ...more,
    });
    const liaisons = async () =>
      (await agent.get('/api/rosters/on-duty')).body.units
        .find(({ departmentId }: Parsed) => departmentId === 'repair')
        .listed.filter(({ duty }: Parsed) => duty === 'liaison');
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all([
        head.post('/api/rosters/lists', name(ids.crew, `1390000010${round}`)),
        manager.post('/api/rosters/lists', name(ids.head, `1390000020${round}`)),
        head.post('/api/rosters/lists', name(ids.crew, `1390000030${round}`)),
        manager.post('/api/rosters/lists', name(ids.head, `1390000040${round}`)),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(await liaisons()).toHaveLength(1);
    }
    await head.must('/api/rosters/lists', name(ids.crew, '13900000500', { at: on('08:00', '09') }));
    // plans change: the one for later is not to be one any more
    await head.must('/api/rosters/lists', name(ids.head, '13900000501'));
    expect(await liaisons()).toMatchObject([{ name: 'head', phone: '13900000501' }]);
    const open = await town.db.admin(
      `select from rosters.listed where utility_id = $1 and duty = 'liaison' and until_at is null`,
      [utility.utilityId],
    );
    expect(open).toHaveLength(1);
    const [{ listedId }] = await liaisons();
    const ends = await Promise.all([1, 2, 3].map(() => head.post('/api/rosters/lists/end', { listedId })));
    expect(ends.map(({ body }) => body.code ?? 'ok').sort()).toEqual([
      'ok',
      'roster-listed-not-found',
      'roster-listed-not-found',
    ]);
  });
});

describe('a shift that is handed over', () => {
  it('holds what is open, is signed by both, and cannot be altered by anybody', async () => {
    const before = (await utility.voices.head.get('/api/rosters/handovers')).body;
    expect(before.open.length).toBeGreaterThan(0);
    expect(await refused('head', '/api/rosters/handovers', { takerId: ids.head, note: '' })).toBe(
      'handover-to-yourself',
    );
    const { handoverId } = await utility.voices.head.must('/api/rosters/handovers', {
      takerId: ids.crew,
      note: '柳荫路已开挖，夜间须监护',
    });
    const told = (await utility.voices.crew.get('/api/inbox')).body.items.find(
      ({ kind }: Parsed) => kind === 'handover',
    );
    // by its name, and how many there are is not said: some may be sealed to who takes over
    expect(told.text).toContain('抢修');
    expect(told.text).not.toMatch(/repair|\d/);
    expect(await refused('agent', '/api/rosters/handovers/take', { handoverId })).toBe('handover-not-yours');
    const taken = await utility.voices.crew.must('/api/rosters/handovers/take', { handoverId, note: '已到现场看过' });
    expect(taken).toMatchObject({
      giverName: 'head',
      takerName: 'crew',
      takerNote: '已到现场看过',
      hidden: 0,
      intact: true,
    });
    expect(taken.matters.map(({ number }: Parsed) => number)).toEqual(before.open.map(({ number }: Parsed) => number));
    expect(taken.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await refused('crew', '/api/rosters/handovers/take', { handoverId })).toBe('handover-signed');
    expect(await kinds('head')).toContain('handover-taken');
    for (const statement of [
      `update rosters.handover set note = 'x' where handover_id = $1`,
      `update rosters.handover set taken_at = null where handover_id = $1`,
      `delete from rosters.handover where handover_id = $1`,
    ])
      await expect(town.db.admin(statement, [handoverId])).rejects.toThrow('append-only');
    // one that is elsewhere by now is counted
    const elsewhere = `update work_orders.work_order set handler_id = $2, department_id = $3 where utility_id = $1`;
    await town.db.admin(elsewhere, [utility.utilityId, ids.head, 'hotline']);
    const read = async () => (await utility.voices.crew.get('/api/rosters/handovers')).body.items[0];
    expect(await read()).toMatchObject({ matters: [], hidden: before.open.length });
    await town.db.admin(elsewhere, [utility.utilityId, ids.crew, 'repair']);
    expect((await read()).matters).toHaveLength(before.open.length);
    // an order that is sealed later is not shown to who may not see it, and not even counted
    await town.db.admin(
      `update work_orders.work_order set sealed_to = 'operations', concerned_unit = 'repair' where utility_id = $1`,
      [utility.utilityId],
    );
    expect(await read()).toMatchObject({ matters: [], hidden: 0 });
  });

  it('is proven to read as it was signed: whoever gets round the database is found out', async () => {
    const { head, crew } = utility.voices;
    const { handoverId } = await head.must('/api/rosters/handovers', { takerId: ids.crew, note: '阀门已关' });
    const verified = () => town.db.transaction(utility.utilityId, verifyHandovers);
    expect(await verified()).toEqual({ handovers: 2, altered: [] });
    await town.db.admin('alter table rosters.handover disable trigger keep');
    await town.db.admin(`update rosters.handover set note = '阀门未关' where handover_id = $1`, [handoverId]);
    await town.db.admin('alter table rosters.handover enable trigger keep');
    expect(await verified()).toMatchObject({ handovers: 2, altered: [{ handoverId }] });
    expect((await crew.get('/api/rosters/handovers')).body.items[0]).toMatchObject({ handoverId, intact: false });
    expect(await refused('crew', '/api/rosters/handovers/take', { handoverId })).toBe('handover-altered');
  });
});
