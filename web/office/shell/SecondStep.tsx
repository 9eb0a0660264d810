/** The second step of signing in: six digits of the app, or a recovery code. */
import { Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, Problem } from '../../kit/client.ts';
import { useProblemText } from './Fallbacks.tsx';

export function SecondStep({
  entered,
  back,
}: {
  entered: () => Promise<void>;
  back: (why: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (code.trim() === '') return;
    setBusy(true);
    setWrong(null);
    try {
      await call('POST', '/api/auth/second-factor', { body: { code } });
      await entered();
    } catch (error) {
      if (error instanceof Problem && error.code === 'second-factor-lost') back(say(error));
      else setWrong(say(error));
      setCode('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="sign-in-box" onSubmit={(event) => void send(event)} aria-label={t('factor.step')}>
      <h1>{t('factor.step')}</h1>
      <p className="quiet">{t('factor.stepHelp')}</p>
      <div className="field">
        <label htmlFor="code">{t('factor.code')}</label>
        <Input
          id="code"
          className="number"
          autoComplete="one-time-code"
          autoFocus
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      <div role="alert" style={{ minHeight: 20, margin: '12px 0' }} className="late-text">
        {wrong}
      </div>
      <button
        type="submit"
        className="btn primary"
        style={{ width: '100%', justifyContent: 'center' }}
        disabled={busy || code.trim() === ''}
      >
        {busy ? t('signIn.entering') : t('factor.enter')}
      </button>
      <p style={{ marginTop: 12 }}>
        <button type="button" className="link" onClick={() => back(null)}>
          {t('factor.otherAccount')}
        </button>
      </p>
    </form>
  );
}
