import { describe, expect, test } from 'vitest';
import { mayDeactivate } from './accounts.ts';

const account = (staffId: number, role: string, active = true) => ({ staffId, active, roles: [role] });
const tried = (me: number, staffId: number, everybody: ReturnType<typeof account>[]) => {
  const result = mayDeactivate(me, staffId, everybody);
  return result.ok ? 'done' : result.refusal.code;
};

describe('deactivating', () => {
  const everybody = [account(1, 'administrator'), account(2, 'desk-agent'), account(3, 'administrator')];

  test('is for others, not for oneself', () => {
    expect(tried(1, 2, everybody)).toBe('done');
    expect(tried(1, 3, everybody)).toBe('done');
    expect(tried(1, 1, everybody)).toBe('staff-yourself');
  });

  test('leaves an administrator who is there', () => {
    const alone = [account(1, 'administrator'), account(3, 'administrator', false), account(4, 'manager')];
    expect(tried(4, 1, alone)).toBe('last-administrator');
    expect(tried(1, 3, alone)).toBe('done');
  });

  test('of nobody is refused', () => {
    expect(tried(1, 9, everybody)).toBe('staff-not-found');
  });
});
