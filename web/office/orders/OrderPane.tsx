/** One order: head, clocks, history, what can be done; beside it the caller, the place, the rule. */
import { Link, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acting } from '../../kit/acts.ts';
import { Problem } from '../../kit/client.ts';
import { useNow } from '../../kit/live.ts';
import { local } from '../../kit/time.ts';
import type { Allowed, OrderDetail } from '../../kit/views.ts';
import { useMe, useOrder } from '../data.ts';
import { OrderSlips } from '../inbox/slips/OrderSlips.tsx';
import { TellCallers } from '../inbox/slips/TellCallers.tsx';
import { Key } from '../parts/Key.tsx';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { ActionBar } from './ActionBar.tsx';
import { ActPanel } from './ActPanel.tsx';
import { Attribution } from './Attribution.tsx';
import { Clocks } from './Clocks.tsx';
import { Context } from './Context.tsx';
import { Present } from './Present.tsx';
import { Remedies } from './Remedies.tsx';
import { Timeline } from './Timeline.tsx';

/** The keyboard goes on where it came from: the command's button, or the next one when it has gone. */
function backTo(command: string): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const button =
    document.querySelector<HTMLElement>(`.actions [data-command="${command}"]`) ??
    document.querySelector<HTMLElement>('.actions .btn');
  button?.focus();
}

export function OrderPane({ id }: { id: number }): ReactNode {
  const { t } = useTranslation();
  const order = useOrder(id);
  const [acting, setActing] = useState<Acting | null>(null);
  if (order.data === undefined) {
    const gone = order.error instanceof Problem && [403, 404].includes(order.error.status);
    return (
      <>
        <section className="middle" aria-label={t('order.order')} aria-busy={order.error === null}>
          {gone ? (
            <div className="empty" style={{ marginTop: 120 }}>
              <b>{t('order.missing')}</b>
              <p>{t('order.missingHelp')}</p>
              <Link to="/orders">{t('order.back')}</Link>
            </div>
          ) : order.error !== null ? (
            <LoadFailed error={order.error} again={() => void order.refetch()} />
          ) : (
            <div style={{ padding: 20 }}>
              <Skeleton active={false} title={{ width: '50%' }} paragraph={{ rows: 10 }} />
            </div>
          )}
        </section>
        <aside className="right" aria-label={t('side.label')} />
      </>
    );
  }
  const detail = order.data;
  const allowed = (command: string): Allowed | undefined => detail.allowed.find((one) => one.command === command);
  const current = acting === null ? undefined : allowed(acting.command);
  return (
    <>
      <section className="middle" aria-label={`${t('order.order')} ${detail.number}`}>
        <Head order={detail} />
        <Present id={id} doing={acting === null ? 'viewing' : 'acting'} />
        <div className="order-body">
          <Clocks
            order={detail}
            addFacts={allowed('set-facts')?.enabled === true ? () => setActing({ command: 'set-facts' }) : undefined}
          />
          <Remedies order={detail} />
          <TellCallers order={detail} />
          <OrderSlips order={detail} />
          <Attribution order={detail} />
          <Timeline order={detail} />
        </div>
        {acting !== null && (
          <ActPanel
            key={`${acting.command}${acting.ask?.id ?? acting.requestId ?? ''}`}
            order={detail}
            acting={acting}
            allowed={current}
            reload={async () => (await order.refetch()).data}
            close={() => {
              setActing(null);
              requestAnimationFrame(() => backTo(acting.command));
            }}
          />
        )}
        <ActionBar order={detail} act={(command) => setActing({ command })} busy={acting !== null} />
      </section>
      <Context
        order={detail}
        decide={(ask) => setActing({ command: `decide-${ask.kind}`, ask })}
        split={(requestId) => setActing({ command: 'split', requestId })}
      />
    </>
  );
}

const whoOf = ({ concernedName, concernedPerson }: NonNullable<OrderDetail['seal']>): string =>
  [concernedName, concernedPerson].filter((one) => one !== null).join(' ');

function Head({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ strict: false });
  const utility = useMe().data?.utility.name;
  const now = useNow(60_000);
  const state = t(`state.${order.state as 'closed'}`);
  return (
    <header className="order-head">
      <p className="paper">
        <b>{utility}</b>
        <span className="grow">{t('order.sheet')}</span>
        <span>{order.number}</span>
        <span>{t('order.printedAt', { at: local(now).format('YYYY-MM-DD HH:mm') })}</span>
      </p>
      <div className="row">
        <h1 className="grow">
          {order.eventName}
          {typeof order.facts.dn === 'number' && ` DN${order.facts.dn}`}
          {order.place !== '' && ` · ${order.place}`}
        </h1>
        <Link className="link narrow-only" to="/orders" search={search as never}>
          {t('order.back')}
        </Link>
        <button type="button" className="btn low" onClick={() => window.print()}>
          {t('order.print')} <Key>Ctrl P</Key>
        </button>
      </div>
      <div className="meta">
        <span className="badge">{state}</span>
        {order.seal !== null && (
          <span className="badge" title={t('sealed.note', { name: order.seal.toName })}>
            {t('sealed.mark')}
          </span>
        )}
        {order.urgent && <span className="late-text strong">{t('order.urgent')}</span>}
        {order.supervisedAt !== null && <span className="strong">{t('list.supervised')}</span>}
        <span>
          {t('order.order')} <b className="strong">{order.number}</b>
        </span>
        <span>
          {order.departmentName ?? t('order.noUnit')}
          {order.handlerName !== null && ` · ${order.handlerName}`}
        </span>
        {order.seal !== null && whoOf(order.seal) !== '' && (
          <span>{t('sealed.about', { who: whoOf(order.seal) })}</span>
        )}
        {order.requests.length > 1 && <span>{t('merging.count', { n: order.requests.length })}</span>}
        {order.mergedInto !== null && (
          <Link to="/orders/$orderId" params={{ orderId: String(order.mergedInto.id) }}>
            {t('merging.mergedInto', { number: order.mergedInto.number })}
          </Link>
        )}
        {order.round > 1 && <span>{t('order.round', { n: order.round })}</span>}
        <span>
          {t('order.rulebook')}{' '}
          <Link to="/rulebook/browse" search={{ pack: order.pack.hash }}>
            {order.pack.utility} {order.pack.version}
          </Link>
        </span>
      </div>
    </header>
  );
}
