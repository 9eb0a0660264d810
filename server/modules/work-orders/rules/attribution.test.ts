import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../values/instant.ts';
import type { Pack, PauseEntry } from '../../regulations/rules/pack.ts';
import {
  attribute,
  attributionTally,
  cut,
  HOLDERS,
  pauseHolders,
  type Segment,
  TELLING_KINDS,
  totalsOf,
} from './attribution.ts';
import { decide } from './decide.ts';
import { fold } from './fold.ts';
import type { Command, State } from './lifecycle.ts';
import type { LogEntry } from './order.ts';
import { at, cited, closed, contextAt, handled, opened, type Told, tell, testPack, working } from './testing.ts';

const justPauses = pauseHolders(testPack);
const of = (told: Told, now = told.now, holderOf = justPauses) => attribute(told.log, now, holderOf);
const minutes = (segments: readonly Segment[]): [string, number][] =>
  segments.map(({ holder, from, until }) => [holder, (until - from) / MINUTE]);
const occurred = (time: string) => ({ occurredAt: at(time) });

describe('an order lies', () => {
  it('with the desk until accepted, with the unit until assigned, with the crew until the reply, then with the desk', () => {
    // received 10:00, dispatched 10:01, then a step a minute; called back 10:06, closed 10:07
    const { segments, totals, from, until } = of(closed(), at('12:00'));
    expect(minutes(segments)).toEqual([
      ['desk', 1],
      ['desk', 1],
      ['department', 1],
      ['crew', 1],
      ['desk', 1],
      ['desk', 2],
    ]);
    expect([from, until]).toEqual([at('10:00'), at('10:07')]);
    expect(totals).toMatchObject({ desk: 5 * MINUTE, department: MINUTE, crew: MINUTE, closed: 0 });
  });

  it('with somebody by name: the entry that brought it there, the unit it is for, the handler', () => {
    const { segments } = of(working(), at('11:00'));
    expect(
      segments.map(({ state, departmentId, staffId, because }) => [state, departmentId, staffId, because]),
    ).toEqual([
      ['awaiting-dispatch', null, null, 1],
      ['awaiting-acceptance', 'repair', null, 4],
      ['awaiting-assignment', 'repair', null, 5],
      ['in-progress', 'repair', 4, 6],
    ]);
  });

  it('with each handler for as long as he had it', () => {
    const handler = { staffId: 9, departmentId: 'repair', active: true, crew: true };
    const told = working().then('assign', { handlerId: 9 }, 3, { handler });
    const { segments } = of(told, at('10:30'));
    expect(segments.slice(-2).map(({ staffId, from }) => [staffId, from])).toEqual([
      [4, at('10:03')],
      [9, at('10:04')],
    ]);
  });

  it('with the desk again when it is returned, for no unit', () => {
    const told = working()
      .then('ask-return', { reason: '非本单位', basis: '第五条' }, 3)
      .then('decide-return', { granted: true }, 2);
    expect(of(told, at('10:30')).segments.at(-1)).toMatchObject({
      holder: 'desk',
      state: 'awaiting-dispatch',
      departmentId: null,
      from: at('10:05'),
      until: at('10:30'),
    });
  });

  it('with the crew again when the reply is sent back', () => {
    expect(of(handled().then('reject', { reason: '不清' }, 1), at('10:30')).segments.at(-1)).toMatchObject({
      holder: 'crew',
      staffId: 4,
      from: at('10:05'),
    });
  });

  it('with nobody between its close and its reopening, which counts all the same', () => {
    const again = tell(closed().log, at('12:00')).then('reopen', { reason: '又漏' }, 1);
    const { segments, totals } = of(again, at('12:30'));
    expect(totals.closed).toBe(113 * MINUTE);
    expect(minutes(segments).slice(-2)).toEqual([
      ['closed', 113],
      ['desk', 30],
    ]);
    expect(segments.at(-1)).toMatchObject({ state: 'awaiting-acceptance', departmentId: 'repair' });
  });
});

describe('a granted pause', () => {
  const paused = (input: object = {}) =>
    working()
      .then('ask-pause', { entry: 'failure', reason: '停电', ...input }, 3)
      .then('decide-pause', { granted: true }, 2);

  it('goes before whoever holds the order, from its asking until it is resumed', () => {
    // asked 10:04, granted 10:05
    const told = paused().then('resume', {}, 3, {}, {});
    const { segments } = of(told, at('10:30'));
    expect(segments.slice(-3).map(({ holder, from, entry, because }) => [holder, from, entry, because])).toEqual([
      ['crew', at('10:03'), null, 6],
      ['pause', at('10:04'), 'failure', 8],
      ['crew', at('10:06'), null, 6],
    ]);
  });

  it('counts from when it occurred, however late it is recorded', () => {
    const told = paused({ entry: 'no-access', from: at('10:03') + 30 * SECOND, until: at('10:04') });
    expect(minutes(of(told, at('10:30')).segments).slice(-3)).toEqual([
      ['crew', 0.5],
      ['pause', 0.5],
      ['crew', 26],
    ]);
  });

  it('that is asked for or refused holds nothing', () => {
    const asked = working().then('ask-pause', { entry: 'failure', reason: '停电' }, 3);
    expect(of(asked).totals.pause).toBe(0);
    expect(of(asked.then('decide-pause', { granted: false }, 2)).totals.pause).toBe(0);
  });

  it('of two counts once, and none while the order is closed', () => {
    const two = paused({ until: at('11:00') })
      .then('ask-pause', { entry: 'no-access', reason: '锁门', until: at('11:30') }, 3)
      .then('decide-pause', { granted: true }, 2);
    expect(of(two, at('12:00')).totals).toMatchObject({ pause: 86 * MINUTE, crew: 31 * MINUTE });
    const done = tell(
      paused()
        .then('handle', { form: { cause: '腐蚀', agreed: true } }, 4)
        .then('review-pass', {}, 1)
        .then('close', {}, 1).log,
      at('11:00'),
    ).then('reopen', { reason: '又漏' }, 1);
    expect(of(done, at('11:10')).totals).toMatchObject({ closed: 52 * MINUTE });
  });

  const entry = (id: string, quote: string, more: Partial<PauseEntry> = {}): PauseEntry => ({
    ...cited(id),
    quote,
    clocks: 'all',
    ask: 'operations',
    retroactive: true,
    ...more,
  });
  const waitingFor = (values: string[]) => ({ when: { facts: { 'waiting-for': { op: 'any-of' as const, values } } } });

  it('is the customer’s or somebody else’s where the rulebook says so, by fact or in words', () => {
    const pauses: Pack['pauses'] = [
      entry('failure', '因系统故障或其他原因，责任单位/部门无法领取或提交工单，应及时与运营管理部联系'),
      entry('appointment', '因用户原因改约的，中止计时'),
      entry('permit', '因市政审批未完成的，中止计时'),
      entry('both', '因用户原因或第三方原因的'),
      entry('told', '暂停计时', waitingFor(['customer'])),
      entry('told-other', '暂停计时', waitingFor(['other'])),
      entry('told-either', '暂停计时', waitingFor(['customer', 'other'])),
    ];
    const holderOf = pauseHolders({ pauses });
    expect([...pauses.map(({ id }) => id), 'unknown'].map((id) => [id, holderOf(id)])).toEqual([
      ['failure', 'pause'],
      ['appointment', 'customer'],
      ['permit', 'other'],
      ['both', 'pause'],
      ['told', 'customer'],
      ['told-other', 'other'],
      ['told-either', 'pause'],
      ['unknown', 'pause'],
    ]);
    expect(of(paused(), at('10:14'), () => 'customer').totals).toMatchObject({ customer: 10 * MINUTE, pause: 0 });
  });
});

describe('an appointment', () => {
  const promised = (told: Told, hour: string) => told.then('promise', { plans: { 'appointment.start': at(hour) } }, 3);

  it('is waited for with the customer while the crew has the order, until the hour or an earlier arrival', () => {
    const told = promised(working(), '11:00');
    expect(of(told, at('12:00')).totals).toMatchObject({ customer: 56 * MINUTE, crew: 61 * MINUTE });
    const early = tell(told.log, at('12:00')).then('record', { milestone: 'arrived' }, 4, {}, occurred('10:30'));
    expect(of(early, at('12:00')).totals).toMatchObject({ customer: 26 * MINUTE, crew: 91 * MINUTE });
  });

  it('that is moved counts as it was last agreed, and excuses neither desk nor unit', () => {
    const told = promised(promised(working(), '11:00'), '10:10');
    expect(of(told, at('10:20')).totals).toMatchObject({ customer: 6 * MINUTE, crew: 11 * MINUTE });
    expect(of(promised(tell(), '11:00'), at('10:30')).totals).toMatchObject({ customer: 0, desk: 30 * MINUTE });
  });
});

/** Inputs that are often acceptable; what is refused changes nothing. */
const INPUTS: Partial<Record<Command, fc.Arbitrary<object>>> = {
  accept: fc.constant({}),
  resume: fc.constant({}),
  'review-pass': fc.constant({}),
  close: fc.constant({}),
  dispatch: fc.record({ departmentId: fc.constantFrom('repair', 'meters') }),
  assign: fc.constant({ handlerId: 4 }),
  record: fc.constant({ milestone: 'arrived' }),
  note: fc.constant({ text: '记' }),
  promise: fc.record({ plans: fc.record({ 'appointment.start': fc.integer({ min: at('10:00'), max: at('23:00') }) }) }),
  'ask-return': fc.constant({ reason: '非本单位', basis: '第五条' }),
  'decide-return': fc.record({ granted: fc.boolean() }),
  'ask-pause': fc.record(
    {
      entry: fc.constantFrom('failure', 'no-access'),
      from: fc.integer({ min: at('10:00'), max: at('23:00') }),
      until: fc.integer({ min: at('10:00'), max: at('23:00') }),
      reason: fc.constant('停电'),
    },
    { requiredKeys: ['entry', 'reason'] },
  ),
  'decide-pause': fc.constant({ granted: true }),
  handle: fc.constant({ form: { cause: '腐蚀', agreed: true } }),
  reject: fc.constant({ reason: '不清' }),
  reopen: fc.record({ reason: fc.constant('又漏'), sameUnit: fc.boolean() }),
  cancel: fc.constant({ reason: '重复' }),
};
/** The usual next step of each state, so that histories get somewhere. */
const ONWARD: Partial<Record<State, [Command, object]>> = {
  'awaiting-dispatch': ['dispatch', { departmentId: 'repair' }],
  'awaiting-acceptance': ['accept', {}],
  'awaiting-assignment': ['assign', { handlerId: 4 }],
  'in-progress': ['handle', { form: { cause: '腐蚀', agreed: true } }],
  'awaiting-review': ['review-pass', {}],
  'awaiting-call-back': ['close', {}],
  closed: ['reopen', { reason: '又漏' }],
};
const ASKS: Command[] = ['ask-pause', 'decide-pause', 'ask-pause', 'decide-pause', 'promise'];
const step = fc
  .oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constantFrom(...(Object.keys(INPUTS) as Command[]), ...ASKS) },
  )
  .chain((command) =>
    fc.record({
      command: fc.constant(command),
      input: (command && INPUTS[command]) ?? fc.constant({}),
      by: fc.integer({ min: 1, max: 5 }),
      wait: fc.integer({ min: 0, max: 40 * MINUTE }),
      /** Told so much later than it occurred. */
      late: fc.constantFrom(0, 0, 0, 0, 0, 0, 7 * MINUTE + 13, HOUR),
    }),
  );
const histories = fc.array(step, { maxLength: 80, size: 'max' }).map((steps) => {
  let log: LogEntry[] = opened();
  let now = at('10:01');
  for (const { command: random, input: given, by, wait, late } of steps) {
    now += wait;
    const order = fold(log);
    const [command, input] = random === null ? (ONWARD[order.state] ?? ['note', {}]) : [random, given];
    const when = late > 0 ? { occurredAt: now - late } : {};
    const result = decide(order, command, input as never, contextAt(now, by), when);
    if (result.ok) log = [...log, ...result.value.entries];
  }
  return { log, now };
});

describe('whatever happens', () => {
  it('the segments follow each other without gap or overlap, and add up to the time elapsed, to the millisecond', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 5 * HOUR }), ({ log, now }, more) => {
        const order = fold(log);
        const told = attribute(log, now + more, (entry) => (entry === 'no-access' ? 'other' : 'pause'));
        const end = order.closedAt ?? now + more;
        expect([told.from, told.until]).toEqual([order.receivedAt, end]);
        let before = told.from;
        for (const { from, until, holder } of told.segments) {
          expect(from).toBe(before);
          expect(until).toBeGreaterThan(from);
          before = until;
          seen.add(holder);
        }
        expect(before).toBe(end);
        expect(HOLDERS.reduce((sum, holder) => sum + told.totals[holder], 0)).toBe(end - order.receivedAt);
        expect(told.segments.every(({ because }) => log.some(({ seq }) => seq === because))).toBe(true);
      }),
      { numRuns: 300, seed: 20261122 },
    );
    expect([...seen].sort()).toEqual([...HOLDERS].sort());
  });

  it('the last segment says what the order says now', () => {
    fc.assert(
      fc.property(histories, ({ log, now }) => {
        const order = fold(log);
        const last = attribute(log, now + 1, justPauses).segments.at(-1);
        if (order.closedAt === null)
          expect(last).toMatchObject({ state: order.state, departmentId: order.departmentId });
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('the entries that tell of nothing else may be left out, and parts of a period add up to it', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: at('10:00'), max: at('23:00') }), ({ log, now }, middle) => {
        const whole = attribute(log, now, justPauses);
        expect(
          attribute(
            log.filter(({ kind }) => TELLING_KINDS.includes(kind)),
            now,
            justPauses,
          ),
        ).toEqual(whole);
        const [one, two] = [cut(whole.segments, 0, middle), cut(whole.segments, middle, Number.MAX_SAFE_INTEGER)];
        expect(totalsOf([...one, ...two])).toEqual(whole.totals);
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});

describe('the report over many orders', () => {
  const held = (departmentId: string | null, holder: Segment['holder'], from: number, until: number): Segment => ({
    from,
    until,
    holder,
    departmentId,
    state: 'in-progress',
    staffId: null,
    because: 1,
    entry: null,
  });

  it('counts an order once for each unit and holder, however often it came back', () => {
    const report = attributionTally();
    report.add([held('repair', 'crew', 0, 10), held('repair', 'desk', 10, 15), held('repair', 'crew', 15, 35)]);
    report.add([held('repair', 'crew', 0, 60), held('meters', 'crew', 60, 61)]);
    report.add([]);
    expect(report.orders()).toBe(2);
    expect(report.rows()).toEqual([
      { departmentId: 'meters', holder: 'crew', orders: 1, total: 1, mean: 1, p90: 1 },
      { departmentId: 'repair', holder: 'desk', orders: 1, total: 5, mean: 5, p90: 5 },
      { departmentId: 'repair', holder: 'crew', orders: 2, total: 90, mean: 45, p90: 60 },
    ]);
  });

  it('of one unit leaves out what was spent elsewhere', () => {
    const report = attributionTally('meters');
    report.add([held('repair', 'crew', 0, 10), held(null, 'desk', 10, 15)]);
    expect([report.orders(), report.rows()]).toEqual([0, []]);
  });
});
