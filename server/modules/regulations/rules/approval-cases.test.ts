/** An approval whose lead goes by the facts, as a rulebook writes it. */
import { expect, it } from 'vitest';
import { calendarsOf } from './calendar.ts';
import { evaluate } from './evaluate.ts';
import { loadPacks } from './loading/load-pack.ts';
import { at, matter, PUBLISHED, show } from './testing.ts';

const TEXT = `pack: town
version: "1"
effective: "2026-01-01"
organization:
- {id: operations, kind: unit, name: 运营管理部, article: 第一条, quote: 运营管理部}
clocks:
- {id: finish, article: 第二条, quote: 二十四小时, from: created, until: handled, within: 24 h}
approvals:
- {id: extension, article: 第三条, quote: 提前申请, of: extended, clocks: [finish], before: due, breach: if-late, steps: [operations], cases: [
    {when: {urgent: true}, lead: 2 h, article: 第三条二款},
    {lead: 30 min}]}
`;

const asked = (urgent: boolean) => {
  const { packs, errors } = loadPacks([{ path: 'town/pack.yaml', text: TEXT }]);
  expect(errors).toEqual([]);
  const [pack] = packs;
  if (!pack) throw new Error('no pack');
  const given = matter('pipe-leak', ['created 03-02 10:00'], { facts: { urgent } });
  return evaluate(pack, calendarsOf(pack, PUBLISHED), given, at('03-02 11:00')).find(({ id }) => id === 'extension');
};

it('is asked for as long before the due as its case says, by the article of the case', () => {
  expect(show(asked(true)?.due)).toBe('03-03 08:00');
  expect(asked(true)?.article).toBe('第三条二款');
  expect(show(asked(false)?.due)).toBe('03-03 09:30');
  expect(asked(false)?.article).toBe('第三条');
});
