/** 比较: two rulebooks, or two versions of one, beside each other. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import '../../style/drafting.css';
import { BookSelect } from './BookSelect.tsx';
import { Differences } from './Differences.tsx';
import { useComparison, useRulebooks } from './data.ts';

export function ComparePage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search: { from?: string; to?: string } = useSearch({ strict: false });
  const books = useRulebooks();
  const from = search.from ?? books.data?.find((one) => one.inForce)?.hash;
  const comparison = useComparison(from, search.to);
  const choose = (chosen: { from?: string; to?: string }): void =>
    void navigate({ to: '/rulebook/compare', search: { ...search, ...chosen }, replace: true });
  if (books.error !== null && books.data === undefined)
    return <LoadFailed error={books.error} again={() => void books.refetch()} />;
  return (
    <section className="comparing" aria-labelledby="comparing-title">
      <h1 id="comparing-title">{t('drafting.compare')}</h1>
      <p className="muted help">{t('drafting.compareHelp')}</p>
      {books.data === undefined ? (
        <Skeleton active={false} paragraph={{ rows: 3 }} />
      ) : (
        <div className="comparing-books">
          <div>
            <label htmlFor="compare-from">{t('drafting.from')}</label>
            <BookSelect id="compare-from" books={books.data} value={from} change={(hash) => choose({ from: hash })} />
          </div>
          <button
            type="button"
            className="btn"
            disabled={from === undefined || search.to === undefined}
            onClick={() => choose({ ...(search.to && { from: search.to }), ...(from && { to: from }) })}
          >
            {t('drafting.swap')}
          </button>
          <div>
            <label htmlFor="compare-to">{t('drafting.to')}</label>
            <BookSelect id="compare-to" books={books.data} value={search.to} change={(hash) => choose({ to: hash })} />
          </div>
        </div>
      )}
      {search.to === undefined ? (
        <p className="empty">{t('drafting.pickSecond')}</p>
      ) : comparison.error !== null ? (
        <LoadFailed error={comparison.error} again={() => void comparison.refetch()} />
      ) : comparison.data === undefined ? (
        <Skeleton active={false} paragraph={{ rows: 8 }} />
      ) : (
        <>
          <div className="row">
            <h2 className="grow">{t('drafting.differ', { n: comparison.data.differences.length })}</h2>
            <a className="link" href={`/api/regulations/rulebooks/${comparison.data.to.hash}/files`} download>
              {t('drafting.exportOf', { book: `${comparison.data.to.pack} ${comparison.data.to.version}` })}
            </a>
          </div>
          <Differences
            key={`${from} ${search.to}`}
            sections={comparison.data.sections}
            differences={comparison.data.differences}
          />
        </>
      )}
    </section>
  );
}
