/** The orders behind a figure, the longest first; their times add up to it. */
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { span } from '../../kit/time.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { type Cell, type ReportFilter, useOrdersBehind } from './data.ts';

export function OrdersBehind({ filter, cell, title }: { filter: ReportFilter; cell: Cell; title: string }): ReactNode {
  const { t } = useTranslation();
  const behind = useOrdersBehind(filter, cell);
  const units = t('clock.units', { returnObjects: true });
  if (behind.error !== null && behind.data === undefined)
    return <LoadFailed error={behind.error} again={() => void behind.refetch()} />;
  if (behind.data === undefined) return <Skeleton active={false} paragraph={{ rows: 6 }} />;
  const { orders, seconds, items } = behind.data;
  return (
    <>
      <h2>{title}</h2>
      <p className="muted">
        {t('report.behindText', { n: orders, total: span(seconds * 1000, units) })}
        {items.length < orders && ` · ${t('report.longest', { n: items.length })}`}
      </p>
      <table className="table numbers">
        <thead>
          <tr>
            <th scope="col">{t('report.orders')}</th>
            <th scope="col">{t('report.state')}</th>
            <th scope="col" className="end">
              {t('report.held')}
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
              <td className="end">{span(item.seconds * 1000, units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
