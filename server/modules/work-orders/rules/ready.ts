/** What must be true of the order, whatever a command puts in. */
import type { Refusal, Result } from '../../../values/result.ts';
import { approvalOf, mayDecide, openAsk, pausesToAsk } from './asks.ts';
import type { Context } from './context.ts';
import { knownOf, passGates } from './gates.ts';
import type { Command } from './lifecycle.ts';
import type { AskKind, OrderState } from './order.ts';

type Check = (order: OrderState, context: Context) => Refusal | null;

const refusal = (result: Result<unknown>): Refusal | null => (result.ok ? null : result.refusal);
const gate =
  (milestone: string): Check =>
  (order, context) =>
    refusal(passGates(milestone, order, context, knownOf(order)));

const once =
  (kind: AskKind, more: Check): Check =>
  (order, context) =>
    openAsk(order, kind) ? { code: 'ask-undecided', params: { kind } } : more(order, context);

const decidable =
  (kind: AskKind): Check =>
  (order, context) => {
    const ask = openAsk(order, kind);
    return ask ? refusal(mayDecide(ask, context)) : { code: 'ask-not-found', params: { kind } };
  };

/** Nobody hears of the end before he was called, where the rulebook calls back and he can be reached. */
const calledBack: Check = (order, context) => {
  if (order.done['called-back'] !== undefined || order.done['call-back-tried'] !== undefined) return null;
  if (order.facts['contact-left'] === false) return null;
  const wanted = context.pack.clocks.find(
    ({ until, when }) => until?.of.includes('called-back') && context.holds(when, order),
  );
  const term = context.pack.terms.find(({ id }) => id === 'called-back');
  const cited = wanted ?? term;
  if (!cited) return null;
  return {
    code: 'call-back-first',
    ...(cited.article ? { article: cited.article } : {}),
    ...(cited.quote ? { quote: cited.quote } : {}),
  };
};

const CHECKS: Partial<Record<Command, Check>> = {
  'review-pass': gate('reviewed'),
  'ask-return': once('return', () => null),
  'decide-return': decidable('return'),
  'ask-extension': once('extension', (order, context) =>
    approvalOf('extension', order, context) ? null : { code: 'extension-not-provided' },
  ),
  'decide-extension': decidable('extension'),
  'ask-pause': once('pause', (order, context) =>
    pausesToAsk(order, context).length > 0 ? null : { code: 'pauses-not-provided' },
  ),
  'decide-pause': decidable('pause'),
  resume: (order, { now }) =>
    order.pauses.some(({ from, until }) => from <= now && (until === null || until > now))
      ? null
      : { code: 'not-paused' },
  close: calledBack,
};

export const ready = (order: OrderState, command: Command, context: Context): Refusal | null =>
  CHECKS[command]?.(order, context) ?? null;
