/** A page of a list and the next: what comes after is read from where the page ends, however far that is. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../kit/time.ts';
import type { OrderPage } from '../../kit/views.ts';
import { useKeys } from '../shell/keys.ts';

interface Props {
  page: OrderPage;
  cursors: string[];
  turn: (cursors: string[]) => void;
  busy: boolean;
}

export function Pages({ page, cursors, turn, busy }: Props): ReactNode {
  const { t } = useTranslation();
  const { next } = page;
  const back = cursors.length === 0 || busy ? null : () => turn(cursors.slice(0, -1));
  const on = next === null || busy ? null : () => turn([...cursors, next]);
  useKeys({ '[': () => back?.(), ']': () => on?.() });
  return (
    <footer className="list-pages">
      <button type="button" className="btn low" disabled={back === null} onClick={() => back?.()}>
        {t('lists.before')}
      </button>
      <span className="muted tabular" role="status">
        {t('lists.page', { n: cursors.length + 1, rows: page.items.length })}
        {page.searchedTo !== null && ` · ${t('lists.searchedTo', { at: local(page.searchedTo).format('YYYY-MM-DD') })}`}
      </span>
      <button type="button" className="btn low" disabled={on === null} onClick={() => on?.()}>
        {t(page.searchedAll ? 'lists.next' : 'lists.further')}
      </button>
    </footer>
  );
}
