/** 我的一天: my shift, what I did today, and how my clocks of today stand. */
import { type ReactNode, useEffect, useState } from 'react';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { ClockBar, ClockWords } from '../../kit/clock/Clock.tsx';
import { serverNow, useNow } from '../../kit/live.ts';
import { hm, local } from '../../kit/time.ts';
import type { ClockView } from '../../kit/views.ts';
import { usePhone } from '../app/phone.ts';
import { Go, NetworkBar, Tabs } from '../shell/Frame.tsx';
import { useTexts } from '../texts/index.ts';

type Week = paths['/api/rosters/week']['get']['responses'][200]['content']['application/json'];
type Shift = Week['shifts'][number];
const KEPT = 'gongshui.field.shifts';

/** Of this week; as last seen where there is no network. */
function useShifts(staffId: number | undefined, departmentId: string | undefined): Shift[] {
  const [shifts, setShifts] = useState<Shift[]>(() => {
    try {
      return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as Shift[];
    } catch {
      return [];
    }
  });
  useEffect(() => {
    if (departmentId === undefined) return;
    const stop = new AbortController();
    const query = { department: departmentId };
    call<Week>('GET', '/api/rosters/week', { query, signal: stop.signal }).then(
      (week) => {
        const mine = week.shifts.filter((shift) => shift.staffId === staffId);
        localStorage.setItem(KEPT, JSON.stringify(mine));
        setShifts(mine);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [departmentId, staffId]);
  return shifts.filter((shift) => shift.staffId === staffId);
}

export function DayPage(): ReactNode {
  const t = useTexts();
  const { orders, snapshot } = usePhone();
  const now = useNow(60_000) || serverNow();
  const me = snapshot?.me;
  const shifts = useShifts(me?.staffId, me?.departmentId);
  const today = (at: string): boolean => local(at).isSame(local(now), 'day');
  const shift = shifts.find(
    ({ startsAt, endsAt }) => Date.parse(endsAt) > now && (today(startsAt) || Date.parse(startsAt) <= now),
  );
  const mine = orders.flatMap((shown) =>
    shown.view.clocks
      .filter(({ departmentId, section }) => departmentId === me?.departmentId && section === 'clocks')
      .map((clock) => ({ clock, shown })),
  );
  const open = mine
    .filter(({ clock }) => clock.stoppedAt === null && clock.state !== 'cancelled')
    .sort((a, b) => due(a.clock) - due(b.clock));
  const done = mine
    .filter(({ clock }) => clock.stoppedAt !== null && today(clock.stoppedAt))
    .sort((a, b) => Date.parse(b.clock.stoppedAt ?? '') - Date.parse(a.clock.stoppedAt ?? ''));
  const late = [...open, ...done].filter(({ clock }) => clock.state === 'late' || clock.state === 'met-late').length;
  const acts = orders
    .flatMap((shown) => shown.view.timeline.map((entry) => ({ entry, shown })))
    .filter(({ entry }) => entry.by === me?.name && today(entry.occurredAt))
    .sort((a, b) => Date.parse(b.entry.occurredAt) - Date.parse(a.entry.occurredAt));
  return (
    <>
      <NetworkBar />
      <main className="page">
        <header className="list-head">
          <h1 className="grow">{t('day.title')}</h1>
          <span className="quiet">{local(now).format('MM-DD')}</span>
        </header>
        <p className="shift">
          {shift === undefined
            ? t('day.noShift')
            : t('day.shift', { from: hm(shift.startsAt), until: hm(shift.endsAt) })}
        </p>
        <dl className="figures">
          <div>
            <dt>{t('day.open')}</dt>
            <dd>{open.length}</dd>
          </div>
          <div>
            <dt>{t('day.done')}</dt>
            <dd>{done.length}</dd>
          </div>
          <div>
            <dt>{t('day.late')}</dt>
            <dd className={late > 0 ? 'bad-text' : ''}>{late}</dd>
          </div>
        </dl>
        <h2 className="section">{t('day.clocksOpen')}</h2>
        {open.length === 0 && <p className="hint">{t('day.noneOpen')}</p>}
        <ul className="orders">
          {open.map(({ clock, shown }) => (
            <One key={`${shown.view.id}${clock.id}`} clock={clock} number={shown.view.number} order={shown.view.id} />
          ))}
        </ul>
        <h2 className="section">{t('day.clocksDone')}</h2>
        {done.length === 0 && <p className="hint">{t('day.noneDone')}</p>}
        <ul className="orders">
          {done.map(({ clock, shown }) => (
            <One key={`${shown.view.id}${clock.id}`} clock={clock} number={shown.view.number} order={shown.view.id} />
          ))}
        </ul>
        <h2 className="section">{t('day.acts')}</h2>
        {acts.length === 0 && <p className="hint">{t('day.noActs')}</p>}
        <ul className="unsent">
          {acts.map(({ entry, shown }) => (
            <li key={`${shown.view.id}/${entry.seq}`} className="line">
              <span className="quiet">{hm(entry.occurredAt)}</span>
              <span className="grow clip">{entry.text}</span>
              <span className="quiet">{shown.view.number}</span>
            </li>
          ))}
        </ul>
      </main>
      <Tabs here="day" />
    </>
  );
}

const due = ({ dueAt }: ClockView): number => (dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt));

function One({ clock, number, order }: { clock: ClockView; number: string; order: number }): ReactNode {
  return (
    <li>
      <Go to={{ page: 'order', order }} className="order-row">
        <span className="line">
          <b className="grow">{clock.name}</b>
          <ClockWords clock={clock} />
        </span>
        <ClockBar clock={clock} thin />
        <span className="quiet">{number}</span>
      </Go>
    </li>
  );
}
