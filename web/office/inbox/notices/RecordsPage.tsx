/** 发送记录 and 未送达: notices as a table, and beside them the one chosen. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select, Skeleton } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS, STATES } from '../../../../server/modules/notices/rules/notice.ts';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import { useMe } from '../../data.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { useKeys } from '../../shell/keys.ts';
import { type NoticeItem, useEvents, useNotices } from './data.ts';
import { OneNotice } from './OneNotice.tsx';
import { Preferences } from './Preferences.tsx';
import { StateWord } from './StateWord.tsx';
import type { NoticeSearch } from './search.ts';

type Change = { [K in keyof NoticeSearch]: NoticeSearch[K] | undefined };

export const RecordsPage = (): ReactNode => <Records desk={false} />;
export const DeskPage = (): ReactNode => <Records desk />;

function Records({ desk }: { desk: boolean }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as NoticeSearch;
  const asked = useNotices(search, desk);
  const to = desk ? '/notices/desk' : '/notices';
  const go = (next: Change): void => {
    const left = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined);
    void navigate({ to, search: Object.fromEntries(left) as NoticeSearch, replace: true });
  };
  const pages = asked.data?.pages;
  const items = pages?.flatMap((page) => page.items) ?? [];
  const counts = pages?.[0]?.counts;
  const { id, ...filters } = search;
  const handles = useMe().data?.permissions['notices.handle'] === 'all';
  const [asking, setAsking] = useState(false);
  return (
    <div className={id === undefined ? 'notices' : 'notices chosen'}>
      <section className="notices-list" aria-labelledby="notices-title">
        <header className="row notices-head">
          <h1 id="notices-title">{t(desk ? 'notices.tabs.desk' : 'notices.tabs.records')}</h1>
          <span className="quiet tabular" role="status">
            {counts === undefined
              ? ''
              : desk
                ? t('notices.deskCount', { dead: counts.dead, unknown: counts.unknown })
                : t('notices.counts', {
                    dead: counts.dead + counts.unknown,
                    slips: counts.toServe,
                    proof: counts.unproven,
                  })}
          </span>
          <span className="grow" />
          {handles && (
            <button type="button" className="btn low" onClick={() => setAsking(true)}>
              {t('notices.preference.title')}
            </button>
          )}
          {asking && <Preferences close={() => setAsking(false)} />}
        </header>
        <Filters search={search} desk={desk} go={go} />
        {pages !== undefined ? (
          <Rows
            items={items}
            to={to}
            search={search}
            empty={t(desk ? 'notices.noneAtDesk' : Object.keys(filters).length > 0 ? 'notices.none' : 'notices.empty')}
          />
        ) : asked.error !== null ? (
          <LoadFailed error={asked.error} again={() => void asked.refetch()} />
        ) : (
          <Skeleton active={false} paragraph={{ rows: 8 }} style={{ padding: 20 }} />
        )}
        {asked.hasNextPage && (
          <footer className="row notices-more">
            <button
              type="button"
              className="btn low"
              disabled={asked.isFetchingNextPage}
              onClick={() => void asked.fetchNextPage()}
            >
              {t('notices.more')}
            </button>
          </footer>
        )}
      </section>
      {id !== undefined && <OneNotice key={id} id={id} close={() => go({ id: undefined })} />}
    </div>
  );
}

function Filters({ search, desk, go }: { search: NoticeSearch; desk: boolean; go: (next: Change) => void }): ReactNode {
  const { t } = useTranslation();
  const events = useEvents().data?.items ?? [];
  return (
    <div className="row notices-filters">
      {!desk && (
        <Select
          className="notices-filter"
          aria-label={t('notices.heads.state')}
          value={search.state ?? ''}
          onChange={(state) => go({ state: state === '' ? undefined : (state as NonNullable<NoticeSearch['state']>) })}
          options={[
            { value: '', label: t('notices.anyState') },
            ...STATES.map((state) => ({ value: state, label: t(`notices.state.${state}`) })),
          ]}
        />
      )}
      <Select
        className="notices-filter"
        aria-label={t('notices.heads.channel')}
        value={search.channel ?? ''}
        onChange={(channel) =>
          go({ channel: channel === '' ? undefined : (channel as NonNullable<NoticeSearch['channel']>) })
        }
        options={[
          { value: '', label: t('notices.anyChannel') },
          ...CHANNELS.map((channel) => ({ value: channel, label: t(`notices.channel.${channel}`) })),
        ]}
      />
      <Select
        className="notices-filter"
        aria-label={t('notices.heads.event')}
        value={search.event ?? ''}
        onChange={(event) => go({ event: event === '' ? undefined : event })}
        options={[
          { value: '', label: t('notices.anyEvent') },
          ...events.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {!desk && (
        <label className="row small">
          <input
            type="checkbox"
            checked={search.unproven === true}
            onChange={(event) => go({ unproven: event.target.checked || undefined })}
          />
          {t('notices.unproven')}
        </label>
      )}
    </div>
  );
}

interface RowsProps {
  items: NoticeItem[];
  to: '/notices' | '/notices/desk';
  search: NoticeSearch;
  empty: string;
}

function Rows({ items, to, search, empty }: RowsProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const body = useRef<HTMLTableSectionElement>(null);
  const step = (by: number): void => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a.opens') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  if (items.length === 0) return <p className="empty">{empty}</p>;
  return (
    <table className="table notices-table" aria-label={t('notices.rows')}>
      <thead>
        <tr>
          {(['at', 'event', 'to', 'channel', 'state', 'number'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`notices.heads.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item) => (
          <tr key={item.id} className={item.id === search.id ? 'chosen' : undefined}>
            <td className="tabular">{shortTime(item.createdAt, now, days)}</td>
            <td>
              <Link
                className="opens"
                to={to}
                search={{ ...search, id: item.id }}
                aria-current={item.id === search.id ? 'true' : undefined}
              >
                {item.eventName}
              </Link>
              {item.urgent && <span className="muted small"> {t('notices.urgent')}</span>}
            </td>
            <td className="tabular">{[item.name, item.to].filter(Boolean).join(' ')}</td>
            <td>{item.channel === null ? '' : t(`notices.channel.${item.channel}`)}</td>
            <td>
              <StateWord item={item} />
            </td>
            <td className="tabular">
              {item.orderId === null ? (
                (item.number ?? '')
              ) : (
                <Link to="/orders/$orderId" params={{ orderId: String(item.orderId) }}>
                  {item.number ?? item.orderId}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
