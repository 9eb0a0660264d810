/** Where one can go: what is used all day stands in the bar; the rest, where there is much, under one button. */
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnread } from '../data.ts';

export interface NavPage {
  to: string;
  name: string;
  key: string;
}

/** Not used every day. */
const SELDOM = [
  '/redatings',
  '/rosters',
  '/registers',
  '/slips',
  '/notices',
  '/imports',
  '/audit',
  '/staff',
  '/set-up',
];
/** Pages that stand beside each other before some are folded away. */
const ROOM = 7;

export function Nav({ pages }: { pages: readonly NavPage[] }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const folded = pages.length > ROOM ? pages.filter(({ to }) => SELDOM.includes(to)) : [];
  const here = folded.find(({ to }) => path.startsWith(to));
  return (
    <nav className="nav" aria-label={t('nav.main')}>
      {pages
        .filter((page) => !folded.includes(page))
        .map((page) => (
          <Link key={page.to} to={page.to} aria-current={path.startsWith(page.to) ? 'page' : undefined}>
            {page.name}
            {page.to === '/inbox' && <Unread />}
          </Link>
        ))}
      {folded.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            selectedKeys: here === undefined ? [] : [here.to],
            items: folded.map(({ to, name, key }) => ({ key: to, label: name, extra: <kbd>{key}</kbd> })),
            onClick: ({ key }) => void navigate({ to: key }),
          }}
        >
          <button type="button" aria-current={here === undefined ? undefined : 'page'}>
            {here?.name ?? t('nav.more')}
            <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
              <path d="M1 2.500l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.3" />
            </svg>
          </button>
        </Dropdown>
      )}
    </nav>
  );
}

function Unread(): ReactNode {
  const { t } = useTranslation();
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className="count" title={t('shell.unread', { n: unread })}>
      {unread >= 1000 ? '999+' : unread}
      <span className="hidden">{t('inbox.unread')}</span>
    </span>
  );
}
