import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../regulations/rules/loading/load-pack.ts';
import { choose } from './choose.ts';

const CITED = 'article: 第一条, quote: 归属';
const CASES = [
  '{to: network}',
  '{when: {indoors: true}, to: meters}',
  '{when: {indoors: true, warranty: true}, to: builder}',
  '{when: {indoors: true, outside: true, warranty: false}, to: network}',
  '{when: {depth: "> 4"}, to: builder}',
  '{when: {depth: "> 4", indoors: true}, to: meters}',
];
const packOf = (cases: string[]) => {
  const { packs, errors } = loadPacks([
    {
      path: 'town/pack.yaml',
      text: `pack: town
version: "1"
effective: "2026-01-01"
organization:
${['network', 'meters', 'builder'].map((id) => `- {id: ${id}, ${CITED}, kind: unit, name: ${id}}`).join('\n')}
terms:
- {id: indoors, kind: fact, type: yes-no, default: false, words: [楼内]}
- {id: warranty, kind: fact, type: yes-no, default: false, words: [质保期内]}
- {id: outside, kind: fact, type: yes-no, default: false, words: [散水以外]}
- {id: depth, kind: fact, type: number, words: [埋深]}
routing:
- {id: leak, ${CITED}, when: {event: pipe-leak}, overlap: first, cases: [${cases.join(', ')}]}
`,
    },
  ]);
  expect(errors).toEqual([]);
  return packs[0] as (typeof packs)[number];
};
const found = (facts: Record<string, boolean | number>, cases = CASES) => {
  const pack = packOf(cases);
  const entry = pack.routing[0] as (typeof pack.routing)[number];
  const chosen = choose(entry, { event: 'pipe-leak', channel: 'phone', facts }, pack);
  return { to: chosen?.case.value.to, asks: chosen?.asks, because: chosen?.because };
};

describe('whose a matter is', () => {
  it.each([
    [{}, 'network'],
    [{ indoors: true }, 'meters'],
    [{ indoors: true, warranty: true }, 'builder'],
    [{ indoors: true, outside: true }, 'network'],
    [{ depth: 5 }, 'builder'],
    [{ depth: 5, indoors: true }, 'meters'],
  ])('the narrowest case decides, however the cases are ordered: %o', (facts, to) => {
    expect(found(facts).to).toBe(to);
    expect(found(facts, [...CASES].reverse()).to).toBe(to);
  });

  it('of cases of which neither is narrower the first written', () => {
    const two = ['{to: network}', '{when: {indoors: true}, to: meters}', '{when: {depth: "> 4"}, to: builder}'];
    expect(found({ indoors: true, depth: 5 }, two).to).toBe('meters');
  });

  it('no case at all is nobody’s', () => {
    expect(found({}, ['{when: {indoors: true}, to: meters}']).to).toBeUndefined();
  });

  it('asks for what nobody has said and would change it, and for nothing else', () => {
    expect(found({}).asks).toEqual(['indoors', 'depth']);
    expect(found({ indoors: true }).asks?.sort()).toEqual(['outside', 'warranty']);
    expect(found({ indoors: true, warranty: true }).asks).toEqual([]);
    expect(found({ indoors: false }).asks).toEqual(['depth']);
    expect(found({ indoors: false, depth: 1 }).asks).toEqual([]);
  });

  it('tells what it went by: what was recorded, and what was only taken to be so', () => {
    expect(found({ indoors: true, outside: true }).because).toEqual([
      { fact: 'indoors', value: true, recorded: true },
      { fact: 'outside', value: true, recorded: true },
      { fact: 'warranty', value: false, recorded: false },
    ]);
    expect(found({}).because).toEqual([]);
  });
});
