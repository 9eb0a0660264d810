import { describe, expect, it } from 'vitest';
import type { FormEntry, GateEntry } from '../../regulations/rules/pack.ts';
import { checkElements, filledElements, type Rulebook, type Typed } from './elements.ts';

const cited = {
  article: '工单处理规范 1',
  quote: '按照工单十要素检查',
  clauses: [],
  assumed: [],
  source: { pack: 'p', file: 'f', line: 1 },
};
const whenContact = { facts: { 'contact-left': { op: 'any-of' as const, values: [true] } } };
const form: FormEntry = {
  ...cited,
  id: 'intake',
  fields: [
    { id: 'channel', name: '信息来源' },
    { id: 'address', name: '地址' },
    { id: 'phone', name: '联系方式', when: whenContact },
    { id: 'content', name: '反映内容' },
    { id: 'event', name: '故障类别' },
    { id: 'department', name: '责任单位' },
    { id: 'limit', name: '处理时限' },
    { id: 'contact-time', name: '客户联系时间', when: whenContact },
    { id: 'since', name: '起始时间' },
  ],
};
const gate: GateEntry = { ...cited, id: 'intake', blocks: 'dispatched', require: { done: ['filled:intake'] } };
const book: Rulebook = {
  forms: [form],
  gates: [gate],
  holds: (when, { facts }) => when === undefined || facts['contact-left'] === true,
};
const typed: Typed = {
  channel: 'phone',
  event: 'no-water',
  receivedAt: 1,
  place: '湖滨路',
  content: '没水',
  reporter: '',
  phone: '',
  contactTimes: '',
  facts: { 'contact-left': false },
  form: { since: '昨晚' },
  unitSuggested: true,
  limitKnown: true,
};
const missing = (change: Partial<Typed>, rules = book) =>
  checkElements({ ...typed, ...change }, rules)
    .elements.filter(({ ok }) => !ok)
    .map(({ id, missing: code }) => `${id}:${code}`);

describe('the elements of an intake form', () => {
  it('are those the gate before dispatch asks for, each with its article', () => {
    const { elements, ready } = checkElements(typed, book);
    expect(elements.map(({ id }) => id)).toEqual([
      'channel',
      'address',
      'content',
      'event',
      'department',
      'limit',
      'since',
    ]);
    expect(elements.every(({ ok, article }) => ok && article === '工单处理规范 1')).toBe(true);
    expect(ready).toBe(true);
  });
  it('ask for phone and hours of contact only when a contact was left', () => {
    expect(missing({ facts: { 'contact-left': true } })).toEqual([
      'phone:element-missing',
      'contact-time:element-missing',
    ]);
  });
  it('leave unit and limit to the dispatcher when the rulebook names none', () => {
    expect(missing({ unitSuggested: false, limitKnown: false })).toEqual([
      'department:element-at-dispatch',
      'limit:element-at-dispatch',
    ]);
    expect(checkElements({ ...typed, unitSuggested: false }, book).ready).toBe(true);
  });
  it('take what is not a column of the request from the form', () => {
    expect(missing({ form: {} })).toEqual(['since:element-missing']);
    expect(missing({ form: { since: ' ' } })).toEqual(['since:element-missing']);
  });
  it('are channel, content and event where the rulebook has no gate', () => {
    const rules = { ...book, gates: [] };
    expect(missing({ content: '', event: '' }, rules)).toEqual(['content:element-missing', 'event:element-missing']);
    expect(missing({}, rules)).toEqual([]);
  });
  it('are told to the order by name, without their values', () => {
    expect(filledElements({ ...typed, phone: '129', contactTimes: '随时' })).toEqual([
      'channel',
      'address',
      'phone',
      'mobile',
      'content',
      'event',
      'received',
      'contact-time',
      'since',
    ]);
  });
});
