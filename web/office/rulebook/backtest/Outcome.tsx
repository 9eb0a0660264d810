/** What came of a backtest: a sentence, two charts with their tables, the orders that change, what cannot be compared. */
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bar } from './chart.ts';
import { judged, type Outcome, percent, type Sides, timeliness } from './data.ts';

const Bars = lazy(() => import('./Bars.tsx').then(({ Bars: component }) => ({ default: component })));
/** Bars of one chart. */
const MOST_BARS = 16;

export function OutcomeOf({ id, outcome, candidate }: { id: string; outcome: Outcome; candidate: string }): ReactNode {
  const { t } = useTranslation();
  const { total, orders, late, changed, unclear, under, lostGrants, unknownEvents, asks } = outcome;
  if (orders === 0) return <p className="empty">{t('backtest.noOrders')}</p>;
  const [before, after] = [timeliness(total.before), timeliness(total.after)];
  const between = t('backtest.list').length > 4 ? ', ' : '、';
  const list = (words: string[]): string => words.join(between);
  const notes = [
    unclear > 0 && t('backtest.unclear', { n: unclear }),
    t('backtest.under', { list: list(under.map((one) => t('backtest.underOne', one))) }),
    lostGrants > 0 && t('backtest.lost', { n: lostGrants }),
    unknownEvents.length > 0 &&
      t('backtest.unknownEvents', { list: list(unknownEvents.map((one) => t('backtest.unknownEvent', one))) }),
    asks.after.length > 0 && t('backtest.asks', { list: list(asks.after.map((one) => t('backtest.ask', one))) }),
  ].filter((note) => note !== false);
  const rules = outcome.rules.filter(({ section }) => section !== 'approvals');
  return (
    <>
      <section aria-labelledby="backtest-lead">
        <div className="row">
          <h2 id="backtest-lead" className="lead grow">
            {after === null
              ? t('backtest.leadNone', { candidate })
              : t('backtest.lead', { candidate, before: percent(before), after: percent(after) })}
          </h2>
          <a className="btn low" href={`/api/backtests/${id}/file?format=xlsx`} download>
            {t('backtest.download')}
          </a>
        </div>
        <p>
          {t('backtest.orders', {
            orders,
            ...late,
            toLate: changed['to-late'],
            toInTime: changed['to-in-time'],
          })}
        </p>
        {notes.map((note) => (
          <p key={note} className="small muted">
            {note}
          </p>
        ))}
      </section>
      <Side
        title={t('backtest.byDepartment')}
        head={t('backtest.unit')}
        rows={outcome.departments.map(({ departmentId, departmentName, ...sides }) => ({
          key: departmentId ?? '-',
          name: departmentName ?? t('backtest.nobody'),
          ...sides,
        }))}
      />
      <Side
        title={t('backtest.byRule')}
        head={t('backtest.rule')}
        rows={rules.map(({ section, clock, named, ...sides }) => ({
          key: `${section}/${clock}`,
          name: (named.after ?? named.before)?.name ?? clock,
          article: (named.after ?? named.before)?.article ?? '',
          limits: [named.before?.limits ?? null, named.after?.limits ?? null],
          ...sides,
        }))}
      />
      <Changes outcome={outcome} />
      <Cannot outcome={outcome} />
    </>
  );
}

interface Row extends Sides {
  key: string;
  name: string;
  article?: string;
  /** Before and after; null: the rulebook has no such rule. */
  limits?: (string[] | null)[];
}

function Side({ title, head, rows }: { title: string; head: string; rows: Row[] }): ReactNode {
  const { t } = useTranslation();
  const counted = ({ before, after }: Row): number =>
    judged(before) + judged(after) + (after?.counts.incomparable ?? 0);
  const shown = rows.filter((row) => counted(row) > 0);
  const bars: Bar[] = shown
    .filter(({ before, after }) => judged(before) + judged(after) > 0)
    .slice(0, MOST_BARS)
    .map(({ name, before, after }) => ({ name, before: timeliness(before), after: timeliness(after) }));
  const withLimits = rows.some(({ limits }) => limits !== undefined);
  return (
    <section aria-label={title} className="backtest-side">
      <h2>{title}</h2>
      {bars.length > 0 && (
        <Suspense fallback={<Skeleton active={false} paragraph={{ rows: 4 }} />}>
          <Bars bars={bars} title={title} />
        </Suspense>
      )}
      <div className="backtest-table">
        <table className="table numbers">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {withLimits && <th scope="col">{t('backtest.limit')}</th>}
              <th scope="col" className="end">
                {t('backtest.timeliness')}
              </th>
              <th scope="col" className="end">
                {t('backtest.change')}
              </th>
              <th scope="col" className="end">
                {t('backtest.late')}
              </th>
              <th scope="col" className="end">
                {t('backtest.judged')}
              </th>
              <th scope="col" className="end">
                {t('backtest.used')}
              </th>
              <th scope="col" className="end">
                {t('backtest.incomparable')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <TableRow key={row.key} row={row} withLimits={withLimits} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const arrow = (before: string, after: string): string => (before === after ? before : `${before} → ${after}`);
const used = (one: Sides['before']): string =>
  one === null || one.used50 === null ? '—' : `${one.used50}%／${one.used90 ?? '—'}%`;

function TableRow({ row, withLimits }: { row: Row; withLimits: boolean }): ReactNode {
  const { t } = useTranslation();
  const { name, article, limits, before, after } = row;
  const [was, is] = [timeliness(before), timeliness(after)];
  const points = was === null || is === null ? null : is - was;
  const counted = (of: 'late'): string =>
    arrow(before === null ? '—' : String(before.counts[of]), after === null ? '—' : String(after.counts[of]));
  const told = (list: string[] | null | undefined): string => (list === null ? '—' : (list ?? []).join(' / ') || '—');
  const missing = limits?.[1] === null ? t('backtest.onlyBefore') : limits?.[0] === null ? t('backtest.onlyAfter') : '';
  return (
    <tr>
      <td>
        {name}
        {article !== undefined && article !== '' && <span className="small quiet"> {article}</span>}
        {missing !== '' && <div className="small muted">{missing}</div>}
      </td>
      {withLimits && <td className="whole-words">{arrow(told(limits?.[0]), told(limits?.[1]))}</td>}
      <td className="end">{arrow(percent(was), percent(is))}</td>
      <td className={points !== null && points < -0.05 ? 'end worse' : 'end'}>
        {points === null ? '—' : `${points > 0 ? '+' : points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}`}
      </td>
      <td className="end">{counted('late')}</td>
      <td className="end muted">{arrow(String(judged(before)), String(judged(after)))}</td>
      <td className="end muted used">
        <span>{used(before)}</span>
        {used(before) !== used(after) && (
          <>
            {' → '}
            <span>{used(after)}</span>
          </>
        )}
      </td>
      <td className="end">{after?.counts.incomparable ?? 0}</td>
    </tr>
  );
}

function Changes({ outcome }: { outcome: Outcome }): ReactNode {
  const { t } = useTranslation();
  const groups = [
    { direction: 'to-late', title: 'backtest.toLate' },
    { direction: 'to-in-time', title: 'backtest.toInTime' },
  ] as const;
  return (
    <section aria-label={t('backtest.changed')}>
      <h2>{t('backtest.changed')}</h2>
      {groups.map(({ direction, title }) => {
        const sample = outcome.samples[direction] ?? [];
        const n = outcome.changed[direction] ?? 0;
        return (
          <details key={direction} className="backtest-changes" open={n > 0 && n <= 20}>
            <summary>
              {t(title, { n })}
              {sample.length < n && <span className="small muted"> {t('backtest.sampled', { n: sample.length })}</span>}
            </summary>
            {sample.length === 0 ? (
              <p className="small muted">{t('backtest.noChange')}</p>
            ) : (
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('backtest.order')}</th>
                    <th scope="col">{t('backtest.place')}</th>
                    <th scope="col">{t('backtest.clocks')}</th>
                  </tr>
                </thead>
                <tbody>
                  {sample.map(({ id, number, place, clocks }) => (
                    <tr key={id}>
                      <td className="whole-words">
                        <Link to="/orders/$orderId" params={{ orderId: String(id) }}>
                          {number}
                        </Link>
                      </td>
                      <td>{place}</td>
                      <td>{clocks.join('、')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </details>
        );
      })}
    </section>
  );
}

function Cannot({ outcome: { incomparable } }: { outcome: Outcome }): ReactNode {
  const { t } = useTranslation();
  if (incomparable.length === 0) return null;
  return (
    <section aria-label={t('backtest.cannot')}>
      <h2>{t('backtest.cannot')}</h2>
      <p className="muted help">{t('backtest.cannotHelp')}</p>
      <table className="table numbers">
        <thead>
          <tr>
            <th scope="col">{t('backtest.rule')}</th>
            <th scope="col">{t('backtest.why')}</th>
            <th scope="col" className="end">
              {t('backtest.runs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {incomparable.map(({ section, clock, name, article, reason, wanted, runs }) => (
            <tr key={`${section}/${clock}/${reason}`}>
              <td>
                {name} <span className="small quiet">{article}</span>
              </td>
              <td>{t(`backtest.reasons.${reason}`, { wanted: wanted.join('／') })}</td>
              <td className="end">{runs === 0 ? t('backtest.never') : runs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
