/** An approval whose lead goes by the facts, as a rulebook writes it. */
import { describe, expect, it } from 'vitest';
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

const OVERLAPPING = TEXT.replace(
  '{when: {urgent: true}, lead: 2 h, article: 第三条二款}',
  '{when: {urgent: true}, lead: 2 h}, {when: {dn: ">= 300"}, lead: 5 h}',
);

it('cases that overlap undecided are refused with their line, unless the rulebook says which goes', () => {
  const load = (text: string) => loadPacks([{ path: 'town/pack.yaml', text }]);
  expect(load(OVERLAPPING).errors).toMatchObject(
    [
      {
        code: 'cases-overlap',
        file: 'town/pack.yaml',
        line: 10,
        entry: 'approvals.extension',
        zh: /overlap: shortest/,
        en: /overlap: shortest/,
      },
    ].map(({ zh, en, ...rest }) => ({ ...rest, zh: expect.stringMatching(zh), en: expect.stringMatching(en) })),
  );
  const due = (overlap: string, facts: Record<string, number | boolean>) => {
    const { packs, errors } = load(OVERLAPPING.replace('of: extended', `of: extended, overlap: ${overlap}`));
    expect(errors).toEqual([]);
    const pack = packs[0];
    if (!pack) throw new Error('no pack');
    const given = matter('pipe-leak', ['created 03-02 10:00'], { facts });
    return show(
      evaluate(pack, calendarsOf(pack, PUBLISHED), given, at('03-02 11:00')).find(({ id }) => id === 'extension')?.due,
    );
  };
  expect(due('shortest', { urgent: true, dn: 300 })).toBe('03-03 05:00');
  expect(due('first', { urgent: true, dn: 300 })).toBe('03-03 08:00');
  expect(due('shortest', { urgent: true, dn: 100 })).toBe('03-03 08:00');
});

describe('a clock that goes by the due of another that goes by the due of a third', () => {
  const line = (id: string, rest: string) =>
    `- {id: ${id}, article: 第二条, quote: 二十四小时, until: handled, ${rest}}\n`;
  const lines = {
    c: line('c', 'before: b.due, lead: 1 h'),
    a: line('a', 'from: created, within: 24 h'),
    b: line('b', 'before: a.due, lead: 2 h'),
  };
  const text = (order: (keyof typeof lines)[]) =>
    `${TEXT.slice(0, TEXT.indexOf('clocks:'))}clocks:\n${order.map((id) => lines[id]).join('')}`;
  it.each([
    ['c', 'b', 'a'],
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
  ] as (keyof typeof lines)[][])('does so in whatever order they are written: %s %s %s', (...order) => {
    const { packs, errors } = loadPacks([{ path: 'town/pack.yaml', text: text(order) }]);
    expect(errors).toEqual([]);
    const pack = packs[0];
    if (!pack) throw new Error('no pack');
    const read = (more = {}) =>
      new Map(
        evaluate(
          pack,
          calendarsOf(pack, PUBLISHED),
          matter('pipe-leak', ['created 03-02 10:00'], more),
          at('03-02 11:00'),
        ).map(({ id, due, state }) => [id, `${show(due)} ${state}`]),
      );
    expect(read()).toEqual(
      new Map([
        ['a', '03-03 10:00 running'],
        ['b', '03-03 08:00 running'],
        ['c', '03-03 07:00 running'],
      ]),
    );
    // by when nobody knows, while the first of them stands still
    const paused = read({ pauses: [{ id: 1, entry: 'failure', clocks: ['a'], from: at('03-02 10:30'), until: null }] });
    expect([...paused.values()].map((one) => one.split(' ')[2])).toEqual(['paused', 'paused', 'paused']);
  });

  it('a circle is refused with file and line, in both languages', () => {
    const circle = `${text(['c', 'b'])}${line('a', 'before: c.due')}`;
    const { errors } = loadPacks([{ path: 'town/pack.yaml', text: circle }]);
    expect(errors).toEqual([
      expect.objectContaining({
        code: 'clocks-in-a-circle',
        file: 'town/pack.yaml',
        line: 7,
        entry: 'clocks.c',
        found: 'c → b → a → c',
        zh: expect.stringContaining('互相以对方的到期时间为准'),
        en: expect.stringContaining("go by each other's due"),
      }),
    ]);
    const own = loadPacks([
      { path: 'town/pack.yaml', text: text(['a']).replace('from: created, within: 24 h', 'before: a.due') },
    ]);
    expect(own.errors.map(({ code, found }) => [code, found])).toEqual([['clocks-in-a-circle', 'a → a']]);
  });
});
