/** What every screen stands in: how it is with the network at the top, the ways at the bottom. */
import type { ReactNode } from 'react';
import { usePhone } from '../app/phone.ts';
import { addressOf, back, go, type Place } from '../app/places.ts';
import { Icon } from '../parts/Icon.tsx';
import { useTexts } from '../texts/index.ts';

export function Go({ to, className, children }: { to: Place; className?: string; children: ReactNode }): ReactNode {
  return (
    <a
      href={addressOf(to)}
      className={className}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}

/** Milliseconds of the phone's clock that are worth a word. */
const WRONG = 2 * 60_000;

export function NetworkBar(): ReactNode {
  const t = useTexts();
  const { online, waiting, listed, offset, signedOut } = usePhone();
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return (
    <div className="bars" role="status">
      {!online && (
        <Go to={{ page: 'waiting' }} className="bar dark">
          <Icon sign="away" size={18} />
          <span className="grow">
            <b>{t('network.away')}</b>
            {t('network.goOn')}
          </span>
          <b>{t('network.waiting', { n: waiting.length })}</b>
        </Go>
      )}
      {online && waiting.length > 0 && !signedOut && (
        <Go to={{ page: 'waiting' }} className="bar">
          <Icon sign="up" />
          <span className="grow">{t('network.sending')}</span>
          <b>{t('network.waiting', { n: waiting.length })}</b>
        </Go>
      )}
      {signedOut && (
        <Go to={{ page: 'me' }} className="bar warn">
          <span className="grow">{t('network.signedOut', { n: waiting.length })}</span>
          <b>{t('signIn.enter')}</b>
        </Go>
      )}
      {listed.length > 0 && (
        <Go to={{ page: 'waiting' }} className="bar bad">
          <span className="grow">{t('network.listed', { n: listed.length })}</span>
          <b>{t('network.look')}</b>
        </Go>
      )}
      {Math.abs(offset) > WRONG && (
        <p className="bar warn">{t(offset > 0 ? 'network.slow' : 'network.fast', { n: minutes })}</p>
      )}
    </div>
  );
}

const TABS = ['orders', 'waiting', 'day', 'me'] as const;

export function Tabs({ here }: { here: (typeof TABS)[number] }): ReactNode {
  const t = useTexts();
  const { waiting, listed } = usePhone();
  const count = waiting.length + listed.length;
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      {TABS.map((page) => (
        <a
          key={page}
          href={addressOf({ page })}
          aria-current={page === here ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            go({ page }, { replace: true });
          }}
        >
          {t(`tabs.${page}`)}
          {page === 'waiting' && count > 0 && <i className={listed.length > 0 ? 'count bad' : 'count'}>{count}</i>}
        </a>
      ))}
    </nav>
  );
}

export function Head({ title, above, beside }: { title: string; above: Place; beside?: ReactNode }): ReactNode {
  const t = useTexts();
  return (
    <header className="head">
      <button type="button" className="back" aria-label={t('back')} onClick={() => back(above)}>
        <Icon sign="back" size={20} />
      </button>
      <h1 className="grow">{title}</h1>
      {beside}
    </header>
  );
}
