import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../identity/rules/permissions.ts';
import { CHANNELS } from '../../../regulations/rules/vocabulary.ts';
import { decideHandOver, type Owned, type Person } from './hand-over.ts';
import { aboutSame, type Contact, fateOf, withRepeat } from './repeat.ts';
import { figures, KINDS, readThanks, SOURCES, sourceOf } from './voices.ts';

const HOUR = 3_600_000;
const contact = (more: Partial<Contact> = {}): Contact => ({
  event: 'no-water',
  place: '望湖路 88 号',
  premisesId: null,
  at: 0,
  ...more,
});

describe('a repeat about the same matter', () => {
  it('is about events that go together at the same place, however long ago', () => {
    expect(aboutSame(contact({ at: 400 * HOUR }), contact())).toBe(true);
    expect(aboutSame(contact({ event: 'low-pressure' }), contact())).toBe(true);
    expect(aboutSame(contact({ place: '', premisesId: 7 }), contact({ place: '2-101', premisesId: 7 }))).toBe(true);
    expect(aboutSame(contact({ premisesId: 7, place: '甲' }), contact({ premisesId: 7, place: '乙' }))).toBe(true);
  });
  it('is not one at another place, about another thing, or unclassified', () => {
    expect(aboutSame(contact({ place: '建设路 1 号' }), contact())).toBe(false);
    expect(aboutSame(contact({ event: 'bill-payment' }), contact())).toBe(false);
    expect(aboutSame(contact({ event: null }), contact())).toBe(false);
  });
  it('gives facts that are found and cannot be claimed', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(3), fc.option(fc.nat(), { nil: null }), (claimed, earlier, repeatOf) => {
        const facts = withRepeat({ repeat: claimed, 'repeat-matter': claimed, dn: 100 }, { earlier, repeatOf });
        expect(facts).toEqual({
          dn: 100,
          ...(earlier > 0 ? { repeat: true } : {}),
          ...(repeatOf === null ? {} : { 'repeat-matter': true }),
        });
      }),
    );
  });
  it('says what became of the one before', () => {
    const of = (orderState: string | null, closed: boolean, lateCount: number) =>
      fateOf({ outcome: 'open', orderState, closed, lateCount });
    expect([
      of('in-progress', false, 0),
      of('in-progress', false, 1),
      of('closed', true, 0),
      of('closed', true, 2),
    ]).toEqual(['running', 'late', 'kept', 'kept-late']);
    expect([of(null, false, 0), of('cancelled', true, 1)]).toEqual(['waiting', 'cancelled']);
    expect(fateOf({ outcome: 'declined', orderState: null, closed: false, lateCount: 0 })).toBe('declined');
  });
});

describe('handing over', () => {
  const me = (roles: string[], departmentId = 'hotline', staffId = 1) => ({
    ...{ utilityId: 1, utilityCode: '', utilityName: '', username: '', name: '', districts: [] },
    ...{ staffId, roles, departmentId },
  });
  const person = (staffId: number, role: string, departmentId: string): Person => ({
    ...{ staffId, departmentId },
    roles: [role],
    districts: [],
  });
  const staff = [
    person(1, 'desk-agent', 'hotline'),
    person(2, 'desk-agent', 'hotline'),
    person(3, 'department-head', 'repair'),
    person(4, 'department-head', 'meters'),
  ];
  const owned = (more: Partial<Owned> = {}): Owned => ({
    owner: { staffId: 1, unit: null },
    ownerDepartment: 'hotline',
    order: { department_id: 'repair', district_id: null, handler_id: null, closedAt: null },
    ...more,
  });
  const tried = (by: ReturnType<typeof me>, of: Owned, to: { staffId?: number; unit?: string; reason?: string }) => {
    const decided = decideHandOver(by, of, { reason: '交班', ...to }, staff);
    return decided.ok ? 'done' : decided.refusal.code;
  };
  it('is for who owns it, his unit’s head, the dispatcher and the managing department', () => {
    const agent = me(['desk-agent']);
    expect(tried(agent, owned(), { staffId: 2 })).toBe('done');
    expect(tried(agent, owned(), { unit: 'repair' })).toBe('done');
    expect(tried(me(['desk-agent'], 'hotline', 2), owned(), { staffId: 2 })).toBe('hand-over-not-yours');
    expect(tried(me(['dispatcher'], 'hotline', 9), owned(), { staffId: 2 })).toBe('done');
    expect(tried(me(['department-head'], 'repair', 3), owned(), { staffId: 3 })).toBe('hand-over-not-yours');
    expect(
      tried(me(['department-head'], 'repair', 3), owned({ owner: { staffId: null, unit: 'repair' } }), { staffId: 2 }),
    ).toBe('done');
    expect(
      tried(me(['desk-agent'], 'hotline', 2), owned({ owner: { staffId: null, unit: null } }), { staffId: 2 }),
    ).toBe('done');
  });
  it('asks for a reason, for one receiver who is another and can see the order, and for an open order', () => {
    const agent = me(['desk-agent']);
    expect(tried(agent, owned(), { staffId: 2, reason: '  ' })).toBe('hand-over-reason-missing');
    expect(tried(agent, owned(), {})).toBe('hand-over-to-one');
    expect(tried(agent, owned(), { staffId: 2, unit: 'repair' })).toBe('hand-over-to-one');
    expect(tried(agent, owned(), { staffId: 1 })).toBe('hand-over-to-same');
    expect(tried(agent, owned(), { staffId: 99 })).toBe('hand-over-to-unknown');
    expect(tried(agent, owned(), { staffId: 4 })).toBe('hand-over-out-of-sight');
    expect(tried(agent, owned(), { unit: 'meters' })).toBe('hand-over-out-of-sight');
    const closed = { department_id: null, district_id: null, handler_id: null, closedAt: 5 };
    expect(tried(agent, owned({ order: closed }), { staffId: 2 })).toBe('hand-over-closed');
    expect(tried(agent, owned({ order: null }), { staffId: 2 })).toBe('hand-over-without-order');
  });
  it('never gives a request to somebody who cannot see its order, whoever hands over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom('hotline', 'repair', 'meters'),
        fc.constantFrom(1, 2, 3, 4),
        fc.constantFrom('repair', 'meters', null),
        (role, home, staffId, department_id) => {
          const of = owned({ order: { department_id, district_id: null, handler_id: null, closedAt: null } });
          const decided = decideHandOver(me([role], home, 9), of, { staffId, reason: '交班' }, staff);
          if (!decided.ok) return;
          const taker = staff.find((one) => one.staffId === staffId);
          expect(taker?.roles.includes('desk-agent') || taker?.departmentId === department_id).toBe(true);
        },
      ),
    );
  });
});

describe('praise and blame', () => {
  it('come from four sources, and every channel is of one of them', () => {
    expect(SOURCES.map(({ id }) => id)).toEqual(['customer', 'authority', 'mayor-hotline', 'media']);
    for (const channel of CHANNELS.keys())
      expect([channel, SOURCES.filter(({ channels }) => channels.includes(channel)).length]).toEqual([channel, 1]);
    expect([sourceOf('media')?.id, sourceOf('hotline-12345')?.id, sourceOf('government')?.id]).toEqual([
      'media',
      'mayor-hotline',
      'authority',
    ]);
  });
  it('only praise is closed with thanks, and not without', () => {
    const code = (event: string, thanks?: string) => {
      const read = readThanks(event, thanks);
      return read.ok ? 'registered' : read.refusal.code;
    };
    expect([code('praise', '谢谢'), code('praise', ' '), code('criticism', '谢谢'), code('pipe-leak', '谢谢')]).toEqual(
      ['registered', 'thanks-missing', 'needs-an-order', 'needs-an-order'],
    );
  });
  it('are added up: nobody’s voice is lost or counted twice', () => {
    const counted = fc.record({
      month: fc.constantFrom('2026-10', '2026-11'),
      family: fc.constantFrom(...KINDS.map(({ event }) => event)),
      channel: fc.constantFrom(...CHANNELS.keys()),
      n: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(counted), (rows) => {
        const sum = (list: { n: number }[]): number => list.reduce((total, { n }) => total + n, 0);
        const all = figures(rows);
        expect(all.reduce((total, { count }) => total + count, 0)).toBe(sum(rows));
        expect(new Set(all.map(({ month, kind, source }) => `${month} ${kind} ${source}`)).size).toBe(all.length);
      }),
    );
  });
});
