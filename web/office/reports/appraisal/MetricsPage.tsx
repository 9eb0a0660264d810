/** 指标: what the rulebook in force wants measured, whether its targets are met, and the orders behind each figure. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DatePicker, Skeleton } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { useMe } from '../../data.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import '../../style/appraisal.css';
import '../../style/report.css';
import { type Metric, type Metrics, useMetrics } from './data.ts';
import { MetricOrders } from './MetricOrders.tsx';
import { type MetricsSearch, monthOf, monthsOn, type Part } from './search.ts';

export function MetricsPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow(60_000);
  const search: MetricsSearch = useSearch({ strict: false });
  const scope = useMe().data?.permissions['reports.read'];
  const month = search.month ?? monthOf(now);
  const metrics = useMetrics(month);
  const show = (next: MetricsSearch): void => void navigate({ to: '/reports/metrics', search: next });
  const open = metrics.data?.metrics.find(({ index }) => index === search.index);
  return (
    <div className="report">
      <section className="report-main" aria-labelledby="metrics-title">
        <h1 id="metrics-title">{t('metrics.title')}</h1>
        <p className="muted report-help">
          {t('metrics.help')} {scope === 'department' && t('metrics.own')}
          {scope === 'district' && t('metrics.districts')}
        </p>
        <fieldset className="report-filter">
          <legend className="hidden">{t('metrics.month')}</legend>
          <button
            type="button"
            className="btn low"
            title={t('metrics.before')}
            aria-label={t('metrics.before')}
            onClick={() => show({ month: monthsOn(month, -1) })}
          >
            ‹
          </button>
          <label htmlFor="metrics-month" className="hidden">
            {t('metrics.month')}
          </label>
          <DatePicker
            id="metrics-month"
            picker="month"
            allowClear={false}
            value={dayjs(`${month}-01`)}
            maxDate={dayjs(`${monthOf(now)}-01`)}
            onChange={(day) => day !== null && show({ month: day.format('YYYY-MM') })}
          />
          <button
            type="button"
            className="btn low"
            title={t('metrics.after')}
            aria-label={t('metrics.after')}
            disabled={month >= monthOf(now)}
            onClick={() => show({ month: monthsOn(month, 1) })}
          >
            ›
          </button>
          {metrics.data !== undefined && (
            <span className="muted">
              {t('metrics.rulebook', { name: metrics.data.pack.utility, version: metrics.data.pack.version })}
            </span>
          )}
        </fieldset>
        {metrics.error !== null && metrics.data === undefined ? (
          <LoadFailed error={metrics.error} again={() => void metrics.refetch()} />
        ) : metrics.data === undefined ? (
          <Skeleton active={false} paragraph={{ rows: 8 }} />
        ) : metrics.data.metrics.length === 0 ? (
          <div className="empty">
            <b>{t('metrics.none')}</b>
            {t('metrics.noneHelp')}
          </div>
        ) : (
          <Table report={metrics.data} search={search} open={(index, part) => show({ month, index, part })} />
        )}
      </section>
      <aside className="report-side" aria-live="polite">
        {open !== undefined && search.part !== undefined ? (
          <MetricOrders month={month} metric={open} part={search.part} />
        ) : (
          <p className="empty">{t('metrics.pick')}</p>
        )}
      </aside>
    </div>
  );
}

interface TableProps {
  report: Metrics;
  search: MetricsSearch;
  open: (index: number, part: Part) => void;
}

function Table({ report, search, open }: TableProps): ReactNode {
  const { t } = useTranslation();
  const { metrics } = report;
  const count = (met: boolean | null): number => metrics.filter((one) => one.met === met).length;
  return (
    <>
      <h2 className="lead">{t('metrics.lead', { met: count(true), missed: count(false), open: count(null) })}</h2>
      <table className="table numbers metrics">
        <thead>
          <tr>
            <th scope="col">{t('metrics.name')}</th>
            <th scope="col">{t('metrics.period')}</th>
            <th scope="col" className="end">
              {t('metrics.value')}
            </th>
            <th scope="col" className="end">
              {t('metrics.of')}
            </th>
            <th scope="col" className="end">
              {t('metrics.target')}
            </th>
            <th scope="col">{t('metrics.result')}</th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <Row key={metric.index} metric={metric} search={search} open={(part) => open(metric.index, part)} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Of means and ratios the numbers are sums; only what is counted by orders opens them. */
const byOrders = ({ kind }: Metric): boolean => kind === 'in-time' || kind === 'share';

function Row({
  metric,
  search,
  open,
}: {
  metric: Metric;
  search: MetricsSearch;
  open: (part: Part) => void;
}): ReactNode {
  const { t } = useTranslation();
  const figure = (part: Part, text: string): ReactNode => (
    <button
      type="button"
      className="link"
      aria-pressed={search.index === metric.index && search.part === part}
      title={t('metrics.open', { name: metric.name, part: t(`metrics.parts.${part}`) })}
      onClick={() => open(part)}
    >
      {text}
    </button>
  );
  const missed = byOrders(metric) ? Number(metric.denominator) - Number(metric.numerator) : 0;
  return (
    <tr>
      <td className="metric-name">
        <b>{metric.name}</b>
        <div className="small" style={{ color: 'var(--water)' }} title={metric.quote}>
          {metric.article}
        </div>
        <div className="small muted">“{metric.quote}”</div>
        {metric.reading !== undefined && <div className="small muted">{metric.reading}</div>}
        {metric.remedies.length > 0 && (
          <div className="small late-text">
            {t('metrics.consequences')}：
            {metric.remedies.map(({ to, give }) => `${to.map(({ name }) => name).join('、')} ${give}`).join('；')}
          </div>
        )}
      </td>
      <td className="whole-words">
        {metric.period}
        {!metric.finished && <div className="small muted">{t('metrics.running')}</div>}
      </td>
      <td className="end">{metric.value === null ? <span className="quiet">—</span> : <b>{metric.text}</b>}</td>
      <td className="end whole-words">
        {metric.value === null ? (
          <span className="quiet">—</span>
        ) : byOrders(metric) ? (
          figure('counts', `${metric.numerator} / ${metric.denominator}`)
        ) : metric.kind === 'ratio' ? (
          `${metric.numerator} / ${metric.denominator}`
        ) : (
          figure('counts', t('metrics.behind', { n: Number(metric.denominator) }))
        )}
        {missed > 0 && <div className="small">{figure('misses', `${missed} ${t('metrics.parts.misses')}`)}</div>}
        {metric.unknown > 0 && (
          <div className="small">{figure('unknown', t('metrics.unknown', { n: metric.unknown }))}</div>
        )}
      </td>
      <td className="end whole-words">{metric.target ?? <span className="quiet">{t('metrics.noTarget')}</span>}</td>
      <td className="whole-words">
        {metric.met === true ? (
          <span className="met-text">{t('metrics.met')}</span>
        ) : metric.met === false ? (
          <span className="late-text strong">{t('metrics.missed')}</span>
        ) : (
          <span className="quiet">{metric.value === null ? t('metrics.nothing') : t('metrics.noTarget')}</span>
        )}
      </td>
    </tr>
  );
}
