import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { toMatter } from './matter.ts';
import { at, closed, opened, tell, working } from './testing.ts';

const matter = (told: { log: Parameters<typeof toMatter>[0] }) => toMatter(told.log);

describe('what the evaluator is told', () => {
  it('the receipt and the creation concern the order; the caller is a request of it', () => {
    expect(matter(tell())).toMatchObject({
      event: 'pipe-leak',
      channel: 'phone',
      happenings: [
        { milestone: 'received', at: at('10:00'), id: 1 },
        { milestone: 'created', id: 2 },
      ],
      requests: [{ id: '71', receivedAt: at('10:00'), channel: 'phone' }],
    });
    expect(matter(tell()).happenings[0]).not.toHaveProperty('request');
  });
  it('a second caller has his own receipt, and what he says is not yet a fact of the order', () => {
    const [received] = opened();
    const second = {
      ...received,
      seq: 3,
      requestId: 72,
      occurredAt: at('10:30'),
      data: { channel: 'wechat', facts: { dn: 600 } },
    };
    const joined = toMatter([...opened(), second as never]);
    expect(joined.requests.map(({ id, receivedAt }) => [id, receivedAt])).toEqual([
      ['71', at('10:00')],
      ['72', at('10:30')],
    ]);
    expect(joined.happenings.at(-1)).toMatchObject({ milestone: 'received', request: '72' });
    expect(joined.facts.dn).toBeUndefined();
  });
  it('each act names its unit, when it occurred and when it was recorded', () => {
    const told = working();
    const late = told.then('record', { milestone: 'arrived' }, 4, { now: at('18:00') }, { occurredAt: at('16:50') });
    expect(matter(late).happenings.at(-1)).toMatchObject({
      milestone: 'arrived',
      at: at('16:50'),
      recordedAt: at('18:00'),
      by: 'repair-centre',
    });
  });
  it('notes, asks and warnings are no milestones', () => {
    const told = working().then('note', { text: '已备料' }, 4).then('ask-return', { reason: '错派' }, 3);
    expect(matter(told).happenings.map(({ milestone }) => milestone)).not.toContain('note');
    expect(matter(told).happenings.map(({ milestone }) => milestone)).not.toContain('return-asked');
  });
  it('a planned time set twice is told twice; the evaluator takes the later', () => {
    const told = working()
      .then('promise', { plans: { promised: at('12:00') } }, 4)
      .then('promise', { plans: { promised: at('15:00') } }, 4);
    expect(matter(told).plans.map(({ plan, at: when }) => [plan, when])).toEqual([
      ['promised', at('12:00')],
      ['promised', at('15:00')],
    ]);
    expect(told.order.plans.promised).toBe(at('15:00'));
  });
  it('a limit given with the dispatch is the handling time of the case', () => {
    const told = tell().then('dispatch', { departmentId: 'repair', limit: at('20:00') });
    expect(matter(told).plans).toMatchObject([{ plan: 'handling-due', at: at('20:00') }]);
  });
  it('pauses and extensions are told only once they are granted', () => {
    const asked = working()
      .then('ask-pause', { entry: 'failure', reason: '停电' }, 4)
      .then('ask-extension', { until: at('2026-03-05T10:00'), reason: '备件' }, 3);
    expect(matter(asked)).toMatchObject({ pauses: [], extensions: [] });
    const granted = asked.then('decide-pause', { granted: true }).then('decide-extension', { granted: true });
    expect(matter(granted)).toMatchObject({
      pauses: [{ entry: 'failure', clocks: 'all', from: working().now, until: null }],
      extensions: [{ clocks: ['finish'], due: at('2026-03-05T10:00') }],
    });
  });
});

describe('the order itself', () => {
  it('folded in two parts is the order folded at once', () => {
    const { log } = closed().then('reopen', { reason: '又漏了' }, 1);
    for (let cut = 2; cut < log.length; cut += 1)
      expect(fold(log.slice(cut), fold(log.slice(0, cut)))).toEqual(fold(log));
  });
  it('remembers who held it from when', () => {
    const told = working()
      .then('ask-return', { reason: '错派' }, 3)
      .then('decide-return', { granted: true })
      .then('dispatch', { departmentId: 'meters' });
    expect(told.order.held.map(({ departmentId }) => departmentId)).toEqual([null, 'repair', null, 'meters']);
  });
});
