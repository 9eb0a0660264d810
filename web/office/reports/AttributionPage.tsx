/** 时长归属统计: with whom the orders of a period lay; every figure opens its orders beside the table. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { span } from '../../kit/time.ts';
import { useMe } from '../data.ts';
import { EventPicker } from '../parts/EventPicker.tsx';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import '../style/attribution.css';
import '../style/report.css';
import { type Report, type ReportFilter, type ReportRow, useReport } from './data.ts';
import { OrdersBehind } from './OrdersBehind.tsx';
import { PRESETS, type ReportSearch } from './search.ts';

const NOBODY = '-';
const unitOf = ({ departmentId }: Pick<ReportRow, 'departmentId'>): string => departmentId ?? NOBODY;
const HOUR = 3600;

export function AttributionPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const search: ReportSearch = useSearch({ strict: false });
  const scope = useMe().data?.permissions['reports.read'];
  const filter: ReportFilter = {
    ...PRESETS.month(now),
    ...(search.from === undefined ? {} : { from: search.from }),
    ...(search.until === undefined ? {} : { until: search.until }),
    ...(search.event === undefined ? {} : { event: search.event }),
  };
  const report = useReport(filter);
  const change = (next: ReportSearch): void => void navigate({ to: '/reports', search: next });
  const { unit: _, holder: __, open: ___, ...kept } = search;
  const presets = t('report.presets', { returnObjects: true }) as Record<keyof typeof PRESETS, string>;
  const name = (unit: string | undefined): string =>
    unit === undefined
      ? t('report.all')
      : (report.data?.rows.find((row) => unitOf(row) === unit)?.departmentName ?? t('report.nobody'));
  return (
    <div className="report">
      <section className="report-main" aria-labelledby="report-title">
        <h1 id="report-title">{t('report.title')}</h1>
        <p className="muted report-help">
          {t('report.help')} {scope === 'department' && t('report.own')}
          {scope === 'district' && t('report.districts')}
        </p>
        <fieldset className="report-filter">
          <legend className="hidden">{t('report.period')}</legend>
          {(Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((preset) => {
            const days = PRESETS[preset](now);
            return (
              <button
                key={preset}
                type="button"
                className="btn low"
                aria-pressed={days.from === filter.from && days.until === filter.until}
                onClick={() => change({ ...kept, ...days })}
              >
                {presets[preset]}
              </button>
            );
          })}
          <label htmlFor="report-from">{t('report.from')}</label>
          <DatePicker
            id="report-from"
            allowClear={false}
            value={dayjs(filter.from)}
            maxDate={dayjs(filter.until)}
            onChange={(day) => day !== null && change({ ...kept, ...filter, from: day.format('YYYY-MM-DD') })}
          />
          <label htmlFor="report-until">{t('report.until')}</label>
          <DatePicker
            id="report-until"
            allowClear={false}
            value={dayjs(filter.until)}
            minDate={dayjs(filter.from)}
            onChange={(day) => day !== null && change({ ...kept, ...filter, until: day.format('YYYY-MM-DD') })}
          />
          <label htmlFor="report-event">{t('report.event')}</label>
          <div className="report-event">
            <EventPicker
              id="report-event"
              value={search.event ?? ''}
              change={(event) => {
                const { event: before, ...others } = kept;
                if (event !== (before ?? '')) change(event === '' ? others : { ...others, event });
              }}
              placeholder={t('report.allEvents')}
              none={t('intake.eventNone')}
            />
          </div>
        </fieldset>
        {report.error !== null && report.data === undefined ? (
          <LoadFailed error={report.error} again={() => void report.refetch()} />
        ) : report.data === undefined ? (
          <Skeleton active={false} paragraph={{ rows: 8 }} />
        ) : report.data.rows.length === 0 ? (
          <div className="empty">
            <b>{t('report.none')}</b>
            {t('report.noneHelp')}
          </div>
        ) : (
          <Table
            report={report.data}
            search={search}
            name={name}
            open={(cell) => change({ ...kept, ...cell, open: true })}
          />
        )}
      </section>
      <aside className="report-side" aria-live="polite">
        {search.open === true ? (
          <OrdersBehind
            filter={filter}
            cell={{
              ...(search.unit === undefined ? {} : { unit: search.unit }),
              ...(search.holder === undefined ? {} : { holder: search.holder }),
            }}
            title={t('report.behind', {
              unit: name(search.unit),
              holder: report.data?.rows.find(({ holder }) => holder === search.holder)?.name ?? t('report.all'),
            })}
          />
        ) : (
          <p className="empty">{t('report.pick')}</p>
        )}
      </aside>
    </div>
  );
}

type CellOf = Pick<ReportSearch, 'unit' | 'holder'>;

interface TableProps {
  report: Report;
  search: ReportSearch;
  name: (unit: string | undefined) => string;
  open: (cell: CellOf) => void;
}

function Table({ report, search, name, open }: TableProps): ReactNode {
  const { t } = useTranslation();
  const units = t('clock.units', { returnObjects: true });
  const length = (seconds: number): string => span(seconds * 1000, units);
  const groups = useMemo(() => {
    const found = new Map<string, ReportRow[]>();
    for (const row of report.rows) found.set(unitOf(row), [...(found.get(unitOf(row)) ?? []), row]);
    return [...found];
  }, [report.rows]);
  const whole = report.rows.reduce((sum, { seconds }) => sum + seconds, 0);
  const most = report.rows.reduce(
    (best, row) => (row.seconds > best.seconds ? row : best),
    report.rows[0] as ReportRow,
  );
  const share = (seconds: number): string => ((100 * seconds) / (whole || HOUR)).toFixed(1);
  const figure = (text: string, orders: number, cell: CellOf): ReactNode => {
    const on = search.open === true && search.unit === cell.unit && search.holder === cell.holder;
    const holder = report.rows.find((row) => row.holder === cell.holder)?.name ?? t('report.all');
    return (
      <button
        type="button"
        className="link"
        aria-pressed={on}
        title={t('report.open', { n: orders, unit: name(cell.unit), holder })}
        onClick={() => open(cell)}
      >
        {text}
      </button>
    );
  };
  return (
    <>
      <h2 className="lead">
        {t('report.most', {
          orders: report.orders,
          total: length(whole),
          unit: name(unitOf(most)),
          holder: most.name,
          share: share(most.seconds),
        })}
      </h2>
      <table className="table numbers">
        <thead>
          <tr>
            <th scope="col">{t('report.unit')}</th>
            <th scope="col">{t('report.holder')}</th>
            {(['orders', 'total', 'share', 'mean', 'p90'] as const).map((head) => (
              <th key={head} scope="col" className="end">
                {t(`report.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(([unit, rows]) =>
            rows.map((row, index) => (
              <tr key={`${unit}/${row.holder}`}>
                <td>{index === 0 && figure(name(unit), Math.max(...rows.map(({ orders }) => orders)), { unit })}</td>
                <td className="held-name">
                  <span className="held">
                    <i className={row.holder} aria-hidden="true" />
                  </span>
                  {row.name}
                </td>
                <td className="end">{figure(String(row.orders), row.orders, { unit, holder: row.holder })}</td>
                <td className="end">{figure(length(row.seconds), row.orders, { unit, holder: row.holder })}</td>
                <td className="end muted">
                  <span className="share-bar">
                    <i style={{ width: `${share(row.seconds)}%` }} />
                  </span>
                  <span className="share-figure">{share(row.seconds)}%</span>
                </td>
                <td className="end">{figure(length(row.mean), row.orders, { unit, holder: row.holder })}</td>
                <td className="end">{figure(length(row.p90), row.orders, { unit, holder: row.holder })}</td>
              </tr>
            )),
          )}
          <tr className="whole">
            <td colSpan={2}>{t('report.all')}</td>
            <td className="end">{figure(String(report.orders), report.orders, {})}</td>
            <td className="end">{figure(length(whole), report.orders, {})}</td>
            <td className="end muted">100%</td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
    </>
  );
}
