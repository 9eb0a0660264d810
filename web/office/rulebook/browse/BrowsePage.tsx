/** 浏览: the text of a rulebook, and beside each clause what became of it. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Select, Skeleton } from 'antd';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { useKeys } from '../../shell/keys.ts';
import './browse.css';
import { ClausePane } from './ClausePane.tsx';
import { type RulebookText, rulebookNamed, useRulebooks, useRulebookText } from './data.ts';
import { leftBy } from './matching.ts';
import { RulebookSelect } from './RulebookSelect.tsx';
import { SourceText } from './SourceText.tsx';
import { type BrowseSearch, FLAGS, STATES } from './search.ts';

export function BrowsePage(): ReactNode {
  const search: BrowseSearch = useSearch({ strict: false });
  const rulebooks = useRulebooks();
  const rulebook = rulebookNamed(rulebooks.data ?? [], search.pack);
  const text = useRulebookText(rulebook?.hash ?? search.pack);
  const error = rulebooks.error ?? text.error;
  if (error !== null && text.data === undefined) return <LoadFailed error={error} again={() => void text.refetch()} />;
  if (text.data === undefined) return <Skeleton active={false} style={{ padding: 24 }} paragraph={{ rows: 12 }} />;
  return <Browser key={text.data.rulebook.hash} text={text.data} search={search} />;
}

function Browser({ text, search }: { text: RulebookText; search: BrowseSearch }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const page = useRef<HTMLDivElement>(null);
  const clauses = useMemo(() => new Map(text.clauses.map((clause) => [clause.id, clause])), [text]);
  const entries = useMemo(() => new Map(text.entries.map((entry) => [entry.key, entry])), [text]);
  const { find, state, section, flag } = search;
  const left = useMemo(
    () =>
      leftBy(text, {
        ...(find === undefined ? {} : { find }),
        ...(state === undefined ? {} : { state }),
        ...(section === undefined ? {} : { section }),
        ...(flag === undefined ? {} : { flag }),
      }),
    [text, find, state, section, flag],
  );
  const clause = search.clause === undefined ? undefined : clauses.get(search.clause);
  const chosen = clause?.id ?? search.entry;
  const chapter =
    text.chapters.find(({ source }) => source === search.doc) ??
    text.chapters.find(({ source }) => source === clause?.source) ??
    text.chapters[0];
  const change = (next: Partial<BrowseSearch>): void => {
    const all = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined && value !== '');
    void navigate({ to: '/rulebook/browse', search: Object.fromEntries(all), replace: true });
  };
  const step = (by: number): void => {
    const links = [...(page.current?.querySelectorAll<HTMLAnchorElement>('.clause-run') ?? [])];
    const marks = [...new Set(links.map((link) => link.dataset.mark ?? ''))];
    const at = marks.indexOf(chosen ?? '');
    const next = marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : Math.max(0, Math.min(marks.length - 1, at + by))];
    links.find((link) => link.dataset.mark === next)?.click();
  };
  useKeys({ j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1) });
  useEffect(() => {
    if (chosen === undefined) return;
    page.current?.querySelector('.clause-run[aria-current]')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [chosen]);
  // Entries with the same words are looked at together.
  const beside = chapter?.paragraphs
    .flatMap(({ runs }) => runs)
    .find(({ marks }) => marks.includes(search.entry ?? ''));
  const keys = clause?.entries ?? (search.entry === undefined ? [] : (beside?.marks ?? [search.entry]));
  const shown = clauses.size > 0 ? [...left.marks].filter((mark) => clauses.get(mark)?.source === chapter?.source) : [];
  const all = text.clauses.filter(({ source }) => source === chapter?.source);
  const found = chapter?.paragraphs.some(({ runs }) =>
    runs.some(({ marks }) => marks.some((one) => left.marks.has(one))),
  );
  return (
    <div className="browse" ref={page}>
      <section className="browse-text" aria-labelledby="browse-title">
        <div className="browse-head">
          <h1 id="browse-title" className="hidden">
            {t('reading.browse')}
          </h1>
          <RulebookSelect
            id="browse-rulebook"
            value={text.rulebook.hash}
            change={(pack) => void navigate({ to: '/rulebook/browse', search: { pack } })}
          />
          <Input
            className="browse-find"
            allowClear
            value={find ?? ''}
            aria-label={t('reading.find')}
            placeholder={t('reading.find')}
            onChange={(event) => change({ find: event.target.value })}
          />
          <Select
            aria-label={t('reading.state')}
            value={state ?? ''}
            onChange={(value) => change({ state: STATES.find((one) => one === value) })}
            options={[
              { value: '', label: t('reading.anyState') },
              ...STATES.map((value) => ({ value, label: t(`reading.states.${value}`) })),
            ]}
          />
          <Select
            aria-label={t('reading.section')}
            value={section ?? ''}
            onChange={(value) => change({ section: value })}
            options={[
              { value: '', label: t('reading.anySection') },
              ...[...new Set(text.entries.map((entry) => entry.section))].map((value) => ({
                value,
                label: t(`reading.sections.${value as 'clocks'}`),
              })),
            ]}
          />
          <Select
            aria-label={t('reading.flag')}
            value={flag ?? ''}
            onChange={(value) => change({ flag: FLAGS.find((one) => one === value) })}
            options={[
              { value: '', label: t('reading.anyFlag') },
              ...FLAGS.map((value) => ({ value, label: t(`reading.flags.${value}`) })),
            ]}
          />
        </div>
        <div className="browse-where row">
          {text.chapters.length > 1 ? (
            <nav className="row browse-chapters" aria-label={t('reading.chapters')}>
              {text.chapters.map(({ source, title }) => (
                <Link
                  key={source}
                  to="/rulebook/browse"
                  search={{ ...search, doc: source, clause: undefined, entry: undefined } as BrowseSearch}
                  aria-current={source === chapter?.source ? 'page' : undefined}
                >
                  {title}
                </Link>
              ))}
            </nav>
          ) : (
            <b className="clip">{chapter?.title}</b>
          )}
          <span className="grow" />
          {all.length > 0 && (
            <span className="small muted nowrap" aria-live="polite">
              {t('reading.shown', { n: shown.length, all: all.length })}
            </span>
          )}
        </div>
        <section className="browse-scroll" aria-label={t('reading.text')} tabIndex={-1}>
          {chapter !== undefined && (
            <SourceText chapter={chapter} clauses={clauses} left={left} chosen={chosen} search={search} />
          )}
          {!found && left.apart.length === 0 && (
            <div className="empty">
              <b>{t('reading.none')}</b>
              {t('reading.noneHelp')}
            </div>
          )}
          {left.apart.length > 0 && (
            <div className="source-text">
              <h3>{t('reading.apart')}</h3>
              <ul className="open-list">
                {left.apart.map((entry) => (
                  <li key={entry.key}>
                    <Link
                      className="clause-run"
                      data-mark={entry.key}
                      to="/rulebook/browse"
                      search={{ ...search, clause: undefined, entry: entry.key } as BrowseSearch}
                      replace
                      aria-current={chosen === entry.key ? 'true' : undefined}
                    >
                      {entry.name}
                    </Link>
                    <span className="clause-tag">{t(`reading.sections.${entry.section as 'clocks'}`)}</span>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
      </section>
      <aside className="browse-side" aria-label={t('reading.said')}>
        <ClausePane
          text={text}
          search={search}
          clause={clause}
          entries={keys.flatMap((key) => entries.get(key) ?? [])}
        />
      </aside>
    </div>
  );
}
