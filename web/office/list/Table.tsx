/** Rows and headings: a click sorts, with Shift as well as the others; the edge of a heading is pulled, or moved with the arrows. */
import { Link } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockWords } from '../../kit/clock/Clock.tsx';
import { local } from '../../kit/time.ts';
import type { OrderPage, OrderRow } from '../../kit/views.ts';
import { useVocabulary } from '../data.ts';
import { useDistricts } from '../set-up/data.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { useKeys } from '../shell/keys.ts';
import type { ListView, Placed } from './data.ts';
import { type ListSearch, sortAfter, sortedBy } from './search.ts';

interface Props {
  columns: ListView['columns'];
  layout: Placed[];
  /** Undefined while it is awaited, or when it could not be read. */
  page: OrderPage | undefined;
  /** The next is on its way. */
  stale: boolean;
  search: ListSearch;
  change: (next: ListSearch) => void;
  place: (columns: Placed[]) => void;
  error: Error | null;
  again: () => void;
}

const NARROWEST = 40;
const STEP = 16;

export function Table(props: Props): ReactNode {
  const { t } = useTranslation();
  const { columns, layout, page, search } = props;
  const rows = page?.items ?? [];
  const body = useRef<HTMLTableSectionElement>(null);
  const scroll = useRef<HTMLElement>(null);
  const cells = useCells();
  const first = rows[0]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = 0;
  }, [first]);
  const go = (by: number): void => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a.row-link') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + by))]?.focus();
  };
  useKeys({ j: () => go(1), k: () => go(-1) });
  const shown = layout.flatMap((one) => {
    const column = columns.find(({ id }) => id === one.id);
    return column ? [{ ...column, width: one.width }] : [];
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key
    <section className="list-scroll" aria-label={t('lists.rows')} aria-busy={props.stale} tabIndex={0} ref={scroll}>
      <table className="list-table" style={{ width: shown.reduce((sum, { width }) => sum + width, 0) }}>
        <colgroup>
          {shown.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {shown.map((column) => (
              <Heading key={column.id} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.id}>
              {shown.map(({ id }, at) => {
                const cell = cells(row, id);
                return (
                  <td
                    key={id}
                    className={NUMBERS.has(id) ? 'end' : undefined}
                    title={typeof cell === 'string' ? cell : undefined}
                  >
                    {at === 0 ? (
                      <Link to="/orders/$orderId" params={{ orderId: String(row.id) }} className="row-link">
                        {cell || '—'}
                      </Link>
                    ) : (
                      cell
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {props.error !== null && page === undefined ? (
        <LoadFailed error={props.error} again={props.again} />
      ) : page === undefined ? (
        <Skeleton active={false} paragraph={{ rows: 10 }} style={{ padding: 20 }} />
      ) : (
        rows.length === 0 && (
          <div className="empty">
            <b>{t(page.searchedAll ? 'list.noneFound' : 'lists.noneYet')}</b>
            {t(
              page.searchedAll
                ? search.q === undefined
                  ? 'list.noneFoundHelp'
                  : 'lists.noneHelp'
                : 'lists.noneYetHelp',
            )}
          </div>
        )
      )}
    </section>
  );
}

const NUMBERS = new Set(['late', 'callers']);

function Heading({
  column,
  search,
  change,
  layout,
  place,
}: Props & { column: ListView['columns'][number] }): ReactNode {
  const { t } = useTranslation();
  const sorts = sortedBy(search.sort, search);
  // what is closed is due no more
  const sortable = column.sort !== null && (column.sort !== 'due' || !(search.any || search.closed));
  const at = !sortable ? -1 : sorts.findIndex(({ key }) => key === column.sort);
  const down = at >= 0 && sorts[at]?.down === true;
  const { id, width } = column;
  const widen = (to: number): void =>
    place(layout.map((one) => (one.id === id ? { ...one, width: Math.max(NARROWEST, Math.round(to)) } : one)));
  const pull = (event: PointerEvent<HTMLElement>): void => {
    const from = event.clientX;
    const edge = event.currentTarget;
    const col = edge.closest('table')?.querySelectorAll('col')[layout.findIndex((one) => one.id === id)];
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => {
      if (col) col.style.width = `${Math.max(NARROWEST, width + moved.clientX - from)}px`;
    };
    const drop = (dropped: globalThis.PointerEvent): void => {
      edge.removeEventListener('pointermove', move);
      widen(width + dropped.clientX - from);
    };
    edge.addEventListener('pointermove', move);
    edge.addEventListener('pointerup', drop, { once: true });
  };
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    widen(width + by);
  };
  return (
    <th
      scope="col"
      aria-sort={at < 0 ? undefined : down ? 'descending' : 'ascending'}
      className={NUMBERS.has(id) ? 'end' : undefined}
    >
      {!sortable ? (
        column.name
      ) : (
        <button
          type="button"
          title={t('lists.sortHelp')}
          onClick={(event) => {
            const { sort: _, ...others } = search;
            const next = sortAfter(search, column.sort ?? '', event.shiftKey);
            change(next === undefined ? others : { ...others, sort: next });
          }}
        >
          {column.name}
          {at >= 0 && <span aria-hidden="true">{` ${down ? '↓' : '↑'}${sorts.length > 1 ? at + 1 : ''}`}</span>}
        </button>
      )}
      <hr
        className="edge"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('lists.width', { name: column.name })}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={800}
        onPointerDown={pull}
        onKeyDown={press}
      />
    </th>
  );
}

function useCells(): (row: OrderRow, id: string) => ReactNode {
  const { t } = useTranslation();
  const channels = new Map((useVocabulary().data?.channels ?? []).map((one) => [one.id, one.name]));
  const districts = new Map((useDistricts().data ?? []).map((one) => [one.id, one.name]));
  const time = (at: string | null): string => (at === null ? '' : local(at).format('YYYY-MM-DD HH:mm'));
  const cells: Record<string, (row: OrderRow) => ReactNode> = {
    number: (row) => (row.sealed ? `${row.number} ${t('sealed.mark')}` : row.number),
    due: (row) =>
      row.due === null ? (
        ''
      ) : (
        <span className="list-due">
          <ClockWords clock={row.due} />
          <span className="quiet">{row.due.name}</span>
        </span>
      ),
    state: (row) => t(`state.${row.state}` as never),
    event: (row) => row.eventName,
    summary: (row) => row.summary,
    place: (row) => row.place,
    district: (row) => (row.districtId === null ? '' : (districts.get(row.districtId) ?? row.districtId)),
    department: (row) => row.departmentName ?? '',
    handler: (row) => row.handlerName ?? '',
    channel: (row) => channels.get(row.channel) ?? row.channel,
    received: (row) => time(row.receivedAt),
    closed: (row) => time(row.closedAt),
    urgent: (row) => (row.urgent ? t('lists.yes') : ''),
    late: (row) => row.lateCount,
    callers: (row) => row.callers,
    repeat: (row) => (row.repeat ? t('lists.yes') : ''),
  };
  return (row, id) => cells[id]?.(row) ?? '';
}
