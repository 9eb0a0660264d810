/** 导入: files on the left, one of them on the right. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { type Import, upload, useImports, useStep } from './data.ts';
import { OneImport } from './OneImport.tsx';
import '../style/imports.css';

export function ImportsPage(): ReactNode {
  const { t } = useTranslation();
  const { importId } = useParams({ strict: false }) as { importId?: string };
  return (
    <div className="imports">
      <aside className="imports-list" aria-label={t('imports.history')}>
        <h1>{t('imports.title')}</h1>
        <Choose />
        <History chosen={importId} />
      </aside>
      <section className="imports-one" aria-label={t('imports.recognised')}>
        {importId === undefined ? (
          <p className="empty">{t('imports.pick')}</p>
        ) : (
          <OneImport key={importId} id={importId} />
        )}
      </section>
    </div>
  );
}

function Choose(): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const send = useStep(upload);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (!file || send.isPending) return;
    send.mutate(file, {
      onSuccess: ({ importId }) => void navigate({ to: '/imports/$importId', params: { importId } }),
    });
  };
  return (
    <>
      <button
        type="button"
        className={`drop ${over ? 'over' : ''}`}
        disabled={send.isPending}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        {send.isPending ? t('imports.uploading') : t('imports.choose')}
        <br />
        <span className="small quiet">{t('imports.chooseHint')}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        aria-label={t('imports.choose')}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <div role="alert">
        {send.error !== null && (
          <p className="late-text">
            <b>{t('imports.failed')}</b> {say(send.error)}
          </p>
        )}
      </div>
    </>
  );
}

function History({ chosen }: { chosen: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const list = useImports();
  if (list.error !== null && list.data === undefined)
    return <LoadFailed error={list.error} again={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton active={false} paragraph={{ rows: 6 }} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <div className="empty">
        <b>{t('imports.none')}</b>
        {t('imports.noneHelp')}
      </div>
    );
  }
  return (
    <>
      <ul>
        {items.map((one) => (
          <li key={one.importId}>
            <Row one={one} chosen={one.importId === chosen} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" className="btn" onClick={() => void list.fetchNextPage()}>
          {t('imports.more')}
        </button>
      )}
    </>
  );
}

function Row({ one, chosen }: { one: Import; chosen: boolean }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const bad = one.counts.refused ?? 0;
  return (
    <Link
      to="/imports/$importId"
      params={{ importId: one.importId }}
      className="imports-row"
      aria-current={chosen ? 'true' : undefined}
    >
      <span className="clip strong">{one.fileName}</span>
      <span className="small muted number">
        {shortTime(one.createdAt, now, t('clock.days', { returnObjects: true }))}
      </span>
      <span className="small muted clip">
        {one.kindName} · {t(`imports.states.${one.state}`)}
        {one.rows > 0 && ` · ${t('imports.rows', { n: one.rows })}`}
      </span>
      {bad > 0 && (
        <span className="small late-text number">
          {t('imports.outcomes.refused')} {bad}
        </span>
      )}
    </Link>
  );
}
