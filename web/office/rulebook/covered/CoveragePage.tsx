/** 覆盖: of every source how many clauses are in which state, and the clauses themselves. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import '../browse/browse.css';
import { State } from '../browse/State.tsx';
import { STATES } from '../browse/search.ts';
import './covered.css';
import { type Counts, type Coverage, type CoveredClause, countsOf, fileAddress, fits, useCoverage } from './data.ts';
import type { CoverageSearch } from './search.ts';

/** Rows that come at once. */
const PAGE = 100;

export function CoveragePage(): ReactNode {
  const search: CoverageSearch = useSearch({ strict: false });
  const coverage = useCoverage();
  if (coverage.error !== null && coverage.data === undefined)
    return <LoadFailed error={coverage.error} again={() => void coverage.refetch()} />;
  if (coverage.data === undefined) return <Skeleton active={false} style={{ padding: 24 }} paragraph={{ rows: 12 }} />;
  return <Board coverage={coverage.data} search={search} />;
}

function Board({ coverage, search }: { coverage: Coverage; search: CoverageSearch }): ReactNode {
  const { t } = useTranslation();
  const { clauses, kept } = coverage;
  const counts = countsOf(clauses);
  const timed = clauses.filter((one) => one.timed);
  return (
    <div className="coverage">
      <section aria-labelledby="coverage-title">
        <h1 id="coverage-title">
          {t('reading.covered', {
            all: clauses.length,
            n: counts.executed,
            percent: ((100 * counts.executed) / Math.max(1, clauses.length)).toFixed(1),
          })}
        </h1>
        <p className="muted">
          {t('reading.coveredTimed', {
            all: timed.length,
            n: timed.filter(({ state }) => state === 'executed').length,
          })}{' '}
          {t('reading.ratchet', { executed: kept.executed, missing: kept.missing, open: kept.waitingOrMissing })}
        </p>
        <Sources coverage={coverage} search={search} />
      </section>
      <Clauses coverage={coverage} search={search} />
    </div>
  );
}

function Sources({ coverage, search }: { coverage: Coverage; search: CoverageSearch }): ReactNode {
  const { t } = useTranslation();
  const { clauses, sources } = coverage;
  const { source: _, ...rest } = search;
  return (
    <table className="table numbers coverage-sources">
      <thead>
        <tr>
          <th scope="col">{t('reading.source')}</th>
          <th scope="col" className="coverage-wide">
            {t('reading.share')}
          </th>
          {STATES.map((state) => (
            <th scope="col" className="end" key={state}>
              <State of={state} />
            </th>
          ))}
          <th scope="col" className="end">
            {t('reading.sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ source, title }) => {
          const own = clauses.filter((one) => one.source === source);
          const counts = countsOf(own);
          return (
            <tr key={source} className={search.source === source ? 'chosen' : undefined}>
              <td>
                <Link
                  to="/rulebook/coverage"
                  search={search.source === source ? rest : { ...rest, source }}
                  aria-current={search.source === source ? 'true' : undefined}
                >
                  <span className="coverage-source">{source}</span> {title}
                </Link>
              </td>
              <td className="coverage-wide">
                <Bar counts={counts} all={own.length} />
              </td>
              {STATES.map((state) => (
                <td className="end" key={state}>
                  {counts[state] === 0 ? (
                    <span className="quiet">0</span>
                  ) : (
                    <Link to="/rulebook/coverage" search={{ source, state }}>
                      {counts[state]}
                    </Link>
                  )}
                </td>
              ))}
              <td className="end">{own.length}</td>
            </tr>
          );
        })}
        <tr className="whole">
          <td>
            <Link to="/rulebook/coverage" search={rest}>
              {t('reading.allSources')}
            </Link>
          </td>
          <td className="coverage-wide">
            <Bar counts={countsOf(clauses)} all={clauses.length} />
          </td>
          {STATES.map((state) => (
            <td className="end" key={state}>
              <Link to="/rulebook/coverage" search={{ state }}>
                {countsOf(clauses)[state]}
              </Link>
            </td>
          ))}
          <td className="end">{clauses.length}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The same numbers stand beside it in words. */
function Bar({ counts, all }: { counts: Counts; all: number }): ReactNode {
  return (
    <span className="coverage-bar" aria-hidden="true">
      {STATES.map((state) => (
        <i key={state} className={state} style={{ width: `${(100 * counts[state]) / Math.max(1, all)}%` }} />
      ))}
    </span>
  );
}

function Clauses({ coverage, search }: { coverage: Coverage; search: CoverageSearch }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [shown, setShown] = useState(PAGE);
  const rows = coverage.clauses.filter((clause) => fits(clause, search));
  const waits = new Map(
    coverage.clauses.flatMap(({ waitsFor, because }) => (waitsFor === null ? [] : [[waitsFor, because ?? waitsFor]])),
  );
  const change = (next: { [K in keyof CoverageSearch]?: CoverageSearch[K] | undefined }): void => {
    const all = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ to: '/rulebook/coverage', search: Object.fromEntries(all), replace: true });
  };
  return (
    <section aria-labelledby="coverage-clauses">
      <div className="coverage-filter">
        <h2 id="coverage-clauses" aria-live="polite">
          {t('reading.shown', { n: rows.length, all: coverage.clauses.length })}
        </h2>
        <Select
          aria-label={t('reading.state')}
          value={search.state ?? ''}
          onChange={(value) => change({ state: STATES.find((one) => one === value) })}
          options={[
            { value: '', label: t('reading.anyState') },
            ...STATES.map((value) => ({ value, label: t(`reading.states.${value}`) })),
          ]}
        />
        <Select
          aria-label={t('reading.waitsForLabel')}
          value={search.waitsFor ?? ''}
          onChange={(waitsFor: string) => change({ waitsFor })}
          options={[
            { value: '', label: t('reading.anyModule') },
            ...[...waits].map(([value, label]) => ({ value, label })),
          ]}
        />
        <Select
          aria-label={t('reading.capability')}
          value={search.capability ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 140 }}
          onChange={(capability: string) => change({ capability })}
          options={[
            { value: '', label: t('reading.anyCapability') },
            ...coverage.capabilities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          aria-label={t('reading.timed')}
          value={search.timed === undefined ? '' : search.timed ? 'yes' : 'no'}
          onChange={(value) => change({ timed: value === '' ? undefined : value === 'yes' })}
          options={[
            { value: '', label: t('reading.anyTimed') },
            { value: 'yes', label: t('reading.timed') },
            { value: 'no', label: t('reading.untimed') },
          ]}
        />
        {Object.keys(search).length > 0 && (
          <Link to="/rulebook/coverage" search={{}}>
            {t('reading.clear')}
          </Link>
        )}
        <span className="grow" />
        <a className="btn low" href={fileAddress(search)} download>
          {t('reading.file')}
        </a>
      </div>
      {rows.length === 0 ? (
        <div className="empty">
          <b>{t('reading.none')}</b>
          {t('reading.noneHelp')}
        </div>
      ) : (
        <table className="table coverage-clauses">
          <thead>
            <tr>
              <th scope="col">{t('reading.clauses')}</th>
              <th scope="col">{t('reading.state')}</th>
              <th scope="col">{t('reading.text')}</th>
              <th scope="col">{t('reading.capability')}</th>
              <th scope="col">{t('reading.proof')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((clause) => (
              <Row key={clause.id} clause={clause} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown && (
        <p>
          <button type="button" className="btn low" onClick={() => setShown(shown + PAGE)}>
            {t('reading.more', { n: Math.min(PAGE, rows.length - shown) })}
          </button>
        </p>
      )}
    </section>
  );
}

function Row({ clause }: { clause: CoveredClause }): ReactNode {
  const { t } = useTranslation();
  const [carrier] = clause.carriers;
  return (
    <tr>
      <td className="nowrap">
        {carrier === undefined ? (
          clause.id
        ) : (
          <Link to="/rulebook/browse" search={{ pack: carrier.pack, clause: clause.id }}>
            {clause.id}
          </Link>
        )}
      </td>
      <td>
        <State of={clause.state} />
        {clause.because !== null && <span className="small quiet case-line">{clause.because}</span>}
      </td>
      <td>
        {clause.quote}
        <span className="small quiet case-line">{clause.place}</span>
      </td>
      <td>
        {clause.about}
        {clause.timed && <span className="small quiet case-line">{t('reading.timed')}</span>}
      </td>
      <td>
        {clause.example?.name ?? ''}
        {carrier !== undefined && (
          <span className="small quiet case-line">
            {carrier.pack}/{carrier.entry}
          </span>
        )}
      </td>
    </tr>
  );
}
