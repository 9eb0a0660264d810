/** 规则: what there is about rulebooks, one tab each; a tab is a page with an address of its own. */
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data.ts';
import '../style/rulebook.css';

/** Shown to those who may do the action. */
const TABS = [
  { to: '/rulebook/browse', name: 'reading.browse', action: 'regulations.read' },
  { to: '/rulebook/calculate', name: 'reading.calculate', action: 'regulations.read' },
  { to: '/rulebook/coverage', name: 'reading.coverage', action: 'regulations.read' },
  { to: '/rulebook/compare', name: 'drafting.compareTab', action: 'regulations.read' },
  { to: '/rulebook/drafts', name: 'drafting.tab', action: 'regulations.enact' },
  { to: '/rulebook/backtest', name: 'backtest.tab', action: 'regulations.backtest' },
] as const;

export function RulebookFrame(): ReactNode {
  const { t } = useTranslation();
  const permissions = useMe().data?.permissions;
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, '') });
  const shown = TABS.filter(({ action }) => (permissions?.[action] ?? 'none') !== 'none');
  return (
    <div className="rulebook-frame">
      <nav className="tabs" aria-label={t('rulebooks.tabs')}>
        {shown.map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={path === to ? 'page' : undefined}
          >
            {t(name)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
