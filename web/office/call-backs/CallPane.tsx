/** One customer: what was tried, and from 开始回访 on the number, the script and the form. */
import { App } from 'antd';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey, Problem } from '../../kit/client.ts';
import { useNow } from '../../kit/live.ts';
import { hm, shortTime } from '../../kit/time.ts';
import { useMe, useOrder, useOrderChanged } from '../data.ts';
import { Key } from '../parts/Key.tsx';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { useKeys } from '../shell/keys.ts';
import { CallForm } from './CallForm.tsx';
import type { Call, Taken } from './data.ts';

interface Props {
  one: Call;
  /** The utility's limit. */
  tries: number;
  back: () => void;
  /** Written down: on to the next. */
  ended: () => void;
}

export function CallPane({ one, tries, back, ended }: Props): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const { message } = App.useApp();
  const changed = useOrderChanged();
  const me = useMe().data;
  const order = useOrder(one.orderId).data;
  const now = useNow(30_000);
  const days = t('clock.days', { returnObjects: true });
  const at = (instant: string): string => shortTime(instant, now, days);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const url = `/api/call-backs/${one.orderId}`;
  const send = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const others = one.takenBy !== null && one.takenBy.staffId !== me?.staffId;
  const mayBegin = (one.standing === 'callable' || one.standing === 'unreached') && !others && one.phone !== null;
  const begin = (): Promise<void> =>
    send(async () => {
      setTaken(await call<Taken>('POST', `${url}/take`, { body: { requestId: one.requestId }, key: newKey() }));
      changed(null, one.orderId);
    });
  const leave = (): Promise<void> =>
    send(async () => {
      await call('POST', `${url}/leave`, { body: { requestId: one.requestId }, key: newKey() });
      setTaken(null);
      changed(null, one.orderId);
    });
  /** Nobody to call, or called already. */
  const close = (): Promise<void> =>
    send(async () => {
      await call('POST', `/api/orders/${one.orderId}/close`, { body: { version: order?.version ?? 1 }, key: newKey() });
      void message.success(t('callBacks.done'));
      changed(null, one.orderId);
      ended();
    });
  const mayClose = order?.allowed.some(({ command, enabled }) => command === 'close' && enabled) ?? false;
  useKeys({ c: () => (mayBegin ? void begin() : undefined) }, taken === null);
  useEffect(() => {
    if (taken !== null) body.current?.querySelector<HTMLElement>('form input')?.focus();
  }, [taken]);

  return (
    <section className="middle" aria-label={t('callBacks.title')}>
      <header className="call-head">
        <button type="button" className="link narrow-only" onClick={back}>
          {t('callBacks.back')}
        </button>
        <h2 className="clip">
          {one.eventName} · {one.place}
        </h2>
        <p className="small quiet">
          {one.number}
          {one.unit !== null && ` · ${one.unit}`} · {t('callBacks.since', { at: at(one.since) })}
          {one.closed && ` · ${t('callBacks.closed')}`}
        </p>
      </header>
      <div className="call-body" ref={body}>
        <div aria-live="assertive">
          {problem !== null && (
            <div className="notice bad">
              {say(problem)}
              {problem.body.article !== undefined && (
                <div className="small muted">
                  {problem.body.article}
                  {problem.body.quote !== undefined && `：“${problem.body.quote}”`}
                </div>
              )}
            </div>
          )}
        </div>
        {taken === null ? (
          <>
            <Why one={one} others={others} at={at} />
            <div className="row call-begin">
              {mayBegin && (
                <button type="button" className="btn primary" disabled={busy} onClick={() => void begin()}>
                  {t('callBacks.begin')} <Key>C</Key>
                </button>
              )}
              {one.standing !== 'callable' && one.standing !== 'later' && mayClose && (
                <button type="button" className="btn" disabled={busy} onClick={() => void close()}>
                  {t('callBacks.closeNow')}
                </button>
              )}
              {mayBegin && <span className="small quiet">{t('callBacks.beginHelp')}</span>}
            </div>
          </>
        ) : (
          <OnThePhone taken={taken} leave={leave}>
            <CallForm
              one={one}
              order={order}
              ended={() => {
                void message.success(t('callBacks.done'));
                changed(null, one.orderId);
                ended();
              }}
              failed={setProblem}
            />
          </OnThePhone>
        )}
        <Tries one={one} of={tries} at={at} />
      </div>
    </section>
  );
}

/** Why one may not call now, and by which rule. */
function Why({ one, others, at }: { one: Call; others: boolean; at: (instant: string) => string }): ReactNode {
  const { t } = useTranslation();
  const { quiet, because, standing, takenBy } = one;
  const clockOf = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return (
    <>
      {others && takenBy !== null && (
        <p className="notice warn">{t('callBacks.taken', { name: takenBy.name, until: hm(takenBy.until) })}</p>
      )}
      {because !== null && (
        <p className={standing === 'unreached' ? 'notice warn' : 'notice'}>
          {t(`callBacks.why.${because}`, { at: one.callAt === null ? '' : at(one.callAt), n: one.triesUsed })}
          {standing === 'unreached' && <span className="small muted"> {t('callBacks.unreachedHelp')}</span>}
        </p>
      )}
      {standing === 'no-contact' && <p className="notice">{t('callBacks.noContactHelp')}</p>}
      {standing === 'called' && <p className="notice">{t('callBacks.calledHelp')}</p>}
      {one.contactTimes !== null && one.contactTimes !== '' && (
        <p>
          <span className="quiet">{t('callBacks.contactTimes')}</span> {one.contactTimes}
        </p>
      )}
      {quiet !== null && (
        <p className="small muted">
          {t('callBacks.quietHours', { from: clockOf(quiet.from), until: clockOf(quiet.until) })} ·{' '}
          {quiet.article === '' ? t('callBacks.quietOwn') : `${quiet.article}：“${quiet.quote}”`}
        </p>
      )}
    </>
  );
}

function OnThePhone({
  taken,
  leave,
  children,
}: {
  taken: Taken;
  leave: () => Promise<void>;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const { script } = taken;
  return (
    <>
      <div className="row call-phone">
        {taken.phone === null ? (
          <span className="quiet">{t('callBacks.noPhone')}</span>
        ) : (
          <a href={`tel:${taken.phone}`} aria-label={`${t('callBacks.call')} ${taken.phone}`}>
            {taken.phone}
          </a>
        )}
        <b>{taken.reporter ?? t('side.anonymous')}</b>
        <span className="grow small quiet">{t('callBacks.held', { until: hm(taken.until) })}</span>
        <button type="button" className="btn low" onClick={() => void leave()}>
          {t('callBacks.leave')}
        </button>
      </div>
      <section className="call-script" aria-labelledby="call-script">
        <h3 id="call-script">{t('callBacks.script')}</h3>
        <p>{script.text}</p>
        {script.article !== null && (
          <p className="small quiet">
            {t('callBacks.scriptRule', { article: script.article })}：“{script.quote}”
          </p>
        )}
      </section>
      {children}
    </>
  );
}

function Tries({ one, of, at }: { one: Call; of: number; at: (instant: string) => string }): ReactNode {
  const { t } = useTranslation();
  const next = Math.min(one.triesUsed + 1, of);
  return (
    <section className="call-tries" aria-labelledby="call-tries">
      <h3 id="call-tries">
        {t('callBacks.tries')}
        {one.standing === 'callable' && (
          <span className="small quiet"> {t('callBacks.triesLeft', { n: next, of })}</span>
        )}
      </h3>
      {one.tries.length === 0 ? (
        <p className="quiet">{t('callBacks.noTries')}</p>
      ) : (
        <dl className="pairs">
          {one.tries.map((tried) => (
            <Fragment key={`${tried.at}${tried.by}`}>
              <dt>{at(tried.at)}</dt>
              <dd>
                {tried.outcome === null ? t('callBacks.no') : t(`callBacks.outcomes.${tried.outcome}`)}
                {tried.later !== null && `，${t('callBacks.later', { at: at(tried.later) })}`}
                {tried.by !== null && <span className="quiet"> · {tried.by}</span>}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </section>
  );
}
