/** One member of staff: what stands about his sign-in, and what an administrator does about it. */
import { Input, Modal } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { local } from '../../kit/time.ts';
import { useMe } from '../data.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { Devices } from './Devices.tsx';
import { type Account, useSaying } from './data.ts';
import { PersonForm } from './PersonForm.tsx';
import { Sessions } from './Sessions.tsx';

/** Without letters and digits that look alike: it is read out on the telephone. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte, at) => (at > 0 && at % 4 === 0 ? '-' : '') + LETTERS[byte % LETTERS.length]).join('');
}

/** Each is done only when it was asked for twice: it ends what somebody is doing, or lets somebody in. */
type Sure = 'reset-password' | 'reset-second-factor' | 'unlink' | 'deactivate';
type Deed = Sure | 'unlock' | 'activate';
const isSure = (name: Deed): name is Sure => name !== 'unlock' && name !== 'activate';

export function OneAccount({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const me = useMe().data;
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<Sure | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const deed = useSaying(({ name, body = {} }: { name: Deed; body?: object }) =>
    call('POST', `/api/staff/${account.staffId}/${name}`, { body }),
  );
  const mine = me?.staffId === account.staffId;
  const act = (name: Deed): void => {
    setAsking(null);
    const given = name === 'reset-password' ? newPassword() : null;
    deed.mutate(
      { name, ...(given !== null && { body: { password: given } }) },
      { onSuccess: () => setPassword(given) },
    );
  };
  const button = (name: Deed, shown: boolean): ReactNode =>
    shown && (
      <button
        type="button"
        className="btn"
        disabled={deed.isPending}
        onClick={() => (isSure(name) ? setAsking(name) : act(name))}
      >
        {t(`staff.deeds.${name}`)}
      </button>
    );
  return (
    <>
      <h2>{account.name}</h2>
      <p className="muted">
        {account.username} · {account.departmentName} · {account.roleNames.join('、')}
      </p>
      <dl className="pairs staff-pairs">
        <dt>{t('staff.state')}</dt>
        <dd>
          <State account={account} />
        </dd>
        <dt>{t('factor.title')}</dt>
        <dd>{account.secondFactor ? t('staff.factorOn') : t('staff.factorOff')}</dd>
        <dt>{t('staff.signedIn')}</dt>
        <dd className="number">
          {account.signedInAt === null ? '–' : local(account.signedInAt).format('YYYY-MM-DD HH:mm')}
        </dd>
        <dt>{t('staff.provider')}</dt>
        <dd>{account.linked ? t('staff.linked') : t('staff.notLinked')}</dd>
      </dl>
      {editing ? (
        <PersonForm of={account} done={() => setEditing(false)} />
      ) : (
        <p>
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {t('staff.edit')}
          </button>
        </p>
      )}
      {!editing && (
        <div className="row staff-deeds">
          {button('unlock', account.lockedUntil !== null || account.failures > 0)}
          {button('reset-password', !mine && account.active)}
          {button('reset-second-factor', !mine && account.secondFactor)}
          {button('unlink', account.linked)}
          {button('deactivate', !mine && account.active)}
          {button('activate', !account.active)}
        </div>
      )}
      <div role="alert">{deed.error !== null && <p className="late-text">{say(deed.error)}</p>}</div>
      {password !== null && (
        <div className="staff-password" role="status">
          {t('staff.newPassword')} <code className="number">{password}</code>
          <p className="quiet small">{t('staff.newPasswordHelp')}</p>
        </div>
      )}
      <Email key={account.email ?? ''} account={account} />
      <h3>{t('sessions.title')}</h3>
      <Sessions staffId={account.staffId} />
      <Devices staffId={account.staffId} />
      <Modal
        open={asking !== null}
        title={asking === null ? '' : t('staff.sure', { name: account.name, deed: t(`staff.deeds.${asking}`) })}
        okText={asking === null ? '' : t(`staff.deeds.${asking}`)}
        cancelText={t('factor.cancel')}
        onOk={() => asking !== null && act(asking)}
        onCancel={() => setAsking(null)}
      >
        {asking !== null && <p>{t(`staff.means.${asking}`)}</p>}
      </Modal>
    </>
  );
}

export function State({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation();
  if (!account.active) return <span className="badge">{t('staff.left')}</span>;
  if (account.lockedUntil !== null)
    return (
      <span className="badge late-text">{t('staff.locked', { time: local(account.lockedUntil).format('HH:mm') })}</span>
    );
  if (!account.hasPassword && !account.linked) return <span className="badge">{t('staff.noPassword')}</span>;
  if (account.mustChangePassword) return <span className="badge">{t('staff.mustChange')}</span>;
  return <>{t('staff.active')}</>;
}

function Email({ account }: { account: Account }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [email, setEmail] = useState(account.email ?? '');
  const set = useSaying((text: string) =>
    call('POST', `/api/staff/${account.staffId}/set-email`, {
      body: { email: text.trim() === '' ? null : text.trim() },
    }),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(email);
  };
  return (
    <form className="account-form" onSubmit={send}>
      <div className="field">
        <label htmlFor="staff-email">{t('staff.email')}</label>
        <Input id="staff-email" type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
        <span className="hint">{t('staff.emailHelp')}</span>
      </div>
      <div role="alert">{set.error !== null && <p className="late-text">{say(set.error)}</p>}</div>
      {email.trim() !== (account.email ?? '') && (
        <button type="submit" className="btn low" disabled={set.isPending}>
          {t('staff.save')}
        </button>
      )}
    </form>
  );
}
