/** 登录会话: where somebody is signed in, and an end to it. */
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../kit/client.ts';
import { local } from '../../kit/time.ts';
import { LoadFailed, useProblemText } from '../shell/Fallbacks.tsx';
import { browserOf } from './browser.ts';
import { type Session, useSaying, useSessions } from './data.ts';

/** `null`: my own. */
export function Sessions({ staffId }: { staffId: number | null }): ReactNode {
  const { t } = useTranslation();
  const say = useProblemText();
  const sessions = useSessions(staffId);
  const end = useSaying((session: string | undefined) =>
    call('POST', staffId === null ? '/api/me/end-sessions' : `/api/staff/${staffId}/end-sessions`, {
      body: session === undefined ? {} : { session },
    }),
  );
  if (sessions.error !== null && sessions.data === undefined)
    return <LoadFailed error={sessions.error} again={() => void sessions.refetch()} />;
  if (sessions.data === undefined) return <Skeleton active={false} paragraph={{ rows: 3 }} />;
  if (sessions.data.length === 0) return <p className="quiet">{t('sessions.none')}</p>;
  const others = sessions.data.filter(({ here }) => !here).length;
  return (
    <>
      <table className="table sessions">
        <thead>
          <tr>
            <th scope="col">{t('sessions.agent')}</th>
            <th scope="col">{t('sessions.address')}</th>
            <th scope="col">{t('sessions.since')}</th>
            <th scope="col">
              <span className="hidden">{t('sessions.end')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.data.map((session) => (
            <Row key={session.id} session={session} busy={end.isPending} end={() => end.mutate(session.id)} />
          ))}
        </tbody>
      </table>
      <div role="alert">{end.error !== null && <p className="late-text">{say(end.error)}</p>}</div>
      {others > (staffId === null ? 0 : 1) && (
        <button type="button" className="btn low" disabled={end.isPending} onClick={() => end.mutate(undefined)}>
          {staffId === null ? t('sessions.endOthers', { n: others }) : t('sessions.endAll')}
        </button>
      )}
    </>
  );
}

function Row({ session, busy, end }: { session: Session; busy: boolean; end: () => void }): ReactNode {
  const { t } = useTranslation();
  const agent = browserOf(session.agent);
  return (
    <tr>
      <td title={session.agent ?? undefined}>
        {agent ?? t('sessions.unknown')}
        {session.via === 'oidc' && <span className="quiet small"> · {t('sessions.oidc')}</span>}
      </td>
      <td className="number">{session.address ?? '–'}</td>
      <td className="number">{local(session.since).format('YYYY-MM-DD HH:mm')}</td>
      <td className="end">
        {session.here ? (
          <span className="muted">{t('sessions.here')}</span>
        ) : (
          <button type="button" className="link" disabled={busy} onClick={end}>
            {t('sessions.end')}
          </button>
        )}
      </td>
    </tr>
  );
}
