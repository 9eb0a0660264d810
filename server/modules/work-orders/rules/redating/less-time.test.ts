import { describe, expect, it } from 'vitest';
import { bookOf } from '../rulebook.ts';
import { at, testPack } from '../testing.ts';
import { type Held, LessTime } from './less-time.ts';
import { type Change, courseOf } from './redate.ts';

const book = bookOf(testPack, {});
const course = courseOf(book, book);
const order = (orderId: number, handlerId: number | null): Held => ({
  orderId,
  number: `20260302-000${orderId}`,
  place: '人民路',
  departmentId: 'repair',
  handlerId,
});
const moved = (from: string, to: string): Change => ({
  clock: 'finish',
  section: 'clocks',
  requestId: 0,
  run: 1,
  kind: 'moved',
  article: '第一条',
  fromLimit: '24 h',
  toLimit: '12 h',
  fromDue: at(from),
  toDue: at(to),
  verdict: null,
});
const facts = (less: LessTime, keep = true) => less.facts({ redatingId: 7, keep }, at('10:00'));

describe('who has less time', () => {
  it('is told once, of the order due first, with how many more there are', () => {
    const less = new LessTime();
    less.add(order(1, 5), [moved('20:00', '18:00')], course);
    less.add(order(2, 5), [moved('20:00', '16:00')], course);
    less.add(order(3, 5), [moved('20:00', '17:00')], course);
    expect(facts(less)).toMatchObject([
      {
        kind: 'redated',
        orderId: 2,
        about: { handlerId: 5 },
        factKey: 'redating:7:applied:staff 5',
        params: { number: '20260302-0002', due: at('16:00'), moreZh: '等 3 张工单', moreEn: ' and 2 more' },
      },
    ]);
  });
  it('with one order alone hears of nothing more', () => {
    const less = new LessTime();
    less.add(order(1, 5), [moved('20:00', '18:00')], course);
    expect(facts(less)).toMatchObject([{ orderId: 1, params: { moreZh: '', moreEn: '' } }]);
  });
  it('is the unit where nobody has the order; each is told for himself, and of a revert anew', () => {
    const less = new LessTime();
    less.add(order(1, null), [moved('20:00', '18:00')], course);
    less.add(order(2, 5), [moved('20:00', '18:00')], course);
    expect(facts(less, false).map(({ factKey }) => factKey)).toEqual([
      'redating:7:reverted:unit repair',
      'redating:7:reverted:staff 5',
    ]);
  });
  it('is nobody who has more', () => {
    const less = new LessTime();
    less.add(order(1, 5), [moved('18:00', '20:00')], course);
    expect(facts(less)).toEqual([]);
  });
});
