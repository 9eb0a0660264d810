/** 起草: from a version that is there, or from the zip file of a folder. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../kit/client.ts';
import { useNow } from '../../../kit/live.ts';
import { LoadFailed } from '../../shell/Fallbacks.tsx';
import { BookSelect } from './BookSelect.tsx';
import { type Draft, useRulebooks } from './data.ts';
import { Wrong } from './Wrong.tsx';

export function NewDraft(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const today = dayjs(useNow(60_000)).format('YYYY-MM-DD');
  const books = useRulebooks();
  const [chosen, setChosen] = useState<string>();
  const [title, setTitle] = useState('');
  const [version, setVersion] = useState<string>();
  const [wrong, setWrong] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  if (books.error !== null && books.data === undefined)
    return <LoadFailed error={books.error} again={() => void books.refetch()} />;
  if (books.data === undefined) return <Skeleton active={false} paragraph={{ rows: 5 }} />;
  const base = chosen ?? books.data.find((one) => one.inForce)?.hash;
  const number = version ?? today;
  const begin = async (send: () => Promise<Draft>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setWrong(null);
    try {
      const { id } = await send();
      void client.invalidateQueries({ queryKey: ['drafts', 'list'] });
      await navigate({ to: '/rulebook/drafts', search: { id } });
    } catch (error) {
      setWrong(error);
    } finally {
      setBusy(false);
    }
  };
  const ready = base !== undefined && title.trim() !== '' && !busy;
  return (
    <form
      className="drafting-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const body = { base, title: title.trim(), version: number.trim() };
        void begin(() => call<Draft>('POST', '/api/regulations/drafts', { body }));
      }}
    >
      <div>
        <h1>{t('drafting.fresh')}</h1>
        <p className="muted help">{t('drafting.freshHelp')}</p>
      </div>
      <label htmlFor="draft-base">{t('drafting.base')}</label>
      <BookSelect id="draft-base" books={books.data} value={base} change={setChosen} />
      <label htmlFor="draft-title">{t('drafting.what')}</label>
      <Input
        id="draft-title"
        maxLength={200}
        placeholder={t('drafting.whatHint')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <label htmlFor="draft-version">{t('drafting.version')}</label>
      <Input id="draft-version" maxLength={80} value={number} onChange={(event) => setVersion(event.target.value)} />
      <span />
      <div className="row">
        <button type="submit" className="btn primary" disabled={!ready || number.trim() === ''}>
          {t('drafting.begin')}
        </button>
        <label className={ready ? 'btn pick' : 'btn pick quiet'}>
          {t('drafting.upload')}
          <input
            className="hidden"
            type="file"
            accept=".zip,application/zip"
            disabled={!ready}
            aria-label={t('drafting.upload')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (!file || base === undefined) return;
              void begin(() =>
                call<Draft>('POST', '/api/regulations/drafts/zip', {
                  query: { base, title: title.trim() },
                  raw: file,
                  headers: { 'content-type': 'application/zip' },
                }),
              );
            }}
          />
        </label>
      </div>
      <span />
      <Wrong error={wrong} />
    </form>
  );
}
