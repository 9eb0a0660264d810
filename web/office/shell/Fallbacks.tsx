import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../kit/client.ts';

export function Crashed({ error }: { error: unknown }): ReactNode {
  const { t } = useTranslation();
  return (
    <main className="empty" role="alert">
      <b>{t('shell.crashed')}</b>
      <p>{t('shell.crashedHelp')}</p>
      <p className="quiet small">{error instanceof Error ? error.message : String(error)}</p>
      <p>
        <button type="button" className="btn" onClick={() => location.reload()}>
          {t('shell.reload')}
        </button>
      </p>
    </main>
  );
}

export function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <b>{t('shell.notFound')}</b>
      <p>{t('shell.notFoundHelp')}</p>
      <Link to="/orders">{t('nav.orders')}</Link>
    </div>
  );
}

/** What went wrong, in words: the server's sentence, else ours. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
    if (error.code === 'offline') return t('error.offline');
    return error.body.detail ?? error.body.title ?? t('error.unknown', { code: error.code });
  };
}

export function LoadFailed({ error, again }: { error: unknown; again: () => void }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  return (
    <div className="empty" role="alert">
      <b>{t('error.load')}</b>
      <p>{say(error)}</p>
      <p>
        <button type="button" className="btn" onClick={again}>
          {t('error.retry')}
        </button>
      </p>
    </div>
  );
}
