/** 台账: the things of the register, and beside them the one chosen. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useMe } from '../data.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { PAGE, useKindWords, useThings } from './data.ts';
import { FindBox } from './FindBox.tsx';
import { OneThing } from './OneThing.tsx';
import type { RegisterSearch } from './search.ts';
import { Things } from './Things.tsx';
import './registers.css';

type Change = { [K in keyof RegisterSearch]: RegisterSearch[K] | undefined };

export function RegistersPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as RegisterSearch;
  const things = useThings(search);
  const imports = useMe().data?.permissions['imports.run'] !== undefined;
  const go = (next: Change): void => {
    const left = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/registers', search: Object.fromEntries(left) as RegisterSearch, replace: true });
  };
  /** Other things are listed from their first page. */
  const filter = (next: Change): void => go({ ...next, page: undefined });
  const { page: _, id, ...filters } = search;
  const shown = things.data;
  return (
    <div className={id === undefined ? 'registers' : 'registers chosen'}>
      <section className="registers-list" aria-labelledby="registers-title">
        <header className="row registers-head">
          <h1 id="registers-title">{t('registers.title')}</h1>
          <span className="quiet tabular" role="status">
            {shown === undefined ? '' : t('registers.count', { n: shown.total })}
          </span>
          <span className="grow" />
          {imports && <Link to="/imports">{t('registers.import')}</Link>}
        </header>
        <div className="row registers-filters">
          <FindBox asked={search.find ?? ''} find={(text) => filter({ find: text === '' ? undefined : text })} />
          <Kinds kinds={shown?.kinds ?? []} value={search.kind} choose={(kind) => filter({ kind })} />
          <Units value={search.unit} choose={(unit) => filter({ unit })} />
          <label className="row small">
            <input
              type="checkbox"
              checked={search.ended === true}
              onChange={(event) => filter({ ended: event.target.checked || undefined })}
            />
            {t('registers.ended')}
          </label>
        </div>
        {shown !== undefined ? (
          <Things
            things={shown.things}
            search={search}
            stale={things.isPlaceholderData}
            none={<Nothing filtered={Object.keys(filters).length > 0} />}
          />
        ) : things.error !== null ? (
          <LoadFailed error={things.error} again={() => void things.refetch()} />
        ) : (
          <Skeleton active={false} paragraph={{ rows: 8 }} style={{ padding: 20 }} />
        )}
        {shown !== undefined && shown.total > PAGE && (
          <Pages page={search.page ?? 1} of={Math.ceil(shown.total / PAGE)} turn={(page) => go({ page })} />
        )}
      </section>
      {id !== undefined && <OneThing key={id} id={id} close={() => go({ id: undefined })} />}
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }): ReactNode {
  const { t } = useTranslation();
  if (filtered) return <p className="empty">{t('registers.none')}</p>;
  return (
    <p className="empty">
      <b>{t('registers.empty')}</b>
      {t('registers.emptyHelp')}
    </p>
  );
}

interface Choosing {
  value: string | undefined;
  choose: (value: string | undefined) => void;
}

/** Kinds there are, each with how many; the one chosen stays though none is left of it. */
function Kinds({ kinds, value, choose }: Choosing & { kinds: { kind: string; name: string; n: number }[] }): ReactNode {
  const { t } = useTranslation();
  const words = useKindWords().data?.kinds ?? [];
  const gone = kinds.some(({ kind }) => kind === value) ? undefined : words.find(({ kind }) => kind === value);
  return (
    <Select
      className="registers-kind"
      aria-label={t('registers.heads.kind')}
      value={value ?? ''}
      onChange={(next) => choose(next === '' ? undefined : next)}
      options={[
        { value: '', label: t('registers.anyKind') },
        ...kinds.map(({ kind, name, n }) => ({ value: kind, label: `${name} ${n}` })),
        ...(gone === undefined ? [] : [{ value: gone.kind, label: `${gone.name} 0` }]),
      ]}
    />
  );
}

function Units({ value, choose }: Choosing): ReactNode {
  const { t } = useTranslation();
  const units = useDepartments().data ?? [];
  return (
    <Select
      className="registers-unit"
      aria-label={t('registers.heads.unit')}
      value={value ?? ''}
      onChange={(next) => choose(next === '' ? undefined : next)}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { value: '', label: t('registers.anyUnit') },
        ...units.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function Pages({ page, of, turn }: { page: number; of: number; turn: (page: number | undefined) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <footer className="row registers-pages">
      <button
        type="button"
        className="btn low"
        disabled={page <= 1}
        onClick={() => turn(page === 2 ? undefined : page - 1)}
      >
        {t('registers.before')}
      </button>
      <span className="muted tabular">{t('registers.page', { n: page, of })}</span>
      <button type="button" className="btn low" disabled={page >= of} onClick={() => turn(page + 1)}>
        {t('registers.next')}
      </button>
    </footer>
  );
}
