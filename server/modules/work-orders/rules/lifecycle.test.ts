import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../values/instant.ts';
import { allowedCommands, decide, TEXT_LIMIT } from './decide.ts';
import { fold } from './fold.ts';
import { COMMANDS, type Command, LIFECYCLE, leadsTo, STATES } from './lifecycle.ts';
import {
  accepted,
  at,
  closed,
  code,
  contextAt,
  dispatched,
  emptyPack,
  handled,
  opened,
  reviewed,
  tell,
  testPack,
  working,
} from './testing.ts';

describe('a work order goes from report to close', () => {
  it('through dispatch, acceptance, assignment, reply, review, call-back', () => {
    expect(tell().order.state).toBe('awaiting-dispatch');
    expect(dispatched().order).toMatchObject({ state: 'awaiting-acceptance', departmentId: 'repair' });
    expect(accepted().order.state).toBe('awaiting-assignment');
    expect(working().order).toMatchObject({ state: 'in-progress', handlerId: 4 });
    expect(handled().order.state).toBe('awaiting-review');
    expect(reviewed().order.state).toBe('awaiting-call-back');
    expect(closed().order).toMatchObject({ state: 'closed', version: 8 });
    expect(closed().order.closedAt).not.toBeNull();
  });

  it('keeps one version for each command, however many entries it writes', () => {
    const { log, order } = closed();
    expect(order.version).toBe(new Set(log.map(({ version }) => version)).size);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  });

  it('may be assigned anew while it is worked on', () => {
    const more = { handler: { staffId: 9, departmentId: 'repair', active: true, crew: true } };
    expect(working().then('assign', { handlerId: 9 }, 3, more).order).toMatchObject({
      state: 'in-progress',
      handlerId: 9,
    });
  });

  it('is about something else in every open state, and in no other', () => {
    const other = { event: 'no-water', reason: '误判' };
    for (const told of [tell(), dispatched(), accepted(), working(), handled(), reviewed()]) {
      const { order, log } = told.then('reclassify', other, 1);
      expect(order).toMatchObject({ event: 'no-water', state: told.order.state });
      expect(log.at(-1)).toMatchObject({
        kind: 'reclassified',
        data: { event: 'no-water', formerEvent: 'pipe-leak', reason: '误判' },
      });
    }
    expect(code(closed().attempt('reclassify', other, 1))).toBe('not-in-this-state');
    expect(code(tell().attempt('reclassify', { event: 'outage.planned', reason: '误判' }, 1))).toBe('unknown-event');
    expect(code(tell().attempt('reclassify', { event: 'pipe-leak', reason: '误判' }, 1))).toBe('event-unchanged');
    expect(code(tell().attempt('reclassify', { event: 'no-water', reason: ' ' }, 1))).toBe('text-missing');
  });

  it('is not given to a crew of another unit, to nobody, or to someone who is no crew', () => {
    const to = (handler: object | null) =>
      code(accepted().attempt('assign', { handlerId: 9 }, 3, { handler: handler as never }));
    expect(to({ staffId: 9, departmentId: 'meters', active: true, crew: true })).toBe('handler-of-another-unit');
    expect(to({ staffId: 9, departmentId: 'repair', active: false, crew: true })).toBe('handler-not-found');
    expect(to({ staffId: 9, departmentId: 'repair', active: true, crew: false })).toBe('handler-not-crew');
    expect(to(null)).toBe('handler-not-found');
  });

  it('goes back to the same crew when the reply is sent back, and the reply is void', () => {
    const again = handled().then('reject', { reason: '原因不清' }, 1);
    expect(again.order).toMatchObject({ state: 'in-progress', handlerId: 4, departmentId: 'repair' });
    expect(again.order.done.handled).toBeUndefined();
    expect(again.order.forms.reply).toBeUndefined();
  });

  it('reopens with the same unit, or for a new dispatch', () => {
    const same = closed().then('reopen', { reason: '又漏了' }, 1);
    expect(same.order).toMatchObject({
      state: 'awaiting-acceptance',
      round: 2,
      departmentId: 'repair',
      handlerId: 4,
      closedAt: null,
    });
    expect(same.order.done.dispatched).toBeDefined();
    const other = closed().then('reopen', { reason: '又漏了', sameUnit: false }, 1);
    expect(other.order).toMatchObject({ state: 'awaiting-dispatch', round: 2, departmentId: null, handlerId: null });
    expect(reviewed().then('reopen', { reason: '不满意' }, 1).order.state).toBe('awaiting-acceptance');
  });

  it('is cancelled at any time before it is closed, and then takes notes only', () => {
    const { order } = working().then('cancel', { reason: '重复' });
    expect(order.state).toBe('cancelled');
    expect(order.closedAt).not.toBeNull();
    expect(Object.keys(LIFECYCLE.cancelled)).toEqual(['note', 'attach']);
    expect(code(closed().attempt('cancel', { reason: '重复' }))).toBe('not-in-this-state');
  });

  it('says which state stands in the way', () => {
    expect(tell().attempt('handle', { form: {} })).toMatchObject({
      refusal: { code: 'not-in-this-state', params: { command: 'handle', state: 'awaiting-dispatch' } },
    });
  });

  it('refuses who has no permission', () => {
    const more = { actor: { staffId: 4, departmentId: 'repair', may: (action: string) => action === 'orders.handle' } };
    expect(code(dispatched().attempt('accept', {}, 4, more))).toBe('forbidden');
  });

  it('is called back before it closes, where the rulebook calls back and the caller can be reached', () => {
    const pack = {
      ...testPack,
      terms: [{ id: 'called-back', kind: 'milestone' as const, words: ['回访'], article: '第九条', quote: '回访' }],
    };
    expect(reviewed().attempt('close', {}, 1, { pack })).toMatchObject({
      refusal: { code: 'call-back-first', article: '第九条' },
    });
    expect(code(reviewed().attempt('close', {}, 1))).toBe('allowed');
    const tried = reviewed().then('call-back', { reached: false }, 1);
    expect(code(tried.attempt('close', {}, 1, { pack }))).toBe('allowed');
    expect(tried.log.some(({ kind }) => kind === 'called-back')).toBe(false);
  });

  it('tells the customer with the call that reaches him', () => {
    const kinds = reviewed()
      .then('call-back', { reached: true, satisfied: false }, 1)
      .log.map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['called-back', 'customer-told']);
  });
});

describe('times', () => {
  it('of occurrence are not in the future, a minute of a fast clock aside', () => {
    const told = working();
    const record = (occurredAt: number) =>
      code(told.attempt('record', { milestone: 'arrived' }, 4, {}, { occurredAt }));
    expect(record(told.now + MINUTE)).toBe('allowed');
    expect(record(told.now + MINUTE + 1)).toBe('occurred-in-future');
  });
  it('of occurrence are not before the report, nor before the step they follow', () => {
    const early = { occurredAt: at('09:59') };
    expect(code(working().attempt('record', { milestone: 'arrived' }, 4, {}, early))).toBe('occurred-before-received');
    expect(code(dispatched().attempt('accept', {}, 3, {}, { occurredAt: at('10:00') }))).toBe(
      'occurred-before-previous',
    );
  });
  it('after closing only what happened before can still be recorded', () => {
    const told = closed();
    const record = (occurredAt: number) =>
      code(told.attempt('record', { milestone: 'arrived' }, 4, {}, { occurredAt }));
    expect(record(at('10:03'))).toBe('allowed');
    expect(record(told.now)).toBe('occurred-after-closing');
  });
});

describe('what is recorded', () => {
  it('are milestones of the rulebook that have no command of their own', () => {
    const record = (milestone: string) => code(working().attempt('record', { milestone }, 4));
    expect(record('arrived')).toBe('allowed');
    expect(record('handled')).toBe('milestone-by-command');
    expect(record('danced')).toBe('milestone-unknown');
  });
  it('carries the unit that acted', () => {
    expect(working().then('record', { milestone: 'arrived' }, 4).log.at(-1)?.data.unit).toBe('repair-centre');
  });
  it('keeps a corrected fact and the one it corrects', () => {
    const told = working()
      .then('set-facts', { facts: { dn: 300 } })
      .then('set-facts', { facts: { dn: 600 } });
    expect(told.order.facts.dn).toBe(600);
    expect(told.log.filter(({ kind }) => kind === 'facts-set').map(({ data }) => data.facts?.dn)).toEqual([300, 600]);
  });
  it('takes only facts the rulebook knows, with values they can have', () => {
    const set = (facts: Record<string, string | number | boolean>) =>
      code(working().attempt('set-facts', { facts }, 4));
    expect(set({ dn: 600, urgent: true })).toBe('allowed');
    expect(set({ dn: '很粗' })).toBe('fact-not-valid');
    expect(set({ colour: 'blue' })).toBe('fact-unknown');
    expect(set({ event: 'other' })).toBe('fact-derived');
  });
  it('has no empty reason and no text beyond the limit', () => {
    expect(code(working().attempt('cancel', { reason: '  ' }))).toBe('text-missing');
    expect(code(working().attempt('note', { text: 'x'.repeat(TEXT_LIMIT + 1) }))).toBe('text-too-long');
    expect(code(working().attempt('handle', { form: { cause: 'x'.repeat(TEXT_LIMIT + 1) } }))).toBe('text-too-long');
  });
  it('promises only times to come, of plans the rulebook knows', () => {
    const promise = (plans: Record<string, number>) => code(working().attempt('promise', { plans }, 4));
    expect(promise({ promised: at('12:00') })).toBe('allowed');
    expect(promise({ promised: at('10:00') })).toBe('promise-in-past');
    expect(promise({ 'appointment.start': at('12:00'), 'appointment.end': at('11:00') })).toBe(
      'appointment-ends-before-it-begins',
    );
    expect(promise({ someday: at('12:00') })).toBe('plan-unknown');
    expect(promise({ 'handling-due': at('12:00') })).toBe('plan-unknown');
  });
  it('a limit is set by the managing department alone', () => {
    expect(code(working().attempt('set-limit', { until: at('2026-03-05T10:00') }, 2))).toBe('allowed');
    expect(code(working().attempt('set-limit', { until: at('2026-03-05T10:00') }, 3))).toBe('managing-unit-only');
    expect(code(working().attempt('set-limit', { until: at('09:00') }, 2))).toBe('limit-in-past');
  });
});

describe('commands offered', () => {
  it('are those of the state, with the reason where one cannot be given now', () => {
    const { order, now } = handled()
      .then('reject', { reason: '不清' }, 1)
      .then('handle', { form: { cause: '腐蚀' } }, 4);
    const offered = allowedCommands(order, contextAt(now, 1));
    expect(offered.find(({ command }) => command === 'review-pass')).toMatchObject({
      enabled: false,
      because: { code: 'gate-not-met', article: '第四条' },
    });
    expect(offered.find(({ command }) => command === 'reject')?.enabled).toBe(true);
    expect(offered.find(({ command }) => command === 'resume')?.because?.code).toBe('not-paused');
    expect(offered.some(({ command }) => command === 'decide-pause')).toBe(false);
  });
  it('say that a rulebook without pauses allows none', () => {
    const { order, now } = working();
    const offered = allowedCommands(order, contextAt(now, 4, { pack: emptyPack }));
    expect(offered.find(({ command }) => command === 'ask-pause')).toMatchObject({
      enabled: false,
      because: { code: 'pauses-not-provided' },
    });
  });
});

/** Inputs that are often, not always, acceptable. */
const INPUTS: { [C in Command]: fc.Arbitrary<object> } = {
  dispatch: fc.record({
    departmentId: fc.constantFrom('repair', 'meters', 'nowhere'),
    form: fc.constantFrom({}, { phone: '1' }),
  }),
  accept: fc.constant({}),
  assign: fc.record({ handlerId: fc.constant(4) }),
  record: fc.record({ milestone: fc.constantFrom('arrived', 'repaired', 'restored', 'handled', 'nonsense') }),
  note: fc.record({ text: fc.constantFrom('记一笔', '') }),
  attach: fc.constant({ attachmentId: 'a', name: 'a.jpg', mediaType: 'image/jpeg' }),
  'set-facts': fc.record({ facts: fc.constantFrom({}, { dn: 600 }, { 'contact-left': false }) }),
  'set-position': fc.record({ lon: fc.constantFrom(116.6, 116.7, 999), lat: fc.constant(33.9) }),
  reclassify: fc.record({ event: fc.constantFrom('no-water', 'pipe-leak', 'nothing'), reason: fc.constant('误判') }),
  promise: fc.record({ plans: fc.constantFrom({}, { promised: at('2026-03-09T10:00') }, { promised: 0 }) }),
  'set-limit': fc.record({ until: fc.constantFrom(at('2026-03-09T10:00'), 0) }),
  'ask-return': fc.record({ reason: fc.constant('非本单位'), basis: fc.constant('') }),
  'decide-return': fc.record({ granted: fc.boolean() }),
  'ask-extension': fc.record({ reason: fc.constant('备件'), until: fc.constantFrom(at('2026-03-09T10:00'), 0) }),
  'decide-extension': fc.record({ granted: fc.boolean() }),
  'ask-pause': fc.record({ entry: fc.constantFrom('failure', 'no-access', 'rain'), reason: fc.constant('停电') }),
  'decide-pause': fc.record({ granted: fc.boolean() }),
  resume: fc.constant({}),
  supervise: fc.record({ text: fc.constant('请加快') }),
  handle: fc.record({ form: fc.constantFrom({ cause: '腐蚀', agreed: true }, { cause: '腐蚀' }) }),
  'review-pass': fc.constant({}),
  reject: fc.record({ reason: fc.constant('不清') }),
  'call-back': fc.record({ reached: fc.boolean(), satisfied: fc.constantFrom(true, false, null) }),
  close: fc.constant({}),
  reopen: fc.record({ reason: fc.constant('又漏'), sameUnit: fc.boolean() }),
  cancel: fc.record({ reason: fc.constant('重复') }),
  join: fc.nat({ max: 99 }).map((id) => ({
    entries: [
      { kind: 'received', occurredAt: at('10:00'), requestId: 100 + id, data: { channel: 'phone', elements: [] } },
    ],
  })),
  merge: fc.record({
    into: fc.record({
      id: fc.constant(9),
      number: fc.constant('20260302-0009'),
      state: fc.constantFrom(...STATES),
      packHash: fc.constantFrom('test', 'other'),
    }),
    packHash: fc.constant('test'),
  }),
  split: fc.record({
    requestIds: fc.subarray([71, 100, 101, 102]),
    into: fc.constant({ id: 9, number: '20260302-0009' }),
    reason: fc.constant('不是同一处'),
  }),
  unmerge: fc.record({ entries: fc.constant([]), reason: fc.constant('误并') }),
};

const step = fc.constantFrom(...COMMANDS).chain((command) =>
  fc.record({
    command: fc.constant(command),
    input: INPUTS[command],
    by: fc.integer({ min: 1, max: 5 }),
    wait: fc.integer({ min: 0, max: 3 * HOUR }),
  }),
);

describe('whatever is tried', () => {
  it('an order stays inside the table, its version rises by one, refusals change nothing, and its log folds to what it is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let log = opened();
        let order = fold(log);
        let now = at('10:01');
        for (const { command, input, by, wait } of steps) {
          now += wait;
          const before = JSON.stringify(order);
          const result = decide(order, command, input as never, contextAt(now, by));
          expect(JSON.stringify(order)).toBe(before);
          if (!result.ok) continue;
          const next = result.value;
          expect(STATES).toContain(next.state);
          expect(leadsTo(order.state, command, next.state)).toBe(true);
          expect(next.order.version).toBe(order.version + (command === 'attach' ? 0 : 1));
          expect(next.entries.length).toBeGreaterThan(0);
          expect(next.order.round).toBe(order.round + (command === 'reopen' ? 1 : 0));
          log = [...log, ...next.entries];
          order = next.order;
          expect(fold(log)).toEqual(order);
        }
      }),
      { numRuns: 150, seed: 20261118 },
    );
  });
});
