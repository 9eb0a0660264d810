/** One template: its words, the variables it may name, and beside them what a customer will read. */
import { App, Input } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fill, namesIn, samplesOf } from '../../../../server/modules/notices/rules/templates/placeholders.ts';
import type { Variable } from '../../../../server/modules/notices/rules/templates/shape.ts';
import { MOST_PARTS, smsLength } from '../../../../server/modules/notices/rules/templates/sms.ts';
import { local } from '../../../kit/time.ts';
import { useMe } from '../../data.ts';
import { useProblemText } from '../../shell/Fallbacks.tsx';
import { type NoticeEvent, saveTemplate, type Template } from './data.ts';

export function TemplateEditor({ event, template }: { event: NoticeEvent; template: Template }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const may = useMe().data?.permissions['notices.set-up'] === 'all';
  const [subject, setSubject] = useState(template.subject);
  const [body, setBody] = useState(template.body);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const text = useRef<HTMLTextAreaElement | null>(null);
  const { channel, language, shipped, version } = template;
  const titled = channel === 'email' || channel === 'slip';
  const changed = subject !== template.subject || body !== template.body;
  const put = (name: string): void => {
    const at = text.current?.selectionStart ?? body.length;
    const until = text.current?.selectionEnd ?? at;
    setBody(`${body.slice(0, at)}{{${name}}}${body.slice(until)}`);
    setProblem(null);
    text.current?.focus();
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await saveTemplate(event.id, { channel, language, subject, body, after: version });
      void message.success(t('notices.template.saved'));
    } catch (error) {
      setProblem(say(error));
    }
    setBusy(false);
  };
  return (
    <div className="template-editor">
      <form
        className="template-words"
        onSubmit={(submitted) => submitted.preventDefault()}
        onKeyDown={(pressed) => {
          if (pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey) && may && changed) void save();
        }}
      >
        {problem !== null && (
          <p className="notice bad" role="alert">
            {problem}
          </p>
        )}
        {titled && (
          <div className="field">
            <label htmlFor="template-subject">{t('notices.template.subject')}</label>
            <Input
              id="template-subject"
              readOnly={!may}
              value={subject}
              maxLength={200}
              onChange={({ target }) => setSubject(target.value)}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor="template-body">{t('notices.template.body')}</label>
          <textarea
            id="template-body"
            className="template-body"
            ref={text}
            readOnly={!may}
            rows={8}
            maxLength={4000}
            value={body}
            onChange={({ target }) => {
              setBody(target.value);
              setProblem(null);
            }}
          />
        </div>
        <Variables event={event} language={language} named={namesIn(body)} put={may ? put : null} />
        {may && (
          <div className="row template-foot">
            <button type="button" className="btn primary" disabled={!changed || busy} onClick={() => void save()}>
              {t('notices.template.save')}
            </button>
            {(shipped.body !== body || (titled && shipped.subject !== subject)) && (
              <button
                type="button"
                className="btn low"
                onClick={() => {
                  setSubject(shipped.subject);
                  setBody(shipped.body);
                }}
              >
                {t('notices.template.shipped')}
              </button>
            )}
          </div>
        )}
        <p className="small muted">
          {version === 0
            ? t('notices.template.asShipped')
            : t('notices.template.version', {
                n: version,
                by: template.savedBy ?? '',
                at: template.savedAt === null ? '' : local(template.savedAt).format('YYYY-MM-DD HH:mm'),
              })}
        </p>
      </form>
      <Seen event={event} template={template} subject={subject} body={body} />
    </div>
  );
}

/** Named already, still to be named, or free to be. */
function Variables({
  event,
  language,
  named,
  put,
}: {
  event: NoticeEvent;
  language: Template['language'];
  named: string[];
  put: ((name: string) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="template-variables">
      <span className="label muted">{t('notices.template.variables')}</span>
      <ul>
        {event.variables.map(({ id, zh, name, required }) => {
          const missing = required && !named.includes(id) && !named.includes(zh);
          return (
            <li key={id}>
              <button
                type="button"
                className="btn low"
                disabled={put === null}
                onClick={() => put?.(language === 'zh' ? zh : id)}
              >
                {language === 'zh' ? zh : id}
              </button>
              {language === 'en' && name !== id && <span className="small muted"> {name}</span>}
              {required && (
                <span className={missing ? 'small late-text' : 'small muted'}>
                  {' '}
                  {t(missing ? 'notices.template.missing' : 'notices.template.required')}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Seen({
  event,
  template: { channel, language },
  subject,
  body,
}: {
  event: NoticeEvent;
  template: Template;
  subject: string;
  body: string;
}): ReactNode {
  const { t } = useTranslation();
  const variables: Variable[] = event.variables.map(({ id, zh, name, sample }) => ({ id, zh, en: name, sample }));
  const samples = samplesOf(variables, language);
  const text = fill(body, samples, variables);
  const sms = smsLength(text);
  return (
    <div className="template-seen">
      <h2 className="small quiet">{t('notices.template.preview')}</h2>
      <div className={`template-message ${channel}`} lang={language === 'zh' ? 'zh-CN' : 'en'} role="status">
        {(channel === 'email' || channel === 'slip') && <b>{fill(subject, samples, variables)}</b>}
        {text}
      </div>
      {channel === 'sms' && (
        <p className={sms.parts > MOST_PARTS ? 'small late-text' : 'small muted'}>
          {t('notices.template.parts', { length: sms.length, parts: sms.parts })}
          {sms.parts > MOST_PARTS && ` ${t('notices.template.tooLong', { most: MOST_PARTS })}`}
        </p>
      )}
    </div>
  );
}
