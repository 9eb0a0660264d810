/** 客户偏好: how somebody wants to be told, found and written down by his number or address. */
import { App, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GATEWAYS } from '../../../../server/modules/notices/rules/notice.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { useProblemText } from '../../shell/Fallbacks.tsx';
import { findPreference, type Preference, savePreference } from './data.ts';

export function Preferences({ close }: { close: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const [contact, setContact] = useState('');
  const [found, setFound] = useState<Preference | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const typed = contact.trim();
  const submit = async (): Promise<void> => {
    if (typed.length < 3) return setProblem(t('notices.preference.contactMissing'));
    setBusy(true);
    setProblem(null);
    try {
      if (found === null) setFound(await findPreference(typed));
      else {
        await savePreference(typed, found);
        void message.success(t('notices.preference.saved'));
        close();
      }
    } catch (error) {
      setProblem(say(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={t('notices.preference.title')}
      ok={t(found === null ? 'notices.preference.find' : 'notices.preference.save')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
      help={t('notices.preference.help')}
    >
      <div className="field">
        <label htmlFor="preference-contact">{t('notices.deed.address')}</label>
        <Input
          id="preference-contact"
          autoFocus
          value={contact}
          maxLength={200}
          onChange={({ target }) => {
            setContact(target.value);
            setFound(null);
          }}
          onPressEnter={() => void (found === null && submit())}
        />
      </div>
      {found !== null && <Wanted wanted={found} change={setFound} />}
    </Dialog>
  );
}

function Wanted({ wanted, change }: { wanted: Preference; change: (to: Preference) => void }): ReactNode {
  const { t } = useTranslation();
  const channels = GATEWAYS.map((channel) => ({ value: channel, label: t(`notices.channel.${channel}`) }));
  return (
    <>
      <div className="field">
        <label htmlFor="preference-first">{t('notices.preference.first')}</label>
        <Select
          id="preference-first"
          value={wanted.first ?? ''}
          onChange={(first) => change({ ...wanted, first: first === '' ? null : (first as Preference['first']) })}
          options={[{ value: '', label: t('notices.preference.any') }, ...channels]}
        />
      </div>
      <div className="field">
        <label htmlFor="preference-language">{t('notices.template.language')}</label>
        <Select
          id="preference-language"
          value={wanted.language ?? ''}
          onChange={(language) =>
            change({ ...wanted, language: language === '' ? null : (language as Preference['language']) })
          }
          options={[
            { value: '', label: t('notices.preference.any') },
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <fieldset className="field notices-reached">
        <legend className="label">{t('notices.preference.refused')}</legend>
        {channels.map(({ value, label }) => (
          <label key={value} className="row">
            <input
              type="checkbox"
              checked={wanted.refused.includes(value)}
              onChange={({ target }) =>
                change({
                  ...wanted,
                  refused: target.checked
                    ? [...wanted.refused, value]
                    : wanted.refused.filter((channel) => channel !== value),
                })
              }
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label className="row">
          <input
            type="checkbox"
            checked={wanted.night}
            onChange={({ target }) => change({ ...wanted, night: target.checked })}
          />
          {t('notices.preference.night')}
        </label>
      </div>
    </>
  );
}
