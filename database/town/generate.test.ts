import { describe, expect, it } from 'vitest';
import { crossing, metres, nearestOnLine } from '../../server/modules/registers/rules/geometry.ts';
import { generateTown } from './generate.ts';

describe('the fictional town', () => {
  const town = generateTown();

  it('is the same each time it is generated from the same seed', () => {
    expect(generateTown()).toEqual(town);
    expect(generateTown(2).premises).not.toEqual(town.premises);
  });
  it('has 12 communities, 5 districts, 9 departments, 43 staff and 3,000 premises', () => {
    expect([
      town.communities.length,
      town.districts.length,
      town.departments.length,
      town.staff.length,
      town.premises.length,
    ]).toEqual([12, 5, 9, 43, 3000]);
  });
  it('stands on 16 roads, each community beside the one of its address, each building near its community', () => {
    expect(town.roads).toHaveLength(16);
    for (const { name, road, lon, lat, communityId } of town.communities) {
      const line = town.roads.find((one) => road.startsWith(one.name))?.line ?? [];
      expect([name, (nearestOnLine(line, { lon, lat })?.distance ?? 999) < 150]).toEqual([name, true]);
      const buildings = town.buildings.filter((one) => one.communityId === communityId);
      expect(buildings.length).toBeGreaterThan(1);
      expect(buildings.every((one) => metres(one, { lon, lat }) < 500)).toBe(true);
    }
    expect(new Set(town.buildings.map((one) => `${one.lon} ${one.lat}`)).size).toBe(town.buildings.length);
  });
  it('has the crossing that callers name: 滨湖路和建设街', () => {
    const line = (name: string) => town.roads.find((one) => one.name === name)?.line ?? [];
    expect(crossing(line('滨湖路'), line('建设街'))).not.toBeNull();
    expect(crossing(line('滨湖路'), line('阳明路'))).toBeNull();
  });
  it('gives every premises its own account number and address', () => {
    expect(new Set(town.premises.map((p) => p.accountNumber)).size).toBe(3000);
    expect(new Set(town.premises.map((p) => p.address)).size).toBe(3000);
  });
  it('has somebody in each of the nine roles, each in a known department and district', () => {
    expect(new Set(town.staff.flatMap((p) => p.roles)).size).toBe(9);
    const departments = new Set(town.departments.map((d) => d.departmentId));
    const districts = new Set(town.districts.map((d) => d.districtId));
    expect(town.staff.every((p) => departments.has(p.departmentId) && p.districts.every((d) => districts.has(d)))).toBe(
      true,
    );
    expect(new Set(town.staff.map((p) => p.username)).size).toBe(43);
  });
  it('rings nobody: no phone lies in a range given to an operator', () => {
    expect(town.premises.every((p) => p.customerPhone === null || /^129\d{8}$/.test(p.customerPhone))).toBe(true);
  });
});
