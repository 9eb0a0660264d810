/** 人员: everybody and what stands about signing in; one of them, or what the utility asks of all. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { type Account, useAccounts } from './data.ts';
import { OneAccount, State } from './OneAccount.tsx';
import { PersonForm } from './PersonForm.tsx';
import { SignInSettings } from './SignInSettings.tsx';
import '../style/identity.css';

export function StaffPage(): ReactNode {
  const { t } = useTranslation();
  const { id } = useSearch({ strict: false }) as { id?: number };
  const navigate = useNavigate();
  const accounts = useAccounts();
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const settings = useMe().data?.permissions['sign-in.manage'] !== undefined;
  if (accounts.error !== null && accounts.data === undefined)
    return <LoadFailed error={accounts.error} again={() => void accounts.refetch()} />;
  if (accounts.data === undefined) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  const word = text.trim().toLowerCase();
  const found = accounts.data.filter(
    (one) =>
      word === '' ||
      [one.name, one.username, one.departmentName, ...one.roleNames].some((part) => part.toLowerCase().includes(word)),
  );
  const chosen = accounts.data.find(({ staffId }) => staffId === id);
  return (
    <div className="staff">
      <section className="staff-list" aria-labelledby="staff-title">
        <h1 id="staff-title">{t('staff.title')}</h1>
        <div className="row staff-find">
          <Input
            type="search"
            value={text}
            allowClear
            placeholder={t('staff.find')}
            aria-label={t('staff.find')}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="quiet number">{t('staff.count', { n: found.length })}</span>
          <span className="grow" />
          <button type="button" className="btn" aria-pressed={adding} onClick={() => setAdding(!adding)}>
            {t('setUp.person.add')}
          </button>
        </div>
        <table className="table">
          <thead>
            <tr>
              {(['name', 'department', 'roles', 'state', 'factor'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`staff.heads.${head}`)}
                </th>
              ))}
              <th scope="col" className="end">
                {t('staff.heads.sessions')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((account) => (
              <Row
                key={account.staffId}
                account={account}
                chosen={account.staffId === id}
                pick={() => setAdding(false)}
              />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className="empty">{t('staff.none')}</p>}
      </section>
      <aside className="staff-one" aria-live="polite">
        {adding ? (
          <>
            <h2>{t('setUp.person.add')}</h2>
            <p className="muted">{t('staff.addHelp')}</p>
            <PersonForm
              done={(made) => {
                setAdding(false);
                if (made !== undefined) void navigate({ to: '/staff', search: { id: made } });
              }}
            />
          </>
        ) : chosen !== undefined ? (
          <OneAccount key={chosen.staffId} account={chosen} />
        ) : settings ? (
          <SignInSettings />
        ) : (
          <p className="empty">{t('staff.pick')}</p>
        )}
      </aside>
    </div>
  );
}

function Row({ account, chosen, pick }: { account: Account; chosen: boolean; pick: () => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <tr className={account.active ? undefined : 'muted'} aria-selected={chosen}>
      <td>
        <button
          type="button"
          className="link"
          aria-pressed={chosen}
          onClick={() => {
            pick();
            void navigate({ to: '/staff', search: chosen ? {} : { id: account.staffId } });
          }}
        >
          {account.name}
        </button>{' '}
        <span className="quiet small">{account.username}</span>
      </td>
      <td>{account.departmentName}</td>
      <td>{account.roleNames.join('、')}</td>
      <td>
        <State account={account} />
      </td>
      <td>{account.secondFactor ? t('staff.yes') : '–'}</td>
      <td className="end number">{account.sessions}</td>
    </tr>
  );
}
