import { Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { useSaying } from './data.ts';

export function Password(): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useSaying((body: { currentPassword: string; newPassword: string }) =>
    call('POST', '/api/auth/change-password', { body }),
  );
  const differ = again !== '' && again !== next;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (now === '' || next === '' || again !== next) return;
    change.mutate(
      { currentPassword: now, newPassword: next },
      {
        onSuccess: () => {
          setNow('');
          setNext('');
          setAgain('');
        },
      },
    );
  };
  type Field = 'currentPassword' | 'newPassword' | 'repeatPassword';
  const field = (id: Field, value: string, set: (text: string) => void, autoComplete: string): ReactNode => (
    <div className="field">
      <label htmlFor={id}>{t(`account.${id}`)}</label>
      <Input.Password
        id={id}
        value={value}
        autoComplete={autoComplete}
        onChange={(event) => set(event.target.value)}
        visibilityToggle={false}
        aria-describedby={id === 'newPassword' ? 'password-hint' : undefined}
      />
    </div>
  );
  return (
    <form className="account-form" onSubmit={send}>
      {field('currentPassword', now, setNow, 'current-password')}
      {field('newPassword', next, setNext, 'new-password')}
      <p id="password-hint" className="quiet small">
        {t('account.passwordHint')}
      </p>
      {field('repeatPassword', again, setAgain, 'new-password')}
      <div role="alert">
        {differ && <p className="late-text">{t('account.differ')}</p>}
        {change.error !== null && <p className="late-text">{say(change.error)}</p>}
      </div>
      <div role="status">{change.isSuccess && <p className="met-text">{t('account.passwordChanged')}</p>}</div>
      <button type="submit" className="btn" disabled={change.isPending || now === '' || next === '' || again !== next}>
        {t('account.changePassword')}
      </button>
    </form>
  );
}
