/** What is owed in an order, in words: 应赔付、奖励、考核. */

import { showFen } from '../../../values/money.ts';
import type { Gift, Remedy } from '../../regulations/rules/amounts/remedy.ts';
import { showTerm } from '../../regulations/rules/explaining/explain-words.ts';
import type { ClockReading } from '../../regulations/rules/matter.ts';
import type { Pack } from '../../regulations/rules/pack.ts';

export type Lang = 'zh' | 'en';

export interface RemedyView {
  id: string;
  article: string;
  quote: string;
  to: { id: string; name: string }[];
  /** Integer fen; null: a thing, or not known yet. */
  minFen: number | null;
  maxFen: number | null;
  /** What is to be given, in words. */
  give: string;
  since: string;
  fromName: string;
  until: string | null;
  times: number;
  capped: boolean;
  steps: { id: string; name: string }[];
  /** Somebody has to decide: how much, or what. */
  open: boolean;
  /** Clock whose lateness it rests on. */
  clock: { id: string; name: string; state: ClockReading['state'] } | null;
  /** Facts that are wanted. */
  asks: string[];
  assumed: string[];
  reading?: string;
}

const AUDIENCE: Record<string, { zh: string; en: string }> = {
  customer: { zh: '用户', en: 'Customer' },
  caller: { zh: '来电人', en: 'Caller' },
  'affected-customers': { zh: '受影响用户', en: 'Customers affected' },
  public: { zh: '公众', en: 'Public' },
  staff: { zh: '有关人员', en: 'Staff concerned' },
  unit: { zh: '责任单位', en: 'Responsible unit' },
  handler: { zh: '经办人', en: 'Handler' },
};

/** Who stands in the order for `unit` and `handler`. */
export interface InCharge {
  unit: string | null;
  handler: string | null;
  clockName: (id: string) => string;
}

export function remedyView(
  remedy: Remedy,
  pack: Pack,
  readings: readonly ClockReading[],
  { unit, handler, clockName }: InCharge,
  lang: Lang,
): RemedyView {
  const { id, article, quote, since, until, times, capped, assumed, reading } = remedy;
  const nameOf = (who: string): string => {
    const known = pack.organization.find((one) => one.id === who)?.name;
    const word = AUDIENCE[who]?.[lang];
    const person = who === 'unit' ? unit : who === 'handler' ? handler : null;
    return known ?? (word === undefined ? who : person === null ? word : `${word} ${person}`);
  };
  const named = (ids: readonly string[]) => ids.map((one) => ({ id: one, name: nameOf(one) }));
  const clock = remedy.clock === null ? undefined : readings.findLast((one) => one.id === remedy.clock);
  const money = remedy.give.kind === 'money' ? remedy.give : null;
  return {
    id,
    article,
    quote,
    to: named(remedy.to),
    minFen: money?.min ?? null,
    maxFen: money?.max ?? null,
    give: giftWords(remedy.give, pack, lang),
    since: new Date(since).toISOString(),
    fromName: remedy.from === 'when' ? '' : showTerm(pack, remedy.from, lang),
    until: until === null ? null : new Date(until).toISOString(),
    times,
    capped,
    steps: named(remedy.steps),
    open: remedy.give.kind === 'open' || (money !== null && money.min !== money.max),
    clock: clock ? { id: clock.id, name: clockName(clock.id), state: clock.state } : null,
    asks: (remedy.give.kind === 'unknown' ? remedy.give.asks : []).map((fact) => showTerm(pack, fact, lang)),
    assumed,
    ...(reading === undefined ? {} : { reading }),
  };
}

function giftWords(gift: Gift, pack: Pack, lang: Lang): string {
  switch (gift.kind) {
    case 'money': {
      const [min, max] = [showFen(gift.min), showFen(gift.max)];
      if (min === max) return lang === 'zh' ? `${min} 元` : `CNY ${min}`;
      return lang === 'zh' ? `${min}—${max} 元` : `CNY ${min} to ${max}`;
    }
    case 'thing':
      return gift.text;
    case 'open':
      return lang === 'zh' ? '由审批单位决定' : 'Whoever decides says what';
    case 'unknown': {
      const facts = gift.asks.map((fact) => showTerm(pack, fact, lang)).join(lang === 'zh' ? '、' : ', ');
      return lang === 'zh' ? `登记“${facts}”后算出` : `Reckoned once “${facts}” is recorded`;
    }
  }
}
