/** 交接班: what is open goes over with the shift; both sign, and then it stands. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOUR } from '../../../server/values/instant.ts';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { useMe } from '../data.ts';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { type Handover, type Matter, useHandovers } from './data.ts';
import { Entry, Labelled } from './Entry.tsx';
import { PickStaff } from './Pick.tsx';

/** Milliseconds before due in which something has to be said of it. */
const SOON = 2 * HOUR;

export function Handovers(): ReactNode {
  const { t } = useTranslation();
  const handovers = useHandovers();
  const me = useMe().data;
  if (handovers.error !== null && handovers.data === undefined)
    return <LoadFailed error={handovers.error} again={() => void handovers.refetch()} />;
  const items = handovers.data?.items ?? [];
  const mine = items.filter(({ takenAt, takerId }) => takenAt === null && takerId === me?.staffId);
  const others = items.filter((one) => !mine.includes(one));
  return (
    <>
      {mine.length > 0 && (
        <section aria-labelledby="mine-title">
          <h2 id="mine-title">{t('rosters.mine')}</h2>
          {mine.map((one) => (
            <One key={one.handoverId} handover={one} />
          ))}
        </section>
      )}
      <section aria-labelledby="give-title">
        <h2 id="give-title">{t('rosters.give')}</h2>
        <Matters matters={handovers.data?.open ?? []} />
        <Give />
      </section>
      <section aria-labelledby="given-title">
        <h2 id="given-title">{t('rosters.given')}</h2>
        {items.length === 0 && <p className="quiet">{t('rosters.noneGiven')}</p>}
        {others.map((one) => (
          <One key={one.handoverId} handover={one} />
        ))}
      </section>
    </>
  );
}

function Give(): ReactNode {
  const { t } = useTranslation();
  const me = useMe().data;
  const [takerId, setTakerId] = useState<number | null>(null);
  const [note, setNote] = useState('');
  return (
    <Entry
      label={t('rosters.giveTo')}
      submit={t('rosters.signGive')}
      path="handovers"
      missing={t('rosters.missingTaker')}
      body={() => (takerId === null ? null : { takerId, note: note.trim() })}
      done={() => {
        setTakerId(null);
        setNote('');
      }}
    >
      <Labelled id="taker" text={t('rosters.taker')}>
        <PickStaff id="taker" of={me?.departmentId ?? null} value={takerId} change={setTakerId} />
      </Labelled>
      <div className="labelled wide">
        <label htmlFor="give-note">{t('rosters.notes')}</label>
        <textarea
          id="give-note"
          className="input"
          rows={3}
          maxLength={2000}
          value={note}
          placeholder={t('rosters.notesHelp')}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Entry>
  );
}

function One({ handover }: { handover: Handover }): ReactNode {
  const { t } = useTranslation();
  const me = useMe().data;
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  const [note, setNote] = useState('');
  const mine = handover.takenAt === null && handover.takerId === me?.staffId;
  return (
    <details className="handover" open={mine}>
      <summary>
        <b>
          {handover.giverName} → {handover.takerName}
        </b>{' '}
        {handover.departmentName} · {shortTime(handover.givenAt, now, days)} ·{' '}
        {t('rosters.matters', { n: handover.matters.length + handover.hidden })} ·{' '}
        {handover.takenAt === null ? (
          <b className="warn-text">{t('rosters.waits')}</b>
        ) : (
          t('rosters.signed', { at: shortTime(handover.takenAt, now, days) })
        )}
      </summary>
      {handover.note !== '' && <p className="said">{handover.note}</p>}
      <Matters matters={handover.matters} />
      {handover.hidden > 0 && <p className="quiet small">{t('rosters.hidden', { n: handover.hidden })}</p>}
      {handover.takerNote !== null && handover.takerNote !== '' && (
        <p className="said">
          {handover.takerName}：{handover.takerNote}
        </p>
      )}
      <p className="small quiet">
        {t('rosters.fingerprint')} <code>{handover.sha256.slice(0, 16)}</code>{' '}
        {handover.intact ? t('rosters.intact') : <b className="late-text">{t('rosters.altered')}</b>}
      </p>
      {mine && (
        <Entry
          label={t('rosters.take')}
          submit={t('rosters.signTake')}
          path="handovers/take"
          missing=""
          body={() => ({ handoverId: handover.handoverId, note: note.trim() })}
          done={() => setNote('')}
        >
          <div className="labelled wide">
            <label htmlFor={`take-${handover.handoverId}`}>{t('rosters.remarks')}</label>
            <input
              id={`take-${handover.handoverId}`}
              className="input"
              value={note}
              maxLength={2000}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        </Entry>
      )}
    </details>
  );
}

function Matters({ matters }: { matters: readonly Matter[] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  if (matters.length === 0) return <p className="quiet">{t('rosters.nothingOpen')}</p>;
  const why = (one: Matter): ReactNode => {
    if (one.dueState === 'late') return <b className="late-text">{t('rosters.isLate')}</b>;
    if (one.dueAt !== null && Date.parse(one.dueAt) - now < SOON && one.dueState !== 'paused')
      return <b className="warn-text">{t('rosters.soon')}</b>;
    return null;
  };
  return (
    <div className="matters">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('order.order')}</th>
            <th scope="col">{t('rosters.what')}</th>
            <th scope="col">{t('rosters.state')}</th>
            <th scope="col">{t('rosters.due')}</th>
          </tr>
        </thead>
        <tbody>
          {matters.map((one) => (
            <tr key={one.orderId}>
              <td>
                <Link to="/orders/$orderId" params={{ orderId: String(one.orderId) }}>
                  {one.number}
                </Link>
              </td>
              <td>
                {one.urgent && <b className="late-text">{t('list.urgent')} </b>}
                {one.event} · {one.place}
              </td>
              <td>{t(`state.${one.state as 'closed'}`)}</td>
              <td className="num">
                {one.dueAt === null ? '' : shortTime(one.dueAt, now, days)} {why(one)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
