import { beforeEach, describe, expect, it } from 'vitest';
import type { Pack } from '../regulations/index.ts';
import { putPack } from '../regulations/index.ts';
import { askRedating, decideRedating, previewRedating, refold, revertRedating, sweep, verifyOrders } from './index.ts';
import { ruleSentence, totalSentence } from './rules/redating/sentences.ts';
import { at } from './rules/testing.ts';
import { clocksOf } from './store/clocks.ts';
import { logOf } from './store/events.ts';
import { orderById } from './store/orders.ts';
import { redatingById } from './store/redatings.ts';
import { clock, clocksPack, type Town, town } from './testing.ts';

const HOUR = 3_600_000;

let here: Town;
let towns = 0;
const finish = (hours: number): Pack => ({
  ...clocksPack,
  version: `finish-${hours}`,
  hash: `finish-${hours}`,
  clocks: clocksPack.clocks.map((one) =>
    one.id === 'finish' ? clock('finish', 'created', ['finished'], hours * HOUR) : one,
  ),
});

beforeEach(async () => {
  towns += 1;
  here = await town(clocksPack, here?.db, `redate-${towns}`);
  here.time.set(at('10:00'));
});

const put = (pack: Pack) => here.as((tx) => putPack(tx, pack, '2030-01-01', here.time.now()));
const clockOf = async (orderId: number, id: string) =>
  (await here.as((tx) => clocksOf(tx, orderId))).find((row) => row.clockId === id);
const logged = (orderId: number) => here.as((tx) => logOf(tx, orderId));
const rowOf = (orderId: number) => here.as((tx) => orderById(tx, orderId));
const differences = async () => (await here.as((tx) => verifyOrders(tx, here.time))).differences;
const acting = (
  me: Town['me'][keyof Town['me']],
  work: (given: Parameters<typeof askRedating>[0]) => Promise<{ ok: boolean }>,
) =>
  here.as((tx) => work({ tx, me, time: here.time })) as Promise<{
    ok: boolean;
    value: number;
    refusal: { code: string };
  }>;

/** Another manager, as the rule wants. */
async function second(): Promise<Town['me']['manager']> {
  const [row] = await here.db.admin<{ staff_id: number }>(
    `insert into identity.staff (utility_id, username, name, roles, department_id) values ($1, $2, 'second manager', '{manager}', 'operations')
     on conflict (utility_id, username) do update set name = excluded.name returning staff_id`,
    [here.utilityId, `second-${here.utilityId}`],
  );
  return { ...here.me.manager, staffId: row?.staff_id ?? 0, name: 'second manager' };
}

const ask = (wanted: Parameters<typeof askRedating>[1]) =>
  acting(here.me.manager, (given) => askRedating(given, wanted, '新规施行'));
const decide = async (id: number, granted = true) =>
  acting(await second(), (given) => decideRedating(given, id, { granted }));
const revert = (id: number) => acting(here.me.manager, (given) => revertRedating(given, id));
async function applied(pack: Pack): Promise<number> {
  await put(pack);
  const asked = await ask({ packHash: pack.hash });
  expect(asked).toMatchObject({ ok: true });
  expect(await decide(asked.value)).toMatchObject({ ok: true });
  return asked.value;
}

async function working(): Promise<number> {
  const { orderId } = await here.open();
  await here.must(here.me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
  await here.must(here.me.head, orderId, 'accept', {});
  await here.must(here.me.head, orderId, 'assign', { handlerId: here.me.crew.staffId });
  return orderId;
}

async function closed(): Promise<number> {
  const orderId = await working();
  await here.must(here.me.crew, orderId, 'handle', { form: { cause: '腐蚀', agreed: true } });
  await here.must(here.me.reviewer, orderId, 'review-pass', {});
  await here.must(here.me.agent, orderId, 'call-back', { reached: true, satisfied: true });
  await here.must(here.me.agent, orderId, 'close', {});
  return orderId;
}

describe('the preview', () => {
  it('says in words, rule by rule, what would change, and writes nothing', async () => {
    const orderId = await working();
    await working();
    await closed();
    await put(finish(12));
    here.time.set(at('2026-03-03T01:00'));
    const before = [await logged(orderId), await here.as((tx) => clocksOf(tx, orderId))];
    const seen = await here.db.transaction(
      here.utilityId,
      (tx) => previewRedating(tx, here.time, { pack: 'test', version: 'finish-12' }),
      { readOnly: true },
    );
    if (!seen.ok) throw new Error(JSON.stringify(seen.refusal));
    const { totals, rules, items, from } = seen.value;
    expect(rules.map((rule) => ruleSentence(rule, 'zh'))).toEqual([
      '办理（时限 finish）：24 小时 → 12 小时；影响 2 张在办工单，其中 2 张将立即超时',
    ]);
    expect(totalSentence(totals, 'zh')).toBe('在办工单 2 张，2 张的时限改变，2 张提前，2 张将立即超时。');
    expect(from).toEqual([{ hash: 'clocks-1', orders: 2 }]);
    expect(items[0]).toMatchObject({
      orderId,
      changes: [
        {
          change: {
            clock: 'finish',
            fromDue: at('2026-03-03T10:00'),
            toDue: at('2026-03-02T22:00'),
            verdict: 'breached',
          },
        },
      ],
    });
    expect([await logged(orderId), await here.as((tx) => clocksOf(tx, orderId))]).toEqual(before);
  });

  it('names clocks that are new and clocks that are gone', async () => {
    await working();
    const seen = await here.as((tx) =>
      previewRedating(tx, here.time, {
        ...finish(24),
        hash: 'other-clocks',
        clocks: [
          ...clocksPack.clocks.filter(({ id }) => id !== 'arrive'),
          clock('repair', 'assigned', ['repaired'], 6 * HOUR),
        ],
      }),
    );
    if (!seen.ok) throw new Error('refused');
    expect(seen.value.rules.map((rule) => [rule.kind, rule.clock, rule.orders])).toEqual([
      ['removed', 'arrive', 1],
      ['added', 'repair', 1],
    ]);
  });
});

describe('asking and deciding', () => {
  it('nobody decides a re-dating of his own', async () => {
    const orderId = await working();
    await put(finish(12));
    const { value: id } = await ask({ packHash: 'finish-12' });
    const own = await acting(here.me.manager, (given) => decideRedating(given, id, { granted: true }));
    expect(own.refusal.code).toBe('own-redating');
    expect((await rowOf(orderId))?.packHash).toBe('clocks-1');
    await expect(
      here.db.admin('update work_orders.redating set decided_by = asked_by where redating_id = $1', [id]),
    ).rejects.toThrow('check');
  });

  it('refused, nothing moves; the same cannot be asked for twice at once; decided is decided', async () => {
    const orderId = await working();
    await put(finish(12));
    const { value: id } = await ask({ packHash: 'finish-12' });
    expect((await ask({ packHash: 'finish-12' })).refusal.code).toBe('redating-undecided');
    expect(await decide(id, false)).toMatchObject({ ok: true });
    expect((await decide(id)).refusal.code).toBe('redating-decided');
    expect((await revert(id)).refusal.code).toBe('redating-not-applied');
    expect((await rowOf(orderId))?.packHash).toBe('clocks-1');
  });

  it('a version nobody has, or nothing to re-date, is refused', async () => {
    expect((await ask({ packHash: 'nowhere' })).refusal.code).toBe('version-not-found');
    expect((await ask({ calendar: 'mars' })).refusal.code).toBe('calendar-unknown');
    expect((await ask({ packHash: 'clocks-1' })).refusal.code).toBe('nothing-to-redate');
  });
});

describe('applied', () => {
  it('calendar or rule edit not applied to open orders: cannot happen, once decided every open order goes by the new rule', async () => {
    const orderId = await working();
    const waiting = await here.open();
    const version = (await rowOf(orderId))?.version;
    const id = await applied(finish(12));
    expect(await clockOf(orderId, 'finish')).toMatchObject({ dueAt: at('22:00'), nextFireAt: at('19:00') });
    expect(await clockOf(waiting.orderId, 'finish')).toMatchObject({ dueAt: at('22:00') });
    const shown = await rowOf(orderId);
    expect(shown).toMatchObject({ packHash: 'finish-12', version, dueClock: 'contact' });
    await here.as((tx) => refold(tx, here.time, orderId));
    expect(await rowOf(orderId)).toEqual(shown);
    expect((await logged(orderId)).at(-1)).toMatchObject({
      kind: 'redated',
      data: { fromPack: 'clocks-1', toPack: 'finish-12', redatingId: id, text: 'test 1 → test finish-12' },
    });
    expect(await here.as((tx) => redatingById(tx, id))).toMatchObject({
      decision: 'granted',
      asPreviewed: true,
      counts: { orders: 2, changed: 2, earlier: 2, late: 0 },
    });
    expect(await differences()).toEqual([]);
  });

  it('tells the handler, or the head where there is none, that he has less time', async () => {
    const orderId = await working();
    await applied(finish(12));
    const told = await here.db.admin<{ name: string; due: number }>(
      `select s.name, (f.params ->> 'due')::float8 as due from notices.inbox i join notices.fact f using (utility_id, fact_id) join identity.staff s using (utility_id, staff_id)
       where f.kind = 'redated' and f.order_id = $1`,
      [orderId],
    );
    expect(told).toEqual([{ name: 'crew', due: at('22:00') }]);
  });

  it('leaves closed orders as they are', async () => {
    const orderId = await closed();
    await here.open();
    const before = [await rowOf(orderId), await logged(orderId), await here.as((tx) => clocksOf(tx, orderId))];
    await applied(finish(1));
    expect([await rowOf(orderId), await logged(orderId), await here.as((tx) => clocksOf(tx, orderId))]).toEqual(before);
    expect(await differences()).toEqual([]);
  });

  it('a shorter limit records the breach at its true instant; a longer one withdraws it and names the re-dating', async () => {
    const orderId = await working();
    here.time.set(at('2026-03-03T01:00'));
    await sweep(here.db, here.time);
    await applied(finish(12));
    expect(await clockOf(orderId, 'finish')).toMatchObject({
      state: 'late',
      breachedAt: at('22:00'),
      withdrawnAt: null,
    });
    expect((await logged(orderId)).at(-1)).toMatchObject({
      kind: 'breached',
      occurredAt: at('22:00'),
      recordedAt: here.time.now(),
    });
    const late = (await rowOf(orderId))?.lateCount ?? 0;
    expect(await differences()).toEqual([]);

    await applied(finish(72));
    expect(await clockOf(orderId, 'finish')).toMatchObject({
      state: 'running',
      dueAt: at('2026-03-05T10:00'),
      breachedAt: at('22:00'),
      withdrawnAt: here.time.now(),
    });
    const log = await logged(orderId);
    expect(log.at(-1)).toMatchObject({
      kind: 'breach-withdrawn',
      data: { clock: 'finish', becauseKind: 'redated', because: log.findLast(({ kind }) => kind === 'redated')?.seq },
    });
    expect((await rowOf(orderId))?.lateCount).toBe(late - 1);
    expect(await differences()).toEqual([]);
  });

  it('pause lost when the rule changes: cannot happen', async () => {
    const orderId = await working();
    here.time.set(at('12:00'));
    await here.must(here.me.crew, orderId, 'ask-pause', { entry: 'failure', reason: '停电' });
    await here.must(here.me.manager, orderId, 'decide-pause', { granted: true });
    here.time.set(at('2026-03-03T23:00'));
    await applied(finish(12));
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'paused', breachedAt: null });
    here.time.set(at('2026-03-04T09:00'));
    await here.must(here.me.crew, orderId, 'resume', {});
    // two of the twelve hours were used before the pause
    expect(await clockOf(orderId, 'finish')).toMatchObject({ state: 'running', dueAt: at('2026-03-04T19:00') });
    expect(await differences()).toEqual([]);
  });

  it('the preview points out a pause whose clock the new version does not have', async () => {
    const orderId = await working();
    await here.must(here.me.crew, orderId, 'ask-pause', { entry: 'no-access', reason: '无法入户' });
    await here.must(here.me.manager, orderId, 'decide-pause', { granted: true });
    const seen = await here.as((tx) =>
      previewRedating(tx, here.time, {
        ...finish(24),
        hash: 'renamed',
        clocks: clocksPack.clocks.map((one) => (one.id === 'finish' ? { ...one, id: 'done' } : one)),
      }),
    );
    expect(seen).toMatchObject({ ok: true, value: { totals: { lostPauses: 1 } } });
  });

  it('a crash in the middle leaves nothing half-written', async () => {
    const first = await working();
    const last = await working();
    await put(finish(12));
    const { value: id } = await ask({ packHash: 'finish-12' });
    // the log of the second refuses the entry that comes after the clocks have been written
    await here.db.admin(
      `create or replace function public.crash() returns trigger language plpgsql as $$
       begin if new.kind = 'redated' and new.order_id = ${last} then raise exception 'power cut'; end if; return new; end $$;
       create trigger crash before insert on work_orders.event for each row execute function public.crash()`,
    );
    await expect(decide(id)).rejects.toThrow('power cut');
    await here.db.admin('drop trigger crash on work_orders.event; drop function public.crash()');
    for (const orderId of [first, last]) {
      expect((await rowOf(orderId))?.packHash).toBe('clocks-1');
      expect((await clockOf(orderId, 'finish'))?.dueAt).toBe(at('2026-03-03T10:00'));
    }
    expect(await here.as((tx) => redatingById(tx, id))).toMatchObject({ decidedAt: null, appliedAt: null });
    expect(await differences()).toEqual([]);
    expect(await decide(id)).toMatchObject({ ok: true });
    expect(await differences()).toEqual([]);
  });

  it('every clock of an order is read again when what all of them go by has changed', async () => {
    const orderId = await working();
    await applied({ ...clocksPack, version: 'early', hash: 'warns-early', warn: { share: 0.5 } });
    expect(await clockOf(orderId, 'finish')).toMatchObject({ warnAt: at('22:00'), dueAt: at('2026-03-03T10:00') });
    expect(await differences()).toEqual([]);
  });
});

describe('reverted', () => {
  it('orders still open go back, both entries stay in the log; what was closed meanwhile stays', async () => {
    const orderId = await working();
    const done = await working();
    const id = await applied(finish(12));
    await here.must(here.me.crew, done, 'handle', { form: { cause: '腐蚀', agreed: true } });
    await here.must(here.me.reviewer, done, 'review-pass', {});
    await here.must(here.me.agent, done, 'call-back', { reached: true, satisfied: true });
    await here.must(here.me.agent, done, 'close', {});
    here.time.set(at('23:00'));
    await sweep(here.db, here.time);
    expect(await clockOf(orderId, 'finish')).toMatchObject({ breachedAt: at('22:00'), withdrawnAt: null });
    expect(await revert(id)).toMatchObject({ ok: true });
    expect(await clockOf(orderId, 'finish')).toMatchObject({
      dueAt: at('2026-03-03T10:00'),
      breachedAt: at('22:00'),
      withdrawnAt: at('23:00'),
    });
    expect(await rowOf(orderId)).toMatchObject({ packHash: 'clocks-1' });
    expect(await rowOf(done)).toMatchObject({ packHash: 'finish-12' });
    const redated = (await logged(orderId))
      .filter(({ kind }) => kind === 'redated')
      .map(({ data }) => [data.fromPack, data.toPack]);
    expect(redated).toEqual([
      ['clocks-1', 'finish-12'],
      ['finish-12', 'clocks-1'],
    ]);
    expect((await revert(id)).refusal.code).toBe('redating-reverted');
    expect(await differences()).toEqual([]);
  });

  it('an order that was re-dated again since stays where that put it', async () => {
    const orderId = await working();
    const id = await applied(finish(12));
    await applied(finish(6));
    await revert(id);
    expect((await rowOf(orderId))?.packHash).toBe('finish-6');
    expect(await differences()).toEqual([]);
  });
});

it('another utility sees and touches none of it', async () => {
  const orderId = await working();
  const id = await applied(finish(12));
  towns += 1;
  const elsewhere = await town({ ...clocksPack, hash: 'elsewhere' }, here.db, `redate-${towns}`);
  expect(await elsewhere.as((tx) => redatingById(tx, id))).toBeUndefined();
  const foreign = await elsewhere.as((tx) => revertRedating({ tx, me: elsewhere.me.manager, time: here.time }, id));
  expect(foreign).toMatchObject({ ok: false, refusal: { code: 'redating-not-found' } });
  const wanted = await elsewhere.as((tx) => previewRedating(tx, here.time, { packHash: 'finish-12' }));
  expect(wanted).toMatchObject({ ok: false, refusal: { code: 'version-not-found' } });
  expect((await rowOf(orderId))?.packHash).toBe('finish-12');
});
