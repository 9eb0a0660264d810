/** 替班: who is away, until when, and who acts for him. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { TimeInput } from '../parts/TimeInput.tsx';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { Deed } from './Deed.tsx';
import { useStandIns } from './data.ts';
import { Entry, Labelled } from './Entry.tsx';
import { PickStaff, usePlannable } from './Pick.tsx';

export function StandIns(): ReactNode {
  const { t } = useTranslation();
  const standIns = useStandIns();
  const may = usePlannable();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  if (standIns.error !== null && standIns.data === undefined)
    return <LoadFailed error={standIns.error} again={() => void standIns.refetch()} />;
  return (
    <>
      <p className="quiet small">{t('rosters.standInHelp')}</p>
      {(standIns.data ?? []).length === 0 ? (
        <p className="quiet">{t('rosters.noStandIns')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('rosters.absent')}</th>
              <th scope="col">{t('rosters.deputy')}</th>
              <th scope="col">{t('rosters.from')}</th>
              <th scope="col">{t('rosters.until')}</th>
              <th scope="col">{t('rosters.reason')}</th>
              <th scope="col">
                <span className="hidden">{t('rosters.end')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(standIns.data ?? []).map((one) => (
              <tr key={one.standInId}>
                <th scope="row">{one.absent.name}</th>
                <td>
                  {one.deputy.name} {one.now && <b>{t('rosters.on')}</b>}
                </td>
                <td>{shortTime(one.from, now, days)}</td>
                <td>{shortTime(one.until, now, days)}</td>
                <td>{one.reason}</td>
                <td className="end">
                  {may.some(({ id }) => id === one.departmentId) && (
                    <Deed path="stand-ins/end" body={() => ({ standInId: one.standInId })} text={t('rosters.end')} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may.length > 0 && <NewStandIn units={may} />}
    </>
  );
}

function NewStandIn({ units }: { units: { id: string }[] }): ReactNode {
  const { t } = useTranslation();
  const [absentId, setAbsentId] = useState<number | null>(null);
  const [deputyId, setDeputyId] = useState<number | null>(null);
  const [from, setFrom] = useState<string | undefined>();
  const [until, setUntil] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  return (
    <Entry
      label={t('rosters.newStandIn')}
      submit={t('rosters.add')}
      path="stand-ins"
      missing={t('rosters.missing')}
      body={() =>
        absentId === null || deputyId === null || from === undefined || until === undefined || reason.trim() === ''
          ? null
          : { absentId, deputyId, from, until, reason: reason.trim() }
      }
      done={() => {
        setAbsentId(null);
        setDeputyId(null);
        setReason('');
      }}
    >
      <Labelled id="absent" text={t('rosters.absent')}>
        <PickStaff
          id="absent"
          of={units.length === 1 ? (units[0]?.id ?? null) : null}
          value={absentId}
          change={setAbsentId}
        />
      </Labelled>
      <Labelled id="deputy" text={t('rosters.deputy')}>
        <PickStaff id="deputy" of={null} value={deputyId} change={setDeputyId} />
      </Labelled>
      <Labelled id="absent-from" text={t('rosters.from')}>
        <TimeInput id="absent-from" value={from} change={setFrom} />
      </Labelled>
      <Labelled id="absent-until" text={t('rosters.until')}>
        <TimeInput id="absent-until" value={until} change={setUntil} />
      </Labelled>
      <Labelled id="absent-reason" text={t('rosters.reason')}>
        <input
          id="absent-reason"
          className="input"
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
    </Entry>
  );
}
