/** 列表: orders as a table, with columns, order and filters of one's own. */
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useOrderCounts } from '../data.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { Columns } from './Columns.tsx';
import { arrange, type ListView, type Placed, useList, useListChange, useRows } from './data.ts';
import { Exports } from './Exports.tsx';
import { ListFilters } from './ListFilters.tsx';
import { Pages } from './Pages.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { filteredBy, type ListSearch } from './search.ts';
import { Table } from './Table.tsx';
import '../style/list.css';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Where each page after the first begins, up to the one shown: back is back to the same page. */
    cursors?: string[];
  }
}

/** The server counts no further than a thousand. */
const counted = (n: number, exact: boolean): string => `${n}${exact && n < 1000 ? '' : '+'}`;

type Drawer = 'columns' | 'exports';

export function ListPage(): ReactNode {
  const list = useList();
  if (list.error !== null) return <LoadFailed error={list.error} again={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton active={false} paragraph={{ rows: 8 }} style={{ padding: 20 }} />;
  return <Listed list={list.data} />;
}

function Listed({ list }: { list: ListView }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ strict: false });
  const cursors = useRouterState({ select: (state) => state.location.state.cursors }) ?? [];
  const rows = useRows(search, cursors.at(-1) ?? null);
  const { sort: _, saved: _saved, ...filter } = search;
  const counts = useOrderCounts({ tab: 'all', ...filter }).data;
  const me = useMe().data;
  const change = (next: ListSearch): void => void navigate({ to: '/list', search: next as never });
  const turn = (to: string[]): void => void navigate({ to: '/list', search: search as never, state: { cursors: to } });
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const [layout, setLayout] = useState<Placed[] | null>(null);
  const placed = useListChange(arrange);
  useDefaultFilter(search, list, change);
  const shown = layout ?? list.layout;
  const place = (columns: Placed[]): void => {
    setLayout(columns);
    placed.mutate({ columns, defaultFilterId: list.defaultFilterId }, { onError: () => setLayout(null) });
  };
  const page = rows.data;
  const opener = (name: Drawer, label: string): ReactNode => (
    <button
      type="button"
      className="btn low"
      aria-expanded={drawer === name}
      onClick={() => setDrawer(drawer === name ? null : name)}
    >
      {label}
    </button>
  );
  return (
    <div className="list-page">
      <header className="list-head">
        <h1>{t('lists.title')}</h1>
        <span className="muted tabular" role="status">
          {counts === undefined ? '' : t('lists.count', { n: counted(counts[search.tab ?? 'all'], counts.exact) })}
        </span>
        <SavedFilters list={list} search={search} change={change} />
        <span className="grow" />
        {opener('columns', t('lists.columns'))}
        {me?.permissions['lists.export'] !== undefined && opener('exports', t('lists.export'))}
      </header>
      <ListFilters search={search} change={change} />
      <div className="list-body">
        <div className="list-main">
          {placed.error !== null && (
            <p className="error list-refused" role="alert">
              {t('lists.layoutFailed', { why: say(placed.error) })}
            </p>
          )}
          <Table
            columns={list.columns}
            layout={shown}
            page={page}
            stale={rows.isPlaceholderData}
            error={rows.error}
            again={() => void rows.refetch()}
            search={search}
            change={change}
            place={place}
          />
          {page !== undefined && <Pages page={page} cursors={cursors} turn={turn} busy={rows.isPlaceholderData} />}
        </div>
        {drawer === 'columns' && <Columns list={list} layout={shown} place={place} close={() => setDrawer(null)} />}
        {drawer === 'exports' && <Exports list={list} layout={shown} search={search} close={() => setDrawer(null)} />}
      </div>
    </div>
  );
}

/** The list opens with the filter somebody chose for it, unless the address says something. */
function useDefaultFilter(search: ListSearch, list: ListView, change: (next: ListSearch) => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    const filter = list.filters.find(({ id }) => id === list.defaultFilterId);
    if (filter && Object.keys(search).length === 0) change(filteredBy(filter));
  });
}
