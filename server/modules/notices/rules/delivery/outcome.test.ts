import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, SECOND } from '../../../../values/instant.ts';
import { MOST_TRIES, waitAfter } from './back-off.ts';
import {
  afterLoss,
  afterReports,
  afterSending,
  messageId,
  type Outcome,
  readMessageId,
  type Underway,
} from './outcome.ts';
import { recipientKey, wayOf } from './route.ts';

const NOW = 1_800_000_000_000;
const SMS: Underway = {
  id: 7,
  state: 'sending',
  channels: ['sms', 'email', 'slip'],
  channel: 'sms',
  hop: 1,
  tries: 1,
  sentAt: null,
  deliveredAt: null,
  readAt: null,
  provenAt: null,
};
const BUSY = { outcome: 'refused', code: 'busy', permanent: false } as const;
const WRONG = { outcome: 'refused', code: 'number-not-valid', permanent: true } as const;
const UNKNOWN = { outcome: 'unknown' } as const;
const brief = ({ state, channel, hop, tries }: Outcome) => [state, channel, hop, tries];

test('waits grow from half a minute to an hour, and differ between messages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.string(), (tries, of) => {
      const wait = waitAfter(tries, of);
      expect(wait).toBe(waitAfter(tries, of));
      expect(wait).toBeGreaterThanOrEqual(24 * SECOND);
      expect(wait).toBeLessThanOrEqual(1.2 * HOUR);
    }),
  );
  expect(new Set(Array.from({ length: 100 }, (_, id) => waitAfter(1, `${id} 1`))).size).toBeGreaterThan(90);
});

describe('after it was handed over', () => {
  test.each([
    ['accepted', { outcome: 'accepted' } as const, 1, true, ['sent', 'sms', 1, 1]],
    ['busy', BUSY, 1, true, ['queued', 'sms', 1, 1]],
    ['busy to the last try', BUSY, MOST_TRIES, true, ['queued', 'email', 2, 0]],
    ['refused for good', WRONG, 1, true, ['queued', 'email', 2, 0]],
    ['no answer', UNKNOWN, 1, true, ['queued', 'sms', 1, 1]],
    ['no answer to the last try', UNKNOWN, MOST_TRIES, true, ['unknown', 'sms', 1, MOST_TRIES]],
    ['no answer of one that does not honour names', UNKNOWN, 1, false, ['unknown', 'sms', 1, 1]],
  ])('%s', (_what, answer, tries, honours, expected) => {
    expect(brief(afterSending({ ...SMS, tries }, answer, honours, NOW))).toEqual(expected);
  });

  test('the last way but one leads to a slip, the last to the desk', () => {
    expect(brief(afterSending({ ...SMS, channel: 'email' }, WRONG, true, NOW))).toEqual(['to-serve', 'slip', 2, 0]);
    const dead = afterSending({ ...SMS, channels: ['sms'] }, WRONG, true, NOW);
    expect(brief(dead)).toEqual(['dead', 'sms', 1, 1]);
    expect(dead.refusal).toBe('number-not-valid');
  });

  test('lost on the way: sent again under its name where names are honoured, else nobody knows', () => {
    expect(brief(afterLoss(SMS, true, NOW))).toEqual(['queued', 'sms', 1, 1]);
    expect(brief(afterLoss(SMS, false, NOW))).toEqual(['unknown', 'sms', 1, 1]);
  });
});

describe('reports', () => {
  const sent: Underway = { ...SMS, state: 'sent', sentAt: NOW };
  const report = fc.record({
    kind: fc.constantFrom('delivered' as const, 'read' as const, 'failed' as const),
    hop: fc.constantFrom(1, 2),
    at: fc.integer({ min: NOW, max: NOW + 1000 }),
  });

  test('in any order and number never take back what is known, and never open what a person has closed', () => {
    fc.assert(
      fc.property(
        fc.array(report, { maxLength: 12 }),
        fc.constantFrom('sent' as const, 'served' as const, 'given-up' as const),
        (all, state) => {
          let one: Underway = { ...sent, state };
          for (const next of all) {
            const before = one;
            const outcome = afterReports(one, [next], NOW);
            if (!outcome) continue;
            one = { ...one, ...outcome };
            for (const known of ['deliveredAt', 'readAt', 'provenAt'] as const)
              if (before[known] !== null) expect(one[known]).toBe(before[known]);
            if (before.deliveredAt !== null) expect(['delivered', 'read', state]).toContain(one.state);
          }
          if (state !== 'sent') expect(one.state).toBe(state);
          // told again, nothing is new
          const ended = one;
          for (const next of all.filter(({ kind, hop }) => kind !== 'failed' && hop === 1))
            expect(afterReports(ended, [next], NOW)).toBeNull();
        },
      ),
    );
  });

  test('of a message that was given up for another: whoever got it is not told again', () => {
    const second: Underway = { ...sent, state: 'queued', channel: 'email', hop: 2, tries: 0 };
    const after = afterReports(second, [{ kind: 'delivered', hop: 1, at: NOW }], NOW);
    expect(after?.state).toBe('delivered');
    expect(after?.happened[0]?.channel).toBe('sms');
  });
});

test('a message is named alike by whoever takes it up, and another utility’s name is nobody’s', () => {
  expect(readMessageId(3, messageId(3, 12, 2))).toEqual({ noticeId: 12, hop: 2 });
  expect(readMessageId(4, messageId(3, 12, 2))).toBeNull();
  expect(readMessageId(3, 'x')).toBeNull();
});

describe('ways', () => {
  const to = { staff: false, phone: '13812344127', wechat: null, email: 'a@b.cn' };
  const asked = { first: 'email', refused: ['sms'], language: null, night: false } as const;
  test('follow what somebody asked for, except where a rule asks for proof', () => {
    expect(wayOf(['wechat', 'sms', 'email'], to, undefined, false).channels).toEqual(['sms', 'email']);
    expect(wayOf(['wechat', 'sms', 'email'], to, asked, false).channels).toEqual(['email']);
    expect(wayOf(['wechat', 'sms', 'email'], to, asked, true).channels).toEqual(['email', 'sms']);
    expect(wayOf(['sms'], { ...to, phone: '0531-88888888' }, undefined, false).skipped).toEqual([
      { channel: 'sms', why: 'no-address' },
    ]);
  });
  test('the same person is known again however his number is written', () => {
    expect(recipientKey({ phone: '+86 138-1234 4127' })).toBe(recipientKey({ phone: '13812344127', name: 'x' }));
  });
});
