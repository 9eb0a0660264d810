import { describe, expect, it } from 'vitest';
import type { ClockEntry } from '../../regulations/rules/pack.ts';
import { clockName, clockNameAmong, milestoneName, type ToName } from './names.ts';
import { rulebookOf } from './rulebook.ts';
import { cited, testPack } from './testing.ts';

const entry = (id: string, until: string, by?: string): ClockEntry => ({
  ...cited(id),
  until: { pick: 'first', of: [until, 'closed'] },
  overlap: 'error',
  cases: [
    {
      ...cited(id),
      value: { breach: 'at-due', hours: 'office', on: 'order', ...(by ? { by: [by] } : {}) },
    },
  ],
});

const book = rulebookOf({
  ...testPack,
  organization: [{ ...cited('inspection'), kind: 'unit', name: '供水稽查支队', aliases: ['稽查支队'] }],
  forms: [...testPack.forms, { ...cited('extension'), name: '延期申请表', fields: [] }],
  approvals: testPack.approvals.map((one) => (one.id === 'extension' ? { ...one, form: 'extension' } : one)),
  notices: [{ ...cited('stop'), to: ['affected-customers', 'communities'], via: [], cases: [], overlap: 'error' }],
  clocks: [
    entry('accept', 'accepted'),
    entry('arrive', 'arrived'),
    entry('inspect', 'arrived', 'inspection'),
    entry('finish', 'finished'),
    entry('plan', 'finished'),
    entry('contact', 'contacted'),
    entry('contact-quality', 'contacted'),
  ],
});
const clock = (id: string, limit = '1 h', from = 'received'): ToName => ({ id, section: 'clocks', limit, from });

describe('a clock', () => {
  it('is named by the act that stops it, as desks say it', () => {
    expect(clockName(clock('accept'), book)).toEqual({ zh: '接单', en: 'accept' });
    expect(clockName(clock('finish'), book)).toEqual({ zh: '办理', en: 'finish' });
  });

  it('of an approval or notice is named by what is asked or told', () => {
    expect(clockName({ id: 'extension', section: 'approvals' }, book)).toEqual({
      zh: '延期申请',
      en: 'extension request',
    });
    expect(clockName({ id: 'objection', section: 'approvals' }, book)).toEqual({
      zh: '退单申请',
      en: 'return request',
    });
    expect(clockName({ id: 'stop', section: 'notices' }, book)).toEqual({
      zh: '告知受影响用户等',
      en: 'tell affected customers and others',
    });
  });

  it('says unit, limit or start where two of an order end alike, and only there', () => {
    const among = (one: ToName, ...others: ToName[]) => clockNameAmong(one, [one, ...others], book);
    expect(among(clock('arrive'), clock('accept'))).toEqual({ zh: '到场', en: 'arrive' });
    expect(among(clock('inspect'), clock('arrive'))).toEqual({ zh: '到场（稽查支队）', en: 'arrive (inspection)' });
    expect(among(clock('finish', '24 h'), clock('plan', 'before promised')).zh).toBe('办理（24 小时）');
    expect(among(clock('plan', 'before promised 2 h'), clock('finish', '24 h')).zh).toBe('办理（承诺时限前 2 小时）');
    expect(among(clock('contact', '10 min', 'assigned'), clock('contact-quality', '10 min')).zh).toBe(
      '联系客户（自转办）',
    );
  });
});

it('a milestone the platform makes is never shown by its id', () => {
  expect(milestoneName('filled:extension', book).zh).toBe('填妥延期申请表');
  expect(milestoneName('approved:extension', book)).toEqual({ zh: '批准延期申请', en: 'extension request approved' });
  expect(milestoneName('told:stop', book).en).toBe('affected customers and others told');
  expect(milestoneName('late:finish', book).zh).toBe('办理超时');
  expect(milestoneName('due', book).zh).toBe('到期');
});
