/** How far one of several callers is: his own clocks, and what was done towards him. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RATING_WORDS } from '../../../server/modules/work-orders/rules/satisfaction/levels.ts';
import { ClockWords } from '../../kit/clock/Clock.tsx';
import type { CallerView, ClockView, OrderDetail } from '../../kit/views.ts';
import { languageNow } from '../texts/index.ts';

/** What can still be late first; of several runs the last. */
function clocksOf(order: OrderDetail, id: number): ClockView[] {
  const own = order.clocks.filter((one) => one.on === 'request' && one.requestId === id && one.state !== 'cancelled');
  return own.filter((one) => own.every((other) => other.name !== one.name || other.run <= one.run));
}

export function CallerClocks({ order, id }: { order: OrderDetail; id: number }): ReactNode {
  const clocks = clocksOf(order, id);
  if (clocks.length === 0) return null;
  return (
    <ul className="caller-clocks">
      {clocks.map((clock) => (
        <li key={clock.id} title={clock.article}>
          <span className="small muted">{clock.name}</span> <ClockWords clock={clock} />
        </li>
      ))}
    </ul>
  );
}

export function CallerDone({ request, at }: { request: CallerView; at: (instant: string) => string }): ReactNode {
  const { t } = useTranslation();
  const said = [
    request.contactedAt !== null && t('merging.contacted', { at: at(request.contactedAt) }),
    request.toldAt !== null && request.calledBackAt === null && t('merging.told', { at: at(request.toldAt) }),
    request.calledBackAt !== null && t('merging.calledBack', { at: at(request.calledBackAt) }),
    request.rating !== null && RATING_WORDS[request.rating][languageNow() === 'en' ? 'en' : 'zh'],
    request.rating === null &&
      request.satisfied !== null &&
      t(request.satisfied ? 'merging.satisfied' : 'merging.unsatisfied'),
    request.triedAt !== null && t('merging.tried', { at: at(request.triedAt) }),
  ].filter((one) => one !== false);
  return said.length === 0 ? null : <p className="small muted">{said.join(' · ')}</p>;
}
