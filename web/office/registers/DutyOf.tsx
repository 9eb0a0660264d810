/** An order nobody called for: the duty that made it, by which article, and the thing it is about. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderDetail } from '../../kit/views.ts';
import { useDutyOf } from './data.ts';

export function DutyOf({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const { duty, thing } = useDutyOf(order.id, order.requests.length === 0).data ?? {};
  if (!duty || !thing) return null;
  return (
    <section aria-labelledby="duty-title">
      <h2 id="duty-title">{t('registers.duties')}</h2>
      <dl className="pairs">
        <dt>{duty.name}</dt>
        <dd>{duty.every}</dd>
        <dt>{t('registers.thing')}</dt>
        <dd>
          <Link to="/registers" search={{ id: thing.thingId }}>
            {thing.name}
          </Link>
          {thing.place !== '' && <span className="muted"> {thing.place}</span>}
        </dd>
      </dl>
      <p className="small">
        {duty.article} {duty.quote !== '' && <q className="muted">{duty.quote}</q>}
      </p>
    </section>
  );
}
