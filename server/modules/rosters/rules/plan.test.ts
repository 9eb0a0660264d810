import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../values/instant.ts';
import { LIST_CHANGE, mayGive, mayPlan, maySign, mayStandIn, replacing, reportDue } from './plan.ts';

const code = (result: { ok: boolean; refusal?: { code: string } }): string => result.refusal?.code ?? 'ok';
const span = (startsAt: number, endsAt: number) => ({ staffId: 1, startsAt, endsAt });

describe('a shift', () => {
  it('ends after it begins, within two days, and not in another of the same person', () => {
    expect(code(mayPlan(span(8, 8), []))).toBe('roster-end-before-start');
    expect(code(mayPlan(span(0, 2 * DAY + 1), []))).toBe('roster-shift-too-long');
    expect(code(mayPlan(span(0, DAY), []))).toBe('ok');
    expect(code(mayPlan(span(8, 16), [span(0, 9)]))).toBe('roster-shift-overlaps');
    expect(code(mayPlan(span(8, 16), [span(0, 8), span(16, 20)]))).toBe('ok');
  });
});

describe('a change of the lists', () => {
  it('is reported at once, or within what the rulebook allows', () => {
    expect(reportDue(1000, undefined)).toBe(1000);
    const limit = { id: LIST_CHANGE, value: { breach: { unit: 'elapsed', ms: 24 * HOUR, text: '24 h' } } };
    expect(reportDue(1000, { limits: [limit] } as never)).toBe(1000 + DAY);
  });
});

describe('a list of a unit', () => {
  const listed = (staffId: number, more = {}) => ({
    duty: 'liaison' as const,
    staffId,
    phone: '1',
    from: 5,
    until: null,
    ...more,
  });
  const ended = (result: ReturnType<typeof replacing>) =>
    result.ok ? result.value.map(({ staffId }) => staffId) : null;

  it('has one liaison: who was one, and who was to be one, make room', () => {
    expect(ended(replacing(listed(1), [listed(2), listed(3, { from: 90 })]))).toEqual([2, 3]);
    const handlers = [listed(2, { duty: 'handler' }), listed(1, { duty: 'handler', phone: '2' })];
    expect(ended(replacing(listed(1, { duty: 'handler' }), handlers))).toEqual([1]);
  });

  it('has a person once, with one number; who is to leave it may be named again', () => {
    expect(code(replacing(listed(1), [listed(1)]))).toBe('roster-listed-already');
    expect(ended(replacing(listed(1), [listed(1, { phone: '2' })]))).toEqual([1]);
    expect(ended(replacing(listed(1), [listed(1, { until: 90 })]))).toEqual([1]);
    expect(ended(replacing(listed(1), [listed(1, { from: 90 })]))).toEqual([1]);
  });
});

describe('a stand-in', () => {
  it('is somebody else, for a time, and the only one of the absent in it', () => {
    const away = { absentId: 1, deputyId: 2, from: 10, until: 20 };
    expect(code(mayStandIn({ ...away, deputyId: 1 }, []))).toBe('roster-stand-in-same');
    expect(code(mayStandIn({ ...away, until: 10 }, []))).toBe('roster-end-before-start');
    expect(code(mayStandIn(away, [{ ...away, from: 19, until: 30 }]))).toBe('roster-stand-in-overlaps');
    expect(code(mayStandIn(away, [{ ...away, from: 20, until: 30 }]))).toBe('ok');
    expect(code(mayStandIn(away, [{ ...away, absentId: 3 }]))).toBe('ok');
  });
});

describe('a handover', () => {
  it('goes to somebody else', () => {
    expect([code(mayGive(1, 1)), code(mayGive(1, 2))]).toEqual(['handover-to-yourself', 'ok']);
  });

  it('is signed by who takes it, once', () => {
    expect(code(maySign({ giverId: 1, takerId: 2, takenAt: null }, 2))).toBe('ok');
    expect(code(maySign({ giverId: 1, takerId: 2, takenAt: null }, 1))).toBe('handover-not-yours');
    expect(code(maySign({ giverId: 1, takerId: 2, takenAt: 5 }, 2))).toBe('handover-signed');
  });
});
