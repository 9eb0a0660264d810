import { describe, expect, test } from 'vitest';
import { checkFolder } from '../../../regulations/rules/loading/check-folder.ts';
import { orderRules } from './worked-cases.ts';

const PACK = `
pack: dong
version: "1"
utility: 东水
effective: "2020-01-01"
organization:
  - {id: crew, kind: unit, name: 抢修队, article: 一, quote: 抢修队}
  - {id: desk, kind: unit, name: 热线, article: 一, quote: 热线}
terms:
  - {id: tries, kind: fact, count: {of: contacted}, words: [联系次数]}
forms:
  - {id: reply, article: 二, quote: 回单, fields: [measures, {id: agreed, when: {contact-left: true}}]}
  - {id: later, article: 二, quote: 延期, fields: [reason]}
gates:
  - {id: review, article: 二, quote: 审单, blocks: reviewed, require: {done: [filled:reply]}}
  - {id: quality, article: 三, quote: 检验, blocks: restored, require: {done: [quality-passed]}}
  - {id: often, article: 四, quote: 三次, when: {tries: ">= 2"}, blocks: contacted, require: never}
routing:
  - {id: leak, article: 五, quote: 抢修, when: {event: pipe-leak}, to: crew}
approvals:
  - {id: later, article: 六, quote: 延期, of: extended, steps: [desk], form: later}
pauses:
  - {id: failure, article: 七, quote: 故障, clocks: all, ask: desk}
`;
const given = (milestones = '') =>
  `{event: pipe-leak, channel: phone, at: "2026-03-02T10:00+08:00", facts: {contact-left: true}, milestones: [${milestones}]}`;
const at = (milestone: string, time: string) => `{milestone: ${milestone}, at: "2026-03-02T${time}+08:00"}`;
const errors = (given: string, expected: string) =>
  checkFolder(
    [
      { path: 'dong/pack.yaml', text: PACK },
      { path: 'examples/dong.yaml', text: `- name: 例\n  pack: dong\n  given: ${given}\n  ${expected}\n` },
    ],
    [],
    orderRules,
  ).errors.map(({ code, found, expected }) => `${code} ${found} | ${expected}`);

describe('a worked case of an order', () => {
  test('says where it goes', () => {
    expect(errors(given(), 'routes: [crew]')).toEqual([]);
    expect(errors(given(), 'routes: [desk]')).toEqual(['example-differs routes: crew | routes: desk']);
    expect(errors(given(), 'routes: [nobody]')[0]).toMatch(/^unknown-organization nobody/);
  });
  test('says which gates hold a milestone back and what they want', () => {
    expect(
      errors(given(), 'held: {reviewed: {review: [agreed, measures]}, restored: {quality: [quality-passed]}}'),
    ).toEqual([]);
    expect(errors(given(at('quality-passed', '11:00')), 'held: {restored: {}}')).toEqual([]);
    expect(errors(given(), 'held: {restored: {}}')).toEqual([
      'example-differs held restored: quality ← quality-passed | held restored: null',
    ]);
  });
  test('counts what happened', () => {
    expect(errors(given(at('contacted', '11:00')), 'held: {contacted: {}}')).toEqual([]);
    const twice = `${at('contacted', '11:00')}, ${at('contacted', '12:00')}`;
    expect(errors(given(twice), 'held: {contacted: {often: [milestone]}}')).toEqual([]);
  });
  test('says who decides on an ask, and what is to be said', () => {
    expect(errors(given(), 'asks: {extension: {to: [desk], form: [reason]}, pause: {to: [desk]}}')).toEqual([]);
    expect(errors(given(), 'asks: {return: {to: [desk]}}')).toEqual([
      'example-differs asks return: + | asks return: desk +',
    ]);
  });
  test('expects something', () => {
    expect(errors(given(), 'expect: [a]')[0]).toMatch(/^missing-key/);
    expect(errors(given(), 'routed: [crew]').some((e) => e.startsWith('unknown-key routed'))).toBe(true);
  });
});
