/** Choose a version or a calendar, see what would change, ask with a reason. Nothing is written before asking. */
import { useNavigate } from '@tanstack/react-router';
import { App, Skeleton } from 'antd';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey, Problem } from '../../kit/client.ts';
import { Key } from '../parts/Key.tsx';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { Diff } from './Diff.tsx';
import {
  type Preview,
  type Redating,
  type Targets,
  usePreviewOf,
  useRedated,
  useTargets,
  type Wanted,
} from './data.ts';
import { Enact } from './Enact.tsx';

export function NewRedating({ mayEnact }: { mayEnact: boolean }): ReactNode {
  const { t } = useTranslation();
  const targets = useTargets();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const preview = usePreviewOf(wanted);
  return (
    <>
      <h1>{t('redating.fresh')}</h1>
      <p className="muted help">{t('redating.help')}</p>
      {targets.error !== null && targets.data === undefined ? (
        <LoadFailed error={targets.error} again={() => void targets.refetch()} />
      ) : targets.data === undefined ? (
        <Skeleton active={false} paragraph={{ rows: 4 }} />
      ) : (
        <Choose targets={targets.data} wanted={wanted} choose={setWanted} />
      )}
      {mayEnact && <Enact />}
      <div aria-live="polite" aria-busy={wanted !== null && preview.data === undefined}>
        {wanted === null ? (
          <p className="empty">{t('redating.pick')}</p>
        ) : preview.error !== null ? (
          <LoadFailed error={preview.error} again={() => void preview.refetch()} />
        ) : preview.data === undefined ? (
          <>
            <p className="quiet">{t('redating.computing')}</p>
            <Skeleton active={false} paragraph={{ rows: 6 }} />
          </>
        ) : (
          <Diff preview={preview.data} />
        )}
      </div>
      {wanted !== null && preview.data !== undefined && (
        <Ask
          wanted={wanted}
          preview={preview.data}
          calendarInForce={targets.data?.calendars.find(({ hash }) => hash === preview.data.to.hash)?.inForce === true}
        />
      )}
    </>
  );
}

const same = (a: Wanted | null, b: Wanted): boolean => JSON.stringify(a) === JSON.stringify(b);

function Choose({
  targets,
  wanted,
  choose,
}: {
  targets: Targets;
  wanted: Wanted | null;
  choose: (wanted: Wanted) => void;
}): ReactNode {
  const { t } = useTranslation();
  const names = t('redating.calendarNames', { returnObjects: true }) as Record<string, string>;
  return (
    <fieldset className="choose">
      <legend className="hidden">{t('redating.choose')}</legend>
      <div>
        <h2>{t('redating.versions')}</h2>
        {targets.versions.map(({ hash, pack, version, fromDay, inForce, orders }) => (
          <label key={hash}>
            <input
              type="radio"
              name="target"
              checked={same(wanted, { packHash: hash })}
              onChange={() => choose({ packHash: hash })}
            />
            <b>{t('redating.version', { pack, version })}</b>
            {inForce && <span className="badge">{t('redating.inForce')}</span>}
            <span className="muted">
              {fromDay === null ? t('redating.notInForce') : t('redating.fromDay', { day: fromDay })}
            </span>
            <span className="grow" />
            <span className="quiet">{t('redating.ordersUnder', { n: orders })}</span>
          </label>
        ))}
      </div>
      <div>
        <h2>{t('redating.calendars')}</h2>
        {targets.calendars.map(({ calendar, years, inForce }) => (
          <label key={calendar}>
            <input
              type="radio"
              name="target"
              checked={same(wanted, { calendar })}
              onChange={() => choose({ calendar })}
            />
            <b>
              {t('redating.calendar', {
                name: names[calendar] ?? calendar,
                from: years[0] ?? '—',
                to: years.at(-1) ?? '—',
              })}
            </b>
            {inForce ? (
              <span className="badge">{t('redating.inForce')}</span>
            ) : (
              <span className="muted">{t('redating.calendarNew')}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Ask({
  wanted,
  preview,
  calendarInForce,
}: {
  wanted: Wanted;
  preview: Preview;
  calendarInForce: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const say = useProblemText();
  const redated = useRedated();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = useRef<{ body: string; key: string } | null>(null);
  // a calendar not yet in force counts for what is received from now on, if it moves no open order
  if (preview.totals.orders === 0 && (preview.to.kind === 'pack' || calendarInForce))
    return <p className="notice">{t('redating.nothing')}</p>;
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (busy) return;
    if (reason.trim() === '') {
      setWrong(t('redating.required'));
      document.getElementById('redating-reason')?.focus();
      return;
    }
    setBusy(true);
    setWrong(null);
    try {
      const body = { ...wanted, reason: reason.trim() };
      const text = JSON.stringify(body);
      if (attempt.current?.body !== text) attempt.current = { body: text, key: newKey() };
      const done = await call<Redating>('POST', '/api/redatings', { body, key: attempt.current.key });
      redated();
      void message.success(t('redating.asked'));
      void navigate({ to: '/redatings', search: { id: done.id } });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(say(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="decide"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <label htmlFor="redating-reason">{t('redating.reason')}</label>
      <textarea
        id="redating-reason"
        rows={2}
        maxLength={2000}
        value={reason}
        placeholder={t('redating.reasonHint')}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : 'redating-wrong'}
        onChange={(event) => setReason(event.target.value)}
      />
      {wrong !== null && (
        <p id="redating-wrong" className="late-text" role="alert">
          {wrong}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn primary" disabled={busy}>
          {t('redating.ask')} <Key>Ctrl ↵</Key>
        </button>
        <span className="quiet small">{t('redating.askHelp')}</span>
      </div>
    </form>
  );
}
