/** One low rating: what he said, who sees to it, and why the order stays closed if it does. */
import { Link } from '@tanstack/react-router';
import { App, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../kit/client.ts';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { useMe, useOrderChanged } from '../data.ts';
import { Dialog, Missing } from '../parts/Dialog.tsx';
import { useProblemText } from '../shell/Fallbacks.tsx';
import type { FollowUp } from './data.ts';

export function FollowUpPane({ one, back }: { one: FollowUp; back: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const { message } = App.useApp();
  const changed = useOrderChanged();
  const me = useMe().data;
  const now = useNow(30_000);
  const days = t('clock.days', { returnObjects: true });
  const at = (instant: string): string => shortTime(instant, now, days);
  const [explaining, setExplaining] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (body: { reason?: string }): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const sent = { requestId: one.requestId, ...body };
      await call('POST', `/api/call-backs/${one.orderId}/follow-up`, { body: sent, key: newKey() });
      setExplaining(false);
      void message.success(t('callBacks.done'));
      changed(null, one.orderId);
    } catch (error) {
      setProblem(say(error));
    } finally {
      setBusy(false);
    }
  };
  const open = one.settledAt === null;
  const late = open && Date.parse(one.dueAt) <= now;
  return (
    <section className="middle" aria-label={t('callBacks.low.title')}>
      <header className="call-head">
        <button type="button" className="link narrow-only" onClick={back}>
          {t('callBacks.back')}
        </button>
        <h2 className="clip">
          {t(`callBacks.ratings.${one.rating}`)} · {one.eventName} · {one.place}
        </h2>
        <p className="small quiet">
          {one.number} · {t('callBacks.low.opened', { at: at(one.openedAt) })}
        </p>
      </header>
      <div className="call-body">
        {problem !== null && !explaining && (
          <p className="notice bad" role="alert">
            {problem}
          </p>
        )}
        <dl className="pairs">
          {one.words !== '' && (
            <>
              <dt>{t('callBacks.low.said')}</dt>
              <dd>{one.words}</dd>
            </>
          )}
          <dt>{t('callBacks.low.unit')}</dt>
          <dd>{one.unit ?? '—'}</dd>
          <dt>{t('callBacks.low.owner')}</dt>
          <dd>{one.owner ?? t('callBacks.low.nobody')}</dd>
        </dl>
        {open ? (
          <>
            <p className={late ? 'notice bad' : 'notice'}>
              {t('callBacks.low.due', { at: at(one.dueAt) })}
              {late && ` · ${t('callBacks.low.late')}`}
            </p>
            <div className="row call-begin">
              {one.ownerId !== me?.staffId && (
                <button type="button" className="btn primary" disabled={busy} onClick={() => void send({})}>
                  {t('callBacks.low.take')}
                </button>
              )}
              <Link to="/orders/$orderId" params={{ orderId: String(one.orderId) }} className="btn">
                {t('callBacks.low.reopen')}
              </Link>
              <button type="button" className="btn" onClick={() => setExplaining(true)}>
                {t('callBacks.low.explain')}
              </button>
            </div>
          </>
        ) : (
          <p className="notice">
            {one.settlement !== null && t(`callBacks.low.settled.${one.settlement}`)}{' '}
            {one.settledAt !== null && at(one.settledAt)}
            {one.reason !== null && `：${one.reason}`}
          </p>
        )}
      </div>
      <Dialog
        open={explaining}
        title={t('callBacks.low.explain')}
        ok={t('callBacks.submit')}
        busy={busy}
        problem={problem}
        submit={async () => {
          setTried(true);
          if (reason.trim() !== '') await send({ reason: reason.trim() });
        }}
        close={() => setExplaining(false)}
      >
        <div className="field">
          <label htmlFor="low-reason">{t('callBacks.low.explainReason')}</label>
          <Input.TextArea
            id="low-reason"
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {tried && reason.trim() === '' && <Missing />}
        </div>
      </Dialog>
    </section>
  );
}
