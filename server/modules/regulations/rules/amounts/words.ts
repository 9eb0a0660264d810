/** A reckoning in the words of a clerk, Chinese and English. */
import { decimalOf, shifted, showDecimal } from '../../../../values/decimal.ts';
import { showFen } from '../../../../values/money.ts';
import type { Charge, Step } from './price.ts';

interface Words {
  zh: string;
  en: string;
}

const percent = (share: string): string => {
  const part = decimalOf(share);
  return part ? `${showDecimal(shifted(part, 2))} %` : share;
};

export function stepWords(step: Step, nameOf: (fact: string) => string = (fact) => fact): Words {
  switch (step.kind) {
    case 'rate':
      return {
        zh: `${step.quantity} ${step.unit} × ${step.price} 元 = ${step.sum} 元`,
        en: `${step.quantity} ${step.unit} × CNY ${step.price} = CNY ${step.sum}`,
      };
    case 'tier':
      return {
        zh: `第 ${step.tier} 阶梯（${step.from} 至${step.upto === null ? '以上' : ` ${step.upto}`}）：${step.quantity} × ${step.price} 元 = ${step.sum} 元`,
        en: `tier ${step.tier} (${step.from} to ${step.upto ?? 'any'}): ${step.quantity} × CNY ${step.price} = CNY ${step.sum}`,
      };
    case 'share':
      return {
        zh: `${nameOf(step.of)} × ${percent(step.share)} = ${step.sum} 元`,
        en: `${nameOf(step.of)} × ${percent(step.share)} = CNY ${step.sum}`,
      };
    case 'flat':
      return { zh: `定额 ${step.sum} 元`, en: `fixed: CNY ${step.sum}` };
    case 'cap':
      return { zh: `最高 ${step.cap} 元`, en: `at most CNY ${step.cap}` };
    case 'rounded':
      return {
        zh: `${step.from} 元，四舍五入到分：${step.sum} 元`,
        en: `CNY ${step.from}, rounded to the fen: CNY ${step.sum}`,
      };
  }
}

/** As worked cases write it: `1325.50 CNY`, `forbidden`, the name of what sets it, `not-for-this`, `unknown: a b`. */
export function showCharge(charge: Charge): string {
  switch (charge.kind) {
    case 'amount':
      return `${showFen(charge.fen)} CNY`;
    case 'named':
      return charge.by;
    case 'unknown':
      return `unknown: ${charge.asks.join(' ')}`;
    default:
      return charge.kind;
  }
}
