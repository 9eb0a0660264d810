/** The orders behind a figure, the latest first. */
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../../kit/time.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { type Metric, useMetricOrders } from './data.ts';
import type { Part } from './search.ts';

export function MetricOrders({ month, metric, part }: { month: string; metric: Metric; part: Part }): ReactNode {
  const { t } = useTranslation();
  const behind = useMetricOrders(month, metric.index, part);
  if (behind.error !== null && behind.data === undefined)
    return <LoadFailed error={behind.error} again={() => void behind.refetch()} />;
  if (behind.data === undefined) return <Skeleton active={false} paragraph={{ rows: 6 }} />;
  const { orders, items } = behind.data;
  return (
    <>
      <h2>
        {metric.name} · {t(`metrics.parts.${part}`)}
      </h2>
      <p className="muted">
        {orders === 0 ? t('metrics.no') : t('metrics.behind', { n: orders })}
        {items.length < orders && ` · ${t('metrics.latest', { n: items.length })}`}
      </p>
      {items.length > 0 && (
        <table className="table numbers">
          <thead>
            <tr>
              <th scope="col">{t('report.orders')}</th>
              <th scope="col">{t('report.state')}</th>
              <th scope="col" className="end">
                {t('metrics.received')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  <Link to="/orders/$orderId" params={{ orderId: String(item.id) }}>
                    {item.number}
                  </Link>
                  <div className="small muted">
                    {item.eventName} · {item.place}
                  </div>
                </td>
                <td className="whole-words">{item.stateName}</td>
                <td className="end whole-words">{local(item.receivedAt).format('MM-DD HH:mm')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
