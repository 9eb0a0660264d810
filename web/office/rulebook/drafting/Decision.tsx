/** 提交、批准、退回、撤回: who wrote in it hands it on, somebody else decides. */
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, useDone } from './data.ts';
import { Wrong } from './Wrong.tsx';

export function Decision({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  if (draft.state === 'approved') return <p className="help">{t('drafting.afterApproval')}</p>;
  if (draft.state === 'withdrawn') return null;
  if (draft.state !== 'submitted') return <Submit draft={draft} />;
  return draft.mine ? (
    <div className="decide">
      <p>{t('drafting.waitsForAnother')}</p>
      <Withdraw draft={draft} />
    </div>
  ) : (
    <Decide draft={draft} />
  );
}

function Submit({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const submit = useDone<{ revision: number; reason: string }>(
    'POST',
    () => `/api/regulations/drafts/${draft.id}/submit`,
  );
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '' && !submit.isPending)
          submit.mutate({ revision: draft.revision, reason: reason.trim() });
      }}
    >
      <label htmlFor="draft-reason">{t('drafting.reason')}</label>
      <div className="row">
        <Input
          id="draft-reason"
          style={{ maxWidth: 480 }}
          maxLength={2000}
          placeholder={t('drafting.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="btn primary" disabled={reason.trim() === '' || submit.isPending}>
          {t('drafting.submit')}
        </button>
        {draft.mine && <Withdraw draft={draft} />}
      </div>
      <Wrong error={submit.error} />
    </form>
  );
}

function Withdraw({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const withdraw = useDone<undefined>('POST', () => `/api/regulations/drafts/${draft.id}/withdraw`);
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={withdraw.isPending}
        onClick={() => (sure ? withdraw.mutate(undefined) : setSure(true))}
      >
        {t(sure ? 'drafting.withdrawSure' : 'drafting.withdraw')}
      </button>
      <Wrong error={withdraw.error} />
    </>
  );
}

function Decide({ draft }: { draft: Draft }): ReactNode {
  const { t } = useTranslation();
  const [day, setDay] = useState(draft.earliest);
  const [note, setNote] = useState('');
  const decide = useDone<{ revision: number; granted: boolean; fromDay?: string; note?: string }>(
    'POST',
    () => `/api/regulations/drafts/${draft.id}/decide`,
  );
  const said = note.trim() === '' ? {} : { note: note.trim() };
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault();
        if (!decide.isPending) decide.mutate({ revision: draft.revision, granted: true, fromDay: day, ...said });
      }}
    >
      <div className="row">
        <label htmlFor="draft-day">{t('drafting.fromDay')}</label>
        <DatePicker
          id="draft-day"
          allowClear={false}
          value={dayjs(day)}
          minDate={dayjs(draft.earliest)}
          onChange={(chosen) => chosen !== null && setDay(chosen.format('YYYY-MM-DD'))}
        />
        <label htmlFor="draft-note">{t('drafting.note')}</label>
        <Input
          id="draft-note"
          style={{ maxWidth: 360 }}
          maxLength={2000}
          placeholder={t('drafting.noteHint')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="row">
        <button type="submit" className="btn primary" disabled={decide.isPending}>
          {t('drafting.approve')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={decide.isPending || note.trim() === ''}
          onClick={() => decide.mutate({ revision: draft.revision, granted: false, ...said })}
        >
          {t('drafting.return')}
        </button>
      </div>
      <Wrong error={decide.error} />
    </form>
  );
}
