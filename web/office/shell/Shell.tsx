/** The frame of every screen: top bar, lost connection, the page; sign-in when nobody is signed in. */
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { liveRoad } from '../../kit/changes.ts';
import { connection, onSignedOut, Problem } from '../../kit/client.ts';
import { useNow } from '../../kit/live.ts';
import { hm, local } from '../../kit/time.ts';
import type { Me } from '../../kit/views.ts';
import { queryClient, useMe } from '../data.ts';
import { AccountPage } from '../identity/AccountPage.tsx';
import { Begin } from '../set-up/Begin.tsx';
import { Account } from './Account.tsx';
import { LoadFailed } from './Fallbacks.tsx';
import { Find } from './Find.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { useKeys } from './keys.ts';
import { useFollowing } from './live/following.ts';
import { Nav } from './Nav.tsx';
import { SignIn } from './SignIn.tsx';

export function Shell(): ReactNode {
  const me = useMe();
  useEffect(() => {
    onSignedOut(() => void queryClient.invalidateQueries({ queryKey: ['me'] }));
  }, []);
  const link = setUpLink();
  if (link !== null && me.error instanceof Problem && me.error.status === 401) return <Begin token={link} />;
  if (me.error instanceof Problem && (me.error.status === 401 || me.error.status === 403)) {
    return <SignIn refused={me.error.status === 403 ? me.error : null} />;
  }
  if (me.data === undefined) {
    return me.error === null ? (
      <div className="shell" aria-busy="true" />
    ) : (
      <LoadFailed error={me.error} again={() => void me.refetch()} />
    );
  }
  return me.data.due === null ? <Frame me={me.data} /> : <Due me={me.data} />;
}

/** His account and nothing else, until what is due is done. */
function Due({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="shell">
      <header className="top">
        <div className="brand">{t('brand')}</div>
        <div className="grow" />
        <Account me={me} help={null} />
      </header>
      <Lost />
      <main className="page" id="page" tabIndex={-1}>
        <AccountPage />
      </main>
    </div>
  );
}

/** What the console printed: the token follows the #, which no server sees. */
function setUpLink(): string | null {
  const token = location.hash.slice(1);
  return location.pathname === '/set-up' && token.length > 20 ? token : null;
}

const can = (me: Me, action: string): boolean => {
  const scope = me.permissions[action];
  return scope !== undefined && scope !== 'none';
};

function Frame({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  useFollowing();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { settingUp } = me.utility;
  const arranges = settingUp && can(me, 'utility.set-up');
  useEffect(() => {
    if (arranges) void navigate({ to: '/set-up', replace: true });
  }, [arranges, navigate]);
  const shown = [
    { to: '/intake', name: t('nav.intake'), shown: can(me, 'requests.receive'), key: '1' },
    { to: '/orders', name: t('nav.orders'), shown: can(me, 'orders.read'), key: '2' },
    {
      to: '/call-backs',
      name: t('callBacks.title'),
      shown: can(me, 'orders.call-back') || can(me, 'call-backs.arrange'),
      key: '\\',
    },
    { to: '/list', name: t('lists.nav'), shown: can(me, 'orders.read'), key: '=' },
    { to: '/inbox', name: t('nav.inbox'), shown: can(me, 'inbox.read'), key: '3' },
    { to: '/rulebook', name: t('nav.rulebook'), shown: can(me, 'regulations.read'), key: '4' },
    { to: '/redatings', name: t('nav.redating'), shown: can(me, 'regulations.redate'), key: '5' },
    { to: '/reports', name: t('nav.reports'), shown: can(me, 'reports.read'), key: '6' },
    { to: '/imports', name: t('imports.title'), shown: can(me, 'imports.run'), key: '7' },
    { to: '/staff', name: t('staff.title'), shown: can(me, 'staff.manage'), key: '8' },
    { to: '/audit', name: t('audit.title'), shown: can(me, 'audit.read'), key: '9' },
    { to: '/set-up', name: t(settingUp ? 'setUp.title' : 'setUp.people'), shown: can(me, 'staff.manage'), key: '0' },
    { to: '/rosters', name: t('rosters.title'), shown: can(me, 'rosters.read'), key: '-' },
    { to: '/slips', name: t('slips.title'), shown: can(me, 'slips.read'), key: ';' },
    { to: '/notices', name: t('notices.title'), shown: can(me, 'notices.read'), key: "'" },
    { to: '/registers', name: t('registers.title'), shown: can(me, 'things.read'), key: '`' },
  ].filter((page) => page.shown);
  useKeys({
    '?': () => setHelp(true),
    '/': () => document.querySelector<HTMLInputElement>('#find')?.focus(),
    ...Object.fromEntries(shown.map((page) => [page.key, () => void navigate({ to: page.to })])),
  });
  return (
    <div className="shell">
      <a className="skip" href="#page">
        {t('skip')}
      </a>
      <header className="top">
        <div className="brand">{t('brand')}</div>
        <Nav pages={shown} />
        <div className="grow" />
        <Find />
        <div style={{ width: 16 }} />
        <Account me={me} help={() => setHelp(true)} />
        <Asking />
        <Today />
      </header>
      <Lost />
      {settingUp && !path.startsWith('/set-up') && (
        <div className="set-up-banner" role="status">
          {t('setUp.continue')}
          {arranges && <Link to="/set-up">{t('setUp.goOn')}</Link>}
        </div>
      )}
      <main className="page" id="page" tabIndex={-1}>
        <Outlet />
      </main>
      <KeysHelp open={help} close={() => setHelp(false)} />
    </div>
  );
}

/** No stream comes through: said once, quietly. */
function Asking(): ReactNode {
  const { t } = useTranslation();
  const road = useSyncExternalStore(liveRoad.subscribe, liveRoad.get);
  if (road !== 'asking') return null;
  return (
    <span className="asking small quiet" title={t('live.askingHelp')}>
      {t('live.asking')}
    </span>
  );
}

function Today(): ReactNode {
  const { t } = useTranslation();
  const at = local(useNow(1000));
  return (
    <span style={{ whiteSpace: 'nowrap', marginLeft: 12 }}>
      <span className="quiet">
        {at.format('MM-DD')} {t('week', { returnObjects: true })[at.day()]}
      </span>
      &nbsp;&nbsp;<b>{at.format('HH:mm')}</b>
    </span>
  );
}

function Lost(): ReactNode {
  const { t } = useTranslation();
  const since = useSyncExternalStore(connection.subscribe, connection.get);
  return (
    <div role="status" aria-live="polite">
      {since !== null && <div className="lost">{t('shell.lost', { time: hm(since) })}</div>}
    </div>
  );
}
