/** 草案: those that go on and those that are done on the left, one of them or a new one beside it. */
import { Link, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { useKeys } from '../../shell/keys.ts';
import '../../style/redating.css';
import '../../style/drafting.css';
import { bookName, type DraftHead, useDrafts } from './data.ts';
import { NewDraft } from './NewDraft.tsx';
import { OneDraft } from './OneDraft.tsx';

export function DraftsPage(): ReactNode {
  const { t } = useTranslation();
  const { id }: { id?: number } = useSearch({ strict: false });
  const drafts = useDrafts();
  const list = useRef<HTMLElement>(null);
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
    const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
    const from = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute('aria-current'));
    rows[Math.max(0, Math.min(rows.length - 1, from + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <div className="redating drafting">
      <nav className="left" aria-label={t('drafting.list')} ref={list}>
        <div className="left-head">
          <h2 className="grow">{t('drafting.list')}</h2>
        </div>
        <Link
          className="redating-row"
          to="/rulebook/drafts"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={id === undefined ? 'page' : undefined}
        >
          <b>{t('drafting.fresh')}</b>
        </Link>
        {drafts.error !== null && drafts.data === undefined ? (
          <LoadFailed error={drafts.error} again={() => void drafts.refetch()} />
        ) : drafts.data === undefined ? (
          <Skeleton active={false} style={{ padding: 16 }} paragraph={{ rows: 4 }} />
        ) : drafts.data.items.length === 0 ? (
          <div className="empty">
            <b>{t('drafting.none')}</b>
            {t('drafting.noneHelp')}
          </div>
        ) : (
          drafts.data.items.map((item) => <Row key={item.id} item={item} current={item.id === id} />)
        )}
      </nav>
      <section className="redating-main" aria-label={t('drafting.title')}>
        <div className="redating-inner drafting-inner">
          {id === undefined ? <NewDraft /> : <OneDraft key={id} id={id} />}
        </div>
      </section>
    </div>
  );
}

function Row({ item, current }: { item: DraftHead; current: boolean }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  return (
    <Link
      className="redating-row"
      to="/rulebook/drafts"
      search={{ id: item.id }}
      activeOptions={{ exact: true }}
      aria-current={current ? 'page' : undefined}
    >
      <span className="row">
        <b className="grow clip">{item.title}</b>
        <span className={item.state === 'submitted' ? 'badge' : 'small muted'}>
          {t(`drafting.states.${item.state}`)}
        </span>
      </span>
      <span className="small muted clip">{bookName(item)}</span>
      <span className="small quiet clip">
        {t('drafting.changedBy', { name: item.changedBy, at: shortTime(item.changedAt, now, days) })}
      </span>
    </Link>
  );
}
