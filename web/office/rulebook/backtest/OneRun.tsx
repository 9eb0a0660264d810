/** One backtest: how far it is, or what came of it. */
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../kit/client.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { type Run, type RunHead, useRepeat, useRun, useStop } from './data.ts';
import { OutcomeOf } from './Outcome.tsx';

export const bookName = ({ pack, version, utility }: RunHead['candidate']): string => `${utility || pack} ${version}`;

export function OneRun({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const run = useRun(id);
  if (run.error !== null && run.data === undefined)
    return <LoadFailed error={run.error} again={() => void run.refetch()} />;
  if (run.data === undefined) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  const { candidate, baseline, from, until, outcome } = run.data;
  const words = {
    candidate: bookName(candidate),
    baseline: baseline === null ? t('backtest.ownRulebook') : bookName(baseline),
  };
  return (
    <>
      <div>
        <h1>{t('backtest.versus', words)}</h1>
        <p className="muted">{t('backtest.period', { from, until })}</p>
      </div>
      {outcome === null ? (
        <Standing run={run.data} />
      ) : (
        <OutcomeOf id={id} outcome={outcome} candidate={words.candidate} />
      )}
    </>
  );
}

function Standing({ run }: { run: Run }): ReactNode {
  const { t } = useTranslation();
  const stop = useStop(run.id);
  const repeat = useRepeat(run.id);
  const { state, total, done, mine, problem } = run;
  const wrong = stop.error ?? repeat.error;
  return (
    <section className="backtest-standing" aria-live="polite">
      {state === 'running' ? (
        <>
          <b>{total === null ? t('backtest.waiting') : t('backtest.counting', { done, total })}</b>
          <progress value={done} max={Math.max(total ?? 1, 1)} aria-label={t('backtest.states.running')} />
          <span className="muted">{t('backtest.canLeave')}</span>
          {mine && (
            <div>
              <button type="button" className="btn" disabled={stop.isPending} onClick={() => stop.mutate(undefined)}>
                {t('backtest.stop')}
              </button>
            </div>
          )}
        </>
      ) : (
        <>
          <b>{problem ?? t(`backtest.states.${state}`)}</b>
          <div>
            <button type="button" className="btn" disabled={repeat.isPending} onClick={() => repeat.mutate(undefined)}>
              {t('backtest.again')}
            </button>
          </div>
        </>
      )}
      {wrong instanceof Problem && <span role="alert">{wrong.message}</span>}
    </section>
  );
}
