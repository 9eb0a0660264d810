/** One re-dating: who asked and why, what it changes now, the decision, what came of it, and the way back. */
import { Link } from '@tanstack/react-router';
import { App, Skeleton } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey, Problem } from '../../kit/client.ts';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { Diff, Rules } from './Diff.tsx';
import { type Redating, usePreviewOf, useRedated, useRedating, useTouched, wantedOf } from './data.ts';
import { nameOf } from './name.ts';

export function OneRedating({ id, me }: { id: number; me: { name: string } }): ReactNode {
  const { t } = useTranslation();
  const one = useRedating(id);
  if (one.error !== null && one.data === undefined)
    return <LoadFailed error={one.error} again={() => void one.refetch()} />;
  if (one.data === undefined) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  const redating = one.data;
  return (
    <>
      <h1>{nameOf(redating, t)}</h1>
      <Story redating={redating} />
      {redating.decidedAt === null ? (
        <Waiting redating={redating} own={redating.askedBy === me.name} />
      ) : (
        <Decided redating={redating} />
      )}
    </>
  );
}

function Story({ redating }: { redating: Redating }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const at = (instant: string): string => shortTime(instant, now, days);
  const { from, reason, note } = redating;
  return (
    <div className="story">
      {from.length > 0 && redating.to.kind === 'pack' && (
        <p className="muted">
          {t('redating.from', { names: from.map((one) => `${one.pack} ${one.version}`).join('、') })}
        </p>
      )}
      <p>
        <span className="muted">{t('redating.askedBy', { name: redating.askedBy, at: at(redating.askedAt) })}</span>{' '}
        {reason}
      </p>
      {redating.decidedBy !== null && redating.decidedAt !== null && (
        <p>
          <span className="muted">
            {t('redating.decidedBy', {
              name: redating.decidedBy,
              at: at(redating.decidedAt),
              decision: t(redating.decision === 'granted' ? 'redating.granted' : 'redating.refused'),
            })}
          </span>{' '}
          {note}
        </p>
      )}
      {redating.revertedBy !== null && redating.revertedAt !== null && (
        <p className="muted">{t('redating.revertedBy', { name: redating.revertedBy, at: at(redating.revertedAt) })}</p>
      )}
    </div>
  );
}

/** Sends once, whatever the line does, and says what was refused. */
function useSending(): {
  busy: boolean;
  wrong: string | null;
  tell: (wrong: string | null) => void;
  send: (path: string, body: unknown, done: string) => Promise<boolean>;
} {
  const { message } = App.useApp();
  const say = useProblemText();
  const redated = useRedated();
  const [busy, setBusy] = useState(false);
  const [wrong, tell] = useState<string | null>(null);
  const attempt = useRef<{ text: string; key: string } | null>(null);
  const send = async (path: string, body: unknown, done: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    tell(null);
    try {
      const text = path + JSON.stringify(body);
      if (attempt.current?.text !== text) attempt.current = { text, key: newKey() };
      await call('POST', path, { body, key: attempt.current.key });
      void message.success(done);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(say(error));
      return false;
    } finally {
      setBusy(false);
      redated();
    }
  };
  return { busy, wrong, tell, send };
}

function Waiting({ redating, own }: { redating: Redating; own: boolean }): ReactNode {
  const { t } = useTranslation();
  const live = usePreviewOf(wantedOf(redating));
  const { busy, wrong, tell, send } = useSending();
  const [note, setNote] = useState('');
  const decide = (granted: boolean): void => {
    if (!granted && note.trim() === '') {
      tell(t('redating.requiredNote'));
      document.getElementById('redating-note')?.focus();
      return;
    }
    const body = { granted, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    const done = t(granted ? 'redating.done.granted' : 'redating.done.refused');
    void send(`/api/redatings/${redating.id}/decide`, body, done);
  };
  return (
    <>
      {live.data !== undefined && (
        <p className={`notice ${live.data.digest === redating.digest ? '' : 'warn'}`}>
          {t(live.data.digest === redating.digest ? 'redating.unchanged' : 'redating.changed')}
        </p>
      )}
      <div aria-live="polite" aria-busy={live.data === undefined}>
        {live.data !== undefined ? (
          <Diff preview={live.data} />
        ) : live.error !== null ? (
          <>
            <LoadFailed error={live.error} again={() => void live.refetch()} />
            <AsAsked redating={redating} />
          </>
        ) : (
          <>
            <AsAsked redating={redating} />
            <p className="quiet">{t('redating.computing')}</p>
          </>
        )}
      </div>
      {own ? (
        <p className="notice">{t('redating.own')}</p>
      ) : (
        <form className="decide" noValidate onSubmit={(event) => event.preventDefault()}>
          <label htmlFor="redating-note">{t('redating.note')}</label>
          <textarea
            id="redating-note"
            rows={2}
            maxLength={2000}
            value={note}
            aria-invalid={wrong !== null}
            aria-describedby={wrong === null ? undefined : 'redating-wrong'}
            onChange={(event) => setNote(event.target.value)}
          />
          {wrong !== null && (
            <p id="redating-wrong" className="late-text" role="alert">
              {wrong}
            </p>
          )}
          <div className="row">
            <button type="button" className="btn primary" disabled={busy} onClick={() => decide(true)}>
              {t('redating.grant')}
            </button>
            <button type="button" className="btn" disabled={busy} onClick={() => decide(false)}>
              {t('redating.refuse')}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

function AsAsked({ redating }: { redating: Redating }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="as-asked">
      <h2 id="as-asked">{t('redating.ofAsking')}</h2>
      <p className="lead">{redating.text}</p>
      <Rules rules={redating.rules} />
    </section>
  );
}

function Decided({ redating }: { redating: Redating }): ReactNode {
  const { t } = useTranslation();
  const { applied, reverted } = redating;
  return (
    <>
      {applied !== null && (
        <section aria-labelledby="applied">
          <h2 id="applied">{t('redating.applied')}</h2>
          <p className="lead">{t('redating.appliedText', { ...applied })}</p>
          {redating.asPreviewed === false && <p className="notice warn">{t('redating.notAsPreviewed')}</p>}
          {reverted !== null && (
            <p className="notice">
              {t(redating.to.kind === 'calendar' ? 'redating.revertedCalendarText' : 'redating.revertedText', {
                orders: reverted.orders,
              })}
            </p>
          )}
        </section>
      )}
      <AsAsked redating={redating} />
      {applied !== null && <Touched id={redating.id} />}
      {applied !== null && reverted === null && <Revert redating={redating} />}
    </>
  );
}

function Touched({ id }: { id: number }): ReactNode {
  const { t } = useTranslation();
  const touched = useTouched(id, true);
  const items = touched.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="touched">
      <h2 id="touched">{t('redating.touched')}</h2>
      <table className="table numbers">
        <thead>
          <tr>
            <th scope="col">{t('redating.order')}</th>
            <th scope="col">{t('redating.place')}</th>
            <th scope="col">{t('redating.state')}</th>
            <th scope="col">{t('redating.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Link to="/orders/$orderId" params={{ orderId: String(item.id) }}>
                  {item.number}
                </Link>
              </td>
              <td className="muted">{item.place}</td>
              <td>{item.stateName}</td>
              <td className="muted">{t(item.stays ? 'redating.stays' : 'redating.left')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {touched.hasNextPage && (
        <button type="button" className="btn low" onClick={() => void touched.fetchNextPage()}>
          {t('redating.touchedMore')}
        </button>
      )}
    </section>
  );
}

function Revert({ redating: { id, to } }: { redating: Redating }): ReactNode {
  const { t } = useTranslation();
  const { busy, wrong, send } = useSending();
  const [sure, setSure] = useState(false);
  return (
    <div className="decide">
      <p className="quiet small">{t(to.kind === 'calendar' ? 'redating.revertCalendarHelp' : 'redating.revertHelp')}</p>
      {wrong !== null && (
        <p className="late-text" role="alert">
          {wrong}
        </p>
      )}
      <div className="row">
        {sure ? (
          <>
            <button
              type="button"
              className="btn primary"
              disabled={busy}
              onClick={() => void send(`/api/redatings/${id}/revert`, {}, t('redating.done.reverted'))}
            >
              {t('redating.revertSure')}
            </button>
            <button type="button" className="btn" onClick={() => setSure(false)}>
              {t('redating.keep')}
            </button>
          </>
        ) : (
          <button type="button" className="btn" onClick={() => setSure(true)}>
            {t('redating.revert')}
          </button>
        )}
      </div>
    </div>
  );
}
