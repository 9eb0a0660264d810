/** 导出: asked for here, made in the background, fetched when it is done. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../kit/time.ts';
import { useMe } from '../data.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { begin, type Export, type ListView, look, type Placed, step, useExportStep, useExports } from './data.ts';
import { type ListSearch, queryOf } from './search.ts';

export function Exports({
  list,
  layout,
  search,
  close,
}: {
  list: ListView;
  layout: Placed[];
  search: ListSearch;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const me = useMe().data;
  const exports = useExports(true);
  const asking = useExportStep(begin);
  const [who, setWho] = useState<'none' | 'masked' | 'full'>('none');
  const personal = list.columns.filter((column) => column.personal).map(({ id }) => id);
  const mayReveal = me?.permissions['personal.reveal'] !== undefined;
  const ask = (format: 'xlsx' | 'csv'): void =>
    asking.mutate({
      format,
      query: queryOf(search),
      ...(search.sort === undefined ? {} : { sort: search.sort }),
      columns: [...layout.map(({ id }) => id), ...(who === 'none' ? [] : personal)],
      people: who === 'full',
    });
  const items = exports.data?.items ?? [];
  return (
    <aside className="list-drawer" aria-label={t('lists.export')}>
      <header>
        <h2>{t('lists.export')}</h2>
        <button type="button" className="link" onClick={close}>
          {t('lists.close')}
        </button>
      </header>
      <p className="small muted">{t('lists.exportHelp', { n: layout.length, name: list.name })}</p>
      <fieldset className="list-who">
        <legend>{t('lists.people')}</legend>
        {(['none', 'masked', ...(mayReveal ? (['full'] as const) : [])] as const).map((one) => (
          <label key={one} className="row">
            <input type="radio" name="who" checked={who === one} onChange={() => setWho(one)} />
            {t(`lists.who.${one}`)}
          </label>
        ))}
      </fieldset>
      <p className="row">
        <button type="button" className="btn" disabled={asking.isPending} onClick={() => ask('xlsx')}>
          {t('lists.xlsx')}
        </button>
        <button type="button" className="btn low" disabled={asking.isPending} onClick={() => ask('csv')}>
          {t('lists.csv')}
        </button>
      </p>
      {asking.error !== null && (
        <p className="error" role="alert">
          {say(asking.error)}
        </p>
      )}
      <h3>{t('lists.exports')}</h3>
      {items.length === 0 ? (
        <p className="small muted">{t('lists.exportsNone')}</p>
      ) : (
        <ul aria-live="polite">
          {items.map((one) => (
            <li key={one.id} className="list-export">
              <One one={one} />
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}

function One({ one }: { one: Export }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const stepping = useExportStep(step);
  const fetching = useExportStep(look);
  const refused = stepping.error ?? fetching.error;
  const rows = one.rows ?? 0;
  const deed = { running: 'cancel', cancelled: 'resume', failed: 'resume' }[one.state as string] as
    | 'cancel'
    | 'resume'
    | undefined;
  return (
    <>
      <div className="row">
        <span className="grow clip">{one.fileName}</span>
        {one.state === 'done' && (
          <button
            type="button"
            className="link"
            disabled={fetching.isPending}
            onClick={() =>
              fetching.mutate(one.id, {
                onSuccess: ({ reason }) => {
                  if (reason === null) location.assign(`/api/exports/${one.id}/file`);
                },
              })
            }
          >
            {t('lists.fetch')}
          </button>
        )}
        {deed && (
          <button
            type="button"
            className="link"
            disabled={stepping.isPending}
            onClick={() => stepping.mutate({ id: one.id, deed })}
          >
            {t(`lists.${deed}`)}
          </button>
        )}
      </div>
      {one.state === 'running' && (
        <progress value={rows === 0 ? undefined : one.written} max={Math.max(1, rows)} aria-label={one.fileName} />
      )}
      <div className="small muted tabular">
        {one.state === 'running' &&
          (one.rows === null ? t('lists.choosing') : t('lists.written', { n: one.written, of: one.rows }))}
        {one.state === 'done' &&
          t('lists.done', { n: rows, until: one.expiresAt === null ? '' : local(one.expiresAt).format('MM-DD HH:mm') })}
        {one.state === 'cancelled' && t('lists.stopped', { n: one.written })}
        {one.state === 'failed' && (one.reason ?? t('lists.stopped', { n: one.written }))}
        {one.state === 'expired' && t('lists.expired')}
      </div>
      {(refused !== null || (one.state === 'done' && fetching.data?.reason)) && (
        <p className="error small" role="alert">
          {refused !== null ? say(refused) : fetching.data?.reason}
        </p>
      )}
    </>
  );
}
