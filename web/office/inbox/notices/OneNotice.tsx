/** One notice: its words, why it waits, everything that happened, and what can be done with it. */
import { Link } from '@tanstack/react-router';
import { App, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../../kit/time.ts';
import { useMe } from '../../data.ts';
import { LoadFailed, useProblemText } from '../../shell/Fallbacks.tsx';
import { Deeds } from './Deeds.tsx';
import { type Notice, type Revealed, reveal, type Step, useNotice } from './data.ts';
import { StateWord } from './StateWord.tsx';

export function OneNotice({ id, close }: { id: number; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const asked = useNotice(id);
  const notice = asked.data;
  return (
    <aside className="notices-one" aria-label={notice?.eventName ?? t('notices.title')}>
      <header className="row">
        <h2 className="grow">{notice?.eventName ?? ''}</h2>
        <button type="button" className="link" onClick={close}>
          {t('notices.close')}
        </button>
      </header>
      {notice !== undefined ? (
        <Told notice={notice} />
      ) : asked.error !== null ? (
        <LoadFailed error={asked.error} again={() => void asked.refetch()} />
      ) : (
        <Skeleton active={false} paragraph={{ rows: 8 }} />
      )}
    </aside>
  );
}

const at = (instant: string): string => local(instant).format('MM-DD HH:mm:ss');

function Told({ notice }: { notice: Notice }): ReactNode {
  const { t } = useTranslation();
  const handles = useMe().data?.permissions['notices.handle'] === 'all';
  const { quiet } = notice;
  return (
    <>
      <p>
        <StateWord item={notice} />
      </p>
      {quiet !== null && (
        <p className="notice warn">
          {t('notices.quiet', {
            until: local(quiet.until).format('MM-DD HH:mm'),
            from: clock(quiet.from),
            to: clock(quiet.to),
          })}{' '}
          {quiet.article} <q>{quiet.quote}</q>
        </p>
      )}
      {handles && notice.deeds.length > 0 && <Deeds notice={notice} />}
      {handles && notice.channel === 'slip' && (
        <p>
          <a href={`/api/slips/notices?ids=${notice.id}`} target="_blank" rel="noreferrer">
            {t('slips.forOrder')}
          </a>
        </p>
      )}
      <dl className="pairs notices-pairs">
        <dt>{t('notices.heads.to')}</dt>
        <dd>
          <Whom notice={notice} />
        </dd>
        <dt>{t('notices.ways')}</dt>
        <dd>{notice.channels.map((channel) => t(`notices.channel.${channel}`)).join(' → ') || t('notices.noWay')}</dd>
        {notice.number !== null && (
          <>
            <dt>{t('notices.heads.number')}</dt>
            <dd className="tabular">
              {notice.orderId === null ? (
                notice.number
              ) : (
                <Link to="/orders/$orderId" params={{ orderId: String(notice.orderId) }}>
                  {notice.number}
                </Link>
              )}
            </dd>
          </>
        )}
        {notice.clauses.length > 0 && (
          <>
            <dt>{t('notices.clauses')}</dt>
            <dd>{notice.clauses.join(t('notices.and'))}</dd>
          </>
        )}
      </dl>
      <h3>{t('notices.words')}</h3>
      <blockquote className="notices-words" lang={notice.language === 'zh' ? 'zh-CN' : 'en'}>
        {(notice.channel === 'email' || notice.channel === 'slip') && <b>{notice.subject}</b>}
        {notice.body}
      </blockquote>
      <h3>{t('notices.steps')}</h3>
      <ol className="notices-steps">
        <li>
          <time className="tabular muted">{at(notice.createdAt)}</time> <span>{t('notices.step.queued')}</span>
        </li>
        {notice.steps.map((step, index) => (
          // steps are only ever added
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
          <Happened key={index} step={step} />
        ))}
      </ol>
    </>
  );
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** In full for whoever may and asks. */
function Whom({ notice }: { notice: Notice }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const say = useProblemText();
  const may = useMe().data?.permissions['personal.reveal'] === 'all';
  const [full, setFull] = useState<Revealed | null>(null);
  const ask = (): void => void reveal(notice.id).then(setFull, (error: Error) => void message.error(say(error)));
  const shown = full === null ? [notice.name, notice.to] : [full.name, full.phone, full.wechat, full.email];
  return (
    <>
      <span className="tabular">{shown.filter(Boolean).join(' ')}</span>{' '}
      {may && !notice.staff && full === null && (
        <button type="button" className="link" title={t('notices.revealHelp')} onClick={ask}>
          {t('notices.reveal')}
        </button>
      )}
    </>
  );
}

function Happened({ step }: { step: Step }): ReactNode {
  const { t } = useTranslation();
  const detail = step.detail ?? {};
  const text = (name: string): string => (typeof detail[name] === 'string' ? (detail[name] as string) : '');
  const code = text('code');
  const parts = [
    step.channel === null ? '' : t(`notices.channel.${step.channel}`),
    code === '' ? '' : t(`notices.refusal.${code as 'no-channel'}`, { defaultValue: code }),
    text('again') === '' ? '' : t('notices.again', { at: at(text('again')) }),
    text('until') === '' ? '' : t('notices.until', { at: at(text('until')) }),
    text('article'),
    detail.reached === true ? t('notices.reached') : detail.reached === false ? t('notices.notReached') : '',
    text('words'),
    step.staff ?? '',
  ];
  return (
    <li>
      <time className="tabular muted">{at(step.at)}</time>{' '}
      <span>
        <b>{t(`notices.step.${step.kind as 'accepted'}`, { defaultValue: step.kind })}</b>{' '}
        {parts.filter((part) => part !== '').join(' · ')}
      </span>
    </li>
  );
}
