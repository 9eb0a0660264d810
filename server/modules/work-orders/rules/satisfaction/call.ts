/** What a call to a customer 回访 says: nobody there, and why; or what he answered, and how satisfied he is. */
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import type { FactValue } from '../../../regulations/rules/pack.ts';
import type { Context, Inputs } from '../context.ts';
import { meant } from '../merging/callers.ts';
import type { NewEntry, OrderState } from '../order.ts';
import { isGood, lowest, type Rating } from './levels.ts';

/** What the rulebooks ask about it: a choice `satisfaction`, or yes or no `satisfied`. Neither known: nothing is recorded. */
function factsOf(satisfied: boolean, { facts }: Pick<Context, 'facts'>): Record<string, FactValue> {
  const choice = facts.get('satisfaction');
  const answer = satisfied ? 'satisfied' : 'dissatisfied';
  return {
    ...(choice?.type === 'choice' && (choice.choices ?? []).includes(answer) ? { satisfaction: answer } : {}),
    ...(facts.get('satisfied')?.type === 'yes-no' ? { satisfied } : {}),
  };
}

/** An order has the rating of its least satisfied caller. @param from whose new rating it is; null: the order as a whole */
function factsOfRating(
  rating: Rating,
  from: readonly (number | null)[],
  { requests }: Pick<OrderState, 'requests'>,
  context: Pick<Context, 'facts'>,
): Record<string, FactValue> {
  const others = requests.filter(({ id }) => !from.includes(id) && !from.includes(null));
  const all = [rating, ...others.flatMap(({ rating: theirs }) => theirs ?? [])];
  return factsOf(isGood(lowest(all) ?? rating), context);
}

/** The entries of one call, one set for each caller it was with. */
export function toldInCall(
  order: OrderState,
  input: Inputs['call-back'],
  context: Context,
  at: Instant,
): Result<NewEntry[]> {
  const { reached, outcome, later, rating, solved, note } = input;
  const wrong = !reached && rating !== undefined ? 'rating' : reached && outcome !== undefined ? 'outcome' : null;
  if (wrong) return refuse(`${wrong}-does-not-fit`, { fields: [{ path: wrong, code: 'not-allowed' }] });
  if (later !== undefined && (reached || later <= at))
    return refuse('call-later-in-past', { fields: [{ path: 'later', code: 'too-early' }] });
  const callers = meant('called-back', input, order, context);
  if (!callers.ok) return callers;
  const satisfied = rating === undefined ? (input.satisfied ?? null) : isGood(rating);
  const text = note ? { text: note } : {};
  if (!reached) {
    const why = {
      reached,
      satisfied,
      ...(outcome ? { outcome } : {}),
      ...(later === undefined ? {} : { later }),
      ...text,
    };
    return ok(callers.value.map((requestId) => ({ kind: 'call-back-tried', occurredAt: at, requestId, data: why })));
  }
  // said without a level: what the rulebook asks is known all the same
  const facts = rating === undefined && satisfied !== null ? factsOf(satisfied, context) : {};
  const said = {
    ...{ reached, satisfied },
    ...(solved === undefined ? {} : { solved }),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...text,
  };
  return ok(
    callers.value.flatMap((requestId): NewEntry[] => [
      { kind: 'called-back', occurredAt: at, requestId, data: said },
      { kind: 'customer-told', occurredAt: at, requestId, data: {} },
      ...(rating === undefined ? [] : [rated(order, rating, requestId, callers.value, context, at)]),
    ]),
  );
}

function rated(
  order: OrderState,
  rating: Rating,
  requestId: number | null,
  callers: readonly (number | null)[],
  context: Pick<Context, 'facts'>,
  at: Instant,
): NewEntry {
  const facts = factsOfRating(rating, callers, order, context);
  return {
    kind: 'rated',
    occurredAt: at,
    requestId,
    data: { rating, ...(Object.keys(facts).length > 0 ? { facts } : {}) },
  };
}

/**
 * What a customer wrote himself, by the link he was sent. Reading him is a call back in writing: it counts as one, unless he
 * was called or has written before in this round.
 */
export function toldInWriting(
  order: OrderState,
  { requestId, rating, words }: { requestId: number; rating: Rating; words: string },
  context: Pick<Context, 'facts'>,
  at: Instant,
): NewEntry[] {
  const known = order.requests.find(({ id }) => id === requestId)?.done['called-back'] !== undefined;
  const said = { reached: true, satisfied: isGood(rating) };
  const entry = rated(order, rating, requestId, [requestId], context, at);
  return [
    ...(known ? [] : [{ kind: 'called-back', occurredAt: at, requestId, data: said }]),
    words === '' ? entry : { ...entry, data: { ...entry.data, text: words } },
  ];
}
