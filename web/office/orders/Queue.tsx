/** The list by due time, with tabs, filters and keys. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockChip } from '../../kit/clock/Clock.tsx';
import type { OrderRow, Tab } from '../../kit/views.ts';
import { type OrderFilter, useOrderCounts, useOrders } from '../data.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { useKeys } from '../shell/keys.ts';
import { Filters } from './Filters.tsx';
import type { DeskSearch } from './search.ts';

/** What I received stands beside them: it is whose, not how late. */
const TABS: Exclude<Tab, 'received'>[] = ['all', 'late', 'warned', 'paused', 'mine'];

/** The server counts no further than a thousand. */
const upTo = (n: number | undefined, exact = true): string =>
  n === undefined ? '' : n >= 1000 ? '999+' : `${n}${exact ? '' : '+'}`;

export function Queue({ openId }: { openId: number | null }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search: DeskSearch = useSearch({ strict: false });
  const { tab = 'all', ...rest } = search;
  const filter: OrderFilter = { tab, ...rest };
  const orders = useOrders(filter);
  const [filtering, setFiltering] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const items = orders.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = useOrderCounts(filter).data;
  const active = [search.state, search.department, search.event, search.closed, search.repeated].filter(Boolean).length;

  const change = (next: DeskSearch): void => {
    void navigate({ to: openId === null ? '/orders' : `/orders/${openId}`, search: next as never });
  };
  const choose = (next: Tab): void => {
    const { tab: _, ...others } = search;
    change(next === 'all' ? others : { ...others, tab: next });
  };
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a.queue-row') ?? [])];
    if (rows.length === 0) return;
    const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
    const from = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute('aria-current'));
    const to = Math.max(0, Math.min(rows.length - 1, from < 0 ? 0 : from + by));
    rows[to]?.focus();
    rows[to]?.scrollIntoView({ block: 'nearest' });
  };
  const turn = (by: number): void =>
    choose(TABS[((TABS as readonly Tab[]).indexOf(tab) + by + TABS.length) % TABS.length] ?? 'all');
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    '[': () => turn(-1),
    ']': () => turn(1),
  });

  return (
    <aside className="left" aria-label={t('list.label')}>
      <div className="left-head">
        <h1>
          {search.closed === true ? t('list.closedTitle') : t('list.title', { n: upTo(counts?.all, counts?.exact) })}
        </h1>
        <span className="grow" />
        <button
          type="button"
          className={`link small${tab === 'received' ? ' strong' : ''}`}
          aria-pressed={tab === 'received'}
          onClick={() => choose(tab === 'received' ? 'all' : 'received')}
        >
          {t('contact.tab', { n: upTo(counts?.received, counts?.exact) }).trim()}
        </button>
        <button type="button" className="link small" aria-expanded={filtering} onClick={() => setFiltering(!filtering)}>
          {active > 0 ? t('list.filterOn', { n: active }) : t('list.filter')}
        </button>
        <span className="small quiet">{search.closed === true ? t('list.byReceived') : t('list.byDue')}</span>
      </div>
      <div className="tabs" role="tablist" aria-label={t('list.tabsLabel')}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === tab}
            tabIndex={name === tab || (name === 'all' && tab === 'received') ? 0 : -1}
            onClick={() => choose(name)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') turn(1);
              if (event.key === 'ArrowLeft') turn(-1);
            }}
          >
            {t(`list.tabs.${name}`, { n: upTo(counts?.[name], counts?.exact) }).trim()}
          </button>
        ))}
      </div>
      {filtering && <Filters search={search} change={change} />}
      {search.q !== undefined && (
        <div className="row small" style={{ padding: '6px 16px', borderBottom: '1px solid var(--line)' }}>
          <span className="grow clip">{t('list.searchFor', { q: search.q })}</span>
          {search.closed !== true && (
            <button type="button" className="link" onClick={() => change({ ...search, closed: true })}>
              {t('list.inClosed')}
            </button>
          )}
          <button
            type="button"
            className="link"
            onClick={() => {
              const { q: _q, closed: _c, ...others } = search;
              change(others);
            }}
          >
            {t('list.clear')}
          </button>
        </div>
      )}
      <div className="queue">
        {orders.error !== null && items.length === 0 ? (
          <LoadFailed error={orders.error} again={() => void orders.refetch()} />
        ) : orders.data === undefined ? (
          <Waiting />
        ) : items.length === 0 && orders.hasNextPage ? (
          <div className="empty">
            <b>{t('lists.noneYet')}</b>
            {t('lists.noneYetHelp')}
          </div>
        ) : items.length === 0 ? (
          <div className="empty">
            <b>{active > 0 || search.q !== undefined ? t('list.noneFound') : t('list.none')}</b>
            {active > 0 || search.q !== undefined ? t('list.noneFoundHelp') : t('list.noneHelp')}
          </div>
        ) : (
          <ul ref={list}>
            {items.map((row) => (
              <li key={row.id}>
                <Row row={row} open={row.id === openId} search={search} />
              </li>
            ))}
          </ul>
        )}
        {orders.hasNextPage && (
          <p style={{ padding: 12, textAlign: 'center' }}>
            <button
              type="button"
              className="btn low"
              disabled={orders.isFetchingNextPage}
              onClick={() => void orders.fetchNextPage()}
            >
              {orders.isFetchingNextPage
                ? t('list.loadingMore')
                : t(orders.data?.pages.at(-1)?.searchedAll === false ? 'lists.further' : 'list.more')}
            </button>
          </p>
        )}
      </div>
      <div className="left-foot" aria-hidden="true">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> {t('list.foot.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('list.foot.open')}
        </span>
        <span className="grow" />
        <span>
          <kbd>?</kbd> {t('list.foot.all')}
        </span>
      </div>
    </aside>
  );
}

/** The part of 20261118-0417 people say: 0417. */
const tail = (number: string): string => number.split('-').at(-1) ?? number;

function Row({ row, open, search }: { row: OrderRow; open: boolean; search: DeskSearch }): ReactNode {
  const { t } = useTranslation();
  const ended = ['closed', 'cancelled', 'merged'].includes(row.state);
  return (
    <Link
      to="/orders/$orderId"
      params={{ orderId: String(row.id) }}
      search={search as never}
      className="queue-row"
      aria-current={open ? 'page' : undefined}
      activeOptions={{ includeSearch: false }}
      preload={false}
    >
      <span className="grow">
        <span className="clip title" style={{ display: 'block' }}>
          {row.urgent && <span className="late-text strong">{t('list.urgent')} </span>}
          {row.sealed && <span className="strong">{t('sealed.mark')} </span>}
          {row.supervisedAt !== null && <span className="strong">{t('list.supervised')} </span>}
          <b>{row.eventName}</b>{' '}
          <span className="quiet saying">{row.summary === row.eventName ? '' : row.summary}</span>
        </span>
        <span className="clip place" style={{ display: 'block' }}>
          {row.repeat && <span className="callers">{t('contact.repeat')}</span>}
          {row.callers > 1 && <span className="callers">{t('merging.calls', { n: row.callers })}</span>}
          {row.place}
        </span>
      </span>
      {row.due === null ? (
        <span className="clock-chip">
          <span className="clock-chip-line">
            <span className="muted small">{ended ? t(`state.${row.state as 'closed'}`) : t('list.noClock')}</span>
          </span>
          <span className="clock-chip-line quiet small">{tail(row.number)}</span>
        </span>
      ) : (
        <ClockChip
          clock={row.due}
          name={row.due.name}
          beside={<span className="quiet small">{tail(row.number)}</span>}
        />
      )}
    </Link>
  );
}

function Waiting(): ReactNode {
  const { t } = useTranslation();
  return (
    <div aria-busy="true">
      <span className="hidden">{t('shell.loading')}</span>
      {[1, 2, 3, 4, 5, 6].map((n) => (
        <div key={n} className="queue-row">
          <Skeleton active={false} title={{ width: '60%' }} paragraph={{ rows: 1, width: '90%' }} />
        </div>
      ))}
    </div>
  );
}
