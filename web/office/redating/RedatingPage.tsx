/** 重新计时: what waits and what was done on the left, one of them or a new one beside it. */
import { Link, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { useMe } from '../data.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { useKeys } from '../shell/keys.ts';
import '../style/redating.css';
import { type Redating, useRedatings } from './data.ts';
import { NewRedating } from './NewRedating.tsx';
import { nameOf } from './name.ts';
import { OneRedating } from './OneRedating.tsx';

const stateOf = ({ decidedAt, decision, revertedAt }: Redating) =>
  revertedAt !== null ? 'reverted' : decidedAt === null ? 'waiting' : decision === 'granted' ? 'granted' : 'refused';

export function RedatingPage(): ReactNode {
  const { t } = useTranslation();
  const me = useMe().data;
  const { id }: { id?: number } = useSearch({ strict: false });
  const redatings = useRedatings();
  const list = useRef<HTMLElement>(null);
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
    const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
    const from = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute('aria-current'));
    rows[Math.max(0, Math.min(rows.length - 1, from + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  if (me === undefined) return null;
  const items = [...(redatings.data?.items ?? [])].sort(
    (a, b) => Number(a.decidedAt !== null) - Number(b.decidedAt !== null) || b.id - a.id,
  );
  return (
    <div className="redating">
      <nav className="left" aria-label={t('redating.list')} ref={list}>
        <div className="left-head">
          <h2 className="grow">{t('redating.list')}</h2>
        </div>
        <Link className="redating-row" to="/redatings" search={{}} aria-current={id === undefined ? 'page' : undefined}>
          <b>{t('redating.fresh')}</b>
        </Link>
        {redatings.error !== null && redatings.data === undefined ? (
          <LoadFailed error={redatings.error} again={() => void redatings.refetch()} />
        ) : redatings.data === undefined ? (
          <Skeleton active={false} style={{ padding: 16 }} paragraph={{ rows: 4 }} />
        ) : items.length === 0 ? (
          <div className="empty">
            <b>{t('redating.none')}</b>
            {t('redating.noneHelp')}
          </div>
        ) : (
          items.map((item) => <Row key={item.id} item={item} current={item.id === id} />)
        )}
      </nav>
      <section className="redating-main" aria-label={t('redating.title')}>
        <div className="redating-inner">
          {id === undefined ? (
            <NewRedating mayEnact={me.permissions['regulations.enact'] !== undefined} />
          ) : (
            <OneRedating key={id} id={id} me={me} />
          )}
        </div>
      </section>
    </div>
  );
}

function Row({ item, current }: { item: Redating; current: boolean }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const state = stateOf(item);
  return (
    <Link className="redating-row" to="/redatings" search={{ id: item.id }} aria-current={current ? 'page' : undefined}>
      <span className="row">
        <b className="grow clip">{nameOf(item, t)}</b>
        <span className={state === 'waiting' ? 'badge' : 'small muted'}>{t(`redating.states.${state}`)}</span>
      </span>
      <span className="small muted clip">
        {t('redating.askedBy', { name: item.askedBy, at: shortTime(item.askedAt, now, days) })}
      </span>
      <span className="small quiet clip">{item.text}</span>
    </Link>
  );
}
