import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../values/instant.ts';
import type { GateEntry } from '../../regulations/rules/pack.ts';
import {
  accepted,
  at,
  cited,
  code,
  dispatched,
  emptyPack,
  FINISH,
  handled,
  tell,
  testPack,
  units,
  working,
} from './testing.ts';

const late = at('2026-03-04T10:00');

describe('a return 退单', () => {
  it('is asked for by the unit and granted by the managing department; the order waits for dispatch again', () => {
    const asked = dispatched().then('ask-return', { reason: '不属本单位', basis: '产权分界' }, 3);
    expect(asked.order.state).toBe('awaiting-acceptance');
    const granted = asked.then('decide-return', { granted: true }, 2);
    expect(granted.order).toMatchObject({ state: 'awaiting-dispatch', departmentId: null, handlerId: null });
    expect(granted.order.asks[0]).toMatchObject({ decision: 'granted', decidedBy: 2, entry: 'objection' });
    expect(granted.log.slice(-2).map(({ kind }) => kind)).toEqual(['approved:objection', 'returned']);
    expect(granted.then('dispatch', { departmentId: 'meters' }).order.departmentId).toBe('meters');
  });
  it('that is refused leaves the order where it is', () => {
    const refused = accepted()
      .then('ask-return', { reason: '不属本单位' }, 3)
      .then('decide-return', { granted: false, note: '应由你单位处理' }, 2);
    expect(refused.order).toMatchObject({ state: 'awaiting-assignment', departmentId: 'repair' });
    expect(refused.order.asks[0]).toMatchObject({ decision: 'refused', note: '应由你单位处理' });
  });
  it('is not granted by who asked for it, nor by another unit', () => {
    const asked = accepted().then('ask-return', { reason: '不属本单位' }, 3);
    expect(code(asked.attempt('decide-return', { granted: true }, 3))).toBe('own-ask');
    expect(asked.attempt('decide-return', { granted: true }, 4)).toMatchObject({
      refusal: { code: 'not-of-deciding-unit', params: { unit: '运营管理部' } },
    });
  });
  it('asked for by the deciding unit may be granted by the same person', () => {
    expect(
      code(accepted().then('ask-return', { reason: '错派' }, 2).attempt('decide-return', { granted: true }, 2)),
    ).toBe('allowed');
  });
  it('is asked for once at a time and lapses when the order is handled after all', () => {
    const asked = working().then('ask-return', { reason: '不属本单位' }, 3);
    expect(code(asked.attempt('ask-return', { reason: '再申请' }, 3))).toBe('ask-undecided');
    const done = asked.then('handle', { form: { cause: '腐蚀', agreed: true } }, 4);
    expect(done.order.asks[0]?.decision).toBe('withdrawn');
  });
  it('is decided by the managing department where the rulebook does not say', () => {
    const pack = { ...testPack, approvals: [] };
    const asked = accepted().then('ask-return', { reason: '不属本单位' }, 3, { pack });
    expect(code(asked.attempt('decide-return', { granted: true }, 4, { pack }))).toBe('not-of-deciding-unit');
    expect(code(asked.attempt('decide-return', { granted: true }, 2, { pack }))).toBe('allowed');
  });
  it('that needs two units is granted by the second', () => {
    const approvals = testPack.approvals.map((entry) => ({ ...entry, steps: ['hotline', 'operations'] }));
    const pack = { ...testPack, approvals };
    const asked = accepted().then('ask-return', { reason: '不属本单位' }, 3, { pack });
    expect(code(asked.attempt('decide-return', { granted: true }, 2, { pack }))).toBe('not-of-deciding-unit');
    const half = asked.then('decide-return', { granted: true }, 1, { pack });
    expect(half.order).toMatchObject({ state: 'awaiting-assignment' });
    expect(half.then('decide-return', { granted: true }, 2, { pack }).order.state).toBe('awaiting-dispatch');
  });
  it('wants the form of the rulebook: reason and basis', () => {
    const form = {
      id: 'hotline-return',
      article: '第十四条（五）',
      quote: '说明退回的理由和依据',
      clauses: [],
      assumed: [],
      source: { pack: 't', file: 't', line: 1 },
    };
    const pack = {
      ...testPack,
      forms: [
        ...testPack.forms,
        {
          ...form,
          fields: [
            { id: 'reason', name: '退回理由' },
            { id: 'basis', name: '退回依据' },
          ],
        },
      ],
      gates: [...testPack.gates, { ...form, blocks: 'returned', require: { done: ['filled:hotline-return'] } }],
    };
    expect(accepted().attempt('ask-return', { reason: '不属本单位' }, 3, { pack })).toMatchObject({
      refusal: { code: 'gate-not-met', article: '第十四条（五）', fields: [{ path: 'form.basis' }] },
    });
    const asked = accepted().then('ask-return', { reason: '不属本单位', basis: '产权分界' }, 3, { pack });
    expect(asked.then('decide-return', { granted: true }, 2, { pack }).log.map(({ kind }) => kind)).toContain(
      'filled:hotline-return',
    );
  });
});

describe('an extension 延期', () => {
  it('re-dates the clocks of its approval entry', () => {
    const granted = working()
      .then('ask-extension', { until: late, reason: '备件' }, 3)
      .then('decide-extension', { granted: true }, 2);
    expect(granted.log.at(-1)).toMatchObject({ kind: 'extended', data: { clocks: ['finish'], due: late } });
  });
  it('reaches beyond now and beyond the present limit', () => {
    const ask = (until: number) => code(working().attempt('ask-extension', { until, reason: '备件' }, 3));
    expect(ask(at('09:00'))).toBe('extension-in-past');
    expect(ask(FINISH.due)).toBe('extension-not-later');
    expect(ask(FINISH.due + 1)).toBe('allowed');
  });
  it('needs a rulebook that provides for it and a clock that runs', () => {
    const ask = (more: object) => code(working().attempt('ask-extension', { until: late, reason: '备件' }, 3, more));
    expect(ask({ pack: emptyPack })).toBe('extension-not-provided');
    expect(ask({ clocks: [] })).toBe('nothing-to-extend');
  });
});

describe('a pause 暂停', () => {
  it('is refused where the rulebook has none', () => {
    expect(code(working().attempt('ask-pause', { entry: 'failure', reason: '停电' }, 4, { pack: emptyPack }))).toBe(
      'pauses-not-provided',
    );
  });
  it('rests on a reason the rulebook allows, and the refusal names those', () => {
    expect(working().attempt('ask-pause', { entry: 'rain', reason: '下雨' }, 4)).toMatchObject({
      refusal: { code: 'pause-reason-not-allowed', params: { allowed: 'failure、no-access' } },
    });
  });
  it('begins before it was asked for only where the entry says so', () => {
    const ask = (entry: string) => working().attempt('ask-pause', { entry, from: at('10:01'), reason: '停电' }, 4);
    expect(ask('failure')).toMatchObject({ refusal: { code: 'pause-not-retroactive', article: '第七条' } });
    expect(code(ask('no-access'))).toBe('allowed');
  });
  it('does not begin before the report and does not end before it begins', () => {
    const ask = (times: object) =>
      code(working().attempt('ask-pause', { entry: 'no-access', reason: '停电', ...times }, 4));
    expect(ask({ from: at('09:00') })).toBe('occurred-before-received');
    expect(ask({ from: at('10:02'), until: at('10:02') })).toBe('pause-ends-before-it-begins');
  });
  it('counts from the asking though granted later, and ends with the resumption', () => {
    const asked = working().then('ask-pause', { entry: 'failure', reason: '停电' }, 4);
    const granted = asked.then('decide-pause', { granted: true }, 2);
    expect(granted.order.pauses).toEqual([
      { id: granted.log.length, ask: 1, entry: 'failure', clocks: 'all', from: working().now, until: null },
    ]);
    const resumed = granted.then('resume', {}, 4);
    expect(resumed.order.pauses[0]?.until).toBe(granted.now);
    expect(code(resumed.attempt('resume', {}, 4))).toBe('not-paused');
  });
});

describe('gates 把关', () => {
  it('an intake with an element missing is not dispatched; the element, the article and its words are named', () => {
    const told = tell(
      [...tell().log].map((entry) =>
        entry.seq === 1 ? { ...entry, data: { ...entry.data, elements: [], place: '' } } : entry,
      ),
    );
    expect(told.attempt('dispatch', { departmentId: 'repair' })).toMatchObject({
      refusal: {
        code: 'gate-not-met',
        article: '第二条',
        quote: 'intake的原文',
        fields: [{ path: 'form.address' }, { path: 'form.phone' }],
      },
    });
    const given = { departmentId: 'repair', form: { address: '湖滨路', phone: '13800000000' } };
    const sent = told.then('dispatch', given);
    expect(JSON.stringify(sent.log)).not.toContain('13800000000');
    expect(sent.log.map(({ kind }) => kind)).toContain('filled:intake');
  });
  it('a caller who left no contact needs no phone', () => {
    const told = tell(
      [...tell().log].map((entry) =>
        entry.seq === 1 ? { ...entry, data: { ...entry.data, elements: [], facts: { 'contact-left': false } } } : entry,
      ),
    );
    expect(code(told.attempt('dispatch', { departmentId: 'repair' }))).toBe('allowed');
  });
  it('a limit is a due clock to the finish, a promise, or one given with the dispatch', () => {
    const without = (input: object) =>
      code(tell().attempt('dispatch', { departmentId: 'repair', ...input }, 2, { clocks: [] }));
    expect(without({})).toBe('gate-not-met');
    expect(without({ limit: late })).toBe('allowed');
    expect(
      code(
        tell()
          .then('promise', { plans: { promised: late } })
          .attempt('dispatch', { departmentId: 'repair' }, 2, { clocks: [] }),
      ),
    ).toBe('allowed');
  });
  it('an incomplete reply is taken but does not pass the review', () => {
    const told = working().then('handle', { form: { cause: '腐蚀', agreed: '' } }, 4);
    expect(told.attempt('review-pass', {}, 1)).toMatchObject({
      refusal: {
        code: 'gate-not-met',
        article: '第四条',
        params: { instead: 'rejected' },
        fields: [{ path: 'form.agreed', params: { name: '客户是否认可' } }],
      },
    });
    expect(code(handled().attempt('review-pass', {}, 1))).toBe('allowed');
    const denied = working().then('handle', { form: { cause: '腐蚀', agreed: false } }, 4);
    expect(code(denied.attempt('review-pass', {}, 1))).toBe('allowed');
  });
  it('what is never allowed is never allowed, and waiting is waiting', () => {
    const gated = (require: GateEntry['require']) => ({
      ...testPack,
      gates: [{ ...cited('dry', '第十条'), blocks: 'repaired', require }],
    });
    const never = gated('never');
    expect(code(working().attempt('record', { milestone: 'repaired' }, 4, { pack: never }))).toBe('gate-never');
    const wait = gated({ waited: { since: 'assigned', atLeast: { unit: 'elapsed', ms: HOUR, text: '1 h' } } });
    expect(code(working().attempt('record', { milestone: 'repaired' }, 4, { pack: wait }))).toBe('gate-not-met');
    expect(code(working().attempt('record', { milestone: 'repaired' }, 4, { pack: wait, now: at('11:30') }))).toBe(
      'allowed',
    );
  });
  it('the deciding unit that is not set up is stood for by the managing department', () => {
    const without = units.map((unit) => ({ ...unit, organizationId: null }));
    const asked = accepted().then('ask-return', { reason: '错派' }, 3, { units: without });
    expect(code(asked.attempt('decide-return', { granted: true }, 2, { units: without }))).toBe('allowed');
  });
});
