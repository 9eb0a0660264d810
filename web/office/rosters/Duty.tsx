/** 在岗与名单: who is there now, whom to call day and night, and every change of it, filed or not. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../kit/live.ts';
import { shortTime } from '../../kit/time.ts';
import { useMe } from '../data.ts';
import { Choices } from '../parts/Choices.tsx';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { Deed } from './Deed.tsx';
import { type UnitOnDuty, useChanges, useOnDuty } from './data.ts';
import { Entry, Labelled } from './Entry.tsx';
import { PickStaff, PickUnit, usePlannable } from './Pick.tsx';

export function Duty(): ReactNode {
  const { t } = useTranslation();
  const duty = useOnDuty();
  const may = usePlannable();
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  if (duty.error !== null && duty.data === undefined)
    return <LoadFailed error={duty.error} again={() => void duty.refetch()} />;
  const listed = (unit: UnitOnDuty, which: 'liaison' | 'handler'): ReactNode => {
    const people = unit.listed.filter((one) => one.duty === which);
    if (people.length === 0)
      return <span className="quiet">{t(which === 'liaison' ? 'rosters.noLiaison' : 'rosters.nobody')}</span>;
    return people.map((one) => (
      <div key={one.listedId} className="listed">
        {one.name} <span className="num">{one.phone}</span>
        {may.some(({ id }) => id === unit.departmentId) && (
          <Deed
            path="lists/end"
            body={() => ({ listedId: one.listedId })}
            text={t('rosters.takeOff')}
            label={t('rosters.takeOffName', { name: one.name })}
          />
        )}
      </div>
    ));
  };
  return (
    <>
      <table className="table" aria-busy={duty.data === undefined}>
        <thead>
          <tr>
            <th scope="col">{t('rosters.unit')}</th>
            <th scope="col">{t('rosters.onDuty')}</th>
            <th scope="col">{t('rosters.duties.liaison')}</th>
            <th scope="col">{t('rosters.duties.handler')}</th>
          </tr>
        </thead>
        <tbody>
          {(duty.data?.units ?? []).map((unit) => (
            <tr key={unit.departmentId}>
              <th scope="row">{unit.name}</th>
              <td>
                {unit.onDuty.map((one) => (
                  <div key={one.staffId}>
                    {one.name}
                    {one.insteadOf !== null && (
                      <span className="quiet"> {t('rosters.insteadOf', { name: one.insteadOf })}</span>
                    )}
                    <span className="small quiet"> {t('rosters.till', { at: shortTime(one.until, now, days) })}</span>
                  </div>
                ))}
                {unit.onDuty.length === 0 && <span className="quiet">{t('rosters.nobody')}</span>}
              </td>
              <td>{listed(unit, 'liaison')}</td>
              <td>{listed(unit, 'handler')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {may.length > 0 && <NewListed units={may} />}
      <Changes />
    </>
  );
}

function NewListed({ units }: { units: { id: string; name: string }[] }): ReactNode {
  const { t } = useTranslation();
  const [unit, setUnit] = useState(units[0]?.id ?? '');
  const [duty, setDuty] = useState<string>('liaison');
  const [staffId, setStaffId] = useState<number | null>(null);
  const [phone, setPhone] = useState('');
  return (
    <Entry
      label={t('rosters.newListed')}
      submit={t('rosters.name')}
      path="lists"
      missing={t('rosters.missing')}
      body={() =>
        staffId === null || phone.trim() === '' ? null : { departmentId: unit, duty, staffId, phone: phone.trim() }
      }
      done={() => {
        setStaffId(null);
        setPhone('');
      }}
    >
      <Labelled id="listed-unit" text={t('rosters.unit')}>
        <PickUnit
          id="listed-unit"
          units={units}
          value={unit}
          change={(next) => {
            setUnit(next);
            setStaffId(null);
          }}
        />
      </Labelled>
      <fieldset className="labelled">
        <legend>{t('rosters.list')}</legend>
        <Choices
          name="listed-duty"
          value={duty}
          change={setDuty}
          choices={(['liaison', 'handler'] as const).map((id) => ({ id, name: t(`rosters.duties.${id}`) }))}
        />
      </fieldset>
      <Labelled id="listed-staff" text={t('rosters.person')}>
        <PickStaff id="listed-staff" of={unit} value={staffId} change={setStaffId} />
      </Labelled>
      <Labelled id="listed-phone" text={t('rosters.phone')}>
        <input
          id="listed-phone"
          className="input"
          inputMode="tel"
          value={phone}
          maxLength={40}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Labelled>
    </Entry>
  );
}

function Changes(): ReactNode {
  const { t } = useTranslation();
  const asked = useChanges();
  const changes = asked.data ?? [];
  const mayFile = useMe().data?.permissions['rosters.file'] !== undefined;
  const now = useNow(60_000);
  const days = t('clock.days', { returnObjects: true });
  if (asked.error !== null && asked.data === undefined)
    return <LoadFailed error={asked.error} again={() => void asked.refetch()} />;
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">{t('rosters.changes')}</h2>
      <p className="quiet small">{t('rosters.changesHelp')}</p>
      {changes.length === 0 ? (
        <p className="quiet">{t('rosters.noChanges')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('rosters.effective')}</th>
              <th scope="col">{t('rosters.unit')}</th>
              <th scope="col">{t('rosters.change')}</th>
              <th scope="col">{t('rosters.reported')}</th>
              <th scope="col">{t('rosters.filed')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <tr key={one.changeId}>
                <td>{shortTime(one.at, now, days)}</td>
                <td>{one.departmentName}</td>
                <td>
                  {t(`rosters.deeds.${one.deed as 'added'}`, {
                    duty: t(`rosters.duties.${one.duty as 'liaison'}`),
                    name: one.name,
                    phone: one.phone,
                  })}
                  {one.reason !== '' && <span className="quiet"> {one.reason}</span>}
                </td>
                <td>
                  {one.recordedBy} {shortTime(one.recordedAt, now, days)}
                  {one.late && <b className="late-text"> {t('rosters.late')}</b>}
                </td>
                <td>
                  {one.filedAt !== null ? (
                    `${one.filedBy ?? ''} ${shortTime(one.filedAt, now, days)}`
                  ) : mayFile ? (
                    <Deed
                      path="changes/file"
                      body={() => ({ changeId: one.changeId })}
                      text={t('rosters.file')}
                      look="btn low"
                    />
                  ) : (
                    <span className="quiet">{t('rosters.notFiled')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
