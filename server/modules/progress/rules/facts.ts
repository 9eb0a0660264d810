/** Which facts of an order its callers are told 进展告知, and in what words. One table. */

import { civilDate, zoneOf } from '../../../values/zone.ts';
import type { Pack } from '../../regulations/rules/pack.ts';
import type { LogEntry, OrderState } from '../../work-orders/rules/order.ts';

export const FACTS = ['received', 'dispatched', 'appointment', 'extended', 'handled'] as const;
export type Fact = (typeof FACTS)[number];

/** Told unless a utility says otherwise: what a caller waits for. That it was passed on is the utility's own affair. */
export const DEFAULTS: Record<Fact, boolean> = {
  received: true,
  dispatched: false,
  appointment: true,
  extended: true,
  handled: true,
};

export interface Both {
  zh: string;
  en: string;
}

export interface About {
  number: string;
  order: Pick<OrderState, 'place' | 'forms' | 'requests'>;
  matter: Both;
  /** Unit that has it, and when its work has to be done. */
  unit: string | null;
  /** Forms the unit fills with its reply. */
  replyForms: readonly string[];
  due: number | null;
  /** 保密: the words say nothing of what it is about. */
  sealed: boolean;
}

export interface Told {
  fact: Fact;
  /** Template it is told by. */
  event: string;
  /** The same is told once. */
  key: string;
  requestIds: number[];
  variables: Record<string, string | Both>;
}

const ZONE = zoneOf('Asia/Shanghai');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 11月27日 18:00 */
export function sayTime(at: number): Both {
  const { month, day } = civilDate(ZONE.dayOf(at));
  const minute = ZONE.minuteOf(at);
  const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return { zh: `${month}月${day}日 ${clock}`, en: `${day} ${MONTHS[month - 1]} ${clock}` };
}

/** Of one day: 11月27日 9:00 至 11:00 */
function sayStretch(from: number, until: number | undefined): Both {
  const [start, end] = [sayTime(from), until === undefined ? null : sayTime(until)];
  if (end === null) return start;
  const sameDay = until !== undefined && ZONE.dayOf(from) === ZONE.dayOf(until);
  const short = (words: string): string => (sameDay ? (words.split(' ').at(-1) ?? words) : words);
  return { zh: `${start.zh} 至 ${short(end.zh)}`, en: `${start.en} to ${short(end.en)}` };
}

const SOMETHING: Both = { zh: '事项', en: 'what you told us' };
const LOOKED_INTO: Both = { zh: '需要更多时间核实处理', en: 'it takes more time to look into' };
const DONE: Both = { zh: '已按规定处理完毕', en: 'it has been dealt with' };
/** Characters of somebody's own words. */
const MOST = 80;
const short = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text);

/** A gate of the review that sends back what is incomplete speaks of the reply. */
export const replyFormsOf = ({ gates }: Pick<Pack, 'gates'>): string[] =>
  gates.flatMap(({ blocks, require, else: instead }) =>
    blocks !== 'reviewed' || instead === undefined || require === 'never'
      ? []
      : (require.done ?? []).flatMap((done) => (done.startsWith('filled:') ? [done.slice('filled:'.length)] : [])),
  );

/** 处理措施及效果, as the reply says it and the reviewer has passed or corrected it. */
function resultOf({ order, replyForms, sealed }: About): string | Both {
  if (sealed) return DONE;
  const measures = replyForms
    .map((form) => order.forms[form]?.measures)
    .find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof measures === 'string' ? short(measures.trim()) : DONE;
}

type Tell = (entry: LogEntry, about: About) => Omit<Told, 'requestIds'> | null;

const TABLE: Record<Fact, { kind: string; tell: Tell }> = {
  received: {
    kind: 'received',
    tell: ({ requestId, via }, about) =>
      // what comes in files was told elsewhere, perhaps long ago
      requestId === null || via === 'import'
        ? null
        : {
            fact: 'received',
            event: 'order-received',
            key: `request:${requestId}:received`,
            variables: {
              number: about.number,
              matter: about.sealed ? SOMETHING : about.matter,
              ...(about.sealed ? {} : { place: about.order.place }),
              ...(about.due === null ? {} : { due: sayTime(about.due) }),
            },
          },
  },
  dispatched: {
    kind: 'dispatched',
    tell: ({ seq }, about) =>
      about.sealed || about.unit === null
        ? null
        : {
            fact: 'dispatched',
            event: 'order-dispatched',
            key: `order:${about.number}:${seq}`,
            variables: { number: about.number, matter: about.matter, place: about.order.place, unit: about.unit },
          },
  },
  appointment: {
    kind: 'plan-set',
    tell: ({ seq, data }, about) => {
      const from = data.plans?.['appointment.start'];
      if (from === undefined) return null;
      const when = sayStretch(from, data.plans?.['appointment.end']);
      const variables = { number: about.number, when, ...(about.sealed ? {} : { place: about.order.place }) };
      return { fact: 'appointment', event: 'order-appointment', key: `order:${about.number}:${seq}`, variables };
    },
  },
  extended: {
    kind: 'extended',
    tell: ({ seq, data }, about) => {
      const until = data.due;
      if (until === undefined) return null;
      const given = data.reason?.trim() ?? '';
      const reason = about.sealed || given === '' ? LOOKED_INTO : short(given);
      return {
        fact: 'extended',
        event: 'order-extended',
        key: `order:${about.number}:${seq}`,
        variables: { number: about.number, reason, due: sayTime(until) },
      };
    },
  },
  handled: {
    kind: 'reviewed',
    tell: ({ seq }, about) => ({
      fact: 'handled',
      event: 'order-handled',
      key: `order:${about.number}:${seq}`,
      variables: { number: about.number, result: resultOf(about) },
    }),
  },
};

/** What is told of these entries: to the caller an entry names, else to every caller of the order. */
export function toTell(entries: readonly LogEntry[], about: About): Told[] {
  const everyone = about.order.requests.map(({ id }) => id);
  return entries.flatMap((entry): Told[] =>
    FACTS.filter((fact) => TABLE[fact].kind === entry.kind).flatMap((fact) => {
      const told = TABLE[fact].tell(entry, about);
      const requestIds = entry.requestId === null ? everyone : [entry.requestId];
      return told && requestIds.length > 0 ? [{ ...told, requestIds }] : [];
    }),
  );
}
