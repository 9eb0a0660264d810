/** 统一身份认证: a button for each provider people may come by. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';

interface Ways {
  providers: { utility: string; utilityName: string; name: string; url: string }[];
}

export function Providers(): ReactNode {
  const { t } = useTranslation();
  const ways = useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => call<Ways>('GET', '/api/auth/ways'),
    retry: false,
  }).data;
  if (ways === undefined || ways.providers.length === 0) return null;
  const several = ways.providers.length > 1;
  return (
    <div className="sign-in-ways">
      <p className="quiet small">{t('signInMore.or')}</p>
      {ways.providers.map(({ utility, utilityName, name, url }) => (
        <a key={utility} className="btn" href={url}>
          {several ? t('signInMore.withOf', { name, utility: utilityName }) : t('signInMore.with', { name })}
        </a>
      ))}
    </div>
  );
}

const WHY = [
  'oidc-not-offered',
  'oidc-provider-away',
  'oidc-begun-elsewhere',
  'oidc-declined',
  'oidc-failed',
  'oidc-unknown-person',
  'oidc-linked-otherwise',
  'staff-inactive',
] as const;

/** Read before the router writes its own address. */
const CAME = new URLSearchParams(location.search);

/** How somebody came back from a provider: with a step to go, or with a reason why not. */
export function useCameBack(): { secondFactor: boolean; why: string | null } {
  const { t } = useTranslation();
  const why = WHY.find((code) => code === CAME.get('sign-in'));
  return { secondFactor: CAME.has('second-factor'), why: why === undefined ? null : t(`signInMore.why.${why}`) };
}
