/** What waits: three lists under one another's tabs, each row a customer. */
import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Shape } from '../../kit/clock/Clock.tsx';
import type { Tone } from '../../kit/clock/face.ts';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { useKeys } from '../shell/keys.ts';
import { type Call, type FollowUp, keyOf } from './data.ts';
import type { Tab } from './search.ts';

interface Props {
  tab: Tab;
  tabs: readonly Tab[];
  calls: UseQueryResult<{ calls: Call[]; tries: number; more: boolean }>;
  followUps: UseQueryResult<FollowUp[]>;
  isOpen: (one: { orderId: number; requestId: number }) => boolean;
  choose: (tab: Tab) => void;
  open: (orderId: number, requestId: number) => void;
}

export function CallList({ tab, tabs, calls, followUps, isOpen, choose, open }: Props): ReactNode {
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  const rows = calls.data?.calls ?? [];
  const unreached = rows.filter(({ standing }) => standing === 'unreached');
  const waiting = rows.filter(({ standing }) => standing !== 'unreached');
  const openLow = (followUps.data ?? []).filter(({ settledAt }) => settledAt === null);
  const counts: Record<Tab, number> = {
    waiting: waiting.length,
    unreached: unreached.length,
    low: openLow.length,
    settings: 0,
  };
  const step = (by: number): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button.queue-row') ?? [])];
    if (buttons.length === 0) return;
    const focused = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const from = focused >= 0 ? focused : buttons.findIndex((row) => row.hasAttribute('aria-current'));
    const to = Math.max(0, Math.min(buttons.length - 1, from < 0 ? 0 : from + by));
    buttons[to]?.focus();
    buttons[to]?.scrollIntoView({ block: 'nearest' });
  };
  const turn = (by: number): void => choose(tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? tab);
  useKeys({ j: () => step(1), k: () => step(-1), '[': () => turn(-1), ']': () => turn(1) });
  const asked = tab === 'low' ? followUps : calls;
  return (
    <aside className="left" aria-label={t('callBacks.label')} ref={list}>
      <div className="left-head">
        <h1>{t('callBacks.title')}</h1>
      </div>
      <div className="tabs" role="tablist" aria-label={t('callBacks.tabsLabel')}>
        {tabs.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => choose(name)}>
            {t(`callBacks.tabs.${name}`, { n: `${counts[name]}${name === 'waiting' && calls.data?.more ? '+' : ''}` })}
          </button>
        ))}
      </div>
      {tab === 'settings' ? null : asked.data === undefined ? (
        asked.error === null ? (
          <Skeleton active={false} paragraph={{ rows: 6 }} style={{ padding: 16 }} />
        ) : (
          <LoadFailed error={asked.error} again={() => void asked.refetch()} />
        )
      ) : tab === 'low' ? (
        <div className="queue">
          {(followUps.data ?? []).map((one) => (
            <LowRow
              key={`${keyOf(one)}/${one.openedAt}`}
              one={one}
              current={isOpen(one)}
              open={() => open(one.orderId, one.requestId)}
            />
          ))}
          {followUps.data?.length === 0 && <None tab={tab} />}
        </div>
      ) : (
        <div className="queue">
          {(tab === 'unreached' ? unreached : waiting).map((one) => (
            <CallRow key={keyOf(one)} one={one} current={isOpen(one)} open={() => open(one.orderId, one.requestId)} />
          ))}
          {counts[tab] === 0 && <None tab={tab} />}
        </div>
      )}
    </aside>
  );
}

function None({ tab }: { tab: Exclude<Tab, 'settings'> }): ReactNode {
  const { t } = useTranslation();
  const [none, help] = (
    {
      waiting: ['none', 'noneHelp'],
      unreached: ['noneUnreached', 'noneUnreachedHelp'],
      low: ['noneLow', 'noneLowHelp'],
    } as const
  )[tab];
  return (
    <div className="empty">
      <b>{t(`callBacks.${none}`)}</b>
      {t(`callBacks.${help}`)}
    </div>
  );
}

function useAt(): (instant: string) => string {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  return (instant) => shortTime(instant, now, days);
}

const TONES: Record<Call['standing'], Tone> = {
  callable: 'run',
  later: 'pause',
  'no-contact': 'none',
  called: 'met',
  unreached: 'warn',
};

function CallRow({ one, current, open }: { one: Call; current: boolean; open: () => void }): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  const now = useNow(60_000);
  const late = one.dueAt !== null && Date.parse(one.dueAt) <= now;
  const tone = late ? 'late' : TONES[one.standing];
  return (
    <button type="button" className="queue-row" aria-current={current ? 'true' : undefined} onClick={open}>
      <span className="grow" style={{ minWidth: 0 }}>
        <span className="row">
          <span className="title clip grow">
            {one.eventName} · {one.place}
          </span>
          <span className={`clock-words ${tone} small`}>
            <Shape tone={tone} />
            {t(`callBacks.standing.${one.standing}`, { at: one.callAt === null ? '' : at(one.callAt) })}
          </span>
        </span>
        <span className="row place">
          <span className="clip grow">
            {one.number} · {one.reporter ?? t('side.anonymous')}
          </span>
          <span className="small quiet">
            {one.takenBy !== null
              ? one.takenBy.name
              : one.dueAt !== null
                ? t('callBacks.due', { at: at(one.dueAt) })
                : one.tries.length > 0
                  ? t('callBacks.tries') + one.tries.length
                  : ''}
          </span>
        </span>
      </span>
    </button>
  );
}

function LowRow({ one, current, open }: { one: FollowUp; current: boolean; open: () => void }): ReactNode {
  const { t } = useTranslation();
  const at = useAt();
  const now = useNow(60_000);
  const late = one.settledAt === null && Date.parse(one.dueAt) <= now;
  const tone: Tone = one.settledAt !== null ? 'met' : late ? 'late' : 'warn';
  return (
    <button type="button" className="queue-row" aria-current={current ? 'true' : undefined} onClick={open}>
      <span className="grow" style={{ minWidth: 0 }}>
        <span className="row">
          <span className="title clip grow">
            {one.eventName} · {one.place}
          </span>
          <span className={`clock-words ${tone} small`}>
            <Shape tone={tone} />
            {one.settlement === null
              ? t(`callBacks.ratings.${one.rating}`)
              : t(`callBacks.low.settled.${one.settlement}`)}
          </span>
        </span>
        <span className="row place">
          <span className="clip grow">
            {one.number} · {one.owner ?? t('callBacks.low.nobody')}
          </span>
          <span className="small quiet">
            {one.settledAt === null ? t('callBacks.due', { at: at(one.dueAt) }) : at(one.settledAt)}
          </span>
        </span>
      </span>
    </button>
  );
}
