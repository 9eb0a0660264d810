import { describe, expect, test } from 'vitest';
import { mayDeactivate, mayHaveRoles } from './accounts.ts';

const account = (staffId: number, role: string, active = true, canSignIn = true) => ({
  staffId,
  active,
  canSignIn,
  roles: [role],
});
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

describe('the role of administrator', () => {
  const roles = (staffId: number, given: string[], everybody: ReturnType<typeof account>[]) => {
    const result = mayHaveRoles(staffId, given, everybody);
    return result.ok ? 'done' : result.refusal.code;
  };

  test('stays with the last who has it, whoever takes it away', () => {
    const alone = [account(1, 'administrator'), account(3, 'administrator', false), account(4, 'manager')];
    expect(roles(1, ['manager'], alone)).toBe('last-administrator-role');
    expect(roles(1, ['administrator', 'manager'], alone)).toBe('done');
    expect(roles(4, ['desk-agent'], alone)).toBe('done');
    expect(roles(1, ['manager'], [...alone, account(5, 'administrator')])).toBe('done');
  });

  test('with somebody who cannot sign in yet lets nobody in', () => {
    const fresh = [account(1, 'administrator'), account(5, 'administrator', true, false)];
    expect(roles(1, ['manager'], fresh)).toBe('last-administrator-role');
    expect(tried(4, 1, fresh)).toBe('last-administrator');
    expect(roles(5, ['manager'], fresh)).toBe('done');
  });
});
