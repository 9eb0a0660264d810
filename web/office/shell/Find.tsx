/** Search from anywhere with `/`: orders by number, account, phone or address. */
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListSearch, searched } from '../list/search.ts';
import { Key } from '../parts/Key.tsx';

export function Find(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const asked = useRouterState({ select: (state) => (state.location.search as { q?: string }).q ?? '' });
  const onList = useRouterState({ select: (state) => state.location.pathname === '/list' });
  const filters = useRouterState({ select: (state) => state.location.search as ListSearch });
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  return (
    <search>
      <form
        className="find"
        onSubmit={(event) => {
          event.preventDefault();
          const q = text.trim();
          if (onList) void navigate({ to: '/list', search: searched(filters, q) as never });
          else void navigate({ to: '/orders', search: q === '' ? {} : { q } });
          (document.activeElement as HTMLElement | null)?.blur();
        }}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M9.2 9.2 13 13" stroke="currentColor" strokeWidth="1.4" />
        </svg>
        <input
          id="find"
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          placeholder={t('shell.search')}
          aria-label={t('shell.search')}
          autoComplete="off"
        />
        <Key>/</Key>
      </form>
    </search>
  );
}
