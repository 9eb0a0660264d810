import { describe, expect, it } from 'vitest';
import { MARKS, warningIn } from './marks.ts';

describe('a note that warns', () => {
  it('is found in the words of the timeline, in either language', () => {
    expect(warningIn('note', `备注：${MARKS.hazard}井盖松动`)).toBe('【隐患】井盖松动');
    expect(warningIn('note', `Note: ${MARKS.safety}井内有毒气，先通风`)).toBe('【安全】井内有毒气，先通风');
  });
  it('is not one of parts, nor anything else', () => {
    expect(warningIn('note', `备注：${MARKS.parts}卡箍 × 2`)).toBeNull();
    expect(warningIn('handled', '回单：【隐患】')).toBeNull();
  });
});
