/** What the rulebook would start, and what this place reported before. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { usePreview, useRecentRequests } from '../data.ts';
import { PreviewClocks } from '../rulebook/PreviewClocks.tsx';
import { checkable, type Draft } from './draft.ts';

export function Ahead({ draft, children }: { draft: Draft; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const preview = usePreview({
    event: draft.event,
    channel: draft.channel,
    facts: { ...(draft.urgent ? { urgent: true } : {}) },
    ...(draft.receivedAt === undefined ? {} : { receivedAt: draft.receivedAt }),
  });
  return (
    <aside className="right" aria-label={t('side.label')}>
      {children}
      <section aria-labelledby="preview-title">
        <h2 id="preview-title">{t('intake.preview')}</h2>
        {!checkable(draft) ? (
          <p className="quiet small">{t('intake.previewNone')}</p>
        ) : (
          <PreviewClocks clocks={preview.data} empty={t('intake.previewEmpty')} />
        )}
      </section>
      <Recent premisesId={draft.premises?.id} />
    </aside>
  );
}

function Recent({ premisesId }: { premisesId: number | undefined }): ReactNode {
  const { t } = useTranslation();
  const requests = useRecentRequests(premisesId);
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const items = requests.data ?? [];
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{t('intake.recent')}</h2>
      {premisesId === undefined ? (
        <p className="quiet small">{t('intake.recentWait')}</p>
      ) : items.length === 0 ? (
        requests.isSuccess && <p className="quiet small">{t('intake.recentNone')}</p>
      ) : (
        <ul>
          {items.map((one) => (
            <li key={one.id} className="preview-clock">
              <div className="row">
                <span className="grow clip">{one.eventName ?? one.content}</span>
                {one.orderId != null && (
                  <Link to="/orders/$orderId" params={{ orderId: String(one.orderId) }}>
                    {one.orderNumber ?? t('order.order')}
                  </Link>
                )}
              </div>
              <div className="small muted clip">
                {shortTime(one.receivedAt, now, days)} · {one.content}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
