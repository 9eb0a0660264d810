import { expect, it } from 'vitest';
import { CITED, town } from '../../regulations/rules/amounts/testing.ts';
import { at } from '../../regulations/rules/testing.ts';
import { remediesOfMissed } from './missed.ts';

const { pack, calendars } = town(`clocks:
- {id: finish, ${CITED}, from: created, until: finished, within: 24 h}
organization:
- {id: office, kind: unit, name: 办公室, ${CITED}}
metrics:
- {id: timely, ${CITED}, in-time: [finish], per: month, target: ">= 90 %"}
remedies:
- {id: fine, ${CITED}, from: missed:timely, to: unit, give: 200..500 CNY, steps: office}
- {id: late, ${CITED}, from: late:finish, to: customer, give: 50 CNY}
`);

it('owes from the end of the period what begins with its target missed, and nothing else', () => {
  const told = (metric: string, lang: 'zh' | 'en') =>
    remediesOfMissed(pack, calendars, { metric, at: at('11-01 00:00'), now: at('11-05 10:00') }, lang);
  expect(told('timely', 'zh')).toMatchObject([
    {
      id: 'fine',
      give: '200.00—500.00 元',
      minFen: 20000,
      maxFen: 50000,
      open: true,
      to: [{ id: 'unit', name: '责任单位' }],
      steps: [{ id: 'office', name: '办公室' }],
      since: new Date(at('11-01 00:00')).toISOString(),
      fromName: '指标未达成',
    },
  ]);
  expect(told('timely', 'en')[0]?.give).toBe('CNY 200.00 to 500.00');
  expect(told('other', 'zh')).toEqual([]);
});
