/** 告知 of an order: what its callers and colleagues were told, by which channel, and how far it came. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import { useMe } from '../../data.ts';
import { useNotices } from './data.ts';
import { StateWord } from './StateWord.tsx';
import './notices.css';

/** The latest of them; the page of notices has all. */
const SHOWN = 5;

export function OrderNotices({ orderId }: { orderId: number }): ReactNode {
  const may = (useMe().data?.permissions['notices.read'] ?? 'none') !== 'none';
  return may ? <Told orderId={orderId} /> : null;
}

function Told({ orderId }: { orderId: number }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const items = useNotices({ orderId }, false).data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  const days = t('clock.days', { returnObjects: true });
  return (
    <section aria-labelledby="told-title">
      <div className="row">
        <h2 id="told-title" className="grow">
          {t('notices.ofOrder')}
        </h2>
        {items.length > SHOWN && (
          <Link to="/notices" search={{ orderId }} className="small">
            {t('notices.allOfOrder')}
          </Link>
        )}
      </div>
      <dl className="pairs">
        {items.slice(0, SHOWN).map((item) => (
          <div key={item.id} style={{ display: 'contents' }}>
            <dt className="tabular">{shortTime(item.createdAt, now, days)}</dt>
            <dd className="told">
              <Link to="/notices" search={{ orderId, id: item.id }}>
                {item.eventName}
              </Link>
              {item.channel !== null && <span className="muted">{t(`notices.channel.${item.channel}`)}</span>}
              <span>
                <StateWord item={item} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
