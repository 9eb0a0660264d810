/** 我的账号: password, second factor, where I am signed in. Also all there is while one of them is due. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data.ts';
import { Devices } from './Devices.tsx';
import { Password } from './Password.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import '../style/identity.css';

export function AccountPage(): ReactNode {
  const { t } = useTranslation();
  const me = useMe().data;
  if (me === undefined) return <div aria-busy="true" />;
  const password = (
    <section key="password" aria-labelledby="account-password">
      <h2 id="account-password">{t('account.password')}</h2>
      {me.password ? <Password /> : <p className="muted">{t('account.noPassword')}</p>}
    </section>
  );
  const factor = (
    <section key="factor" aria-labelledby="account-factor">
      <h2 id="account-factor">{t('factor.title')}</h2>
      <SecondFactor me={me} />
    </section>
  );
  return (
    <div className="account">
      <h1>{t('account.title')}</h1>
      <p className="muted">
        {me.name} · {me.username} · {me.departmentName} · {me.roleNames.join('、')}
      </p>
      {me.due !== null && (
        <p className="account-due" role="alert">
          {t(`account.due.${me.due}`)}
        </p>
      )}
      {me.due === 'second-factor' ? [factor, password] : [password, factor]}
      <section aria-labelledby="account-sessions" className="wide">
        <h2 id="account-sessions">{t('sessions.title')}</h2>
        <Sessions staffId={null} />
      </section>
      {me.due === null && <Devices staffId={me.staffId} />}
    </div>
  );
}
