/** 列设置: which columns, in which order. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListView, Placed } from './data.ts';

export function Columns({
  list,
  layout,
  place,
  close,
}: {
  list: ListView;
  layout: Placed[];
  place: (columns: Placed[]) => void;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = (id: string): string => list.columns.find((column) => column.id === id)?.name ?? id;
  const hidden = list.columns.filter(({ id, personal }) => !personal && !layout.some((one) => one.id === id));
  const move = (at: number, by: number): void => {
    const next = [...layout];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    place(next);
  };
  return (
    <aside className="list-drawer" aria-label={t('lists.columns')}>
      <header>
        <h2>{t('lists.columns')}</h2>
        <button type="button" className="link" onClick={close}>
          {t('lists.close')}
        </button>
      </header>
      <ul>
        {layout.map(({ id }, at) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked
                disabled={layout.length === 1}
                onChange={() => place(layout.filter((one) => one.id !== id))}
              />
              {nameOf(id)}
            </label>
            <button
              type="button"
              className="link"
              disabled={at === 0}
              aria-label={t('lists.up', { name: nameOf(id) })}
              onClick={() => move(at, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="link"
              disabled={at === layout.length - 1}
              aria-label={t('lists.down', { name: nameOf(id) })}
              onClick={() => move(at, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ul>
      <h3>{t('lists.hidden')}</h3>
      <ul>
        {hidden.map(({ id, name, width }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={false} onChange={() => place([...layout, { id, width }])} />
              {name}
            </label>
          </li>
        ))}
      </ul>
      <p className="small muted">{t('lists.columnsHelp')}</p>
    </aside>
  );
}
