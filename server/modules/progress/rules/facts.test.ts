import { describe, expect, it } from 'vitest';
import { givenWrong } from '../../notices/rules/templates/placeholders.ts';
import { CUSTOMER_EVENTS } from '../../notices/rules/templates/shipped/customers.ts';
import type { LogEntry } from '../../work-orders/rules/order.ts';
import { type About, FACTS, sayTime, toTell } from './facts.ts';

const AT = Date.parse('2026-03-02T10:00:00+08:00');
const entry = (kind: string, more: Partial<LogEntry> = {}): LogEntry => ({
  ...{
    seq: 7,
    kind,
    occurredAt: AT,
    recordedAt: AT,
    staffId: 1,
    departmentId: 'hotline',
    via: 'desk',
    requestId: null,
  },
  ...{ command: 'note', version: 2, data: {} },
  ...more,
});
const about = (more: Partial<About> = {}): About => ({
  number: '20260302-0001',
  order: {
    place: '柳荫里 7 号楼',
    forms: { review: { measures: '属实' }, reply: { measures: '更换阀门，水压恢复' } },
    requests: [11, 12].map((id) => ({ id, receivedAt: AT, channel: 'phone', elements: [], done: {}, since: 1 })),
  },
  matter: { zh: '水压低', en: 'low pressure' },
  unit: '抢修维修',
  replyForms: ['reply'],
  due: Date.parse('2026-03-03T18:00:00+08:00'),
  sealed: false,
  ...more,
});

const ENTRIES: Record<(typeof FACTS)[number], LogEntry> = {
  received: entry('received', { requestId: 11 }),
  dispatched: entry('dispatched'),
  appointment: entry('plan-set', {
    requestId: 12,
    data: {
      plans: {
        'appointment.start': Date.parse('2026-03-03T09:00:00+08:00'),
        'appointment.end': Date.parse('2026-03-03T11:30:00+08:00'),
      },
    },
  }),
  extended: entry('extended', { data: { due: Date.parse('2026-03-05T17:30:00+08:00'), reason: '待配件到货' } }),
  handled: entry('reviewed'),
};

describe('what callers are told of their order', () => {
  it.each(FACTS)('%s is told by a template that has every word it needs, open and sealed', (fact) => {
    for (const sealed of [false, true]) {
      const [told] = toTell([ENTRIES[fact]], about({ sealed }));
      if (sealed && fact === 'dispatched') expect(told).toBeUndefined();
      if (!told) continue;
      expect(told.fact).toBe(fact);
      const template = CUSTOMER_EVENTS.find(({ id }) => id === told.event);
      expect(givenWrong(told.variables, template?.variables ?? [])).toBeNull();
    }
  });

  it('is told to the caller it is about, else to all of them', () => {
    const whom = (one: LogEntry): number[] | undefined => toTell([one], about())[0]?.requestIds;
    expect(whom(ENTRIES.received)).toEqual([11]);
    expect(whom(ENTRIES.appointment)).toEqual([12]);
    expect(whom(ENTRIES.handled)).toEqual([11, 12]);
    // nobody called
    expect(toTell([ENTRIES.handled], about({ order: { ...about().order, requests: [] } }))).toEqual([]);
  });

  it('says times, results and reasons as people do', () => {
    expect(sayTime(AT)).toEqual({ zh: '3月2日 10:00', en: '2 Mar 10:00' });
    expect(toTell([ENTRIES.appointment], about())[0]?.variables.when).toEqual({
      zh: '3月3日 9:00 至 11:30',
      en: '3 Mar 9:00 to 11:30',
    });
    expect(toTell([ENTRIES.handled], about())[0]?.variables.result).toBe('更换阀门，水压恢复');
    expect(toTell([ENTRIES.extended], about())[0]?.variables).toMatchObject({
      reason: '待配件到货',
      due: { zh: '3月5日 17:30' },
    });
  });

  it('says nothing of a sealed order but that there is one', () => {
    const words = JSON.stringify(
      toTell(Object.values(ENTRIES), about({ sealed: true })).map(({ variables }) => variables),
    );
    for (const secret of ['水压低', '柳荫里', '抢修维修', '更换阀门', '待配件']) expect(words).not.toContain(secret);
  });

  it('leaves what comes in files, plans that are no appointment, and the rest of the log alone', () => {
    expect(toTell([entry('received', { requestId: 11, via: 'import' })], about())).toEqual([]);
    expect(toTell([entry('received')], about())).toEqual([]);
    expect(
      toTell([entry('plan-set', { data: { plans: { promised: AT } } }), entry('noted'), entry('handled')], about()),
    ).toEqual([]);
  });
});
