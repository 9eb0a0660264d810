/** 回测: what was asked on the left, one of them or a new one beside it. */
import { Link, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { useKeys } from '../../shell/keys.ts';
import '../../style/redating.css';
import '../../style/backtest.css';
import { type RunHead, useRuns } from './data.ts';
import { NewRun } from './NewRun.tsx';
import { bookName, OneRun } from './OneRun.tsx';

export function BacktestPage(): ReactNode {
  const { t } = useTranslation();
  const { id }: { id?: string } = useSearch({ strict: false });
  const runs = useRuns();
  const list = useRef<HTMLElement>(null);
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
    const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
    const from = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute('aria-current'));
    rows[Math.max(0, Math.min(rows.length - 1, from + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <div className="redating backtest">
      <nav className="left" aria-label={t('backtest.list')} ref={list}>
        <div className="left-head">
          <h2 className="grow">{t('backtest.list')}</h2>
        </div>
        <Link
          className="redating-row"
          to="/rulebook/backtest"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={id === undefined ? 'page' : undefined}
        >
          <b>{t('backtest.fresh')}</b>
        </Link>
        {runs.error !== null && runs.data === undefined ? (
          <LoadFailed error={runs.error} again={() => void runs.refetch()} />
        ) : runs.data === undefined ? (
          <Skeleton active={false} style={{ padding: 16 }} paragraph={{ rows: 4 }} />
        ) : runs.data.items.length === 0 ? (
          <div className="empty">
            <b>{t('backtest.none')}</b>
            {t('backtest.noneHelp')}
          </div>
        ) : (
          runs.data.items.map((run) => <Row key={run.id} run={run} current={run.id === id} />)
        )}
      </nav>
      <section className="redating-main" aria-label={t('backtest.title')}>
        <div className="redating-inner backtest-inner">
          {id === undefined ? <NewRun /> : <OneRun key={id} id={id} />}
        </div>
      </section>
    </div>
  );
}

function Row({ run, current }: { run: RunHead; current: boolean }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  return (
    <Link
      className="redating-row"
      to="/rulebook/backtest"
      search={{ id: run.id }}
      activeOptions={{ exact: true }}
      aria-current={current ? 'page' : undefined}
    >
      <span className="row">
        <b className="grow clip">{bookName(run.candidate)}</b>
        <span className={run.state === 'running' ? 'badge' : 'small muted'}>{t(`backtest.states.${run.state}`)}</span>
      </span>
      <span className="small muted clip">{t('backtest.period', { from: run.from, until: run.until })}</span>
      <span className="small quiet clip">
        {t('backtest.askedBy', { name: run.by, at: shortTime(run.createdAt, now, days) })}
      </span>
    </Link>
  );
}
