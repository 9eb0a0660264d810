import { describe, expect, it } from 'vitest';
import { readMessageRow, readMessageTime } from './message-row.ts';

const row = (cells: Record<string, string>) =>
  readMessageRow(
    (column) => ({ id: '7', time: '2019/11/28 9:08:38', subject: '停水', body: '没有水', ...cells })[column] ?? '',
    {
      channel: 'web',
      source: 'messages',
    },
  );
const code = (cells: Record<string, string>) => {
  const result = row(cells);
  return result.ok ? result.value.kind : result.refusal.code;
};

describe('the time of a message', () => {
  it('is Shanghai time', () => {
    expect(readMessageTime('2019/11/28 9:08:38')).toEqual({ ok: true, value: Date.parse('2019-11-28T01:08:38Z') });
  });
  it('is refused when the day does not exist', () => {
    for (const text of [
      '2019/2/30 9:00:00',
      '2019/13/1 9:00:00',
      '2019/1/1 24:00:00',
      '28/11/2019 9:00:00',
      '',
      '今天',
    ]) {
      expect(readMessageTime(text)).toMatchObject({ ok: false, refusal: { code: 'message-time-not-valid' } });
    }
  });
});

describe('a row of a message file', () => {
  it('with an event becomes a request with its subject, body and place', () => {
    expect(row({ relevant: 'yes', event: 'no-water', urgent: 'yes', place: '湖滨小区' })).toEqual({
      ok: true,
      value: {
        kind: 'receive',
        intake: {
          channel: 'web',
          receivedAt: '2019-11-28T01:08:38.000Z',
          content: '停水\n没有水',
          place: '湖滨小区',
          source: 'messages',
          sourceRef: '7',
          event: 'no-water',
          urgent: true,
        },
      },
    });
  });
  it('without a label waits as a draft until somebody has read it', () => {
    expect(code({})).toBe('draft');
  });
  it('that is not about water is declined with an explanation', () => {
    expect(row({ relevant: 'no' })).toMatchObject({ value: { kind: 'decline', reason: 'irrelevant', handedTo: null } });
  });
  it("that is the property manager's duty is declined and handed to him", () => {
    expect(row({ relevant: 'yes', event: 'property-management', outside_duty: 'yes' })).toMatchObject({
      value: { kind: 'decline', reason: 'outside-duty', handedTo: '小区物业服务单位' },
    });
  });
  it("that is another's duty and blames no property manager is handed to the government", () => {
    expect(row({ relevant: 'yes', event: 'connection', outside_duty: 'yes' })).toMatchObject({
      value: { handedTo: '属地政府' },
    });
  });
  it('needs an id, so that a second import knows it', () => {
    expect(code({ id: ' ' })).toBe('message-id-missing');
  });
  it('is refused when a yes-no column says something else', () => {
    expect(code({ urgent: 'maybe' })).toBe('yes-no-not-valid');
  });
});
