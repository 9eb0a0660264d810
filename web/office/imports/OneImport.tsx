/** One file: what it was recognised as, the trial, the import, what became of its rows. */
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { Key } from '../parts/Key.tsx';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { useKeys } from '../shell/keys.ts';
import { type Import, useBadRows, useImport, useKinds, useStep } from './data.ts';
import { Recognised } from './Recognised.tsx';

export function OneImport({ id }: { id: string }): ReactNode {
  const one = useImport(id);
  const kinds = useKinds();
  if (one.error !== null && one.data === undefined)
    return <LoadFailed error={one.error} again={() => void one.refetch()} />;
  if (one.data === undefined || kinds.data === undefined) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  return <Shown one={one.data} kinds={kinds.data.items} />;
}

function Shown({ one, kinds }: { one: Import; kinds: Parameters<typeof Recognised>[0]['kinds'] }): ReactNode {
  const { t } = useTranslation();
  const kind = kinds.find(({ id }) => id === one.kind);
  const open = one.state === 'ready' && one.mine;
  return (
    <>
      <header className="imports-head">
        <h2>{one.fileName}</h2>
        <span className="badge">{t(`imports.states.${one.state}`)}</span>
        <span className="muted">
          {one.kindName}
          {one.createdBy !== null && ` · ${t('imports.by', { name: one.createdBy })}`}
        </span>
      </header>
      {one.message !== null && (
        <p className="late-text" role="alert">
          {one.message}
        </p>
      )}
      {!one.mine && <p className="quiet">{t('imports.notMine')}</p>}
      <Steps one={one} />
      {one.rows > 0 && <Outcomes one={one} order={kind?.outcomes ?? Object.keys(one.counts)} />}
      {(one.counts.refused ?? 0) > 0 && one.state !== 'running' && <BadRows one={one} />}
      {open && kind !== undefined && <Recognised one={one} kinds={kinds} kind={kind} />}
    </>
  );
}

function Steps({ one }: { one: Import }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const start = useStep((dry: boolean) =>
    call<Import>('POST', `/api/imports/${one.importId}/start`, { body: { dry } }),
  );
  const stop = useStep(() => call<Import>('POST', `/api/imports/${one.importId}/cancel`, { body: {} }));
  const ready = one.state === 'ready' && one.setup.missing.length === 0 && one.setup.headerLine !== null;
  const busy = start.isPending || stop.isPending;
  const may = { try: ready && !busy, start: (ready || one.resumable) && !busy, stop: one.state === 'running' && !busy };
  useKeys({
    t: () => may.try && start.mutate(true),
    i: () => may.start && start.mutate(false),
    x: () => may.stop && stop.mutate(undefined),
  });
  const error = start.error ?? stop.error;
  return (
    <div className="imports-steps">
      {one.state === 'ready' && (
        <>
          <button
            type="button"
            className="btn"
            disabled={!may.try}
            title={t('imports.tryHelp')}
            onClick={() => start.mutate(true)}
          >
            {t('imports.try')} <Key>T</Key>
          </button>
          <button type="button" className="btn primary" disabled={!may.start} onClick={() => start.mutate(false)}>
            {t('imports.start')} <Key>I</Key>
          </button>
          {one.setup.missing.length === 0 && <span className="small quiet">{t('imports.tryHelp')}</span>}
        </>
      )}
      {one.resumable && (
        <button type="button" className="btn primary" disabled={!may.start} onClick={() => start.mutate(false)}>
          {t('imports.goOn')} <Key>I</Key>
        </button>
      )}
      {one.state === 'running' && <Progress one={one} />}
      {one.state === 'running' && (
        <button
          type="button"
          className="btn"
          disabled={!may.stop}
          title={t('imports.stopHelp')}
          onClick={() => stop.mutate(undefined)}
        >
          {t('imports.stop')} <Key>X</Key>
        </button>
      )}
      <div role="alert">{error !== null && <span className="late-text">{say(error)}</span>}</div>
    </div>
  );
}

function Progress({ one }: { one: Import }): ReactNode {
  const { t } = useTranslation();
  const percent = Math.floor(one.progress * 100);
  const words = t(one.dry ? 'imports.trying' : 'imports.running', { rows: one.rows.toLocaleString('en') });
  return (
    <div className="imports-progress">
      <div role="progressbar" aria-label={words} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
        <span style={{ width: `${percent}%` }} />
      </div>
      <p role="status">
        {words} <b className="number">{percent}%</b> <span className="quiet">{t('imports.leave')}</span>
      </p>
    </div>
  );
}

function Outcomes({ one, order }: { one: Import; order: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  const names = t('imports.outcomes', { returnObjects: true }) as Record<string, string>;
  return (
    <>
      <h3>{t(one.dry ? 'imports.tried' : 'imports.result')}</h3>
      <dl className="imports-counts">
        {order.map((outcome) => (
          <div key={outcome} className={outcome === 'refused' && (one.counts[outcome] ?? 0) > 0 ? 'late-text' : ''}>
            <dt>{names[outcome] ?? outcome}</dt>
            <dd>{(one.counts[outcome] ?? 0).toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function BadRows({ one }: { one: Import }): ReactNode {
  const { t } = useTranslation();
  const rows = useBadRows(one);
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="row" style={{ gap: 12 }}>
        <h3 className="grow">{t('imports.errors')}</h3>
        {one.errors && one.mine && (
          <>
            <span className="small quiet">{t('imports.downloadHelp')}</span>
            <a className="btn" href={`/api/imports/${one.importId}/errors`} download>
              {t('imports.download')}
            </a>
          </>
        )}
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number" style={{ width: 80 }}>
              {t('imports.line')}
            </th>
            <th scope="col">{t('imports.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.line}>
              <td className="number">{row.line}</td>
              <td>{row.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.hasNextPage && (
        <button type="button" className="btn" onClick={() => void rows.fetchNextPage()}>
          {t('imports.moreErrors')}
        </button>
      )}
    </>
  );
}
