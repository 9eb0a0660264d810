import { describe, expect, it } from 'vitest';
import { loadShipped } from '../../regulations/kept-packs.ts';
import { tellable } from './tellable.ts';

const notices = (name: string) => loadShipped().packs.find(({ pack }) => pack === name)?.notices ?? [];
const ids = (name: string): string[] => tellable(notices(name), () => true).map(({ id }) => id);

describe('what can be sent to callers because the rulebook wants it told', () => {
  it('is to the customer alone, by a way that goes out', () => {
    expect(ids('liaocheng')).toEqual(['extension-user']);
    // posted, on paper, or to others as well: not from here
    for (const other of ['anomaly-poster', 'bill-notice', 'demand-open', 'outside-duty', 'planned-stop-communities'])
      expect(ids('jinan')).not.toContain(other);
    expect(tellable(notices('jinan'), (id) => id === 'stop-notice-told')).toMatchObject([
      { id: 'stop-notice-told', ways: ['sms'], clauses: ['J-093'], proof: false },
    ]);
  });

  it('is offered while its clock runs', () => {
    expect(tellable(notices('liaocheng'), () => false)).toEqual([]);
  });
});
