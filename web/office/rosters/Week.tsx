/** 本周排班: a unit's week at a glance, a person a line. */
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY, HOUR } from '../../../server/values/instant.ts';
import { useNow } from '../../kit/live.ts';
import { hm, local } from '../../kit/time.ts';
import { useDepartments, useMe } from '../data.ts';
import { TimeInput } from '../parts/TimeInput.tsx';
import { LoadFailed } from '../shell/Fallbacks.tsx';
import { Deed } from './Deed.tsx';
import { type Shift, useWeek } from './data.ts';
import { Entry, Labelled } from './Entry.tsx';
import { PickStaff, PickUnit, usePlannable } from './Pick.tsx';

const DAYS = [0, 1, 2, 3, 4, 5, 6];

export function Week(): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const me = useMe().data;
  const units = useDepartments().data ?? [];
  const [unit, setUnit] = useState<string | null>(null);
  const [day, setDay] = useState<string | undefined>();
  const shownUnit = unit ?? me?.departmentId ?? '';
  const week = useWeek(day, shownUnit === '' ? undefined : shownUnit);
  const now = useNow(60_000);
  const mine = usePlannable().some(({ id }) => id === shownUnit);
  const from = week.data?.from;
  const move = (days: number): void => {
    if (from !== undefined) setDay(local(`${from}T00:00:00+08:00`).add(days, 'day').format('YYYY-MM-DD'));
  };
  const first = from === undefined ? null : local(`${from}T00:00:00+08:00`);
  const people = [...new Map((week.data?.shifts ?? []).map((shift) => [shift.staffId, shift.name]))];
  return (
    <>
      <div className="row roster-bar">
        <Labelled id="week-unit" text={t('rosters.unit')}>
          <PickUnit id="week-unit" units={units} value={shownUnit} change={setUnit} />
        </Labelled>
        <button type="button" className="btn" onClick={() => move(-7)}>
          {t('rosters.before')}
        </button>
        <button type="button" className="btn" onClick={() => setDay(undefined)}>
          {t('rosters.thisWeek')}
        </button>
        <button type="button" className="btn" onClick={() => move(7)}>
          {t('rosters.after')}
        </button>
        <b>{first !== null && `${first.format('YYYY-MM-DD')} – ${first.add(6, 'day').format('MM-DD')}`}</b>
        <span className="grow" />
        {mine && (
          <Deed
            path="copy-week"
            body={() => ({ departmentId: shownUnit, day: from })}
            text={t('rosters.copy')}
            look="btn"
            disabled={from === undefined}
            done={({ copied, left }) => void message.info(t('rosters.copied', { n: copied, left }))}
          />
        )}
      </div>
      {week.error !== null && week.data === undefined ? (
        <LoadFailed error={week.error} again={() => void week.refetch()} />
      ) : (
        <table className="table week" aria-busy={week.data === undefined}>
          <thead>
            <tr>
              <th scope="col">{t('rosters.person')}</th>
              {DAYS.map((n) => {
                const date = first?.add(n, 'day');
                return (
                  <th key={n} scope="col" className={date?.isSame(local(now), 'day') === true ? 'today' : ''}>
                    {date === undefined
                      ? ''
                      : `${date.format('MM-DD')} ${t('week', { returnObjects: true })[date.day()]}`}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {people.map(([staffId, name]) => (
              <tr key={staffId}>
                <th scope="row">{name}</th>
                {DAYS.map((n) => (
                  <td key={n}>
                    {(week.data?.shifts ?? [])
                      .filter(
                        (shift) => shift.staffId === staffId && first !== null && dayOf(shift, first.valueOf()) === n,
                      )
                      .map((shift) => (
                        <OneShift key={shift.shiftId} shift={shift} may={mine} now={now} />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
            {people.length === 0 && week.data !== undefined && (
              <tr>
                <td colSpan={8} className="quiet">
                  {t('rosters.noShifts')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      {mine && <NewShift key={shownUnit} unit={shownUnit} />}
    </>
  );
}

/** The column it stands in: of the day it begins; what began before the week, in the first. */
const dayOf = ({ startsAt }: Shift, first: number): number =>
  Math.max(0, Math.floor((Date.parse(startsAt) - first) / DAY));

function OneShift({ shift, may, now }: { shift: Shift; may: boolean; now: number }): ReactNode {
  const { t } = useTranslation();
  const on = Date.parse(shift.startsAt) <= now && now < Date.parse(shift.endsAt);
  const next = !local(shift.startsAt).isSame(local(shift.endsAt), 'day');
  return (
    <div className={`shift ${on ? 'on' : ''}`}>
      <span>
        {hm(shift.startsAt)}–{next && `${t('rosters.nextDay')} `}
        {hm(shift.endsAt)}
        {on && <b> {t('rosters.on')}</b>}
        {shift.note !== '' && <span className="small quiet"> {shift.note}</span>}
      </span>
      {may && (
        <Deed
          path="shifts/remove"
          body={() => ({ shiftId: shift.shiftId })}
          text={t('rosters.remove')}
          label={t('rosters.removeShift', { name: shift.name, at: local(shift.startsAt).format('MM-DD HH:mm') })}
        />
      )}
    </div>
  );
}

function NewShift({ unit }: { unit: string }): ReactNode {
  const { t } = useTranslation();
  const [staffId, setStaffId] = useState<number | null>(null);
  const [startsAt, setStartsAt] = useState<string | undefined>();
  const [endsAt, setEndsAt] = useState<string | undefined>();
  const [note, setNote] = useState('');
  const begin = (at: string | undefined): void => {
    setStartsAt(at);
    // most shifts take twelve hours; the end stays to be corrected
    if (at !== undefined && endsAt === undefined) setEndsAt(new Date(Date.parse(at) + 12 * HOUR).toISOString());
  };
  return (
    <Entry
      label={t('rosters.newShift')}
      submit={t('rosters.add')}
      path="shifts"
      missing={t('rosters.missing')}
      body={() =>
        staffId === null || startsAt === undefined || endsAt === undefined
          ? null
          : { departmentId: unit, staffId, startsAt, endsAt, note }
      }
      done={() => {
        // the next day of the same person is the likeliest
        if (startsAt !== undefined) setStartsAt(new Date(Date.parse(startsAt) + DAY).toISOString());
        if (endsAt !== undefined) setEndsAt(new Date(Date.parse(endsAt) + DAY).toISOString());
      }}
    >
      <Labelled id="shift-staff" text={t('rosters.person')}>
        <PickStaff id="shift-staff" of={unit} value={staffId} change={setStaffId} />
      </Labelled>
      <Labelled id="shift-from" text={t('rosters.from')}>
        <TimeInput id="shift-from" value={startsAt} change={begin} />
      </Labelled>
      <Labelled id="shift-until" text={t('rosters.until')}>
        <TimeInput id="shift-until" value={endsAt} change={setEndsAt} />
      </Labelled>
      <Labelled id="shift-note" text={t('rosters.note')}>
        <input
          id="shift-note"
          className="input"
          value={note}
          maxLength={100}
          onChange={(event) => setNote(event.target.value)}
        />
      </Labelled>
    </Entry>
  );
}
