/** 我的工单: by what is due first, or by what is nearest. */
import { type ReactNode, useState } from 'react';
import { ClockBar, ClockWords } from '../../kit/clock/Clock.tsx';
import { sync, usePhone } from '../app/phone.ts';
import { distance, useWhereabouts, type Whereabouts } from '../app/position.ts';
import type { Shown } from '../app/shown.ts';
import { Icon } from '../parts/Icon.tsx';
import { far } from '../parts/words.ts';
import { Go, NetworkBar, Tabs } from '../shell/Frame.tsx';
import { useTexts } from '../texts/index.ts';

type By = 'due' | 'near';
const KEPT = 'gongshui.field.by';
const HELD = new Set(['awaiting-acceptance', 'awaiting-assignment', 'in-progress']);

const dueOf = ({ view }: Shown): number => (view.due?.dueAt ? Date.parse(view.due.dueAt) : Number.MAX_SAFE_INTEGER);
const awayOf = ({ view }: Shown, { known }: Whereabouts): number =>
  view.position === null || known === null ? Number.MAX_SAFE_INTEGER : distance(known, view.position);

export function OrdersPage(): ReactNode {
  const t = useTexts();
  const { orders, snapshot, lastContact, online } = usePhone();
  const loaded = snapshot !== null;
  const [by, setBy] = useState<By>(() => (localStorage.getItem(KEPT) === 'near' ? 'near' : 'due'));
  const here = useWhereabouts();
  const sorted = [...orders].sort((a, b) =>
    by === 'due' ? dueOf(a) - dueOf(b) : awayOf(a, here) - awayOf(b, here) || dueOf(a) - dueOf(b),
  );
  // what the crew has replied to is the desk's now, and still his to follow
  const mine = sorted.filter(({ view }) => HELD.has(view.state));
  const sent = sorted.filter(({ view }) => !HELD.has(view.state));
  const choose = (wanted: By): void => {
    localStorage.setItem(KEPT, wanted);
    setBy(wanted);
  };
  return (
    <>
      <NetworkBar />
      <main className="page">
        <header className="list-head">
          <h1 className="grow">{t('orders.title', { n: mine.length })}</h1>
          <fieldset className="switch">
            <legend className="unseen">{t('orders.sort')}</legend>
            {(['due', 'near'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={by === one} onClick={() => choose(one)}>
                {t(`orders.by.${one}`)}
              </button>
            ))}
          </fieldset>
        </header>
        {by === 'near' && here.known === null && <p className="hint">{t(`position.${here.why ?? 'asking'}`)}</p>}
        {!loaded && (
          <div className="skeleton" role="status" aria-label={t('orders.loading')}>
            <i />
            <i />
            <i />
          </div>
        )}
        {loaded && mine.length === 0 && (
          <div className="empty">
            <b>{t('orders.none')}</b>
            <p>{t('orders.noneHelp')}</p>
          </div>
        )}
        <List orders={mine} />
        {sent.length > 0 && (
          <>
            <h2 className="section">{t('orders.sent', { n: sent.length })}</h2>
            <List orders={sent} />
          </>
        )}
        <p className="foot">
          {lastContact === null ? t('orders.never') : t('orders.asOf', { time: lastContact })}
          {online && (
            <button type="button" className="text" onClick={() => void sync()}>
              {t('orders.refresh')}
            </button>
          )}
        </p>
      </main>
      <Tabs here="orders" />
    </>
  );
}

function List({ orders }: { orders: Shown[] }): ReactNode {
  const { waiting } = usePhone();
  const here = useWhereabouts();
  return (
    <ul className="orders">
      {orders.map((shown) => (
        <li key={shown.view.id}>
          <Row
            shown={shown}
            away={awayOf(shown, here)}
            waits={waiting.filter(({ order }) => order === shown.view.id).length}
          />
        </li>
      ))}
    </ul>
  );
}

function Row({ shown, away, waits }: { shown: Shown; away: number; waits: number }): ReactNode {
  const t = useTexts();
  const { view } = shown;
  return (
    <Go to={{ page: 'order', order: view.id }} className="order-row">
      <span className="line quiet">
        <span>{view.number}</span>
        <span className="state">{view.stateName}</span>
        {view.urgent && <b className="urgent">{t('orders.urgent')}</b>}
        <span className="grow" />
        {waits > 0 && (
          <span className="waits">
            <Icon sign="up" size={14} /> {t('orders.waits', { n: waits })}
          </span>
        )}
        {away < Number.MAX_SAFE_INTEGER && <span>{far(away, t)}</span>}
      </span>
      <b className="title">{view.eventName}</b>
      <span className="place">{view.place}</span>
      {view.due !== null && (
        <>
          <span className="line">
            <span className="grow">{view.due.name}</span>
            <ClockWords clock={view.due} />
          </span>
          <ClockBar clock={view.due} thin />
        </>
      )}
    </Go>
  );
}
