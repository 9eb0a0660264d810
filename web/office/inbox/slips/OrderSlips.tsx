/** 通知单 of an order: those the rulebook has for it, to be written and printed; those that were, and what became of them. */
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import type { OrderDetail } from '../../../kit/views.ts';
import { useMe } from '../../data.ts';
import { openPdf, type Slip, useOrderSlips, useSlipsChanged } from './data.ts';
import { ServeSlip } from './ServeSlip.tsx';
import { WriteSlip } from './WriteSlip.tsx';
import './slips.css';

export function OrderSlips({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const now = useNow(60_000);
  const changed = useSlipsChanged();
  const writes = useMe().data?.permissions['slips.write'] !== undefined;
  const found = useOrderSlips(order.id, order.version).data;
  const [writing, setWriting] = useState(false);
  const [serving, setServing] = useState<Slip | null>(null);
  if (found === undefined || (found.offered.length === 0 && found.written.length === 0)) return null;
  const print = (id: number): void => {
    if (!openPdf([id])) void message.warning(t('slips.blocked'));
    // it is printed by the time its window shows it
    setTimeout(() => void changed(), 1500);
  };
  const days = t('clock.days', { returnObjects: true });
  return (
    <section className="section order-slips" aria-labelledby="slips-title">
      <div className="section-head">
        <h2 id="slips-title">{t('slips.of')}</h2>
        <span className="small quiet grow">{found.offered.map(({ name }) => name).join(t('order.comma'))}</span>
        {writes && found.offered.length > 0 && (
          <button type="button" className="btn low" onClick={() => setWriting(true)}>
            {t('slips.forOrder')}
          </button>
        )}
      </div>
      <ul>
        {found.written.map((slip) => (
          <li key={slip.id}>
            <span>{slip.name}</span>
            <span className="tabular small">{slip.number}</span>
            <span className="badge">{t(`slips.states.${slip.state}`)}</span>
            <span className="small muted grow">
              {slip.servedAt === null
                ? slip.voidReason
                : [
                    shortTime(slip.servedAt, now, days),
                    slip.manner === null ? '' : t(`slips.manners.${slip.manner as 'handed'}`),
                    slip.receiver === '' ? '' : `${t('slips.signed')} ${slip.receiver}`,
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
            </span>
            {writes && slip.state !== 'void' && (
              <button type="button" className="btn low" onClick={() => print(slip.id)}>
                {t(slip.state === 'to-print' ? 'slips.print' : 'slips.again')}
                <span className="hidden"> {slip.number}</span>
              </button>
            )}
            {writes && slip.state === 'to-serve' && (
              <button type="button" className="btn low" onClick={() => setServing(slip)}>
                {t('slips.serve')}
                <span className="hidden"> {slip.number}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {writing && (
        <WriteSlip
          kinds={found.offered}
          orderId={order.id}
          callers={order.requests.map(({ id, reporter }) => ({ id, name: reporter ?? String(id) }))}
          written={({ id }) => {
            setWriting(false);
            print(id);
          }}
          close={() => setWriting(false)}
        />
      )}
      {serving !== null && <ServeSlip slip={serving} close={() => setServing(null)} />}
    </section>
  );
}
