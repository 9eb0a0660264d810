/** 试算: what would be due when, under one rulebook or several side by side. Nothing is written; the link shares it. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../kit/client.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { rulebookNamed, useRulebooks } from '../browse/data.ts';
import '../browse/browse.css';
import './calculator.css';
import { CalculatorForm } from './CalculatorForm.tsx';
import { Comparison } from './Comparison.tsx';
import { united, useAsked, useCalculations } from './data.ts';
import type { CalculatorSearch } from './search.ts';

export function CalculatorPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search: CalculatorSearch = useSearch({ strict: false });
  // Until a time is said it is the minute the page was opened: results stand still.
  const [opened] = useState(() => new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString());
  const known = useRulebooks();
  const wanted = search.packs ?? [undefined];
  const rulebooks = [...new Set(wanted.flatMap((name) => rulebookNamed(known.data ?? [], name) ?? []))];
  const hashes = rulebooks.map(({ hash }) => hash);
  const asking = { ...search, channel: search.channel ?? 'phone' };
  const receivedAt = search.at ?? opened;
  const asked = useAsked(hashes, search.event ?? '', asking.channel);
  const answers = useCalculations(hashes, asking, receivedAt);
  const change = (next: { [K in keyof CalculatorSearch]?: CalculatorSearch[K] | undefined }): void => {
    const all = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/rulebook/calculate', search: Object.fromEntries(all), replace: true });
  };
  if (known.error !== null && known.data === undefined)
    return <LoadFailed error={known.error} again={() => void known.refetch()} />;
  if (known.data === undefined) return <Skeleton active={false} style={{ padding: 24 }} paragraph={{ rows: 8 }} />;
  const told = asked.map(({ data }) => data);
  const error = answers.find((one) => one.error !== null)?.error ?? null;
  const without = rulebooks.filter((_, at) => search.event !== undefined && told[at]?.known === false);
  const names = new Map(united(told.map((one) => one?.facts)).map(({ id, name }) => [id, name]));
  return (
    <div className="calculator">
      <CalculatorForm rulebooks={hashes} asked={told} search={search} receivedAt={receivedAt} change={change} />
      <section className="calculator-results" aria-labelledby="calculator-title" aria-live="polite">
        <h1 id="calculator-title">{t('rulebook.results')}</h1>
        <p className="small quiet">{t('rulebook.calculatorHelp')}</p>
        {without.length > 0 && (
          <p className="notice">
            {t('reading.eventUnknown', { who: without.map(({ utility }) => utility).join('、') })}
          </p>
        )}
        {error !== null && (
          <div className="notice bad" role="alert">
            {error instanceof Problem ? error.message : t('reading.failed')}
            {error instanceof Problem &&
              error.body.fields?.map(({ path, message }) => <span key={path}> {message}</span>)}
          </div>
        )}
        {search.event === undefined ? (
          <div className="empty">
            <b>{t('rulebook.pick')}</b>
            {t('reading.calculateHelp')}
          </div>
        ) : answers.some(({ data, error: failed }) => data === undefined && failed === null) ? (
          <Skeleton active={false} paragraph={{ rows: 6 }} />
        ) : (
          error === null && <Comparison rulebooks={rulebooks} columns={answers.map(({ data }) => data)} names={names} />
        )}
      </section>
    </div>
  );
}
