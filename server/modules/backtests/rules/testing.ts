/** Test support: logs of the past drawn from the words of a rulebook, ordinary ones and odd ones. */
import { HOUR, type Instant, MINUTE } from '../../../values/instant.ts';
import type { FactValue } from '../../regulations/rules/pack.ts';
import type { EventData, LogEntry } from '../../work-orders/rules/order.ts';
import type { Book } from '../../work-orders/rules/rulebook.ts';
import { units } from '../../work-orders/rules/testing.ts';
import { recordedUnder } from './verdict.ts';

/** 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

/** Whole numbers, the same for the same seed. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const START = Date.parse('2025-01-01T00:00:00+08:00');
const USUAL = [
  'created',
  'dispatched',
  'accepted',
  'assigned',
  'arrived',
  'handled',
  'reviewed',
  'called-back',
  'closed',
];

function drawValue(book: Book, fact: string, draw: Draw): FactValue {
  const kind = book.facts.get(fact);
  if (kind?.type === 'yes-no') return draw(2) === 0;
  if (kind?.type === 'number') return [0, 1, 3, 75, 100, 300, 600, 1000][draw(8)] ?? 0;
  const choices = kind?.choices ?? ['resident'];
  const choice = choices[draw(choices.length)] ?? 'other';
  return kind?.type === 'set' ? [choice] : choice;
}

/** @returns a log by sequence number; its times mostly go forward */
export function drawLog(book: Book, draw: Draw): LogEntry[] {
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const facts = [...book.facts.keys()].filter((fact) => fact !== 'event' && fact !== 'channel');
  const events = [...book.words.events.keys()];
  const clocks = book.pack.clocks.map(({ id }) => id);
  const milestones = [...recordedUnder(book.pack), ...book.milestones].filter(
    (one) => one !== 'received' && one !== 'merged' && one !== 'finished',
  );
  const some = (): Record<string, FactValue> =>
    Object.fromEntries(
      Array.from({ length: draw(4) }, () => pick(facts)).map((fact) => [fact, drawValue(book, fact, draw)]),
    );
  const log: LogEntry[] = [];
  let at: Instant = START + draw(400 * 24 * 60) * MINUTE;
  let callers = 1;
  const add = (kind: string, data: EventData, requestId: number | null = null): void => {
    log.push({
      seq: log.length + 1,
      kind,
      occurredAt: at,
      recordedAt: at + (draw(8) === 0 ? HOUR : 0),
      ...{ staffId: null, departmentId: null, via: 'desk', requestId, command: null, version: log.length + 1 },
      data,
    } as LogEntry);
  };
  const unit = (): EventData => (draw(3) === 0 ? {} : { unit: pick(units).organizationId ?? null });
  const caller = (): number | null => (draw(4) === 0 ? 1 + draw(callers) : null);
  const odd: Record<string, () => void> = {
    'facts-set': () => add('facts-set', { facts: some() }),
    reclassified: () => add('reclassified', { event: pick(events) }),
    'plan-set': () => add('plan-set', { plans: { [pick([...book.plans])]: at + draw(96) * HOUR } }, caller()),
    paused: () =>
      add('paused', {
        entry: 'failure',
        clocks: draw(2) === 0 || clocks.length === 0 ? 'all' : [pick(clocks)],
        ...(draw(2) === 0 ? { from: at - draw(3) * HOUR } : {}),
        until: draw(3) === 0 ? at + draw(40) * HOUR : null,
      }),
    resumed: () => add('resumed', {}),
    extended: () => add('extended', { clocks: clocks.length === 0 ? [] : [pick(clocks)], due: at + draw(90) * HOUR }),
    returned: () => add('returned', unit()),
    rejected: () => add('rejected', unit()),
    reopened: () => add('reopened', draw(2) === 0 ? { sameUnit: true } : {}),
    cancelled: () => add('cancelled', {}),
    received: () => {
      callers += 1;
      add('received', { channel: pick(['phone', 'web']), ...(draw(2) === 0 ? { facts: some() } : {}) }, callers);
    },
    note: () => add('note', { facts: some() }),
  };
  const said = { event: pick(events), channel: pick(['phone', 'hotline-12345', 'media']) };
  add('received', { ...said, ...unit(), facts: some() }, draw(10) === 0 ? null : 1);
  for (const usual of USUAL.slice(0, 2 + draw(USUAL.length))) {
    at += draw(draw(6) === 0 ? 3000 : 200) * MINUTE;
    if (draw(7) === 0) continue;
    add(usual, usual === 'dispatched' ? { ...unit(), departmentId: pick(units).departmentId } : unit(), caller());
    while (draw(3) === 0) {
      at += draw(300) * MINUTE;
      if (draw(2) === 0) add(pick(milestones), unit(), caller());
      else odd[pick(Object.keys(odd))]?.();
    }
  }
  return log;
}
