/** 告知: what was told, what could not be delivered, the templates; a tab is a page with an address of its own. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '../../style/rulebook.css';
import './notices.css';
import { useGateways } from './data.ts';

const TABS = [
  { to: '/notices', name: 'notices.tabs.records' },
  { to: '/notices/desk', name: 'notices.tabs.desk' },
  { to: '/notices/templates', name: 'notices.tabs.templates' },
] as const;

export function NoticesFrame(): ReactNode {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, '') });
  const simulated = useGateways().data?.items.some(({ provider }) => provider === 'simulator') === true;
  return (
    <div className="rulebook-frame">
      <div className="row notices-tabs">
        <nav className="tabs grow" aria-label={t('notices.tabs.label')}>
          {TABS.map(({ to, name }) => (
            <Link
              key={to}
              to={to}
              search={{}}
              activeOptions={{ exact: true, includeSearch: false }}
              aria-current={path === to ? 'page' : undefined}
            >
              {t(name)}
            </Link>
          ))}
        </nav>
        {simulated && <span className="small quiet notices-simulated">{t('notices.simulated')}</span>}
      </div>
      <Outlet />
    </div>
  );
}
