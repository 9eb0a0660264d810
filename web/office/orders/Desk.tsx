/** The order desk: what waits, what I am doing, what I need to know. */
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OrderPane } from './OrderPane.tsx';
import { Queue } from './Queue.tsx';

export function Desk(): ReactNode {
  const { t } = useTranslation();
  const { orderId } = useParams({ strict: false });
  const id = orderId === undefined ? null : Number(orderId);
  return (
    <div className={`desk ${id === null ? '' : 'open'}`}>
      <Queue openId={id} />
      {id === null || Number.isNaN(id) ? (
        <>
          <section className="middle" aria-label={t('order.order')}>
            <div className="empty" style={{ marginTop: 120 }}>
              <b>{t('order.none')}</b>
              {t('order.noneHelp')}
            </div>
          </section>
          <aside className="right" aria-label={t('side.label')} />
        </>
      ) : (
        <OrderPane key={id} id={id} />
      )}
    </div>
  );
}
