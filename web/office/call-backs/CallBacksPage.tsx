/** 回访: whom to call, the call, and what one needs to know of the order. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useOrder } from '../data.ts';
import { Context } from '../orders/Context.tsx';
import { CallList } from './CallList.tsx';
import { CallPane } from './CallPane.tsx';
import { type Call, keyOf, useCalls, useFollowUps } from './data.ts';
import { FollowUpPane } from './FollowUpPane.tsx';
import { SettingsPane } from './SettingsPane.tsx';
import type { CallSearch, Tab } from './search.ts';
import './call-backs.css';

export function CallBacksPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as CallSearch;
  const permissions = useMe().data?.permissions ?? {};
  const calls = permissions['orders.call-back'] !== undefined;
  const arranges = permissions['call-backs.arrange'] !== undefined;
  const tab: Tab = calls
    ? search.tab === 'settings' && !arranges
      ? 'waiting'
      : (search.tab ?? 'waiting')
    : 'settings';
  const list = useCalls(calls);
  const low = useFollowUps(calls);
  const rows = list.data?.calls ?? [];
  const go = (next: CallSearch): void => void navigate({ to: '/call-backs', search: next, replace: true });
  const open = (orderId: number, requestId: number): void =>
    go({ ...(tab === 'waiting' ? {} : { tab }), order: orderId, caller: requestId });
  const isOpen = (one: { orderId: number; requestId: number }): boolean =>
    one.orderId === search.order && one.requestId === (search.caller ?? one.requestId);
  const chosen = rows.find(isOpen);
  const followUp = low.data?.find(isOpen);

  // somebody who may only arrange comes to the settings at once
  useEffect(() => {
    if (arranges && !calls && search.tab !== 'settings')
      void navigate({ to: '/call-backs', search: { tab: 'settings' }, replace: true });
  }, [arranges, calls, search.tab, navigate]);

  /** The next one that may be called, or of those not reached. */
  const goOn = (from: Call): void => {
    const wanted = tab === 'unreached' ? 'unreached' : 'callable';
    const here = tab === 'unreached' ? { tab } : {};
    const next = rows.find((one) => one.standing === wanted && one.takenBy === null && keyOf(one) !== keyOf(from));
    go(next ? { ...here, order: next.orderId, caller: next.requestId } : here);
  };
  const shown = tab === 'settings' || search.order !== undefined;
  return (
    <div className={`desk call-backs ${shown ? 'open' : ''}`}>
      <CallList
        tab={tab}
        tabs={[
          ...(calls ? (['waiting', 'unreached', 'low'] as const) : []),
          ...(arranges ? (['settings'] as const) : []),
        ]}
        calls={list}
        followUps={low}
        isOpen={isOpen}
        choose={(next) => go(next === 'waiting' ? {} : { tab: next })}
        open={open}
      />
      {tab === 'settings' ? (
        <SettingsPane back={() => go({})} />
      ) : tab === 'low' && followUp !== undefined ? (
        <FollowUpPane key={keyOf(followUp)} one={followUp} back={() => go({ tab: 'low' })} />
      ) : tab !== 'low' && chosen !== undefined ? (
        <CallPane
          key={keyOf(chosen)}
          one={chosen}
          tries={list.data?.tries ?? 0}
          back={() => go(tab === 'waiting' ? {} : { tab })}
          ended={() => goOn(chosen)}
        />
      ) : (
        <section className="middle" aria-label={t('callBacks.title')}>
          <div className="empty" style={{ marginTop: 120 }}>
            <b>{t('callBacks.choose')}</b>
            {t('callBacks.chooseHelp')}
          </div>
        </section>
      )}
      {tab !== 'settings' && search.order !== undefined ? (
        <Known id={search.order} />
      ) : (
        <aside className="right" aria-label={t('side.label')} />
      )}
    </div>
  );
}

/** The order itself: callers, place, facts, ownership, as at the order desk. */
function Known({ id }: { id: number }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const order = useOrder(id).data;
  const there = (): void => void navigate({ to: '/orders/$orderId', params: { orderId: String(id) } });
  if (order === undefined) return <aside className="right" aria-label={t('side.label')} aria-busy="true" />;
  return <Context order={order} decide={there} split={there} />;
}
