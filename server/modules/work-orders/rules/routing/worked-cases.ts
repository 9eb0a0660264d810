/** What a rulebook does with an order beside its clocks, for the worked cases 算例: routes, gates, asks. */
import type { Instant } from '../../../../values/instant.ts';
import type { HolidayCalendars } from '../../../regulations/rules/calendar.ts';
import type { OrderRules } from '../../../regulations/rules/loading/proofs/examples.ts';
import type { Matter } from '../../../regulations/rules/matter.ts';
import type { Pack } from '../../../regulations/rules/pack.ts';
import { approvalOf, pausesToAsk } from '../asks.ts';
import type { Context } from '../context.ts';
import { fold } from '../fold.ts';
import { formOf, heldBack, knownOf, requiredFields } from '../gates.ts';
import type { AskKind, LogEntry, OrderState } from '../order.ts';
import { bookOf, countedFacts } from '../rulebook.ts';
import { routes } from './routing.ts';

const KINDS: Record<string, AskKind> = { return: 'return', extension: 'extension', pause: 'pause' };

export const orderRules = (holidays: HolidayCalendars): OrderRules => ({
  routes: (pack, matter, now) => {
    const { order, context } = orderOf(pack, matter, now, holidays);
    return routes(order, context).map(({ to }) => to);
  },
  held: (pack, matter, now, milestone) => {
    const { order, context } = orderOf(pack, matter, now, holidays);
    return Object.fromEntries(
      heldBack(milestone, order, context, knownOf(order)).map(({ gate, faults }) => [
        gate.id,
        faults.map(({ path }) => path.replace(/^(form|facts)\./, '')),
      ]),
    );
  },
  asks: (pack, matter, now, kind) => {
    const asked = KINDS[kind];
    if (!asked) return null;
    const { order, context } = orderOf(pack, matter, now, holidays);
    const approval = approvalOf(asked, order, context);
    const pause = asked === 'pause' ? pausesToAsk(order, context)[0] : undefined;
    if (!approval && !pause) return null;
    const form = approval?.form === undefined ? undefined : formOf(approval.form, order, context);
    return {
      to: approval && approval.steps.length > 0 ? approval.steps : pause?.ask === undefined ? [] : [pause.ask],
      form: form ? requiredFields(form, order, context).map(({ id }) => id) : [],
    };
  },
});

/** The order such a matter would be: nothing written in any form, no unit in charge. */
function orderOf(
  pack: Pack,
  matter: Matter,
  now: Instant,
  holidays: HolidayCalendars,
): { order: OrderState; context: Context } {
  const book = bookOf(pack, holidays);
  const plans = Object.fromEntries(matter.plans.map(({ plan, at }) => [plan, at]));
  const log = matter.happenings.map((one, i): LogEntry => {
    const first = one.milestone === 'received';
    return {
      seq: one.id,
      kind: one.milestone,
      occurredAt: one.at,
      recordedAt: one.recordedAt,
      staffId: null,
      departmentId: null,
      via: 'system',
      requestId: first ? 1 : null,
      command: null,
      version: i + 1,
      data: {
        ...(first
          ? { event: matter.event, channel: matter.channel, receivedAt: one.at, facts: matter.facts, plans }
          : {}),
        ...(one.by === undefined ? {} : { unit: one.by }),
      },
    };
  });
  const told = fold(log);
  const order = { ...told, facts: { ...countedFacts(book, log, told, now), ...told.facts } };
  const nobody = { staffId: null, departmentId: null, may: () => false };
  return { order, context: { ...book, now, actor: nobody, units: [], clocks: [] } };
}
