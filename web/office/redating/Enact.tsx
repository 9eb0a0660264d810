/** 施行新版: files of a rulebook folder, checked and put into force from a day. */
import { App, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { useRedated } from './data.ts';

interface Enacted {
  pack: string;
  version: string;
  fromDay: string;
}

/** Null: a file was changed or removed after it was chosen, and the browser no longer reads it. */
async function textsOf(files: File[]): Promise<{ path: string; text: string }[] | null> {
  try {
    return await Promise.all(
      files.map(async (file) => ({ path: file.webkitRelativePath || file.name, text: await file.text() })),
    );
  } catch {
    return null;
  }
}

export function Enact(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <p className="enact-open">
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t('enact.open')}
        </button>
      </p>
    );
  return <EnactForm close={() => setOpen(false)} />;
}

function EnactForm({ close }: { close: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const redated = useRedated();
  const id = useId();
  const [files, setFiles] = useState<File[]>([]);
  const [fromDay, setFromDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ text: string; lines: string[] } | null>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (files.length === 0 || reason.trim() === '') {
      setWrong({ text: t(files.length === 0 ? 'enact.noFiles' : 'enact.noReason'), lines: [] });
      document.getElementById(files.length === 0 ? `${id}-files` : `${id}-reason`)?.focus();
      return;
    }
    setBusy(true);
    setWrong(null);
    try {
      const read = await textsOf(files);
      if (read === null) {
        setFiles([]);
        setWrong({ text: t('enact.changed'), lines: [] });
        return;
      }
      const body = { files: read, reason: reason.trim(), ...(fromDay === null ? {} : { fromDay }) };
      const done = await call<Enacted>('POST', '/api/regulations/versions', { body });
      redated();
      void message.success(t('enact.done', { pack: done.pack, version: done.version, day: done.fromDay }));
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const defects = error.code === 'pack-has-errors' ? (error.body.fields ?? []) : [];
      const lines = defects.map(({ path, message: sentence }) => `${path} ${sentence}`);
      const count = Number(error.body.params?.count ?? lines.length);
      setWrong({ text: lines.length > 0 ? t('enact.errors', { n: count }) : say(error), lines });
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="enact" noValidate aria-labelledby={`${id}-title`} onSubmit={(event) => void submit(event)}>
      <h2 id={`${id}-title`}>{t('enact.title')}</h2>
      <p className="muted small">{t('enact.help')}</p>
      <div className="enact-fields">
        <div>
          <span>{t('enact.files')}</span>
          <div className="row">
            <label className="btn pick">
              {t('enact.choose')}
              <input
                id={`${id}-files`}
                className="hidden"
                type="file"
                multiple
                accept=".yaml,.yml"
                aria-label={t('enact.files')}
                onClick={(event) => {
                  // the same file, changed meanwhile, may be chosen again
                  event.currentTarget.value = '';
                }}
                onChange={(event) => setFiles([...(event.target.files ?? [])])}
              />
            </label>
            <span className="small quiet clip" title={files.map(({ name }) => name).join('、')}>
              {files.length > 1 ? t('enact.chosen', { n: files.length }) : files[0]?.name}
            </span>
          </div>
        </div>
        <div>
          <label htmlFor={`${id}-from`}>{t('enact.fromDay')}</label>
          <DatePicker
            id={`${id}-from`}
            style={{ width: '100%' }}
            placeholder={t('enact.fromDayHint')}
            value={fromDay === null ? null : dayjs(fromDay)}
            onChange={(picked) => setFromDay(picked === null ? null : picked.format('YYYY-MM-DD'))}
          />
        </div>
        <div>
          <label htmlFor={`${id}-reason`}>{t('enact.reason')}</label>
          <input
            id={`${id}-reason`}
            className="combo-input"
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </div>
      {wrong !== null && (
        <div className="notice bad" role="alert">
          {wrong.text}
          {wrong.lines.length > 0 && (
            <ul className="small">
              {wrong.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className="row">
        <button type="submit" className="btn" disabled={busy}>
          {t('enact.submit')}
        </button>
        <button type="button" className="link" onClick={close}>
          {t('act.cancel')}
        </button>
      </div>
    </form>
  );
}
