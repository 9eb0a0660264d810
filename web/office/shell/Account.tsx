/** Who I am, and what I change about my screen: language, light or dark, keys, sign out. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import type { Me } from '../../kit/views.ts';
import { changeLanguage, languageNow } from '../texts/index.ts';
import { useLook } from './Look.tsx';

export function Account({ me, help }: { me: Me; help: (() => void) | null }): ReactNode {
  const { t } = useTranslation();
  const look = useLook();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signOut = async (): Promise<void> => {
    await call('POST', '/api/auth/sign-out', { body: {} }).catch(() => undefined);
    client.clear();
    location.assign('/');
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'role', label: `${me.utility.name} · ${me.roleNames.join('、')}`, disabled: true },
          { type: 'divider' },
          { key: 'language', label: <span lang={languageNow() === 'en' ? 'zh-CN' : 'en'}>{t('shell.language')}</span> },
          { key: 'theme', label: look.theme === 'dark' ? t('shell.light') : t('shell.dark') },
          ...(help === null
            ? []
            : [
                { key: 'keys', label: t('shell.keys'), extra: '?' },
                { key: 'mine', label: t('account.title') },
              ]),
          { type: 'divider' },
          { key: 'out', label: t('shell.signOut') },
        ],
        onClick: ({ key }) => {
          if (key === 'language') void changeLanguage(languageNow() === 'en' ? 'zh-CN' : 'en');
          if (key === 'theme') look.toggle();
          if (key === 'keys') help?.();
          if (key === 'mine') void navigate({ to: '/account' });
          if (key === 'out') void signOut();
        },
      }}
    >
      <button type="button" className="who" title={t('shell.account')}>
        {me.departmentName} · {me.name}
        <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" style={{ display: 'inline', marginLeft: 6 }}>
          <path d="M1 2.500l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      </button>
    </Dropdown>
  );
}
