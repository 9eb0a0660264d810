/** What a person does with a notice at the desk; each has its letter. */
import { App, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS, type Channel } from '../../../../server/modules/notices/rules/notice.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Key } from '../../parts/Key.tsx';
import { useProblemText } from '../../shell/Fallbacks.tsx';
import { useKeys } from '../../shell/keys.ts';
import { handle, type Notice } from './data.ts';

type Deed = Notice['deeds'][number];
const LETTERS: Record<Deed, string> = { retry: 'r', reroute: 'c', telephone: 't', serve: 's', 'give-up': 'g' };

export function Deeds({ notice }: { notice: Notice }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const [open, setOpen] = useState<Exclude<Deed, 'retry'> | null>(null);
  const act = (deed: Deed): void => {
    if (deed !== 'retry') setOpen(deed);
    else
      void handle(notice.id, 'retry', {}).then(
        () => void message.success(t('notices.deed.retried')),
        (error: Error) => void message.error(say(error)),
      );
  };
  useKeys(Object.fromEntries(notice.deeds.map((deed) => [LETTERS[deed], () => act(deed)])));
  return (
    <div className="row notices-deeds">
      {notice.deeds.map((deed) => (
        <button key={deed} type="button" className="btn" onClick={() => act(deed)}>
          {t(`notices.deed.${deed}`)} <Key>{LETTERS[deed].toUpperCase()}</Key>
        </button>
      ))}
      {notice.state === 'unknown' && <p className="small muted">{t('notices.unknownHelp')}</p>}
      {open !== null && <Doing key={open} deed={open} notice={notice} close={() => setOpen(null)} />}
    </div>
  );
}

function Doing({
  deed,
  notice,
  close,
}: {
  deed: Exclude<Deed, 'retry'>;
  notice: Notice;
  close: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const others = CHANNELS.filter((channel) => (notice.staff ? channel !== 'slip' : channel !== 'in-app'));
  const [channel, setChannel] = useState<Channel>(others.find((one) => one !== notice.channel) ?? 'sms');
  const [address, setAddress] = useState('');
  const [words, setWords] = useState('');
  const [reached, setReached] = useState(true);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const body = {
    reroute: { channel, ...(address.trim() !== '' && { address: address.trim() }) },
    telephone: { reached, words },
    serve: { words },
    'give-up': { reason: words },
  }[deed];
  const submit = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await handle(notice.id, deed, body);
      close();
    } catch (error) {
      setProblem(say(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={t(`notices.deed.${deed}`)}
      ok={t('notices.deed.ok')}
      busy={busy}
      problem={problem}
      submit={submit}
      close={close}
    >
      {deed === 'reroute' ? (
        <>
          <div className="field">
            <label htmlFor="notice-channel">{t('notices.heads.channel')}</label>
            <Select
              id="notice-channel"
              value={channel}
              onChange={setChannel}
              options={others.map((one) => ({ value: one, label: t(`notices.channel.${one}`) }))}
            />
          </div>
          {channel !== 'slip' && channel !== 'in-app' && (
            <div className="field">
              <label htmlFor="notice-address">{t('notices.deed.address')}</label>
              <Input
                id="notice-address"
                value={address}
                maxLength={200}
                onChange={({ target }) => setAddress(target.value)}
              />
              <span className="hint">{t('notices.deed.addressHelp')}</span>
            </div>
          )}
        </>
      ) : (
        <>
          {deed === 'telephone' && (
            <fieldset className="field notices-reached">
              <legend className="label">{t('notices.deed.result')}</legend>
              {[true, false].map((value) => (
                <label key={String(value)} className="row">
                  <input type="radio" name="reached" checked={reached === value} onChange={() => setReached(value)} />
                  {t(value ? 'notices.reached' : 'notices.notReached')}
                </label>
              ))}
            </fieldset>
          )}
          <div className="field">
            <label htmlFor="notice-words">{t(deed === 'give-up' ? 'notices.deed.reason' : 'notices.deed.words')}</label>
            <Input.TextArea
              id="notice-words"
              autoFocus
              rows={3}
              value={words}
              maxLength={500}
              onChange={({ target }) => setWords(target.value)}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
