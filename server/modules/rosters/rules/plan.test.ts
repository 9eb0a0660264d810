import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../values/instant.ts';
import { LIST_CHANGE, mayPlan, maySign, reportDue } from './plan.ts';

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
    expect(reportDue(1000, undefined)).toBe(61_000);
    const limit = { id: LIST_CHANGE, value: { breach: { unit: 'elapsed', ms: 24 * HOUR, text: '24 h' } } };
    expect(reportDue(1000, { limits: [limit] } as never)).toBe(1000 + DAY);
  });
});

describe('a handover', () => {
  it('is signed by who takes it, once', () => {
    expect(code(maySign({ giverId: 1, takerId: 2, takenAt: null }, 2))).toBe('ok');
    expect(code(maySign({ giverId: 1, takerId: 2, takenAt: null }, 1))).toBe('handover-not-yours');
    expect(code(maySign({ giverId: 1, takerId: 2, takenAt: 5 }, 2))).toBe('handover-signed');
  });
});
