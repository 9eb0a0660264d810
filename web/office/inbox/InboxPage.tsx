/** 收件箱: warnings, breaches, asks; a row opens its order. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { Shape } from '../../kit/clock/Clock.tsx';
import type { Tone } from '../../kit/clock/face.ts';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { useInbox } from '../data.ts';
import type { RosterTab } from '../rosters/search.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';

const TONE: Record<string, Tone> = {
  warned: 'warn',
  breached: 'late',
  'breach-withdrawn': 'met',
  ask: 'run',
  'redating-asked': 'run',
  'draft-submitted': 'run',
  supervised: 'run',
  rejected: 'run',
};

/** Of rosters, where it stands. */
const ROSTER: Record<string, RosterTab> = {
  'list-changed': 'duty',
  'stand-in': 'absent',
  handover: 'handover',
  'handover-taken': 'handover',
};

export function InboxPage(): ReactNode {
  const { t } = useTranslation();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const inbox = useInbox(unreadOnly);
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const kinds: Record<string, string> = {
    ...t('inbox.kinds', { returnObjects: true }),
    ...t('contact.kinds', { returnObjects: true }),
    ...t('rosters.kinds', { returnObjects: true }),
    ...t('drafting.kinds', { returnObjects: true }),
  };
  const client = useQueryClient();
  const read = useMutation({
    mutationFn: (what: { upTo: number } | { ids: number[] }) => call('POST', '/api/inbox/read', { body: what }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const keep = useMutation({
    mutationFn: (id: number) => call('POST', '/api/inbox/unread', { body: { ids: [id] } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  const items = (inbox.data?.pages.flatMap((page) => page.items) ?? []).sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id - a.id,
  );
  const newest = items.reduce((most, item) => Math.max(most, item.id), 0);
  return (
    <div className="sheet">
      <div className="sheet-inner">
        <header className="row" style={{ marginBottom: 8 }}>
          <h1 className="grow">{t('inbox.title')}</h1>
          <label className="row">
            <input type="checkbox" checked={unreadOnly} onChange={(event) => setUnreadOnly(event.target.checked)} />
            {t('inbox.unreadOnly')}
          </label>
          <button
            type="button"
            className="btn"
            disabled={(inbox.data?.pages[0]?.unread ?? 0) === 0 || read.isPending}
            onClick={() => read.mutate({ upTo: newest })}
          >
            {t('inbox.readAll')}
          </button>
        </header>
        {inbox.error !== null && inbox.data === undefined ? (
          <LoadFailed error={inbox.error} again={() => void inbox.refetch()} />
        ) : inbox.data === undefined ? (
          <Skeleton active={false} paragraph={{ rows: 8 }} />
        ) : items.length === 0 ? (
          <div className="empty">
            <b>{unreadOnly ? t('inbox.noneUnread') : t('inbox.none')}</b>
            {t('inbox.noneHelp')}
          </div>
        ) : (
          <table className="table">
            <thead>
              <tr>
                <th scope="col" style={{ width: 120 }}>
                  {t('inbox.at')}
                </th>
                <th scope="col" style={{ width: 110 }}>
                  {t('inbox.kind')}
                </th>
                <th scope="col">{t('inbox.text')}</th>
                <th scope="col" style={{ width: 140 }}>
                  {t('inbox.order')}
                </th>
                <th scope="col" style={{ width: 90 }}>
                  <span className="hidden">{t('live.mark')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id} className={item.readAt === null ? 'unread' : ''}>
                  <td className="light muted">
                    <time dateTime={item.at}>{shortTime(item.at, now, days)}</time>
                  </td>
                  <td>
                    <span className={`clock-words ${TONE[item.kind] ?? 'run'}`}>
                      <Shape tone={TONE[item.kind] ?? 'none'} />
                      {kinds[item.kind] ?? item.kind}
                    </span>
                    {item.readAt === null && <span className="hidden">{t('inbox.unread')}</span>}
                  </td>
                  <td>{item.text}</td>
                  <td className="light">
                    {item.orderId !== null && (
                      <Link
                        to="/orders/$orderId"
                        params={{ orderId: String(item.orderId) }}
                        onClick={() => {
                          if (item.readAt === null) read.mutate({ ids: [item.id] });
                        }}
                        aria-label={t('inbox.open', { number: item.orderNumber ?? item.orderId })}
                      >
                        {item.orderNumber ?? item.orderId}
                      </Link>
                    )}
                    {ROSTER[item.kind] !== undefined && (
                      <Link
                        to="/rosters"
                        search={{ tab: ROSTER[item.kind] }}
                        onClick={() => {
                          if (item.readAt === null) read.mutate({ ids: [item.id] });
                        }}
                      >
                        {t('rosters.title')}
                      </Link>
                    )}
                    {item.draftId !== null && (
                      <Link
                        to="/rulebook/drafts"
                        search={{ id: item.draftId }}
                        onClick={() => {
                          if (item.readAt === null) read.mutate({ ids: [item.id] });
                        }}
                      >
                        {t('drafting.tab')}
                      </Link>
                    )}
                    {item.redatingId !== null && (
                      <Link
                        to="/redatings"
                        search={{ id: item.redatingId }}
                        onClick={() => {
                          if (item.readAt === null) read.mutate({ ids: [item.id] });
                        }}
                      >
                        {t('redating.title')}
                      </Link>
                    )}
                  </td>
                  <td className="light end">
                    <button
                      type="button"
                      className="link small"
                      disabled={read.isPending || keep.isPending}
                      onClick={() => (item.readAt === null ? read.mutate({ ids: [item.id] }) : keep.mutate(item.id))}
                    >
                      {item.readAt === null ? t('live.markRead') : t('live.markUnread')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {inbox.hasNextPage && (
          <p style={{ padding: 12, textAlign: 'center' }}>
            <button
              type="button"
              className="btn low"
              disabled={inbox.isFetchingNextPage}
              onClick={() => void inbox.fetchNextPage()}
            >
              {inbox.isFetchingNextPage ? t('list.loadingMore') : t('list.more')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
