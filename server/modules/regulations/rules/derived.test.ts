/** Facts that follow from other facts: `cases` with `is`. */
import { expect, it } from 'vitest';
import { loadPacks } from './loading/load-pack.ts';
import { type Answer, factsFrom, test, vocabularyOf } from './match.ts';
import type { FactValue } from './pack.ts';

const TEXT = `pack: town
version: "1"
effective: "2026-01-01"
terms:
- {id: size, kind: fact, type: choice, choices: [{id: big, words: 大}, {id: huge, words: 特大}, {id: small, words: 小}], cases: [{when: {dn: ">= 300"}, is: big}, {when: {dn: ">= 600"}, is: huge}, {is: small}]}
clocks:
- {id: finish, article: 第一条, quote: 一小时, clauses: [], when: {size: big}, from: created, until: finished, within: 1 h}
`;

const answer = (facts: Record<string, FactValue>): Answer => {
  const { packs, errors } = loadPacks([{ path: 'town/pack.yaml', text: TEXT }]);
  expect(errors).toEqual([]);
  const pack = packs[0];
  if (!pack) throw new Error('no pack');
  return test(pack.clocks[0]?.when, factsFrom({ event: 'pipe-leak', channel: 'phone', ...facts }), vocabularyOf(pack));
};

it('takes the narrowest case, the rest where none holds, and what was recorded before either', () => {
  expect(answer({ dn: 400 })).toBe(true);
  expect(answer({ dn: 600 })).toBe(false);
  expect(answer({ dn: 100 })).toBe(false);
  expect(answer({ dn: 100, size: 'big' })).toBe(true);
});

it('is unknown while what decides it is unknown', () => {
  expect(answer({})).toBe('unknown');
});
