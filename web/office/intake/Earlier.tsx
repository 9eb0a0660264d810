/** 此前来电: what this phone or these premises told before, and what became of it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { type EarlierContact, useEarlier } from './contact.ts';
import { bodyOf, type Draft } from './draft.ts';
import '../style/contact.css';

const FATE = {
  waiting: 'contact.waiting',
  declined: 'contact.declined',
  registered: 'contact.registered',
  running: 'contact.running',
  late: 'contact.late',
  kept: 'contact.kept',
  'kept-late': 'contact.keptLate',
  cancelled: 'contact.cancelled',
} as const;

export function Earlier({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const asked = draft.letter !== null || draft.premises !== null || draft.phone.replace(/\D/g, '').length >= 7;
  const { event, ...body } = bodyOf(draft);
  const found = useEarlier(
    { ...body, ...(event === '' ? {} : { event }), ...(draft.letter === null ? {} : { except: draft.letter.id }) },
    asked,
  ).data;
  return (
    <section className="earlier" aria-labelledby="earlier-title" aria-live="polite">
      <div className="row">
        <h2 id="earlier-title" className="grow">
          {t('contact.earlier')}
        </h2>
        {asked && found !== undefined && found.count > 0 && (
          <span className="small quiet">{t('contact.earlierCount', { days: found.days, n: found.count })}</span>
        )}
      </div>
      {!asked ? (
        <p className="quiet small">{t('contact.earlierWait')}</p>
      ) : found === undefined ? null : found.count === 0 ? (
        <p className="quiet small">{t('contact.earlierNone', { days: found.days })}</p>
      ) : (
        <>
          {found.repeat && <p className="small strong">{t('contact.repeatNote')}</p>}
          <ul>
            {found.items.map((one) => (
              <One key={one.requestId} one={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function One({ one }: { one: EarlierContact }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const why = [
    one.sameMatter && t('contact.sameMatter'),
    one.samePhone && t('contact.samePhone'),
    one.samePremises && t('contact.samePremises'),
  ].filter((word) => word !== false);
  return (
    <li className={one.sameMatter ? 'same-matter' : ''}>
      <div className="row">
        <span className="grow clip">
          {one.orderId === null ? (
            <b>{one.eventName ?? one.content}</b>
          ) : (
            <Link to="/orders/$orderId" params={{ orderId: String(one.orderId) }}>
              <b>{one.orderNumber?.split('-').at(-1)}</b> {one.eventName}
            </Link>
          )}
        </span>
        <span className="small muted">
          {one.daysAgo === 0 ? t('contact.today') : t('contact.daysAgo', { n: one.daysAgo })}
        </span>
      </div>
      <div className="small">
        <span className={one.fate === 'late' || one.fate === 'kept-late' ? 'late-text' : ''}>{t(FATE[one.fate])}</span>
        {one.stateName !== null && one.fate !== 'cancelled' && <span className="quiet"> · {one.stateName}</span>}
        <span className="quiet"> · {why.join(' · ')}</span>
      </div>
      {one.fate === 'declined' && (
        <div className="small muted">
          {[
            one.handedTo !== null && t('contact.handedTo', { name: one.handedTo }),
            one.toldAt === null ? t('contact.notTold') : t('contact.told', { at: shortTime(one.toldAt, now, days) }),
          ]
            .filter((word) => word !== false)
            .join(' · ')}
          ：{one.explanation}
        </div>
      )}
      <div className="small quiet clip">{one.content}</div>
    </li>
  );
}
