/** 排班: the week, who is on duty and on the lists, who stands in, and shifts handed over. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Duty } from './Duty.tsx';
import { Handovers } from './Handovers.tsx';
import { StandIns } from './StandIns.tsx';
import { ROSTER_TABS, type RosterTab } from './search.ts';
import { Week } from './Week.tsx';
import '../style/rosters.css';

const SHOWN: Record<RosterTab, () => ReactNode> = { week: Week, duty: Duty, absent: StandIns, handover: Handovers };

export function RostersPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = 'week' } = useSearch({ strict: false }) as { tab?: RosterTab };
  const Shown = SHOWN[tab];
  const choose = (next: RosterTab): void =>
    void navigate({ to: '/rosters', search: next === 'week' ? {} : { tab: next } });
  const turn = (by: number): void => {
    const next = ROSTER_TABS[(ROSTER_TABS.indexOf(tab) + by + ROSTER_TABS.length) % ROSTER_TABS.length] ?? 'week';
    choose(next);
    requestAnimationFrame(() => document.getElementById(`tab-${next}`)?.focus());
  };
  return (
    <div className="sheet">
      <div className="sheet-inner rosters">
        <h1>{t('rosters.title')}</h1>
        <div className="tabs" role="tablist" aria-label={t('rosters.title')}>
          {ROSTER_TABS.map((one) => (
            <button
              key={one}
              id={`tab-${one}`}
              type="button"
              role="tab"
              aria-selected={one === tab}
              aria-controls="roster"
              tabIndex={one === tab ? 0 : -1}
              onClick={() => choose(one)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowRight') turn(1);
                if (event.key === 'ArrowLeft') turn(-1);
              }}
            >
              {t(`rosters.tabs.${one}`)}
            </button>
          ))}
        </div>
        <div id="roster" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <Shown />
        </div>
      </div>
    </div>
  );
}
