import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../values/instant.ts';
import { ACCOUNT_LOCK, ADDRESS_LOCK, lockedBy, refusedUntil } from './lock-out.ts';

const NOW = Date.parse('2026-11-26T09:00:00+08:00');
const lock = { after: 3, minutes: 10 };

describe('failed tries', () => {
  test('lock at the last that is allowed, not before', () => {
    expect([1, 2, 3].map((failures) => lockedBy({ failures }, lock, NOW))).toEqual([null, null, NOW + 10 * MINUTE]);
  });

  test('are refused unseen while it is locked, and looked at again when the time is over', () => {
    const counted = { failures: 3, lastAt: NOW, lockedUntil: NOW + MINUTE };
    expect(refusedUntil(counted, lock, NOW)).toBe(NOW + MINUTE);
    expect(refusedUntil({ ...counted, failures: 1 }, lock, NOW + MINUTE)).toBeNull();
  });

  test('many at once get no further than as many one after the other', () => {
    const open = { lastAt: NOW - 4 * MINUTE, lockedUntil: null };
    const tried = [1, 2, 3, 4, 5].map((failures) => refusedUntil({ ...open, failures }, lock, NOW));
    // from the last that was looked at, however many were not
    expect(tried).toEqual([null, null, null, NOW + 6 * MINUTE, NOW + 6 * MINUTE]);
  });

  test('an address has room for an office whose people mistype', () => {
    expect(ADDRESS_LOCK.after).toBeGreaterThan(ACCOUNT_LOCK.after * 5);
  });
});
