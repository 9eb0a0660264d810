import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../../regulations/rules/pack.ts';
import type { Unit } from '../context.ts';
import { rulebookOf } from '../rulebook.ts';
import { cited, emptyPack, units as own } from '../testing.ts';
import { sealedAlike, sealOf } from './seal.ts';

const conduct = {
  ...cited('conduct', '第九条'),
  when: { facts: { event: { op: 'any-of' as const, values: ['service-complaint'] } } },
  cases: [{ ...cited('conduct', '第九条'), value: { to: 'discipline', with: [] } }],
  overlap: 'error' as const,
};
const book = (confidential: boolean) =>
  rulebookOf({
    ...emptyPack,
    organization: [
      { ...cited('discipline', '第一条'), kind: 'unit', name: '纪委', aliases: [] },
      { ...cited('operations', '第一条'), kind: 'unit', name: '运营管理部', aliases: [] },
    ],
    routing: [confidential ? { ...conduct, confidential: true } : conduct] as never,
  });
const discipline: Unit = { departmentId: 'd7', name: '纪委', organizationId: 'discipline', kind: 'discipline' };
const inspection: Unit = { departmentId: 'inspection', name: '稽查', organizationId: null, kind: 'discipline' };
const night: Unit = { departmentId: 'night', name: '夜班', organizationId: null, kind: 'discipline', parentId: 'd7' };

const seal = (units: Unit[], facts: Record<string, FactValue> = {}, event = 'service-complaint', confidential = true) =>
  sealOf({ event, channel: 'phone', facts }, { ...book(confidential), units });

describe('what the rulebook sends in confidence', () => {
  it('is sealed to the unit it names, and says whom it is about', () => {
    expect(seal([...own, discipline], { 'concerned-unit': 'repair', 'concerned-person': ' 某甲 ' })).toEqual({
      to: 'd7',
      concernedUnit: 'repair',
      concernedPerson: '某甲',
    });
    expect(seal([...own, discipline], { 'concerned-unit': '' })).toEqual({
      to: 'd7',
      concernedUnit: null,
      concernedPerson: null,
    });
  });

  it('is nothing else: another event, or an entry that is not confidential', () => {
    expect(seal([...own, discipline], {}, 'pipe-leak')).toBeNull();
    expect(seal([...own, discipline], {}, 'service-complaint', false)).toBeNull();
  });

  it('goes to another of discipline, then to the managing unit, where that one is concerned or not set up; never to a part of it', () => {
    const concerned = { 'concerned-unit': 'd7' };
    expect(seal([...own, discipline, night, inspection], concerned)?.to).toBe('inspection');
    expect(seal([...own, discipline, night], concerned)?.to).toBe('operations');
    expect(seal(own)?.to).toBe('operations');
    expect(seal([...own, inspection])?.to).toBe('inspection');
    expect(seal(own, { 'concerned-unit': 'operations' })?.to).toBe('');
  });
});

it('orders go together only where the same people may see them', () => {
  const a = { to: 'd7', concernedUnit: 'repair', concernedPerson: null };
  expect(sealedAlike(null, null)).toBe(true);
  expect(sealedAlike(a, { ...a })).toBe(true);
  expect(sealedAlike(a, null)).toBe(false);
  expect(sealedAlike(null, a)).toBe(false);
  expect(sealedAlike(a, { ...a, concernedUnit: 'meters' })).toBe(false);
  expect(sealedAlike(a, { ...a, concernedPerson: '某甲' })).toBe(false);
});
