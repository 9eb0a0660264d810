/** One order: its clock, the steps, what is to be done now, within reach of the thumb. */
import { type ReactNode, useState } from 'react';
import { serverNow } from '../../kit/live.ts';
import type { Allowed } from '../../kit/views.ts';
import { usePhone } from '../app/phone.ts';
import { go } from '../app/places.ts';
import { distance, useWhereabouts } from '../app/position.ts';
import type { Shown } from '../app/shown.ts';
import { clockTime, far } from '../parts/words.ts';
import { Head, NetworkBar } from '../shell/Frame.tsx';
import { useTexts } from '../texts/index.ts';
import { About } from './About.tsx';
import { Clocks } from './Clocks.tsx';
import { Steps } from './Steps.tsx';
import { WaitingHere } from './WaitingHere.tsx';

/** Behind 更多, in the order they are mostly wanted. */
const MORE = ['promise', 'ask-extension', 'ask-return', 'ask-pause', 'resume', 'assign', 'set-position', 'set-facts'];

export function OrderPage({ id }: { id: number }): ReactNode {
  const t = useTexts();
  const { orders, snapshot } = usePhone();
  const loaded = snapshot !== null;
  const here = useWhereabouts();
  const shown = orders.find(({ view }) => view.id === id);
  if (shown === undefined) {
    return (
      <>
        <NetworkBar />
        <Head title={t('orders.one')} above={{ page: 'orders' }} />
        <main className="page empty">
          <b>{t(loaded ? 'order.gone' : 'orders.loading')}</b>
          {loaded && <p>{t('order.goneHelp')}</p>}
        </main>
      </>
    );
  }
  const { view } = shown;
  const dn = typeof view.facts.dn === 'number' ? ` DN${view.facts.dn}` : '';
  const away = here.known !== null && view.position !== null ? distance(here.known, view.position) : null;
  return (
    <>
      <NetworkBar />
      <Head
        title={`${t('orders.one')} ${view.number}`}
        above={{ page: 'orders' }}
        beside={<span className="quiet">{view.departmentName}</span>}
      />
      <main className="order">
        <div className="order-head">
          <h2>
            {view.eventName}
            {dn}
          </h2>
          <p className="line">
            <span className="grow">{view.place}</span>
            {away !== null && <span className="quiet nowrap">{far(away, t)}</span>}
          </p>
          <p className="line quiet">
            <span>{view.stateName}</span>
            {view.urgent && <b className="urgent">{t('orders.urgent')}</b>}
            {view.supervisedAt !== null && <b className="urgent">{t('order.supervised')}</b>}
          </p>
        </div>
        <Clocks view={view} />
        {shown.asked.map(({ id: ask, kind, until }) => (
          <p key={ask} className="asked-for">
            {t(`order.asked.${kind}`)}
            {until !== null && ` ${clockTime(until, serverNow())}`} · {t('order.undecided')}
          </p>
        ))}
        <Steps shown={shown} />
        <WaitingHere order={id} />
        <About shown={shown} />
      </main>
      <Actions shown={shown} />
    </>
  );
}

function Actions({ shown }: { shown: Shown }): ReactNode {
  const t = useTexts();
  const [more, setMore] = useState(false);
  const { view, steps, callers } = shown;
  const allowed = (command: string): Allowed | undefined =>
    view.allowed.find((one) => one.command === command && one.enabled);
  const act = (name: string, of: string | null = null): void => go({ page: 'act', order: view.id, act: name, of });
  const main = mainAct(shown);
  const others = MORE.flatMap((command) => allowed(command) ?? []);
  const point = view.position;
  return (
    <footer className="acts">
      {more && (
        <div className="more" id="more">
          {others.map(({ command, name }) => (
            <button key={command} type="button" className="second" onClick={() => act(command)}>
              {command === 'assign' ? t('act.handOver') : command === 'set-facts' ? t('act.facts') : name}
            </button>
          ))}
          {allowed('record') !== undefined && (
            <button type="button" className="second" onClick={() => act('record')}>
              {t('act.otherMilestone')}
            </button>
          )}
          {allowed('attach') !== undefined && (
            <button type="button" className="second" onClick={() => act('signature')}>
              {t('act.signature')}
            </button>
          )}
          {allowed('note') !== undefined && (
            <>
              <button type="button" className="second" onClick={() => act('note', 'parts')}>
                {t('act.parts')}
              </button>
              <button type="button" className="second" onClick={() => act('note', 'hazard')}>
                {t('act.hazard')}
              </button>
            </>
          )}
        </div>
      )}
      <div className="five">
        <button
          type="button"
          className="second"
          disabled={allowed('note') === undefined}
          onClick={() => act('note', 'feedback')}
        >
          {t('act.feedback')}
        </button>
        <button
          type="button"
          className="second"
          disabled={allowed('attach') === undefined}
          onClick={() => act('photos')}
        >
          {t('act.photo')}
        </button>
        <button
          type="button"
          className="second"
          disabled={!callers.some(({ phone }) => phone !== null)}
          onClick={() => act('call')}
        >
          {t('act.call')}
        </button>
        {point === null ? (
          <button type="button" className="second" disabled>
            {t('act.navigate')}
          </button>
        ) : (
          <a
            className="second"
            href={`geo:${point.lat},${point.lon}?q=${point.lat},${point.lon}(${encodeURIComponent(view.place)})`}
          >
            {t('act.navigate')}
          </a>
        )}
        <button
          type="button"
          className="second"
          aria-expanded={more}
          aria-controls="more"
          onClick={() => setMore(!more)}
        >
          {t('act.more')}
        </button>
      </div>
      {main === null ? (
        <p className="main-none">{t('order.waitsFor', { state: view.stateName })}</p>
      ) : (
        <button type="button" className="main" onClick={() => act(main.act, main.of)}>
          {main.act === 'record' ? t('act.record', { name: main.name }) : main.name}
        </button>
      )}
    </footer>
  );

  function mainAct({ view: { allowed: offers } }: Shown): { act: string; of: string | null; name: string } | null {
    const offered = (command: string): Allowed | undefined =>
      offers.find((one) => one.command === command && one.enabled);
    const next = steps.find((step) => step.next);
    if (next === undefined) return null;
    if (next.id === 'accepted') {
      const accept = offered('accept');
      return accept === undefined ? null : { act: 'accept', of: null, name: accept.name };
    }
    if (next.id === 'handled') {
      const handle = offered('handle');
      return handle === undefined ? null : { act: 'handle', of: null, name: t('act.handle') };
    }
    if (offered('record') === undefined) return null;
    if (next.id === 'contacted' && callers.some(({ phone }) => phone !== null))
      return { act: 'call', of: null, name: t('act.callFirst') };
    return { act: 'record', of: next.id, name: next.name };
  }
}
