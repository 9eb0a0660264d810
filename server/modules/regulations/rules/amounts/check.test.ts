import { describe, expect, it } from 'vitest';
import type { PlainEntry } from '../pack.ts';
import { itemsOf, judgeChecklist, passed, type Seen, writtenDown } from './check.ts';
import { CITED, factsOf, town } from './testing.ts';

const { pack, words } = town(`terms:
- {id: floors, kind: fact, type: number, words: [层数]}
checklists:
- id: window
  ${CITED.replace(', ', '\n  ')}
  for: outlet
  items:
  - {text: 上午不晚于 8:30 开始营业, level: must, test: {opens-at: "<= 08:30"}}
  - {text: 大声喧哗, level: must-not}
  - {text: 有电梯, level: should, when: {floors: ">= 3"}}
  - {text: 环境整洁, level: must}
`);
const entry = pack.checklists[0] as PlainEntry;
const verdicts = (facts: Record<string, number>, seen: Record<number, Seen>) =>
  judgeChecklist(entry, factsOf(facts), words, seen).map(({ verdict }) => verdict);

describe('a checklist', () => {
  it('judges by facts where it can, and by what was seen elsewhere', () => {
    expect(verdicts({ 'opens-at': 510, floors: 3 }, { 1: 'no', 2: 'no', 3: 'yes' })).toEqual([
      'met',
      'met',
      'wanting',
      'met',
    ]);
    expect(verdicts({ 'opens-at': 511, floors: 1 }, { 1: 'yes', 3: 'no' })).toEqual([
      'not-met',
      'not-met',
      'not-here',
      'not-met',
    ]);
  });
  it('asks somebody to look where nothing is known', () => {
    expect(verdicts({ floors: 1 }, {})).toEqual(['to-look', 'to-look', 'not-here', 'to-look']);
    expect(verdicts({ floors: 1 }, { 0: 'yes', 3: 'not-here' })).toEqual(['met', 'to-look', 'not-here', 'not-here']);
  });
  it('is passed when nothing that must be is missing and all has been looked at', () => {
    const of = (facts: Record<string, number>, seen: Record<number, Seen>) =>
      passed(judgeChecklist(entry, factsOf(facts), words, seen));
    expect(of({ 'opens-at': 510, floors: 3 }, { 1: 'no', 2: 'no', 3: 'yes' })).toBe(true);
    expect(of({ 'opens-at': 510, floors: 3 }, { 1: 'no', 2: 'no' })).toBe(null);
    expect(of({ 'opens-at': 511 }, {})).toBe(false);
  });
  it('says what is written down for a test, and reads it', () => {
    expect(itemsOf(entry, words)[0]?.asks).toEqual([{ fact: 'opens-at', kind: 'time' }]);
    expect([writtenDown('time', '08:30'), writtenDown('time', '8点半'), writtenDown('number', '0.14')]).toEqual([
      510,
      undefined,
      0.14,
    ]);
  });
});
