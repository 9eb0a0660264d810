import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../regulations/rules/loading/load-pack.ts';
import { decide } from './decide.ts';
import { offers } from './offers.ts';
import { rulebookOf } from './rulebook.ts';
import { code, contextAt, handled, working } from './testing.ts';

const CITED = 'article: 第一条, quote: 表单';
const form = (id: string, ...fields: string[]): string => `- {id: ${id}, ${CITED}, fields: [${fields.join(', ')}]}\n`;
const gate = (id: string, blocks: string, more = ''): string =>
  `- {id: ${id}, ${CITED}, blocks: ${blocks}, require: {done: [filled:${id}]}${more}}\n`;
const { packs, errors } = loadPacks([
  {
    path: 'town/pack.yaml',
    text: `pack: town
version: "1"
effective: "2026-01-01"
terms:
- {id: unsolved, kind: milestone, words: [当场无法解决], ${CITED}}
forms:
${form('reply', 'cause')}${form('review', 'checked')}${form('explained', 'procedure', 'time')}${form('visit', 'satisfaction')}gates:
${gate('reply', 'reviewed', ', else: rejected')}${gate('review', 'reviewed')}${gate('explained', 'unsolved')}${gate('visit', 'called-back')}`,
  },
]);
const pack = packs[0] as (typeof packs)[number];
const book = { ...rulebookOf(pack), calendars: {} };
const under = (now: number, staffId: number) => contextAt(now, staffId, rulebookOf(pack));
const offered = ({ order, now }: ReturnType<typeof working>, staffId: number, command: string) =>
  offers(order, under(now, staffId), book, 'zh').find((one) => one.command === command);
const fieldsOf = (form: { fields: { id: string; required: boolean }[] } | undefined) =>
  form?.fields.filter(({ required }) => required).map(({ id }) => id);

describe('a form a gate wants is offered with the command whose milestone it holds back', () => {
  it('reads without a mistake', () => expect(errors).toEqual([]));

  it('with the milestone that is recorded, which is refused without it', () => {
    const here = working();
    const unsolved = offered(here, 4, 'record')?.milestones?.find(({ id }) => id === 'unsolved');
    expect(fieldsOf(unsolved?.form)).toEqual(['procedure', 'time']);
    const record = (form: Record<string, string>) =>
      code(decide(here.order, 'record', { milestone: 'unsolved', form }, under(here.now, 4)));
    expect(record({ procedure: '上报' })).toBe('gate-not-met');
    expect(record({ procedure: '上报', time: '两天' })).toBe('allowed');
  });

  it('with the reply what is the unit’s, with the review what is the reviewer’s', () => {
    expect(fieldsOf(offered(working(), 4, 'handle')?.form)).toEqual(['cause']);
    const here = handled();
    const review = offered(here, 1, 'review-pass');
    expect(fieldsOf(review?.form)).toEqual(['checked']);
    const pass = (form: Record<string, string>) =>
      code(decide(here.order, 'review-pass', { form }, under(here.now, 1)));
    expect(pass({})).toBe('gate-not-met');
    expect(pass({ checked: '属实' })).toBe('allowed');
  });
});
