import { describe, expect, it } from 'vitest';
import { type Intake, readIntake } from './intake.ts';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');
const vocabulary = {
  events: [
    { id: 'no-water', words: ['停水', '无水'] },
    { id: 'pipe-leak', words: ['公共管道漏水'] },
    { id: 'other', words: ['其他'] },
  ],
  channels: [
    { id: 'phone', words: ['电话'] },
    { id: 'web', words: ['网页'] },
  ],
};
const intake: Intake = { channel: 'phone', content: '家里没有水', event: 'no-water', place: '湖滨路 3 号' };
const read = (change: Partial<Intake>, more = {}) =>
  readIntake({ ...intake, ...change }, { now: NOW, vocabulary, ...more });
const refusal = (change: Partial<Intake>, more = {}) => {
  const result = read(change, more);
  return result.ok ? undefined : result.refusal;
};

describe('intake', () => {
  it('dates a request without a time now', () => {
    expect(read({})).toMatchObject({ ok: true, value: { receivedAt: NOW } });
  });
  it('takes a time up to a minute ahead of our clock, and no later one', () => {
    expect(read({ receivedAt: '2026-03-02T10:01:00+08:00' }).ok).toBe(true);
    expect(refusal({ receivedAt: '2026-03-02T10:01:01+08:00' })?.code).toBe('received-in-future');
  });
  it('refuses a time without an offset: nobody knows where that clock hangs', () => {
    expect(refusal({ receivedAt: '2026-03-02T09:00:00' })?.code).toBe('received-time-not-valid');
    expect(refusal({ receivedAt: '昨天' })?.code).toBe('received-time-not-valid');
  });
  it('knows from the phone whether a contact was left, whatever the sender says', () => {
    expect(read({ phone: '138****4127', facts: { 'contact-left': false } })).toMatchObject({
      value: { facts: { 'contact-left': true } },
    });
    expect(read({ phone: '  ' })).toMatchObject({ value: { contactLeft: false, phone: null } });
  });
  it('takes the kind of customer from the register', () => {
    expect(read({}, { customerKind: 'organisation' })).toMatchObject({
      value: { facts: { 'customer-kind': 'organisation' } },
    });
  });
  it('carries urgency as a fact', () => {
    expect(read({ urgent: true })).toMatchObject({ value: { urgent: true, facts: { urgent: true } } });
  });
  it('names the nearest event when it does not know one', () => {
    expect(refusal({ event: 'pipe-leek' })).toMatchObject({ code: 'unknown-event', params: { nearest: 'pipe-leak' } });
    expect(refusal({ event: '没水' })).toMatchObject({ params: { nearest: 'no-water' } });
    expect(refusal({ event: 'zzzzzz' })?.code).toBe('unknown-event-unlike');
  });
  it('takes the Chinese word of an event for its id', () => {
    expect(read({ event: '停水' })).toMatchObject({ value: { event: 'no-water' } });
  });
  it('names the nearest channel when it does not know one', () => {
    expect(refusal({ channel: 'fone' })).toMatchObject({ code: 'unknown-channel', params: { nearest: 'phone' } });
  });
  it('asks for an event unless the request may wait as a draft', () => {
    expect(refusal({ event: '' })?.code).toBe('event-missing');
    expect(read({ event: '' }, { draft: true })).toMatchObject({ ok: true, value: { event: null } });
  });
  it('refuses an empty content, and one of five megabytes naming both lengths', () => {
    expect(refusal({ content: ' \n' })?.code).toBe('content-missing');
    expect(refusal({ content: '水'.repeat(5_000_000) })).toMatchObject({
      code: 'text-too-long',
      fields: [{ path: 'content', params: { found: 5_000_000, limit: 20_000 } }],
    });
  });
  it('refuses a phone that cannot be dialled', () => {
    expect(refusal({ phone: '没有' })?.code).toBe('phone-not-valid');
    expect(read({ phone: '0635-8888888' }).ok).toBe(true);
  });
  it('drops characters that no text column takes', () => {
    expect(read({ content: '没\u0000水' })).toMatchObject({ value: { content: '没水' } });
  });
});
