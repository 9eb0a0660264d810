/** 统计: a tab for each kind of report; a tab is a page with an address of its own. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data.ts';
import '../style/rulebook.css';

const TABS = [
  { to: '/reports', name: 'reports.attribution', action: 'reports.read' },
  { to: '/reports/metrics', name: 'reports.metrics', action: 'reports.read' },
  { to: '/reports/checks', name: 'reports.checks', action: 'checks.read' },
] as const;

export function ReportsFrame(): ReactNode {
  const { t } = useTranslation();
  const permissions = useMe().data?.permissions;
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, '') });
  const shown = TABS.filter(({ action }) => (permissions?.[action] ?? 'none') !== 'none');
  return (
    <div className="rulebook-frame">
      <nav className="tabs" aria-label={t('reports.tabs')}>
        {shown.map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            search={{}}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={(to === '/reports' ? path === to : path.startsWith(to)) ? 'page' : undefined}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
