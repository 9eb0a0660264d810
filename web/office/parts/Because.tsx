/** 归属: to whom the rulebook sends a matter, because of which facts, by which article. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteView } from '../../kit/views.ts';

export function Because({ route }: { route: RouteView }): ReactNode {
  const { t } = useTranslation();
  const facts = route.because.map(({ name, value, recorded }) =>
    t(recorded ? 'ownership.fact' : 'ownership.assumed', { name, value }),
  );
  return (
    <>
      <b>{t('ownership.to', { name: route.toName })}</b>
      {facts.length > 0 && <span> {t('ownership.because', { facts: facts.join('；') })}</span>}
      <span className="muted" style={{ display: 'block' }}>
        {route.reason} <span style={{ color: 'var(--water)' }}>{route.article}</span>
      </span>
      {route.asks.length > 0 && (
        <span style={{ display: 'block', color: 'var(--warn-text)' }}>
          {t('ownership.asks', { facts: route.asks.map(({ name }) => name).join('、') })}
        </span>
      )}
    </>
  );
}
