import { describe, expect, it } from 'vitest';
import { generateTown } from './generate.ts';

describe('the fictional town', () => {
  const town = generateTown();

  it('is the same each time it is generated from the same seed', () => {
    expect(generateTown()).toEqual(town);
    expect(generateTown(2).premises).not.toEqual(town.premises);
  });
  it('has 12 communities, 5 districts, 8 departments, 40 staff and 3,000 premises', () => {
    expect([
      town.communities.length,
      town.districts.length,
      town.departments.length,
      town.staff.length,
      town.premises.length,
    ]).toEqual([12, 5, 8, 40, 3000]);
  });
  it('gives every premises its own account number and address', () => {
    expect(new Set(town.premises.map((p) => p.accountNumber)).size).toBe(3000);
    expect(new Set(town.premises.map((p) => p.address)).size).toBe(3000);
  });
  it('has somebody in each of the eight roles, each in a known department and district', () => {
    expect(new Set(town.staff.flatMap((p) => p.roles)).size).toBe(8);
    const departments = new Set(town.departments.map((d) => d.departmentId));
    const districts = new Set(town.districts.map((d) => d.districtId));
    expect(town.staff.every((p) => departments.has(p.departmentId) && p.districts.every((d) => districts.has(d)))).toBe(
      true,
    );
    expect(new Set(town.staff.map((p) => p.username)).size).toBe(40);
  });
  it('rings nobody: no phone lies in a range given to an operator', () => {
    expect(town.premises.every((p) => p.customerPhone === null || /^129\d{8}$/.test(p.customerPhone))).toBe(true);
  });
});
