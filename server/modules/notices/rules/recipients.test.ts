import { expect, it } from 'vitest';
import { type Colleague, recipients } from './recipients.ts';

const staff: Colleague[] = [
  { staffId: 1, roles: ['dispatcher'], departmentId: 'hotline' },
  { staffId: 2, roles: ['department-head'], departmentId: 'repair' },
  { staffId: 3, roles: ['crew-member'], departmentId: 'repair' },
  { staffId: 4, roles: ['supervisor'], departmentId: 'operations' },
  { staffId: 5, roles: ['department-head'], departmentId: 'meters' },
  { staffId: 6, roles: ['manager'], departmentId: 'operations' },
];
const held = { departmentId: 'repair', handlerId: 3, actorId: null };

it('a warning goes to the handler and the head of the unit', () =>
  expect(recipients('warned', held, staff)).toEqual([2, 3]));
it('a breach goes to the supervisors too', () => expect(recipients('breached', held, staff)).toEqual([2, 3, 4]));
it('an order nobody has yet concerns the dispatchers', () => {
  expect(recipients('warned', { departmentId: null, handlerId: null, actorId: null }, staff)).toEqual([1]);
});
it('an ask goes to those who may decide it', () => {
  expect(recipients('ask', { ...held, deciding: ['operations'] }, staff)).toEqual([4, 6]);
});
it('a decision goes to who asked', () =>
  expect(recipients('decided', { ...held, handlerId: null, askedBy: 2 }, staff)).toEqual([2]));
it('nobody is told what he did himself', () =>
  expect(recipients('supervised', { ...held, actorId: 2 }, staff)).toEqual([3]));

it('who is on duty in the unit hears what its head hears; nobody of another unit does', () => {
  const duty = staff.map((one) => (one.staffId === 6 ? { ...one, dutyIn: ['repair'] } : one));
  expect(recipients('dispatched', { ...held, handlerId: null }, duty)).toEqual([2, 6]);
  expect(recipients('dispatched', { departmentId: 'meters', handlerId: null, actorId: null }, duty)).toEqual([5]);
});
it('who stands in is told beside the one who is away, but not of what he may not see, nor of what he did', () => {
  const away = staff.map((one) => (one.staffId === 3 ? { ...one, deputyId: 5 } : one));
  expect(recipients('assigned', held, away)).toEqual([3, 5]);
  expect(recipients('assigned', { ...held, only: [3] }, away)).toEqual([3]);
  expect(recipients('assigned', { ...held, actorId: 5 }, away)).toEqual([3]);
});
