import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTIONS, type Action, allowed, PERMISSIONS, permissionsOf, ROLE_NAMES, ROLES, within } from './permissions.ts';

const readme = readFileSync(path.join(import.meta.dirname, '..', 'README.md'), 'utf8').replace(/ +/g, ' ');

describe('the table', () => {
  test('stands in the README as it is in force', () => {
    for (const line of matrix()) expect(readme).toContain(line);
    expect(readme.split('\n').filter((line) => /^\| `[a-z-]+\.[a-z-]+` \|/.test(line))).toHaveLength(ACTIONS.length);
  });

  test('gives every action to somebody and every role something of its own', () => {
    for (const action of ACTIONS)
      expect([action, ROLES.some((role) => allowed({ roles: [role] }, action))]).toEqual([action, true]);
    for (const role of ROLES) expect(Object.keys(permissionsOf({ roles: [role] })).length).toBeGreaterThan(3);
  });

  test('knows no role but the nine', () => {
    const named = Object.values(PERMISSIONS).flatMap((grants) => Object.keys(grants));
    expect(new Set(named)).toEqual(new Set(ROLES));
  });
});

describe('what somebody may do', () => {
  test('is the widest of what his roles give', () => {
    expect(allowed({ roles: ['crew-member'] }, 'orders.record')).toBe('own');
    expect(allowed({ roles: ['crew-member', 'department-head'] }, 'orders.record')).toBe('department');
    expect(allowed({ roles: ['department-head', 'dispatcher'] }, 'orders.read')).toBe('all');
  });

  test('is nothing without a role, or with one nobody knows', () => {
    expect(allowed({ roles: [] }, 'orders.read')).toBeNull();
    expect(allowed({ roles: ['emperor', 'toString'] }, 'orders.read')).toBeNull();
    expect(permissionsOf({ roles: [] })).toEqual({});
  });

  test('who asks for an extension does not decide it', () => {
    const asking = ROLES.filter((role) => allowed({ roles: [role] }, 'orders.ask'));
    const deciding = ROLES.filter((role) => allowed({ roles: [role] }, 'orders.decide'));
    expect(asking.filter((role) => deciding.includes(role))).toEqual([]);
  });

  test('what an order is about is the desks’ word and the managing department’s, not the unit’s', () => {
    expect(ROLES.filter((role) => allowed({ roles: [role] }, 'orders.reclassify'))).toEqual([
      'desk-agent',
      'dispatcher',
      'manager',
    ]);
  });

  test('who did the work does not review it', () => {
    for (const role of ROLES) {
      const both = (['orders.handle', 'orders.review'] satisfies Action[]).map((action) =>
        allowed({ roles: [role] }, action),
      );
      expect(both.includes(null)).toBe(true);
    }
  });
});

describe('how far it reaches', () => {
  const me = { staffId: 7, departmentId: 'east-crew', districts: ['east'] };
  const mine = { department_id: 'east-crew', district_id: 'east', handler_id: 7 };
  const colleagues = { department_id: 'east-crew', district_id: 'west', handler_id: 8 };
  const elsewhere = { department_id: 'west-crew', district_id: 'west', handler_id: 9 };
  const nobodys = { department_id: null, district_id: null, handler_id: null };
  const sealed = { ...nobodys, sealed_to: 'east-crew' };

  test.each([
    ['all', [true, true, true, true, true]],
    ['district', [true, false, false, false, false]],
    ['department', [true, true, false, false, false]],
    ['sealed', [false, false, false, false, true]],
    ['own', [true, false, false, false, false]],
    [null, [false, false, false, false, false]],
  ] as const)('%s', (scope, expected) => {
    expect([mine, colleagues, elsewhere, nobodys, sealed].map((thing) => within(me, scope, thing))).toEqual(expected);
  });

  test('without districts of his own, somebody is for all of them', () => {
    expect(within({ ...me, districts: [] }, 'district', nobodys)).toBe(true);
  });
});

/** The rows of README.md. */
function matrix(): string[] {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...ROLES.map((role) => ROLE_NAMES[role].zh)]).replace(/ +/g, ' '),
    ...ACTIONS.map((action) =>
      row([`\`${action}\``, ...ROLES.map((role) => allowed({ roles: [role] }, action) ?? '–')]),
    ),
  ];
}
