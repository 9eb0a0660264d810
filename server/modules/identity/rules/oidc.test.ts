import { describe, expect, test } from 'vitest';
import { candidateOf } from './oidc.ts';

describe('somebody a provider names for the first time', () => {
  const by = (match: 'none' | 'email' | 'username', claims: Record<string, unknown>) =>
    candidateOf({ match, usernameClaim: 'employee_number' }, claims);

  test('is looked for by an address only if the provider has verified it', () => {
    expect(by('email', { email: 'Sun@Example.com', email_verified: true })).toEqual({ email: 'sun@example.com' });
    for (const verified of [false, undefined, 'true'])
      expect(by('email', { email: 'sun@example.com', email_verified: verified })).toBeNull();
    expect(by('email', { email_verified: true })).toBeNull();
  });

  test('is looked for by the claim that holds his username, and by no other', () => {
    expect(by('username', { employee_number: 'Sun.Jie', preferred_username: 'boss' })).toEqual({ username: 'sun.jie' });
    expect(by('username', { preferred_username: 'boss' })).toBeNull();
    expect(by('username', { employee_number: 7 })).toBeNull();
  });

  test('is not looked for where somebody has to link him', () => {
    expect(by('none', { email: 'a@b.c', email_verified: true, employee_number: 'sun' })).toBeNull();
  });
});
