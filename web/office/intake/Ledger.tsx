/** 已答复: requests without an order — how they were explained or thanked, to whom handed on, when the caller was told. */
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { queryClient } from '../data.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { useAnswered } from './contact.ts';
import '../style/contact.css';

export function Ledger(): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const [busy, setBusy] = useState(false);
  const answered = useAnswered().data ?? [];
  const at = (instant: string): string => shortTime(instant, now, days);
  const told = async (id: number): Promise<void> => {
    setBusy(true);
    try {
      await call('POST', `/api/requests/${id}/told`, { body: {} });
      void message.success(t('contact.toldDone'));
      await queryClient.invalidateQueries({ queryKey: ['answered'] });
    } catch (error) {
      void message.error(say(error));
    } finally {
      setBusy(false);
    }
  };
  if (answered.length === 0) {
    return (
      <div className="waiting-none">
        <p>{t('contact.ledgerNone')}</p>
      </div>
    );
  }
  return (
    <>
      <p className="small quiet waiting-help">{t('contact.ledgerHelp')}</p>
      <ul className="ledger">
        {answered.map((one) => (
          <li key={one.id}>
            <div className="row">
              <b className="grow clip">
                {one.outcome === 'declined' ? t('contact.declined') : t('contact.registered')}
                {one.declinedReason === 'outside-duty' && ` · ${t('intake.outsideDuty')}`}
                {one.declinedReason === 'irrelevant' && ` · ${t('intake.irrelevant')}`}
              </b>
              <span className="small quiet">{at(one.receivedAt)}</span>
            </div>
            <p className="clip">{one.content}</p>
            <p className="small muted">“{one.explanation}”</p>
            <div className="row small quiet">
              <span className="grow">
                {[
                  one.handedTo !== null && t('contact.handedTo', { name: one.handedTo }),
                  one.outcome === 'declined' &&
                    (one.toldAt === null ? t('contact.notTold') : t('contact.told', { at: at(one.toldAt) })),
                  (one.declinedBy ?? one.registeredBy) !== null &&
                    t('contact.by', { name: one.declinedBy ?? one.registeredBy ?? '' }),
                ]
                  .filter((word) => word !== false)
                  .join(' · ')}
              </span>
              {one.outcome === 'declined' && one.toldAt === null && (
                <button type="button" className="link" disabled={busy} onClick={() => void told(one.id)}>
                  {t('contact.markTold')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
