/** 登录设置: who needs a second factor, what locks an account, and the provider of the utility. */
import { Checkbox, Input, InputNumber, Select, Skeleton } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLE_NAMES, ROLES } from '../../../server/modules/identity/rules/permissions.ts';
import { call } from '../../kit/client.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { languageNow } from '../texts/index.ts';
import { type Provider, type Settings, useSaying, useSettings } from './data.ts';

export function SignInSettings(): ReactNode {
  const { t } = useTranslation();
  const settings = useSettings();
  if (settings.error !== null && settings.data === undefined)
    return <LoadFailed error={settings.error} again={() => void settings.refetch()} />;
  if (settings.data === undefined) return <Skeleton active={false} paragraph={{ rows: 6 }} />;
  return (
    <>
      <h2>{t('signInSet.title')}</h2>
      <p className="muted">{t('signInSet.help')}</p>
      <Policy policy={settings.data.policy} />
      <h3>{t('signInSet.provider')}</h3>
      <ProviderForm key={settings.data.provider?.issuer ?? ''} provider={settings.data.provider} />
    </>
  );
}

function Policy({ policy }: { policy: Settings['policy'] }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [draft, setDraft] = useState(policy);
  const set = useSaying((body: Settings['policy']) => call('PUT', '/api/sign-in/policy', { body }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(draft);
  };
  return (
    <form className="account-form" onSubmit={send}>
      <fieldset className="staff-roles">
        <legend>{t('signInSet.factorRoles')}</legend>
        <Checkbox.Group
          value={draft.secondFactorRoles}
          onChange={(secondFactorRoles) => setDraft({ ...draft, secondFactorRoles })}
          options={ROLES.map((role) => ({
            value: role,
            label: ROLE_NAMES[role][languageNow() === 'en' ? 'en' : 'zh'],
          }))}
        />
      </fieldset>
      <div className="row staff-numbers">
        <div className="field">
          <label htmlFor="lock-after">{t('signInSet.lockAfter')}</label>
          <InputNumber
            id="lock-after"
            min={3}
            max={20}
            value={draft.lockAfter}
            onChange={(lockAfter) => lockAfter !== null && setDraft({ ...draft, lockAfter })}
          />
        </div>
        <div className="field">
          <label htmlFor="lock-minutes">{t('signInSet.lockMinutes')}</label>
          <InputNumber
            id="lock-minutes"
            min={1}
            max={1440}
            value={draft.lockMinutes}
            onChange={(lockMinutes) => lockMinutes !== null && setDraft({ ...draft, lockMinutes })}
          />
        </div>
      </div>
      <div role="alert">{set.error !== null && <p className="late-text">{say(set.error)}</p>}</div>
      <div role="status">{set.isSuccess && <p className="met-text">{t('signInSet.saved')}</p>}</div>
      <button type="submit" className="btn" disabled={set.isPending}>
        {t('staff.save')}
      </button>
    </form>
  );
}

const NONE: Provider = {
  name: '',
  issuer: '',
  clientId: '',
  secretSet: false,
  match: 'email',
  usernameClaim: 'preferred_username',
  secondFactor: false,
  enabled: true,
};

function ProviderForm({ provider }: { provider: Provider | null }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const [draft, setDraft] = useState(provider ?? NONE);
  const [secret, setSecret] = useState('');
  const set = useSaying(({ secretSet: _, ...body }: Provider) =>
    call('POST', '/api/auth/provider', { body: { ...body, ...(secret !== '' && { clientSecret: secret }) } }),
  );
  const send = (event: FormEvent): void => {
    event.preventDefault();
    set.mutate(draft, { onSuccess: () => setSecret('') });
  };
  const line = (id: 'name' | 'issuer' | 'clientId' | 'usernameClaim', hint?: string): ReactNode => (
    <div className="field">
      <label htmlFor={`provider-${id}`}>{t(`signInSet.${id}`)}</label>
      <Input
        id={`provider-${id}`}
        value={draft[id]}
        onChange={(event) => setDraft({ ...draft, [id]: event.target.value })}
      />
      {hint !== undefined && <span className="hint">{hint}</span>}
    </div>
  );
  return (
    <form className="account-form" onSubmit={send}>
      <p className="muted">
        {t('signInSet.redirect')} <code>{`${location.origin}/api/auth/oidc/callback`}</code>
      </p>
      {line('name', t('signInSet.nameHint'))}
      {line('issuer', t('signInSet.issuerHint'))}
      {line('clientId')}
      <div className="field">
        <label htmlFor="provider-secret">{t('signInSet.secret')}</label>
        <Input.Password
          id="provider-secret"
          value={secret}
          autoComplete="off"
          visibilityToggle={false}
          placeholder={draft.secretSet ? t('signInSet.secretSet') : ''}
          onChange={(event) => setSecret(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="provider-match">{t('signInSet.match')}</label>
        <Select
          id="provider-match"
          value={draft.match}
          onChange={(match) => setDraft({ ...draft, match })}
          options={(['email', 'username', 'none'] as const).map((match) => ({
            value: match,
            label: t(`signInSet.matches.${match}`),
          }))}
        />
      </div>
      {draft.match === 'username' && line('usernameClaim')}
      <Checkbox
        checked={draft.secondFactor}
        onChange={(event) => setDraft({ ...draft, secondFactor: event.target.checked })}
      >
        {t('signInSet.ownFactor')}
      </Checkbox>
      <Checkbox checked={draft.enabled} onChange={(event) => setDraft({ ...draft, enabled: event.target.checked })}>
        {t('signInSet.enabled')}
      </Checkbox>
      <div role="alert">{set.error !== null && <p className="late-text">{say(set.error)}</p>}</div>
      <div role="status">{set.isSuccess && <p className="met-text">{t('signInSet.saved')}</p>}</div>
      <p>
        <button
          type="submit"
          className="btn"
          disabled={set.isPending || draft.name === '' || draft.issuer === '' || draft.clientId === ''}
        >
          {t('staff.save')}
        </button>
      </p>
    </form>
  );
}
