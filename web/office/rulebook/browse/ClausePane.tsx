/** What becomes of the clause being looked at: its state, its proof, the entries that carry it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause, Entry, RulebookText } from './data.ts';
import { EntryCard } from './EntryCard.tsx';
import { State } from './State.tsx';
import { type BrowseSearch, STATES } from './search.ts';

interface Props {
  text: RulebookText;
  search: BrowseSearch;
  clause: Clause | undefined;
  entries: Entry[];
}

export function ClausePane({ text, search, clause, entries }: Props): ReactNode {
  const { t } = useTranslation();
  if (clause === undefined && entries.length === 0) return <Overview text={text} search={search} />;
  return (
    <>
      {clause !== undefined && <ClauseHead clause={clause} />}
      {clause !== undefined && (
        <h2 className="entries-title">{entries.length > 0 ? t('reading.carriedBy') : t('reading.carriedByNone')}</h2>
      )}
      {entries.map((entry) => (
        <EntryCard key={entry.key} entry={entry} clause={clause?.id} search={search} />
      ))}
    </>
  );
}

function ClauseHead({ clause }: { clause: Clause }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="clause-head" aria-labelledby="clause-id">
      <p className="row">
        <h2 id="clause-id">{clause.id}</h2>
        <span className="clip">{clause.place}</span>
        <span className="grow" />
        <State of={clause.state} />
      </p>
      <blockquote>“{clause.quote}”</blockquote>
      <p className="small muted">
        {clause.about}
        {clause.timed && ` · ${t('reading.timed')}`}
        {clause.because !== null &&
          ` · ${clause.state === 'waiting' ? t('reading.waitsFor', { module: clause.because }) : t('reading.because', { why: clause.because })}`}
      </p>
      {clause.example !== null && (
        <dl className="pairs">
          <dt>{t('reading.proof')}</dt>
          <dd>
            {clause.example.name}
            <span className="small quiet case-line">
              {clause.altered !== null && `${t('reading.proofHelp', { altered: clause.altered })} · `}
              {clause.example.file}
            </span>
          </dd>
        </dl>
      )}
    </section>
  );
}

/** Nothing is looked at: what there is, and what the utility still has to confirm. */
function Overview({ text, search }: { text: RulebookText; search: BrowseSearch }): ReactNode {
  const { t } = useTranslation();
  const { clause: _, entry: __, ...kept } = search;
  const open = text.entries.filter(({ unconfirmed, section }) => unconfirmed && section === 'limits');
  return (
    <section className="clause-head" aria-labelledby="overview-title">
      <h2 id="overview-title">
        {text.rulebook.utility} {text.rulebook.version}
      </h2>
      <p className="small muted">
        {t('reading.overview', { clauses: text.clauses.length, entries: text.entries.length })}
      </p>
      <p className="row overview-states">
        {STATES.map((state) => {
          const n = text.clauses.filter((one) => one.state === state).length;
          if (n === 0) return null;
          return (
            <Link key={state} to="/rulebook/browse" search={{ ...kept, state }}>
              <State of={state} /> {n}
            </Link>
          );
        })}
      </p>
      <p className="quiet">{t('reading.pick')}</p>
      <h2 className="entries-title">{open.length > 0 ? t('reading.open') : t('reading.openNone')}</h2>
      <ul className="open-list">
        {open.map((entry) => (
          <li key={entry.key}>
            <Link to="/rulebook/browse" search={{ ...kept, entry: entry.key }}>
              {entry.name}
            </Link>
            <span className="muted">
              {' '}
              {entry.lines
                .map(({ value }) => value)
                .slice(1, 2)
                .join('')}
            </span>
            <span className="small quiet case-line">{entry.reading ?? entry.quote}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
