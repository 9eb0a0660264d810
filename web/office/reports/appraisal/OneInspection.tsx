/** A sheet as it was kept: what was seen, and what is not as it should be. */
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../../kit/time.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { type SheetItem, type SheetPart, useInspection } from './data.ts';
import { Result } from './Result.tsx';

const wrong = ({ verdict }: SheetItem): boolean => verdict === 'not-met' || verdict === 'wanting';

export function OneInspection({ id }: { id: number }): ReactNode {
  const { t } = useTranslation();
  const one = useInspection(id);
  const [all, setAll] = useState(false);
  if (one.error !== null && one.data === undefined)
    return <LoadFailed error={one.error} again={() => void one.refetch()} />;
  if (one.data === undefined) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  const { place, kindName, departmentName, at, staffName, note, parts, pack } = one.data;
  const found = parts.filter(({ items }) => items.some(wrong));
  const shown = all || found.length === 0 ? parts : found;
  return (
    <article className="sheet">
      <p className="no-print">
        <Link to="/reports/checks" search={{}}>
          ‹ {t('checks.back')}
        </Link>
      </p>
      <h1>
        {place} · {kindName}
      </h1>
      <p className="muted">
        {local(at).format('YYYY-MM-DD HH:mm')} · {staffName}
        {departmentName !== null && ` · ${departmentName}`} ·{' '}
        {t('metrics.rulebook', { name: pack.utility, version: pack.version })}
      </p>
      <p className="lead">
        <Result row={one.data} />
      </p>
      {note !== '' && <p>{note}</p>}
      <p className="no-print sheet-foot">
        <button type="button" className="btn low" onClick={() => window.print()}>
          {t('checks.print')}
        </button>
        {found.length > 0 && found.length < parts.length && (
          <button type="button" className="btn low" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? t('checks.onlyNot') : t('checks.allItems')}
          </button>
        )}
      </p>
      {shown.map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </article>
  );
}

function Part({ part }: { part: SheetPart }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="sheet-part">
      <h2>
        <span className="article">{part.article}</span> <span className="muted">“{part.quote}”</span>
      </h2>
      <ul>
        {part.items.map(({ index, text, level, verdict, asks }) => (
          <li key={index} className="sheet-item">
            <span>
              <b className="level">{t(`checks.level.${level}`)}</b> {text}
              {asks.map(({ fact }) => part.facts[fact] !== undefined && ` · ${part.facts[fact]}`)}
            </span>
            <span className={`verdict ${verdict}`}>{t(`checks.verdict.${verdict}`)}</span>
          </li>
        ))}
      </ul>
      {part.note !== '' && <p className="muted">{part.note}</p>}
    </section>
  );
}
