/** One entry: what it says in plain words, how its sentence was read, what is only provisional, on what it rests. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry, EntryCase } from './data.ts';
import type { BrowseSearch } from './search.ts';

/** More cases than these fold away when one of them is looked at. */
const FEW = 6;

export function EntryCard({
  entry,
  clause,
  search,
}: {
  entry: Entry;
  /** The clause being looked at: its cases come first. */
  clause: string | undefined;
  search: BrowseSearch;
}): ReactNode {
  const { t } = useTranslation();
  const { clause: _, entry: __, ...kept } = search;
  return (
    <article className="entry-card" aria-label={entry.name}>
      <header className="row">
        <h3 className="clip">
          <Link to="/rulebook/browse" search={{ ...kept, entry: entry.key }}>
            {entry.name}
          </Link>
        </h3>
        <span className="small muted nowrap">{t(`reading.sections.${entry.section as 'clocks'}`)}</span>
        {entry.unconfirmed && (
          <span className="mark-open" title={t('reading.unconfirmedHelp')}>
            {t('reading.unconfirmed')}
          </span>
        )}
        {entry.assumed.length > 0 && <span className="mark-open">{t('reading.assumed')}</span>}
        <span className="grow" />
        <span className="small muted clip">{entry.article}</span>
      </header>
      <dl className="pairs entry-lines">
        {entry.when !== '' && <Pair label={t('reading.applies')} value={entry.when} />}
        {entry.lines.map((line) => (
          <Pair key={`${line.label} ${line.value}`} label={line.label} value={line.value} />
        ))}
      </dl>
      <Cases entry={entry} clause={clause} />
      <dl className="pairs entry-notes">
        {entry.reading !== null && <Pair label={t('reading.reading')} value={entry.reading} />}
        {entry.assumed.length > 0 && (
          <Pair label={t('reading.assumed')} value={`${entry.assumed.join('、')}（${t('reading.assumedHelp')}）`} />
        )}
        {entry.quote !== '' && <Pair label={t('reading.rests')} value={`“${entry.quote}”`} />}
        {clause === undefined && entry.clauses.length > 0 && (
          <>
            <dt>{t('reading.clauses')}</dt>
            <dd className="entry-clauses">
              {entry.clauses.map((id) => (
                <Link key={id} to="/rulebook/browse" search={{ ...kept, clause: id }}>
                  {id}
                </Link>
              ))}
            </dd>
          </>
        )}
        {entry.source !== null && (
          <Pair label={t('reading.written')} value={`${entry.source.file}:${entry.source.line} ${entry.key}`} quiet />
        )}
      </dl>
    </article>
  );
}

function Pair({ label, value, quiet = false }: { label: string; value: string; quiet?: boolean }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd className={quiet ? 'quiet small' : undefined}>{value}</dd>
    </>
  );
}

function Cases({ entry, clause }: { entry: Entry; clause: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { cases } = entry;
  if (cases.length === 0) return null;
  const own = clause === undefined ? [] : cases.filter(({ clauses }) => clauses.includes(clause));
  const folded = !all && own.length > 0 && own.length < cases.length && cases.length > FEW;
  const shown = folded ? own : cases;
  return (
    <table className="entry-cases">
      <thead className="hidden">
        <tr>
          <th scope="col">{t('reading.condition')}</th>
          <th scope="col">{t('reading.limit')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <Case
            key={`${one.when} ${one.says} ${one.article}`}
            one={one}
            entry={entry}
            chosen={own.includes(one) && own.length < cases.length}
          />
        ))}
        {(folded || all) && (
          <tr>
            <td colSpan={2}>
              <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
                {t('reading.others', { n: cases.length - own.length })}
              </button>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Case({ one, entry, chosen }: { one: EntryCase; entry: Entry; chosen: boolean }): ReactNode {
  const { t } = useTranslation();
  const when = one.when !== '' ? one.when : entry.cases.length > 1 ? t('reading.rest') : t('reading.always');
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <td>
        {when}
        {one.article !== '' && one.article !== entry.article && <span className="small quiet"> {one.article}</span>}
      </td>
      <td>
        <b>{one.says}</b>
        {one.unconfirmed && (
          <span className="mark-open" title={t('reading.unconfirmedHelp')}>
            {t('reading.unconfirmed')}
          </span>
        )}
        {one.lines.map(({ label, value }) => (
          <span key={label} className="small muted case-line">
            {label} {value}
          </span>
        ))}
        {one.reading !== null && one.reading !== entry.reading && (
          <span className="small muted case-line">
            {t('reading.reading')} {one.reading}
          </span>
        )}
      </td>
    </tr>
  );
}
