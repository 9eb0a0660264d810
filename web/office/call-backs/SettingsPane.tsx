/** 回访设置: what holds where the rulebook is silent. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Input, InputNumber, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../kit/client.ts';
import { useVocabulary } from '../data.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { RATINGS, type Settings, useSettings } from './data.ts';

export function SettingsPane({ back }: { back: () => void }): ReactNode {
  const { t } = useTranslation();
  const settings = useSettings();
  return (
    <section className="middle" aria-labelledby="call-settings">
      <header className="call-head">
        <button type="button" className="link narrow-only" onClick={back}>
          {t('callBacks.back')}
        </button>
        <h2 id="call-settings">{t('callBacks.settings.title')}</h2>
        <p className="small quiet">{t('callBacks.settings.help')}</p>
      </header>
      <div className="call-body">
        {settings.data !== undefined ? (
          <Fields key={JSON.stringify(settings.data)} saved={settings.data} />
        ) : settings.error !== null ? (
          <LoadFailed error={settings.error} again={() => void settings.refetch()} />
        ) : (
          <Skeleton active={false} paragraph={{ rows: 6 }} />
        )}
      </div>
    </section>
  );
}

const minutes = (text: string): number | null => {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const all = Number(hour) * 60 + Number(minute);
  return hour !== undefined && Number(minute) < 60 && all < 1440 ? all : null;
};
const shown = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function Fields({ saved }: { saved: Settings }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const { message } = App.useApp();
  const client = useQueryClient();
  const channels = useVocabulary().data?.channels ?? [];
  const [now, setNow] = useState(saved);
  const [from, setFrom] = useState(saved.quiet ? shown(saved.quiet.from) : '');
  const [until, setUntil] = useState(saved.quiet ? shown(saved.quiet.until) : '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const put = (next: Partial<Settings>): void => setNow((before) => ({ ...before, ...next }));
  const save = async (): Promise<void> => {
    const [begins, ends] = [minutes(from), minutes(until)];
    if (
      (begins === null) !== (from === '') ||
      (ends === null) !== (until === '') ||
      (begins === null) !== (ends === null)
    ) {
      setProblem(t('callBacks.settings.quietWrong'));
      return;
    }
    setBusy(true);
    setProblem(null);
    const quiet = begins === null || ends === null ? null : { from: begins, until: ends };
    try {
      await call('PUT', '/api/call-backs/settings', { body: { ...now, quiet }, key: newKey() });
      void message.success(t('callBacks.settings.saved'));
      await client.invalidateQueries({ queryKey: ['call-back-settings'] });
    } catch (error) {
      setProblem(say(error));
    } finally {
      setBusy(false);
    }
  };
  const number = (key: 'tries' | 'spacing' | 'followUpHours' | 'linkDays' | 'changeHours', most: number): ReactNode => (
    <div className="field third">
      <label htmlFor={`set-${key}`}>{t(`callBacks.settings.${key}`)}</label>
      <InputNumber
        id={`set-${key}`}
        min={key === 'changeHours' ? 0 : 1}
        max={most}
        precision={0}
        style={{ width: '100%' }}
        value={now[key]}
        onChange={(value) => put({ [key]: value ?? saved[key] })}
      />
    </div>
  );
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {problem !== null && (
        <p className="notice bad field" role="alert">
          {problem}
        </p>
      )}
      {number('tries', 20)}
      {number('spacing', 10_080)}
      {number('followUpHours', 720)}
      {number('linkDays', 90)}
      {number('changeHours', 720)}
      <fieldset className="field plain">
        <legend className="label">{t('callBacks.settings.quiet')}</legend>
        <div className="row">
          <Input
            aria-label={t('callBacks.settings.quietFrom')}
            placeholder="22:00"
            style={{ width: 88 }}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          –
          <Input
            aria-label={t('callBacks.settings.quietUntil')}
            placeholder="08:00"
            style={{ width: 88 }}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
      </fieldset>
      <fieldset className="field plain">
        <legend className="label">{t('callBacks.settings.low')}</legend>
        <div className="row call-levels">
          {RATINGS.map((rating) => (
            <label key={rating} className="row">
              <input
                type="checkbox"
                checked={now.low.includes(rating)}
                onChange={(event) =>
                  put({ low: RATINGS.filter((one) => (one === rating ? event.target.checked : now.low.includes(one))) })
                }
              />
              {t(`callBacks.ratings.${rating}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field plain">
        <legend className="label">{t('callBacks.settings.channels')}</legend>
        <div className="row call-levels">
          {channels.map(({ id, name }) => (
            <label key={id} className="row">
              <input
                type="checkbox"
                checked={now.channels.includes(id)}
                onChange={(event) =>
                  put({
                    channels: channels
                      .map((one) => one.id)
                      .filter((one) => (one === id ? event.target.checked : now.channels.includes(one))),
                  })
                }
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor="set-address">{t('callBacks.settings.address')}</label>
        <Input
          id="set-address"
          placeholder="https://"
          value={now.address ?? ''}
          onChange={(event) => put({ address: event.target.value.trim() === '' ? null : event.target.value.trim() })}
        />
        <span className="hint">{t('callBacks.settings.addressHelp')}</span>
      </div>
      <div className="field">
        <label htmlFor="set-script">{t('callBacks.settings.script')}</label>
        <Input.TextArea
          id="set-script"
          autoSize={{ minRows: 4, maxRows: 12 }}
          maxLength={4000}
          value={now.script ?? ''}
          onChange={(event) => put({ script: event.target.value === '' ? null : event.target.value })}
        />
        <span className="hint">{t('callBacks.settings.scriptHelp')}</span>
      </div>
      <div className="form-foot">
        <button type="submit" className="btn primary" disabled={busy}>
          {t('callBacks.settings.save')}
        </button>
      </div>
    </form>
  );
}
