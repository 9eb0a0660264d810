/** How far a notice came, in a word, and why it waits. Amber and red only for what somebody has to look at. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../kit/live.ts';
import { shortTime } from '../../../kit/time.ts';
import type { NoticeItem } from './data.ts';

type Shown = Pick<NoticeItem, 'state' | 'waits' | 'dueAt' | 'quiet' | 'refusal' | 'proof' | 'provenAt'>;

export function StateWord({ item }: { item: Shown }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const at = shortTime(item.dueAt, now, t('clock.days', { returnObjects: true }));
  const look = item.state === 'dead' ? 'late-text' : item.state === 'unknown' ? 'warn-text' : undefined;
  return (
    <>
      <span className={look}>{t(`notices.state.${item.state}`)}</span>
      {item.state === 'queued' && item.waits !== null && (
        <span
          className="muted small"
          title={item.quiet === null ? undefined : `${item.quiet.article} ${item.quiet.quote}`}
        >
          {' '}
          {t(`notices.waits.${item.waits}`, { at })}
        </span>
      )}
      {item.state === 'dead' && item.refusal !== null && (
        <span className="muted small">
          {' '}
          {t(`notices.refusal.${item.refusal as 'no-channel'}`, { defaultValue: item.refusal })}
        </span>
      )}
      {item.proof && item.provenAt === null && <span className="muted small"> {t('notices.proofOpen')}</span>}
    </>
  );
}
