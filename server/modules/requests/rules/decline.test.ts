import { describe, expect, it } from 'vitest';
import { mayDecide, readDecline } from './decline.ts';

const code = (input: Parameters<typeof readDecline>[0]) => {
  const result = readDecline(input, 0, 'desk');
  return result.ok ? 'declined' : result.refusal.code;
};

describe('declining a request', () => {
  it('always needs an explanation for the caller', () => {
    expect(code({ reason: 'irrelevant', explanation: ' ' })).toBe('explanation-missing');
    expect(code({ reason: 'irrelevant', explanation: '不属于供水服务' })).toBe('declined');
  });
  it("needs to name who takes over another's duty", () => {
    expect(code({ reason: 'outside-duty', explanation: '属物业责任' })).toBe('handed-to-missing');
    expect(code({ reason: 'outside-duty', explanation: '属物业责任', handedTo: '安泰物业' })).toBe('declined');
  });
  it('knows two reasons', () => {
    expect(code({ reason: 'too-busy', explanation: '忙' })).toBe('unknown-decline-reason');
  });
  it('is possible once, and never after an order was opened', () => {
    expect(mayDecide({ outcome: 'draft' }).ok).toBe(true);
    expect(mayDecide({ outcome: 'declined' })).toMatchObject({ refusal: { code: 'request-already-declined' } });
    expect(mayDecide({ outcome: 'open' })).toMatchObject({ refusal: { code: 'request-already-open' } });
  });
});
